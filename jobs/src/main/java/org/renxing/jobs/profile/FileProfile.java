package org.renxing.jobs.profile;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What can be told of a file. The components are the keys of the JSON form.
 *
 * @param encoding of a text; empty for a workbook
 * @param titles texts above the head
 * @param headLine line of the head's first row; 0 where there is none
 * @param layout wide: one column an indicator; long: one row a value
 * @param rowsWithoutUnit rows whose cell of the unit is empty
 * @param fillDown columns whose cells seem merged downwards
 * @param rowsSetAside rows that a source drafted from this profile would set aside
 * @param decimal what stands before decimals
 * @param itemColumn in a long file the column that names the indicator
 * @param valueColumn in a long file the column that holds the figure
 * @param yearFrom a regular expression for a year that only the sheet, title or file name gives
 * @param missingByYear by column (long: by item): year to how many figures are missing
 * @param suspects what looks wrong, in words
 */
public record FileProfile(
    String file,
    String format,
    String encoding,
    String delimiter,
    List<String> sheets,
    List<String> otherSheets,
    List<String> titles,
    int headLine,
    int headRows,
    boolean hasUnitsRow,
    long rows,
    long rowsWithoutUnit,
    List<String> fillDown,
    long rowsSetAside,
    String decimal,
    String layout,
    Optional<String> unitColumn,
    Optional<String> yearColumn,
    Optional<String> yearFrom,
    Optional<String> itemColumn,
    Optional<String> valueColumn,
    List<String> years,
    Cities cities,
    List<Figure> figures,
    List<String> otherColumns,
    List<String> nullMarks,
    Map<String, Map<String, Long>> missingByYear,
    List<String> suspects) {

  /**
   * The units that the file names.
   *
   * @param resolvedShare of the rows
   * @param unresolved names that are not known, with the nearest that are
   */
  public record Cities(
      long named, long resolved, double resolvedShare, Map<String, List<String>> unresolved) {}

  /**
   * A column (long: an item) of figures.
   *
   * @param unit as the file says it; empty where it does not
   * @param indicator the base indicator that it probably is; empty for none
   * @param isCertain whether the label is that indicator's code or name; else it is only like it
   * @param indicatorUnit the unit of that indicator
   */
  public record Figure(
      String label,
      String unit,
      String indicator,
      boolean isCertain,
      String indicatorUnit,
      long numbers,
      long missing,
      double least,
      double most) {}
}
