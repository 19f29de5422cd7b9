package org.renxing.carbon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.renxing.records.Records;
import org.renxing.summary.Groupings;
import org.renxing.territory.Basis;
import org.renxing.territory.Boundaries;
import org.renxing.territory.Move;
import org.renxing.territory.UnitDirectory;
import org.renxing.testing.Series;
import org.renxing.testing.Spread;

class CarbonSummariesTest {
  private static final UnitDirectory UNITS =
      new UnitDirectory(
          List.of("is_resource_based", "life_cycle"),
          List.of(
              unit("a", "is_resource_based", "true", "life_cycle", "mature"),
              unit("b", "is_resource_based", "true", "life_cycle", "growing"),
              unit("c", "is_resource_based", "false"),
              unit("d", "is_resource_based", "false"),
              unit("e")));

  private static UnitDirectory.Unit unit(String id, String... known) {
    Map<String, String> attributes = new HashMap<>();
    for (int i = 0; i < known.length; i += 2) {
      attributes.put(known[i], known[i + 1]);
    }
    return new UnitDirectory.Unit(id, id, attributes);
  }

  private static Stream<Records<CarbonYear>> years() {
    return Spread.ways(
        List.of(
            year("a", 60, 2, 4),
            year("b", 40, 2, 0), // no GDP: not in what is divided by it
            year("c", 50, 4, 8),
            year("d", Double.NaN, 9, 9), // no emissions: does not count
            year("e", 50, 4, 4))); // group unknown: among all, and among others
  }

  @ParameterizedTest
  @MethodSource("years")
  void sharesAndRatiosToAllOthers(Records<CarbonYear> years) {
    Groupings groupings = new Groupings(UNITS, List.of("is_resource_based", "life_cycle"));
    Map<String, CarbonGroup> out =
        Series.by(CarbonSummaries.byYear(years, groupings).list(), group -> group.group().value());
    CarbonGroup resource = out.get("true");
    assertThat(resource.n()).isEqualTo(2);
    close(resource.emissions(), 100);
    close(resource.shareEmissions(), 0.5);
    close(resource.sharePopulation(), 4.0 / 12);
    close(resource.shareGdp(), 4.0 / 16);
    close(resource.perCapita(), 100.0 / 4e4);
    close(resource.perGdp(), 60.0 / 4e4);
    // others are c and e: 100 over 8 and 100 over 12
    close(resource.ratioToOthers(), 25.0 / 12.5);
    close(resource.perGdpRatioToOthers(), 15.0 / (100.0 / 12));
    close(out.get("growing").shareEmissions(), 0.2);
    assertThat(out.get("growing").perGdp()).isNaN();
    assertThat(out.get("all").ratioToOthers()).isNaN();
    close(out.get("all").top5Share(), 1);
    // a, c and e have GDP and people: 16 over 10, and the mean of 2, 2 and 1
    close(out.get("all").gdpPerCapita(), 1.6e4);
    assertThat(out.get("all").meanGdpPerCapita()).isCloseTo(5e4 / 3, within(1e-9));
    close(resource.gdpPerCapita(), 2e4);
    close(out.get("false").gdpPerCapita(), 2e4);
    assertThat(out.get("growing").gdpPerCapita()).isNaN();
    assertThat(out.get("growing").meanGdpPerCapita()).isNaN();
  }

  private static CarbonYear year(String unit, double emissions, double population, double gdp) {
    double none = Double.NaN;
    return new CarbonYear(unit, 2020, emissions, none, none, 0, population, gdp, gdp, none, "");
  }

  private static Stream<Records<UnitEmissions>> units() {
    double none = Double.NaN;
    return Spread.ways(
        List.of(
            emissions("a", year(2019, 100, 0.4), year(2020, 110, 0.5)),
            emissions("b", year(2019, none, 0.9), year(2020, 300, 0.9)),
            emissions("c", year(2019, 50, 0.2), year(2020, 50, none)),
            // half of its emissions go with a county
            emissions("d", year(2019, 100, 0.7), year(2020, 50, 0.7)),
            // no year before
            emissions("e", year(2018, 10, 0.7), year(2020, 360, 0.7))));
  }

  @ParameterizedTest
  @MethodSource("units")
  void growthIsOfTheUnitsThatHaveBothYears(Records<UnitEmissions> units) {
    Boundaries boundaries =
        Boundaries.of(
            List.of(new Move(2020, "carve_out", "d", "elsewhere", false)), 2020, Map.of());
    CarbonBases bases =
        new CarbonBases(
            Set.of(Basis.AS_REPORTED), Map.of(CarbonBases.RESILIENCE, Set.of(Basis.AS_REPORTED)));
    Map<String, CarbonSummaries.Means> out =
        Series.by(
            CarbonSummaries.means(units, new Groupings(UNITS, List.of()), boundaries, bases).list(),
            means -> String.valueOf(means.year()));
    CarbonSummaries.Means last = out.get("2020");
    assertThat(last.n()).isEqualTo(4);
    close(last.emissions(), 205);
    close(last.resilience(), 0.7);
    assertThat(last.nGrowth()).isEqualTo(1);
    close(last.growthEmissions(), 0.1);
    close(last.growthResilience(), 0.25);
    assertThat(out.get("2019").growthEmissions()).isNaN();
  }

  private static UnitEmissions emissions(String unit, UnitEmissions.Year... years) {
    return new UnitEmissions(unit, List.of(years));
  }

  private static UnitEmissions.Year year(int year, double emissions, double score) {
    return new UnitEmissions.Year(year, emissions, Double.NaN, score);
  }

  private static void close(double found, double expected) {
    assertThat(found).isCloseTo(expected, within(1e-12));
  }
}
