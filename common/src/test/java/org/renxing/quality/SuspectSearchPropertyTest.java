package org.renxing.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.renxing.model.SuspectKind;
import org.renxing.quality.panel.Figure;

class SuspectSearchPropertyTest {
  private static final Comparator<Suspect> ORDER =
      Comparator.comparing(Suspect::unitId)
          .thenComparingInt(Suspect::year)
          .thenComparing(Suspect::indicatorCode)
          .thenComparing(suspect -> suspect.kind().label());

  private final SuspectSearch search = SuspectSearch.of(RandomPanel.POLICY, List.of());

  @Property(tries = 30)
  void theOrderOfFiguresIsIrrelevant(@ForAll long seed) {
    List<Figure> figures = RandomPanel.of(seed);
    List<Suspect> found = search.in(figures);
    Collections.shuffle(figures, new Random(seed));
    assertThat(search.in(figures)).isEqualTo(found);
    assertThat(found).isSortedAccordingTo(ORDER);
  }

  @Property(tries = 30)
  void unitsAndYearsCanBeJudgedApart(@ForAll long seed, @ForAll @IntRange(min = 1, max = 5) int n) {
    List<Figure> figures = RandomPanel.of(seed);
    Map<String, List<Figure>> byCode = new TreeMap<>();
    figures.forEach(x -> byCode.computeIfAbsent(x.code(), code -> new ArrayList<>()).add(x));
    Traces all = new Traces();
    for (int check = 0; check < search.checks().size(); check++) {
      Set<String> codes = search.checks().get(check).codes();
      List<Figure> own = figures.stream().filter(x -> codes.contains(x.code())).toList();
      all.addAll(own.isEmpty() ? new Traces() : search.ofCheck(check, own));
    }
    List<List<Figure>> groups = new ArrayList<>(byCode.values());
    Collections.shuffle(groups, new Random(seed));
    groups.forEach(own -> all.addAll(search.ofIndicator(own)));
    List<Suspect> apart = new ArrayList<>();
    all.by(x -> (x.unit().hashCode() + x.year()) % n)
        .values()
        .forEach(part -> apart.addAll(search.suspects(part)));
    apart.sort(ORDER);
    assertThat(apart).isEqualTo(search.in(figures));
  }

  @Test
  void suchPanelsHaveSuspectsOfAllKinds() {
    Set<SuspectKind> kinds = EnumSet.noneOf(SuspectKind.class);
    for (long seed = 0; seed < 60; seed++) {
      search.in(RandomPanel.of(seed)).forEach(suspect -> kinds.add(suspect.kind()));
    }
    assertThat(kinds).containsExactlyInAnyOrder(SuspectKind.values());
  }

  @Test
  void aCellHasOneFigure() {
    Figure figure = new Figure("1", 2020, "gdp", 1, "source");
    assertThatThrownBy(() -> search.in(List.of(figure, figure)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2020");
  }

  @Test
  void nothingIsFoundInNothing() {
    assertThat(search.in(List.of())).isEmpty();
  }
}
