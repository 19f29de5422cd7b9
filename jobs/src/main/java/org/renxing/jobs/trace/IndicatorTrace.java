package org.renxing.jobs.trace;

import java.util.List;
import java.util.Optional;

/**
 * The way of one indicator's figure.
 *
 * @param direction + where more is better, - where less is
 * @param derived the expression with the base values put in
 * @param rawValue as derived and released; empty where missing
 * @param missingReason why {@code rawValue} is empty
 * @param imputed how the value was filled in, where the scenario imputes derived indicators
 * @param imputationMethod as released, whichever values the scenario imputes
 * @param isWinsorised whether {@code value} was drawn in to a quantile
 * @param value after imputation and treatment of outliers
 * @param weights of each scheme, and what the indicator adds to scores
 */
public record IndicatorTrace(
    String code,
    String nameZh,
    String nameEn,
    String system,
    Optional<String> criterion,
    String unitOfMeasure,
    String direction,
    List<BaseTrace> base,
    Derived derived,
    Optional<Double> rawValue,
    Optional<String> missingReason,
    Optional<Imputed> imputed,
    Optional<String> imputationMethod,
    boolean isSuspect,
    boolean isWinsorised,
    Optional<Double> value,
    Normalised normalised,
    List<Weight> weights) {

  public IndicatorTrace {
    base = List.copyOf(base);
    weights = List.copyOf(weights);
  }

  /**
   * An expression and what it gives.
   *
   * @param filledIn the expression with values for names; ? for what is missing
   * @param value computed again from the base values that this trace shows
   */
  public record Derived(String expression, String filledIn, Optional<Double> value) {}

  /**
   * How the value became comparable.
   *
   * @param origin where the bounds come from
   * @param lower lower bound used; for z-score the mean, for rank 1
   * @param upper upper bound used; for z-score mean and standard deviation, for rank the number
   * @param setLower the units and years whose values are the lower bound
   * @param normalised as released
   */
  public record Normalised(
      String method,
      String scope,
      String origin,
      double scale,
      boolean isClamped,
      Optional<Double> lower,
      Optional<Double> upper,
      Setters setLower,
      Setters setUpper,
      Optional<Double> normalised) {}

  /**
   * Units and years that set a bound.
   *
   * @param count how many; 0 where the bound is not a value of the panel
   * @param first the first few, by year and unit
   */
  public record Setters(long count, List<Setter> first) {
    static final Setters NONE = new Setters(0, List.of());

    public Setters {
      first = List.copyOf(first);
    }
  }

  /** A unit and year whose value is a bound. */
  public record Setter(String unitId, String unitName, int year) {}

  /**
   * The weight of the indicator in one scheme.
   *
   * @param weightYear year for which the weight holds; 0 for all
   * @param within where {@code weight} sums to 1: system or overall
   * @param globalWeight weight in the whole
   * @param systemWeight weight of the system in the whole
   * @param contribution to the overall score: global weight × normalised; empty for geometric means
   * @param systemContribution to the score of its system: contribution ÷ system weight
   */
  public record Weight(
      String scheme,
      String scope,
      int weightYear,
      String within,
      Optional<Double> weight,
      Optional<Double> globalWeight,
      Optional<Double> systemWeight,
      Optional<Double> entropy,
      Optional<Double> contribution,
      Optional<Double> systemContribution,
      Optional<String> reason) {}
}
