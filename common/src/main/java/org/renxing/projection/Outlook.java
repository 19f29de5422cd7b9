package org.renxing.projection;

/**
 * What is to be expected of a unit, a group or all units under a scenario.
 *
 * @param level {@link #UNIT}, {@link #GROUP} or {@link #ALL}
 * @param id of the unit or group; {@link #ALL} for all
 */
public record Outlook(String scenario, String level, String id, Spread spread) {
  /** Level of a unit. */
  public static final String UNIT = "unit";

  /** Level of a group of units. */
  public static final String GROUP = "group";

  /** Level of all units together. */
  public static final String ALL = "all";
}
