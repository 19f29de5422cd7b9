package org.renxing.model;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Years from the first to the last, both included, every so many years: every year, or those of a
 * census.
 *
 * @param step years from one to the next; the last is a whole number of steps from the first
 */
public record YearRange(int first, int last, int step) implements Serializable {
  private static final Pattern TEXT =
      Pattern.compile("(\\d{4})(?:\\s*\\.\\.\\s*(\\d{4})(?:\\s+by\\s+(\\d{1,3}))?)?");

  public YearRange {
    if (first < 1900 || last > 2200 || first > last) {
      throw new RenxingException(
          ErrorCode.CONFIGURATION,
          "years " + first + ".." + last + ": need first <= last, within 1900..2200");
    }
    if (step < 1 || (last - first) % step != 0) {
      throw new RenxingException(
          ErrorCode.CONFIGURATION,
          String.format(
              Locale.ROOT,
              "years %d..%d by %d: need a step of at least 1 that leads from the first to the last"
                  + " year",
              first,
              last,
              step));
    }
  }

  /** Every year from the first to the last. */
  public YearRange(int first, int last) {
    this(first, last, 1);
  }

  /** Reads {@code 2012..2021}, {@code 2010..2020 by 10} or a single year. */
  public static YearRange parse(String text) {
    Matcher m = TEXT.matcher(text.strip());
    if (!m.matches()) {
      throw new RenxingException(
          ErrorCode.CONFIGURATION,
          "years '" + text + "': write 2012..2021, 2010..2020 by 10 or a single year");
    }
    int first = Integer.parseInt(m.group(1));
    int last = m.group(2) == null ? first : Integer.parseInt(m.group(2));
    return new YearRange(first, last, m.group(3) == null ? 1 : Integer.parseInt(m.group(3)));
  }

  /** How many years. */
  public int length() {
    return (last - first) / step + 1;
  }

  /** Whether the year is one of the range: between its ends, and on a step. */
  public boolean contains(int year) {
    return first <= year && year <= last && (year - first) % step == 0;
  }

  /** The years, in order. */
  public List<Integer> years() {
    return IntStream.range(0, length()).mapToObj(i -> first + i * step).toList();
  }

  @Override
  public String toString() {
    return first + ".." + last + (step == 1 ? "" : " by " + step);
  }
}
