package org.renxing.vacancy;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.renxing.measure.Cells;
import org.renxing.model.OccupancySignal;

/** From sums by pattern to rows of rates. */
final class Estimating implements MapPartitionsFunction<Row, Row> {
  private static final long serialVersionUID = 1;

  static final StructType SCHEMA =
      StructType.fromDDL(
          "use string, zone string, unit_id string, year int, units_total bigint,"
              + " units_vacant double, vacancy_rate double, lower double, upper double,"
              + " is_limited boolean, n_observations bigint, n_areas bigint, coverage double,"
              + " method string");

  private static final int FIRST_SIGNAL = 5;

  private final Calibration calibration;

  Estimating(Calibration calibration) {
    this.calibration = calibration;
  }

  @Override
  public Iterator<Row> call(Iterator<Row> rows) {
    Iterable<Row> all = () -> rows;
    return java.util.stream.StreamSupport.stream(all.spliterator(), false)
        .map(this::estimate)
        .iterator();
  }

  private Row estimate(Row row) {
    List<PatternSum> sums = new ArrayList<>();
    row.<Row>getList(4).forEach(sum -> sums.add(sum(sum)));
    VacancyRate rate = calibration.estimator(row.getString(0)).estimate(sums);
    boolean isCovered = rate.unitsCovered() > 0;
    return RowFactory.create(
        row.getString(0),
        row.getString(1),
        row.getString(2),
        row.getInt(3),
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

  private static PatternSum sum(Row sum) {
    double[] occupied = new double[OccupancySignal.COUNT];
    for (int k = 0; k < occupied.length; k++) {
      occupied[k] = number(sum, FIRST_SIGNAL + k);
    }
    return new PatternSum(
        sum.getInt(0),
        sum.getLong(1),
        sum.getLong(2),
        sum.getDouble(3),
        number(sum, 4),
        new PerSignal(occupied));
  }

  private static double number(Row row, int at) {
    return row.isNullAt(at) ? Double.NaN : row.getDouble(at);
  }
}
