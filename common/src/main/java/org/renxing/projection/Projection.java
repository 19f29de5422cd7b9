package org.renxing.projection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.renxing.numerics.CodePointOrder;
import org.renxing.numerics.Distribution;

/**
 * Emissions of units and groups under a scenario, with their spread by Monte Carlo.
 *
 * <p>In a year of a step emissions grow by Π (1 + gₖ)^eₖ over the four {@link Driver}s: by the Kaya
 * identity with all elasticities e = 1, by STIRPAT (Dietz and Rosa 1997) with others. In a draw
 * each gₖ of a step is the quantile of its range at a random share. That share hangs on the seed,
 * the number of the draw, the driver and the first year of the step alone: units move together,
 * since their futures are those of one country, scenarios are compared draw by draw, and no answer
 * depends on the order of anything.
 */
public final class Projection {
  private final Options options;
  private final Map<String, double[]> shares = new ConcurrentHashMap<>();

  /** A projection with some options. */
  public Projection(Options options) {
    this.options = options;
  }

  /**
   * How it is drawn.
   *
   * @param elasticities of emissions to each driver, in their order
   * @param before peaks before this year are counted
   */
  public record Options(
      int draws, long seed, Growth.Shape shape, List<Double> elasticities, int before) {
    public Options {
      elasticities = List.copyOf(elasticities);
    }
  }

  /**
   * A unit in the base year.
   *
   * @param group the group to which it belongs; empty for none
   * @param emissions 0 or more, in any unit
   */
  public record Unit(String id, String group, double emissions) {}

  /**
   * The outlook of each unit, each group and all together, in the order of their names.
   *
   * @param units one or more, each once
   */
  public List<Outlook> of(ScenarioRates rates, List<Unit> units) {
    int years = rates.last() - rates.first() + 1;
    var alike = alike(rates, units);
    Map<String, Outlook> ofUnits = new TreeMap<>(CodePointOrder.ASCENDING);
    Map<String, double[][]> ofGroups = new TreeMap<>(CodePointOrder.ASCENDING);
    double[][] all = new double[years][options.draws()];
    alike.forEach(
        (growth, members) -> {
          double[][] index = index(growth, rates);
          Spread spread = Spread.of(index, rates.first(), options.before());
          Map<String, List<Unit>> groups = new TreeMap<>(CodePointOrder.ASCENDING);
          for (Unit unit : members) {
            Spread own = spread.times(unit.emissions());
            ofUnits.put(unit.id(), new Outlook(rates.name(), Outlook.UNIT, unit.id(), own));
            groups.computeIfAbsent(unit.group(), g -> new ArrayList<>()).add(unit);
          }
          groups.remove("");
          groups.forEach(
              (group, some) ->
                  add(
                      ofGroups.computeIfAbsent(group, g -> new double[years][options.draws()]),
                      index,
                      some));
          add(all, index, members);
        });
    List<Outlook> out = new ArrayList<>(ofUnits.values());
    ofGroups.forEach((group, sum) -> out.add(together(rates, Outlook.GROUP, group, sum)));
    out.add(together(rates, Outlook.ALL, Outlook.ALL, all));
    return List.copyOf(out);
  }

  /** The growth of units that have no rates of their own. */
  public GrowthPaths paths(ScenarioRates rates) {
    double[][] index = index(rates.of(ScenarioRates.EVERY), rates);
    return new GrowthPaths(index, rates.first(), options.before());
  }

  /** Units that grow alike, in the order of their names: so sums are the same for any order. */
  private static Map<Map<Driver, List<Growth>>, List<Unit>> alike(
      ScenarioRates rates, List<Unit> units) {
    Map<Map<Driver, List<Growth>>, List<Unit>> out = new LinkedHashMap<>();
    units.stream()
        .sorted((a, b) -> CodePointOrder.ASCENDING.compare(a.id(), b.id()))
        .forEach(u -> out.computeIfAbsent(rates.of(u.id()), r -> new ArrayList<>()).add(u));
    return out;
  }

  private static void add(double[][] sum, double[][] index, List<Unit> units) {
    double base = Distribution.of(units, Unit::emissions).sum();
    for (int t = 0; t < sum.length; t++) {
      for (int d = 0; d < sum[t].length; d++) {
        sum[t][d] += base * index[t][d];
      }
    }
  }

  private Outlook together(ScenarioRates rates, String level, String id, double[][] sum) {
    return new Outlook(rates.name(), level, id, Spread.of(sum, rates.first(), options.before()));
  }

  /** Emissions over those of the base year, years × draws. */
  private double[][] index(Map<Driver, List<Growth>> growth, ScenarioRates rates) {
    double[][] out = new double[rates.last() - rates.first() + 1][options.draws()];
    for (int d = 0; d < options.draws(); d++) {
      double[] factors = new double[out.length];
      Arrays.fill(factors, 1);
      for (Driver driver : Driver.values()) {
        double elasticity = options.elasticities().get(driver.ordinal());
        for (Growth step : growth.get(driver)) {
          double rate = step.quantile(shares(driver, step.from())[d], options.shape());
          double factor = elasticity == 1 ? 1 + rate : StrictMath.pow(1 + rate, elasticity);
          for (int year = step.from() + 1; year <= step.to(); year++) {
            factors[year - rates.first()] *= factor;
          }
        }
      }
      out[0][d] = 1;
      for (int t = 1; t < out.length; t++) {
        out[t][d] = out[t - 1][d] * factors[t];
      }
    }
    return out;
  }

  /** The shares of all draws, kept since all units have the same. */
  private double[] shares(Driver driver, int from) {
    return shares.computeIfAbsent(
        driver.text() + from,
        key ->
            IntStream.range(0, options.draws()).mapToDouble(d -> share(d, driver, from)).toArray());
  }

  /** A share from 0 to 1, the same for the same arguments. */
  private double share(int draw, Driver driver, int from) {
    long state = new SplittableRandom(options.seed()).nextLong();
    for (long part : new long[] {draw, driver.ordinal(), from}) {
      state = new SplittableRandom(state ^ part).nextLong();
    }
    return new SplittableRandom(state).nextDouble();
  }
}
