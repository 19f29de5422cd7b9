package org.renxing.panel;

import java.io.Serializable;
import java.util.List;
import org.renxing.model.Statistic;
import org.renxing.numerics.Finite;

/**
 * The statistics of one unit in the years of a scenario, as observed and adjusted; NaN is a missing
 * figure, and so is one that the scenario does not name. Immutable.
 */
public final class UnitFigures implements Serializable {
  private static final long serialVersionUID = 1L;
  private final String unitId;
  private final List<Integer> years;
  private final List<String> columns;
  private final double[] values;

  /**
   * The figures of a unit.
   *
   * @param years calendar years in ascending order, each once
   * @param columns names of the figures ({@link Statistic#column} and {@link
   *     org.renxing.model.CarbonRules.Item#column})
   * @param values years × columns, year by year; not copied, and not to be changed afterwards
   */
  public UnitFigures(String unitId, List<Integer> years, List<String> columns, double[] values) {
    this.unitId = unitId;
    this.years = years;
    this.columns = columns;
    this.values = values;
    if (values.length != years.size() * columns.size()) {
      throw new IllegalArgumentException(
          "figures of " + unitId + ": " + values.length + " do not fit " + years + columns);
    }
  }

  /** The unit. */
  public String unitId() {
    return unitId;
  }

  /** Names of the figures. */
  public List<String> columns() {
    return columns;
  }

  /** How many years there are. */
  public int size() {
    return years.size();
  }

  /** The calendar year at a place. */
  public int year(int place) {
    return years.get(place);
  }

  /** Whether the scenario names a statistic. */
  public boolean has(Statistic statistic) {
    return columns.contains(statistic.column());
  }

  /** A figure of the year at a place. */
  public double of(Statistic statistic, int place) {
    return of(statistic.column(), place);
  }

  /** The same of any column. */
  public double of(String column, int place) {
    int at = columns.indexOf(column);
    return at < 0 ? Double.NaN : values[place * columns.size() + at];
  }

  /** A figure where it is above 0, else NaN: for denominators. */
  public double positive(Statistic statistic, int place) {
    return Finite.positive(of(statistic, place));
  }

  /** A figure of a calendar year; NaN where the year is not among those of the unit. */
  public double in(Statistic statistic, int year) {
    int place = years.indexOf(year);
    return place < 0 ? Double.NaN : of(statistic, place);
  }

  /** What growth is measured by: GDP at constant prices where the scenario names that. */
  public Statistic output() {
    return has(Statistic.GDP_REAL) ? Statistic.GDP_REAL : Statistic.GDP;
  }
}
