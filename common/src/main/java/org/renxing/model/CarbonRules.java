package org.renxing.model;

import java.io.Serializable;
import java.util.List;

/**
 * How a scenario comes to its emissions of CO2, and what it looks at in them.
 *
 * @param items what is added up; empty where the statistic {@code co2} gives an inventory
 * @param missing what an item without a figure means
 * @param peakYears a maximum before the last so many years of the scenario is a peak
 * @param scheme weight scheme whose score is set against emissions
 * @param system node of the index whose score that is
 * @param projection how emissions may go on
 */
public record CarbonRules(
    List<Item> items,
    @Key(or = "unknown") Missing missing,
    @Key(or = "" + CarbonRules.PEAK_YEARS, is = "from 1 to 100") int peakYears,
    String scheme,
    @Key(or = IndexSystem.OVERALL, names = Key.SYSTEM) String system,
    ProjectionRules projection)
    implements Serializable {

  /** Of a scenario that says nothing: no items, unknown stays unknown, five years. */
  public static final int PEAK_YEARS = 5;

  public CarbonRules {
    items = List.copyOf(items);
  }

  /**
   * One fuel, purchased energy or process.
   *
   * @param scope 1 or 2
   * @param expression its use, over base indicators
   * @param factor what one unit of use emits
   */
  public record Item(String id, int scope, String expression, EmissionFactor factor)
      implements Serializable {
    /** Its column in the frame of statistics. */
    public String column() {
      return "use_" + id;
    }
  }

  /** What an item without a figure means. */
  public enum Missing {
    /** The inventory of that unit and year is not whole, and has no total. */
    UNKNOWN,
    /** Nothing was used. */
    ZERO
  }
}
