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
import org.renxing.projection.Driver;
import org.renxing.projection.Growth;
import org.renxing.projection.Projection;
import org.renxing.projection.ScenarioRates;
import org.renxing.projection.Spread;

/**
 * Emissions of a scenario's units under its {@link ProjectionRules}.
 *
 * <p>A unit does not leave its own trend at once: in step k its ranges, as factors 1 + g, are
 * multiplied by r^(m^k), where m is {@link ProjectionRules#ownTrend} and r the unit's growth factor
 * a year over that of the median unit, no further out than the 5 % and 95 % quantiles of all.
 */
public final class EmissionProjection implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final double LOW = 0.05;
  private static final double HIGH = 0.95;

  private final ProjectionRules rules;
  private final int base;

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
    Map<String, List<Growth>> growth = new HashMap<>();
    List<Projection.Unit> starts = new ArrayList<>();
    for (EmissionStart unit : units) {
      growth.put(unit.unitId(), growth(path, unit.pace()));
      starts.add(new Projection.Unit(unit.unitId(), "", unit.emissions()));
    }
    Projection.Options options =
        new Projection.Options(
            rules.draws(),
            rules.seed(),
            Growth.Shape.TRIANGULAR,
            List.of(1.0, 1.0, 1.0, 1.0),
            rules.before());
    return new Projection(options)
        .together(ScenarioRates.of(path.name(), base, growth), starts);
  }

  private List<Growth> growth(Path path, List<Double> pace) {
    List<Growth> out = new ArrayList<>();
    int from = base;
    double left = 1;
    for (Step step : path.steps()) {
      left *= rules.ownTrend();
      for (Driver driver : Driver.values()) {
        double by = StrictMath.pow(pace.get(driver.ordinal()), left);
        Range range = step.ranges().get(driver.ordinal());
        out.add(
            new Growth(
                driver,
                from,
                step.to(),
                moved(range.low(), by),
                moved(range.mode(), by),
                moved(range.high(), by)));
      }
      from = step.to();
    }
    return out;
  }

  private static double moved(double growth, double by) {
    return by == 1 ? growth : (1 + growth) * by - 1;
  }
}
