package org.renxing.jobs.report;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a column of a data set is to a chart. */
public enum Role {
  /** The unit that a row is about. */
  UNIT,
  /** The year, which the page's slider chooses or the axis shows. */
  YEAR,
  /** What is measured; several where each is drawn as a series. */
  VALUE,
  /** What tells lines or areas apart. */
  SERIES,
  /** The horizontal axis where it is no year. */
  X,
  /** The vertical axis where it is no value. */
  Y,
  /** The class that colours a point. */
  CLASS,
  /** Lower and upper end of an interval. */
  INTERVAL;

  /** Its name in the page. */
  @JsonValue
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
