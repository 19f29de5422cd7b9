package org.renxing.inequality;

import java.util.OptionalDouble;

/** Computes the indices within one group, about the group's own mean and on its own scale. */
final class GroupIndices {
  private GroupIndices() {}

  static GroupInequality of(Group group, double populationShare, OptionalDouble valueShare) {
    double mean = group.mean(group.exponent());
    if (group.least() < 0 || group.most() == 0) {
      Reason reason = group.least() < 0 ? Reason.NEGATIVE_VALUE : Reason.MEAN_ZERO;
      OptionalDouble none = OptionalDouble.empty();
      return result(group, populationShare, valueShare, none, none, none, reason);
    }
    Deviations deviations = new Deviations(mean, group.exponent());
    deviations.addAll(group.values());
    double distance = Distances.within(group.values(), Group.factor(group.exponent()));
    boolean hasZero = group.least() == 0;
    Reason reason = hasZero ? Reason.ZERO_VALUE : Reason.NONE;
    return result(
        group,
        populationShare,
        valueShare,
        OptionalDouble.of(distance / mean),
        OptionalDouble.of(deviations.theilT()),
        hasZero ? OptionalDouble.empty() : OptionalDouble.of(deviations.theilL()),
        valueShare.isEmpty() ? Reason.NEGATIVE_VALUE : reason);
  }

  private static GroupInequality result(
      Group group,
      double populationShare,
      OptionalDouble valueShare,
      OptionalDouble gini,
      OptionalDouble theilT,
      OptionalDouble theilL,
      Reason reason) {
    return new GroupInequality(
        group.name(),
        group.size(),
        group.mean(),
        populationShare,
        valueShare,
        gini,
        theilT,
        theilL,
        reason);
  }
}
