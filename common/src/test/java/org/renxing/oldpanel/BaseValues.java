package org.renxing.oldpanel;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.column.Finite;
import org.renxing.model.Adjustment;
import org.renxing.model.Scenario;

/**
 * Base values as a scenario wants them: boundaries first, then prices (methods: panel).
 *
 * <p>Columns: unit_id, year, indicator_code, value, source_id (several separated by commas),
 * is_corrected, cause (why value is null where the adjustment made it so; else null), is_merged,
 * is_deflated.
 */
public final class BaseValues {
  /** Cause of a null: a unit that passed over, or the successor itself, lacks a value. */
  public static final String MERGE_INCOMPLETE = "MERGE_INCOMPLETE";

  /** Cause of a null: no deflator of the unit or its province in one of the two years. */
  public static final String NO_DEFLATOR = "NO_DEFLATOR";

  private BaseValues() {}

  /**
   * The adjusted values, lazily; the observations with their columns alone where nothing is
   * adjusted.
   *
   * @param observations unit_id, year, indicator_code, value, source_id, is_corrected, is_doubtful;
   *     one row a cell, of all units and years, since units that passed over and years of prices
   *     may lie outside the scenario
   * @param units unit_id and, where provinces may stand in for units, province_code
   * @param lineage year, kind, from_unit_id, to_unit_id, is_whole
   */
  public static Dataset<Row> of(
      Scenario scenario, Dataset<Row> observations, Dataset<Row> units, Dataset<Row> lineage) {
    Adjustment adjustment = scenario.adjustment();
    if (adjustment.isNone()) {
      return observations;
    }
    Dataset<Row> values =
        observations.select(
            col("unit_id"),
            col("year").cast("int").as("year"),
            col("indicator_code"),
            Finite.orNull(col("value")).as("value"),
            col("source_id"),
            col("is_corrected"),
            col("is_doubtful"),
            lit(null).cast("string").as("cause"),
            lit(false).as("is_merged"),
            lit(false).as("is_deflated"));
    Dataset<Row> merged =
        adjustment.boundaries() == Adjustment.Boundaries.MERGED
            ? MergedBoundaries.of(
                values, Merge.all(lineage, scenario.years().last()), adjustment.additive())
            : values;
    return adjustment.prices().isPresent()
        ? new ConstantPrices(adjustment.prices().get(), adjustment).of(merged, units)
        : merged;
  }
}
