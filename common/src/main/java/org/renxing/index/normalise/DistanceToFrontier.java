package org.renxing.index.normalise;

import static org.apache.spark.sql.functions.try_divide;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;

/**
 * Distance to the best (OECD and JRC, Handbook on Constructing Composite Indicators, 2008,
 * "distance to a reference"): x/max, or min/x for negative indicators. Meant for values of 0 and
 * above: a value or frontier below 0 gives null, and so does 0 over a frontier of 0.
 */
final class DistanceToFrontier extends MinMax {
  @Override
  Column formula(Column x, Column lower, Column upper, Column isNegative) {
    Column share = when(isNegative, try_divide(lower, x)).otherwise(try_divide(x, upper));
    return when(x.geq(0.0).and(lower.geq(0.0).or(isNegative.equalTo(false))), share);
  }
}
