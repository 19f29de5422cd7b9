package org.renxing.index.weigh;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.try_divide;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.renxing.index.IndicatorTable;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;
import org.renxing.model.WeightOptions.Combination;
import org.renxing.model.WeightScheme;

/**
 * Several methods in one: the normalised product of their shares within the group (w_j = Π_m w_jm /
 * Σ_k Π_m w_km), or their mean. What is constant by any of them gets 0; where any of them cannot
 * say a share, none is given, with its reason.
 *
 * <p>entropy, variation, conflict, mean, sd and n are those of the first part that has them.
 */
final class Combined implements WeightingMethod {
  private static final List<String> EVIDENCE =
      List.of("entropy", "variation", "conflict", "mean", "sd", "n", "n_negative", "reason");

  @Override
  public boolean hasConflict() {
    return true;
  }

  @Override
  public Dataset<Row> importance(WeightingInput input) {
    List<String> parts = input.scheme().options().parts();
    requireParts(input.scheme().id(), parts);
    Dataset<Row> joined = part(input, parts.get(0), 0);
    for (int i = 1; i < parts.size(); i++) {
      joined = joined.join(part(input, parts.get(i), i), Moments.key(), "full_outer");
    }
    List<Column> shares = new ArrayList<>();
    Column isConstant = lit(false);
    for (int i = 0; i < parts.size(); i++) {
      shares.add(col("share" + i));
      isConstant = isConstant.or(coalesce(col("reason" + i).equalTo(Entropy.CONSTANT), lit(false)));
    }
    boolean isProduct = input.scheme().options().combination() == Combination.PRODUCT;
    Column combined =
        isProduct
            ? shares.stream().reduce(Column::multiply).orElseThrow()
            : shares.stream().reduce(Column::plus).orElseThrow().divide(parts.size());
    List<Column> out = new ArrayList<>(List.of(col("indicator_code"), col("year")));
    out.add(when(isConstant, lit(0.0)).otherwise(combined).as("importance"));
    for (String name : EVIDENCE) {
      Column[] all =
          IntStream.range(0, parts.size()).mapToObj(i -> col(name + i)).toArray(Column[]::new);
      out.add(coalesce(all).as(name));
    }
    return joined.select(out.toArray(Column[]::new));
  }

  private static Dataset<Row> part(WeightingInput input, String name, int index) {
    WeightingMethod method = WeightingMethods.of(name);
    WeightScheme scheme = input.scheme().part(name);
    WeightingInput own = new WeightingInput(input.values(), input.indexSystem(), scheme);
    Dataset<Row> importances = method.importance(own);
    if (method.isStated() && scheme.scope() == WeightScheme.Scope.YEARLY) {
      importances = importances.drop("year").crossJoin(input.values().select("year").distinct());
    }
    Dataset<Row> grouped =
        importances
            .join(
                broadcast(IndicatorTable.of(input.values().sparkSession(), input.indexSystem())),
                "indicator_code")
            .withColumn("group", own.group());
    Column total =
        sum(col("importance"))
            .over(
                Window.partitionBy("year", "group")
                    .orderBy("indicator_code")
                    .rowsBetween(Window.unboundedPreceding(), Window.unboundedFollowing()));
    List<Column> out = new ArrayList<>(List.of(col("indicator_code"), col("year")));
    out.add(try_divide(col("importance"), total).as("share" + index));
    EVIDENCE.forEach(c -> out.add(col(c).as(c + index)));
    return grouped.select(out.toArray(Column[]::new));
  }

  private static void requireParts(String scheme, List<String> parts) {
    if (parts.isEmpty() || parts.contains("combined")) {
      throw new RenxingException(
          ErrorCode.CONFIGURATION,
          "weights "
              + scheme
              + ": method combined needs parts, two or more of "
              + WeightingMethods.names()
              + " but combined itself; found "
              + parts);
    }
  }
}
