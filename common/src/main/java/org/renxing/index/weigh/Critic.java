package org.renxing.index.weigh;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.try_divide;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.column.ExactSum;

/**
 * CRITIC weights: importance C_j = d_j · Σ_k (1 − …), contrast times conflict.
 *
 * <ul>
 *   <li>{@code critic} (Diakoulaki, Mavrotas and Papayannakis 1995): d_j = σ_j, conflict Σ_k (1 −
 *       r_jk).
 *   <li>{@code critic-improved} (R eq. 3–6): d_j = σ_j/|mean_j|, conflict Σ_k (1 − |r_jk|). R's eq.
 *       4 mixes raw and normalised values and its prose calls d_j the standard deviation; both are
 *       taken as slips.
 * </ul>
 *
 * <p>k runs over the other indicators of the group (the system, or all). Those that do not vary, or
 * share no rows, count as nothing; an indicator without any other has C_j = d_j, so that the only
 * one that varies gets all. σ and mean are of the basis, r of normalised values.
 *
 * <p>Reasons: {@code NO_VALUES}, {@code SINGLE_ROW}, for the improved form {@code NEAR_ZERO_MEAN}
 * (null), {@code CONSTANT} (0), {@code NO_CONFLICT} (0: all of the group move as one, so that the
 * group has no weights).
 */
final class Critic implements WeightingMethod {
  static final String NO_CONFLICT = "NO_CONFLICT";

  /** Below this 1 − |r| is what rounding leaves of 0. */
  private static final double NOISE = 1e-14;

  private final boolean isImproved;

  private Critic(boolean isImproved) {
    this.isImproved = isImproved;
  }

  /** Diakoulaki's. */
  static Critic classic() {
    return new Critic(false);
  }

  /** R's. */
  static Critic improved() {
    return new Critic(true);
  }

  @Override
  public boolean hasConflict() {
    return true;
  }

  @Override
  public Dataset<Row> importance(WeightingInput input) {
    Dataset<Row> rows = Moments.rows(input);
    Dataset<Row> means = Moments.means(rows);
    Dataset<Row> conflicts =
        conflicts(Correlations.of(Moments.centred(rows, means), input.indexSystem()));
    Column variation = isImproved ? try_divide(col("sd"), abs(col("m"))) : col("sd");
    Column reason = isImproved ? Moments.reasonOfRatio() : Moments.reason();
    Dataset<Row> weighed =
        conflicts
            .join(broadcast(means), Moments.key())
            .withColumn("sd", Moments.sd(input))
            .withColumn("reason", reason.when(col("conflict").equalTo(0.0), NO_CONFLICT))
            .withColumn("variation", variation)
            .withColumn(
                "importance", col("variation").multiply(coalesce(col("conflict"), lit(1.0))));
    return Moments.result(weighed, input);
  }

  /** indicator_code, year, squares, conflict (null where there is no other indicator). */
  private Dataset<Row> conflicts(Dataset<Row> correlations) {
    Column none = lit(null).cast("double");
    Column strength = isImproved ? abs(col("r")) : col("r");
    Column apart = lit(1.0).minus(strength);
    Column term = when(apart.lt(NOISE), lit(0.0)).otherwise(apart);
    Column own = struct(col("j").as("indicator_code"), none.as("term"));
    Column left = struct(col("j").as("indicator_code"), term.as("term"));
    Column right = struct(col("k").as("indicator_code"), term.as("term"));
    Column isSame = col("j").equalTo(col("k"));
    return correlations
        .select(
            col("year"),
            col("squares"),
            inline(when(isSame, array(own)).otherwise(array(left, right))))
        .groupBy("indicator_code", "year")
        .agg(max("squares").as("squares"), ExactSum.of(col("term")).as("conflict"));
  }
}
