package org.renxing.space;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where high and low values gather: G of a map (Getis and Ord 1992), and G_i, G_i* of each unit in
 * the standardised form of Ord and Getis (1995), which holds for weights of any size and for values
 * of either sign.
 */
public final class GetisOrd {
  private GetisOrd() {}

  /**
   * G = Σ_i Σ_{j≠i} w_ij x_i x_j / Σ_i Σ_{j≠i} x_i x_j, with expectation S0/(n(n − 1)) and the
   * variance of Getis and Ord (1992), its coefficient B1 as their erratum corrects it (6 S0², not 3
   * S0²). The weights are meant as they are, 0 or 1 in the source.
   *
   * @param x of each unit, no value missing; G has a meaning where none is negative
   */
  public static LocalStatistic general(WeightMatrix w, double[] x) {
    if (x.length < LocalStatistic.LEAST) {
      return LocalStatistic.none(Double.NaN, "FEWER_THAN_4_UNITS");
    }
    if (w.pairs() == 0) {
      return LocalStatistic.none(Double.NaN, "NO_NEIGHBOURS");
    }
    double n = x.length;
    double[] m = sums(x);
    double products = m[1] * m[1] - m[2];
    double cross = 0;
    for (int i = 0; i < x.length; i++) {
      cross += x[i] * w.lag(i, x);
    }
    if (Arrays.stream(x).anyMatch(v -> v < 0)) {
      return LocalStatistic.none(Double.NaN, "NEGATIVE");
    }
    double g = cross / products;
    String reason = LocalStatistic.reason(x);
    if (!reason.isEmpty() || products == 0) {
      return LocalStatistic.none(g, "CONSTANT");
    }
    double expected = w.s0() / (n * (n - 1));
    double square = numerator(w, n, m) / (products * products);
    double variance = square / (n * (n - 1) * (n - 2) * (n - 3)) - expected * expected;
    return variance > 1e-12 * expected * expected
        ? new LocalStatistic(g, (g - expected) / Math.sqrt(variance), "")
        : LocalStatistic.none(g, "ALL_ARE_NEIGHBOURS");
  }

  private static double numerator(WeightMatrix w, double n, double[] m) {
    double s1 = w.s1();
    double s2 = w.s2();
    double s0 = w.s0() * w.s0();
    double b0 = (n * n - 3 * n + 3) * s1 - n * s2 + 3 * s0;
    double b1 = -((n * n - n) * s1 - 2 * n * s2 + 6 * s0);
    double b2 = -(2 * n * s1 - (n + 3) * s2 + 6 * s0);
    double b3 = 4 * (n - 1) * s1 - 2 * (n + 1) * s2 + 8 * s0;
    double b4 = s1 - s2 + s0;
    double square = m[1] * m[1];
    return b0 * m[2] * m[2]
        + b1 * m[4]
        + b2 * square * m[2]
        + b3 * m[1] * m[3]
        + b4 * square * square;
  }

  /** Σ x^k for k from 0 to 4. */
  private static double[] sums(double[] x) {
    double[] out = new double[5];
    for (double v : x) {
      double power = 1;
      for (int k = 0; k < out.length; k++) {
        out[k] += power;
        power *= v;
      }
    }
    return out;
  }

  /**
   * G_i of each unit: the weighted sum of its neighbours' values as a share of the values of all
   * other units. z = (Σ_j w_ij x_j − W_i x̄(i))/(s(i) √(((n − 1) S1_i − W_i²)/(n − 2))), with mean
   * and standard deviation (divisor n − 1) of the n − 1 others, W_i = Σ_j w_ij and S1_i = Σ_j w_ij²
   * (Ord and Getis 1995). A row's weights can be multiplied by any number without a change of z.
   */
  public static List<LocalStatistic> local(WeightMatrix w, double[] x) {
    return each(w, x, false);
  }

  /**
   * G_i*: the same with the unit among its own neighbours, and mean and standard deviation (divisor
   * n) of all n units; z = (Σ_j w_ij x_j − W_i x̄)/(s √((n S1_i − W_i²)/(n − 1))). The unit weighs
   * as much as the heaviest of its neighbours: 1 where weights are 0 and 1.
   */
  public static List<LocalStatistic> localWithSelf(WeightMatrix w, double[] x) {
    return each(w, x, true);
  }

  private static List<LocalStatistic> each(WeightMatrix w, double[] x, boolean isStar) {
    String reason = LocalStatistic.reason(x);
    double sum = 0;
    for (double v : x) {
      sum += v;
    }
    double mean = sum / x.length;
    double squares = 0;
    for (double v : x) {
      squares += (v - mean) * (v - mean);
    }
    List<LocalStatistic> out = new ArrayList<>();
    for (int i = 0; i < x.length; i++) {
      String why = !reason.isEmpty() ? reason : w.degree(i) == 0 ? "NO_NEIGHBOURS" : "";
      out.add(
          why.isEmpty() ? of(w, x, i, isStar, sum, squares) : LocalStatistic.none(Double.NaN, why));
    }
    return out;
  }

  /** Of one unit, from the sum of all values and the sum of squared deviations. */
  private static LocalStatistic of(
      WeightMatrix w, double[] x, int i, boolean isStar, double sum, double squares) {
    double self = 0;
    double first = 0;
    double second = 0;
    for (int k = 0; k < w.degree(i); k++) {
      double weight = w.weight(i, k);
      self = isStar ? Math.max(self, weight) : 0;
      first += weight;
      second += weight * weight;
    }
    first += self;
    second += self * self;
    double lag = w.lag(i, x) + self * x[i];
    int all = x.length;
    double away = x[i] - sum / all;
    // without the unit, deviations lose d² n/(n − 1)
    double count = isStar ? all : all - 1;
    double total = isStar ? sum : sum - x[i];
    double spread = isStar ? squares : squares - away * away * all / (all - 1.0);
    double share = total > 0 ? lag / total : Double.NaN;
    if (spread <= 1e-12 * squares) {
      return LocalStatistic.none(share, "CONSTANT");
    }
    double vary = (count * second - first * first) / (count - 1);
    if (vary <= 1e-12 * first * first) {
      return LocalStatistic.none(share, "ALL_ARE_NEIGHBOURS");
    }
    double z = (lag - first * total / count) / Math.sqrt(spread / count * vary);
    return new LocalStatistic(share, z, "");
  }
}
