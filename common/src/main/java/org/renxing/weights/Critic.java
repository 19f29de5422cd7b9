package org.renxing.weights;

import java.util.List;
import java.util.stream.IntStream;
import org.renxing.model.WeightOptions;
import org.renxing.numerics.ExactSums;

/**
 * CRITIC weights: importance C_j = d_j · Σ_k (1 − …), contrast times conflict.
 *
 * <ul>
 *   <li>{@code critic} (Diakoulaki, Mavrotas and Papayannakis 1995): d_j = σ_j, conflict Σ_k (1 −
 *       r_jk).
 *   <li>{@code critic-improved} (R eq. 3–6): d_j = σ_j/|mean_j|, conflict Σ_k (1 − |r_jk|). R's eq.
 *       4 mixes raw and normalised values and its prose calls d_j the standard deviation; both are
 *       taken as slips.
 * </ul>
 *
 * <p>k runs over the other indicators of the group (the system, or all). Those that do not vary, or
 * share no rows, count as nothing; an indicator without any other has C_j = d_j, so that the only
 * one that varies gets all. σ and mean are of the basis, r of normalised values.
 *
 * <p>Reasons: {@code NO_VALUES}, {@code SINGLE_ROW}, {@code TOO_LARGE}, for the improved form
 * {@code NEAR_ZERO_MEAN} (NaN), {@code CONSTANT} (0), {@code NO_CONFLICT} (0: all of the group move
 * as one, so that the group has no weights).
 */
final class Critic implements WeightingMethod {
  /** Below this 1 − |r| is what rounding leaves of 0. */
  private static final double NOISE = 1e-14;

  private final boolean isImproved;

  private Critic(boolean isImproved) {
    this.isImproved = isImproved;
  }

  /** Diakoulaki's. */
  static Critic classic() {
    return new Critic(false);
  }

  /** R's. */
  static Critic improved() {
    return new Critic(true);
  }

  @Override
  public String id() {
    return isImproved ? "critic-improved" : "critic";
  }

  @Override
  public boolean hasConflict() {
    return true;
  }

  @Override
  public boolean readsCorrelations(WeightOptions options) {
    return true;
  }

  @Override
  public List<Importance> importances(WeightingCase given) {
    return IntStream.range(0, given.size()).mapToObj(j -> importance(given, j)).toList();
  }

  private Importance importance(WeightingCase given, int j) {
    double variation = isImproved ? given.variation(j) : given.sd(j);
    double conflict = conflict(given.moments().cross(), j, given.size());
    String own = isImproved ? given.reasonOfRatio(j) : given.reason(j);
    String reason = own.isEmpty() && conflict == 0 ? WeightReasons.NO_CONFLICT : own;
    double value = variation * (Double.isNaN(conflict) ? 1 : conflict);
    return Importance.of(value, reason, given.evidence(j, variation, conflict));
  }

  /** Σ_k (1 − r_jk); NaN where there is no other indicator. */
  private double conflict(CrossMoments cross, int j, int size) {
    double[] terms =
        IntStream.range(0, size)
            .filter(k -> k != j)
            .mapToDouble(k -> cross.correlation(j, k))
            .filter(r -> !Double.isNaN(r))
            .map(r -> 1 - (isImproved ? Math.abs(r) : r))
            .map(apart -> apart < NOISE ? 0 : apart)
            .toArray();
    return terms.length == 0 ? Double.NaN : ExactSums.of(terms);
  }
}
