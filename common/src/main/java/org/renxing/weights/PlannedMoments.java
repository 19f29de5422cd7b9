package org.renxing.weights;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.renxing.panel.IndicatorVector;
import org.renxing.records.Accumulator;

/** {@link PanelMoments} of several plans and of each of their scopes, in one pass over the rows. */
final class PlannedMoments implements Accumulator<IndicatorVector, PlannedMoments> {
  private static final long serialVersionUID = 1L;
  private final ArrayList<WeightingPlan> plans;
  private final PlannedMeans means;

  /** By plan and scope. */
  private final ArrayList<TreeMap<Integer, PanelMoments>> moments = new ArrayList<>();

  /**
   * No rows yet.
   *
   * @param means of the same rows
   */
  PlannedMoments(List<WeightingPlan> plans, PlannedMeans means) {
    this.plans = new ArrayList<>(plans);
    this.means = means;
    plans.forEach(plan -> moments.add(new TreeMap<>()));
  }

  @Override
  public void add(IndicatorVector row) {
    double[] raw = row.values();
    for (int p = 0; p < plans.size(); p++) {
      WeightingPlan plan = plans.get(p);
      of(p, plan.scopeOf(row.year())).add(raw, PlannedMeans.shares(row, plan));
    }
  }

  @Override
  public void merge(PlannedMoments other) {
    for (int p = 0; p < plans.size(); p++) {
      int plan = p;
      other.moments.get(p).forEach((scope, own) -> of(plan, scope).merge(own));
    }
  }

  private PanelMoments of(int p, int scope) {
    return moments
        .get(p)
        .computeIfAbsent(scope, s -> new PanelMoments(means.get(p, s), plans.get(p)));
  }

  /** The weights of each plan, by scope. */
  List<List<Weight>> weights() {
    List<List<Weight>> out = new ArrayList<>();
    for (int p = 0; p < plans.size(); p++) {
      WeightingPlan plan = plans.get(p);
      List<Weight> all = new ArrayList<>();
      moments
          .get(p)
          .forEach(
              (scope, own) -> all.addAll(Weights.shareOut(new WeightingCase(plan, own), scope)));
      out.add(all);
    }
    return out;
  }
}
