package org.renxing.space;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.renxing.measure.MeasurePanel;

/** Spatial autocorrelation of measures, globally and locally, by year. */
public final class Autocorrelation implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final double CONSTANT = 1e-12;
  private static final double LEVEL = 0.05;

  private final PermutationSampler chance;
  private final NeighbourRule rule;

  /**
   * How it is computed.
   *
   * @param scenario its id, which seeds chance along with the seed
   * @param rule who is whose neighbour, among the units that have a value in the year
   */
  public Autocorrelation(String scenario, int permutations, long seed, NeighbourRule rule) {
    this.chance = new PermutationSampler(seed, scenario, permutations);
    this.rule = rule;
  }

  /**
   * The autocorrelation of a measure in a year.
   *
   * @param weights what tables call the rule of neighbours
   * @param units units with a value and a neighbour
   * @param leftOut units with a value, without place or neighbour
   * @param meanNeighbours NaN without units
   * @param permutations random arrangements drawn
   * @param global NaN throughout where there is a reason
   * @param reason why there is none, {@code FEWER_THAN_4_UNITS} or {@code CONSTANT}; else empty
   * @param local of each unit, by id; none where there is a reason
   */
  public record Year(
      String measure,
      String weights,
      int year,
      int units,
      int leftOut,
      double meanNeighbours,
      int permutations,
      GlobalMoran global,
      String reason,
      List<Local> local)
      implements Serializable {
    public Year {
      local = List.copyOf(local);
    }
  }

  /**
   * A unit among its neighbours.
   *
   * @param standardised (value − mean)/sd of the year's units
   * @param lag the mean of the neighbours' standardised values
   * @param localI standardised times lag
   * @param quadrant the unit, then its neighbours: H above the mean, L not
   * @param pValue one-sided, see {@link PermutationSampler#pValue}
   * @param isSignificant whether that is at most 0.05
   * @param isSignificantFdr the same with a rate of false findings of 0.05 in the year
   */
  public record Local(
      String unitId,
      String unitName,
      double value,
      double standardised,
      double lag,
      double localI,
      String quadrant,
      double pValue,
      boolean isSignificant,
      boolean isSignificantFdr,
      int neighbours)
      implements Serializable {
    /** Twice the p-value, and at most 1. */
    public double pValueTwoSided() {
      return PermutationSampler.twoSided(pValue);
    }
  }

  /** The years of a measure. Those with the same units share a lattice and its draws. */
  public List<Year> of(MeasurePanel panel) {
    Map<List<Integer>, List<Integer>> yearsOf = new LinkedHashMap<>();
    for (int t = 0; t < panel.yearCount(); t++) {
      List<Integer> present = Arrays.stream(panel.present(t)).boxed().toList();
      yearsOf.computeIfAbsent(present, key -> new ArrayList<>()).add(t);
    }
    List<Year> out = new ArrayList<>();
    yearsOf.forEach((present, years) -> out.addAll(of(panel, present, years)));
    return out;
  }

  private List<Year> of(MeasurePanel panel, List<Integer> present, List<Integer> years) {
    SpatialWeights lattice =
        SpatialWeights.of(
            rule.neighbours(present.stream().map(u -> panel.units().get(u)).toList()));
    int[] units =
        IntStream.range(0, lattice.size()).map(i -> present.get(lattice.place(i))).toArray();
    int leftOut = present.size() - units.length;
    List<Year> out = new ArrayList<>();
    List<Integer> varied = new ArrayList<>();
    List<double[]> deviations = new ArrayList<>();
    for (int t : years) {
      double[] values = Arrays.stream(units).mapToDouble(u -> panel.value(u, t)).toArray();
      String reason = reason(values);
      if (reason.isEmpty()) {
        varied.add(t);
        deviations.add(deviations(values));
      } else {
        out.add(year(panel, t, lattice, leftOut, GlobalMoran.NONE, reason, List.of()));
      }
    }
    if (!varied.isEmpty()) {
      List<GlobalMoran> global =
          GlobalMoran.of(lattice, deviations.toArray(double[][]::new), chance);
      LocalMoran draws = new LocalMoran(lattice, chance);
      for (int i = 0; i < varied.size(); i++) {
        int t = varied.get(i);
        List<Local> local = local(panel, units, lattice, draws, deviations.get(i), t);
        out.add(year(panel, t, lattice, leftOut, global.get(i), "", local));
      }
    }
    return out;
  }

  private Year year(
      MeasurePanel panel,
      int t,
      SpatialWeights lattice,
      int leftOut,
      GlobalMoran global,
      String reason,
      List<Local> local) {
    return new Year(
        panel.measure(),
        rule.text(),
        panel.year(t),
        lattice.size(),
        leftOut,
        lattice.meanDegree(),
        chance.permutations(),
        global,
        reason,
        local);
  }

  private static List<Local> local(
      MeasurePanel panel,
      int[] units,
      SpatialWeights lattice,
      LocalMoran draws,
      double[] z,
      int t) {
    double[] values = draws.values(z);
    double[] p = draws.pValues(z);
    double sd = Math.sqrt(Arrays.stream(z).map(v -> v * v).sum() / z.length);
    double limit = FalseDiscovery.limit(p, LEVEL);
    List<Local> out = new ArrayList<>();
    for (int i = 0; i < z.length; i++) {
      double lag = draws.lag(i, z) / sd;
      MeasurePanel.Unit unit = panel.units().get(units[i]);
      out.add(
          new Local(
              unit.id(),
              unit.name(),
              panel.value(units[i], t),
              z[i] / sd,
              lag,
              values[i],
              (z[i] > 0 ? "H" : "L") + (lag > 0 ? "H" : "L"),
              p[i],
              p[i] <= LEVEL,
              p[i] <= limit,
              lattice.degree(i)));
    }
    return out;
  }

  private static String reason(double[] values) {
    if (values.length < GlobalMoran.LEAST) {
      return "FEWER_THAN_4_UNITS";
    }
    double least = Arrays.stream(values).min().orElseThrow();
    double most = Arrays.stream(values).max().orElseThrow();
    double limit = CONSTANT * Math.max(Math.abs(least), Math.abs(most));
    return most - least <= limit ? "CONSTANT" : "";
  }

  private static double[] deviations(double[] values) {
    double mean = Arrays.stream(values).sum() / values.length;
    return Arrays.stream(values).map(v -> v - mean).toArray();
  }
}
