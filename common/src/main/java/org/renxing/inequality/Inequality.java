package org.renxing.inequality;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Every index of one sample, with its parts within and between groups; see docs/methods.
 *
 * @param size n
 * @param mean μ; empty without values
 * @param gini empty where the reason is NO_VALUES, NEGATIVE_VALUE or MEAN_ZERO
 * @param theilT likewise
 * @param theilL likewise, and for ZERO_VALUE
 * @param variation sample standard deviation over mean; likewise, and for one value
 * @param atkinson by the order of the epsilons asked for; likewise, and for ZERO_VALUE from epsilon
 *     1 on
 * @param groups by name
 * @param pairs by first and second name
 */
public record Inequality(
    long size,
    OptionalDouble mean,
    Optional<GiniParts> gini,
    Optional<TheilParts> theilT,
    Optional<TheilParts> theilL,
    OptionalDouble variation,
    List<OptionalDouble> atkinson,
    Reason reason,
    List<GroupInequality> groups,
    List<PairInequality> pairs) {

  /** The aversions to inequality of which the tables show Atkinson's index. */
  public static final List<Double> EPSILONS = List.of(0.5, 1.0);

  public Inequality {
    atkinson = List.copyOf(atkinson);
    groups = List.copyOf(groups);
    pairs = List.copyOf(pairs);
  }

  /**
   * Computes all indices in O(n log n + n k) for k groups. Those of the whole are the same to the
   * last bit whatever the groups.
   *
   * @param epsilons aversions to inequality for Atkinson's index, above 0
   */
  public static Inequality of(Sample sample, List<Double> epsilons) {
    return sample.size() == 0 ? Indices.ofNothing(epsilons) : new Indices(sample, epsilons).all();
  }

  /** Why the Gini index or its shares are missing; NONE where they are not. */
  public Reason giniReason() {
    return reason == Reason.ZERO_VALUE ? Reason.NONE : reason;
  }

  /** Why one of Theil's or Atkinson's indices is missing; NONE where none is. */
  public Reason theilReason() {
    return reason == Reason.ALL_EQUAL ? Reason.NONE : reason;
  }
}
