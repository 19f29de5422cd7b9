package org.renxing.regression;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.renxing.numerics.TailProbability;

/**
 * A linear regression that was fitted. {@link Covariances} gives standard errors.
 *
 * @param order all terms, with or without an estimate
 * @param terms those with an estimate, in the order of all that follows
 * @param influence for each estimate the weight of each row's response in it
 * @param residuals of the rows that count
 * @param leverage of each row, that of absorbed effects apart
 * @param totalSquares of the response: about its mean with an intercept, after effects without
 * @param effects how many absorbed effects are free
 * @param inflation the variance inflation factor of each estimate; NaN for the intercept
 * @param rows where each row stood in the data
 * @param absent terms without an estimate, with the reason: CONSTANT, ABSORBED_BY_EFFECTS or
 *     COLLINEAR_WITH: and the terms of which it is a combination
 */
@SuppressWarnings("ArrayRecordComponent") // an immutable result
public record RegressionFit(
    List<String> order,
    List<String> terms,
    double[] coefficients,
    double[][] influence,
    double[] residuals,
    double[] leverage,
    double totalSquares,
    boolean hasIntercept,
    int effects,
    double[] inflation,
    int[] rows,
    Optional<PanelRows> panel,
    Optional<Within> within,
    Map<String, String> absent) {
  /** Takes copies. */
  public RegressionFit {
    order = List.copyOf(order);
    terms = List.copyOf(terms);
    absent = Collections.unmodifiableMap(new LinkedHashMap<>(absent));
  }

  /** How many rows count. */
  public int size() {
    return residuals.length;
  }

  /** The sum of squared residuals. */
  public double residualSquares() {
    return Columns.dot(residuals, residuals);
  }

  /** Rows less coefficients and absorbed effects. */
  public int degreesOfFreedom() {
    return size() - terms.size() - effects;
  }

  /** The estimated variance of the errors. */
  public double variance() {
    return residualSquares() / degreesOfFreedom();
  }

  /** The share of the variation that is explained: within effects where there are any. */
  public double r2() {
    return 1 - residualSquares() / totalSquares;
  }

  /** Its value after the degrees of freedom. */
  public double adjustedR2() {
    int total = size() - (hasIntercept ? 1 : 0) - effects;
    return 1 - variance() / (totalSquares / total);
  }

  /** The classic F statistic of all coefficients but the intercept; NaN where there are none. */
  public double fStatistic() {
    int slopes = slopes();
    return slopes == 0 ? Double.NaN : (totalSquares - residualSquares()) / slopes / variance();
  }

  /** The probability of {@link #fStatistic} or more where all coefficients are 0. */
  public double fPValue() {
    double f = fStatistic();
    return Double.isNaN(f) ? f : TailProbability.fisher(f, slopes(), degreesOfFreedom());
  }

  private int slopes() {
    return terms.size() - (hasIntercept ? 1 : 0);
  }

  /** The estimate of a term; NaN where it has none. */
  public double coefficient(String term) {
    int place = terms.indexOf(term);
    return place < 0 ? Double.NaN : coefficients[place];
  }

  /** All terms in order, with their tests or the reasons why they have no estimate. */
  public List<Coefficient> table(Covariance covariance) {
    List<Coefficient> out = new ArrayList<>();
    for (String term : order) {
      int place = terms.indexOf(term);
      out.add(
          place < 0
              ? Coefficient.without(term, absent.get(term))
              : Coefficient.of(
                  term,
                  coefficients[place],
                  covariance.standardError(place),
                  covariance.degreesOfFreedom()));
    }
    return out;
  }
}
