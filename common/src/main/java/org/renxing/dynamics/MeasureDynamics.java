package org.renxing.dynamics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.renxing.index.Groups;
import org.renxing.measure.Cells;
import org.renxing.measure.MeasurePanel;
import org.renxing.measure.MeasurePanels;

/** Makes the row of {@link Dynamics} of each measure of a partition. */
final class MeasureDynamics implements MapPartitionsFunction<Row, Row> {
  /** Points of a density, the same in all years of a measure. */
  static final int POINTS = 101;

  private static final long serialVersionUID = 1L;
  private final Dynamics plan;

  MeasureDynamics(Dynamics plan) {
    this.plan = plan;
  }

  @Override
  public Iterator<Row> call(Iterator<Row> rows) {
    return StreamSupport.stream(
            Spliterators.spliteratorUnknownSize(MeasurePanels.read(rows), Spliterator.ORDERED),
            false)
        .map(this::row)
        .iterator();
  }

  private Row row(MeasurePanel panel) {
    Classes classes = plan.classes(panel.measure(), allValues(panel));
    Transitions transitions = new Transitions(panel, classes, plan.step());
    Course course = new Course(panel, classes, plan.step());
    List<Row> units = new ArrayList<>();
    List<Row> events = new ArrayList<>();
    Mobility mobility = new Mobility(panel);
    for (int u = 0; u < panel.units().size(); u++) {
      List<Course.Event> own = course.events(u);
      units.add(unit(panel, mobility, classes, u, own));
      for (Course.Event event : own) {
        events.add(event(panel, classes, u, event));
      }
    }
    return RowFactory.create(
        panel.measure(),
        Cells.rows(convergence(panel)),
        Cells.rows(transitions(transitions)),
        Cells.rows(classes(transitions)),
        Cells.rows(densities(panel)),
        Cells.rows(units),
        Cells.rows(events));
  }

  private static double[] allValues(MeasurePanel panel) {
    double[] out = new double[panel.units().size() * panel.yearCount()];
    int n = 0;
    for (int u = 0; u < panel.units().size(); u++) {
      for (int t = 0; t < panel.yearCount(); t++) {
        if (panel.has(u, t)) {
          out[n++] = panel.value(u, t);
        }
      }
    }
    return Arrays.copyOf(out, n);
  }

  private List<Row> convergence(MeasurePanel panel) {
    List<Row> out = new ArrayList<>();
    List<Integer> all = new ArrayList<>();
    for (int u = 0; u < panel.units().size(); u++) {
      all.add(u);
    }
    addConvergence(panel, Groups.ALL, Groups.ALL, all, out);
    for (int g = 0; g < plan.groupings().size(); g++) {
      TreeMap<String, List<Integer>> groups = new TreeMap<>();
      for (int u : all) {
        String group = panel.units().get(u).groups().get(g);
        if (group != null) {
          groups.computeIfAbsent(group, k -> new ArrayList<>()).add(u);
        }
      }
      String type = plan.groupings().get(g);
      groups.forEach((group, members) -> addConvergence(panel, type, group, members, out));
    }
    return out;
  }

  private static void addConvergence(
      MeasurePanel panel, String type, String value, List<Integer> members, List<Row> out) {
    int first = panel.year(0);
    int last = panel.year(panel.yearCount() - 1);
    int[] places = members.stream().mapToInt(Integer::intValue).toArray();
    for (Convergence.Estimate e : new Convergence(panel, places).estimates()) {
      out.add(
          RowFactory.create(
              type,
              value,
              e.kind(),
              Cells.number(e.estimate()),
              Cells.number(e.standardError()),
              Cells.number(e.pValue()),
              Cells.number(e.r2()),
              Cells.number(e.speed()),
              (long) e.n(),
              (long) e.leftOut(),
              first,
              last,
              Cells.text(e.reason())));
    }
  }

  private static List<Row> transitions(Transitions transitions) {
    List<Row> out = new ArrayList<>();
    List<String> names = transitions.classes().names();
    for (int from : transitions.seen()) {
      for (int to : transitions.seen()) {
        double p = transitions.probability(from, to);
        long n = transitions.moves(from, to);
        out.add(
            RowFactory.create(
                names.get(from), names.get(to), from + 1, to + 1, n, Cells.number(p)));
      }
    }
    return out;
  }

  private static List<Row> classes(Transitions transitions) {
    List<Row> out = new ArrayList<>();
    Classes classes = transitions.classes();
    SteadyState steady = transitions.steadyState();
    for (int i = 0; i < transitions.seen().size(); i++) {
      int c = transitions.seen().get(i);
      out.add(
          RowFactory.create(
              classes.names().get(c),
              c + 1,
              Cells.number(classes.lower(c)),
              Cells.number(classes.upper(c)),
              transitions.values(c),
              transitions.shareAtFirst(c),
              transitions.shareAtLast(c),
              Cells.number(steady.shares().get(i)),
              Cells.text(steady.reason())));
    }
    return out;
  }

  private static List<Row> densities(MeasurePanel panel) {
    List<Optional<KernelDensity>> all = new ArrayList<>();
    double from = Double.POSITIVE_INFINITY;
    double to = Double.NEGATIVE_INFINITY;
    for (int t = 0; t < panel.yearCount(); t++) {
      int[] present = panel.present(t);
      double[] values = new double[present.length];
      for (int i = 0; i < values.length; i++) {
        values[i] = panel.value(present[i], t);
      }
      Optional<KernelDensity> density = KernelDensity.of(values);
      all.add(density);
      if (density.isPresent()) {
        from = Math.min(from, density.get().from());
        to = Math.max(to, density.get().to());
      }
    }
    List<Row> out = new ArrayList<>();
    for (int t = 0; t < all.size(); t++) {
      if (all.get(t).isPresent()) {
        KernelDensity density = all.get(t).get();
        for (int i = 0; i < POINTS; i++) {
          double x = from + (to - from) * i / (POINTS - 1);
          out.add(
              RowFactory.create(
                  panel.year(t), x, density.at(x), density.bandwidth(), (long) density.count()));
        }
      }
    }
    return out;
  }

  private static Row unit(
      MeasurePanel panel, Mobility mobility, Classes classes, int u, List<Course.Event> events) {
    int first = mobility.first(u);
    int last = mobility.last(u);
    int turns =
        (int)
            events.stream()
                .filter(e -> e.kind().equals("peak") || e.kind().equals("trough"))
                .count();
    return RowFactory.create(
        panel.units().get(u).id(),
        panel.units().get(u).name(),
        panel.year(first),
        panel.year(last),
        panel.value(u, first),
        panel.value(u, last),
        Cells.number(mobility.growth(u)),
        Cells.number(mobility.annualGrowth(u)),
        mobility.rank(u, first),
        mobility.rank(u, last),
        mobility.rank(u, first) - mobility.rank(u, last),
        classes.names().get(classes.of(panel.value(u, first))),
        classes.names().get(classes.of(panel.value(u, last))),
        turns);
  }

  private static Row event(MeasurePanel panel, Classes classes, int u, Course.Event event) {
    double value = panel.value(u, event.t());
    boolean isCrossing = event.from() >= 0;
    return RowFactory.create(
        panel.units().get(u).id(),
        panel.units().get(u).name(),
        panel.year(event.t()),
        event.kind(),
        value,
        isCrossing ? classes.names().get(event.from()) : null,
        classes.names().get(classes.of(value)));
  }
}
