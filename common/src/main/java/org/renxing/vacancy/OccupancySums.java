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
 * The one pass over the areas: linear sums by unit, year, zone and kind of area, which is its use
 * and its pattern of present signals. Rates follow from the sums.
 */
public final class OccupancySums {
  /** Use and pattern: the pattern, and 128 more where the use is the second. */
  static final String KIND = "kind";

  private static final int PATTERNS = PatternSum.COUNTED << 1;

  private OccupancySums() {}

  /**
   * Some rows a unit, year and zone: unit_id, year, zone, kind (of area: use and pattern, as bits),
   * areas, units, units_squared, counted, and the columns of {@link OccupancySignal#columns}.
   *
   * <p>A signal or count that is null, below 0, NaN or infinite counts as missing. Rows without
   * units_total, or 0 of it, and rows of other uses are left out. A null zone is {@code other}.
   *
   * @param areas as in {@link VacancyRates#of}
   */
  public static Dataset<Row> of(Dataset<Row> areas) {
    List<Column> sums = new ArrayList<>();
    sums.add(sum(col("units_total").cast("long")).as("units"));
    Column n = col("units_total").cast("double");
    sums.add(sum(n.multiply(n)).as("units_squared"));
    sums.add(sum(col("units_occupied")).as("counted"));
    OccupancySignal.columns().forEach(name -> sums.add(sum(col(name)).as(name)));
    return areas
        .where(col("units_total").gt(0).and(col("use").isin(Calibration.USES.toArray())))
        .groupBy(col("unit_id"), col("year"), col("zone"), kind().as(KIND))
        .agg(count(lit(1)).as("areas"), sums.toArray(Column[]::new))
        .withColumn("zone", coalesce(col("zone"), lit("other")));
  }

  /** The use of a kind. */
  static Column use() {
    return when(col(KIND).lt(PATTERNS), Calibration.USES.get(0)).otherwise(Calibration.USES.get(1));
  }

  /** The pattern of a kind. */
  static Column patternOfKind() {
    return col(KIND).bitwiseAND(PATTERNS - 1);
  }

  private static Column kind() {
    Column second = col("use").equalTo(Calibration.USES.get(1));
    Column pattern = when(isThere("units_occupied"), PatternSum.COUNTED).otherwise(signals());
    return when(second, PATTERNS).otherwise(0).plus(pattern);
  }

  /** Whether a field audit looked at the area. */
  static Column isAudited() {
    return col("audit_units").gt(0).and(col("audit_occupied").isNotNull());
  }

  /** The signals of a row of areas, as bits. */
  static Column signals() {
    Column out = lit(0);
    for (OccupancySignal signal : OccupancySignal.values()) {
      out = out.plus(when(isThere(signal.column()), signal.bit()).otherwise(0));
    }
    return out;
  }

  /** Whether a number is there: from 0 up, not NaN and not infinite. */
  static Column isThere(String column) {
    return col(column).between(0.0, Double.MAX_VALUE);
  }
}
