package org.renxing.model;

import java.util.Locale;

/** In what way a published figure looks wrong. */
public enum SuspectKind {
  /** One year apart from the years before and after it. */
  SPIKE,
  /** Years that do not continue the rest of the series. */
  LEVEL_BREAK,
  /** The figure that was to be expected, times or by 10, 100, 1,000 or 10,000. */
  POWER_OF_TEN,
  /** The figure of a unit nearby in the order of codes: rows moved against their names. */
  ROW_SHIFT,
  /** The figure of another indicator of the row: two columns changed places. */
  COLUMN_SWAP,
  /** Several indicators of a unit and year smaller or larger by one factor. */
  SCOPE,
  /** Parts that do not make their sum, or a rate that its parts contradict. */
  IDENTITY,
  /** Outside the range that the indicator can take. */
  RANGE,
  /** The digits of the year before. */
  REPEATED,
  /** The digits of another unit. */
  COPIED,
  /** The digits of another indicator, which counts something else. */
  SHARED,
  /** Far from all other units of the year. */
  PEER_LEVEL;

  /** The name in tables and configuration: lower case with hyphens. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
