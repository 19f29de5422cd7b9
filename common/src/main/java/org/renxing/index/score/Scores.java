package org.renxing.index.score;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.exp;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.ln;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.try_divide;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.types.StructType;
import org.renxing.column.ExactSum;
import org.renxing.column.Finite;
import org.renxing.index.Ranking;
import org.renxing.model.IndexSystem;
import org.renxing.model.Scenario.Aggregation;

/**
 * Scores of every inner node, for all schemes at once (methods: scores; R eq. 7, C eq. 6–7).
 *
 * <p>Arithmetic: score = Σ W y / Σ W over the indicators below the node, contribution = Σ W y with
 * weights of the whole, so that contribution = system_weight · score and the systems' contributions
 * sum to the overall score, which is Σ W y itself: weights that hold as printed and sum to 0.98
 * leave it below 0.98. Geometric: score = exp(Σ W ln y / Σ W), 0 where any y with W &gt; 0 is 0,
 * and contribution is defined as system_weight · score (they do not sum to the overall score).
 *
 * <p>Because leaf weights are shares of the whole, an arithmetic score at any depth equals nested
 * weighted means up the tree.
 */
public final class Scores {
  private static final StructType MEMBERSHIP =
      new StructType()
          .add("system", "string", false)
          .add("indicator_code", "string", false)
          .add("depth", "int", false)
          .add("size", "bigint", false);

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
    return Ranking.add(unranked(values, weights), "score", List.of("scheme", "system", "year"));
  }

  private Dataset<Row> unranked(Dataset<Row> values, Dataset<Row> weights) {
    Dataset<Row> plan = plan(weights);
    Column sameYear =
        col("weight_year").equalTo(0).or(col("weight_year").equalTo(values.col("year")));
    Column counted = col("w").gt(0.0);
    Column y = col("normalised");
    Dataset<Row> sums =
        values
            .select("unit_id", "year", "indicator_code", "normalised")
            .join(broadcast(plan), values.col("indicator_code").equalTo(col("leaf")).and(sameYear))
            .withColumn("term", when(counted, term(y)))
            .groupBy("scheme", "system", "depth", "unit_id", "year")
            .agg(
                ExactSum.of(col("term")).as("total"),
                min(when(counted, y)).as("least"),
                count(when(counted.and(y.isNotNull()), 1)).as("n_known"),
                first(col("leaves")).as("leaves"),
                first(col("system_weight")).as("system_weight"));
    Column missing = col("leaves").minus(col("n_known")).cast("int");
    Column score = when(missing.equalTo(0), Finite.orNull(score()));
    return sums.withColumn("n_missing", missing)
        .withColumn("score", score)
        .select(
            col("scheme"),
            col("system"),
            col("depth"),
            col("unit_id"),
            col("year"),
            col("score"),
            contribution().as("contribution"),
            col("system_weight"),
            col("n_missing"));
  }

  private Column term(Column y) {
    Column part = aggregation == Aggregation.GEOMETRIC ? when(y.gt(0.0), ln(y)) : y;
    return col("w").multiply(part);
  }

  private Column score() {
    Column mean = try_divide(col("total"), col("system_weight"));
    if (aggregation == Aggregation.ARITHMETIC) {
      return when(col("depth").equalTo(0).and(mean.isNotNull()), col("total")).otherwise(mean);
    }
    return when(col("least").gt(0.0), exp(mean)).when(col("least").equalTo(0.0), lit(0.0));
  }

  private Column contribution() {
    return aggregation == Aggregation.ARITHMETIC
        ? when(col("score").isNotNull(), col("total"))
        : col("score").multiply(col("system_weight"));
  }

  /** The weight of each leaf in each node above it, with the node's own sums; a small frame. */
  private Dataset<Row> plan(Dataset<Row> weights) {
    // in the order of the leaves: a sum of doubles depends on it
    WindowSpec node =
        Window.partitionBy("scheme", "system", "weight_year")
            .orderBy("leaf")
            .rowsBetween(Window.unboundedPreceding(), Window.unboundedFollowing());
    Column isDefined = count(col("w")).over(node).equalTo(col("size"));
    return weights
        .select(
            col("scheme"),
            col("indicator_code").as("leaf"),
            col("year").as("weight_year"),
            col("global_weight").as("w"))
        .join(
            broadcast(memberships(weights.sparkSession())),
            col("leaf").equalTo(col("indicator_code")))
        .drop("indicator_code")
        .withColumn("leaves", count(when(col("w").gt(0.0), 1)).over(node))
        .withColumn("system_weight", when(isDefined, sum(col("w")).over(node)))
        .drop("size");
  }

  private Dataset<Row> memberships(SparkSession spark) {
    List<IndexSystem.Membership> all = indexSystem.memberships();
    Map<String, Long> sizes =
        all.stream().collect(groupingBy(IndexSystem.Membership::nodeCode, counting()));
    List<Row> rows =
        all.stream()
            .map(
                m ->
                    RowFactory.create(
                        code(m), m.indicatorCode(), m.depth(), sizes.get(m.nodeCode())))
            .toList();
    return spark.createDataFrame(rows, MEMBERSHIP);
  }

  private static String code(IndexSystem.Membership membership) {
    return membership.depth() == 0 ? IndexSystem.OVERALL : membership.nodeCode();
  }
}
