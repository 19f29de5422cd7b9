package org.renxing.quality;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.get;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.ln;
import static org.apache.spark.sql.functions.median;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * What the rest of a series and the other units lead one to expect of each cell, and how far from
 * it the cell is (docs/methods/quality.md, "Expectation").
 *
 * <p>All of it stands on one shuffle by indicator; rows are sorted by unit, and then by year and
 * unit, so that windows need no sort of their own.
 */
final class Expectation {
  /** Years to either side that are compared. */
  static final int REACH = 5;

  /** Turns a median absolute deviation into a standard deviation of normal values. */
  static final double MAD = 1.4826;

  /** Compared cells without which nothing is expected of a cell. */
  private static final int FEWEST = 3;

  /** Units of a year without which the year has no effect of its own. */
  private static final int FEWEST_PEERS = 8;

  /** Share of positive values from which an indicator is judged by logarithms. */
  private static final double MOSTLY_POSITIVE = 0.98;

  /** Least spread of logarithms, so that printed digits are no departure. */
  private static final double LEAST_SPREAD = 0.02;

  private static final WindowSpec INDICATOR = Window.partitionBy("indicator_code");
  private static final WindowSpec SERIES = Window.partitionBy("indicator_code", "unit_id");
  private static final WindowSpec PEERS = Window.partitionBy("indicator_code", "year");

  private Expectation() {}

  /**
   * Adds to each cell {@code is_log}, {@code y} (the logarithm, or the value where an indicator is
   * not positive throughout), {@code expected} (of y), {@code residual} = y − expected, {@code
   * spread} (a robust standard deviation), {@code score} = |residual| / spread, and the neighbours
   * in the series: {@code before}, {@code after}, structs of year and value, and {@code
   * before_step}, {@code after_step}, by which y departs from them.
   *
   * @param observations unit_id string, year int, indicator_code string, value double, source_id
   *     string; one row a cell, finite values
   * @return null expected, residual, spread and score where fewer than three years within five can
   *     be compared, or where all of them are equal and not judged by logarithms
   */
  static Dataset<Row> of(Dataset<Row> observations) {
    Dataset<Row> series =
        points(observations)
            .groupBy("indicator_code", "unit_id")
            .agg(
                first("is_log").as("is_log"),
                sort_array(
                        collect_list(
                            struct(named("year", "value", "source_id", "y", "z", "effect"))))
                    .as("points"));
    Column points = col("points");
    Column cells =
        ArrayMath.let(
            coalesce(ArrayMath.slope(points, "z"), lit(0.0)),
            slope -> transform(points, (p, i) -> cell(points, p, i, slope)));
    Column sizes = transform(col("cells"), c -> abs(c.getField("y").minus(c.getField("expected"))));
    return judged(
        series
            .withColumn("cells", cells)
            .withColumn("restlessness", ArrayMath.median(sizes))
            .select(
                col("indicator_code"),
                col("unit_id"),
                col("is_log"),
                col("restlessness"),
                inline(col("cells")))
            .sortWithinPartitions("indicator_code", "year", "unit_id"));
  }

  /** Takes the median of the series and of the year off (one step of median polish, Tukey 1977). */
  private static Dataset<Row> points(Dataset<Row> observations) {
    Column isPositive = col("value").gt(0.0);
    Column deviation = col("deviation");
    Column effect =
        when(count(deviation).over(PEERS).geq(FEWEST_PEERS), median(deviation).over(PEERS))
            .otherwise(0.0);
    return observations
        .select(named("unit_id", "year", "indicator_code", "value", "source_id"))
        .repartition(partitions(observations), col("indicator_code"))
        .sortWithinPartitions("indicator_code", "unit_id")
        .withColumn(
            "is_log",
            avg(when(isPositive, 1.0).otherwise(0.0)).over(INDICATOR).geq(MOSTLY_POSITIVE))
        .withColumn(
            "y", when(col("is_log"), when(isPositive, ln(col("value")))).otherwise(col("value")))
        .withColumn("deviation", col("y").minus(median(col("y")).over(SERIES)))
        .withColumn("effect", effect)
        .withColumn("z", col("y").minus(col("effect")));
  }

  /** A point with what the points around it lead one to expect. */
  private static Column cell(Column points, Column p, Column i, Column slope) {
    Column year = p.getField("year");
    Column others =
        filter(
            points,
            q ->
                q.getField("year")
                    .notEqual(year)
                    .and(abs(q.getField("year").minus(year)).leq(REACH))
                    .and(q.getField("z").isNotNull()));
    Column continued =
        transform(
            others, q -> q.getField("z").plus(slope.multiply(year.minus(q.getField("year")))));
    Column before = get(points, i.minus(1));
    Column after = get(points, i.plus(1));
    return struct(
        year.as("year"),
        p.getField("value").as("value"),
        p.getField("source_id").as("source_id"),
        p.getField("y").as("y"),
        ArrayMath.let(
                continued,
                z -> when(size(z).geq(FEWEST), ArrayMath.median(z).plus(p.getField("effect"))))
            .as("expected"),
        neighbour(before).as("before"),
        neighbour(after).as("after"),
        step(p, before, slope).as("before_step"),
        step(p, after, slope).as("after_step"));
  }

  private static Column neighbour(Column q) {
    return when(
        q.isNotNull(), struct(q.getField("year").as("year"), q.getField("value").as("value")));
  }

  private static Column step(Column p, Column q, Column slope) {
    return p.getField("z")
        .minus(q.getField("z"))
        .minus(slope.multiply(p.getField("year").minus(q.getField("year"))));
  }

  /**
   * Centres the residuals of each year, and sets them against the widest of three spreads: of the
   * indicator, of the series, and of the year, so that neither a restless series nor a census year
   * is suspect as a whole.
   */
  private static Dataset<Row> judged(Dataset<Row> compared) {
    Column raw = col("y").minus(col("expected"));
    Column centre =
        when(count(raw).over(PEERS).geq(FEWEST_PEERS), median(raw).over(PEERS)).otherwise(0.0);
    Column size = abs(col("residual"));
    Column widest =
        greatest(median(size).over(INDICATOR), median(size).over(PEERS), col("restlessness"));
    Column spread = widest.multiply(when(col("is_log"), MAD).otherwise(2 * MAD));
    return compared
        .withColumn("centre", centre)
        .withColumn("expected", col("expected").plus(col("centre")))
        .withColumn("residual", col("y").minus(col("expected")))
        .withColumn(
            "spread", when(col("is_log"), greatest(spread, lit(LEAST_SPREAD))).otherwise(spread))
        .withColumn("score", when(col("spread").gt(0.0), size.divide(col("spread"))))
        .drop("centre", "restlessness");
  }

  private static Column[] named(String... names) {
    Column[] out = new Column[names.length];
    for (int i = 0; i < names.length; i++) {
      out[i] = col(names[i]);
    }
    return out;
  }

  /** Stated, or adaptive execution would see a small panel and put it all on one core. */
  static int partitions(Dataset<Row> frame) {
    return Integer.parseInt(frame.sparkSession().conf().get("spark.sql.shuffle.partitions"));
  }
}
