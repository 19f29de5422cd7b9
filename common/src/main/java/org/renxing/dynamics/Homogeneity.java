package org.renxing.dynamics;

import java.util.List;
import org.apache.commons.math3.special.Gamma;

/**
 * Do chains share their transition probabilities? Pearson's Q = Σ_r Σ_i Σ_j n_i|r (p_ij|r −
 * p_ij)²/p_ij and the likelihood ratio LR = 2 Σ_r Σ_i Σ_j n_ij|r ln(p_ij|r/p_ij), over the cells
 * whose pooled probability is above 0 (Bickenbach and Bode 2003, equations 5 to 7). Both have Σ_i
 * (a_i − 1)(b_i − 1) degrees of freedom, a_i chains that leave state i at all and b_i states that
 * are reached from it.
 *
 * @param chiSquare Q
 * @param likelihoodRatio LR
 * @param degrees of freedom; with 0 there is nothing to test
 */
public record Homogeneity(double chiSquare, double likelihoodRatio, int degrees) {

  /**
   * The tests.
   *
   * @param chains of the same states
   * @param pooled their sum
   */
  public static Homogeneity of(List<MarkovChain> chains, MarkovChain pooled) {
    double q = 0;
    double ratio = 0;
    int degrees = 0;
    for (int i = 0; i < pooled.states(); i++) {
      int from = i;
      int leaving = (int) chains.stream().filter(c -> c.count(from) > 0).count();
      int reached = 0;
      for (int j = 0; j < pooled.states(); j++) {
        if (pooled.count(i, j) == 0) {
          continue;
        }
        reached++;
        double p = pooled.probability(i, j);
        for (MarkovChain chain : chains) {
          long n = chain.count(i);
          if (n > 0) {
            double own = chain.probability(i, j);
            q += n * (own - p) * (own - p) / p;
            ratio += own > 0 ? 2 * chain.count(i, j) * Math.log(own / p) : 0;
          }
        }
      }
      degrees += leaving > 0 && reached > 0 ? (leaving - 1) * (reached - 1) : 0;
    }
    return new Homogeneity(q, ratio, degrees);
  }

  /** The p-value of Q. */
  public double chiSquareP() {
    return upperTail(chiSquare);
  }

  /** The p-value of LR. */
  public double likelihoodRatioP() {
    return upperTail(likelihoodRatio);
  }

  private double upperTail(double statistic) {
    return degrees == 0
        ? Double.NaN
        : Gamma.regularizedGammaQ(degrees / 2.0, Math.max(0, statistic) / 2);
  }
}
