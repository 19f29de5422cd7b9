package org.renxing.decomposition;

import java.util.Arrays;
import java.util.List;
import org.renxing.numerics.Finite;

/**
 * What factors did to a total. Immutable.
 *
 * <p>Of several sectors the additive effects are sums. Multiplicative effects are Dₖ = exp(Σ wᵢ
 * ln(x₁ₖ/x₀ₖ)) with wᵢ = L(V₁ᵢ, V₀ᵢ)/L(V₁, V₀), which is the exponential of the additive effect
 * over the logarithmic mean of the totals: their product is V₁/V₀.
 */
public final class LmdiEffects {
  private final double from;
  private final double to;
  private final double[] additive;
  private final double[] multiplicative;

  private LmdiEffects(double from, double to, double[] additive, double[] multiplicative) {
    this.from = from;
    this.to = to;
    this.additive = additive;
    this.multiplicative = multiplicative;
  }

  static LmdiEffects of(double from, double to, double[] additive) {
    double mean = Lmdi.logarithmicMean(to, from);
    double[] ratios =
        Arrays.stream(additive)
            .map(e -> mean == 0 ? Double.NaN : Finite.orNaN(StrictMath.exp(e / mean)))
            .toArray();
    return new LmdiEffects(from, to, additive.clone(), ratios);
  }

  /**
   * Steps that follow each other, chained: additive effects are summed up, multiplicative ones
   * multiplied.
   *
   * @param steps one or more, in order, each from where the one before ends
   */
  public static LmdiEffects chained(List<LmdiEffects> steps) {
    LmdiEffects first = steps.get(0);
    double[] sums = new double[first.additive.length];
    double[] products = new double[sums.length];
    Arrays.fill(products, 1);
    for (LmdiEffects step : steps) {
      for (int k = 0; k < sums.length; k++) {
        sums[k] += step.additive[k];
        products[k] *= step.multiplicative[k];
      }
    }
    return new LmdiEffects(first.from, steps.get(steps.size() - 1).to, sums, products);
  }

  /** The total before. */
  public double from() {
    return from;
  }

  /** The change of the total, in its unit. */
  public double change() {
    return to - from;
  }

  /** The total after over that before; NaN where either is 0. */
  public double ratio() {
    return to == 0 ? Double.NaN : Finite.quotient(to, from);
  }

  /** How many factors. */
  public int factors() {
    return additive.length;
  }

  /** The effect of a factor, in the unit of the total. */
  public double additive(int factor) {
    return additive[factor];
  }

  /** The effect of a factor as a ratio; NaN where the total is 0 before or after. */
  public double multiplicative(int factor) {
    return multiplicative[factor];
  }

  /**
   * The part of a factor in the elasticity of the total to a driver: (effect / V₀) / (change of the
   * driver over its first value). Parts sum to Tapio's elasticity. NaN where it is undefined.
   *
   * @param driver relative change of the driver
   */
  public double elasticity(int factor, double driver) {
    return Finite.quotient(Finite.quotient(additive[factor], from), driver);
  }
}
