package org.renxing.weights;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.renxing.model.IndexSystem;
import org.renxing.model.Indicator;
import org.renxing.model.WeightOptions.Basis;
import org.renxing.model.WeightOptions.Sigma;
import org.renxing.model.WeightScheme;
import org.renxing.numerics.CodePointOrder;

/**
 * What a weighting method sees: an index system, a scheme, and moments of the rows of one scope.
 */
public final class WeightingCase {
  private final IndexSystem indexSystem;
  private final WeightScheme scheme;
  private final List<String> codes;
  private final Supplier<PanelMoments> moments;

  /**
   * A case.
   *
   * @param moments of the indicators in the order of the index system; asked for once by methods
   *     that look at values
   */
  public WeightingCase(
      IndexSystem indexSystem, WeightScheme scheme, Supplier<PanelMoments> moments) {
    this.indexSystem = indexSystem;
    this.scheme = scheme;
    this.codes = indexSystem.indicators().stream().map(Indicator::code).toList();
    this.moments = moments;
  }

  /** The same for a part of a combined method. */
  WeightingCase part(String method) {
    return new WeightingCase(indexSystem, scheme.part(method), moments);
  }

  IndexSystem indexSystem() {
    return indexSystem;
  }

  WeightScheme scheme() {
    return scheme;
  }

  /** Indicators in the order of the index system. */
  List<String> codes() {
    return codes;
  }

  PanelMoments moments() {
    return moments.get();
  }

  /** The group in which weights are shared out: the system's number, or 0 for all. */
  int[] groups() {
    return groups(indexSystem, scheme);
  }

  /** The same. */
  static int[] groups(IndexSystem indexSystem, WeightScheme scheme) {
    int[] systems = systems(indexSystem);
    return scheme.within() == WeightScheme.Within.SYSTEM ? systems : new int[systems.length];
  }

  /** The number of each indicator's system. */
  static int[] systems(IndexSystem indexSystem) {
    Map<String, String> systems = indexSystem.systemOfIndicator();
    List<String> all = systems.values().stream().distinct().toList();
    return systems.values().stream().mapToInt(all::indexOf).toArray();
  }

  /**
   * The sum of the values of each group, at each of its members; NaN does not count. Terms are
   * added in the order of their codes, so that the sum does not depend on the order of the tree.
   */
  static double[] totals(List<String> codes, double[] values, int[] groups) {
    double[] sums = new double[values.length];
    codes.stream()
        .sorted(CodePointOrder.ASCENDING)
        .mapToInt(codes::indexOf)
        .filter(j -> !Double.isNaN(values[j]))
        .forEach(j -> sums[groups[j]] += values[j]);
    return Arrays.stream(groups).mapToDouble(group -> sums[group]).toArray();
  }

  /** σ of the basis: 0 for a constant, NaN without values, or for the sample's of one. */
  double sd(int j) {
    FirstMoments basis = moments().basis();
    long divisor = basis.n(j) - (scheme.options().sigma() == Sigma.SAMPLE ? 1 : 0);
    if (divisor <= 0) {
      return Double.NaN;
    }
    double range = basis.range(j);
    return range == 0 ? 0 : range * Math.sqrt(moments().basisSpread().squares(j) / divisor);
  }

  /** σ/|mean| of the basis; NaN where the mean is 0. */
  double variation(int j) {
    double mean = Math.abs(moments().basis().mean(j));
    return mean == 0 ? Double.NaN : sd(j) / mean;
  }

  /** Why an indicator has no importance of its own; empty where it may have. */
  String reason(int j) {
    FirstMoments basis = moments().basis();
    if (basis.n(j) == 0) {
      return WeightReasons.NO_VALUES;
    }
    if (basis.isTooLarge(j)) {
      return WeightReasons.TOO_LARGE;
    }
    if (basis.n(j) == 1) {
      return WeightReasons.SINGLE_ROW;
    }
    return basis.range(j) == 0 ? WeightReasons.CONSTANT : "";
  }

  /** The same for methods that take σ/mean. */
  String reasonOfRatio(int j) {
    FirstMoments basis = moments().basis();
    boolean isMixed = basis.least(j) < 0 && basis.largest(j) > 0;
    String reason = reason(j);
    return reason.isEmpty() && isMixed && Math.abs(basis.mean(j)) < sd(j)
        ? WeightReasons.NEAR_ZERO_MEAN
        : reason;
  }

  /** The evidence of methods that take mean and σ of the basis. */
  Evidence evidence(int j, double variation, double conflict) {
    FirstMoments basis = moments().basis();
    double shift = scheme.options().basis() == Basis.RAW ? 0 : scheme.shift();
    return new Evidence(
        Double.NaN,
        variation,
        conflict,
        basis.mean(j) - shift,
        sd(j),
        OptionalLong.of(basis.n(j)),
        OptionalLong.of(basis.negative(j)));
  }
}
