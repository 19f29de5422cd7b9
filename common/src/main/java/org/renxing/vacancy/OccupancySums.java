package org.renxing.vacancy;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.model.OccupancySignal;

/**
 * The one pass over the areas: linear sums by unit, year, zone, use and pattern of present signals,
 * from which rates and calibration follow. An audited area is a group of its own, so that the sums
 * hold all that calibration needs.
 */
public final class OccupancySums {
  /** Present signals as bits, and 64 where occupied units were counted. */
  static final String PATTERN = "pattern";

  /** The area of a group that a field audit looked at; null for the sums of all others. */
  static final String AUDITED = "audited_area_id";

  private OccupancySums() {}

  /**
   * Some rows a unit, year, zone and use: keep them (persist, or a table) where both {@link
   * Calibration#ofSums} and {@link VacancyRates#ofSums} read them.
   *
   * <p>A signal or count that is null, below 0, NaN or infinite counts as missing. Rows without
   * units_total, or 0 of it, are left out. A null zone is {@code other}.
   *
   * @param areas rows of silver.occupancy_area: use, area_id, unit_id, zone, year, units_total,
   *     units_occupied, the columns of {@link OccupancySignal#columns}, audit_units, audit_occupied
   */
  public static Dataset<Row> of(Dataset<Row> areas) {
    List<Column> sums = new ArrayList<>();
    sums.add(sum(col("units_total").cast("long")).as("units"));
    Column n = col("units_total").cast("double");
    sums.add(sum(n.multiply(n)).as("units_squared"));
    sums.add(sum(col("units_occupied")).as("counted"));
    OccupancySignal.columns().forEach(name -> sums.add(sum(col(name)).as(name)));
    sums.add(sum(col("audit_units").cast("long")).as("audit_units"));
    sums.add(sum(col("audit_occupied").cast("long")).as("audit_occupied"));
    return areas
        .where(col("units_total").gt(0))
        .groupBy(
            col("unit_id"),
            col("year"),
            col("zone"),
            col("use"),
            pattern().as(PATTERN),
            when(isAudited(), col("area_id")).as(AUDITED))
        .agg(count(lit(1)).as("areas"), sums.toArray(Column[]::new))
        .withColumn("zone", coalesce(col("zone"), lit("other")));
  }

  /** Whether a field audit looked at the area. */
  static Column isAudited() {
    return col("audit_units").gt(0).and(col("audit_occupied").isNotNull());
  }

  /** The pattern of a row of areas. */
  static Column pattern() {
    Column out = bit("units_occupied", PatternSum.COUNTED);
    for (OccupancySignal signal : OccupancySignal.values()) {
      out = out.bitwiseOR(bit(signal.column(), signal.bit()));
    }
    return out;
  }

  private static Column bit(String column, int bit) {
    return when(col(column).between(0.0, Double.MAX_VALUE), bit).otherwise(0);
  }
}
