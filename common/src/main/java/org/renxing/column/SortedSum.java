package org.renxing.column;

import static org.apache.spark.sql.functions.aggregate;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;

/**
 * Sums of doubles of small groups, such as the units of a year: added from the smallest to the
 * largest, so that the order of the rows does not change a bit. The plan is lighter than that of
 * {@link ExactSum}, which large groups need, since this one holds the terms of a group in memory.
 */
public final class SortedSum {
  private SortedSum() {}

  /** The sum, an aggregate; nulls do not count, the sum of none is null. */
  public static Column of(Column x) {
    Column terms = sort_array(collect_list(x));
    return when(size(terms).gt(0), aggregate(terms, lit(0.0), Column::plus));
  }
}
