package org.renxing.index.weigh;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;

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
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.renxing.model.ErrorCode;
import org.renxing.model.IndexSystem;
import org.renxing.model.RenxingException;
import org.renxing.model.WeightScheme;
import org.renxing.weights.WeightingPlan;

/**
 * Weights of a scenario's schemes (methods: weights), one row a scheme, indicator and scope year.
 *
 * <p>Columns: scheme, weight_scope, within, system, indicator_code, year (0 for all years), weight
 * (sums to 1 in its system, or overall, as {@code within} says), global_weight (its weight in the
 * whole, sums to 1, or to what printed system weights sum to), entropy, variation, conflict, mean,
 * sd, n, n_negative, reason.
 *
 * <p>A weight is null, with a reason, where {@link org.renxing.weights.Weights} has none. Nothing
 * is thrown for data, so that all stays lazy: callers check for null weights and stop.
 */
public final class Weights {
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
    WeightingPlan plan = WeightingPlan.of(indexSystem, scheme);
    if (plan.method().isStated()) {
      return named(
          values
              .sparkSession()
              .createDataFrame(
                  WeightRows.of(org.renxing.weights.Weights.stated(plan)), WeightRows.SCHEMA),
          scheme);
    }
    boolean isYearly = scheme.scope() == WeightScheme.Scope.YEARLY;
    Dataset<Row> vectors =
        values
            .groupBy("unit_id", "year")
            .agg(collect_list(struct("indicator_code", "value", "normalised")).as("cells"))
            .select((isYearly ? col("year") : lit(0)).as("scope"), col("cells"))
            .mapPartitions(new PairedVectors(plan), Encoders.row(PairedVectors.SCHEMA));
    Dataset<Row> means =
        vectors
            .groupBy("scope")
            .agg(
                new MeansAccumulation(plan.codes().size(), plan.isRaw())
                    .of(col("x"), col("y"))
                    .as("means"));
    Dataset<Row> weights =
        vectors
            .join(broadcast(means), "scope")
            .groupBy("scope")
            .agg(new MomentsAccumulation(plan).of(col("means"), col("x"), col("y")).as("moments"))
            .mapPartitions(new WeightRows(plan), Encoders.row(WeightRows.SCHEMA));
    return named(weights, scheme);
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
