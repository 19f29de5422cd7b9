package org.renxing.jobs.simulate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.renxing.model.YearRange;

/**
 * The figures: a function of seed, city, year and indicator. Which of them are asked for, and in
 * what order, changes nothing.
 */
final class Panel {
  private static final double MIDDLE_YEAR = 2016.5;
  private static final double GAP_SHARE = 0.01;
  private static final double LONG_GAP_SHARE = 0.012;
  private static final double INDICATOR_IN_LONG_GAP = 0.08;

  private final long seed;
  private final YearRange years;
  private final Map<String, IndicatorModel> models = IndicatorModel.all();
  private final Map<String, Factors> factors = new HashMap<>();

  Panel(long seed, YearRange years, List<City> cities, Gazetteer gazetteer) {
    this.seed = seed;
    this.years = years;
    cities.forEach(c -> factors.put(c.unitId(), Factors.of(seed, c, gazetteer)));
  }

  /** The figure in the unit of the base indicator, whether or not the yearbook prints it. */
  double value(City city, int year, String indicator) {
    IndicatorModel model = models.get(indicator);
    double intensity = model.intensity(effect(model, city.unitId(), year));
    return model.parent().isEmpty() ? intensity : intensity * parent(city, year, model.parent());
  }

  /** The value of an indicator, or what others leave of it: {@code gdp - va_primary}. */
  private double parent(City city, int year, String terms) {
    String[] codes = terms.split(" - ", -1);
    double rest = value(city, year, codes[0]);
    for (int i = 1; i < codes.length; i++) {
      rest -= value(city, year, codes[i]);
    }
    return rest;
  }

  /** Whether the yearbook lacks the figure: single cells, and years on end in a few cities. */
  boolean isGap(City city, int year, String indicator) {
    return Draw.uniform(seed, "gap", city.unitId(), indicator, year) < GAP_SHARE
        || isLongGap(city.unitId(), year, indicator);
  }

  /** A number in (0, 1) for choices of form, such as how a name is written in a row. */
  double chance(String purpose, City city, int year, String indicator) {
    return Draw.uniform(seed, purpose, city.unitId(), indicator, year);
  }

  private double effect(IndicatorModel m, String unit, int year) {
    Factors f = factors.get(unit);
    double trend = m.growth() + m.spread() * Draw.normal(seed, "trend", unit, m.code(), 0);
    return m.size() * f.size()
        + m.development() * f.development()
        + m.digital() * f.digital(year)
        + m.environment() * f.environment()
        + trend * (year - MIDDLE_YEAR)
        + m.persistent() * Draw.normal(seed, "persistent", unit, m.code(), 0)
        + m.noise() * Draw.normal(seed, "noise", unit, m.code(), year);
  }

  private boolean isLongGap(String unit, int year, String indicator) {
    if (Draw.uniform(seed, "long-gap", unit, "", 0) >= LONG_GAP_SHARE
        || Draw.uniform(seed, "long-gap", unit, indicator, 0) >= INDICATOR_IN_LONG_GAP) {
      return false;
    }
    int length = (years.length() + 1) / 2;
    int offset = (int) (Draw.uniform(seed, "long-gap-start", unit, indicator, 0) * (length + 1));
    int first = years.first() + Math.min(offset, years.length() - length);
    return first <= year && year < first + length;
  }
}
