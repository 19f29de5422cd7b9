package org.renxing.weights;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.renxing.model.IndexSystem;
import org.renxing.model.WeightOptions.Basis;
import org.renxing.model.WeightScheme;
import org.renxing.normalisation.Normalised;
import org.renxing.panel.PackedPanel;

/**
 * Weights of a scheme (methods: weights), one an indicator and scope year.
 *
 * <p>A weight is NaN, with a reason, where the method cannot give one for any indicator of the
 * group ({@code GROUP_UNDEFINED} beside the culprit's own reason), or where nothing in the group
 * varies ({@code NO_VARIATION}). Nothing is thrown for data: callers check and stop.
 */
public final class Weights {
  private final IndexSystem indexSystem;

  /** Weights of the indicators of an index system. */
  public Weights(IndexSystem indexSystem) {
    this.indexSystem = indexSystem;
  }

  /**
   * Weighs a normalised panel whose columns are the indicators of the index system in its order, by
   * scope pooled or yearly.
   *
   * @return by year, in the order of the index system
   * @throws org.renxing.model.RenxingException CONFIGURATION for an unknown method, or missing
   *     weights of systems
   */
  public List<Weight> of(Normalised panel, WeightScheme scheme) {
    WeightingMethod method = WeightingMethods.of(scheme.method());
    boolean isYearly = scheme.scope() == WeightScheme.Scope.YEARLY && !method.isStated();
    double shift = scheme.shift();
    PackedPanel shares = shift == 0 ? panel.normalised() : panel.normalised().map(y -> y + shift);
    PackedPanel basis = scheme.options().basis() == Basis.RAW ? panel.values() : shares;
    List<Weight> out = new ArrayList<>();
    for (int year : isYearly ? shares.years() : new int[] {0}) {
      Supplier<PanelMoments> moments =
          once(
              () ->
                  PanelMoments.of(
                      basis,
                      shares,
                      shares.rowsOf(year),
                      WeightingCase.groups(indexSystem, scheme),
                      method.readsCorrelations(scheme)));
      out.addAll(of(new WeightingCase(indexSystem, scheme, moments), year));
    }
    return out;
  }

  /** Shares the importances of one scope out. */
  public List<Weight> of(WeightingCase given, int year) {
    WeightScheme scheme = given.scheme();
    WeightingMethod method = WeightingMethods.of(scheme.method());
    List<Importance> importances = method.importances(given);
    double[] values = importances.stream().mapToDouble(Importance::value).toArray();
    boolean isWithinSystem = scheme.within() == WeightScheme.Within.SYSTEM;
    boolean systemsCount = isWithinSystem || !scheme.systemWeights().isEmpty();
    int[] groups = given.groups();
    double[] totals = WeightingCase.totals(given.codes(), values, groups);
    double[] ofSystems =
        WeightingCase.totals(given.codes(), values, WeightingCase.systems(indexSystem));
    boolean[] isUndefined = new boolean[values.length];
    for (int j = 0; j < values.length; j++) {
      isUndefined[groups[j]] |= Double.isNaN(values[j]);
    }
    Map<String, Double> systemWeights =
        scheme.systemWeights().isEmpty()
            ? method.systemWeights(indexSystem)
            : SystemWeights.stated(scheme, indexSystem);
    Map<String, String> systems = indexSystem.systemOfIndicator();
    List<Weight> out = new ArrayList<>();
    for (int j = 0; j < values.length; j++) {
      String code = given.codes().get(j);
      String system = systems.get(code);
      boolean isOpen = isUndefined[groups[j]];
      double weight = isOpen ? Double.NaN : values[j] / totals[j];
      double share = isOpen ? Double.NaN : values[j] / ofSystems[j];
      double global = systemsCount ? systemWeights.get(system) * share : weight;
      String reason = importances.get(j).reason();
      if (reason.isEmpty() && Double.isNaN(weight)) {
        reason = isOpen ? WeightReasons.GROUP_UNDEFINED : WeightReasons.NO_VARIATION;
      }
      out.add(
          new Weight(code, system, year, weight, global, reason, importances.get(j).evidence()));
    }
    return out;
  }

  private static <T> Supplier<T> once(Supplier<T> supplier) {
    List<T> held = new ArrayList<>();
    return () -> {
      if (held.isEmpty()) {
        held.add(supplier.get());
      }
      return held.get(0);
    };
  }
}
