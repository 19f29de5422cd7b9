package org.renxing.spatialregression;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.special.Gamma;
import org.renxing.space.WeightMatrix;

/**
 * Lagrange multiplier tests on the residuals of least squares (Anselin 1988; robust forms Anselin,
 * Bera, Florax and Yoon 1996), and likelihood ratios of fitted models.
 */
public final class SpatialTests {
  private SpatialTests() {}

  /**
   * A test with a χ² distribution.
   *
   * @param name such as {@code LM lag}
   * @param degrees of freedom
   */
  public record Test(String name, double statistic, int degrees) {
    /** The upper tail of χ². */
    public double pValue() {
      return Gamma.regularizedGammaQ(degrees / 2.0, Math.max(0, statistic) / 2);
    }
  }

  /**
   * LM error, LM lag, their robust forms, and SARMA (both at once, 2 degrees of freedom), for the
   * regressors without lags; σ² = e′e/n.
   */
  public static List<Test> lagrange(SpatialPanel panel) {
    LeastSquares ols = new LeastSquares(panel.columns(false), panel.terms(false));
    double[] e = ols.residuals(panel.y());
    double sigma2 = LeastSquares.dot(e, e) / panel.observations();
    double error = LeastSquares.dot(e, panel.lagged(e)) / sigma2;
    double lag = LeastSquares.dot(e, panel.wy()) / sigma2;
    double[] fitted = panel.y().clone();
    for (int i = 0; i < fitted.length; i++) {
      fitted[i] -= e[i];
    }
    double[] rest = ols.residuals(panel.lagged(fitted));
    double traces = panel.copies() * traces(panel);
    double j = LeastSquares.dot(rest, rest) / sigma2 + traces;
    double robustLag = (lag - error) * (lag - error) / (j - traces);
    double own = error - traces / j * lag;
    double robustError = own * own / (traces * (1 - traces / j));
    double lmError = error * error / traces;
    return List.of(
        new Test("LM error", lmError, 1),
        new Test("LM lag", lag * lag / j, 1),
        new Test("robust LM error", robustError, 1),
        new Test("robust LM lag", robustLag, 1),
        new Test("SARMA", robustLag + lmError, 2));
  }

  /** tr(W² + W′W), without the mean of the units where effects of periods take it out. */
  private static double traces(SpatialPanel panel) {
    WeightMatrix w = panel.weights();
    double all = w.squares() + w.mutual();
    if (!panel.isReduced()) {
      return all;
    }
    double[] ones = new double[w.size()];
    Arrays.fill(ones, 1);
    double[] sums = w.lagTransposed(ones);
    return all - 1 - LeastSquares.dot(sums, sums) / sums.length;
  }

  /** Whether the spatial parameter is needed: against the same regressors without it. */
  public static Test againstLeastSquares(SpatialFit fit) {
    return new Test(
        "LR against least squares", 2 * (fit.logLikelihood() - fit.olsLogLikelihood()), 1);
  }

  /**
   * Whether a Durbin model simplifies to the lag model (θ = 0) or to the error model (θ = −ρβ).
   *
   * @param simple the lag or the error model of the same data
   */
  public static Test simplification(SpatialFit durbin, SpatialFit simple) {
    String name = simple.model().hasLag() ? "LR against lag" : "LR against error";
    int lagged = durbin.terms().size() - simple.terms().size();
    return new Test(name, 2 * (durbin.logLikelihood() - simple.logLikelihood()), lagged);
  }
}
