package org.renxing.carbon;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.renxing.model.Statistic;
import org.renxing.numerics.Finite;
import org.renxing.panel.UnitFigures;
import org.renxing.projection.Driver;
import org.renxing.territory.Basis;
import org.renxing.territory.Boundaries;

/**
 * Emissions of a unit in the last year, and how its {@link Driver}s moved since the first.
 *
 * @param emissions t of CO2; NaN where missing
 * @param growth 1 + growth a year of each driver, geometric mean; NaN where a figure is missing or
 *     not above 0, or a break of boundaries lies between. Without the statistic energy emissions
 *     over GDP stand for energy intensity, and carbon intensity is NaN
 */
public record EmissionTrend(String unitId, double emissions, List<Double> growth)
    implements Serializable {
  public EmissionTrend {
    growth = List.copyOf(growth);
  }

  /**
   * The trend of a unit.
   *
   * @param unit every year of the scenario, in ascending order
   * @param bases of emissions and all factors
   */
  public static EmissionTrend of(
      UnitFigures unit, CarbonAccount account, Boundaries boundaries, Set<Basis> bases) {
    int last = unit.size() - 1;
    List<CarbonYear> years = account.of(unit);
    double emissions = years.get(last).emissions();
    boolean isSame = boundaries.isComparable(unit.unitId(), unit.year(0), unit.year(last), bases);
    List<Double> growth = new ArrayList<>(Collections.nCopies(Driver.values().length, Double.NaN));
    if (last > 0 && isSame) {
      double[] from = sizes(unit, 0, years.get(0).emissions());
      double[] to = sizes(unit, last, emissions);
      double span = unit.year(last) - unit.year(0);
      for (int k = 1; k < from.length; k++) {
        double ratio = to[k] / to[k - 1] / (from[k] / from[k - 1]);
        growth.set(k - 1, Finite.orNaN(StrictMath.pow(ratio, 1 / span)));
      }
    }
    return new EmissionTrend(unit.unitId(), emissions, growth);
  }

  /** 1, population, GDP, energy and emissions; without energy as a statistic one fewer. */
  private static double[] sizes(UnitFigures unit, int at, double emissions) {
    double population = unit.positive(Statistic.POPULATION, at);
    double gdp = unit.positive(unit.output(), at);
    double emitted = Finite.positive(emissions);
    return unit.has(Statistic.ENERGY)
        ? new double[] {1, population, gdp, unit.positive(Statistic.ENERGY, at), emitted}
        : new double[] {1, population, gdp, emitted};
  }
}
