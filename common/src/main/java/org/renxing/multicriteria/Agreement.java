package org.renxing.multicriteria;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.correlation.KendallsCorrelation;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;
import org.renxing.numerics.SignificantDigits;

/**
 * How far two rankings of the same units agree. Values equal to 12 significant digits are ties.
 *
 * @param n units that have both
 * @param spearman rank correlation, ties by mean ranks; NaN where all are ties in one of them
 * @param kendall τ-b; NaN likewise
 */
public record Agreement(int n, double spearman, double kendall) {
  /**
   * Of two rankings; the last bits depend on the order of the units.
   *
   * @param a one value a unit, more being better; NaN where missing
   * @param b those of the other, in the same order
   */
  public static Agreement of(double[] a, double[] b) {
    int[] both =
        IntStream.range(0, a.length)
            .filter(i -> !Double.isNaN(a[i]) && !Double.isNaN(b[i]))
            .toArray();
    double[] x = keys(a, both);
    double[] y = keys(b, both);
    if (isConstant(x) || isConstant(y)) {
      return new Agreement(both.length, Double.NaN, Double.NaN);
    }
    return new Agreement(
        both.length,
        bounded(new SpearmansCorrelation().correlation(x, y)),
        bounded(new KendallsCorrelation().correlation(x, y)));
  }

  private static double[] keys(double[] values, int[] places) {
    return Arrays.stream(places).mapToDouble(i -> SignificantDigits.tieKey(values[i])).toArray();
  }

  private static boolean isConstant(double[] x) {
    return Arrays.stream(x).distinct().count() < 2;
  }

  private static double bounded(double correlation) {
    return Math.max(-1, Math.min(1, correlation));
  }
}
