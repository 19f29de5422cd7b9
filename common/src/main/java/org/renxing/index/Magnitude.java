package org.renxing.index;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.col;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * How large the values of indicators may be. Beyond, the range of a column overflows, and what is
 * normalised and weighed by it would be 0 or nothing.
 */
public final class Magnitude {
  /** The largest absolute value. */
  public static final double LIMIT = 1e300;

  private Magnitude() {}

  /**
   * The values beyond {@link #LIMIT}, some of them.
   *
   * @param values unit_id, year, indicator_code, value; a missing one is not beyond
   * @param most the largest number that is given
   * @return unit_id, year, indicator_code, value, in their order
   */
  public static List<Row> beyond(Dataset<Row> values, int most) {
    return values
        .where(abs(col("value")).gt(LIMIT))
        .select("unit_id", "year", "indicator_code", "value")
        .orderBy("indicator_code", "unit_id", "year")
        .limit(most)
        .collectAsList();
  }
}
