package org.renxing.spatialregression;

import java.util.List;
import org.apache.commons.math3.special.Erf;

/**
 * A fitted spatial regression.
 *
 * @param spatial ρ or λ
 * @param terms β and θ, in the order of the columns
 * @param covariance of the spatial parameter, then the terms
 * @param sigma2 SSE over the observations
 * @param olsLogLikelihood of the same regressors without spatial dependence
 * @param isExact whether the log-determinant was exact
 */
public record SpatialFit(
    SpatialModel model,
    Term spatial,
    List<Term> terms,
    List<List<Double>> covariance,
    double sigma2,
    int observations,
    double logLikelihood,
    double olsLogLikelihood,
    boolean isExact) {
  public SpatialFit {
    terms = List.copyOf(terms);
    covariance = covariance.stream().map(List::copyOf).toList();
  }

  /**
   * A parameter.
   *
   * @param standardError from the information matrix at the maximum
   */
  public record Term(String name, double estimate, double standardError) {
    /** Estimate over standard error. */
    public double statistic() {
      return estimate / standardError;
    }

    /** Two-sided, under the normal distribution. */
    public double pValue() {
      return Erf.erfc(Math.abs(statistic()) / Math.sqrt(2));
    }
  }

  /** 2 (parameters) − 2 ln L, with the spatial parameter and the variance counted. */
  public double aic() {
    return 2 * (terms.size() + 2) - 2 * logLikelihood;
  }
}
