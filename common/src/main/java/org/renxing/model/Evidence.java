package org.renxing.model;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What rules of a path may ask for; each is null where it is not known. Truth is 1, falsehood 0.
 * Changes are over the span that the policy states.
 */
public enum Evidence {
  /** Change of resident population, in percent. */
  POPULATION_CHANGE_PCT,
  /** Change of registered population, in percent. */
  REGISTERED_CHANGE_PCT,
  /** Net migration in percent of the population at the beginning. */
  NET_MIGRATION_PCT,
  /** Change of built-up area, in percent. */
  BUILT_UP_CHANGE_PCT,
  /** Change of persons per km2 of built-up area, in percent. */
  DENSITY_CHANGE_PCT,
  /** Mean yearly growth of GDP over the span, in percent. */
  GDP_GROWTH_PCT,
  /** Share of those of 65 and over at the end, in percent. */
  OLD_SHARE_PCT,
  /** Whether population falls. */
  IS_SHRINKING,
  /** Whether it falls severely. */
  IS_SEVERE,
  /** Whether population and GDP fall. */
  IS_DOUBLE_DECLINE,
  /** Whether population falls while built-up area grows. */
  IS_PARADOX,
  /** Whether it is a resource-based city. */
  IS_RESOURCE_BASED,
  /** Whether it is a growing resource-based city. */
  IS_GROWING,
  /** Whether it is a mature resource-based city. */
  IS_MATURE,
  /** Whether it is a declining resource-based city. */
  IS_DECLINING,
  /** Whether it is a regenerative resource-based city. */
  IS_REGENERATIVE;

  /** Its name in conditions, and that of its column. */
  public String column() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The names of all. */
  public static List<String> columns() {
    return Arrays.stream(values()).map(Evidence::column).toList();
  }
}
