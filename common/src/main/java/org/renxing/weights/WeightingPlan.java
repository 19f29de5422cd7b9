package org.renxing.weights;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.renxing.model.IndexSystem;
import org.renxing.model.Indicator;
import org.renxing.model.WeightOptions;
import org.renxing.model.WeightScheme;
import org.renxing.numerics.CodePointOrder;

/**
 * How a scheme weighs the indicators of an index system: what it states, before any value is seen.
 */
public final class WeightingPlan implements Serializable {
  private static final long serialVersionUID = 1L;
  private final String method;
  private final boolean isWithinSystem;
  private final boolean isYearly;
  private final double shift;
  private final WeightOptions options;
  private final List<String> codes;
  private final List<String> systems;
  private final double[] leafWeights;
  private final double[] systemWeights;

  private WeightingPlan(
      String method, WeightOptions options, IndexSystem indexSystem, WeightScheme scheme) {
    this.method = method;
    this.options = options;
    isWithinSystem = scheme.within() == WeightScheme.Within.SYSTEM;
    isYearly = scheme.scope() == WeightScheme.Scope.YEARLY;
    shift = scheme.shift();
    codes = indexSystem.indicators().stream().map(Indicator::code).toList();
    Map<String, String> systemOf = indexSystem.systemOfIndicator();
    systems = codes.stream().map(systemOf::get).toList();
    Map<String, Double> leaves = indexSystem.fixedLeafWeights();
    leafWeights = codes.stream().mapToDouble(leaves::get).toArray();
    Map<String, Double> stated =
        scheme.systemWeights().isEmpty()
            ? WeightingMethods.of(method).systemWeights(indexSystem)
            : SystemWeights.stated(scheme, indexSystem);
    boolean isCounted = isWithinSystem || !scheme.systemWeights().isEmpty();
    systemWeights = isCounted ? systems.stream().mapToDouble(stated::get).toArray() : new double[0];
  }

  private WeightingPlan(WeightingPlan whole, String part) {
    method = part;
    options = whole.options.ofPart();
    isWithinSystem = whole.isWithinSystem;
    isYearly = whole.isYearly;
    shift = whole.shift;
    codes = whole.codes;
    systems = whole.systems;
    leafWeights = whole.leafWeights;
    systemWeights = whole.systemWeights;
  }

  /**
   * The plan of a scheme.
   *
   * @throws org.renxing.model.RenxingException CONFIGURATION for an unknown method, options that it
   *     cannot follow, or missing weights of systems
   */
  public static WeightingPlan of(IndexSystem indexSystem, WeightScheme scheme) {
    WeightingMethods.of(scheme.method()).check(scheme);
    return new WeightingPlan(scheme.method(), scheme.options(), indexSystem, scheme);
  }

  /** The same for a part of a combined method. */
  WeightingPlan part(String part) {
    return new WeightingPlan(this, part);
  }

  /** The weighting method. */
  public WeightingMethod method() {
    return WeightingMethods.of(method);
  }

  /** Indicators in the order of the index system. */
  public List<String> codes() {
    return codes;
  }

  /** The system of each indicator. */
  List<String> systems() {
    return systems;
  }

  /** What is added to normalised values before they are weighed. */
  public double shift() {
    return shift;
  }

  /** The year in whose scope rows of a year are weighed; 0 for all years. */
  int scopeOf(int year) {
    return isYearly ? year : 0;
  }

  /** Whether mean and deviation are of raw values. */
  public boolean isRaw() {
    return options.basis() == WeightOptions.Basis.RAW;
  }

  WeightOptions options() {
    return options;
  }

  /** The weights of the leaves that the index system states. */
  double[] leafWeights() {
    return leafWeights.clone();
  }

  /** Whether weights of systems count; else a weight in the group is that in the whole. */
  boolean hasSystemWeights() {
    return systemWeights.length > 0;
  }

  /** The weight of an indicator's system. */
  double systemWeight(int j) {
    return systemWeights[j];
  }

  boolean readsCorrelations() {
    return method().readsCorrelations(options);
  }

  /** The group in which an indicator's weight is shared out: its system's number, or 0 for all. */
  int[] groups() {
    return isWithinSystem ? systemNumbers() : new int[codes.size()];
  }

  private int[] systemNumbers() {
    return systems.stream().mapToInt(systems::indexOf).toArray();
  }

  /**
   * Values as shares of their sum in the group; NaN where that is 0. NaN values do not count in
   * sums.
   */
  double[] sharesInGroup(double[] values) {
    return shares(values, groups());
  }

  /** The same in the system. */
  double[] sharesInSystem(double[] values) {
    return shares(values, systemNumbers());
  }

  /** Sums go by the order of codes, so that they do not depend on the order of the tree. */
  private double[] shares(double[] values, int[] groups) {
    double[] sums = new double[values.length];
    codes.stream()
        .sorted(CodePointOrder.ASCENDING)
        .mapToInt(codes::indexOf)
        .filter(j -> !Double.isNaN(values[j]))
        .forEach(j -> sums[groups[j]] += values[j]);
    double[] out = new double[values.length];
    Arrays.setAll(out, j -> values[j] / sums[groups[j]]);
    return out;
  }
}
