package org.renxing.carbon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.renxing.testing.Frames.row;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
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
    Map<String, Row> out = Frames.by(Decoupling.of(Frames.of(FRAME, rows), 5), "unit_id");
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
    Map<String, Row> out =
        Frames.by(Decoupling.of(Frames.of(FRAME, rows), 2), "unit_id", "year_from", "year_to");
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

  private static void series(List<Row> rows, String unit, Double... emissions) {
    for (int i = 0; i < emissions.length; i++) {
      rows.add(row("gdp", unit, 2010 + i, emissions[i], 100.0 + 10 * i));
    }
  }
}
