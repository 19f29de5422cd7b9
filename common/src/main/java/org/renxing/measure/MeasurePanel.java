package org.renxing.measure;

import static java.util.stream.Collectors.toList;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.renxing.territory.UnitDirectory;

/**
 * All values of one measure: units in the order of their ids, years upwards. A unit has a value in
 * at least one year.
 */
public final class MeasurePanel implements Serializable {
  private static final long serialVersionUID = 1L;
  private final String measure;
  private final List<Unit> units;
  private final int[] years;
  private final double[][] values;

  /**
   * A panel.
   *
   * @param units by id, upwards
   * @param years upwards
   * @param values units × years, NaN where there is none
   */
  public MeasurePanel(String measure, List<Unit> units, int[] years, double[][] values) {
    this.measure = measure;
    this.units = List.copyOf(units);
    this.years = years.clone();
    this.values = new double[values.length][];
    for (int u = 0; u < values.length; u++) {
      this.values[u] = values[u].clone();
    }
  }

  /**
   * A unit of the panel.
   *
   * @param groups its value in each grouping, null where it has none
   * @param lon longitude in degrees, NaN where unknown
   * @param lat latitude in degrees, NaN where unknown
   */
  public record Unit(String id, String name, List<String> groups, double lon, double lat)
      implements Serializable {
    /** Whether it is known where the unit lies. */
    public boolean hasPlace() {
      return !Double.isNaN(lon) && !Double.isNaN(lat);
    }
  }

  /**
   * The panel of a measure.
   *
   * @param known its values, one or more, each unit and year once, in any order; none is NaN
   * @param directory what is known of units: of its columns {@code lon}, {@code lat} and groupings
   */
  public static MeasurePanel of(
      String measure, List<MeasureValue> known, UnitDirectory directory, List<String> groupings) {
    int[] years = known.stream().mapToInt(MeasureValue::year).distinct().sorted().toArray();
    Map<String, double[]> series = new TreeMap<>();
    for (MeasureValue one : known) {
      series
              .computeIfAbsent(one.unitId(), unit -> missing(years.length))[
              Arrays.binarySearch(years, one.year())] =
          one.value();
    }
    return new MeasurePanel(
        measure,
        series.keySet().stream().map(id -> unit(id, directory, groupings)).toList(),
        years,
        series.values().toArray(double[][]::new));
  }

  private static double[] missing(int size) {
    double[] out = new double[size];
    Arrays.fill(out, Double.NaN);
    return out;
  }

  /** What is known of a unit. */
  public static Unit unit(String id, UnitDirectory directory, List<String> groupings) {
    Optional<UnitDirectory.Unit> unit = directory.find(id);
    return new Unit(
        id,
        directory.name(id),
        groupings.stream().map(g -> directory.group(id, g).orElse(null)).collect(toList()),
        unit.map(u -> u.number("lon")).orElse(Double.NaN),
        unit.map(u -> u.number("lat")).orElse(Double.NaN));
  }

  /** The measure's name. */
  public String measure() {
    return measure;
  }

  /** Units by id. */
  public List<Unit> units() {
    return units;
  }

  /** Years in which any unit has a value, upwards. */
  public int[] years() {
    return years.clone();
  }

  /** How many years. */
  public int yearCount() {
    return years.length;
  }

  /** The year at a place. */
  public int year(int t) {
    return years[t];
  }

  /** Whether a unit has a value in a year. */
  public boolean has(int unit, int t) {
    return !Double.isNaN(values[unit][t]);
  }

  /** The value of a unit in a year, NaN where there is none. */
  public double value(int unit, int t) {
    return values[unit][t];
  }

  /** The values of a year, by id of their units. */
  public double[] values(int t) {
    return Arrays.stream(present(t)).mapToDouble(u -> value(u, t)).toArray();
  }

  /** Places of the units that have a value in a year, by id. */
  public int[] present(int t) {
    int[] out = new int[units.size()];
    int n = 0;
    for (int u = 0; u < out.length; u++) {
      if (has(u, t)) {
        out[n++] = u;
      }
    }
    return Arrays.copyOf(out, n);
  }
}
