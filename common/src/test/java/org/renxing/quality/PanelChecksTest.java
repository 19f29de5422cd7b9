package org.renxing.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.renxing.model.PanelRules;
import org.renxing.model.PerHead;
import org.renxing.model.QualityPolicy;
import org.renxing.model.QualityPolicy.Level;
import org.renxing.model.QualityPolicy.Response;
import org.renxing.model.SuspectKind;
import org.renxing.quality.Cells.Key;
import org.renxing.quality.panel.Figure;
import org.renxing.quality.panel.PanelCheck;
import org.renxing.territory.Move;

/** The checks of whole panels among the suspects, in a panel with one error of each. */
class PanelChecksTest {
  private static final PanelRules RULES =
      new PanelRules(
          List.of("land"),
          0.03,
          List.of(List.of("deposits", "loans")),
          List.of(List.of("residents", "registered")),
          List.of(new PerHead("pc", "rate", "gdp", List.of("residents"), 1e-4, 0.2)));

  @Test
  void eachErrorIsListedWithItsSource() {
    Map<String, Suspect> found = found(policy(Map.of()), List.of());
    assertThat(found.keySet())
        .containsExactlyInAnyOrder(
            "level-break land 2018 2",
            "level-break land 2019 2",
            "shared loans 2014 3",
            "shared registered 2016 4",
            "identity rate 2013 5");
    Suspect land = found.get("level-break land 2019 2");
    assertThat(land.sourceId()).isEqualTo("source");
    assertThat(land.value()).isEqualTo(1200);
    assertThat(land.expectedLower()).isCloseTo(1000 / 1.03, within(1e-9));
    assertThat(land.expectedUpper()).isCloseTo(1030, within(1e-9));
    assertThat(land.confidence()).isEqualTo(0.7352);
    assertThat(land.level()).isEqualTo(Level.WARN);
    Suspect shared = found.get("shared registered 2016 4");
    assertThat(shared.expectedLower()).isNaN();
    assertThat(shared.evidence()).contains("also the figure of residents");
  }

  @Test
  void aMoveOfTerritoryExplainsAnArea() {
    Map<String, Suspect> found =
        found(policy(Map.of()), List.of(new Move(2018, "carve_out", "1", "2", false)));
    assertThat(found).hasSize(3).doesNotContainKey("level-break land 2019 2");
  }

  @Test
  void aLevelHoldsForThemToo() {
    QualityPolicy policy = policy(Map.of(SuspectKind.SHARED, new Response(Level.QUARANTINE, 0.9)));
    Map<String, Suspect> found = found(policy, List.of());
    assertThat(found.get("shared registered 2016 4").level()).isEqualTo(Level.QUARANTINE);
    // a figure that any two indicators share is less sure
    assertThat(found.get("shared loans 2014 3").level()).isEqualTo(Level.WARN);
  }

  private static QualityPolicy policy(Map<SuspectKind, Response> responses) {
    return new QualityPolicy(true, 5, 1.28, 7, 0.5, responses, List.of(), Map.of(), RULES);
  }

  /** By kind and cell; the other kinds, which see some of the same errors, are left out. */
  private static Map<String, Suspect> found(QualityPolicy policy, List<Move> moves) {
    List<Figure> figures = Cells.figures(panel());
    Set<String> names = new TreeSet<>();
    for (PanelCheck check : PanelChecks.of(policy, moves)) {
      List<Figure> own = figures.stream().filter(x -> check.codes().contains(x.code())).toList();
      PanelChecks.findings(check, own).forEach(x -> names.add(name(x.kind(), x.figure())));
    }
    Map<String, Suspect> out = new TreeMap<>();
    for (Suspect x : SuspectSearch.of(policy, moves).in(figures)) {
      Figure figure = new Figure(x.unitId(), x.year(), x.indicatorCode(), x.value(), x.sourceId());
      if (names.contains(name(x.kind(), figure))) {
        out.put(name(x.kind(), figure), x);
      }
    }
    assertThat(out.keySet()).isEqualTo(names);
    return out;
  }

  private static String name(SuspectKind kind, Figure figure) {
    return kind.label() + " " + figure.code() + " " + figure.year() + " " + figure.unit();
  }

  /** Five units, ten years; unit 1 has no error. */
  private static SortedMap<Key, Double> panel() {
    SortedMap<Key, Double> out = new TreeMap<>();
    for (int unit = 1; unit <= 5; unit++) {
      for (int year = 2010; year < 2020; year++) {
        double grown = 1 + 0.013 * (year - 2010);
        put(out, "land", year, unit, unit == 2 && year >= 2018 ? 1200 : 1000);
        put(out, "deposits", year, unit, Math.rint(52341 * grown * unit));
        put(out, "loans", year, unit, Math.rint(40107 * grown * unit));
        double people = Math.rint(10037 * unit * grown) / 100;
        put(out, "residents", year, unit, people);
        put(out, "registered", year, unit, Math.rint(12111 * unit * grown) / 100);
        put(out, "gdp", year, unit, 50 * unit * grown);
        put(
            out,
            "rate",
            year,
            unit,
            5e5 * unit * grown / people * (unit == 5 && year == 2013 ? 1.5 : 1));
      }
    }
    out.put(new Key("loans", 2014, "3"), out.get(new Key("deposits", 2014, "3")));
    out.put(new Key("registered", 2016, "4"), out.get(new Key("residents", 2016, "4")));
    return out;
  }

  private static void put(Map<Key, Double> out, String code, int year, int unit, double value) {
    out.put(new Key(code, year, Integer.toString(unit)), value);
  }
}
