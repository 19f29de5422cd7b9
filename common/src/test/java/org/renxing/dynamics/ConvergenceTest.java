package org.renxing.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.renxing.dynamics.Convergence.Estimate;
import org.renxing.measure.MeasurePanel;
import org.renxing.measure.Panels;

class ConvergenceTest {
  private static final double NONE = Double.NaN;

  private static Map<String, Estimate> estimates(MeasurePanel panel) {
    int[] all = IntStream.range(0, panel.units().size()).toArray();
    return new Convergence(panel, all)
        .estimates().stream().collect(Collectors.toMap(Estimate::kind, Function.identity()));
  }

  /** Anscombe 1973, first set; standard error and p-value as scipy 1.17 gives them. */
  @Test
  void lineOfAnscombe() {
    LinearFit fit =
        LinearFit.of(
            new double[] {10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5},
            new double[] {8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68});
    assertThat(fit.slope()).isCloseTo(0.5000909090909091, within(1e-14));
    assertThat(fit.standardError()).isCloseTo(0.11790550059563408, within(1e-14));
    assertThat(fit.pValue()).isCloseTo(0.0021696288730787905, within(1e-14));
    assertThat(fit.r2()).isCloseTo(0.666542459508775, within(1e-14));
    assertThatThrownBy(() -> LinearFit.of(new double[2], new double[2]))
        .hasMessageContaining("three points");
  }

  /** x_L = e^a x_F^(e^(−λT)): the growth rate lies on a line in ln x_F. */
  @Property(tries = 100)
  void madeUpConvergenceIsExact(@ForAll @DoubleRange(min = 0.01, max = 0.5) double speed) {
    double kept = Math.exp(-speed * 4);
    double[][] values = new double[7][];
    for (int u = 0; u < values.length; u++) {
      double first = 0.1 * (u + 1);
      values[u] = new double[] {first, 1, 1, 1, 1.3 * Math.pow(first, kept)};
    }
    Estimate beta = estimates(Panels.of(values)).get("beta");
    assertThat(beta.estimate()).isCloseTo((kept - 1) / 4, within(1e-12));
    assertThat(beta.speed()).isCloseTo(speed, within(1e-9));
    assertThat(beta.r2()).isCloseTo(1, within(1e-9));
    assertThat(beta.pValue()).isLessThan(1e-6);
    assertThat(beta.n()).isEqualTo(7);
    assertThat(beta.leftOut()).isZero();
  }

  /** Values 1 ± s have a coefficient of variation in proportion to s, here 0.4, 0.3, 0.2, 0.1. */
  @Test
  void dispersionThatFallsEvenlyHasThatSlope() {
    MeasurePanel panel =
        Panels.of(
            new double[] {1.4, 1.3, 1.2, 1.1},
            new double[] {0.6, 0.7, 0.8, 0.9},
            new double[] {1, 1, 1, 1},
            new double[] {50, NONE, NONE, NONE});
    Estimate sigma = estimates(panel).get("sigma");
    assertThat(sigma.estimate()).isCloseTo(-0.1, within(1e-14));
    assertThat(sigma.n()).isEqualTo(4);
    assertThat(sigma.leftOut()).isEqualTo(1);
    Estimate rank = estimates(panel).get("rank");
    assertThat(rank.estimate()).isEqualTo(1);
    assertThat(rank.n()).isEqualTo(3);
  }

  @Test
  void unitsWithoutAPositiveValueAreLeftOutOfBetaAndCounted() {
    MeasurePanel panel =
        Panels.of(
            new double[] {1, 2},
            new double[] {2, 3},
            new double[] {4, 4},
            new double[] {0, 4},
            new double[] {4, -1},
            new double[] {NONE, 4});
    Map<String, Estimate> all = estimates(panel);
    assertThat(all.get("beta").n()).isEqualTo(3);
    assertThat(all.get("beta").leftOut()).isEqualTo(3);
    assertThat(all.get("beta").estimate()).isCloseTo(-0.5, within(1e-12));
    assertThat(all.get("sigma").reason()).isEqualTo("FEWER_THAN_3_YEARS");
    assertThat(all.get("rank").n()).isEqualTo(5);
  }

  @Test
  void whatCannotBeSaidHasAReason() {
    Map<String, Estimate> two = estimates(Panels.of(new double[] {1, 2}, new double[] {2, 2}));
    assertThat(two.values()).allMatch(e -> Double.isNaN(e.estimate()));
    assertThat(two.get("beta").reason()).isEqualTo("FEWER_THAN_3_UNITS");
    double[] same = {1, 1, 1};
    Map<String, Estimate> constant = estimates(Panels.of(same, same, same));
    assertThat(constant.get("beta").reason()).isEqualTo("CONSTANT");
    assertThat(constant.get("rank").reason()).isEqualTo("CONSTANT");
    assertThat(constant.get("sigma").estimate()).isZero();
    assertThat(constant.get("sigma").pValue()).isNaN();
    double[] year = {1};
    assertThat(estimates(Panels.of(year, year, year)).get("beta").reason()).isEqualTo("ONE_YEAR");
    double[] zero = {0, 0, 0};
    assertThat(estimates(Panels.of(zero, zero, zero)).get("sigma").reason())
        .isEqualTo("MEAN_NOT_POSITIVE");
  }

  /** Values 1, 2, 3, 4 against 2, 1, 4, 3: Σd² = 4, ρ = 1 − 6·4/(4·15). */
  @Test
  void spearmanByHand() {
    MeasurePanel panel =
        Panels.of(
            new double[] {1, 2}, new double[] {2, 1}, new double[] {3, 4}, new double[] {4, 3});
    assertThat(estimates(panel).get("rank").estimate()).isCloseTo(0.6, within(1e-14));
  }
}
