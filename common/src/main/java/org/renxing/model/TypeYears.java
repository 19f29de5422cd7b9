package org.renxing.model;

import java.io.Serializable;
import java.util.Locale;

/**
 * Which years types are made from; those years have types, no others.
 *
 * @param span for {@link Kind#SPAN} the years; else of no account
 */
public record TypeYears(Kind kind, YearRange span) implements Serializable {
  private static final YearRange ANY = new YearRange(1900, 2200);

  /** All years together. */
  public static TypeYears all() {
    return new TypeYears(Kind.ALL, ANY);
  }

  /**
   * Reads {@code all}, {@code latest}, {@code each}, or years as {@link YearRange} does.
   *
   * @throws RenxingException CONFIGURATION for any other text
   */
  public static TypeYears parse(String text) {
    return switch (text.strip()) {
      case "all" -> all();
      case "latest" -> new TypeYears(Kind.LATEST, ANY);
      case "each" -> new TypeYears(Kind.EACH, ANY);
      default -> new TypeYears(Kind.SPAN, span(text));
    };
  }

  private static YearRange span(String text) {
    if (!text.strip().matches("\\d{4}.*")) {
      throw new RenxingException(
          ErrorCode.CONFIGURATION,
          "years '" + text + "': write all, latest, each, or years such as \"2010..2020\"");
    }
    return YearRange.parse(text);
  }

  @Override
  public String toString() {
    return kind == Kind.SPAN ? span.toString() : kind.name().toLowerCase(Locale.ROOT);
  }

  /** Kinds of years. */
  public enum Kind {
    /** All years that have figures, together: a type means the same in each. */
    ALL,
    /** The newest year in which a unit has all features. */
    LATEST,
    /** Each year by itself: types of different years are not the same. */
    EACH,
    /** Some years, together. */
    SPAN
  }
}
