package org.renxing.panel;

import java.util.Set;

/**
 * One base value of a unit, as it enters a {@link UnitBase} and leaves it.
 *
 * @param value the value; NaN where it is missing, and infinite counts as missing
 * @param source ids of its sources, separated by commas; empty where they are not known
 * @param cause why an adjustment made it missing; empty where none did
 */
public record BaseCell(
    int year, String code, double value, String source, String cause, Set<BaseMark> marks) {
  public BaseCell {
    value = Double.isFinite(value) ? value : Double.NaN;
    marks = Set.copyOf(marks);
  }

  /** A value of which nothing else is known. */
  public static BaseCell of(int year, String code, double value) {
    return new BaseCell(year, code, value, "", "", Set.of());
  }

  /** Whether it has a value. */
  public boolean isKnown() {
    return !Double.isNaN(value);
  }
}
