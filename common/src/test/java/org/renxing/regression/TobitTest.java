package org.renxing.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.renxing.model.RenxingException;

/** Censored regression against R's AER, and what has no answer. */
class TobitTest {
  private static final double NONE = Double.NEGATIVE_INFINITY;
  private static final double ANY = Double.POSITIVE_INFINITY;

  @Test
  void affairs() throws IOException {
    RegressionCase data = RegressionCase.of("tobit_affairs");
    DesignMatrix design =
        Formula.parse("affairs ~ age + yearsmarried + religiousness + occupation + rating")
            .design(data.frame());
    Map<String, Tobit> fits =
        Map.of(
            "left0", Tobit.of(design, new Tobit.Limits(0, ANY)),
            "left0_right4", Tobit.of(design, new Tobit.Limits(0, 4)));
    int compared =
        data.compare(
            (quantity, key) -> {
              String[] parts = key.split(":", -1);
              Tobit fit = fits.get(parts[0]);
              int place = fit == null || parts.length < 2 ? -1 : fit.terms().indexOf(parts[1]);
              int at = place < 0 && fit != null ? fit.terms().size() : place;
              return switch (quantity) {
                case "coef" ->
                    Optional.of(place < 0 ? Math.log(fit.sigma()) : fit.coefficients()[place]);
                case "se" -> Optional.of(Math.sqrt(fit.covariance()[at][at]));
                case "sigma" -> Optional.of(fit.sigma());
                case "log_likelihood" -> Optional.of(fit.logLikelihood());
                case "count" ->
                    switch (parts[1]) {
                      case "left_censored" -> Optional.of((double) fit.counts().get(0));
                      case "uncensored" -> Optional.of((double) fit.counts().get(1));
                      case "right_censored" -> Optional.of((double) fit.counts().get(2));
                      default -> Optional.empty();
                    };
                default -> Optional.empty();
              };
            });
    assertThat(compared).isGreaterThanOrEqualTo(60);
  }

  private static Frame random(int n, double scale) {
    Random random = new Random(7);
    double[] x = new double[n];
    double[] y = new double[n];
    for (int i = 0; i < n; i++) {
      x[i] = random.nextGaussian();
      y[i] = (0.5 + x[i] + random.nextGaussian()) * scale;
    }
    Map<String, double[]> out = new HashMap<>();
    out.put("x", x);
    out.put("y", y);
    return Frame.of(out);
  }

  /** Without censored rows it is least squares, with σ² = RSS/n. */
  @Test
  void withoutCensoring() {
    DesignMatrix design = Formula.parse("y ~ x").design(random(40, 1));
    Tobit fit = Tobit.of(design, new Tobit.Limits(NONE, ANY));
    RegressionFit ols = LeastSquares.pooled(design);
    assertThat(fit.coefficients()[1]).isCloseTo(ols.coefficients()[1], within(1e-12));
    assertThat(fit.sigma() * fit.sigma()).isCloseTo(ols.residualSquares() / 40, within(1e-11));
    Coefficient sigma = fit.table().get(2);
    assertThat(sigma.term()).isEqualTo("sigma");
    assertThat(sigma.standardError()).isCloseTo(fit.sigma() / Math.sqrt(80), within(1e-10));
  }

  @Test
  void scaleMovesWithTheResponse() {
    Tobit one = Tobit.of(Formula.parse("y ~ x").design(random(60, 1)), new Tobit.Limits(0, ANY));
    Tobit large =
        Tobit.of(Formula.parse("y ~ x").design(random(60, 1e6)), new Tobit.Limits(0, ANY));
    assertThat(large.coefficients()[1] / 1e6).isCloseTo(one.coefficients()[1], within(1e-9));
    assertThat(large.sigma() / 1e6).isCloseTo(one.sigma(), within(1e-9));
  }

  /** A mirrored response with mirrored limits has mirrored coefficients. */
  @Test
  void mirrored() {
    Tobit low = Tobit.of(Formula.parse("y ~ x").design(random(60, 1)), new Tobit.Limits(0, 1));
    Tobit high = Tobit.of(Formula.parse("y ~ x").design(random(60, -1)), new Tobit.Limits(-1, 0));
    assertThat(high.coefficients()[1]).isCloseTo(-low.coefficients()[1], within(1e-10));
    assertThat(high.logLikelihood()).isCloseTo(low.logLikelihood(), within(1e-9));
  }

  @Test
  void whatHasNoAnswer() {
    double[] y = {0, 0, 0, 0, 1, 2, 1.5, 3, 0, 2.5};
    double[] group = {1, 1, 1, 1, 0, 0, 0, 0, 0, 0};
    double[] flat = {4, 4, 4, 4, 4, 4, 4, 4, 4, 4};
    Frame frame = Frame.of(Map.of("y", y, "group", group, "flat", flat));
    assertThatThrownBy(
            () -> Tobit.of(Formula.parse("y ~ group").design(frame), new Tobit.Limits(0, ANY)))
        .isInstanceOf(RenxingException.class)
        .hasMessageContaining("no maximum");
    assertThatThrownBy(
            () -> Tobit.of(Formula.parse("y ~ group").design(frame), new Tobit.Limits(5, ANY)))
        .hasMessageContaining("all 10 are censored");
    assertThatThrownBy(() -> new Tobit.Limits(1, 1)).hasMessageContaining("below upper");
    Tobit fit = Tobit.of(Formula.parse("y ~ flat").design(frame), new Tobit.Limits(0, ANY));
    assertThat(fit.absent()).containsEntry("flat", "CONSTANT");
    assertThat(fit.table())
        .extracting(Coefficient::term)
        .containsExactly("(Intercept)", "flat", "sigma");
    Frame two = Frame.of(Map.of("y", new double[] {0, 0, 1, 2}, "x", new double[] {1, 2, 3, 4}));
    assertThatThrownBy(() -> Tobit.of(Formula.parse("y ~ x").design(two), new Tobit.Limits(0, ANY)))
        .hasMessageContaining("fitted exactly");
  }

  /** Φ and its Mills ratio: both forms meet, and far values are right. */
  @Test
  void tails() {
    assertThat(NormalTail.mills(-14.999)).isCloseTo(NormalTail.mills(-15.001), within(0.003));
    assertThat(NormalTail.logCumulative(-10) / -53.23128515051247).isCloseTo(1, within(1e-12));
    assertThat(NormalTail.logCumulative(-40) / -804.6084420137538).isCloseTo(1, within(1e-12));
    assertThat(NormalTail.logCumulative(5)).isCloseTo(-2.866516129637636e-7, within(1e-15));
  }
}
