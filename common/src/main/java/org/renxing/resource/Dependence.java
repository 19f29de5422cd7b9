package org.renxing.resource;

import java.io.Serializable;
import java.util.List;
import org.renxing.model.Statistic;
import org.renxing.numerics.Finite;
import org.renxing.panel.UnitSeries;
import org.renxing.territory.Boundaries;

/** How far a city lives on what it takes from the ground (Q). */
public final class Dependence implements Serializable {
  /** Years over whose growth rates volatility is taken. */
  public static final int WINDOW = 5;

  private static final long serialVersionUID = 1L;
  private static final int LEAST = 3;
  private final Boundaries boundaries;

  public Dependence(Boundaries boundaries) {
    this.boundaries = boundaries;
  }

  /**
   * The dependence of a unit in each of its years. Missing inputs and denominators that are not
   * above 0 give NaN. A rate over a break of boundaries counts neither as growth nor in volatility.
   */
  public List<DependenceYear> of(UnitSeries unit) {
    return unit.years().stream().map(year -> of(unit, year)).toList();
  }

  private DependenceYear of(UnitSeries unit, int year) {
    double extractive = unit.value(year, Statistic.OUTPUT_EXTRACTIVE);
    double industry = unit.positive(year, Statistic.OUTPUT_INDUSTRY);
    double gdp = unit.value(year, Statistic.GDP);
    double population = unit.positive(year, Statistic.POPULATION);
    double processing = unit.value(year, Statistic.OUTPUT_PROCESSING);
    double output = unit.value(year, unit.outputStatistic());
    double before = Finite.positive(unit.value(year - 1, unit.outputStatistic()));
    boolean isMissing = Double.isNaN(output) || Double.isNaN(before);
    boolean isSame = boundaries.isComparable(unit.unitId(), year - 1, year, unit.outputStatistic());
    boolean isGrown = isSame && !isMissing;
    String noYear = Growth.noYearBefore(unit, year);
    String reason = isMissing ? "OUTPUT_MISSING" : isSame ? "" : Boundaries.BOUNDARY_BREAK;
    double[] recent =
        unit.years().stream()
            .filter(y -> y > year - WINDOW && y <= year)
            .mapToDouble(y -> extractiveGrowth(unit, y))
            .filter(growth -> !Double.isNaN(growth))
            .toArray();
    return new DependenceYear(
        unit.unitId(),
        year,
        Finite.percent(extractive, industry),
        Finite.percent(extractive + processing, industry),
        recent.length < LEAST ? Double.NaN : deviation(recent),
        recent.length,
        extractive,
        Double.isNaN(population) ? Double.NaN : gdp,
        Double.isNaN(gdp) ? Double.NaN : population,
        isGrown ? Growth.percent(before, output) : Double.NaN,
        isGrown ? before : Double.NaN,
        isGrown ? output : Double.NaN,
        boundaries.flag(
            unit.unitId(), year - 1, year, unit.outputStatistic(), Statistic.OUTPUT_EXTRACTIVE),
        noYear.isEmpty() ? reason : noYear);
  }

  private double extractiveGrowth(UnitSeries unit, int year) {
    return boundaries.isComparable(unit.unitId(), year - 1, year, Statistic.OUTPUT_EXTRACTIVE)
        ? Growth.ofYear(unit, Statistic.OUTPUT_EXTRACTIVE, year)
        : Double.NaN;
  }

  /** The sample standard deviation, by Welford's updates. */
  private static double deviation(double[] values) {
    double n = 0;
    double mean = 0;
    double squares = 0;
    for (double value : values) {
      n++;
      double delta = value - mean;
      double step = delta / n;
      mean += step;
      squares += delta * (delta - step);
    }
    return Math.sqrt(squares / (n - 1));
  }
}
