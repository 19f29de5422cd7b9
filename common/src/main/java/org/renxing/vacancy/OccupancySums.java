package org.renxing.vacancy;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.model.OccupancySignal;

/**
 * The one pass over the areas: linear sums by unit, year, zone, use and pattern of present signals.
 * Rates follow from the sums, and so does the calibration, since an audited area is a row of its
 * own.
 */
public final class OccupancySums {
  /** Of audited areas, their id; null in sums over the others. */
  static final String AUDITED_AREA = "audited_area";

  /** Use and pattern: the pattern, and 128 more where the use is the second. */
  private static final String KIND = "kind";

  private static final int PATTERNS = PatternSum.COUNTED << 1;

  private OccupancySums() {}

  /**
   * Some rows a unit, year and zone, and one an audited area and year: unit_id, year, zone, use,
   * pattern, audited_area, areas, units, units_squared, counted, the columns of {@link
   * OccupancySignal#columns}, audit_units, audit_occupied. Both {@link Calibration#of} and {@link
   * VacancyRates#of} read them: who asks for both keeps them.
   *
   * <p>A signal or count that is null, below 0, NaN or infinite counts as missing. Rows without
   * units_total, or 0 of it, and rows of other uses are left out. A null zone is {@code other}.
   *
   * @param areas rows of silver.occupancy_area: use, area_id (one row a use, area and year; an
   *     audit of an area without id does not count), unit_id, zone, year, units_total,
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
    Column audited = when(isAudited(), col("area_id")).as(AUDITED_AREA);
    Dataset<Row> out =
        areas
            .where(col("units_total").gt(0).and(col("use").isin(Calibration.USES.toArray())))
            .groupBy(col("unit_id"), col("year"), col("zone"), kind().as(KIND), audited)
            .agg(count(lit(1)).as("areas"), sums.toArray(Column[]::new));
    List<Column> columns = new ArrayList<>(List.of(col("unit_id"), col("year")));
    columns.add(coalesce(col("zone"), lit("other")).as("zone"));
    columns.add(use().as("use"));
    columns.add(col(KIND).bitwiseAND(PATTERNS - 1).as("pattern"));
    Arrays.stream(out.columns()).skip(4).forEach(name -> columns.add(col(name)));
    return out.select(columns.toArray(Column[]::new));
  }

  private static Column use() {
    return when(col(KIND).lt(PATTERNS), Calibration.USES.get(0)).otherwise(Calibration.USES.get(1));
  }

  /** Signals beside a count say nothing more of a rate, but an audit judges them. */
  private static Column kind() {
    Column second = col("use").equalTo(Calibration.USES.get(1));
    Column isCounted = isThere("units_occupied");
    Column isOnlyCounted = isCounted.and(not(isAudited()));
    Column pattern =
        when(isOnlyCounted, PatternSum.COUNTED)
            .otherwise(signals().plus(when(isCounted, PatternSum.COUNTED).otherwise(0)));
    return when(second, PATTERNS).otherwise(0).plus(pattern);
  }

  /** Whether a field audit looked at the area. */
  private static Column isAudited() {
    return coalesce(col("audit_units").gt(0).and(col("audit_occupied").isNotNull()), lit(false));
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
