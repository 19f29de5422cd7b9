package org.renxing.vacancy;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.renxing.model.OccupancySignal;

/**
 * From sums by pattern to a vacancy rate with its interval (methods: vacancy). Sums are linear in
 * the areas, and nothing is limited to [0, 1] before the very end.
 *
 * <p>Var = Σ_A ω_A² V_A ΣN²_A/(ΣN_A)² + variance of Σ_k (w̄_k δa_k + z̄_k δb_k), with ω_A the share
 * of pattern A in the covered units, w̄ = Σ ω_A W_A and z̄ = Σ ω_A p̂_A W_A.
 */
final class RateEstimator implements Serializable {
  private static final long serialVersionUID = 1;
  private static final int K = OccupancySignal.COUNT;

  /** Below or above [0, 1] by so much is the noise of doubles. */
  private static final double NOISE = 1e-12;

  private static final Comparator<PatternSum> ORDER =
      Comparator.comparingInt(PatternSum::pattern)
          .thenComparingLong(PatternSum::units)
          .thenComparingDouble(PatternSum::unitsSquared)
          .thenComparingDouble(sum -> Arrays.stream(sum.occupied().toArray()).sum());

  private final ErrorModel model;
  private final double confidence;
  private final ConcurrentMap<Integer, PatternWeights> weights = new ConcurrentHashMap<>();

  RateEstimator(ErrorModel model, double confidence) {
    this.model = model;
    this.confidence = confidence;
  }

  PatternWeights weights(int pattern) {
    return weights.computeIfAbsent(pattern, p -> PatternWeights.of(p, model, confidence));
  }

  ErrorModel model() {
    return model;
  }

  /**
   * The rate of a unit, year and zone; the order of the sums, of which two may have one pattern,
   * changes nothing beyond rounding.
   */
  VacancyRate estimate(List<PatternSum> sums) {
    List<PatternSum> sorted = sums.stream().sorted(ORDER).toList();
    Totals t = new Totals();
    sorted.forEach(sum -> add(t, sum));
    if (t.covered == 0) {
      double none = Double.NaN;
      return new VacancyRate(
          t.units, 0, none, none, none, none, false, t.observations, t.areas, Method.NONE);
    }
    double n = t.covered;
    double occupancy = t.occupied / n;
    double variance = t.variance / (n * n) + shared(t);
    double half = t.quantile * Math.sqrt(variance);
    boolean isLimited = occupancy < -NOISE || occupancy > 1 + NOISE;
    double rate = limited(1 - occupancy);
    return new VacancyRate(
        t.units,
        t.covered,
        Math.max(0, Math.min(n, n - t.occupied)),
        rate,
        limited(1 - occupancy - half),
        limited(1 - occupancy + half),
        isLimited,
        t.observations,
        t.areas,
        t.method);
  }

  private void add(Totals t, PatternSum sum) {
    t.units += sum.units();
    t.areas += sum.areas();
    if (sum.isCounted()) {
      t.observations += sum.areas();
      t.covered += sum.units();
      t.occupied += sum.counted();
      t.method = t.method.and(Method.COUNTED);
      return;
    }
    PatternWeights w = weights(sum.pattern());
    if (!w.isUsable()) {
      return;
    }
    double occupied = w.offset() * sum.units();
    for (int k = 0; k < K; k++) {
      if (w.weights().get(k) != 0) {
        occupied += w.weights().get(k) * sum.occupied().get(k);
        t.observations += sum.areas();
      }
    }
    double scale = Math.sqrt(w.inflation());
    for (int k = 0; k < K; k++) {
      t.intercepts[k] += w.weights().get(k) * scale * sum.units();
      t.slopes[k] += w.weights().get(k) * scale * occupied;
    }
    t.covered += sum.units();
    t.occupied += occupied;
    t.variance += w.variance() * sum.unitsSquared();
    t.quantile = Math.max(t.quantile, w.quantile());
    t.method = t.method.and(w.method());
  }

  private double shared(Totals t) {
    double part = 1.0 / t.covered;
    return model
        .shared()
        .variance(new PerSignal(t.intercepts).times(part), new PerSignal(t.slopes).times(part));
  }

  private static double limited(double share) {
    return Math.max(0, Math.min(1, share));
  }

  /** What adds up over patterns. */
  private static final class Totals {
    private final double[] intercepts = new double[K];
    private final double[] slopes = new double[K];
    private long units;
    private long covered;
    private long areas;
    private long observations;
    private double occupied;
    private double variance;
    private double quantile;
    private Method method = Method.NONE;
  }
}
