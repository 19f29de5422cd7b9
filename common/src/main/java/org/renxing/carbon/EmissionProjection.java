package org.renxing.carbon;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.renxing.model.ProjectionRules;
import org.renxing.model.ProjectionRules.Path;
import org.renxing.model.ProjectionRules.Range;
import org.renxing.model.ProjectionRules.Step;
import org.renxing.normalisation.SortedValues;
import org.renxing.numerics.Distribution;
import org.renxing.projection.Driver;
import org.renxing.projection.Growth;
import org.renxing.projection.GrowthPaths;
import org.renxing.projection.Projection;
import org.renxing.projection.ScenarioRates;
import org.renxing.projection.Spread;

/**
 * Emissions of a scenario's units under its {@link ProjectionRules}.
 *
 * <p>A unit does not leave its own trend at once: in step k its yearly growth factors 1 + g are
 * multiplied by r^(m^k), where m is {@link ProjectionRules#ownTrend} and r the unit's growth factor
 * a year over that of the median unit, no further out than the 5 % and 95 % quantiles of all. So
 * the draws of all units are the same up to a factor a year, and are drawn once.
 */
public final class EmissionProjection implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final double LOW = 0.05;
  private static final double HIGH = 0.95;

  private final ProjectionRules rules;
  private final int base;

  /** By the name of a path; drawn once, since all units have the same draws. */
  private transient Map<String, GrowthPaths> made;

  /**
   * A projection.
   *
   * @param base year of the emissions from which it starts
   */
  public EmissionProjection(ProjectionRules rules, int base) {
    this.rules = rules;
    this.base = base;
  }

  /** The starts of all units, each set against the median of all. */
  public List<EmissionStart> starts(List<EmissionTrend> trends) {
    int drivers = Driver.values().length;
    double[] median = new double[drivers];
    double[] low = new double[drivers];
    double[] high = new double[drivers];
    for (int k = 0; k < drivers; k++) {
      int at = k;
      double[] sorted =
          trends.stream()
              .mapToDouble(t -> t.growth().get(at))
              .filter(Double::isFinite)
              .sorted()
              .toArray();
      median[k] = SortedValues.quantile(sorted, 0.5);
      low[k] = SortedValues.quantile(sorted, LOW);
      high[k] = SortedValues.quantile(sorted, HIGH);
    }
    List<EmissionStart> out = new ArrayList<>();
    for (EmissionTrend trend : trends) {
      List<Double> pace = new ArrayList<>();
      for (int k = 0; k < drivers; k++) {
        double own = trend.growth().get(k);
        double within = Math.min(Math.max(own, low[k]), high[k]);
        pace.add(Double.isNaN(own) ? 1 : within / median[k]);
      }
      out.add(new EmissionStart(trend.unitId(), trend.emissions(), pace));
    }
    return out;
  }

  /**
   * The emissions of some units together under a scenario of growth.
   *
   * @param units one or more, without a reason against them
   */
  public Spread of(Path path, List<EmissionStart> units) {
    GrowthPaths paths = paths(path);
    double[] level = new double[paths.years()];
    List<double[]> own = units.stream().map(unit -> level(path, unit)).toList();
    for (int t = 0; t < level.length; t++) {
      int at = t;
      level[t] = Distribution.of(own, one -> one[at]).sum();
    }
    return paths.of(level);
  }

  /** Emissions of a unit by year if the median unit did not grow. */
  private double[] level(Path path, EmissionStart unit) {
    List<Step> steps = path.steps();
    double[] out = new double[steps.get(steps.size() - 1).to() - base + 1];
    out[0] = unit.emissions();
    double pace = unit.pace().stream().reduce(1.0, (a, b) -> a * b);
    double left = 1;
    int year = base;
    for (Step step : steps) {
      left *= rules.ownTrend();
      double by = StrictMath.pow(pace, left);
      for (; year < step.to(); year++) {
        out[year + 1 - base] = out[year - base] * by;
      }
    }
    return out;
  }

  private synchronized GrowthPaths paths(Path path) {
    if (made == null) {
      made = new HashMap<>();
    }
    return made.computeIfAbsent(path.name(), name -> draw(path));
  }

  private GrowthPaths draw(Path path) {
    List<Growth> growth = new ArrayList<>();
    int from = base;
    for (Step step : path.steps()) {
      for (Driver driver : Driver.values()) {
        Range range = step.ranges().get(driver.ordinal());
        growth.add(new Growth(driver, from, step.to(), range.low(), range.mode(), range.high()));
      }
      from = step.to();
    }
    List<Double> kaya = List.of(1.0, 1.0, 1.0, 1.0);
    return new Projection(
            new Projection.Options(
                rules.draws(), rules.seed(), Growth.Shape.TRIANGULAR, kaya, rules.before()))
        .paths(ScenarioRates.of(path.name(), base, Map.of(ScenarioRates.EVERY, growth)));
  }
}
