package org.renxing.weights;

import java.util.ArrayList;
import java.util.List;
import org.renxing.model.IndexSystem;
import org.renxing.model.WeightScheme;
import org.renxing.normalisation.Normalised;
import org.renxing.panel.IndicatorVector;
import org.renxing.panel.PackedPanel;
import org.renxing.records.Records;

/**
 * Weights of a scheme (methods: weights), one an indicator and scope year.
 *
 * <p>A weight is NaN, with a reason, where the method cannot give one for any indicator of the
 * group ({@code GROUP_UNDEFINED} beside the culprit's own reason), or where nothing in the group
 * varies ({@code NO_VARIATION}). Nothing is thrown for data: callers check and stop.
 */
public final class Weights {
  private Weights() {}

  /**
   * Weighs a normalised panel whose columns are the indicators of the index system in its order, by
   * scope pooled or yearly.
   *
   * @return by year, in the order of the index system
   * @throws org.renxing.model.RenxingException CONFIGURATION, see {@link WeightingPlan#of}
   */
  public static List<Weight> of(Normalised panel, IndexSystem indexSystem, WeightScheme scheme) {
    WeightingPlan plan = WeightingPlan.of(indexSystem, scheme);
    if (plan.method().isStated()) {
      return stated(plan);
    }
    PackedPanel raw = panel.values();
    PackedPanel shares =
        plan.shift() == 0 ? panel.normalised() : panel.normalised().map(y -> y + plan.shift());
    boolean isYearly = scheme.scope() == WeightScheme.Scope.YEARLY;
    List<Weight> out = new ArrayList<>();
    for (int year : isYearly ? shares.years() : new int[] {0}) {
      int[] rows = shares.rowsOf(year);
      PanelMeans means = new PanelMeans(plan.codes().size(), plan.isRaw());
      for (int row : rows) {
        means.add(raw.row(row), shares.row(row));
      }
      PanelMoments moments = new PanelMoments(means, plan);
      for (int row : rows) {
        moments.add(raw.row(row), shares.row(row));
      }
      out.addAll(shareOut(new WeightingCase(plan, moments), year));
    }
    return out;
  }

  /**
   * Weighs by several plans at once, in two passes over the rows of a panel.
   *
   * @param rows are read twice; in the order of the plans' indicators
   * @param plans none of a stated method
   * @return of each plan by year, in the order of the index system; none without rows
   */
  public static List<List<Weight>> of(Records<IndicatorVector> rows, List<WeightingPlan> plans) {
    List<WeightingPlan> all = List.copyOf(plans);
    PlannedMeans means = rows.reduce(() -> new PlannedMeans(all));
    return rows.reduce(() -> new PlannedMoments(all, means)).weights();
  }

  /** The weights of a method that looks at no values; they hold for all years. */
  public static List<Weight> stated(WeightingPlan plan) {
    PanelMeans none = new PanelMeans(plan.codes().size(), false);
    return shareOut(new WeightingCase(plan, new PanelMoments(none, plan)), 0);
  }

  /** Shares the importances of one scope out. */
  public static List<Weight> shareOut(WeightingCase given, int year) {
    WeightingPlan plan = given.plan();
    List<Importance> importances = plan.method().importances(given);
    double[] values = importances.stream().mapToDouble(Importance::value).toArray();
    double[] inGroup = plan.sharesInGroup(values);
    double[] inSystem = plan.sharesInSystem(values);
    int[] groups = plan.groups();
    boolean[] isUndefined = new boolean[values.length];
    for (int j = 0; j < values.length; j++) {
      isUndefined[groups[j]] |= Double.isNaN(values[j]);
    }
    List<Weight> out = new ArrayList<>();
    for (int j = 0; j < values.length; j++) {
      boolean isOpen = isUndefined[groups[j]];
      double weight = isOpen ? Double.NaN : inGroup[j];
      double global =
          plan.hasSystemWeights() && !isOpen ? plan.systemWeight(j) * inSystem[j] : weight;
      String reason = importances.get(j).reason();
      if (reason.isEmpty() && Double.isNaN(weight)) {
        reason = isOpen ? WeightReasons.GROUP_UNDEFINED : WeightReasons.NO_VARIATION;
      }
      out.add(
          new Weight(
              plan.codes().get(j),
              plan.systems().get(j),
              year,
              weight,
              global,
              reason,
              importances.get(j).evidence()));
    }
    return out;
  }
}
