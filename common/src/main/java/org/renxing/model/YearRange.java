package org.renxing.model;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Years from the first to the last, both included. */
public record YearRange(int first, int last) {
  private static final Pattern TEXT = Pattern.compile("(\\d{4})(?:\\.\\.(\\d{4}))?");

  public YearRange {
    if (first < 1900 || last > 2200 || first > last) {
      throw new RenxingException(
          ErrorCode.CONFIGURATION,
          "years " + first + ".." + last + ": need first <= last, within 1900..2200");
    }
  }

  /** Reads {@code 2012..2021} or a single year. */
  public static YearRange parse(String text) {
    Matcher m = TEXT.matcher(text.strip());
    if (!m.matches()) {
      throw new RenxingException(
          ErrorCode.CONFIGURATION, "years '" + text + "': write 2012..2021 or a single year");
    }
    int first = Integer.parseInt(m.group(1));
    return new YearRange(first, m.group(2) == null ? first : Integer.parseInt(m.group(2)));
  }

  /** How many years. */
  public int length() {
    return last - first + 1;
  }

  /** Whether the year lies in the range. */
  public boolean contains(int year) {
    return first <= year && year <= last;
  }

  @Override
  public String toString() {
    return first + ".." + last;
  }
}
