package org.renxing.model;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.renxing.cell.DecimalMark;

/**
 * How the tables of a source lie in its files.
 *
 * @param encoding name of a character set, or {@link #AUTO} to find it from the bytes
 * @param sheets sheets of a workbook to read, as a regular expression for the whole name
 * @param yearFrom regular expression that finds the year in the name of the sheet or in the rows
 *     above the head, for tables of one year; its first group, if it has one, is the year
 * @param footnote regular expression; a row whose only cell begins so is a note, no data
 * @param marks footnote marks that may stand at the end of a label or figure
 * @param fillDown labels of columns whose empty cells hold what the cell above holds, as cells that
 *     are merged downwards do
 * @param decimal what stands before the decimals of numbers
 * @param atYear the year of all rows of a source that has no column of years
 */
public record FileForm(
    String encoding,
    Head head,
    @Key(isPattern = true) String sheets,
    @Key(isPattern = true) Optional<String> yearFrom,
    @Key(isPattern = true) String footnote,
    @Key("footnote-marks") List<String> marks,
    List<String> fillDown,
    DecimalMark decimal,
    @Key(is = "from 1900 to 2200") Optional<Integer> atYear) {
  /** Find the encoding from the bytes. */
  public static final String AUTO = "auto";

  /** Beginnings of notes below a table. */
  public static final String FOOTNOTE =
      "注|备注|说明|资料来源|数据来源|来源|续表|(?i:note|source|remark)s?\\b|[*†‡①-⑳]|[(（]?\\d{1,2}[)）、.．]\\s*\\D";

  /** Marks that refer to notes. */
  public static final List<String> MARKS =
      List.of("*", "†", "‡", "①", "②", "③", "④", "⑤", "⑥", "⑦", "⑧", "⑨", "⑩");

  public FileForm {
    marks = List.copyOf(marks);
    fillDown = List.copyOf(fillDown);
  }

  /** The form of files that say the years of their rows. */
  public FileForm(
      String encoding,
      Head head,
      String sheets,
      Optional<String> yearFrom,
      String footnote,
      List<String> marks,
      List<String> fillDown,
      DecimalMark decimal) {
    this(encoding, head, sheets, yearFrom, footnote, marks, fillDown, decimal, Optional.empty());
  }

  /** Whether the year of rows comes from elsewhere than a column. */
  public boolean hasYear() {
    return yearFrom.isPresent() || atYear.isPresent();
  }

  /** How files of this form are read, as text. */
  String reading() {
    return toString().replace(", atYear=Optional.empty]", "]");
  }

  /**
   * Where the head of a table is.
   *
   * @param row the line of its first row; empty for the first line, and in workbooks for the first
   *     row that holds the unit column
   * @param rows how many rows it takes; texts one above the other are joined
   * @param separator what is put between joined texts
   * @param hasUnits whether a row of units of measure follows
   */
  public record Head(
      @Key(is = "from 1 to " + (1 << 20)) Optional<Integer> row,
      @Key(is = "from 1 to 10") int rows,
      String separator,
      @Key("units-row") boolean hasUnits) {}

  /** The year that {@code yearFrom} finds in a text; empty where it finds none. */
  public Optional<String> yearIn(String text) {
    return yearFrom
        .map(regex -> Pattern.compile(regex).matcher(text))
        .filter(Matcher::find)
        .map(m -> m.groupCount() > 0 ? m.group(1) : m.group())
        .map(String::strip);
  }

  /** The same with another head. */
  public FileForm withHead(Head other) {
    return new FileForm(
        encoding, other, sheets, yearFrom, footnote, marks, fillDown, decimal, atYear);
  }

  /** A table that begins with one row of heads. */
  public static FileForm plain() {
    return new FileForm(
        AUTO,
        new Head(Optional.empty(), 1, "/", false),
        ".*",
        Optional.empty(),
        FOOTNOTE,
        MARKS,
        List.of(),
        DecimalMark.POINT);
  }
}
