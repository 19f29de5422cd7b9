package org.renxing.index.normalise;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.try_divide;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import org.apache.spark.sql.Column;
import org.renxing.column.ExactSum;

/**
 * (x − mean)/sd with the sample standard deviation, negated for negative indicators. Published
 * bounds are lower = mean and upper = mean + sd, so that frozen bounds give the same formula. Never
 * clamped. A constant indicator has upper = lower exactly.
 */
final class ZScore extends BoundedMethod {
  @Override
  List<Column> bounds() {
    Column x = col("value");
    // a list in order: neither may hang on how rows are partitioned
    Column sorted = sort_array(collect_list(x));
    Column average = ExactSum.mean(sorted);
    Column mean = when(max(x).gt(min(x)), average).otherwise(min(x));
    Column upper =
        when(max(x).gt(min(x)), average.plus(ExactSum.sd(sorted, average))).otherwise(min(x));
    return List.of(mean.as("lower"), upper.as("upper"));
  }

  @Override
  Column formula(Column x, Column lower, Column upper, Column isNegative) {
    Column z = try_divide(x.minus(lower), upper.minus(lower));
    return when(isNegative, z.multiply(-1)).otherwise(z);
  }

  @Override
  boolean canClamp() {
    return false;
  }
}
