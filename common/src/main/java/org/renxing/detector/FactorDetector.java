package org.renxing.detector;

/**
 * How far a factor explains the variable: q = 1 − Σ N_h σ_h² / (N σ²), with F = (N − L)/(L − 1) ·
 * q/(1 − q), which under unequal means of strata follows the noncentral F distribution with λ = [Σ
 * m_h² − (Σ √N_h m_h)² / N] / σ² (Wang, Zhang and Fu 2016).
 *
 * @param q from 0 to 1; NaN where there is no answer
 * @param rows N, those that count
 * @param strata L, those that count
 * @param lambda NaN for one stratum
 * @param pValue probability of F or more; NaN for one stratum
 * @param reason why there is no q or no p: NO_ROWS, ALL_EQUAL, ONE_STRATUM, TOO_FEW_ROWS; else
 *     empty
 */
public record FactorDetector(
    String factor,
    double q,
    double f,
    double lambda,
    double pValue,
    int rows,
    int strata,
    String reason) {

  static FactorDetector of(String factor, Spread spread, Variable y, boolean isSampleVariance) {
    double q = spread.q();
    int n = spread.rows();
    int strata = spread.strata();
    String reason = reason(spread, n, strata);
    if (!reason.isEmpty()) {
      return new FactorDetector(
          factor,
          strata == 1 && spread.total() > 0 ? 0 : q,
          Double.NaN,
          Double.NaN,
          Double.NaN,
          n,
          strata,
          reason);
    }
    double within = spread.within();
    double f = (n - strata) / (strata - 1.0) * (spread.total() - within) / within;
    double squares = 0;
    double roots = 0;
    for (int h = 0; h < spread.means().length; h++) {
      if (spread.counts()[h] > 0) {
        double mean = y.shift() / y.scale() + spread.means()[h];
        squares += mean * mean;
        roots += Math.sqrt(spread.counts()[h]) * mean;
      }
    }
    double variance = spread.total() / (isSampleVariance ? n - 1 : n);
    double lambda = Math.max(0, (squares - roots * roots / n) / variance);
    return new FactorDetector(
        factor,
        q,
        f,
        lambda,
        NoncentralF.upperTail(f, strata - 1.0, n - strata, lambda),
        n,
        strata,
        "");
  }

  private static String reason(Spread spread, int n, int strata) {
    if (n == 0) {
      return "NO_ROWS";
    }
    if (!(spread.total() > 0)) {
      return "ALL_EQUAL";
    }
    if (strata == 1) {
      return "ONE_STRATUM";
    }
    return n <= strata ? "TOO_FEW_ROWS" : "";
  }
}
