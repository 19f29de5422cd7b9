package org.renxing.dea;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A score whose certificate holds.
 *
 * @param unit the unit
 * @param measure what is measured
 * @param reason ZERO_OUTPUT where all outputs are 0 and the score is therefore 0, else NONE
 * @param number θ, φ or ρ; exactly 1 within 1e-10 of it
 * @param unitTotal the sum of the unit's inputs and outputs
 * @param projection slacks, targets, multipliers and peers
 * @param certificateError the largest of: how far the multipliers are from feasible over all
 *     reference units, how far λ and slacks are from feasible, and the gap between the values of
 *     both; each relative to the terms that make it up
 */
public record Scored(
    UnitKey unit,
    Measure measure,
    Reason reason,
    double number,
    double unitTotal,
    Projection projection,
    double certificateError)
    implements Score {
  /** From this product of ε and the unit's total on, θ − ε·S does not read as a θ. */
  private static final double EPSILON_LIMIT = 0.01;

  @Override
  public Status status() {
    return Status.OK;
  }

  @Override
  public OptionalDouble value() {
    return OptionalDouble.of(number);
  }

  @Override
  public Optional<Scored> scored() {
    return Optional.of(this);
  }

  /**
   * On the frontier: θ or ρ is at least 1, φ at most 1. Scores are drawn to 1 by one tolerance, so
   * this agrees with the number printed.
   */
  public boolean isWeaklyEfficient() {
    return measure.isReached(number);
  }

  /** On the frontier, and no slack. */
  public boolean isStronglyEfficient() {
    return isWeaklyEfficient() && !projection.hasSlack();
  }

  /** S, the sum of all slacks; it depends on the units of the columns. */
  public double slackSum() {
    return projection.slackSum();
  }

  /**
   * θ − ε·S, from the two phases; empty where the score is no θ, or where ε times the unit's inputs
   * and outputs together is 0.01 or more, since then slacks in the columns' units outweigh θ.
   *
   * @param epsilon above 0, as 1e-6
   */
  public OptionalDouble thetaMinusEpsilonSlack(double epsilon) {
    boolean isTheta = measure == Measure.THETA || measure == Measure.SUPER_THETA;
    return isTheta && epsilon * unitTotal < EPSILON_LIMIT
        ? OptionalDouble.of(number - epsilon * slackSum())
        : OptionalDouble.empty();
  }
}
