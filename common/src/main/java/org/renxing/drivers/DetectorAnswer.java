package org.renxing.drivers;

import java.io.Serializable;
import java.util.List;

/**
 * The geographical detector of some rows. Figures that have no answer are NaN.
 *
 * @param period {@link #ALL}, or the year
 */
public record DetectorAnswer(
    String period, List<Factor> factors, List<Pair> pairs, List<Risk> risks)
    implements Serializable {
  /** All years together, a unit in a year being a row. */
  public static final String ALL = "all";

  public DetectorAnswer {
    factors = List.copyOf(factors);
    pairs = List.copyOf(pairs);
    risks = List.copyOf(risks);
  }

  /**
   * How far a candidate explains the response.
   *
   * @param rows that count
   * @param leftOut rows of the period that lack the response or a candidate, or are alone in their
   *     stratum
   * @param cut such as {@code quantile}; {@code values} where each value is a stratum; empty where
   *     there are no strata
   * @param reason why there is no q: NO_VALUES of the candidate, NOT_ABOVE_0 for geometric strata,
   *     or one of {@link org.renxing.detector.FactorDetector}; else empty
   */
  public record Factor(
      String name,
      int rows,
      int leftOut,
      int strata,
      String cut,
      double q,
      double f,
      double pValue,
      String reason)
      implements Serializable {}

  /**
   * Two candidates together, and beside each other.
   *
   * @param type of Wang et al. (2010), see {@link org.renxing.detector.Interaction}
   * @param f of {@link org.renxing.detector.EcologicalTest}
   */
  public record Pair(
      String first,
      String second,
      double qFirst,
      double qSecond,
      double q,
      String type,
      double f,
      double pValue)
      implements Serializable {}

  /**
   * Two strata of a candidate.
   *
   * @param first its number, from 1
   * @param firstRange its bounds, or its value
   */
  public record Risk(
      String factor,
      int first,
      int second,
      String firstRange,
      String secondRange,
      double firstMean,
      double secondMean,
      double t,
      double degreesOfFreedom,
      double pValue)
      implements Serializable {
    private static final double LEVEL = 0.05;

    /** The mean of the first less that of the second. */
    public double difference() {
      return firstMean - secondMean;
    }

    /** Whether p is at most 0.05; of no account where there is none. */
    public boolean isSignificant() {
      return pValue <= LEVEL;
    }
  }
}
