package org.renxing.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.renxing.quality.panel.Figure;

/** Figures by hand. */
class ExpectationTest {
  private static Expectation of(double[]... series) {
    List<Figure> figures = new ArrayList<>();
    for (int unit = 0; unit < series.length; unit++) {
      for (int t = 0; t < series[unit].length; t++) {
        if (!Double.isNaN(series[unit][t])) {
          figures.add(new Figure("u" + unit, 2000 + t, "x", series[unit][t], "s"));
        }
      }
    }
    return new Expectation(IndicatorCells.of(figures));
  }

  @Test
  void aSeriesIsContinuedByTheMedianSlope() {
    // −1 makes the indicator one that is judged as it is; slopes of 1 but for the fourth year
    Expectation seen = of(new double[] {-1, 0, 1, 12, 3, 4});
    assertThat(seen.isLog()).isFalse();
    JudgedFigure cell = seen.at(3);
    assertThat(cell.y()).isEqualTo(12);
    assertThat(cell.expected()).isEqualTo(2);
    assertThat(cell.residual()).isEqualTo(10);
    assertThat(seen.step(3, 2)).isEqualTo(10);
    assertThat(seen.step(3, -1)).isNaN();
    // all other residuals are 0, so there is no spread of the series, but one of the year
    assertThat(cell.spread()).isCloseTo(2 * 1.4826 * 10, within(1e-12));
    assertThat(cell.score()).isCloseTo(1 / (2 * 1.4826), within(1e-12));
    assertThat(seen.at(0).spread()).isZero();
    assertThat(seen.at(0).score()).isNaN();
  }

  @Test
  void whatAllUnitsDoInAYearIsNoDeparture() {
    double[][] series = new double[9][7];
    for (int unit = 0; unit < series.length; unit++) {
      for (int t = 0; t < 7; t++) {
        series[unit][t] = (unit + 1) * Math.pow(2, t) * (t == 3 ? 10 : 1);
      }
    }
    series[0][2] *= 3;
    series[1][4] = 0;
    Expectation seen = of(series);
    assertThat(seen.isLog()).isTrue();
    for (int i = 0; i < seen.cells().size(); i++) {
      JudgedFigure cell = seen.at(i);
      assertThat(cell.spread()).isEqualTo(0.02);
      if (i == 2) {
        assertThat(cell.residual()).isCloseTo(Math.log(3), within(1e-9));
        assertThat(cell.score()).isCloseTo(Math.log(3) / 0.02, within(1e-6));
      } else if (i == 7 + 4) {
        // no logarithm, though one can be expected
        assertThat(cell.y()).isNaN();
        assertThat(cell.score()).isNaN();
        assertThat(cell.original(cell.expected())).isCloseTo(2 * 16, within(1e-6));
      } else {
        assertThat(cell.residual()).isCloseTo(0, within(1e-9));
      }
    }
    // a step is free of the trend and of the year's shift
    assertThat(seen.step(2, 3)).isCloseTo(Math.log(3), within(1e-9));
    assertThat(seen.step(2, 1)).isCloseTo(Math.log(3), within(1e-9));
  }

  @Test
  void nothingIsExpectedByFewerThanThreeYearsWithinFive() {
    double none = Double.NaN;
    Expectation seen = of(new double[] {5, 6, 7, none, none, none, none, 12, 13});
    // 2000 has two years within five, 2002 has three
    assertThat(seen.at(0).expected()).isNaN();
    assertThat(seen.at(0).score()).isNaN();
    assertThat(seen.at(2).expected()).isNotNaN();
  }
}
