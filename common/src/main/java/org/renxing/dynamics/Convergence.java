package org.renxing.dynamics;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;
import org.apache.commons.math3.stat.descriptive.moment.Mean;
import org.apache.commons.math3.stat.descriptive.moment.StandardDeviation;
import org.renxing.measure.MeasurePanel;
import org.renxing.numerics.TailProbability;

/**
 * Whether units of a group come nearer to each other. In a panel whose years run from F to L:
 *
 * <ul>
 *   <li>{@code beta}, absolute β-convergence (Barro and Sala-i-Martin 1992, without conditioning
 *       variables): the slope b of (ln x_L − ln x_F)/(L − F) on ln x_F over units. Units without a
 *       value above 0 in both years are left out. Below 0: units that were behind grow faster. The
 *       speed is that of b = −(1 − exp(−speed (L − F)))/(L − F), NaN where 1 + b (L − F) ≤ 0.
 *   <li>{@code sigma}: the slope of the coefficient of variation (sample standard deviation over
 *       mean) on the year, over years. Only units with a value in every year count, so that those
 *       who come or go do not move it. Below 0: units draw together.
 *   <li>{@code rank}: Spearman's correlation of values in F and L (ties: mean ranks), with standard
 *       error sqrt((1 − ρ²)/(n − 2)) and p-value by Student's t. Near 1: the order stays.
 * </ul>
 *
 * <p>Reasons for no estimate: {@code ONE_YEAR}, {@code FEWER_THAN_3_UNITS}, {@code
 * FEWER_THAN_3_YEARS} (sigma), {@code MEAN_NOT_POSITIVE} (sigma), {@code CONSTANT}: no variation in
 * what the estimate explains by.
 */
public final class Convergence {
  static final String BETA = "beta";
  static final String SIGMA = "sigma";
  static final String RANK = "rank";

  private static final int LEAST = 3;

  private final MeasurePanel panel;
  private final int[] members;
  private final int last;

  /**
   * The convergence of some units.
   *
   * @param members places of units in the panel, upwards
   */
  Convergence(MeasurePanel panel, int[] members) {
    this.panel = panel;
    this.members = members.clone();
    this.last = panel.yearCount() - 1;
  }

  /**
   * An estimate.
   *
   * @param speed a year, of beta only; NaN where there is none
   * @param n units, or years of sigma
   * @param leftOut units of the group that could not be used
   * @param reason why there is no estimate; empty where there is one
   */
  public record Estimate(
      String kind,
      double estimate,
      double standardError,
      double pValue,
      double r2,
      double speed,
      int n,
      int leftOut,
      String reason) {

    private static Estimate none(String kind, int n, int leftOut, String reason) {
      double nan = Double.NaN;
      return new Estimate(kind, nan, nan, nan, nan, nan, n, leftOut, reason);
    }

    private static Estimate of(String kind, LinearFit fit, double speed, int n, int leftOut) {
      return Double.isNaN(fit.slope())
          ? none(kind, n, leftOut, "CONSTANT")
          : new Estimate(
              kind,
              fit.slope(),
              fit.standardError(),
              fit.pValue(),
              fit.r2(),
              speed,
              n,
              leftOut,
              "");
    }
  }

  /** Sigma, beta and rank. */
  List<Estimate> estimates() {
    return List.of(sigma(), beta(), rank());
  }

  private Estimate beta() {
    int[] used = where(u -> panel.value(u, 0) > 0 && panel.value(u, last) > 0);
    int leftOut = members.length - used.length;
    String reason = reason(used.length);
    if (!reason.isEmpty()) {
      return Estimate.none(BETA, used.length, leftOut, reason);
    }
    int span = panel.year(last) - panel.year(0);
    double[] start = new double[used.length];
    double[] growth = new double[used.length];
    for (int i = 0; i < used.length; i++) {
      start[i] = Math.log(panel.value(used[i], 0));
      growth[i] = (Math.log(panel.value(used[i], last)) - start[i]) / span;
    }
    LinearFit fit = LinearFit.of(start, growth);
    double left = 1 + fit.slope() * span;
    double speed = left > 0 ? -Math.log(left) / span : Double.NaN;
    return Estimate.of(BETA, fit, speed, used.length, leftOut);
  }

  private Estimate sigma() {
    int[] used = where(u -> hasAll(u));
    int leftOut = members.length - used.length;
    int years = panel.yearCount();
    if (used.length < LEAST || years < LEAST) {
      String reason = used.length < LEAST ? "FEWER_THAN_3_UNITS" : "FEWER_THAN_3_YEARS";
      return Estimate.none(SIGMA, years, leftOut, reason);
    }
    double[] x = new double[years];
    double[] cv = new double[years];
    for (int t = 0; t < years; t++) {
      double[] values = values(used, t);
      double mean = new Mean().evaluate(values);
      if (!(mean > 0)) {
        return Estimate.none(SIGMA, years, leftOut, "MEAN_NOT_POSITIVE");
      }
      x[t] = panel.year(t);
      cv[t] = new StandardDeviation().evaluate(values, mean) / mean;
    }
    return Estimate.of(SIGMA, LinearFit.of(x, cv), Double.NaN, years, leftOut);
  }

  private Estimate rank() {
    int[] used = where(u -> panel.has(u, 0) && panel.has(u, last));
    int n = used.length;
    int leftOut = members.length - n;
    String reason = reason(n);
    if (!reason.isEmpty()) {
      return Estimate.none(RANK, n, leftOut, reason);
    }
    double[] before = Ties.rounded(values(used, 0));
    double[] after = Ties.rounded(values(used, last));
    double rho = new SpearmansCorrelation().correlation(before, after);
    if (Double.isNaN(rho)) {
      return Estimate.none(RANK, n, leftOut, "CONSTANT");
    }
    double error = Math.sqrt(Math.max(0, 1 - rho * rho) / (n - 2));
    double p = TailProbability.student(rho / error, n - 2);
    return new Estimate(RANK, rho, error, p, rho * rho, Double.NaN, n, leftOut, "");
  }

  private String reason(int n) {
    if (last == 0) {
      return "ONE_YEAR";
    }
    return n < LEAST ? "FEWER_THAN_3_UNITS" : "";
  }

  private boolean hasAll(int unit) {
    for (int t = 0; t <= last; t++) {
      if (!panel.has(unit, t)) {
        return false;
      }
    }
    return true;
  }

  private int[] where(IntPredicate isUsed) {
    List<Integer> out = new ArrayList<>();
    for (int unit : members) {
      if (isUsed.test(unit)) {
        out.add(unit);
      }
    }
    return out.stream().mapToInt(Integer::intValue).toArray();
  }

  private double[] values(int[] units, int t) {
    double[] out = new double[units.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = panel.value(units[i], t);
    }
    return out;
  }
}
