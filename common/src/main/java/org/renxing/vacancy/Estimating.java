package org.renxing.vacancy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.renxing.measure.Cells;
import org.renxing.model.OccupancySignal;

/**
 * From sums by pattern to rows of rates: the sums of a unit and year stand one after the other, and
 * those of one at a time are held.
 */
final class Estimating implements MapPartitionsFunction<Row, Row> {
  private static final long serialVersionUID = 1;

  static final StructType SCHEMA =
      StructType.fromDDL(
          "use string, zone string, unit_id string, year int, units_total bigint,"
              + " units_vacant double, vacancy_rate double, lower double, upper double,"
              + " is_limited boolean, n_observations bigint, n_areas bigint, coverage double,"
              + " method string");

  private static final int FIRST_SIGNAL = 9;

  private final Calibration calibration;

  Estimating(Calibration calibration) {
    this.calibration = calibration;
  }

  /** Rows of unit_id, year, use, zone, pattern, areas, units, units_squared, counted, signals. */
  @Override
  public Iterator<Row> call(Iterator<Row> rows) {
    return new Rates(rows);
  }

  /** The rates of a unit and year after those of another. */
  private final class Rates implements Iterator<Row> {
    private final Iterator<Row> sums;
    private Iterator<Row> ready = Collections.emptyIterator();
    private Row next;

    private Rates(Iterator<Row> sums) {
      this.sums = sums;
      this.next = sums.hasNext() ? sums.next() : null;
    }

    @Override
    public boolean hasNext() {
      return ready.hasNext() || next != null;
    }

    @Override
    public Row next() {
      if (!ready.hasNext()) {
        if (next == null) {
          throw new NoSuchElementException();
        }
        ready = unitYear().iterator();
      }
      return ready.next();
    }

    private List<Row> unitYear() {
      Row first = next;
      Map<String, Map<String, List<PatternSum>>> byUse = new TreeMap<>();
      while (next != null && isSame(first, next)) {
        Map<String, List<PatternSum>> byZone =
            byUse.computeIfAbsent(next.getString(2), use -> new TreeMap<>());
        PatternSum sum = sum(next);
        byZone.computeIfAbsent(VacancyRates.ALL, zone -> new ArrayList<>()).add(sum);
        byZone.computeIfAbsent(next.getString(3), zone -> new ArrayList<>()).add(sum);
        next = sums.hasNext() ? sums.next() : null;
      }
      List<Row> out = new ArrayList<>();
      byUse.forEach(
          (use, byZone) ->
              byZone.forEach(
                  (zone, list) ->
                      out.add(row(use, zone, first, calibration.estimator(use).estimate(list)))));
      return out;
    }

    private static boolean isSame(Row a, Row b) {
      return Objects.equals(a.get(0), b.get(0)) && Objects.equals(a.get(1), b.get(1));
    }
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
        row.getLong(5),
        row.getLong(6),
        row.getDouble(7),
        number(row, 8),
        new PerSignal(occupied));
  }

  private static double number(Row row, int at) {
    return row.isNullAt(at) ? Double.NaN : row.getDouble(at);
  }
}
