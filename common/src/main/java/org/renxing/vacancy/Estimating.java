package org.renxing.vacancy;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.renxing.measure.Cells;
import org.renxing.model.OccupancySignal;

/** From the sums of a unit and year to rows of rates. */
final class Estimating implements FlatMapGroupsFunction<Row, Row, Row> {
  private static final long serialVersionUID = 1;

  static final StructType SCHEMA =
      StructType.fromDDL(
          "use string, zone string, unit_id string, year int, units_total bigint,"
              + " units_vacant double, vacancy_rate double, lower double, upper double,"
              + " is_limited boolean, n_observations bigint, n_areas bigint, coverage double,"
              + " method string");

  private static final int FIRST_SIGNAL = 10;

  private final Calibration calibration;

  Estimating(Calibration calibration) {
    this.calibration = calibration;
  }

  /** Rows of {@link OccupancySums#of}. */
  @Override
  public Iterator<Row> call(Row unitYear, Iterator<Row> sums) {
    Map<String, Map<String, List<PatternSum>>> byUse = new TreeMap<>();
    while (sums.hasNext()) {
      Row row = sums.next();
      Map<String, List<PatternSum>> byZone =
          byUse.computeIfAbsent(row.getString(3), use -> new TreeMap<>());
      PatternSum sum = sum(row);
      byZone.computeIfAbsent(VacancyRates.ALL, zone -> new ArrayList<>()).add(sum);
      byZone.computeIfAbsent(row.getString(2), zone -> new ArrayList<>()).add(sum);
    }
    List<Row> out = new ArrayList<>();
    byUse.forEach(
        (use, byZone) ->
            byZone.forEach(
                (zone, list) ->
                    out.add(row(use, zone, unitYear, calibration.estimator(use).estimate(list)))));
    return out.iterator();
  }

  private static Row row(String use, String zone, Row unitYear, VacancyRate rate) {
    boolean isCovered = rate.unitsCovered() > 0;
    return RowFactory.create(
        use,
        zone,
        unitYear.get(0),
        unitYear.get(1),
        rate.unitsTotal(),
        Cells.number(rate.vacant()),
        Cells.number(rate.rate()),
        Cells.number(rate.lower()),
        Cells.number(rate.upper()),
        isCovered ? rate.isLimited() : null,
        rate.observations(),
        rate.areas(),
        rate.coverage(),
        isCovered ? rate.method().code() : null);
  }

  private static PatternSum sum(Row row) {
    double[] occupied = new double[OccupancySignal.COUNT];
    for (int k = 0; k < occupied.length; k++) {
      occupied[k] = number(row, FIRST_SIGNAL + k);
    }
    return new PatternSum(
        row.getInt(4),
        row.getLong(6),
        row.getLong(7),
        row.getDouble(8),
        number(row, 9),
        new PerSignal(occupied));
  }

  private static double number(Row row, int at) {
    return row.isNullAt(at) ? Double.NaN : row.getDouble(at);
  }
}
