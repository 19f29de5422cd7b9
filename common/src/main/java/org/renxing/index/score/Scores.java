package org.renxing.index.score;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.struct;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.renxing.index.Ranking;
import org.renxing.model.IndexSystem;
import org.renxing.model.Scenario.Aggregation;
import org.renxing.panel.IndicatorOrder;

/** {@link org.renxing.scores.NodeScores} of a scenario, for all schemes at once. */
public final class Scores {
  private final IndexSystem indexSystem;
  private final Aggregation aggregation;

  public Scores(IndexSystem indexSystem, Aggregation aggregation) {
    this.indexSystem = indexSystem;
    this.aggregation = aggregation;
  }

  /**
   * One row a scheme, node, unit and year: scheme, system (node code, {@code overall} for the
   * root), depth, unit_id, year, score, contribution, system_weight, n_missing, rank, order_no,
   * percentile.
   *
   * <p>The score is null where any indicator with a weight above 0 is missing (n_missing counts
   * them), where the weight of any of its indicators is undefined or absent, where all are 0, and,
   * for geometric, where a y is negative. The ranks follow {@link Ranking} within scheme, system
   * and year.
   *
   * @param values unit_id, year, indicator_code, normalised; a row that is not there is missing
   * @param weights the columns of {@link org.renxing.index.weigh.Weights}; year 0 holds for all
   */
  public Dataset<Row> of(Dataset<Row> values, Dataset<Row> weights) {
    Dataset<Row> vectors =
        values
            .groupBy("unit_id", "year")
            .agg(collect_list(struct("indicator_code", "normalised")).as("y"));
    Dataset<Row> schemes =
        weights
            .groupBy(col("scheme"), col("year").as("weight_year"))
            .agg(collect_list(struct("indicator_code", "global_weight")).as("w"));
    Column holds = col("weight_year").equalTo(0).or(col("weight_year").equalTo(col("year")));
    Dataset<Row> scores =
        vectors
            .join(broadcast(schemes), holds)
            .select("unit_id", "year", "y", "scheme", "weight_year", "w")
            .mapPartitions(
                new ScoreRows(IndicatorOrder.of(indexSystem), aggregation),
                Encoders.row(ScoreRows.SCHEMA));
    return Ranking.add(scores, "score", List.of("scheme", "system", "year"));
  }
}
