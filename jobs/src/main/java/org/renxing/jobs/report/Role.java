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
  INTERVAL,
  /** Of which columns the reader chooses one as the value. */
  CHOICE,
  /** How much of the value is imputed, or whether it is; such points are hollow. */
  IMPUTED,
  /** How many suspect figures are in the value, or whether it is one; such points are triangles. */
  SUSPECT;

  /** Its name in the page. */
  @JsonValue
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
