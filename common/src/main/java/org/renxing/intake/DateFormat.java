package org.renxing.intake;

import java.util.Optional;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;

/**
 * Which cells of a workbook show their number as a day or a time: those with one of the formats
 * that ECMA-376 (part 1, 18.8.30) gives numbers to, the East Asian ones among them, and those whose
 * own format has a letter of a date outside quotes, brackets and escapes.
 */
final class DateFormat {
  private static final Pattern TEXTS = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.|_.|\\*.");
  private static final Pattern LETTERS = Pattern.compile("[yYmMdDhHsSeE]");
  private static final Pattern EXPONENT = Pattern.compile("[eE][+-]");
  private static final Pattern GENERAL = Pattern.compile("(?i)general|standard|@");

  private DateFormat() {}

  /** Whether the cell's format is one. */
  static boolean isIn(Cell cell) {
    String own = Optional.ofNullable(cell.getDataFormatString()).orElse("");
    int id = Optional.ofNullable(cell.getDataFormatId()).orElse(0);
    return own.isEmpty() ? isBuiltIn(id) : isDate(own);
  }

  static boolean isBuiltIn(int id) {
    return (id >= 14 && id <= 22)
        || (id >= 27 && id <= 36)
        || (id >= 45 && id <= 47)
        || (id >= 50 && id <= 58)
        || (id >= 71 && id <= 81);
  }

  static boolean isDate(String format) {
    String first = withoutTexts(format);
    String bare = EXPONENT.matcher(GENERAL.matcher(first).replaceAll("")).replaceAll("");
    return LETTERS.matcher(bare).find();
  }

  /** The first section of a format without quoted and escaped texts and what stands in brackets. */
  static String withoutTexts(String format) {
    return TEXTS.matcher(format).replaceAll("").split(";", -1)[0];
  }
}
