package org.renxing.vacancy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.renxing.model.OccupancySignal;
import org.renxing.model.VacancyPolicy;
import org.renxing.model.VacancyPolicy.RateClass;
import org.renxing.vacancy.AuditReport.Agreement;
import org.renxing.vacancy.AuditReport.Confusion;

/**
 * Sets estimates beside an audit that they have not seen: areas fall into folds by a hash of their
 * id, all years of an area into one, and each fold is judged by a calibration on the others.
 */
final class CrossValidation {
  private static final long SEED = 20240601;

  /** All signals, as bits. */
  private static final int ALL = (1 << OccupancySignal.COUNT) - 1;

  private CrossValidation() {}

  /**
   * The report of a use; see {@link AuditReport}.
   *
   * @param areas in an order that the data's own does not change
   * @param estimator that of all areas
   */
  static AuditReport report(
      String use, List<AuditedArea> areas, RateEstimator estimator, VacancyPolicy policy) {
    Map<List<String>, Integer> counts = new LinkedHashMap<>();
    for (RateClass predicted : policy.classes()) {
      policy.classes().forEach(audited -> counts.put(List.of(predicted.id(), audited.id()), 0));
    }
    int judged = 0;
    int right = 0;
    double error = 0;
    double bias = 0;
    for (int fold = 0; fold < policy.folds() && !areas.isEmpty(); fold++) {
      for (double[] pair : judge(areas, fold, ALL, policy)) {
        String predicted = policy.classOf(pair[0]).id();
        String audited = policy.classOf(pair[1]).id();
        counts.merge(List.of(predicted, audited), 1, Integer::sum);
        judged++;
        right += predicted.equals(audited) ? 1 : 0;
        error += Math.abs(pair[0] - pair[1]);
        bias += pair[0] - pair[1];
      }
    }
    List<Agreement> alone = new ArrayList<>();
    for (OccupancySignal signal : OccupancySignal.values()) {
      alone.add(alone(areas, signal, policy));
    }
    List<Confusion> confusion = new ArrayList<>();
    counts.forEach((key, n) -> confusion.add(new Confusion(key.get(0), key.get(1), n)));
    double n = judged == 0 ? Double.NaN : judged;
    return new AuditReport(
        use,
        areas.size(),
        judged,
        right / n,
        error / n,
        bias / n,
        estimator.model().fits(),
        alone,
        Arrays.stream(estimator.weights(ALL).weights().toArray()).boxed().toList(),
        confusion);
  }

  /** What one signal says when it is the only one. */
  private static Agreement alone(
      List<AuditedArea> areas, OccupancySignal signal, VacancyPolicy policy) {
    int judged = 0;
    int right = 0;
    double error = 0;
    for (int fold = 0; fold < policy.folds() && !areas.isEmpty(); fold++) {
      for (double[] pair : judge(areas, fold, signal.bit(), policy)) {
        judged++;
        right += policy.classOf(pair[0]).id().equals(policy.classOf(pair[1]).id()) ? 1 : 0;
        error += Math.abs(pair[0] - pair[1]);
      }
    }
    double n = judged == 0 ? Double.NaN : judged;
    return new Agreement(judged, right / n, error / n);
  }

  /**
   * Estimated and audited vacancy rate of the areas of a fold.
   *
   * @param signals that may be used, as bits
   */
  private static List<double[]> judge(
      List<AuditedArea> areas, int fold, int signals, VacancyPolicy policy) {
    List<AuditedArea> seen = areas.stream().filter(a -> fold(a, policy) != fold).toList();
    ErrorModel model = ErrorModel.fitted(seen, policy);
    PatternWeights[] weights = new PatternWeights[1 << OccupancySignal.COUNT];
    List<double[]> out = new ArrayList<>();
    for (AuditedArea area : areas) {
      if (fold(area, policy) != fold) {
        continue;
      }
      int pattern = area.pattern() & signals;
      if (weights[pattern] == null) {
        weights[pattern] = PatternWeights.of(pattern, model, policy.confidence());
      }
      if (weights[pattern].isUsable()) {
        double occupancy = weights[pattern].estimate(area.rates());
        out.add(new double[] {1 - Math.max(0, Math.min(1, occupancy)), 1 - area.occupancy()});
      }
    }
    return out;
  }

  private static int fold(AuditedArea area, VacancyPolicy policy) {
    return new SplittableRandom(SEED + area.areaId().hashCode()).nextInt(policy.folds());
  }
}
