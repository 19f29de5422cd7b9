package org.renxing.inequality;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/** Computes the indices of one sample. */
final class Indices {
  private final Sample sample;
  private final List<Double> epsilons;
  private final Reason reason;
  private final List<GroupInequality> groups = new ArrayList<>();
  private final List<PairInequality> pairs = new ArrayList<>();

  Indices(Sample sample, List<Double> epsilons) {
    this.sample = sample;
    this.epsilons = epsilons;
    this.reason = Inequality.reason(sample);
  }

  Inequality all() {
    return switch (reason) {
      case NO_VALUES -> missing(OptionalDouble.empty());
      case NEGATIVE_VALUE, MEAN_ZERO -> {
        addGroups(OptionalDouble.empty());
        addPairs(PairComparison::undefined);
        yield missing(OptionalDouble.of(Math.scalb(sample.mean(), sample.exponent())));
      }
      default -> defined();
    };
  }

  private Inequality missing(OptionalDouble mean) {
    return new Inequality(
        sample.size(),
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

  private Inequality defined() {
    double mean = sample.mean();
    int exponent = sample.exponent();
    addGroups(OptionalDouble.of(mean));
    addPairs(pair -> pair.of(sample.size(), mean, exponent));
    Deviations all = new Deviations(mean, exponent, powers());
    sample.groups().forEach(g -> all.addAll(g.values()));
    return new Inequality(
        sample.size(),
        OptionalDouble.of(Math.scalb(mean, exponent)),
        Optional.of(gini(mean)),
        Optional.of(theilT(all)),
        reason == Reason.ZERO_VALUE ? Optional.empty() : Optional.of(theilL(all)),
        sample.size() > 1 ? OptionalDouble.of(all.variation()) : OptionalDouble.empty(),
        atkinson(all),
        reason,
        groups,
        pairs);
  }

  private GiniParts gini(double mean) {
    double whole = Distances.within(sample.sorted(), Group.factor(sample.exponent())) / mean;
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
    return new GiniParts(whole, within.value(), between.value(), transvariation.value());
  }

  private TheilParts theilT(Deviations all) {
    CompensatedSum within = new CompensatedSum();
    CompensatedSum between = new CompensatedSum();
    for (int j = 0; j < groups.size(); j++) {
      GroupInequality group = groups.get(j);
      within.add(group.theilT().orElse(0) * group.valueShare().orElseThrow());
      double delta = all.delta(sample.groups().get(j), sample.exponent());
      double logarithm = all.logarithm(sample.groups().get(j), sample.exponent());
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
      double delta = all.delta(sample.groups().get(j), sample.exponent());
      double logarithm = all.logarithm(sample.groups().get(j), sample.exponent());
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
      double share = (double) group.size() / sample.size();
      OptionalDouble valueShare =
          mean.isEmpty()
              ? OptionalDouble.empty()
              : OptionalDouble.of(share * group.mean(sample.exponent()) / mean.getAsDouble());
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
