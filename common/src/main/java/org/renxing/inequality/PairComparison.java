package org.renxing.inequality;

import java.util.Optional;
import java.util.OptionalDouble;

/** Compares two groups of a sample. */
final class PairComparison {
  private final Group first;
  private final Group second;
  private final int exponent;
  private final Distances.Sides sides;

  PairComparison(Group first, Group second) {
    this.first = first;
    this.second = second;
    this.exponent = Math.max(first.exponent(), second.exponent());
    this.sides = Distances.between(first.values(), second.values(), Group.factor(exponent));
  }

  /** Without parts of the whole: where the sample has no Gini index. */
  PairInequality undefined() {
    return result(OptionalDouble.empty(), OptionalDouble.empty());
  }

  /**
   * With its parts of the whole: G_jh (P_j S_h + P_h S_j) = (d + p) P_j P_h / μ, and D of it is (d
   * − p) P_j P_h / μ.
   *
   * @param scaledMean mean of the sample times 2^−scale, above 0
   */
  PairInequality of(int size, double scaledMean, int scale) {
    double weight = ((double) first.size() / size) * ((double) second.size() / size) / scaledMean;
    double net = Math.scalb(Math.abs(sides.above() - sides.below()), exponent - scale);
    double overlap = Math.scalb(Math.min(sides.above(), sides.below()), exponent - scale);
    return result(OptionalDouble.of(net * weight), OptionalDouble.of(2 * overlap * weight));
  }

  private PairInequality result(OptionalDouble between, OptionalDouble transvariation) {
    double above = Math.max(sides.above(), sides.below());
    double below = Math.min(sides.above(), sides.below());
    double means = first.mean(exponent) + second.mean(exponent);
    Reason reason = reason();
    return new PairInequality(
        first.name(),
        second.name(),
        higher(),
        Math.scalb(above, exponent),
        Math.scalb(below, exponent),
        above == 0 ? 0 : (above - below) / (above + below),
        reason == Reason.NONE ? OptionalDouble.of((above + below) / means) : OptionalDouble.empty(),
        between,
        transvariation,
        reason == Reason.NONE && between.isEmpty() ? Reason.NEGATIVE_VALUE : reason);
  }

  private Optional<String> higher() {
    if (sides.above() == sides.below()) {
      return Optional.empty();
    }
    return Optional.of(sides.above() > sides.below() ? first.name() : second.name());
  }

  private Reason reason() {
    if (Math.min(first.least(), second.least()) < 0) {
      return Reason.NEGATIVE_VALUE;
    }
    return Math.max(first.most(), second.most()) == 0 ? Reason.MEAN_ZERO : Reason.NONE;
  }
}
