package org.renxing.index.normalise;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.rank;
import static org.apache.spark.sql.functions.try_divide;
import static org.apache.spark.sql.functions.when;

import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.renxing.column.SignificantDigits;
import org.renxing.index.Ranking;
import org.renxing.model.ErrorCode;
import org.renxing.model.Normalisation;
import org.renxing.model.RenxingException;

/**
 * (rank − 1)/(n − 1) from the worst to the best; ties (values equal to 12 significant digits) share
 * their mean rank. Scope pooled or yearly. All values equal, or one alone, gives 0. Bounds are the
 * ranks 1 and n.
 */
final class RankScore implements NormalisationMethod {
  @Override
  public Dataset<Row> apply(
      Dataset<Row> values, Normalisation spec, Optional<Dataset<Row>> frozen) {
    boolean isYearly = spec.scope() == Normalisation.Scope.YEARLY;
    if (!isYearly && spec.scope() != Normalisation.Scope.POOLED) {
      throw new RenxingException(
          ErrorCode.CONFIGURATION,
          "normalisation: method rank takes scope pooled or yearly, found " + spec.scope());
    }
    WindowSpec group =
        isYearly
            ? Window.partitionBy("indicator_code", "year")
            : Window.partitionBy("indicator_code");
    WindowSpec ties =
        isYearly
            ? Window.partitionBy("indicator_code", "year", "rank_key")
            : Window.partitionBy("indicator_code", "rank_key");
    Column signed =
        when(col("direction").equalTo("-"), col("value").multiply(-1)).otherwise(col("value"));
    Column same = count(col("value")).over(ties);
    Column n = count(col("value")).over(group);
    Column better = rank().over(group.orderBy(col("rank_key").asc_nulls_last())).minus(1);
    return values
        .withColumn("rank_key", SignificantDigits.round(signed, Ranking.DIGITS))
        .withColumn("rank_n", n)
        .withColumn("rank_ties", same)
        .withColumn("rank_below", better)
        .withColumn("lower", lit(1.0))
        .withColumn("upper", col("rank_n").cast("double"))
        .withColumn("normalised", when(col("value").isNotNull(), score(spec.scale())))
        .drop("rank_key", "rank_n", "rank_ties", "rank_below");
  }

  private static Column score(double scale) {
    Column rank = col("rank_below").plus(col("rank_ties").minus(1).divide(lit(2.0)));
    return when(col("rank_ties").equalTo(col("rank_n")), lit(0.0))
        .otherwise(try_divide(rank, col("rank_n").minus(1)).multiply(scale));
  }
}
