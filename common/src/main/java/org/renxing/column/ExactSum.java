package org.renxing.column;

import static org.apache.spark.sql.functions.aggregate;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.rint;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.sqrt;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.try_divide;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;

/**
 * Sums of doubles that do not depend on the order of the rows, so that the number of partitions
 * does not change a bit of a result.
 *
 * <p>{@link #of} and {@link #wide} cut each term into whole multiples of fixed powers of two, 30
 * bits apart, and what is left below 2^−81. The sum of each kind of part is exact in double
 * arithmetic, hence the same in any order; the parts are then added from the smallest up. The plan
 * has some more plain sums, and no sort, shuffle or list.
 *
 * <p>Range: exact while the absolute terms sum to less than 2^33 (8.6e9) for {@code of} and 2^93
 * (9.9e27) for {@code wide}, over up to 2^24 terms. Bits of a term below 2^−81 (only terms below
 * 2^−28 in size have any) are summed as they come, with a noise near 1e−40 a term: only a sum far
 * below 1e−15 may still differ in its last bits. Beyond the range the sum is an ordinary one of
 * doubles, as accurate as {@code sum}, but it may depend on the order. Nothing throws.
 *
 * <p>Precision: within three roundings of the true sum. Nulls do not count, the sum of none is
 * null, and infinities, and sizes from 1e284 on, give NaN.
 */
public final class ExactSum {
  private static final int STEP = 30;
  private static final int LOWEST = -80;

  private ExactSum() {}

  /**
   * The sum of terms about 1 in size, an aggregate.
   *
   * @param x a double column; it stands several times in the expression: give a plain column, not a
   *     long formula
   */
  public static Column of(Column x) {
    return sums(x, -20);
  }

  /** The sum of terms of any usual size, an aggregate; it costs two more sums than {@link #of}. */
  public static Column wide(Column x) {
    return sums(x, 40);
  }

  private static Column sums(Column x, int largest) {
    Column total = sum(x.minus(multiple(x, LOWEST)));
    for (int e = LOWEST; e < largest; e += STEP) {
      total = sum(multiple(x, e).minus(multiple(x, e + STEP))).plus(total);
    }
    return sum(multiple(x, largest)).plus(total);
  }

  /** The nearest multiple of 2^exponent: x itself where that is one already, and so exact. */
  private static Column multiple(Column x, int exponent) {
    return rint(x.multiply(Math.scalb(1.0, -exponent))).multiply(Math.scalb(1.0, exponent));
  }

  /**
   * The mean of an array's doubles, added from its first to its last; null where it is empty.
   *
   * @param sorted an array without nulls, in an order that the rows' own does not change
   */
  public static Column mean(Column sorted) {
    return try_divide(aggregate(sorted, lit(0.0), Column::plus), size(sorted));
  }

  /**
   * The sample standard deviation of an array's doubles about their mean; null for fewer than two.
   *
   * @param sorted as in {@link #mean}
   * @param mean the mean, a plain column
   */
  public static Column sd(Column sorted, Column mean) {
    Column squares =
        aggregate(
            sorted, lit(0.0), (total, x) -> total.plus(x.minus(mean).multiply(x.minus(mean))));
    return when(size(sorted).gt(1), sqrt(squares.divide(size(sorted).minus(1))));
  }
}
