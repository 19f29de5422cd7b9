package org.renxing.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.renxing.testing.Frames.row;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.renxing.model.Statistic;
import org.renxing.territory.Basis;
import org.renxing.territory.Boundaries;
import org.renxing.territory.Move;
import org.renxing.testing.Frames;

class EmploymentTest {
  private static final String FRAME =
      "unit_id string, year int, employment double, gdp double, unemployment_rate double";

  private static final Boundaries UNMOVED = Boundaries.of(List.of(), 2030, Map.of());
  private static final Boundaries MOVED =
      Boundaries.of(
          List.of(
              new Move(2012, "carve_out", "gave", "other", false),
              new Move(2012, "merge", "small", "heir", true)),
          2030,
          Map.of(
              Statistic.EMPLOYMENT, Basis.MERGED,
              Statistic.GDP, Basis.MERGED,
              Statistic.UNEMPLOYMENT_RATE, Basis.AS_REPORTED));

  @Test
  void elasticityPerYearAndOverTheSpan() {
    Map<String, Row> out =
        Frames.by(
            Employment.elasticity(
                Frames.of(
                    FRAME,
                    row("a", 2010, 100.0, 200.0, null),
                    row("a", 2011, 102.0, 220.0, null), // +2 % on +10 %
                    row("a", 2012, 102.0, 220.0, null), // output unchanged
                    row("a", 2013, 96.9, 198.0, null), // -5 % on -10 %
                    row("a", 2014, null, 198.0, null),
                    row("b", 2010, 0.0, 100.0, null),
                    row("b", 2011, 10.0, 110.0, null)),
                UNMOVED),
            "unit_id",
            "year");
    assertThat(out.get("a/2011").<Double>getAs("elasticity")).isCloseTo(0.2, within(1e-12));
    assertThat(out.get("a/2012").<Double>getAs("elasticity")).isNull();
    assertThat(out.get("a/2012").<String>getAs("reason")).isEqualTo("OUTPUT_UNCHANGED");
    assertThat(out.get("a/2013").<Double>getAs("elasticity")).isCloseTo(0.5, within(1e-12));
    // -3.1 % on -1 %
    assertThat(out.get("a/2013").<Double>getAs("elasticity_since_first"))
        .isCloseTo(3.1, within(1e-10));
    assertThat(out.get("a/2010").<String>getAs("reason")).isEqualTo("FIRST_YEAR");
    assertThat(out.get("a/2014").<String>getAs("reason")).isEqualTo("MISSING_EMPLOYMENT");
    assertThat(out.get("b/2011").<String>getAs("reason")).isEqualTo("MISSING_EMPLOYMENT");
  }

  @Test
  void okunEqualsAnIndependentRegression() {
    double[] gdp = {100, 108, 115, 113, 121, 118, 131};
    double[] rate = {4.0, 3.7, 3.6, 4.1, 3.9, 4.4, 3.5};
    List<Row> rows = new ArrayList<>();
    SimpleRegression expected = new SimpleRegression();
    for (int i = 0; i < gdp.length; i++) {
      rows.add(row("a", 2010 + i, null, gdp[i], rate[i]));
      rows.add(row("few", 2010 + i, null, gdp[i], i < 3 ? rate[i] : null));
      rows.add(row("steady", 2010 + i, null, Math.scalb(1.0, i), rate[i]));
      rows.add(row("flat", 2010 + i, null, gdp[i], 4.0));
      if (i > 0) {
        expected.addData(100 * (gdp[i] / gdp[i - 1] - 1), rate[i] - rate[i - 1]);
      }
    }
    Map<String, Row> out = Frames.by(Employment.okun(Frames.of(FRAME, rows), UNMOVED), "unit_id");
    Row a = out.get("a");
    assertThat(a.<Long>getAs("n")).isEqualTo(6);
    assertThat(a.<Double>getAs("coefficient")).isCloseTo(expected.getSlope(), within(1e-12));
    assertThat(a.<Double>getAs("intercept")).isCloseTo(expected.getIntercept(), within(1e-12));
    assertThat(a.<Double>getAs("standard_error"))
        .isCloseTo(expected.getSlopeStdErr(), within(1e-12));
    assertThat(a.<Double>getAs("r2")).isCloseTo(expected.getRSquare(), within(1e-12));
    assertThat(a.<String>getAs("reason")).isNull();
    assertThat(out.get("few").<Long>getAs("n")).isEqualTo(2);
    assertThat(out.get("few").<Double>getAs("coefficient")).isNull();
    assertThat(out.get("few").<String>getAs("reason")).isEqualTo("TOO_FEW_POINTS");
    assertThat(out.get("steady").<String>getAs("reason")).isEqualTo("CONSTANT_GROWTH");
    assertThat(out.get("steady").<Double>getAs("standard_error")).isNull();
    assertThat(out.get("flat").<Double>getAs("coefficient")).isZero();
    assertThat(out.get("flat").<Double>getAs("r2")).isNull();
  }

