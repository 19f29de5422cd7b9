package org.renxing.model;

import java.util.List;

/**
 * Units that are listed by a panel of one's own, a CSV file with a row a unit or a unit and year,
 * instead of by a file in the form of units.csv.
 *
 * @param codeColumn column with the code of the unit
 * @param nameColumn column with its name; the last one in the file counts
 * @param level their level, such as us_county
 * @param prefix put before codes to make unit ids that are not those of others
 * @param groupColumns columns by whose values units are grouped, such as state; the last value in
 *     the file counts
 */
public record PanelUnits(
    @Key(isPath = true) String path,
    String codeColumn,
    String nameColumn,
    String level,
    @Key(or = "") String prefix,
    List<String> groupColumns) {
  public PanelUnits {
    groupColumns = List.copyOf(groupColumns);
  }
}
