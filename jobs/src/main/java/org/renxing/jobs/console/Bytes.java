package org.renxing.jobs.console;

import java.util.Locale;

/** Sizes for people. */
public final class Bytes {
  private static final String[] UNITS = {"B", "kB", "MB", "GB", "TB", "PB"};

  private Bytes() {}

  /** With three or four digits and a unit of thousands, such as {@code 29.4 MB}. */
  public static String text(long bytes) {
    double value = bytes;
    int unit = 0;
    while (value >= 999.95 && unit < UNITS.length - 1) {
      value /= 1000;
      unit++;
    }
    return String.format(Locale.ROOT, unit == 0 ? "%.0f %s" : "%.1f %s", value, UNITS[unit]);
  }
}
