package org.renxing.quality;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.exp;
import static org.apache.spark.sql.functions.format_string;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.struct;

import org.apache.spark.sql.Column;
import org.renxing.model.SuspectKind;

/**
 * What a detector says of a cell: a struct of kind, expected_lower, expected_upper, confidence,
 * evidence.
 */
final class Finding {
  private static final double MOST = 0.99;

  private Finding() {}

  /** The finding where the condition holds, else null. */
  static Column when(
      SuspectKind kind, Column condition, Range range, Column confidence, Column evidence) {
    return org.apache.spark.sql.functions.when(
        condition,
        struct(
            lit(kind.label()).as("kind"),
            range.lower().as("expected_lower"),
            range.upper().as("expected_upper"),
            round(greatest(lit(0.0), least(lit(MOST), confidence)), 4).as("confidence"),
            evidence.as("evidence")));
  }

  /** Between what the value should lie; null where an end is not known. */
  record Range(Column lower, Column upper) {}

  /** What the cell's own history lets expect, with {@code limit} spreads to either side. */
  static Range ofHistory(double limit) {
    Column reach = col("spread").multiply(limit);
    return new Range(original(col("expected").minus(reach)), original(col("expected").plus(reach)));
  }

  /** From the scale of y to that of the value. */
  static Column original(Column y) {
    return org.apache.spark.sql.functions.when(col("is_log"), exp(y)).otherwise(y);
  }

  /** 0.5 at the threshold, towards 1 as the score grows: 1 − threshold / (2 score). */
  static Column beyond(double threshold, Column score) {
    return lit(1.0).minus(lit(0.5 * threshold).divide(score));
  }

  /** A number in plain digits, for people. */
  static Column number(Column x) {
    return org.apache
        .spark
        .sql
        .functions
        .when(abs(x).geq(1000), format_string("%.0f", x))
        .when(abs(x).geq(1).or(x.equalTo(0.0)), format_string("%.2f", x))
        .otherwise(format_string("%.4g", x));
  }

  /** "before (2018) 14263000.00, after (2020) 17928000.00"; n/a for one that there is not. */
  static Column neighbours() {
    return concat(
        lit("before "), neighbour(col("before")), lit(", after "), neighbour(col("after")));
  }

  private static Column neighbour(Column q) {
    return coalesce(
        concat(lit("("), q.getField("year").cast("string"), lit(") "), number(q.getField("value"))),
        lit("none"));
  }
}
