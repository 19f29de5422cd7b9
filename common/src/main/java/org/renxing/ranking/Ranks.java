package org.renxing.ranking;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.renxing.numerics.CodePointOrder;
import org.renxing.numerics.SignificantDigits;

/**
 * Ranks of units by a value, the highest first (methods: scores). Values equal to 12 significant
 * digits are ties. A missing value (NaN) has no rank and does not count.
 */
public final class Ranks {
  private final int[] dense;
  private final int[] orderNo;
  private final double[] percentile;

  private Ranks(int size) {
    dense = new int[size];
    orderNo = new int[size];
    percentile = new double[size];
    Arrays.fill(percentile, Double.NaN);
  }

  /**
   * Ranks units.
   *
   * @param values one value a unit, NaN where missing
   * @param units the ids, which break ties of the total order, in the order of their code points
   */
  public static Ranks of(double[] values, List<String> units) {
    double[] keys = Arrays.stream(values).map(SignificantDigits::tieKey).toArray();
    Integer[] order =
        IntStream.range(0, keys.length)
            .filter(i -> !Double.isNaN(keys[i]))
            .boxed()
            .sorted(
                Comparator.comparingDouble((Integer i) -> -keys[i])
                    .thenComparing(units::get, CodePointOrder.ASCENDING))
            .toArray(Integer[]::new);
    Ranks out = new Ranks(values.length);
    int above = 0;
    int rank = 0;
    for (int p = 0; p < order.length; p++) {
      int i = order[p];
      if (p == 0 || keys[i] != keys[order[p - 1]]) {
        above = p;
        rank++;
      }
      out.orderNo[i] = p + 1;
      out.dense[i] = rank;
      out.percentile[i] = order.length == 1 ? 1 : 1 - above / (order.length - 1.0);
    }
    return out;
  }

  /** The dense rank, 1 for the highest, which ties share; 0 where missing. */
  public int dense(int i) {
    return dense[i];
  }

  /** The place in a total order, ties by id; 0 where missing. */
  public int orderNo(int i) {
    return orderNo[i];
  }

  /** The share of the other units that are not better: 1 for the best and for one alone. */
  public double percentile(int i) {
    return percentile[i];
  }
}
