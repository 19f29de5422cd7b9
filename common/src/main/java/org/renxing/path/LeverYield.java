package org.renxing.path;

import org.renxing.model.Lever;
import org.renxing.panel.UnitSeries;

/**
 * What a lever may yield in a unit and year (S).
 *
 * @param input the statistic on which it works; NaN where missing
 * @param isNamed whether the scenario names that
 */
public record LeverYield(String unitId, int year, Lever lever, double input, boolean isNamed) {

  /** Of a year of a unit. */
  public static LeverYield of(UnitSeries unit, int year, Lever lever) {
    return new LeverYield(
        unit.unitId(), year, lever, unit.value(year, lever.input()), unit.has(lever.input()));
  }

  /** Least yield: input × share × yield × factor; NaN for an input that is missing or negative. */
  public double low() {
    return worked() * lever.low();
  }

  /** Largest yield. */
  public double high() {
    return worked() * lever.high();
  }

  private double worked() {
    return input >= 0 ? input * (lever.share() * lever.factor()) : Double.NaN;
  }

  /** Why there is no yield: INPUT_MISSING, INPUT_NOT_NAMED or INPUT_NEGATIVE; empty for none. */
  public String reason() {
    if (Double.isNaN(input)) {
      return isNamed ? "INPUT_MISSING" : "INPUT_NOT_NAMED";
    }
    return input < 0 ? "INPUT_NEGATIVE" : "";
  }
}
