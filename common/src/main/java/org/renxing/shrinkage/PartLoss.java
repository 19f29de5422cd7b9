package org.renxing.shrinkage;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.try_divide;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.model.ShrinkagePolicy;
import org.renxing.model.Statistic;

/**
 * Loss of residents and of labour in the parts of a unit, such as its townships (X: "over or near
 * 30 %").
 */
public final class PartLoss {
  /** The parts of every level together. */
  public static final String ALL = "all";

  /** The statistics of parts that it looks at. */
  public static final List<Statistic> WANTED =
      List.of(Statistic.SUB_UNIT_POPULATION, Statistic.SUB_UNIT_LABOUR);

  private PartLoss() {}

  /**
   * One row a unit, span, and kind of its parts: unit_id, year_from, year_to, part_level (all, or
   * the level of the parts, such as mining_town and rural_town), n_parts; then for population and,
   * with the prefix labour_, for labour: n_observed (parts with a figure above 0 at both ends),
   * n_loss (change at or below the policy's loss), n_near (above that, at or below its near loss),
   * share_over_or_near (of those observed; null for none), largest_loss_pct (the lowest change).
   * Changes of the boundaries of parts are not known and not looked at.
   *
   * @param parts unit_id (of a part), year, sub_unit_population, sub_unit_labour
   * @param parents unit_id (of a part), parent_id, level
   */
  public static Dataset<Row> of(
      Dataset<Row> parts, Dataset<Row> parents, List<Span> spans, ShrinkagePolicy policy) {
    List<Column> out = new ArrayList<>();
    out.addAll(counts(Statistic.SUB_UNIT_POPULATION, "", policy));
    out.addAll(counts(Statistic.SUB_UNIT_LABOUR, "labour_", policy));
    return SpanValues.of(parts, spans, WANTED)
        .join(parents, "unit_id")
        .withColumn("part_level", explode(array(lit(ALL), col("level"))))
        .groupBy(
            col("parent_id").as("unit_id"), col("year_from"), col("year_to"), col("part_level"))
        .agg(count(lit(1)).as("n_parts"), out.toArray(Column[]::new));
  }

  private static List<Column> counts(Statistic statistic, String prefix, ShrinkagePolicy policy) {
    Column change =
        Change.percent(col(statistic.column() + "_from"), col(statistic.column() + "_to"));
    Column isLoss = Change.isAtMost(change, policy.lossPct());
    Column isLossOrNear = Change.isAtMost(change, policy.nearPct());
    Column observed = count(change);
    return List.of(
        observed.as(prefix + "n_observed"),
        count_if(isLoss).as(prefix + "n_loss"),
        count_if(isLossOrNear).minus(count_if(isLoss)).as(prefix + "n_near"),
        try_divide(count_if(isLossOrNear), observed).as(prefix + "share_over_or_near"),
        min(when(Change.isFall(change), change)).as(prefix + "largest_loss_pct"));
  }
}
