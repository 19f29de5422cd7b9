package org.renxing.quality;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.flatten;
import static org.apache.spark.sql.functions.get;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.shiftright;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.slice;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.transform;

import java.util.function.UnaryOperator;
import org.apache.spark.sql.Column;

/** Robust statistics of short arrays, such as the years of one series. */
final class ArrayMath {
  private ArrayMath() {}

  /** The median of an array of doubles without its nulls; null where nothing is left. */
  static Column median(Column values) {
    return let(sort_array(array_compact(values)), ArrayMath::middle);
  }

  /**
   * The median of the slopes between all pairs of points (Theil 1950, Sen 1968); up to 29 % of the
   * points can be wrong without spoiling it.
   *
   * @param points array of structs in order of {@code year int}, no year twice, and a double field;
   *     nulls of the field do not count
   * @return null with fewer than two points
   */
  static Column slope(Column points, String field) {
    return median(
        flatten(
            transform(
                points,
                (p, i) ->
                    transform(
                        slice(points, i.plus(2), size(points)),
                        q ->
                            q.getField(field)
                                .minus(p.getField(field))
                                .divide(q.getField("year").minus(p.getField("year")))))));
  }

  /** An expression that needs a value several times, which is computed once. */
  static Column let(Column value, UnaryOperator<Column> body) {
    return get(transform(array(value), v -> body.apply(v)), lit(0));
  }

  private static Column middle(Column sorted) {
    Column lower = get(sorted, shiftright(size(sorted).minus(1), 1));
    Column upper = get(sorted, shiftright(size(sorted), 1));
    return lower.plus(upper).divide(2.0);
  }
}
