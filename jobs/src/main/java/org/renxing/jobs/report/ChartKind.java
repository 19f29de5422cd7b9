package org.renxing.jobs.report;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What the page can draw; each kind says which {@link Role roles} columns must fill. */
public enum ChartKind {
  /** Ranked dots of one year with the place of the year before, and a list that is searched. */
  RANKING(Role.UNIT, Role.YEAR, Role.VALUE),
  /** Units of one year on a map, by a figure or a class. */
  MAP(Role.UNIT, Role.VALUE),
  /** Courses over years: one line a series, or one line a column of values. */
  LINES(Role.YEAR, Role.VALUE),
  /** Parts of a whole over years: one area a series, or one area a column of values. */
  STACK(Role.YEAR, Role.VALUE),
  /** A box a year; its columns of values are minimum, quartiles and maximum in this order. */
  BOXES(Role.YEAR, Role.VALUE),
  /** Units of one year by two figures, with lines at their means. */
  SCATTER(Role.UNIT, Role.X, Role.VALUE),
  /** A field of two classes, coloured by a figure. */
  MATRIX(Role.X, Role.Y, Role.VALUE),
  /** Bars from zero, one a category, longest first. */
  BARS(Role.Y, Role.VALUE),
  /** One row as a list of its columns. */
  FACTS(),
  /** Rows as they are. */
  TABLE();

  private final Set<Role> needed = EnumSet.noneOf(Role.class);

  ChartKind(Role... needed) {
    for (Role role : needed) {
      this.needed.add(role);
    }
  }

  /** The roles without which there is nothing to draw. */
  Set<Role> needed() {
    return Set.copyOf(needed);
  }

  /** Its name in the page. */
  @JsonValue
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
