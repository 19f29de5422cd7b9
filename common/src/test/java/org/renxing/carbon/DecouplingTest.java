package org.renxing.carbon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.renxing.testing.Frames.row;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
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

class DecouplingTest {
  private static final String FRAME =
      "driver string, unit_id string, year int, emissions_t double, value double";

  /** Emissions and driver start at 1000: change of emissions, change of the driver, state. */
  private static final Object[][] STATES = {
    {-0.01, 0.1, "strong decoupling"},
    {0.0, 0.1, "weak decoupling"},
    {0.0799, 0.1, "weak decoupling"},
    {0.08, 0.1, "expansive coupling"},
    {0.12, 0.1, "expansive coupling"},
    {0.1201, 0.1, "expansive negative decoupling"},
    {0.01, -0.1, "strong negative decoupling"},
    {0.0, -0.1, "weak negative decoupling"},
    {-0.0799, -0.1, "weak negative decoupling"},
    {-0.08, -0.1, "recessive coupling"},
    {-0.12, -0.1, "recessive coupling"},
    {-0.1201, -0.1, "recessive decoupling"},
    {0.1, 0.0, null},
    {0.0, 0.0, null}
  };

  private static final CarbonBases BASES =
      new CarbonBases(
          Set.of(Basis.AS_REPORTED),
          Map.of(
              CarbonBases.GDP, Set.of(Basis.AS_REPORTED),
              CarbonBases.RESILIENCE, Set.of(Basis.AS_REPORTED)));

