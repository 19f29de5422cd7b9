package org.renxing.oldpanel;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

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
  /** A unit lacks more years of one series than the cap allows. */
  public static final String OVER_CAP = "OVER_CAP";

  /** A unit still lacks something after imputation, and the scenario drops such units. */
  public static final String INCOMPLETE = "INCOMPLETE";

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
            .groupBy("unit_id")
            .agg(first(col("unit_exclusion")).as("unit_exclusion"))
            .select(
                col("unit_id"),
                col("unit_exclusion.reason").as("reason"),
                col("unit_exclusion.indicator_code").as("indicator_code"),
                col("unit_exclusion.missing_years").as("missing_years"),
                col("unit_exclusion.missing_years")
                    .cast("double")
                    .divide(years)
                    .as("missing_share"),
                detail(years, cap).as("detail"));
    return new Panel(cells, values, exclusions);
  }

  private static Column detail(int years, double cap) {
    Column worst =
        concat(
            col("unit_exclusion.indicator_code"),
            lit(": "),
            col("unit_exclusion.missing_years"),
            lit(" of " + years + " years missing"));
    Column series =
        when(
                col("unit_exclusion.series").gt(1),
                concat(
                    lit("; "), col("unit_exclusion.series").cast("string"), lit(" series in all")))
            .otherwise(lit(""));
    Column rule =
        when(col("unit_exclusion.reason").equalTo(OVER_CAP), lit(", cap is a share of " + cap))
            .otherwise(lit(" after imputation"));
    return concat(worst, rule, series);
  }
}
