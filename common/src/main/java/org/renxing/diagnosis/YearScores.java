package org.renxing.diagnosis;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.renxing.panel.IndicatorOrder;
import org.renxing.ranking.Places;

/** The scores of a year's units under one target, with and without each of its indicators. */
final class YearScores {
  private final double[][] y;
  private final double[] w;
  private final String[] systems;
  private final boolean isBySystem;
  private final boolean isGeometric;
  private final double[] sums;

  private YearScores(
      double[][] y, double[] w, String[] systems, boolean isBySystem, boolean isGeometric) {
    this.y = y;
    this.w = w;
    this.systems = systems;
    this.isBySystem = isBySystem;
    this.isGeometric = isGeometric;
    this.sums = weighted(w);
  }

  /**
   * Of the units of a year.
   *
   * @param vectors normalised values of each unit in the order of the indicators
   * @param weights of all schemes in the whole, those of the first scheme, then of the second, …
   */
  static YearScores of(
      List<double[]> vectors,
      double[] weights,
      InfluenceTarget target,
      IndicatorOrder order,
      boolean isGeometric) {
    double[][] y =
        vectors.stream()
            .map(all -> target.members().stream().mapToDouble(j -> all[j]).toArray())
            .toArray(double[][]::new);
    return new YearScores(
        y,
        target.weights(weights, order.size()),
        target.members().stream().map(order.systems()::get).toArray(String[]::new),
        target.isBySystem(),
        isGeometric);
  }

  /** A member's share of the weights; NaN where one is undefined or all are 0. */
  double share(int member) {
    double total = Arrays.stream(w).sum();
    return total > 0 ? w[member] / total : Double.NaN;
  }

  /** Σ q t of each unit, t being y or its logarithm; NaN where there is no score, or one of 0. */
  double[] sums() {
    return Arrays.stream(sums).map(s -> Double.isInfinite(s) ? Double.NaN : s).toArray();
  }

  /** A member's term of each unit's sum; NaN where that has none. */
  double[] terms(int member) {
    double[] out = new double[y.length];
    double share = share(member);
    for (int i = 0; i < out.length; i++) {
      boolean isOut = Double.isNaN(sums[i]) || Double.isInfinite(sums[i]);
      out[i] = isOut ? Double.NaN : share == 0 ? 0 : share * transformed(y[i][member]);
    }
    return out;
  }

  /** Scores; NaN where an indicator with a weight above 0 is missing. */
  double[] scores() {
    return scores(sums);
  }

  /**
   * The sum of the absolute changes of dense ranks if a member is left out, and the number of units
   * compared (0 where nothing is left). The weight that falls away goes to the other indicators in
   * proportion to theirs: to those of its system where the scheme weighs by systems, and to all of
   * them where it does not or the system has no other.
   */
  double[] rankChange(int member) {
    double[] without = scores(weighted(withoutMember(member)));
    int[] before = Places.of(scores()).dense();
    int[] after = Places.of(without).dense();
    double[] out = new double[2];
    for (int i = 0; i < y.length; i++) {
      if (before[i] > 0 && after[i] > 0) {
        out[0] += Math.abs(after[i] - before[i]);
        out[1]++;
      }
    }
    return out;
  }

  /** The weights without a member, on any scale. */
  private double[] withoutMember(int member) {
    double[] out = w.clone();
    out[member] = 0;
    if (isBySystem) {
      Map<String, Double> left = new TreeMap<>();
      Map<String, Double> full = new TreeMap<>();
      for (int j = 0; j < w.length; j++) {
        left.merge(systems[j], out[j], Double::sum);
        full.merge(systems[j], w[j], Double::sum);
      }
      String own = systems[member];
      for (int j = 0; j < w.length; j++) {
        if (systems[j].equals(own) && left.get(own) > 0) {
          out[j] *= full.get(own) / left.get(own);
        }
      }
    }
    return out;
  }

  private double[] scores(double[] of) {
    return isGeometric ? Arrays.stream(of).map(Math::exp).toArray() : of;
  }

  /** Σ u t/Σ u of each unit whose indicators with a weight are all there, else NaN. */
  private double[] weighted(double[] u) {
    double total = Arrays.stream(u).sum();
    double[] out = new double[y.length];
    for (int i = 0; i < out.length; i++) {
      double sum = total > 0 ? 0 : Double.NaN;
      for (int j = 0; j < u.length; j++) {
        boolean isMissing = w[j] > 0 && Double.isNaN(y[i][j]);
        sum += isMissing ? Double.NaN : u[j] > 0 ? u[j] / total * transformed(y[i][j]) : 0;
      }
      out[i] = sum;
    }
    return out;
  }

  /** y, or its logarithm: minus infinity for 0, NaN below. */
  private double transformed(double value) {
    return isGeometric ? Math.log(value) : value;
  }
}
