package org.renxing.panel;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.renxing.model.Statistic;

/**
 * The statistics of one unit over the years of a scenario, packed: those that the scenario names,
 * and the uses of the items of its carbon inventory, by the names of their columns. What is missing
 * is NaN, and so is what the scenario does not name.
 */
public final class UnitSeries implements Serializable {
  private static final long serialVersionUID = 1L;

  private final String unitId;
  private final List<Integer> years;
  private final List<String> columns;
  private final double[] values;

  /** The values of a unit's panel after imputation. */
  public UnitSeries(PanelGrid grid, UnitPanel panel) {
    this.unitId = panel.unitId();
    this.years = grid.years();
    this.columns = grid.codes();
    this.values = panel.values.clone();
  }

  /**
   * Values of a unit.
   *
   * @param years calendar years upwards, each once
   * @param columns names, each once
   * @param values years × columns, year by year; not copied, and not to be changed afterwards
   */
  public UnitSeries(String unitId, List<Integer> years, List<String> columns, double[] values) {
    this.unitId = unitId;
    this.years = List.copyOf(years);
    this.columns = List.copyOf(columns);
    this.values = values;
    if (values.length != years.size() * columns.size()) {
      throw new IllegalArgumentException("values of " + unitId + " do not fit " + years + columns);
    }
  }

  /** The unit. */
  public String unitId() {
    return unitId;
  }

  /** The calendar years, upwards. */
  public List<Integer> years() {
    return years;
  }

  /** The names of what there is. */
  public List<String> columns() {
    return columns;
  }

  /** Whether the scenario names it. */
  public boolean has(Statistic statistic) {
    return columns.contains(statistic.column());
  }

  /** The value of a calendar year; NaN where it is missing. */
  public double value(int year, Statistic statistic) {
    return value(year, statistic.column());
  }

  /** The same by the name of the column. */
  public double value(int year, String column) {
    int place = years.indexOf(year);
    int code = columns.indexOf(column);
    return place < 0 || code < 0 ? Double.NaN : values[place * columns.size() + code];
  }

  /** The value where it is above 0, else NaN: for denominators. */
  public double positive(int year, Statistic statistic) {
    double value = value(year, statistic);
    return value > 0 ? value : Double.NaN;
  }

  /** The values of all years; NaN where missing. */
  public double[] values(Statistic statistic) {
    return years.stream().mapToDouble(year -> value(year, statistic)).toArray();
  }

  /** GDP for growth: at constant prices where the scenario names that, else as it is. */
  public Statistic outputStatistic() {
    return has(Statistic.GDP_REAL) ? Statistic.GDP_REAL : Statistic.GDP;
  }

  /** The values of a calendar year as a row of a table: its columns in order, null for missing. */
  public Object[] row(int year) {
    List<Object> out = new ArrayList<>(List.of(unitId, year));
    columns.forEach(column -> out.add(number(value(year, column))));
    return out.toArray();
  }

  private static Object number(double value) {
    return Double.isNaN(value) ? null : value;
  }
}
