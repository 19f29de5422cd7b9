package org.renxing.inequality;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/** Computes the indices of a sample that has values. */
final class Indices {
  private final Sample sample;
  private final Group whole;
  private final List<Double> epsilons;
  private final Reason reason;
  private final List<GroupInequality> groups = new ArrayList<>();
  private final List<PairInequality> pairs = new ArrayList<>();

  Indices(Sample sample, List<Double> epsilons) {
    this.sample = sample;
    this.whole = sample.whole();
    this.epsilons = epsilons;
    this.reason = reason(whole);
  }

  /** What a sample without values comes to. */
  static Inequality ofNothing(List<Double> epsilons) {
    return missing(0, OptionalDouble.empty(), epsilons, Reason.NO_VALUES, List.of(), List.of());
  }

  Inequality all() {
    if (reason == Reason.NEGATIVE_VALUE || reason == Reason.MEAN_ZERO) {
      addGroups(OptionalDouble.empty());
      addPairs(PairComparison::undefined);
      OptionalDouble mean = OptionalDouble.of(whole.mean());
      return missing(whole.size(), mean, epsilons, reason, groups, pairs);
    }
    double mean = whole.mean(whole.exponent());
    addGroups(OptionalDouble.of(mean));
    addPairs(pair -> pair.of(whole.size(), mean, whole.exponent()));
    Deviations all = new Deviations(mean, whole.exponent(), powers());
    all.addAll(whole.values());
    return new Inequality(
        whole.size(),
        OptionalDouble.of(whole.mean()),
        Optional.of(gini(mean)),
        Optional.of(theilT(all)),
        reason == Reason.ZERO_VALUE ? Optional.empty() : Optional.of(theilL(all)),
        whole.size() > 1 ? OptionalDouble.of(all.variation()) : OptionalDouble.empty(),
        atkinson(all),
        reason,
        groups,
        pairs);
  }

  private static Inequality missing(
      int size,
      OptionalDouble mean,
      List<Double> epsilons,
      Reason reason,
      List<GroupInequality> groups,
      List<PairInequality> pairs) {
    return new Inequality(
        size,
        mean,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        OptionalDouble.empty(),
        epsilons.stream().map(e -> OptionalDouble.empty()).toList(),
        reason,
        groups,
        pairs);
  }

  private static Reason reason(Group whole) {
    if (whole.least() < 0) {
      return Reason.NEGATIVE_VALUE;
    }
    if (whole.most() == 0) {
      return Reason.MEAN_ZERO;
    }
    if (whole.least() == whole.most()) {
      return Reason.ALL_EQUAL;
    }
    return whole.least() == 0 ? Reason.ZERO_VALUE : Reason.NONE;
  }

  private GiniParts gini(double mean) {
    double gini = Distances.within(whole.values(), Group.factor(whole.exponent())) / mean;
    CompensatedSum within = new CompensatedSum();
    for (GroupInequality group : groups) {
      within.add(
          group.gini().orElse(0) * group.populationShare() * group.valueShare().orElseThrow());
    }
    CompensatedSum between = new CompensatedSum();
    CompensatedSum transvariation = new CompensatedSum();
    for (PairInequality pair : pairs) {
      between.add(pair.between().orElseThrow());
      transvariation.add(pair.transvariation().orElseThrow());
    }
    return new GiniParts(gini, within.value(), between.value(), transvariation.value());
  }

  private TheilParts theilT(Deviations all) {
    CompensatedSum within = new CompensatedSum();
    CompensatedSum between = new CompensatedSum();
    for (int j = 0; j < groups.size(); j++) {
      GroupInequality group = groups.get(j);
      within.add(group.theilT().orElse(0) * group.valueShare().orElseThrow());
      double delta = all.delta(sample.groups().get(j), whole.exponent());
      double logarithm = all.logarithm(sample.groups().get(j), whole.exponent());
      between.add(group.populationShare() * Deviation.theilT(delta, logarithm));
    }
    return new TheilParts(all.theilT(), within.value(), between.value());
  }

  private TheilParts theilL(Deviations all) {
    CompensatedSum within = new CompensatedSum();
    CompensatedSum between = new CompensatedSum();
    for (int j = 0; j < groups.size(); j++) {
      GroupInequality group = groups.get(j);
      within.add(group.theilL().orElseThrow() * group.populationShare());
      double delta = all.delta(sample.groups().get(j), whole.exponent());
      double logarithm = all.logarithm(sample.groups().get(j), whole.exponent());
      between.add(group.populationShare() * Deviation.theilL(delta, logarithm));
    }
    return new TheilParts(all.theilL(), within.value(), between.value());
  }

  private double[] powers() {
    return epsilons.stream().filter(e -> e != 1).mapToDouble(e -> 1 - e).toArray();
  }

  private List<OptionalDouble> atkinson(Deviations all) {
    List<OptionalDouble> out = new ArrayList<>();
    int power = 0;
    for (double epsilon : epsilons) {
      double value = epsilon == 1 ? -StrictMath.expm1(-all.theilL()) : all.atkinson(power++);
      boolean isDefined = reason != Reason.ZERO_VALUE || epsilon < 1;
      out.add(isDefined ? OptionalDouble.of(value) : OptionalDouble.empty());
    }
    return out;
  }

  /**
   * Adds every group.
   *
   * @param mean of the sample times 2^−exponent; empty where there is no share of value
   */
  private void addGroups(OptionalDouble mean) {
    for (Group group : sample.groups()) {
      double share = (double) group.size() / whole.size();
      OptionalDouble valueShare =
          mean.isEmpty()
              ? OptionalDouble.empty()
              : OptionalDouble.of(share * group.mean(whole.exponent()) / mean.getAsDouble());
      groups.add(GroupIndices.of(group, share, valueShare));
    }
  }

  private void addPairs(Function<PairComparison, PairInequality> result) {
    List<Group> all = sample.groups();
    for (int j = 0; j < all.size(); j++) {
      for (int h = j + 1; h < all.size(); h++) {
        pairs.add(result.apply(new PairComparison(all.get(j), all.get(h))));
      }
    }
  }
}
