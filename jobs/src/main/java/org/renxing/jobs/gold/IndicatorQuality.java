package org.renxing.jobs.gold;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.Scenario;
import org.renxing.model.TableSpec;
import org.renxing.run.Inputs;

/** gold.indicator_quality: how complete and how varied the figures of each indicator are. */
public final class IndicatorQuality extends PanelTable {
  @Override
  public TableSpec spec() {
    return GoldTable.end(
        GoldTable.shape(
                "indicator_quality",
                "One row an indicator of the scenario: how complete and how varied its figures are")
            .key("indicator_code", Type.STRING, "Indicator; see dim_indicator")
            .required(
                "n",
                Type.LONG,
                "unit-years",
                "Cells of the panel, units that it leaves out included")
            .required("n_missing", Type.LONG, "unit-years", "Of these without a value as derived")
            .required("missing_share", Type.DOUBLE, "0-1", "n_missing over n")
            .required("n_imputed", Type.LONG, "unit-years", "Values imputed, of units that stay")
            .optional("minimum", Type.DOUBLE, "", "Least value of units that stay; null = none")
            .optional("maximum", Type.DOUBLE, "", "Largest value of the same; null = none")
            .required("is_constant", Type.BOOLEAN, "", "Whether all units that stay have one value")
            .required(
                "flag",
                Type.STRING,
                "",
                "MISSING: more is missing than missing.cap; CONSTANT: it cannot count; or empty"));
  }

  @Override
  public Dataset<Row> build(Scenario scenario, Inputs inputs) {
    return of(ScenarioPanel.of(scenario, inputs).cells(), scenario.imputation().cap());
  }

  /**
   * Counts the cells of a panel.
   *
   * @param cells of {@link org.renxing.index.panel.Panel}, units that it leaves out included
   * @param cap share of missing cells above which an indicator is flagged
   */
  static Dataset<Row> of(Dataset<Row> cells, double cap) {
    Column stays = col("unit_exclusion").isNull();
    Column isMissing = col("missing_share").gt(cap);
    Column flags =
        array(when(isMissing, lit("MISSING")), when(col("is_constant"), lit("CONSTANT")));
    return cells
        .groupBy("indicator_code")
        .agg(
            count(lit(1)).as("n"),
            count_if(col("raw_value").isNull()).as("n_missing"),
            count_if(stays.and(col("is_imputed"))).as("n_imputed"),
            min(when(stays, col("value"))).as("minimum"),
            max(when(stays, col("value"))).as("maximum"))
        .withColumn("missing_share", col("n_missing").cast("double").divide(col("n")))
        .withColumn("is_constant", coalesce(col("minimum").equalTo(col("maximum")), lit(false)))
        .withColumn("flag", array_join(array_compact(flags), ","));
  }
}
