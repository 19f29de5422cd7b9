package org.renxing.index.weigh;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.index.IndicatorTable;
import org.renxing.model.IndexSystem;
import org.renxing.model.WeightOptions;
import org.renxing.model.WeightScheme;

/**
 * What a weighting method sees.
 *
 * @param values unit_id, year, indicator_code, value (after treatment, in its own unit), normalised
 */
public record WeightingInput(Dataset<Row> values, IndexSystem indexSystem, WeightScheme scheme) {

  /** The year to which a row's weights belong: its own for scope yearly, else 0. */
  public Column scopeYear() {
    return scheme.scope() == WeightScheme.Scope.YEARLY ? col("year") : lit(0);
  }

  /** The values with their system, joined by broadcast. */
  public Dataset<Row> grouped() {
    return values
        .drop("system")
        .join(broadcast(IndicatorTable.of(values.sparkSession(), indexSystem)), "indicator_code");
  }

  /**
   * The group in which weights are shared out: the system, or one for all. Over {@link #grouped}.
   */
  public Column group() {
    return scheme.within() == WeightScheme.Within.SYSTEM ? col("system") : lit("");
  }

  /** The value whose mean and deviation count. */
  public Column basis() {
    return scheme.options().basis() == WeightOptions.Basis.RAW ? col("value") : shifted();
  }

  /** The normalised value with the scheme's shift added. */
  public Column shifted() {
    return scheme.shift() == 0 ? col("normalised") : col("normalised").plus(scheme.shift());
  }
}
