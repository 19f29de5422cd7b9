package org.renxing.jobs.gold;

import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.lit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.index.weigh.Weights;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.Scenario;
import org.renxing.model.TableName;
import org.renxing.model.TableSpec;
import org.renxing.model.WeightScheme;
import org.renxing.run.Inputs;
import org.renxing.weights.WeightReasons;

/** gold.indicator_weight: the weights of each scheme, with what they rest on. */
public final class IndicatorWeight implements PlannedTable {
  /** The table. */
  public static final TableName TABLE = TableName.gold("indicator_weight");

  @Override
  public TableSpec spec() {
    return GoldTable.end(
        GoldTable.shape(TABLE.name(), "One row a weight scheme, indicator and scope year")
            .key("scheme", Type.STRING, "Weight scheme of the scenario")
            .key("weight_scope", Type.STRING, "pooled, yearly or frozen")
            .key("system", Type.STRING, "System of the indicator")
            .key("indicator_code", Type.STRING, "Indicator")
            .key("year", Type.INT, "Year for which the weight holds; 0 = all years")
            .required("within", Type.STRING, "", "Where weights sum to 1: system or overall")
            .required(
                "weight",
                Type.DOUBLE,
                "0-1",
                "Weight; sums to 1 in the system, or overall, as within says")
            .required(
                "global_weight",
                Type.DOUBLE,
                "0-1",
                "Weight in the whole: system weight times share of the system; sums to 1, or to"
                    + " what printed system weights sum to")
            .optional("entropy", Type.DOUBLE, "0-1", "H of the entropy method; null for others")
            .optional(
                "variation",
                Type.DOUBLE,
                "",
                "1-H, or what the method takes as variation: sd, sd over mean")
            .optional(
                "conflict",
                Type.DOUBLE,
                "",
                "Conflict with other indicators (CRITIC family); null for others")
            .optional(
                "mean",
                Type.DOUBLE,
                "",
                "Mean in scope of the values that the scheme weighs: normalised, unless its basis"
                    + " is raw")
            .optional("sd", Type.DOUBLE, "", "Standard deviation of the same")
            .optional(
                "n", Type.LONG, "rows", "Rows in scope; null for methods that look at no figures")
            .optional("reason", Type.STRING, "", "Why there is no weight; null where there is one")
            .check(
                "weights lie between 0 and 1",
                "weight BETWEEN 0 AND 1 AND global_weight BETWEEN 0 AND 1")
            .check("entropy lies between 0 and 1", "entropy BETWEEN 0 AND 1"));
  }

  @Override
  public List<TableName> inputs() {
    return List.of(IndicatorValue.TABLE);
  }

  @Override
  public Object configuration(Scenario scenario) {
    return List.of(scenario.schemes(), scenario.indexSystem());
  }

  @Override
  public Dataset<Row> build(Scenario scenario, Inputs inputs) {
    Map<String, Dataset<Row>> frozen = new HashMap<>();
    for (WeightScheme scheme : scenario.schemes()) {
      scheme
          .frozenRelease()
          .ifPresent(
              release ->
                  frozen.put(
                      scheme.id(),
                      inputs
                          .readReleased(TABLE, scenario.id(), release)
                          .where(col("scheme").equalTo(scheme.id()))
                          .withColumn("n_negative", lit(0L))));
    }
    return new Weights(scenario.indexSystem())
        .of(inputs.read(IndicatorValue.TABLE, scenario.id()), scenario.schemes(), frozen);
  }

  /** The indicators that keep a scheme from having weights, and why. */
  @Override
  public String explain(Scenario scenario, Inputs inputs) {
    return inputs
        .read(TABLE, scenario.id())
        .where(col("weight").isNull().and(col("reason").notEqual(WeightReasons.GROUP_UNDEFINED)))
        .groupBy("scheme", "reason")
        .agg(array_join(array_sort(collect_set(col("indicator_code"))), ", "))
        .orderBy("scheme", "reason")
        .collectAsList()
        .stream()
        .map(
            row ->
                "%nscenarios.%s.weights, scheme %s: no weight of %s: %s"
                    .formatted(
                        scenario.id(),
                        row.getString(0),
                        row.getString(2),
                        WeightReasons.inWords(row.getString(1))))
        .collect(Collectors.joining());
  }
}
