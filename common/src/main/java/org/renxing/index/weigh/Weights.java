package org.renxing.index.weigh;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.try_divide;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.renxing.index.IndicatorTable;
import org.renxing.model.ErrorCode;
import org.renxing.model.IndexSystem;
import org.renxing.model.RenxingException;
import org.renxing.model.WeightScheme;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Weights of a scenario's schemes (methods: weights), one row a scheme, indicator and scope year.
 *
 * <p>Columns: scheme, weight_scope, within, system, indicator_code, year (0 for all years), weight
 * (sums to 1 in its system, or overall, as {@code within} says), global_weight (its weight in the
 * whole, sums to 1, or to what printed system weights sum to), entropy, variation, conflict, mean,
 * sd, n, n_negative, reason.
 *
 * <p>A weight is null, with a reason, where the method cannot give one for any indicator of the
 * group ({@code GROUP_UNDEFINED} beside the culprit's own reason), or where nothing in the group
 * varies ({@code NO_VARIATION}). Nothing is thrown for data, so that all stays lazy: callers check
 * for null weights and stop.
 */
public final class Weights {
  static final String GROUP_UNDEFINED = "GROUP_UNDEFINED";
  static final String NO_VARIATION = "NO_VARIATION";

  /** Columns that say how a weight came about; a frozen release may lack them. */
  private static final Map<String, String> EVIDENCE = evidence();

  private final IndexSystem indexSystem;

  public Weights(IndexSystem indexSystem) {
    this.indexSystem = indexSystem;
  }

  /**
   * The weights of all schemes.
   *
   * @param values unit_id, year, indicator_code, value, normalised
   * @param frozen by scheme id, for scope {@code frozen}: weight rows of the named release, with at
   *     least system, indicator_code, weight, global_weight; year is 0 where it is not given
   * @throws RenxingException CONFIGURATION for an unknown method, missing system weights, or a
   *     frozen scheme without its frame
   */
  public Dataset<Row> of(
      Dataset<Row> values, List<WeightScheme> schemes, Map<String, Dataset<Row>> frozen) {
    return schemes.stream()
        .map(s -> one(values, s, Optional.ofNullable(frozen.get(s.id()))))
        .reduce(Dataset::unionByName)
        .orElseThrow(
            () -> new RenxingException(ErrorCode.CONFIGURATION, "weights: needs a scheme"));
  }

  private Dataset<Row> one(
      Dataset<Row> values, WeightScheme scheme, Optional<Dataset<Row>> frozen) {
    if (scheme.scope() == WeightScheme.Scope.FROZEN) {
      return frozen(scheme, frozen);
    }
    WeightingMethod method = WeightingMethods.of(scheme.method());
    Dataset<Row> importances =
        method
            .importance(new WeightingInput(values, indexSystem, scheme))
            .join(
                broadcast(IndicatorTable.of(values.sparkSession(), indexSystem)),
                CollectionConverters.asScala(List.of("indicator_code")).toSeq());
    return named(weighted(importances, scheme, method), scheme);
  }

  private Dataset<Row> weighted(
      Dataset<Row> importances, WeightScheme scheme, WeightingMethod method) {
    boolean isWithinSystem = scheme.within() == WeightScheme.Within.SYSTEM;
    WindowSpec system = inOrder(Window.partitionBy("year", "system"));
    WindowSpec group = isWithinSystem ? system : inOrder(Window.partitionBy("year"));
    boolean systemsCount = isWithinSystem || !scheme.systemWeights().isEmpty();
    Dataset<Row> shared =
        importances
            .withColumn("undefined", count(when(col("importance").isNull(), 1)).over(group))
            .withColumn("total", sum(col("importance")).over(group));
    Column weight = share(col("total"));
    Dataset<Row> weighed =
        isWithinSystem || !systemsCount
            ? shared.withColumn("weight", weight).withColumn("share", weight)
            : shared
                .withColumn("weight", weight)
                .withColumn("share", share(sum(col("importance")).over(system)));
    Column global =
        systemsCount
            ? systemWeight(systemWeights(scheme, method)).multiply(col("share"))
            : col("weight");
    Column reason =
        coalesce(
            col("reason"),
            when(col("undefined").gt(0), GROUP_UNDEFINED)
                .when(col("weight").isNull(), NO_VARIATION));
    return weighed.withColumn("global_weight", global).withColumn("reason", reason);
  }

  /** All rows in the order of their indicators: a sum of doubles depends on it. */
  private static WindowSpec inOrder(WindowSpec group) {
    return group
        .orderBy("indicator_code")
        .rowsBetween(Window.unboundedPreceding(), Window.unboundedFollowing());
  }

  private static Column share(Column total) {
    return when(col("undefined").equalTo(0), try_divide(col("importance"), total));
  }

  private Map<String, Double> systemWeights(WeightScheme scheme, WeightingMethod method) {
    return scheme.systemWeights().isEmpty()
        ? method.systemWeights(indexSystem)
        : SystemWeights.stated(scheme, indexSystem);
  }

  private static Column systemWeight(Map<String, Double> weights) {
    Column out = lit(null).cast("double");
    for (Map.Entry<String, Double> e : weights.entrySet()) {
      out = when(col("system").equalTo(e.getKey()), lit(e.getValue())).otherwise(out);
    }
    return out;
  }

  private Dataset<Row> frozen(WeightScheme scheme, Optional<Dataset<Row>> frozen) {
    Dataset<Row> given =
        frozen.orElseThrow(
            () ->
                new RenxingException(
                    ErrorCode.CONFIGURATION,
                    "weights "
                        + scheme.id()
                        + ": no weights of release "
                        + scheme.frozenRelease().orElse("(none)")
                        + "; name a release that published this scheme"));
    return named(given, scheme);
  }

  private static Dataset<Row> named(Dataset<Row> weights, WeightScheme scheme) {
    Set<String> given = Set.of(weights.columns());
    List<Column> out = new ArrayList<>();
    out.add(lit(scheme.id()).as("scheme"));
    out.add(lit(scheme.scope().name().toLowerCase(Locale.ROOT)).as("weight_scope"));
    out.add(lit(scheme.within().name().toLowerCase(Locale.ROOT)).as("within"));
    out.addAll(List.of(col("system"), col("indicator_code")));
    out.add(given.contains("year") ? col("year") : lit(0).as("year"));
    out.addAll(List.of(col("weight"), col("global_weight")));
    EVIDENCE.forEach(
        (name, type) ->
            out.add(
                given.contains(name)
                    ? col(name).cast(type).as(name)
                    : lit(null).cast(type).as(name)));
    return weights.select(out.toArray(Column[]::new));
  }

  private static Map<String, String> evidence() {
    Map<String, String> out = new LinkedHashMap<>();
    List.of("entropy", "variation", "conflict", "mean", "sd").forEach(c -> out.put(c, "double"));
    List.of("n", "n_negative").forEach(c -> out.put(c, "bigint"));
    out.put("reason", "string");
    return Collections.unmodifiableMap(out);
  }
}
