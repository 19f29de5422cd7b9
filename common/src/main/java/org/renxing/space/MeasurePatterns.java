package org.renxing.space;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.renxing.measure.MeasurePanel;
import org.renxing.measure.MeasurePanel.Unit;

/**
 * How a measure lies in space: where it gathers, how units move beside their neighbours, where its
 * centre is and whither that goes, and how cities draw each other (methods: space).
 */
public final class MeasurePatterns {
  /** Classes of values and of neighbours in the chains. */
  public static final int CLASSES = 4;

  private static final double LEVEL = 0.05;
  private static final double GRAVITY = 2;

  private final MeasurePanel panel;
  private final NeighbourRule rule;

  /**
   * The patterns of a measure.
   *
   * @param rule who is whose neighbour, among the units that have a value in the year
   */
  public MeasurePatterns(MeasurePanel panel, NeighbourRule rule) {
    this.panel = panel;
    this.rule = rule;
  }

  /** The measure. */
  public String measure() {
    return panel.measure();
  }

  /** What tables call the rule of neighbours. */
  public String weights() {
    return rule.text();
  }

  /**
   * A unit's part in a cluster of high or low values.
   *
   * @param kind {@code HOT} or {@code COLD} where it is significant at 0.05, a rate of false
   *     findings among the units of the year; else empty
   */
  public record HotSpot(
      Unit unit, int year, double value, LocalStatistic star, String kind, int neighbours) {}

  /** G_i* of every unit with a value, by year and id; weights are 1 for each neighbour. */
  public List<HotSpot> hotSpots() {
    Map<List<Integer>, WeightMatrix> known = new HashMap<>();
    List<HotSpot> out = new ArrayList<>();
    for (int t = 0; t < panel.yearCount(); t++) {
      int[] present = panel.present(t);
      WeightMatrix weights =
          known.computeIfAbsent(
              Arrays.stream(present).boxed().toList(),
              units -> WeightMatrix.binary(rule.neighbours(units(present))));
      List<LocalStatistic> stars = GetisOrd.localWithSelf(weights, panel.values(t));
      double limit =
          FalseDiscovery.limit(
              stars.stream()
                  .mapToDouble(LocalStatistic::pValue)
                  .filter(p -> !Double.isNaN(p))
                  .toArray(),
              LEVEL);
      for (int i = 0; i < present.length; i++) {
        LocalStatistic star = stars.get(i);
        String kind = star.pValue() <= limit ? star.z() > 0 ? "HOT" : "COLD" : "";
        out.add(
            new HotSpot(
                panel.units().get(present[i]),
                panel.year(t),
                panel.value(present[i], t),
                star,
                kind,
                weights.degree(i)));
      }
    }
    return out;
  }

  private List<Unit> units(int[] places) {
    return Arrays.stream(places).mapToObj(panel.units()::get).toList();
  }

  /**
   * Moves between classes by the class of the neighbours: quarters of all years together.
   *
   * @param step years from one to the next
   * @return empty where the panel has a single year
   */
  public Optional<SpatialMarkov> moves(int step) {
    if (panel.yearCount() < 2) {
      return Optional.empty();
    }
    int n = panel.units().size();
    double[][] values = new double[panel.yearCount()][n];
    boolean[] isNext = new boolean[values.length];
    for (int t = 0; t < values.length; t++) {
      for (int u = 0; u < n; u++) {
        values[t][u] = panel.value(u, t);
      }
      isNext[t] = t + 1 < values.length && panel.year(t + 1) - panel.year(t) == step;
    }
    WeightMatrix weights = WeightMatrix.binary(rule.neighbours(panel.units()));
    SpatialMarkov.Options options =
        new SpatialMarkov.Options(CLASSES, SpatialMarkov.Breaks.POOLED, false);
    return Optional.of(SpatialMarkov.of(values, isNext, weights, options));
  }

  /**
   * The centre of a year.
   *
   * @param leftOut units with a value that do not count: without a place, or not above 0
   * @param shiftKm from the year before; NaN for the first, and where that has no values
   */
  public record Centre(int year, Centrography spread, int leftOut, double shiftKm) {}

  /**
   * Centre and ellipse of each year, weighted by the measure; axes are standard deviations.
   *
   * @param step years from one to the next, over which centres shift
   */
  public List<Centre> centres(int step) {
    Places places = places(panel.units());
    List<Centre> out = new ArrayList<>();
    for (int t = 0; t < panel.yearCount(); t++) {
      int year = t;
      double[] weights =
          IntStream.range(0, places.size()).mapToDouble(u -> panel.value(u, year)).toArray();
      Centrography spread = Centrography.of(places, weights, Centrography.Form.PLAIN);
      boolean isNext = t > 0 && panel.year(t) - panel.year(t - 1) == step;
      double shift = isNext ? spread.shiftFrom(out.get(t - 1).spread(), places) : Double.NaN;
      out.add(new Centre(panel.year(t), spread, panel.present(t).length - spread.n(), shift));
    }
    return out;
  }

  /**
   * A city among those that draw it.
   *
   * @param share its part of the strengths of all
   */
  public record City(Unit unit, int year, double value, GravityNetwork.Node node, double share) {}

  /**
   * The network of each year: S_i S_j / d², S the measure and d in kilometres; a link stands where
   * it is at least the mean of its row.
   */
  public List<City> network() {
    Places places = places(panel.units()).measured();
    List<City> out = new ArrayList<>();
    for (int t = 0; t < panel.yearCount(); t++) {
      int[] present = panel.present(t);
      List<GravityNetwork.Node> nodes =
          GravityNetwork.of(places.among(present), panel.values(t), GRAVITY, false).nodes();
      double all =
          nodes.stream()
              .mapToDouble(GravityNetwork.Node::outStrength)
              .filter(s -> !Double.isNaN(s))
              .sum();
      for (int i = 0; i < present.length; i++) {
        Unit unit = panel.units().get(present[i]);
        double value = panel.value(present[i], t);
        double share = nodes.get(i).outStrength() / all;
        out.add(new City(unit, panel.year(t), value, nodes.get(i), share));
      }
    }
    return out;
  }

  private static Places places(List<Unit> units) {
    return Places.globe(
        units.stream().mapToDouble(Unit::lon).toArray(),
        units.stream().mapToDouble(Unit::lat).toArray());
  }
}
