package org.renxing.index.diagnose;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.struct;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.renxing.index.vector.IndicatorVectors;
import org.renxing.model.IndexSystem;
import org.renxing.model.Scenario.Aggregation;
import org.renxing.model.WeightScheme;
import org.renxing.panel.IndicatorOrder;

/**
 * Diagnosis of an index: how its indicators hang together, and which of them make its scores.
 *
 * <p>Everything comes by year, over its units, and for year 0 over all unit-years. A first stage
 * leaves one row a year ({@link #facts}: keep it); the tables are made of those.
 */
public final class Diagnosis {
  private final IndicatorOrder order;
  private final List<InfluenceTarget> targets;
  private final boolean isGeometric;

  /**
   * Of an index.
   *
   * @param schemes the weight schemes in the order of the vectors
   */
  public Diagnosis(IndexSystem indexSystem, List<WeightScheme> schemes, Aggregation aggregation) {
    this.order = IndicatorOrder.of(indexSystem);
    this.targets = InfluenceTarget.of(order, schemes);
    this.isGeometric = aggregation == Aggregation.GEOMETRIC;
  }

  /**
   * Sums of each year, a few rows.
   *
   * @param vectors see {@link IndicatorVectors}
   */
  public Dataset<Row> facts(Dataset<Row> vectors) {
    return IndicatorVectors.byYear(vectors)
        .mapPartitions(new YearFacts(order, targets, isGeometric), Encoders.row(YearFacts.SCHEMA));
  }

  /**
   * One row a pair of indicators, in the order of the index system, and year: indicator_a,
   * indicator_b, year, system_a, system_b, is_within_system, n (rows that have both), pearson (of
   * normalised values), spearman (Pearson's of percentiles within the year among the units that
   * have the indicator, ties counted half; so year 0 is free of the trend), is_redundant (|pearson|
   * of 0.9 or more), is_contrary (pearson below 0 in one system). A correlation, and the flags, are
   * null where an indicator does not vary over those rows.
   */
  public Dataset<Row> correlations(Dataset<Row> facts) {
    return all(facts)
        .mapPartitions(new CorrelationRows(order), Encoders.row(CorrelationRows.SCHEMA));
  }

  /**
   * One row an inner node of two indicators or more and year: system (node code), depth, year, n
   * (unit-years), n_indicators, n_varying, cronbach_alpha, mean_correlation, pc1_share, pc2_share,
   * pc3_share, n_kaiser, n_for_85_pct; see {@link Reliability}.
   */
  public Dataset<Row> reliability(Dataset<Row> facts) {
    return all(facts)
        .mapPartitions(new ReliabilityRows(order), Encoders.row(ReliabilityRows.SCHEMA));
  }

  /**
   * One row a scheme, score (the whole or a system), indicator below it and year: scheme, system,
   * indicator_code, year, n (unit-years with the score), nominal_weight (share of the weights; for
   * year 0 the mean over years), effective_influence, correlation (with the score),
   * mean_abs_rank_change_if_removed; see {@link Influence} and {@link YearScores}.
   */
  public Dataset<Row> influence(Dataset<Row> facts) {
    return all(facts)
        .mapPartitions(new InfluenceRows(order, targets), Encoders.row(InfluenceRows.SCHEMA));
  }

  private static Dataset<Row> all(Dataset<Row> facts) {
    Column[] columns =
        Arrays.stream(YearFacts.SCHEMA.fieldNames()).map(c -> col(c)).toArray(Column[]::new);
    return facts.groupBy().agg(collect_list(struct(columns)).as("years"));
  }
}
