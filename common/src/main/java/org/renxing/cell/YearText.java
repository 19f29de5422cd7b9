package org.renxing.cell;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Years as files write them. 2019, 2019.0, ２０１９, 2019年, 2019年度 and a day of 2019, with blanks of
 * any kind about them, are the year 2019. Anything else is none: 2019.5, 19, 2019Q1, 2019-13-01.
 */
public final class YearText {
  /** The first year that there is. */
  public static final int FIRST = 1900;

  /** The last. */
  public static final int LAST = 2200;

  /** What a text must be, for messages. */
  public static final String ALLOWED = "a year between " + FIRST + " and " + LAST;

  private static final Pattern YEAR = Pattern.compile("(\\d{4})(?:[.,]0*)?\\s*(?:年度?)?");
  private static final Pattern DAY =
      Pattern.compile(
          "(\\d{4})\\s*[-/.年]\\s*(\\d{1,2})\\s*[-/.月]\\s*(\\d{1,2})\\s*日?"
              + "(?:[T ]\\s*\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?Z?)?");

  private YearText() {}

  /** The year that the text writes; empty where it writes none. */
  public static OptionalInt year(String text) {
    String plain = FullWidth.narrow(Blanks.strip(text));
    Matcher year = YEAR.matcher(plain);
    if (year.matches()) {
      return within(Integer.parseInt(year.group(1)));
    }
    Matcher day = DAY.matcher(plain);
    return day.matches() && isDay(day)
        ? within(Integer.parseInt(day.group(1)))
        : OptionalInt.empty();
  }

  /** Whether the text writes a day, which has a year but is none. */
  public static boolean isDay(String text) {
    Matcher day = DAY.matcher(FullWidth.narrow(Blanks.strip(text)));
    return day.matches() && isDay(day);
  }

  /** The text as all forms of its year are written, or without blanks about it where it is none. */
  public static String canonical(String text) {
    OptionalInt year = year(text);
    return year.isPresent() ? String.valueOf(year.getAsInt()) : Blanks.strip(text);
  }

  private static OptionalInt within(int year) {
    return year >= FIRST && year <= LAST ? OptionalInt.of(year) : OptionalInt.empty();
  }

  private static boolean isDay(Matcher day) {
    try {
      return LocalDate.of(
              Integer.parseInt(day.group(1)),
              Integer.parseInt(day.group(2)),
              Integer.parseInt(day.group(3)))
          != null;
    } catch (DateTimeException e) {
      return false;
    }
  }
}