  @Test
  void eachStateOfTapioAndItsEdges() {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < STATES.length; i++) {
      String unit = "u" + i;
      rows.add(row("gdp", unit, 2010, 1000.0, 1000.0));
      double emission = (Double) STATES[i][0];
      double driver = (Double) STATES[i][1];
      rows.add(row("gdp", unit, 2011, 1000 * (1 + emission), 1000 * (1 + driver)));
    }
    Map<String, Row> out = Frames.by(decoupled(rows, 5), "unit_id");
    for (int i = 0; i < STATES.length; i++) {
      Row row = out.get("u" + i);
      assertThat(row.<String>getAs("state")).as("case " + i).isEqualTo(STATES[i][2]);
      assertThat(row.<String>getAs("reason"))
          .isEqualTo(STATES[i][2] == null ? "DRIVER_UNCHANGED" : null);
      assertThat(row.<Boolean>getAs("is_whole_span")).isTrue();
    }
    assertThat(out.get("u8").<Double>getAs("elasticity")).isCloseTo(0.799, within(1e-9));
  }

  @Test
  void yearlyStepsAndTheWholeSpanWithReasonsAndPeaks() {
    List<Row> rows = new ArrayList<>();
    series(rows, "peaked", 100.0, 150.0, 140.0, 120.0);
    series(rows, "rising", 100.0, 110.0, 120.0, 130.0);
    series(rows, "tie", 100.0, 150.0, 120.0, 150.0);
    series(rows, "gap", 100.0, null, 120.0, 110.0);
    series(rows, "zero", 0.0, 50.0, 60.0, 70.0);
    Map<String, Row> out = Frames.by(decoupled(rows, 2), "unit_id", "year_from", "year_to");
    assertThat(out).hasSize(20);
    Row whole = out.get("peaked/2010/2013");
    // emissions +20 %, driver 100 to 130
    assertThat(whole.<Double>getAs("change_emission")).isCloseTo(0.2, within(1e-12));
    assertThat(whole.<Double>getAs("elasticity")).isCloseTo(0.2 / 0.3, within(1e-12));
    assertThat(whole.<String>getAs("state")).isEqualTo("weak decoupling");
    assertThat(whole.<Integer>getAs("peak_year")).isEqualTo(2011);
    assertThat(whole.<Boolean>getAs("has_peaked")).isTrue();
    assertThat(out.get("peaked/2011/2012").<String>getAs("state")).isEqualTo("strong decoupling");
    assertThat(out.get("peaked/2011/2012").<Boolean>getAs("has_peaked")).isNull();
    assertThat(out.get("rising/2010/2013").<Boolean>getAs("has_peaked")).isFalse();
    assertThat(out.get("tie/2010/2013").<Integer>getAs("peak_year")).isEqualTo(2013);
    assertThat(out.get("tie/2010/2013").<Boolean>getAs("has_peaked")).isFalse();
    assertThat(out.get("gap/2010/2013").<Boolean>getAs("has_peaked")).isNull();
    assertThat(out.get("gap/2010/2013").<String>getAs("state")).isEqualTo("weak decoupling");
    assertThat(out.get("gap/2010/2011").<String>getAs("reason")).isEqualTo("MISSING_EMISSIONS");
    assertThat(out.get("zero/2010/2011").<String>getAs("reason")).isEqualTo("BASE_NOT_POSITIVE");
    assertThat(out.get("zero/2010/2011").<String>getAs("state")).isNull();
  }

  @Test
  void theNoiseOfRoundingIsNoChange() {
    // 0.1 + 0.2 is not 0.3, and 1000 · 1.1 not 1100: differences of one part in 10^16
    double noisy = 1000 * (0.1 + 0.2);
    Map<String, Row> out =
        Frames.by(
            decoupled(
                List.of(
                    row("gdp", "driver", 2010, 100.0, 300.0),
                    row("gdp", "driver", 2011, 110.0, noisy),
                    row("gdp", "emissions", 2010, 300.0, 100.0),
                    row("gdp", "emissions", 2011, noisy, 90.0),
                    row("gdp", "small", 2010, 300.0, 100.0),
                    row("gdp", "small", 2011, 300.0 * (1 - 1e-11), 110.0)),
                5),
            "unit_id");
    assertThat(noisy).isNotEqualTo(300.0);
    assertThat(out.get("driver").<String>getAs("reason")).isEqualTo("DRIVER_UNCHANGED");
    assertThat(out.get("emissions").<Double>getAs("change_emission")).isZero();
    assertThat(out.get("emissions").<String>getAs("state")).isEqualTo("weak negative decoupling");
    // a change of one part in 10^11 is one
    assertThat(out.get("small").<String>getAs("state")).isEqualTo("strong decoupling");
  }

  @Test
  void aCountyThatIsLostIsNoDecoupling() {
    List<Row> rows = new ArrayList<>();
    for (String driver : List.of("gdp", "resilience")) {
      for (int i = 0; i < 4; i++) {
        // emissions halve in 2012, when a county goes
        rows.add(row(driver, "giver", 2010 + i, i < 2 ? 100.0 : 50.0, 100.0 + 10 * i));
      }
    }
    Map<String, Row> reported = moved(rows, BASES);
    Row whole = reported.get("gdp/2010/2013");
    assertThat(whole.<String>getAs("state")).isNull();
    assertThat(whole.<String>getAs("reason")).isEqualTo("BOUNDARY_BREAK");
    assertThat(whole.<Double>getAs("change_emission")).isNull();
    assertThat(whole.<String>getAs("boundary_flag")).isEqualTo("break");
    assertThat(whole.<String>getAs("boundary_event")).isEqualTo("carve_out:giver>other");
    assertThat(whole.<Boolean>getAs("has_peaked")).isNull();
    assertThat(whole.<Integer>getAs("peak_year")).isNull();
    assertThat(reported.get("gdp/2011/2012").<String>getAs("reason")).isEqualTo("BOUNDARY_BREAK");
    assertThat(reported.get("gdp/2012/2013").<String>getAs("state")).isEqualTo("weak decoupling");
    // emissions and GDP of one territory, but a score of that of the year
    CarbonBases fixed =
        new CarbonBases(
            Set.of(Basis.FIXED),
            Map.of("gdp", Set.of(Basis.FIXED), "resilience", Set.of(Basis.AS_REPORTED)));
    Map<String, Row> adjusted = moved(rows, fixed);
    assertThat(adjusted.get("gdp/2010/2013").<String>getAs("boundary_flag")).isEqualTo("adjusted");
    assertThat(adjusted.get("gdp/2010/2013").<String>getAs("state")).isEqualTo("strong decoupling");
    assertThat(adjusted.get("resilience/2010/2013").<String>getAs("reason"))
        .isEqualTo("BOUNDARY_BREAK");
    assertThat(adjusted.get("resilience/2010/2013").<Boolean>getAs("has_peaked")).isTrue();
  }

  @Test
  void yearsWithAStepKeepTheirSpansButTellNoPeak() {
    List<Row> rows = new ArrayList<>();
    for (int year : new int[] {2000, 2010, 2020}) {
      rows.add(row("gdp", "a", year, year == 2010 ? 150.0 : 100.0, year / 10.0));
    }
    Map<String, Row> out = Frames.by(decoupled(rows, 5), "year_from", "year_to");
    assertThat(out.keySet()).containsExactlyInAnyOrder("2000/2010", "2010/2020", "2000/2020");
    assertThat(out.get("2010/2020").<String>getAs("state")).isEqualTo("strong decoupling");
    assertThat(out.get("2000/2020").<Integer>getAs("peak_year")).isNull();
    assertThat(out.get("2000/2020").<Boolean>getAs("has_peaked")).isNull();
  }

  @Test
  void basesHaveOneTextWhateverTheirOrder() {
    Set<Basis> both = new LinkedHashSet<>(List.of(Basis.FIXED, Basis.AS_REPORTED));
    Map<String, Set<Basis>> drivers = new LinkedHashMap<>();
    drivers.put("resilience", both);
    drivers.put("gdp", both);
    assertThat(new CarbonBases(both, drivers))
        .hasToString(
            "CarbonBases[emissions=[AS_REPORTED, FIXED], drivers={gdp=[AS_REPORTED, FIXED],"
                + " resilience=[AS_REPORTED, FIXED]}]");
  }

  private static Map<String, Row> moved(List<Row> rows, CarbonBases bases) {
    Boundaries boundaries =
        Boundaries.of(
            List.of(new Move(2012, "carve_out", "giver", "other", false)), 2013, Map.of());
    return Frames.by(
        Decoupling.of(Frames.of(FRAME, rows), 2, boundaries, bases),
        "driver",
        "year_from",
        "year_to");
  }

  private static Dataset<Row> decoupled(List<Row> rows, int peakYears) {
    return Decoupling.of(
        Frames.of(FRAME, rows), peakYears, Boundaries.of(List.of(), 2030, Map.of()), BASES);
  }

  private static void series(List<Row> rows, String unit, Double... emissions) {
    for (int i = 0; i < emissions.length; i++) {
      rows.add(row("gdp", unit, 2010 + i, emissions[i], 100.0 + 10 * i));
    }
  }
}
