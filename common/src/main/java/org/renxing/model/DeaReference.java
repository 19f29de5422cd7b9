package org.renxing.model;

import java.io.Serializable;
import java.util.Locale;

/**
 * With which unit-years one is compared in data envelopment analysis (methods: DEA coordination).
 *
 * @param window for {@link Kind#WINDOW} how many calendar years, the year itself being the last;
 *     else 0
 * @param column for {@link Kind#GROUP} a column of dim_unit; else empty
 */
public record DeaReference(Kind kind, int window, String column) implements Serializable {
  private static final String ALLOWED =
      "contemporaneous, pooled, sequential, window:K or group:COLUMN";
  private static final String WINDOW = "window:";
  private static final String GROUP = "group:";

  public DeaReference {
    if ((kind == Kind.WINDOW) != (window > 0) || (kind == Kind.GROUP) == column.isEmpty()) {
      throw new RenxingException(
          ErrorCode.CONFIGURATION,
          String.format(
              Locale.ROOT,
              "reference %s: window %d, column '%s'; a window needs years, a group a column, others"
                  + " neither",
              kind,
              window,
              column));
    }
  }

  /** All units of the year. */
  public static DeaReference contemporaneous() {
    return new DeaReference(Kind.CONTEMPORANEOUS, 0, "");
  }

  /**
   * Reads the form of configuration, that of {@link #text}.
   *
   * @throws RenxingException CONFIGURATION for any other text
   */
  public static DeaReference parse(String text) {
    if (text.startsWith(WINDOW) && text.substring(WINDOW.length()).matches("[1-9]\\d{0,3}")) {
      return new DeaReference(Kind.WINDOW, Integer.parseInt(text.substring(WINDOW.length())), "");
    }
    if (text.startsWith(GROUP) && text.substring(GROUP.length()).matches("\\w+")) {
      return new DeaReference(Kind.GROUP, 0, text.substring(GROUP.length()));
    }
    return switch (text) {
      case "contemporaneous" -> contemporaneous();
      case "pooled" -> new DeaReference(Kind.POOLED, 0, "");
      case "sequential" -> new DeaReference(Kind.SEQUENTIAL, 0, "");
      default ->
          throw new RenxingException(
              ErrorCode.CONFIGURATION, "'" + text + "' is no reference set; allowed: " + ALLOWED);
    };
  }

  /** As configuration and tables write it: {@code window:3}. */
  public String text() {
    return switch (kind) {
      case WINDOW -> WINDOW + window;
      case GROUP -> GROUP + column;
      default -> kind.name().toLowerCase(Locale.ROOT);
    };
  }

  /** The year by which the set of a unit-year is known; 0 where all years share one. */
  public int setYear(int year) {
    return kind == Kind.POOLED ? 0 : year;
  }

  /** Whether unit-years of one year belong to the set of another, as {@link #setYear} gives it. */
  public boolean admits(int setYear, int year) {
    return switch (kind) {
      case CONTEMPORANEOUS, GROUP -> year == setYear;
      case POOLED -> true;
      case SEQUENTIAL -> year <= setYear;
      case WINDOW -> year <= setYear && year > setYear - window;
    };
  }

  /** Kinds of reference sets. */
  public enum Kind {
    /** All units of the year. */
    CONTEMPORANEOUS,
    /** All units of all years. */
    POOLED,
    /** All units of the year and of those before. */
    SEQUENTIAL,
    /** All units of so many years, of which the year is the last. */
    WINDOW,
    /** Units of the year with the same value in a column. */
    GROUP
  }
}
