package org.renxing.panel;

import java.io.Serializable;
import java.util.Comparator;

/**
 * A figure of a unit as one source gives it in one vintage.
 *
 * @param code base indicator
 * @param vintage day of publication as {@code 2020-12-31}; empty for sources without vintages
 * @param value NaN where the source gives none
 * @param precedence of several sources of a cell the lowest counts
 * @param isPreferred whether it counts now, of all sources and vintages of its cell
 * @param isCorrected whether a reviewed correction changed it
 */
public record SourceValue(
    int year,
    String code,
    String source,
    String vintage,
    double value,
    int precedence,
    boolean isPreferred,
    boolean isCorrected)
    implements Serializable {
  /** Of the figures of one cell the one that counts comes first. */
  static final Comparator<SourceValue> BEST_FIRST =
      Comparator.comparingInt(SourceValue::precedence)
          .thenComparing(SourceValue::source)
          .thenComparing(SourceValue::vintage, Comparator.reverseOrder());
}
