package org.renxing.jobs.gold;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;

import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.index.IndicatorTable;
import org.renxing.index.Magnitude;
import org.renxing.index.normalise.Normaliser;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.Normalisation;
import org.renxing.model.Scenario;
import org.renxing.model.TableName;
import org.renxing.model.TableSpec;
import org.renxing.run.Inputs;

/** gold.indicator_value_unit_year: the panel of a scenario, from raw to normalised. */
public final class IndicatorValue extends PanelTable {
  /** The table. */
  public static final TableName TABLE = TableName.gold("indicator_value_unit_year");

  @Override
  public TableSpec spec() {
    TableSpec.Builder values =
        GoldTable.unitYear(
                TABLE.name(), "One row a unit, year and indicator of the scenario's panel")
            .key("indicator_code", Type.STRING, "Indicator; see dim_indicator")
            .optional(
                "raw_value",
                Type.DOUBLE,
                "",
                "Value as derived from base indicators; null = missing. Unit: dim_indicator")
            .optional(
                "missing_reason",
                Type.STRING,
                "",
                "Why raw_value is null: MISSING_INPUT:code, ZERO_DENOMINATOR, OUT_OF_DOMAIN,"
                    + " NO_DEFLATOR:code or MERGE_INCOMPLETE:code")
            .optional(
                "value",
                Type.DOUBLE,
                "",
                "Value after imputation and treatment of outliers. Unit: dim_indicator")
            .optional(
                "normalised",
                Type.DOUBLE,
                "0-1",
                "Comparable value: more is better, 1 is best (0-scale where the scenario says so)")
            .optional(
                "bound_lower",
                Type.DOUBLE,
                "",
                "Lower bound used in normalising; null for methods without bounds")
            .optional(
                "bound_upper",
                Type.DOUBLE,
                "",
                "Upper bound used in normalising; null for methods without bounds");
    // normalised and weighed, larger ones would be 0 or nothing: the run names the rows
    values.check(
        "values are no larger than " + Magnitude.LIMIT,
        "abs(raw_value) <= %1$s AND abs(value) <= %1$s".formatted(Magnitude.LIMIT));
    return GoldTable.end(traced(values));
  }

  /** Adds where the values come from and what was done to them. */
  private static TableSpec.Builder traced(TableSpec.Builder shape) {
    return shape
        .required("is_imputed", Type.BOOLEAN, "", "Whether the value was imputed")
        .optional(
            "imputation_method",
            Type.STRING,
            "",
            "linear, nearest, linear-extrapolate or group-median; null = not imputed")
        .optional(
            "imputed_from",
            Type.STRING,
            "",
            "Years whose values were used (2011,2013), or group and number of units; with the base"
                + " indicator in front where base values were imputed; null = not imputed")
        .optional(
            "adjustment",
            Type.STRING,
            "",
            "merged: totals of units that passed over later are added; deflated: money is in the"
                + " scenario's constant prices; null = neither")
        .required("is_winsorised", Type.BOOLEAN, "", "Whether the value was drawn in to a quantile")
        .optional(
            "source_id",
            Type.STRING,
            "",
            "Sources of the base values, separated by commas; null = none")
        .required(
            "is_corrected",
            Type.BOOLEAN,
            "",
            "Whether a reviewed correction changed a base value; see silver.correction")
        .required("is_suspect", Type.BOOLEAN, "", "Whether a base value is in suspect_value");
  }

  @Override
  public Object configuration(Scenario scenario) {
    return List.of(super.configuration(scenario), scenario.normalisation());
  }

  @Override
  public Dataset<Row> build(Scenario scenario, Inputs inputs) {
    Dataset<Row> values = ScenarioPanel.of(scenario, inputs).values();
    Dataset<Row> normalised =
        new Normaliser(scenario.normalisation())
            .apply(
                values,
                IndicatorTable.of(inputs.spark(), scenario.indexSystem()),
                frozenBounds(scenario, inputs));
    Dataset<Row> traced =
        normalised
            .withColumnRenamed("lower", "bound_lower")
            .withColumnRenamed("upper", "bound_upper")
            .join(
                broadcast(ScenarioPanel.origins(scenario, inputs)),
                Columns.named("unit_id", "year", "indicator_code"),
                "left")
            .withColumn("is_corrected", coalesce(col("is_corrected"), lit(false)))
            .withColumn("is_suspect", coalesce(col("is_suspect"), lit(false)));
    return Units.named(traced, inputs);
  }

  /** The bounds that an earlier release used. */
  private static Optional<Dataset<Row>> frozenBounds(Scenario scenario, Inputs inputs) {
    Normalisation normalisation = scenario.normalisation();
    if (normalisation.scope() != Normalisation.Scope.FROZEN) {
      return Optional.empty();
    }
    return Optional.of(
        inputs
            .readReleased(TABLE, scenario.id(), normalisation.frozenRelease().orElseThrow())
            .groupBy("indicator_code")
            .agg(min("bound_lower").as("lower"), max("bound_upper").as("upper")));
  }
}
