package org.renxing.weights;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.renxing.panel.IndicatorVector;
import org.renxing.records.Accumulator;

/** {@link PanelMeans} of several plans and of each of their scopes, in one pass over the rows. */
final class PlannedMeans implements Accumulator<IndicatorVector, PlannedMeans> {
  private static final long serialVersionUID = 1L;
  private final ArrayList<WeightingPlan> plans;

  /** By plan and scope. */
  private final ArrayList<TreeMap<Integer, PanelMeans>> means = new ArrayList<>();

  PlannedMeans(List<WeightingPlan> plans) {
    this.plans = new ArrayList<>(plans);
    plans.forEach(plan -> means.add(new TreeMap<>()));
  }

  @Override
  public void add(IndicatorVector row) {
    double[] raw = row.values();
    for (int p = 0; p < plans.size(); p++) {
      WeightingPlan plan = plans.get(p);
      of(p, plan.scopeOf(row.year())).add(raw, shares(row, plan));
    }
  }

  @Override
  public void merge(PlannedMeans other) {
    for (int p = 0; p < plans.size(); p++) {
      int plan = p;
      other.means.get(p).forEach((scope, own) -> of(plan, scope).merge(own));
    }
  }

  private PanelMeans of(int p, int scope) {
    WeightingPlan plan = plans.get(p);
    return means
        .get(p)
        .computeIfAbsent(scope, s -> new PanelMeans(plan.codes().size(), plan.isRaw()));
  }

  /** The means of a plan and scope that has rows. */
  PanelMeans get(int plan, int scope) {
    return means.get(plan).get(scope);
  }

  /** The normalised values of a row with the shift of a plan. */
  static double[] shares(IndicatorVector row, WeightingPlan plan) {
    double[] out = row.normalised();
    for (int j = 0; j < out.length; j++) {
      out[j] += plan.shift();
    }
    return out;
  }
}
