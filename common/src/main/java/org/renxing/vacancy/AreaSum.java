package org.renxing.vacancy;

import java.io.Serializable;

/** The sums over areas of a use, zone, unit and year that have the same signals. */
public record AreaSum(String use, String zone, String unit, int year, PatternSum sum)
    implements Serializable {
  private static final long serialVersionUID = 1L;
}
