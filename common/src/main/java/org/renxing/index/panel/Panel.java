package org.renxing.index.panel;

import static org.apache.spark.sql.functions.col;

import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.renxing.panel.UnitExclusion;

/**
 * The panel of one scenario, lazily.
 *
 * <p>Both frames read {@code cells}: a caller that uses both should persist that one first.
 *
 * @param cells the whole grid with the columns of {@code values} and the unit's {@code
 *     unit_exclusion}, struct (reason, indicator_code, missing_years, series) or null for a unit
 *     that stays
 * @param values the units that stay: unit_id, year, indicator_code, raw_value, value,
 *     missing_reason (why raw_value is null), is_imputed, imputation_method and imputed_from (both
 *     null where not imputed; the latter gives the years whose values were used, such as {@code
 *     2011,2013}, or the group and the number of its units, and in front of each the base indicator
 *     where base values are imputed)
 * @param exclusions one row a unit that leaves: unit_id, reason (OVER_CAP or INCOMPLETE),
 *     indicator_code (the one that lacks most, ties by code), missing_years, missing_share, detail.
 *     Where the scenario says {@code over-cap = stop}, an OVER_CAP row means that the caller stops
 */
public record Panel(Dataset<Row> cells, Dataset<Row> values, Dataset<Row> exclusions) {
  private static final Encoder<Row> EXCLUSION =
      Encoders.row(
          StructType.fromDDL(
              "unit_id string, reason string, indicator_code string, missing_years int,"
                  + " missing_share double, detail string"));

  /** The panel that some cells make: a scenario of so many years and with this cap. */
  public static Panel of(Dataset<Row> cells, int years, double cap) {
    Dataset<Row> values =
        cells
            .where(col("unit_exclusion").isNull())
            .select(
                "unit_id",
                "year",
                "indicator_code",
                "raw_value",
                "value",
                "missing_reason",
                "is_imputed",
                "imputation_method",
                "imputed_from");
    Dataset<Row> exclusions =
        cells
            .where(col("unit_exclusion").isNotNull())
            .select("unit_id", "unit_exclusion.*")
            .distinct()
            .map((MapFunction<Row, Row>) row -> exclusion(row, years, cap), EXCLUSION);
    return new Panel(cells, values, exclusions);
  }

  private static Row exclusion(Row row, int years, double cap) {
    UnitExclusion why =
        new UnitExclusion(row.getString(1), row.getString(2), row.getInt(3), row.getInt(4));
    return RowFactory.create(
        row.getString(0),
        why.reason(),
        why.indicatorCode(),
        why.missingYears(),
        (double) why.missingYears() / years,
        why.detail(years, cap));
  }
}
