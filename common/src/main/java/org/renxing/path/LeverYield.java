package org.renxing.path;

import org.renxing.model.Lever;
import org.renxing.panel.UnitFigures;

/**
 * What a lever may yield in a unit and year (S).
 *
 * @param input the statistic on which it works; NaN where missing
 * @param isNamed whether the scenario names that
 */
public record LeverYield(String unitId, int year, Lever lever, double input, boolean isNamed) {

  /** Of the year at a place. */
  public static LeverYield of(UnitFigures unit, int place, Lever lever) {
    return new LeverYield(
        unit.unitId(),
        unit.year(place),
        lever,
        unit.of(lever.input(), place),
        unit.has(lever.input()));
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
