package org.renxing.jobs.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.renxing.model.YearRange;

/**
 * People by age, registered people, what levers work on and what is built, for the resource-based
 * cities: a source of its own, made up as all others are, from random numbers of its own.
 */
final class PeopleSample {
  /** The source, and the folder of its file. */
  static final String SOURCE = "city-people";

  static final List<String> HEADER =
      List.of(
          "code",
          "year",
          "registered population (10^4 persons)",
          "aged 0-14 (10^4 persons)",
          "aged 15-64 (10^4 persons)",
          "aged 65 and over (10^4 persons)",
          "urban area residents (10^4 persons)",
          "roof area (km2)",
          "cooling energy (10^4 tce)",
          "heating energy (10^4 tce)",
          "operating cost (10^8 CNY)",
          "floor area completed (10^4 m2)",
          "remark");

  private static final String REMARK = "simulated";
  private static final double GAP_SHARE = 0.01;
  private static final int FIRST_YEAR = 2010;

  private final long seed;
  private final Panel panel;

  /**
   * A sample.
   *
   * @param panel has the residents of the cities
   */
  PeopleSample(long seed, Panel panel) {
    this.seed = seed;
    this.panel = panel;
  }

  /** The file's name below the folder of the samples. */
  static String fileName(YearRange years) {
    return String.format(
        Locale.ROOT, "%s/%s-simulated-%d-%d.csv", SOURCE, SOURCE, years.first(), years.last());
  }

  /** A row a city and year in which it had a code. */
  List<List<String>> rows(YearRange years, List<City> cities) {
    List<List<String>> out = new ArrayList<>();
    for (int year : years.years()) {
      for (City city : cities) {
        city.in(year).ifPresent(period -> out.add(row(city, period.code(), year)));
      }
    }
    return out;
  }

  private List<String> row(City city, String code, int year) {
    String unit = city.unitId();
    double residents = panel.value(city, year, "pop_resident");
    int passed = year - FIRST_YEAR;
    double registered =
        residents * factor(unit, "registered", 0.08) * StrictMath.exp(0.004 * passed);
    double child = residents * 0.165 * factor(unit, "child", 0.18);
    double old = residents * 0.085 * factor(unit, "old", 0.2) * StrictMath.exp(0.035 * passed);
    double urban =
        residents
            * Math.min(0.85, 0.36 * factor(unit, "urban", 0.3))
            * StrictMath.exp(0.012 * passed);
    double roof = urban * 0.11 * factor(unit, "roof", 0.15);
    double cooling = urban * 0.05 * factor(unit, "cooling", 0.3);
    double heating = urban * 0.11 * factor(unit, "heating", 0.5);
    double operation = urban * 0.28 * factor(unit, "operation", 0.2);
    double completed =
        residents
            * 0.55
            * factor(unit, "completed", 0.3)
            * StrictMath.exp(0.15 * Draw.normal(seed, "people/completed", unit, "", year));
    double[] figures = {
      registered,
      child,
      residents - child - old,
      old,
      urban,
      roof,
      cooling,
      heating,
      operation,
      completed
    };
    List<String> out = new ArrayList<>(List.of(code, Integer.toString(year)));
    for (int i = 0; i < figures.length; i++) {
      boolean isGap = Draw.uniform(seed, "people/gap", unit, HEADER.get(i + 2), year) < GAP_SHARE;
      out.add(isGap ? "" : String.format(Locale.ROOT, "%.3f", figures[i]));
    }
    out.add(REMARK);
    return out;
  }

  /** What is peculiar to a city, for ever. */
  private double factor(String unit, String what, double spread) {
    return StrictMath.exp(spread * Draw.normal(seed, "people/" + what, unit, "", 0));
  }
}
