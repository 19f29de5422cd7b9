package org.renxing.index.couple;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.min_by;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.try_divide;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.renxing.column.ExactSum;
import org.renxing.coupling.Bands;
import org.renxing.index.Groups;

/**
 * Summaries of coupling coordination (C Figure 2, Table 3 and the text around them). Inputs have
 * the columns of {@link CouplingCoordination#of}, of one or more pairs; rows without d do not
 * count.
 */
public final class CouplingSummaries {
  private CouplingSummaries() {}

  /**
   * One row a pair, group and year: pair_id, group_type, group_value, year, n, mean_s, mean_e,
   * mean_c, mean_t, mean_d; n_highly_coordinated … n_disordered_decline by coordination level, and
   * n_highly_coupled … n_disordered by coupling level. Each family of counts sums to n.
   */
  public static Dataset<Row> byYear(Dataset<Row> rows, Dataset<Row> units, List<String> groupings) {
    Dataset<Row> known =
        rows.where(col("d").isNotNull())
            .select(
                "pair_id",
                "unit_id",
                "year",
                "s",
                "e",
                "c",
                "t",
                "d",
                "coupling_level",
                "coordination_level");
    List<Column> columns = new ArrayList<>();
    for (String measure : List.of("s", "e", "c", "t", "d")) {
      columns.add(try_divide(ExactSum.of(col(measure)), count(col(measure))).as("mean_" + measure));
    }
    addCounts(columns, "coordination_level", Bands.COORDINATION);
    addCounts(columns, "coupling_level", Bands.COUPLING);
    return Groups.expand(known, units, groupings)
        .groupBy("pair_id", "group_type", "group_value", "year")
        .agg(count(lit(1)).as("n"), columns.toArray(Column[]::new));
  }

  /**
   * One row a pair and unit: pair_id, unit_id, d_first, d_last (in the first and last year that has
   * a value), gain = d_last − d_first, year_first, year_last.
   */
  public static Dataset<Row> gain(Dataset<Row> rows) {
    return rows.where(col("d").isNotNull())
        .groupBy("pair_id", "unit_id")
        .agg(
            min_by(col("d"), col("year")).as("d_first"),
            max_by(col("d"), col("year")).as("d_last"),
            min(col("year")).as("year_first"),
            max(col("year")).as("year_last"))
        .select(
            col("pair_id"),
            col("unit_id"),
            col("d_first"),
            col("d_last"),
            col("d_last").minus(col("d_first")).as("gain"),
            col("year_first"),
            col("year_last"));
  }

  /**
   * Moves between coordination levels: pair_id, from_level, to_level, span, n, share (of the moves
   * from that level in that span). Span {@code adjacent} counts each step from a year to the next,
   * {@code first-last} one step a unit from its first to its last year; a unit with one year makes
   * none. Moves that never happen have no row.
   *
   * @param step calendar years from a year to the next
   */
  public static Dataset<Row> transition(Dataset<Row> rows, int step) {
    WindowSpec series = Window.partitionBy("pair_id", "unit_id").orderBy("year");
    WindowSpec backwards = Window.partitionBy("pair_id", "unit_id").orderBy(col("year").desc());
    WindowSpec whole = series.rowsBetween(Window.unboundedPreceding(), Window.unboundedFollowing());
    Column level = col("coordination_level");
    Dataset<Row> known = rows.where(level.isNotNull());
    Column before = lag(level, 1).over(series);
    Column isNext = lag(col("year"), 1).over(series).equalTo(col("year").minus(step));
    Column first = min_by(level, col("year")).over(whole);
    Column isLast = row_number().over(backwards).equalTo(1).and(count(lit(1)).over(whole).gt(1));
    Column moves =
        array(
            struct(
                when(isNext, before).as("from_level"),
                level.as("to_level"),
                lit("adjacent").as("span")),
            struct(
                when(isLast, first).as("from_level"),
                level.as("to_level"),
                lit("first-last").as("span")));
    WindowSpec from = Window.partitionBy("pair_id", "span", "from_level");
    return known
        .select(col("pair_id"), moves.as("moves"))
        .select(
            col("pair_id"),
            explode(filter(col("moves"), m -> m.getField("from_level").isNotNull())).as("move"))
        .groupBy(
            col("pair_id"),
            col("move.from_level").as("from_level"),
            col("move.to_level").as("to_level"),
            col("move.span").as("span"))
        .agg(count(lit(1)).as("n"))
        .withColumn("share", col("n").cast("double").divide(sum(col("n")).over(from)));
  }

  private static void addCounts(List<Column> out, String column, List<Bands.Band> bands) {
    for (Bands.Band band : bands) {
      out.add(count(when(col(column).equalTo(band.nameEn()), 1)).as(band.countColumn()));
    }
  }
}
