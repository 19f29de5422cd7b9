package org.renxing.jobs.gold.inequality;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.renxing.inequality.GiniParts;
import org.renxing.inequality.GroupInequality;
import org.renxing.inequality.Inequality;
import org.renxing.inequality.PairInequality;
import org.renxing.inequality.Reason;
import org.renxing.inequality.Sample;
import org.renxing.inequality.TheilParts;
import org.renxing.measure.MeasurePanel;
import org.renxing.territory.UnitDirectory;

/**
 * The inequality of a measure in a year by a grouping, as rows of the three tables.
 *
 * @param whole of gold.inequality_year
 * @param groups of gold.inequality_group_year
 * @param pairs of gold.inequality_pair_year
 */
record InequalityRows(Row whole, List<Row> groups, List<Row> pairs) implements Serializable {
  InequalityRows {
    groups = List.copyOf(groups);
    pairs = List.copyOf(pairs);
  }

  /**
   * The inequality of a measure in all years: by {@code all}, where every unit is of one group, and
   * by each grouping that any unit with a value has.
   *
   * @param groupings names of the groups that the panel carries, in their order
   */
  static List<InequalityRows> of(MeasurePanel panel, List<String> groupings) {
    List<InequalityRows> out = new ArrayList<>();
    for (int t = 0; t < panel.yearCount(); t++) {
      for (int g = -1; g < groupings.size(); g++) {
        Sample.Builder sample = new Sample.Builder();
        for (int u : panel.present(t)) {
          List<String> groups = panel.units().get(u).groups();
          String group = g < 0 ? UnitDirectory.ALL : groups.get(g);
          if (group != null) {
            sample.add(group, panel.value(u, t));
          }
        }
        Inequality found = Inequality.of(sample.build(), Inequality.EPSILONS);
        if (found.size() > 0) {
          String grouping = g < 0 ? UnitDirectory.ALL : groupings.get(g);
          out.add(of(panel.measure(), grouping, panel.year(t), found));
        }
      }
    }
    return out;
  }

  /** The rows of a measure, grouping and year. */
  static InequalityRows of(String measure, String grouping, int year, Inequality found) {
    Object[] cell = {measure, grouping, year};
    return new InequalityRows(
        whole(cell, found),
        found.groups().stream().map(group -> group(cell, group)).toList(),
        found.pairs().stream().map(pair -> pair(cell, pair)).toList());
  }

  private static Row whole(Object[] cell, Inequality found) {
    List<Object> out = new ArrayList<>(Arrays.asList(cell));
    out.add(found.size());
    out.add(found.groups().size());
    out.add(orNull(found.mean()));
    Optional<GiniParts> gini = found.gini();
    out.add(gini.map(GiniParts::gini).orElse(null));
    out.add(gini.map(GiniParts::within).orElse(null));
    out.add(gini.map(GiniParts::between).orElse(null));
    out.add(gini.map(GiniParts::transvariation).orElse(null));
    out.add(gini.map(g -> orNull(g.withinShare())).orElse(null));
    out.add(gini.map(g -> orNull(g.betweenShare())).orElse(null));
    out.add(gini.map(g -> orNull(g.transvariationShare())).orElse(null));
    addTheil(out, found.theilT());
    addTheil(out, found.theilL());
    found.atkinson().forEach(a -> out.add(orNull(a)));
    out.add(orNull(found.variation()));
    out.add(orNull(found.reason()));
    return RowFactory.create(out.toArray());
  }

  private static void addTheil(List<Object> out, Optional<TheilParts> theil) {
    out.add(theil.map(TheilParts::total).orElse(null));
    out.add(theil.map(TheilParts::within).orElse(null));
    out.add(theil.map(TheilParts::between).orElse(null));
  }

  private static Row group(Object[] cell, GroupInequality group) {
    return row(
        cell,
        group.name(),
        group.size(),
        group.mean(),
        orNull(group.gini()),
        group.populationShare(),
        orNull(group.valueShare()),
        orNull(group.theilT()),
        orNull(group.theilL()),
        orNull(group.reason()));
  }

  private static Row pair(Object[] cell, PairInequality pair) {
    return row(
        cell,
        pair.first(),
        pair.second(),
        pair.higher().orElse(null),
        orNull(pair.gini()),
        pair.above(),
        pair.below(),
        pair.affluence(),
        orNull(pair.between()),
        orNull(pair.transvariation()),
        orNull(pair.reason()));
  }

  private static Row row(Object[] cell, Object... figures) {
    Object[] out = Arrays.copyOf(cell, cell.length + figures.length);
    System.arraycopy(figures, 0, out, cell.length, figures.length);
    return RowFactory.create(out);
  }

  private static Double orNull(OptionalDouble value) {
    return value.isPresent() ? Double.valueOf(value.getAsDouble()) : null;
  }

  private static String orNull(Reason reason) {
    return reason == Reason.NONE ? null : reason.name();
  }
}
