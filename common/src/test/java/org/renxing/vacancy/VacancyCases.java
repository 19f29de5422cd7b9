package org.renxing.vacancy;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.renxing.model.OccupancySignal;
import org.renxing.model.VacancyPolicy;

/** Policies, areas and sums for tests. */
final class VacancyCases {
  static final double NONE = Double.NaN;

  private VacancyCases() {}

  /** Standard deviations in the order of the signals; the last one repeats. */
  static VacancyPolicy policy(double correlation, double confidence, double... sd) {
    Map<OccupancySignal, Double> map = new EnumMap<>(OccupancySignal.class);
    for (OccupancySignal signal : OccupancySignal.values()) {
      map.put(signal, sd[Math.min(signal.place(), sd.length - 1)]);
    }
    VacancyPolicy standard = VacancyPolicy.standard();
    return new VacancyPolicy(map, correlation, confidence, 20, 5, standard.classes());
  }

  /** Values of the first signals; the others are missing. */
  static PerSignal signals(double... first) {
    double[] out = new double[OccupancySignal.COUNT];
    Arrays.fill(out, NONE);
    System.arraycopy(first, 0, out, 0, first.length);
    return new PerSignal(out);
  }

  /** The sums of one area of which only signals are known. */
  static PatternSum area(long units, double... occupied) {
    PerSignal signals = signals(occupied);
    return new PatternSum(pattern(signals), 1, units, (double) units * units, NONE, signals);
  }

  /** The sums of one area with a count. */
  static PatternSum counted(long units, double occupied) {
    return new PatternSum(
        PatternSum.COUNTED, 1, units, (double) units * units, occupied, signals());
  }

  static int pattern(PerSignal signals) {
    int out = 0;
    for (int k = 0; k < OccupancySignal.COUNT; k++) {
      out |= signals.has(k) ? 1 << k : 0;
    }
    return out;
  }

  static RateEstimator configured(VacancyPolicy policy) {
    return new RateEstimator(ErrorModel.configured(policy), policy.confidence());
  }

  static RateEstimator calibrated(List<AuditedArea> areas, VacancyPolicy policy) {
    return new RateEstimator(ErrorModel.fitted(areas, policy), policy.confidence());
  }
}
