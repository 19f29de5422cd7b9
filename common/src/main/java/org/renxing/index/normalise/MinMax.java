package org.renxing.index.normalise;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.try_divide;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import org.apache.spark.sql.Column;

/**
 * (x − min)/(max − min), or (max − x)/(max − min) for negative indicators: R eq. 1–2, C eq. 1–2.
 * R's eq. 1 prints max − x as the denominator of the positive case, a misprint.
 */
class MinMax extends BoundedMethod {
  @Override
  List<Column> bounds() {
    return List.of(min(col("value")).as("lower"), max(col("value")).as("upper"));
  }

  @Override
  Column formula(Column x, Column lower, Column upper, Column isNegative) {
    Column above = when(isNegative, upper.minus(x)).otherwise(x.minus(lower));
    return try_divide(above, upper.minus(lower));
  }
}
