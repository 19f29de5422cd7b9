package org.renxing.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.renxing.model.QualityPolicy;
import org.renxing.model.QualityPolicy.Identity;
import org.renxing.quality.Cells.Key;
import org.renxing.testing.SharedCases;

/**
 * Suspects of the real panel, as it is and with errors planted; docs/methods/quality.md has the
 * figures.
 */
class RealPanelSuspectsTest {
  private static final String PANEL = "data/cn-city-panel/wide_2010_2021.csv";
  private static final QualityPolicy POLICY =
      new QualityPolicy(
          true,
          5,
          1.28,
          7,
          0.5,
          Map.of(),
          List.of(
              new Identity("gdp-parts", "gdp", "va_primary + va_secondary + va_tertiary", 0.05),
              new Identity("gdp-pc", "gdp_per_capita", "gdp * 1e4 / pop_resident", 0.35),
              new Identity("wage-bill", "wage_bill", "average_wage * employed_urban_units", 0.5)),
          Map.of());
  private static final List<String> EXTENSIVE =
      List.of(
          "pop_registered",
          "gdp",
          "va_tertiary",
          "deposits",
          "land_area",
          "loans",
          "pop_resident",
          "energy_total");

  @Test
  void findsWhatIsKnownToBeWrong() throws IOException {
    Path csv = SharedCases.file(PANEL);
    SortedMap<Key, Double> cells = Cells.real(csv);
    List<Suspect> suspects = SuspectSearch.of(POLICY, List.of()).in(Cells.figures(cells));
    Set<Key> before = Set.copyOf(suspects.stream().map(Cells::keyOf).toList());
    assertThat((double) before.size() / cells.size()).isLessThan(0.01);
    // four figures of 2011 that stand one row above their cities' in the north-east
    assertThat(kinds(suspects, new Key("gdp", 2011, "230900"))).contains("row-shift");
    assertThat(kinds(suspects, new Key("gdp", 2011, "231000"))).contains("row-shift");
    assertThat(kinds(suspects, new Key("deposits", 2019, "220300"))).contains("power-of-ten");
    assertThat(kinds(suspects, new Key("average_wage", 2011, "431100"))).contains("power-of-ten");
    // the registered population of urban districts, of two years
    assertThat(kinds(suspects, new Key("pop_registered", 2012, "410100"))).contains("level-break");
    Spoiler spoiler =
        new Spoiler(cells, 1).powersOfTen(150).typos(150).scopes(25, EXTENSIVE).swaps(25, 6);
    Recall recall = Recall.of(spoiler, POLICY, before);
    System.out.println("errors planted in the real panel: " + recall);
    assertThat(recall.share("power of ten")).isGreaterThan(0.93);
    assertThat(recall.share("typo")).isGreaterThan(0.65);
    assertThat(recall.share("scope")).isGreaterThan(0.85);
    assertThat(recall.share("swap")).isGreaterThan(0.65);
    assertThat(recall.unexpected()).isLessThan(cells.size() / 1000);
  }

  private static List<String> kinds(List<Suspect> suspects, Key key) {
    return suspects.stream()
        .filter(suspect -> Cells.keyOf(suspect).equals(key))
        .map(suspect -> suspect.kind().label())
        .toList();
  }
}
