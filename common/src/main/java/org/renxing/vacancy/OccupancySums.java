package org.renxing.vacancy;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.lake.TableRows;
import org.renxing.model.OccupancySignal;
import org.renxing.model.TableName;
import org.renxing.records.LocalRecords;
import org.renxing.records.Records;
import org.renxing.records.SparkRecords;
import org.renxing.records.TableRecords;

/**
 * The one pass over the areas: linear sums by unit, year, zone and kind of area, which is its use
 * and its pattern of present signals. Rates follow from the sums. Few areas are summed here, many
 * by an aggregation of Spark.
 *
 * <p>A signal or count that is null, below 0, NaN or infinite counts as missing. Areas without
 * units, and of other uses than {@link Calibration#USES}, are left out. A null zone is {@code
 * other}.
 */
public final class OccupancySums {
  /** Use and pattern: the pattern, and 1024 more where the use is the second. */
  private static final String KIND = "kind";

  private static final int PATTERNS = PatternSum.COUNTED << 1;
  private static final int FIRST_SIGNAL = 8;
  private static final TableRecords<OccupiedArea> AREAS =
      TableRecords.of(TableName.silver("occupancy_area"), OccupiedArea.COLUMNS, OccupiedArea::of);

  private OccupancySums() {}

  /** The sums of areas that are held here. */
  public static Records<AreaSum> of(Records<OccupiedArea> areas) {
    return LocalRecords.of(areas.reduce(AreaSums::new).list());
  }

  /**
   * The sums of areas by the million.
   *
   * @param areas rows of silver.occupancy_area: {@link OccupiedArea#COLUMNS}
   */
  public static Records<AreaSum> of(Dataset<Row> areas) {
    return SparkRecords.of(rows(areas), OccupancySums::sums);
  }

  /**
   * Some rows a unit, year and zone: unit_id, year, zone, kind (of area: use and pattern, as bits),
   * areas, units, units_squared, counted, and the columns of {@link OccupancySignal#columns}.
   */
  public static Dataset<Row> rows(Dataset<Row> areas) {
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

  /**
   * The audited ones among areas by the million, by a job over these alone; no more than one more
   * than {@link Calibration#MOST_AUDITS}.
   *
   * @param areas as in {@link #of(Dataset)}
   */
  public static List<OccupiedArea> audited(Dataset<Row> areas) {
    Column isAudited =
        col("audit_units").gt(0).and(col("audit_occupied").geq(0)).and(col("units_total").gt(0));
    Dataset<Row> rows =
        areas
            .where(isAudited)
            .select(OccupiedArea.COLUMNS.stream().map(c -> col(c)).toArray(Column[]::new))
            .limit(Calibration.MOST_AUDITS + 1)
            // a limit at the root would take one partition after another
            .coalesce(1);
    return AREAS.of(new TableRows.Held(rows.schema(), rows.collectAsList())).list();
  }

  private static Column kind() {
    Column second = col("use").equalTo(Calibration.USES.get(1));
    Column signals = lit(0);
    for (OccupancySignal signal : OccupancySignal.values()) {
      signals = signals.plus(when(isThere(signal.column()), signal.bit()).otherwise(0));
    }
    Column pattern = when(isThere("units_occupied"), PatternSum.COUNTED).otherwise(signals);
    return when(second, PATTERNS).otherwise(0).plus(pattern);
  }

  /** Whether a number is there: from 0 up, not NaN and not infinite. */
  private static Column isThere(String column) {
    return col(column).between(0.0, Double.MAX_VALUE);
  }

  private static Iterator<AreaSum> sums(Iterator<Row> rows) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return rows.hasNext();
      }

      @Override
      public AreaSum next() {
        return read(rows.next());
      }
    };
  }

  private static AreaSum read(Row row) {
    double[] occupied = new double[OccupancySignal.COUNT];
    for (int k = 0; k < occupied.length; k++) {
      occupied[k] = number(row, FIRST_SIGNAL + k);
    }
    int kind = row.getInt(3);
    return new AreaSum(
        Calibration.USES.get(kind / PATTERNS),
        row.getString(2),
        row.getString(0),
        row.getInt(1),
        new PatternSum(
            kind % PATTERNS,
            row.getLong(4),
            row.getLong(5),
            row.getDouble(6),
            number(row, 7),
            new PerSignal(occupied)));
  }

  private static double number(Row row, int at) {
    return row.isNullAt(at) ? Double.NaN : row.getDouble(at);
  }
}
