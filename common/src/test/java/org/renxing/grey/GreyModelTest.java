package org.renxing.grey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.renxing.model.RenxingException;
import org.renxing.testing.SharedCases;

/** GM(1,1) on a printed case, constant and geometric series, and what has no model. */
class GreyModelTest {
  private static final double[] FIVE = {100, 120, 145, 175, 210};

  @Test
  void printedCase() throws IOException {
    GreyModel model = GreyModel.of(FIVE, 0);
    Path expected = SharedCases.file("cases/stats/grey_gm11/expected.csv");
    int compared = 0;
    for (Map<String, String> row : SharedCases.rows(expected)) {
      String key = row.get("key");
      double found =
          switch (row.get("quantity")) {
            case "fitted" -> model.fitted(Integer.parseInt(key) - 1);
            case "forecast" -> model.fitted(4 + Integer.parseInt(key.substring(1)));
            case "a" -> model.development();
            case "b" -> model.input();
            case "level_ratio" -> model.classRatio(Integer.parseInt(key) - 1);
            case "level_ratio_bound" ->
                key.equals("low") ? model.lowestRatio() : model.highestRatio();
            case "posterior_variance_ratio_C" -> model.varianceRatio();
            case "small_error_probability_P" -> model.smallErrors();
            case "mean_relative_error" ->
                key.equals("all") ? model.meanRelativeError() : model.meanRelativeError() * 5 / 4;
            default -> Double.NaN;
          };
      if (row.get("quantity").equals("level_ratio_ok")) {
        assertThat(model.passesClassRatios()).isTrue();
      } else {
        assertThat(found)
            .as(row.toString())
            .isCloseTo(
                Double.parseDouble(row.get("value")),
                within(Double.parseDouble(row.get("abs_tol"))));
      }
      compared++;
    }
    assertThat(compared).isEqualTo(29);
    assertThat(model.grade()).isEqualTo(1);
  }

  @Test
  void constantSeries() {
    GreyModel model = GreyModel.of(new double[] {7, 7, 7, 7}, 0);
    assertThat(model.development()).isCloseTo(0, within(1e-15));
    assertThat(model.fitted(9)).isCloseTo(7, within(1e-12));
    assertThat(model.varianceRatio()).isNaN();
    assertThat(model.smallErrors()).isNaN();
    assertThat(model.grade()).isZero();
    assertThat(model.passesClassRatios()).isTrue();
  }

  /** Values that alternate have no trend: class ratios and grade say so. */
  @Test
  void poorSeries() {
    GreyModel model = GreyModel.of(new double[] {10, 30, 8, 31, 9, 30}, 0);
    assertThat(model.passesClassRatios()).isFalse();
    assertThat(model.grade()).isEqualTo(4);
  }

  /** A scale of the values scales the fits and leaves a, C and P. */
  @Property
  void scale(@ForAll @IntRange(min = -300, max = 300) int power) {
    double by = Math.scalb(1.5, power);
    double[] scaled = FIVE.clone();
    for (int k = 0; k < scaled.length; k++) {
      scaled[k] *= by;
    }
    GreyModel one = GreyModel.of(FIVE, 0);
    GreyModel other = GreyModel.of(scaled, 0);
    assertThat(other.development()).isCloseTo(one.development(), within(1e-12));
    assertThat(other.fitted(7) / by).isCloseTo(one.fitted(7), within(1e-9));
    assertThat(other.varianceRatio()).isCloseTo(one.varianceRatio(), within(1e-9));
  }

  /** A geometric series comes out nearly as it is: its ratio is exp(−a) to second order. */
  @Property
  void geometric(@ForAll @IntRange(min = 4, max = 12) int n) {
    double[] x = new double[n];
    for (int k = 0; k < n; k++) {
      x[k] = 50 * Math.pow(1.02, k);
    }
    GreyModel model = GreyModel.of(x, 0);
    assertThat(Math.exp(-model.development())).isCloseTo(1.02, within(1e-4));
    assertThat(model.fitted(n)).isCloseTo(50 * Math.pow(1.02, n), within(0.05));
  }

  @Test
  void shift() {
    double[] signed = {-2, 1, 5, 10, 16};
    assertThat(GreyModel.reason(signed, 0)).contains(GreyModel.NOT_POSITIVE);
    GreyModel model = GreyModel.of(signed, 50);
    assertThat(model.fitted(0)).isEqualTo(-2);
    assertThat(model.fitted(3)).isCloseTo(10, within(0.6));
  }

  @Test
  void noModel() {
    assertThat(GreyModel.reason(new double[] {1, 2, 3}, 0)).contains(GreyModel.TOO_FEW);
    assertThat(GreyModel.reason(new double[] {1, 2, 3, 0}, 0)).contains(GreyModel.NOT_POSITIVE);
    assertThat(GreyModel.reason(new double[] {1, 2, 3, Double.NaN}, 0))
        .contains(GreyModel.NOT_POSITIVE);
    assertThatThrownBy(() -> GreyModel.of(new double[3], 0))
        .isInstanceOf(RenxingException.class)
        .hasMessageContaining("TOO_FEW");
  }
}
