package org.renxing.index.weigh;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.model.IndexSystem;
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

  /** The normalised value with the scheme's shift added. */
  public Column shifted() {
    return scheme.shift() == 0 ? col("normalised") : col("normalised").plus(scheme.shift());
  }
}