  @Test
  void noElasticityOverABreakOrAGap() {
    List<Row> rows = new ArrayList<>();
    for (String unit : List.of("gave", "heir")) {
      rows.add(row(unit, 2010, 100.0, 100.0, null));
      rows.add(row(unit, 2011, 105.0, 110.0, null));
      rows.add(row(unit, 2012, 50.0, 55.0, null));
      rows.add(row(unit, 2014, 55.0, 60.5, null));
      rows.add(row(unit, 2015, 55.0, 60.5 * (1 + 1e-15), null));
    }
    Map<String, Row> out =
        Frames.by(Employment.elasticity(Frames.of(FRAME, rows), MOVED), "unit_id", "year");
    assertThat(out.get("gave/2011").<Double>getAs("elasticity")).isCloseTo(0.5, within(1e-12));
    Row gave = out.get("gave/2012");
    assertThat(gave.<Double>getAs("growth_employment_pct")).isNull();
    assertThat(gave.<Double>getAs("growth_output_pct")).isNull();
    assertThat(gave.<Double>getAs("elasticity")).isNull();
    assertThat(gave.<String>getAs("reason")).isEqualTo("BOUNDARY_BREAK");
    assertThat(gave.<String>getAs("boundary_flag")).isEqualTo("break");
    // 2013 is not there: no growth of a year, and none of two years called one
    assertThat(out.get("gave/2014").<Double>getAs("growth_output_pct")).isNull();
    assertThat(out.get("gave/2014").<String>getAs("reason")).isEqualTo("GAP");
    assertThat(out.get("gave/2014").<String>getAs("boundary_flag")).isEqualTo("none");
    assertThat(out.get("gave/2014").<String>getAs("reason_since_first"))
        .isEqualTo("BOUNDARY_BREAK");
    assertThat(out.get("gave/2015").<String>getAs("reason")).isEqualTo("OUTPUT_UNCHANGED");
    // totals of whole units are added: -45 % on -39.5 %
    Row heir = out.get("heir/2014");
    assertThat(heir.<Double>getAs("elasticity_since_first")).isCloseTo(45 / 39.5, within(1e-12));
    assertThat(heir.<String>getAs("boundary_flag_since_first")).isEqualTo("merged");
    assertThat(heir.<String>getAs("reason_since_first")).isNull();
  }

  @Test
  void okunLeavesOutTheYearOfABreakAndGaps() {
    List<Row> rows = new ArrayList<>();
    double[] gdp = {100, 104, 60, 66, 62.7};
    double[] rate = {5, 4, 9, 8, 10};
    for (int i = 0; i < gdp.length; i++) {
      for (String unit : List.of("gave", "heir", "calm")) {
        rows.add(row(unit, 2010 + i, null, gdp[i], rate[i]));
      }
      rows.add(row("decades", 2000 + 10 * i, null, gdp[i], rate[i]));
    }
    Map<String, Row> out = Frames.by(Employment.okun(Frames.of(FRAME, rows), MOVED), "unit_id");
    // 4 %, 10 % and -5 % with -1, -1 and +2 points: means 3 and 0, so Sxy -24 over Sxx 114
    for (String unit : List.of("gave", "heir")) {
      assertThat(out.get(unit).<Long>getAs("n")).isEqualTo(3);
      assertThat(out.get(unit).<Long>getAs("n_boundary_breaks")).isEqualTo(1);
      assertThat(out.get(unit).<Double>getAs("coefficient")).isCloseTo(-24.0 / 114, within(1e-12));
    }
    assertThat(out.get("calm").<Long>getAs("n")).isEqualTo(4);
    assertThat(out.get("calm").<Long>getAs("n_boundary_breaks")).isZero();
    assertThat(out.get("decades").<Long>getAs("n")).isZero();
    assertThat(out.get("decades").<String>getAs("reason")).isEqualTo("TOO_FEW_POINTS");
  }
}
