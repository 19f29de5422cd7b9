package org.renxing.jobs.gold;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.forall;
import static org.apache.spark.sql.functions.get;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.nullif;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.sequence;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.zip_with;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Sets computed figures beside printed ones. */
final class FigureComparison {
  private static final double NOISE = 1e-12;
  private static final int DECIMALS = 4;

  private FigureComparison() {}

  /**
   * One row a printed figure: source, place, figure, printed, unit, ours, agrees, reason. Agrees is
   * null where nothing is printed to compare with, ours is missing in whole or part, or the data
   * are made up. A list of names without any is an answer of ours, "none".
   *
   * @param printed source, place, figure, printed, unit, values, tolerances, is_fact, note,
   *     why_not, key
   * @param computed key, ours (texts, in the order of the values)
   */
  static Dataset<Row> of(Dataset<Row> printed, Dataset<Row> computed, boolean isSimulated) {
    Column given = array_compact(col("ours"));
    Column isNone = coalesce(size(given).equalTo(0), lit(true));
    Column isMadeUp = not(col("is_fact")).and(lit(isSimulated));
    Column isComparable =
        size(col("values")).gt(0).and(size(given).equalTo(size(col("values")))).and(not(isMadeUp));
    Column agrees = when(coalesce(isComparable, lit(false)), agrees());
    Column reason =
        when(isNone, whyNone())
            .when(isMadeUp, "simulated data")
            .when(size(col("values")).equalTo(0), "no numbers to compare")
            .when(agrees.isNull(), "a part of ours is missing")
            .when(agrees, nullif(col("note"), lit("")))
            .otherwise(concat_ws("", lit("differs: "), col("note")));
    Column numbers = transform(col("ours"), text -> text.try_cast("double"));
    return printed
        .join(broadcast(computed.withColumn("numbers", numbers)), Columns.named("key"), "left")
        .select(
            col("source"),
            col("place"),
            col("figure"),
            col("printed"),
            nullif(col("unit"), lit("")).as("unit"),
            when(not(isNone), shown()).as("ours"),
            agrees.as("agrees"),
            reason.as("reason"));
  }

  private static Column whyNone() {
    return coalesce(nullif(col("why_not"), lit("")), lit("the data lack it"));
  }

  /** Numbers to four decimals, texts as they are, an empty one as none. */
  private static Column shown() {
    Column rounded = transform(col("numbers"), x -> round(x, DECIMALS).cast("string"));
    Column parts =
        zip_with(
            rounded,
            transform(col("ours"), text -> when(text.equalTo(""), "none").otherwise(text)),
            (x, text) -> coalesce(x, text, lit("missing")));
    return array_join(parts, "; ");
  }

  private static Column agrees() {
    Column places = sequence(lit(0), size(col("values")).minus(1));
    return forall(
        places,
        i -> {
          Column difference = abs(get(col("numbers"), i).minus(get(col("values"), i)));
          return difference.leq(get(col("tolerances"), i).plus(lit(NOISE)));
        });
  }
}
