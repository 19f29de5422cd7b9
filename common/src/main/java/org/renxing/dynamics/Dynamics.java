package org.renxing.dynamics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.renxing.coupling.Bands;
import org.renxing.measure.MeasurePanel;
import org.renxing.territory.UnitDirectory.Group;

/** The dynamics of a measure, each part computed when it is asked for. */
public final class Dynamics {
  /** Points of a density, the same in all years of a measure. */
  static final int POINTS = 101;

  private final MeasurePanel panel;
  private final List<String> groupings;
  private final int step;
  private final Classes classes;

  /**
   * The dynamics of a measure. Its values are classed by the levels of coordination for measures
   * that are coordination degrees, {@code d.PAIR} and {@code d.PAIR.revised}; by quarters of all
   * its values for others.
   *
   * @param groupings names of the groups that the panel carries, in their order
   * @param step calendar years from a year to the next
   */
  public Dynamics(MeasurePanel panel, List<String> groupings, int step) {
    this.panel = panel;
    this.groupings = List.copyOf(groupings);
    this.step = step;
    this.classes = panel.measure().startsWith("d.") ? levels() : quarters(panel);
  }

  private static Classes levels() {
    List<Bands.Band> bands = Bands.COORDINATION;
    return new Classes(
        bands.stream().map(Bands.Band::nameEn).toList(),
        bands.stream().limit(bands.size() - 1L).map(Bands.Band::upper).toList());
  }

  private static Classes quarters(MeasurePanel panel) {
    return Classes.quarters(
        IntStream.range(0, panel.yearCount())
            .mapToObj(panel::values)
            .flatMapToDouble(Arrays::stream)
            .toArray());
  }

  /** What the dynamics are of. */
  public MeasurePanel panel() {
    return panel;
  }

  /** The classes of values. */
  public Classes classes() {
    return classes;
  }

  /** Moves between classes. */
  public Transitions transitions() {
    return new Transitions(panel, classes, step);
  }

  /** What happens to units. */
  public Course course() {
    return new Course(panel, classes, step);
  }

  /** Growth and rank of units. */
  public Mobility mobility() {
    return new Mobility(panel);
  }

  /** Sigma, beta and rank convergence of all units, and of each group of each grouping. */
  public Map<Group, List<Convergence.Estimate>> convergence() {
    Map<Group, List<Integer>> members = new TreeMap<>();
    for (int u = 0; u < panel.units().size(); u++) {
      members.computeIfAbsent(Group.EVERY, all -> new ArrayList<>()).add(u);
      for (int g = 0; g < groupings.size(); g++) {
        String value = panel.units().get(u).groups().get(g);
        if (value != null) {
          Group group = new Group(groupings.get(g), value);
          members.computeIfAbsent(group, one -> new ArrayList<>()).add(u);
        }
      }
    }
    Map<Group, List<Convergence.Estimate>> out = new TreeMap<>();
    members.forEach(
        (group, units) -> {
          int[] places = units.stream().mapToInt(Integer::intValue).toArray();
          out.put(group, new Convergence(panel, places).estimates());
        });
    return out;
  }

  /**
   * The density of a year at a point.
   *
   * @param count values of the year
   */
  public record DensityPoint(int year, double x, double density, double bandwidth, int count) {}

  /**
   * Densities of the years at points that are the same in all of them, from the lowest to the
   * highest at which one has any; none of a year where fewer than two values differ.
   */
  public List<DensityPoint> densities() {
    List<Optional<KernelDensity>> years =
        IntStream.range(0, panel.yearCount())
            .mapToObj(t -> KernelDensity.of(panel.values(t)))
            .toList();
    List<KernelDensity> known = years.stream().flatMap(Optional::stream).toList();
    double from = known.stream().mapToDouble(KernelDensity::from).min().orElse(0);
    double to = known.stream().mapToDouble(KernelDensity::to).max().orElse(0);
    List<DensityPoint> out = new ArrayList<>();
    for (int t = 0; t < years.size(); t++) {
      int year = panel.year(t);
      years
          .get(t)
          .ifPresent(
              density -> {
                for (int i = 0; i < POINTS; i++) {
                  double x = from + (to - from) * i / (POINTS - 1);
                  out.add(
                      new DensityPoint(
                          year, x, density.at(x), density.bandwidth(), density.count()));
                }
              });
    }
    return out;
  }
}
