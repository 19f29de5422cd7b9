package org.renxing.resource;

import java.io.Serializable;
import java.util.List;
import java.util.stream.IntStream;
import org.renxing.model.Statistic;
import org.renxing.numerics.Finite;
import org.renxing.panel.UnitFigures;
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
  public List<DependenceYear> of(UnitFigures unit) {
    double[] growth =
        IntStream.range(0, unit.size()).mapToDouble(i -> extractiveGrowth(unit, i)).toArray();
    return IntStream.range(0, unit.size()).mapToObj(i -> of(unit, i, growth)).toList();
  }

  private DependenceYear of(UnitFigures unit, int i, double[] growth) {
    int year = unit.year(i);
    double extractive = unit.of(Statistic.OUTPUT_EXTRACTIVE, i);
    double industry = unit.positive(Statistic.OUTPUT_INDUSTRY, i);
    double gdp = unit.of(Statistic.GDP, i);
    double population = unit.positive(Statistic.POPULATION, i);
    double processing = unit.of(Statistic.OUTPUT_PROCESSING, i);
    double output = unit.of(unit.output(), i);
    double before = Finite.positive(unit.in(unit.output(), year - 1));
    boolean isMissing = Double.isNaN(output) || Double.isNaN(before);
    boolean isSame = boundaries.isComparable(unit.unitId(), year - 1, year, unit.output());
    boolean isGrown = isSame && !isMissing;
    String noYear = Growth.noYearBefore(unit, i);
    String reason = isMissing ? "OUTPUT_MISSING" : isSame ? "" : Boundaries.BOUNDARY_BREAK;
    double[] recent =
        IntStream.rangeClosed(0, i)
            .filter(j -> unit.year(j) > year - WINDOW && !Double.isNaN(growth[j]))
            .mapToDouble(j -> growth[j])
            .toArray();
    return new DependenceYear(
        unit.unitId(),
        year,
        Finite.percent(extractive, industry),
        Finite.percent(extractive + processing, industry),
        recent.length < LEAST ? Double.NaN : deviation(recent),
        recent.length,
        extractive,
        new DependenceYear.Figures(
            extractive + processing,
            industry,
            unit.of(Statistic.EMPLOYMENT_EXTRACTIVE, i),
            unit.positive(Statistic.EMPLOYMENT, i)),
        Double.isNaN(population) ? Double.NaN : gdp,
        Double.isNaN(gdp) ? Double.NaN : population,
        isGrown ? Growth.percent(before, output) : Double.NaN,
        isGrown ? before : Double.NaN,
        isGrown ? output : Double.NaN,
        boundaries.flag(unit.unitId(), year - 1, year, unit.output(), Statistic.OUTPUT_EXTRACTIVE),
        noYear.isEmpty() ? reason : noYear);
  }

  private double extractiveGrowth(UnitFigures unit, int i) {
    int year = unit.year(i);
    return boundaries.isComparable(unit.unitId(), year - 1, year, Statistic.OUTPUT_EXTRACTIVE)
        ? Growth.ofYear(unit, Statistic.OUTPUT_EXTRACTIVE, i)
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
