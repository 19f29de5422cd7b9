package org.renxing.panel;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;

/**
 * The indicators of a unit in a year, side by side in the {@link IndicatorOrder}; NaN is a missing
 * value. Immutable.
 */
public final class IndicatorVector implements Serializable {
  private static final long serialVersionUID = 1L;
  private final String unitId;
  private final int year;
  private final double[] values;
  private final double[] normalised;

  private IndicatorVector(String unitId, int year, int size) {
    this.unitId = unitId;
    this.year = year;
    this.values = new double[size];
    this.normalised = new double[size];
    Arrays.fill(values, Double.NaN);
    Arrays.fill(normalised, Double.NaN);
  }

  /**
   * A unit in a year.
   *
   * @param values as they are weighed where a scheme looks at raw values
   * @param normalised as many
   */
  public static IndicatorVector of(String unitId, int year, double[] values, double[] normalised) {
    IndicatorVector out = new IndicatorVector(unitId, year, values.length);
    System.arraycopy(values, 0, out.values, 0, values.length);
    System.arraycopy(normalised, 0, out.normalised, 0, values.length);
    return out;
  }

  /**
   * One indicator of a unit in a year.
   *
   * @param value as it is weighed where a scheme looks at raw values; NaN where missing
   * @param normalised NaN where missing
   */
  public record Cell(String unitId, int year, String indicatorCode, double value, double normalised)
      implements Serializable {
    /** The unit and year. */
    public String unitYear() {
      return unitId + "\n" + year;
    }
  }

  /** Puts cells in an order of indicators; those of others are left out. */
  public static final class Assembly implements Serializable {
    private static final long serialVersionUID = 1L;
    private final HashMap<String, Integer> places = new HashMap<>();

    /** Of indicators in their order. */
    public Assembly(List<String> codes) {
      codes.forEach(code -> places.put(code, places.size()));
    }

    /** The vector of a unit and year, from one cell or more in any order, each indicator once. */
    public IndicatorVector of(Collection<Cell> cells) {
      Cell any = cells.iterator().next();
      IndicatorVector out = new IndicatorVector(any.unitId(), any.year(), places.size());
      for (Cell cell : cells) {
        Integer place = places.get(cell.indicatorCode());
        if (place != null) {
          out.values[place] = cell.value();
          out.normalised[place] = cell.normalised();
        }
      }
      return out;
    }
  }

  /** The unit. */
  public String unitId() {
    return unitId;
  }

  /** The year. */
  public int year() {
    return year;
  }

  /** The values, after treatment. */
  public double[] values() {
    return values.clone();
  }

  /** The normalised values. */
  public double[] normalised() {
    return normalised.clone();
  }

  /** A normalised value. */
  public double normalised(int place) {
    return normalised[place];
  }
}
