package org.renxing.index.vector;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.Row;

/**
 * The units of one year side by side, in the order of their ids, whatever the order in which they
 * came: sums over them keep their bits.
 */
public final class UnitVectors {
  private final int year;
  private final List<String> units = new ArrayList<>();
  private final List<double[]> values = new ArrayList<>();
  private final double[] weights;

  private UnitVectors(int year, double[] weights) {
    this.year = year;
    this.weights = weights;
  }

  /** The units of a row of {@link IndicatorVectors#byYear}. */
  public static UnitVectors of(Row row) {
    List<Row> rows = new ArrayList<>(row.<Row>getList(1));
    rows.sort(Comparator.comparing(unit -> unit.getString(0)));
    UnitVectors out = new UnitVectors(row.getInt(0), IndicatorVectors.doubles(rows.get(0), 2));
    for (Row unit : rows) {
      out.units.add(unit.getString(0));
      out.values.add(IndicatorVectors.doubles(unit, 1));
    }
    return out;
  }

  /** The year. */
  public int year() {
    return year;
  }

  /** How many units. */
  public int size() {
    return units.size();
  }

  /** The id of a unit. */
  public String unit(int i) {
    return units.get(i);
  }

  /** A unit's normalised values, NaN where missing. */
  public double[] vector(int i) {
    return values.get(i);
  }

  /** An indicator's normalised values, NaN where missing. */
  public double[] column(int j) {
    return values.stream().mapToDouble(y -> y[j]).toArray();
  }

  /** The weights in the whole of all schemes, which are the same for all units of a year. */
  public double[] weights() {
    return weights.clone();
  }
}
