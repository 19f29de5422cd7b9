package org.renxing.coupling;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import org.renxing.model.Coupling;

/**
 * Coupling degree C, comprehensive degree T and coordination degree D of two or more systems (C eq.
 * 8–10; Wang Shujia et al. 2021 for the revised C).
 *
 * <ul>
 *   <li>standard: C = (Π S_i)^(1/k) / (Σ S_i / k); for two systems √(S·E / ((S + E)/2)²)
 *   <li>revised: C = √((1 − mean over pairs |S_i − S_j|) · (Π S_i / max S)^(1/(k − 1))); for two
 *       √((1 − (max − min)) · min/max)
 *   <li>T = Σ α_i S_i, D = √(C·T)
 * </ul>
 *
 * Scores enter as shares of their largest, so that nothing overflows, C is 1 exactly where all are
 * equal, and the result is symmetric to rounding.
 */
public final class CouplingCoordination implements Serializable {
  private static final long serialVersionUID = 1L;
  private final Coupling.Variant variant;
  private final List<Double> weights;
  private final ScoreScale scale;

  /**
   * One coupling of a scenario.
   *
   * @param scale the upper end of the scores (the normalisation's scale); they are divided by it
   */
  public CouplingCoordination(Coupling coupling, double scale) {
    this.variant = coupling.variant();
    this.weights = coupling.weights();
    this.scale = new ScoreScale(scale);
  }

  /**
   * The degrees of one unit and year.
   *
   * @param scores one a system, in their order; NaN where missing
   */
  public Degrees of(double... scores) {
    if (Arrays.stream(scores).anyMatch(scale::isOutside)) {
      return none(Double.NaN, Degrees.OUT_OF_RANGE);
    }
    if (Arrays.stream(scores).anyMatch(Double::isNaN)) {
      return none(Double.NaN, Degrees.MISSING_SCORE);
    }
    double[] s = Arrays.stream(scores).map(scale::share).toArray();
    double top = Arrays.stream(s).max().orElse(0);
    double t = 0;
    for (int i = 0; i < s.length; i++) {
      t += s[i] * weights.get(i);
    }
    if (top == 0) {
      return none(t, Degrees.ALL_ZERO);
    }
    double product = Arrays.stream(s).map(x -> x / top).reduce(1, (a, b) -> a * b);
    double c =
        variant == Coupling.Variant.STANDARD ? standard(s, top, product) : revised(s, product);
    return new Degrees(c, t, Math.sqrt(c * t), "");
  }

  private static Degrees none(double t, String reason) {
    return new Degrees(Double.NaN, t, Double.NaN, reason);
  }

  /** Geometric over arithmetic mean of the shares. */
  private static double standard(double[] s, double top, double product) {
    double mean = Arrays.stream(s).map(x -> x / top).reduce(0, Double::sum) / s.length;
    return Math.min(root(product, s.length) / mean, 1);
  }

  private static double revised(double[] s, double product) {
    int k = s.length;
    double distance = 0;
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < i; j++) {
        distance += Math.abs(s[i] - s[j]);
      }
    }
    double nearness = Math.max(1 - distance / (k * (k - 1) / 2.0), 0);
    return Math.sqrt(nearness * root(product, k - 1));
  }

  private static double root(double x, int k) {
    return switch (k) {
      case 1 -> x;
      case 2 -> Math.sqrt(x);
      default -> StrictMath.pow(x, 1.0 / k);
    };
  }
}
