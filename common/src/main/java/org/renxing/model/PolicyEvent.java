package org.renxing.model;

import java.io.Serializable;
import java.util.List;

/**
 * A dated policy that concerns some units, such as the support of exhausted cities.
 *
 * @param year first year in which it works
 * @param unitIds the units
 * @param source who says so
 */
public record PolicyEvent(
    String id,
    String title,
    @Key(is = "from 1900 to 2200") int year,
    @Key("units") List<String> unitIds,
    String source)
    implements Serializable {
  public PolicyEvent {
    unitIds = List.copyOf(unitIds);
  }
}
