package org.renxing.land;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.try_divide;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Disorder of streets in five dimensions, from scored street views (source Q; methods: land). */
public final class DisorderScores {
  /** The dimensions, and columns of points. */
  public static final List<String> DIMENSIONS =
      List.of("building", "shop_front", "greening", "road", "infrastructure");

  /** The dimension of rows about all five. */
  public static final String ALL = "all";

  private DisorderScores() {}

  /**
   * One row a dimension (and {@code all}), zone (and {@code all}), unit and year that has a point:
   * dimension, zone, unit_id, year, score, n, coverage.
   *
   * <p>Of a dimension: the mean of its scores, how many, and their share of the points. Of {@code
   * all}: the mean of the means of the dimensions that have a score, so that each counts the same
   * however many points show it; the points with any score; the share of the five scores of each
   * point that are there, so that a missing dimension lowers coverage and not the score. A score
   * that is null or outside [0, 1] counts as missing; without any, score is null, n and coverage 0.
   *
   * @param points rows of silver.street_view_point: unit_id, zone, year and the dimensions
   */
  public static Dataset<Row> of(Dataset<Row> points) {
    List<Column> sums = new ArrayList<>();
    List<Column> again = new ArrayList<>();
    Column any = lit(false);
    for (String dimension : DIMENSIONS) {
      Column valid = when(col(dimension).between(0.0, 1.0), col(dimension));
      sums.add(sum(valid).as("s_" + dimension));
      sums.add(count(valid).as("n_" + dimension));
      again.add(sum("s_" + dimension).as("s_" + dimension));
      again.add(sum("n_" + dimension).as("n_" + dimension));
      any = any.or(coalesce(col(dimension).between(0.0, 1.0), lit(false)));
    }
    sums.add(count(when(any, 1)).as("n_any"));
    again.add(sum("n_any").as("n_any"));
    Dataset<Row> grouped =
        points
            .groupBy("unit_id", "year", "zone")
            .agg(count(lit(1)).as("points"), sums.toArray(Column[]::new));
    return Zones.withAll(grouped)
        .groupBy("zone", "unit_id", "year")
        .agg(sum("points").as("points"), again.toArray(Column[]::new))
        .select(col("zone"), col("unit_id"), col("year"), explode(rows()).as("row"))
        .select("row.dimension", "zone", "unit_id", "year", "row.score", "row.n", "row.coverage");
  }

  private static Column rows() {
    List<Column> out = new ArrayList<>();
    Column means = lit(0.0);
    Column present = lit(0);
    Column scores = lit(0L);
    for (String dimension : DIMENSIONS) {
      Column n = col("n_" + dimension);
      Column mean = try_divide(col("s_" + dimension), n);
      out.add(row(dimension, mean, n, n.divide(col("points"))));
      means = means.plus(coalesce(mean, lit(0.0)));
      present = present.plus(when(n.gt(0), 1).otherwise(0));
      scores = scores.plus(n);
    }
    Column all = col("points").multiply(DIMENSIONS.size());
    out.add(row(ALL, try_divide(means, present), col("n_any"), scores.divide(all)));
    return array(out.toArray(Column[]::new));
  }

  private static Column row(String dimension, Column score, Column n, Column coverage) {
    return struct(
        lit(dimension).as("dimension"),
        score.cast("double").as("score"),
        n.as("n"),
        coverage.as("coverage"));
  }
}
