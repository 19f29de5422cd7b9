package org.renxing.carbon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.renxing.testing.Frames.row;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.renxing.territory.Basis;
import org.renxing.territory.Boundaries;
import org.renxing.territory.Move;
import org.renxing.testing.Frames;

class CarbonSummariesTest {
  private static final Dataset<Row> UNITS =
      Frames.of(
          "unit_id string, is_resource_based boolean, life_cycle string",
          row("a", true, "mature"),
          row("b", true, "growing"),
          row("c", false, null),
          row("d", false, null),
          row("e", null, null));

  @Test
  void sharesAndRatiosToAllOthers() {
    Dataset<Row> rows =
        Frames.of(
            "unit_id string, year int, emissions_t double, population double, gdp double",
            row("a", 2020, 60.0, 2.0, 4.0),
            row("b", 2020, 40.0, 2.0, 0.0), // no GDP: not in what is divided by it
            row("c", 2020, 50.0, 4.0, 8.0),
            row("d", 2020, null, 9.0, 9.0), // no emissions: does not count
            row("e", 2020, 50.0, 4.0, 4.0)); // group unknown: among all, and among others
    Map<String, Row> out =
        Frames.by(
            CarbonSummaries.byYear(rows, UNITS, List.of("is_resource_based", "life_cycle")),
            "group_value");
    Row resource = out.get("true");
    assertThat(resource.<Long>getAs("n")).isEqualTo(2);
    close(resource, "emissions_t", 100);
    close(resource, "share_emissions", 0.5);
    close(resource, "share_population", 4.0 / 12);
    close(resource, "share_gdp", 4.0 / 16);
    close(resource, "per_capita_t", 100.0 / 4e4);
    close(resource, "per_gdp_t_per_10k_cny", 60.0 / 4e4);
    // others are c and e: 100 over 8 and 100 over 12
    close(resource, "ratio_to_others", 25.0 / 12.5);
    close(resource, "per_gdp_ratio_to_others", 15.0 / (100.0 / 12));
    close(out.get("growing"), "share_emissions", 0.2);
    assertThat(out.get("growing").<Double>getAs("per_gdp_t_per_10k_cny")).isNull();
    assertThat(out.get("all").<Double>getAs("ratio_to_others")).isNull();
    close(out.get("all"), "top5_share", 1);
    // a, c and e have GDP and people: 16 over 10, and the mean of 2, 2 and 1
    close(out.get("all"), "gdp_per_capita_cny", 1.6e4);
    assertThat(out.get("all").<Double>getAs("mean_gdp_per_capita_cny"))
        .isCloseTo(5e4 / 3, within(1e-9));
    close(resource, "gdp_per_capita_cny", 2e4);
    close(out.get("false"), "gdp_per_capita_cny", 2e4);
    assertThat(out.get("growing").<Double>getAs("gdp_per_capita_cny")).isNull();
    assertThat(out.get("growing").<Double>getAs("mean_gdp_per_capita_cny")).isNull();
  }

  @Test
  void growthIsOfTheUnitsThatHaveBothYears() {
    Dataset<Row> rows =
        Frames.of(
            "unit_id string, year int, emissions_t double, score double",
            row("a", 2019, 100.0, 0.4),
            row("a", 2020, 110.0, 0.5),
            row("b", 2019, null, 0.9),
            row("b", 2020, 300.0, 0.9),
            row("c", 2019, 50.0, 0.2),
            row("c", 2020, 50.0, null),
            // half of its emissions go with a county
            row("d", 2019, 100.0, 0.7),
            row("d", 2020, 50.0, 0.7),
            // no year before
            row("e", 2018, 10.0, 0.7),
            row("e", 2020, 360.0, 0.7));
    Boundaries boundaries =
        Boundaries.of(
            List.of(new Move(2020, "carve_out", "d", "elsewhere", false)), 2020, Map.of());
    CarbonBases bases =
        new CarbonBases(
            Set.of(Basis.AS_REPORTED), Map.of(CarbonBases.RESILIENCE, Set.of(Basis.AS_REPORTED)));
    Map<String, Row> out =
        Frames.by(
            CarbonSummaries.withResilience(rows, UNITS, List.of(), boundaries, bases), "year");
    Row last = out.get("2020");
    assertThat(last.<Long>getAs("n")).isEqualTo(4);
    close(last, "mean_emissions_t", 205);
    close(last, "mean_resilience", 0.7);
    assertThat(last.<Long>getAs("n_growth")).isEqualTo(1);
    close(last, "growth_emissions", 0.1);
    close(last, "growth_resilience", 0.25);
    assertThat(out.get("2019").<Double>getAs("growth_emissions")).isNull();
  }

  private static void close(Row row, String column, double expected) {
    assertThat(row.<Double>getAs(column)).as(column).isCloseTo(expected, within(1e-12));
  }
}
