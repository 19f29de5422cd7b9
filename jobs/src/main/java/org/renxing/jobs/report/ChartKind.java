package org.renxing.jobs.report;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Set;

/** What the page can draw; each kind says which {@link Role roles} columns must fill. */
public enum ChartKind {
  /** Ranked dots of one year with the place of the year before, and a list that is searched. */
  RANKING,
  /** Units of one year on a map, by a figure or a class. */
  MAP,
  /** Courses over years: one line a series, or one line a column of values. */
  LINES,
  /** Parts of a whole over years: one area a series, or one area a column of values. */
  STACK,
  /** A box a year; its columns of values are minimum, quartiles and maximum in this order. */
  BOXES,
  /** Units of one year by two figures, with lines at their means. */
  SCATTER,
  /** A field of two classes, coloured by a figure. */
  MATRIX,
  /** Bars from zero, one a category, longest first. */
  BARS,
  /** One row as a list of its columns. */
  FACTS,
  /** Rows as they are. */
  TABLE;

  /** The roles without which there is nothing to draw. */
  Set<Role> needed() {
    return switch (this) {
      case RANKING -> Set.of(Role.UNIT, Role.YEAR, Role.VALUE);
      case MAP -> Set.of(Role.UNIT, Role.VALUE);
      case LINES -> Set.of(Role.YEAR, Role.VALUE);
      case STACK -> Set.of(Role.YEAR, Role.VALUE);
      case BOXES -> Set.of(Role.YEAR, Role.VALUE);
      case SCATTER -> Set.of(Role.UNIT, Role.X, Role.VALUE);
      case MATRIX -> Set.of(Role.X, Role.Y, Role.VALUE);
      case BARS -> Set.of(Role.Y, Role.VALUE);
      case FACTS, TABLE -> Set.of();
    };
  }

  /** Its name in the page. */
  @JsonValue
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
