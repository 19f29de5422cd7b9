package org.renxing.drivers;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.renxing.measure.MeasureValue;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;
import org.renxing.model.YearRange;
import org.renxing.regression.Frame;
import org.renxing.regression.PanelRows;

/**
 * The values of some measures as columns, one row a unit and year, by id of the unit and year
 * upwards; the order in which values come does not matter.
 *
 * @param units the id of each row's unit
 * @param years the year of each row
 * @param frame the columns, NaN where there is no value
 */
@SuppressWarnings("ArrayRecordComponent") // immutable in fact
record DriverRows(List<String> units, int[] years, Frame frame) {

  private record UnitYear(String unit, int year) implements Comparable<UnitYear> {
    @Override
    public int compareTo(UnitYear other) {
      int byUnit = unit.compareTo(other.unit);
      return byUnit != 0 ? byUnit : Integer.compare(year, other.year);
    }
  }

  /**
   * The rows of units and years that have a value of any of the measures.
   *
   * @throws RenxingException DATA_CHECK for two values of a measure, unit and year that differ
   */
  static DriverRows of(
      Collection<String> measures, YearRange range, Collection<MeasureValue> values) {
    List<String> names = List.copyOf(measures);
    Map<UnitYear, double[]> rows = new TreeMap<>();
    for (MeasureValue value : values) {
      int place = names.indexOf(value.measure());
      if (place >= 0 && value.isKnown() && range.contains(value.year())) {
        double[] row =
            rows.computeIfAbsent(
                new UnitYear(value.unitId(), value.year()), key -> missing(names.size()));
        requireSame(row[place], value);
        row[place] = value.value();
      }
    }
    Map<String, double[]> columns = new LinkedHashMap<>();
    for (int j = 0; j < names.size(); j++) {
      int place = j;
      columns.put(names.get(j), rows.values().stream().mapToDouble(row -> row[place]).toArray());
    }
    List<String> units = rows.keySet().stream().map(UnitYear::unit).toList();
    int[] years = rows.keySet().stream().mapToInt(UnitYear::year).toArray();
    return new DriverRows(
        units, years, new Frame(columns, Optional.of(PanelRows.of(units, years))));
  }

  private static double[] missing(int size) {
    double[] out = new double[size];
    Arrays.fill(out, Double.NaN);
    return out;
  }

  private static void requireSame(double known, MeasureValue value) {
    if (!Double.isNaN(known) && Double.compare(known, value.value()) != 0) {
      throw new RenxingException(
          ErrorCode.DATA_CHECK,
          String.format(
              Locale.ROOT,
              "drivers: unit %s has two values of %s in %d, %s and %s",
              value.unitId(),
              value.measure(),
              value.year(),
              known,
              value.value()));
    }
  }

  /** The values of a measure, one a row. */
  double[] column(String measure) {
    return frame.columns().get(measure);
  }

  /** The places of the rows of a year. */
  int[] of(int year) {
    return IntStream.range(0, years.length).filter(i -> years[i] == year).toArray();
  }

  /** The places of all rows. */
  int[] all() {
    return IntStream.range(0, years.length).toArray();
  }
}
