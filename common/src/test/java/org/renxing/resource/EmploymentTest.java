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
import org.renxing.testing.Series;

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

  private static Map<String, EmploymentYear> elasticity(Boundaries boundaries, List<Row> rows) {
    return Series.by(
        Series.each(Series.of(FRAME, rows), new Employment(boundaries)::elasticity),
        y -> y.unitId() + "/" + y.year());
  }

  private static Map<String, Employment.Okun> okun(Boundaries boundaries, List<Row> rows) {
    Employment employment = new Employment(boundaries);
    return Series.by(
        Series.each(Series.of(FRAME, rows), unit -> List.of(employment.okun(unit))),
        Employment.Okun::unitId);
  }

  @Test
  void elasticityPerYearAndOverTheSpan() {
    Map<String, EmploymentYear> out =
        elasticity(
            UNMOVED,
            List.of(
                row("a", 2010, 100.0, 200.0, null),
                row("a", 2011, 102.0, 220.0, null), // +2 % on +10 %
                row("a", 2012, 102.0, 220.0, null), // output unchanged
                row("a", 2013, 96.9, 198.0, null), // -5 % on -10 %
                row("a", 2014, null, 198.0, null),
                row("b", 2010, 0.0, 100.0, null),
                row("b", 2011, 10.0, 110.0, null)));
    assertThat(out.get("a/2011").byYear().elasticity()).isCloseTo(0.2, within(1e-12));
    assertThat(out.get("a/2012").byYear().elasticity()).isNaN();
    assertThat(out.get("a/2012").byYear().reason()).isEqualTo("OUTPUT_UNCHANGED");
    assertThat(out.get("a/2013").byYear().elasticity()).isCloseTo(0.5, within(1e-12));
    // -3.1 % on -1 %
    assertThat(out.get("a/2013").sinceFirst().elasticity()).isCloseTo(3.1, within(1e-10));
    assertThat(out.get("a/2010").byYear().reason()).isEqualTo("FIRST_YEAR");
    assertThat(out.get("a/2014").byYear().reason()).isEqualTo("MISSING_EMPLOYMENT");
    assertThat(out.get("b/2011").byYear().reason()).isEqualTo("MISSING_EMPLOYMENT");
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
    Map<String, Employment.Okun> out = okun(UNMOVED, rows);
    Employment.Okun a = out.get("a");
    assertThat(a.line().n()).isEqualTo(6);
    assertThat(a.line().coefficient()).isCloseTo(expected.getSlope(), within(1e-12));
    assertThat(a.line().intercept()).isCloseTo(expected.getIntercept(), within(1e-12));
    assertThat(a.line().standardError()).isCloseTo(expected.getSlopeStdErr(), within(1e-12));
    assertThat(a.line().r2()).isCloseTo(expected.getRSquare(), within(1e-12));
    assertThat(a.line().reason()).isEmpty();
    assertThat(out.get("few").line().n()).isEqualTo(2);
    assertThat(out.get("few").line().coefficient()).isNaN();
    assertThat(out.get("few").line().reason()).isEqualTo("TOO_FEW_POINTS");
    assertThat(out.get("steady").line().reason()).isEqualTo("CONSTANT_GROWTH");
    assertThat(out.get("steady").line().standardError()).isNaN();
    assertThat(out.get("flat").line().coefficient()).isZero();
    assertThat(out.get("flat").line().r2()).isNaN();
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
    Map<String, EmploymentYear> out = elasticity(MOVED, rows);
    assertThat(out.get("gave/2011").byYear().elasticity()).isCloseTo(0.5, within(1e-12));
    EmploymentYear gave = out.get("gave/2012");
    assertThat(gave.growthEmployment()).isNaN();
    assertThat(gave.growthOutput()).isNaN();
    assertThat(gave.byYear().elasticity()).isNaN();
    assertThat(gave.byYear().reason()).isEqualTo("BOUNDARY_BREAK");
    assertThat(gave.byYear().flag()).isEqualTo("break");
    // 2013 is not there: no growth of a year, and none of two years called one
    assertThat(out.get("gave/2014").growthOutput()).isNaN();
    assertThat(out.get("gave/2014").byYear().reason()).isEqualTo("GAP");
    assertThat(out.get("gave/2014").byYear().flag()).isEqualTo("none");
    assertThat(out.get("gave/2014").sinceFirst().reason()).isEqualTo("BOUNDARY_BREAK");
    assertThat(out.get("gave/2015").byYear().reason()).isEqualTo("OUTPUT_UNCHANGED");
    // totals of whole units are added: -45 % on -39.5 %
    EmploymentYear heir = out.get("heir/2014");
    assertThat(heir.sinceFirst().elasticity()).isCloseTo(45 / 39.5, within(1e-12));
    assertThat(heir.sinceFirst().flag()).isEqualTo("merged");
    assertThat(heir.sinceFirst().reason()).isEmpty();
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
    Map<String, Employment.Okun> out = okun(MOVED, rows);
    // 4 %, 10 % and -5 % with -1, -1 and +2 points: means 3 and 0, so Sxy -24 over Sxx 114
    for (String unit : List.of("gave", "heir")) {
      assertThat(out.get(unit).line().n()).isEqualTo(3);
      assertThat(out.get(unit).breaks()).isEqualTo(1);
      assertThat(out.get(unit).line().coefficient()).isCloseTo(-24.0 / 114, within(1e-12));
    }
    assertThat(out.get("calm").line().n()).isEqualTo(4);
    assertThat(out.get("calm").breaks()).isZero();
    assertThat(out.get("decades").line().n()).isZero();
    assertThat(out.get("decades").line().reason()).isEqualTo("TOO_FEW_POINTS");
  }
}
