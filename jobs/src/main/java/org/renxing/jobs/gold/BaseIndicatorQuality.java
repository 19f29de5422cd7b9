package org.renxing.jobs.gold;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.renxing.jobs.silver.Observation;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.QualityPolicy;
import org.renxing.model.TableName;
import org.renxing.model.TableSpec;
import org.renxing.run.Inputs;
import org.renxing.run.PlannedTask;

/**
 * gold.base_indicator_quality: how complete and how varied the columns of each source are, whether
 * or not a scenario uses them. It is about sources, so it is made once.
 */
public final class BaseIndicatorQuality implements PlannedTask {
  /** The table. */
  public static final TableName TABLE = TableName.gold("base_indicator_quality");

  /** Units of a year without which one figure for all of them says nothing. */
  static final int FEWEST_UNITS = 8;

  private final QualityPolicy policy;

  public BaseIndicatorQuality(QualityPolicy policy) {
    this.policy = policy;
  }

  @Override
  public TableSpec spec() {
    return TableSpec.of(
            TABLE, "One row a source and base indicator: how complete and how varied it is")
        .key("source_id", Type.STRING, "Source")
        .key("indicator_code", Type.STRING, "Base indicator")
        .required("n_years", Type.LONG, "years", "Years in which the source has it")
        .required(
            "n",
            Type.LONG,
            "unit-years",
            "Figures to expect: over the years of the source, the units of its fullest column")
        .required("n_missing", Type.LONG, "unit-years", "Of these without a figure")
        .required("missing_share", Type.DOUBLE, "0-1", "n_missing over n")
        .required("minimum", Type.DOUBLE, "", "Least figure")
        .required("maximum", Type.DOUBLE, "", "Largest figure")
        .required(
            "n_constant_years",
            Type.LONG,
            "years",
            "Years in which all units, at least " + FEWEST_UNITS + ", have one figure")
        .required(
            "flag",
            Type.STRING,
            "",
            "MISSING: missing_share is over quality.missing-share; CONSTANT: in some year; or"
                + " empty")
        .required("run_id", Type.STRING, "", "Run that made the row; see ops.run")
        .build();
  }

  @Override
  public List<TableName> inputs() {
    return List.of(Observation.TABLE);
  }

  @Override
  public String configuration(String part) {
    return "missing-share " + policy.missingShare();
  }

  @Override
  public Dataset<Row> build(String part, Inputs inputs) {
    return of(inputs.read(Observation.TABLE), policy.missingShare());
  }

  /**
   * Counts all sources in one pass.
   *
   * @param observations source_id, unit_id, year, indicator_code, value; of several vintages of a
   *     cell each counts for the range, and together they are one figure
   */
  static Dataset<Row> of(Dataset<Row> observations, double missingShare) {
    Column isConstant = col("units").geq(FEWEST_UNITS).and(col("low").equalTo(col("high")));
    Column ofYear = when(col("indicator_code").equalTo(col("first")), col("fullest"));
    Column flags =
        array(
            when(col("missing_share").gt(missingShare), lit("MISSING")),
            when(col("n_constant_years").gt(0), lit("CONSTANT")));
    return observations
        .groupBy("source_id", "indicator_code", "year")
        .agg(
            count_distinct(col("unit_id")).as("units"),
            min("value").as("low"),
            max("value").as("high"))
        .withColumn("fullest", max("units").over(Window.partitionBy("source_id", "year")))
        .withColumn("first", min("indicator_code").over(Window.partitionBy("source_id", "year")))
        .withColumn("n", sum(ofYear).over(Window.partitionBy("source_id")))
        .groupBy("source_id", "indicator_code")
        .agg(
            count(lit(1)).as("n_years"),
            max("n").as("n"),
            max("n").minus(sum("units")).as("n_missing"),
            min("low").as("minimum"),
            max("high").as("maximum"),
            count_if(isConstant).as("n_constant_years"))
        .withColumn("missing_share", col("n_missing").cast("double").divide(col("n")))
        .withColumn("flag", array_join(array_compact(flags), ","));
  }
}
