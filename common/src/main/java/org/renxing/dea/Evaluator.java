package org.renxing.dea;

/**
 * Scores units against one technology. The units need not be among the reference units: with those
 * of another period the radial score is a cross-period distance, and may be above 1 (θ) or below 1
 * (φ), or infeasible.
 *
 * <p>An evaluator learns facets of the frontier as it goes, so one should score many units; it is
 * not safe for use by several threads. What it has learnt changes no score beyond rounding: peers
 * and multipliers of ties may differ.
 */
public interface Evaluator {
  /**
   * Radial efficiency in two phases: θ (or φ) first, then the largest sum of slacks at it, in the
   * columns' own units (Charnes, Cooper and Rhodes 1978; Ali and Seiford 1993 for two phases).
   *
   * @throws org.renxing.model.RenxingException DATA_CHECK where the columns are not those of the
   *     technology
   */
  Score radial(Observations units, int row, Orientation orientation);

  /**
   * Radial efficiency against the technology without the unit itself, known by its key (Andersen
   * and Petersen 1993). A duplicate of the unit stays, and gives 1.
   */
  Score superEfficiency(Observations units, int row, Orientation orientation);

  /**
   * The slacks-based measure ρ, not oriented (Tone 2001). Terms of columns in which the unit has 0
   * are left out, as there, and not counted in the divisors either, so that ρ is at most θ.
   */
  Score slacksBased(Observations units, int row);

  /** What has been done so far. */
  Effort effort();
}
