package org.renxing.space;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.StreamSupport;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.renxing.measure.Cells;
import org.renxing.measure.MeasurePanel;
import org.renxing.measure.MeasurePanels;

/** Makes the rows of {@link Autocorrelation} of each measure of a partition. */
final class MeasureSpace implements MapPartitionsFunction<Row, Row> {
  private static final long serialVersionUID = 1L;
  private static final double CONSTANT = 1e-12;
  private static final double LEVEL = 0.05;
  private final Chance chance;
  private final Broadcast<NeighbourRule> rule;

  MeasureSpace(Chance chance, Broadcast<NeighbourRule> rule) {
    this.chance = chance;
    this.rule = rule;
  }

  @Override
  public Iterator<Row> call(Iterator<Row> rows) {
    return StreamSupport.stream(
            Spliterators.spliteratorUnknownSize(MeasurePanels.read(rows), Spliterator.ORDERED),
            false)
        .flatMap(panel -> rows(panel).stream())
        .iterator();
  }

  /** Years with the same units share a lattice and its draws. */
  private List<Row> rows(MeasurePanel panel) {
    Map<List<Integer>, List<Integer>> yearsOf = new LinkedHashMap<>();
    for (int t = 0; t < panel.yearCount(); t++) {
      List<Integer> present = Arrays.stream(panel.present(t)).boxed().toList();
      yearsOf.computeIfAbsent(present, key -> new ArrayList<>()).add(t);
    }
    List<Row> out = new ArrayList<>();
    yearsOf.forEach((units, years) -> out.addAll(rows(panel, units, years)));
    return out;
  }

  private List<Row> rows(MeasurePanel panel, List<Integer> present, List<Integer> years) {
    List<MeasurePanel.Unit> units = present.stream().map(u -> panel.units().get(u)).toList();
    Lattice lattice = Lattice.of(rule.value().neighbours(units));
    List<Row> out = new ArrayList<>();
    List<Integer> varied = new ArrayList<>();
    List<double[]> deviations = new ArrayList<>();
    for (int t : years) {
      double[] values = new double[lattice.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = panel.value(present.get(lattice.place(i)), t);
      }
      if (lattice.size() < GlobalMoran.LEAST) {
        out.add(none(panel, t, lattice, present.size(), "FEWER_THAN_4_UNITS"));
      } else if (isConstant(values)) {
        out.add(none(panel, t, lattice, present.size(), "CONSTANT"));
      } else {
        varied.add(t);
        deviations.add(deviations(values));
      }
    }
    if (!varied.isEmpty()) {
      double[][] z = deviations.toArray(double[][]::new);
      List<GlobalMoran> global = GlobalMoran.of(lattice, z, chance);
      LocalMoran local = new LocalMoran(lattice, chance);
      for (int i = 0; i < z.length; i++) {
        int t = varied.get(i);
        List<Row> own = local(panel, present, lattice, local, z[i], t);
        out.add(row(panel, t, lattice, present.size(), global.get(i), own));
      }
    }
    return out;
  }

  private Row row(
      MeasurePanel panel, int t, Lattice lattice, int present, GlobalMoran global, List<Row> own) {
    return RowFactory.create(
        panel.measure(),
        panel.year(t),
        rule.value().text(),
        (long) lattice.size(),
        (long) (present - lattice.size()),
        lattice.meanDegree(),
        global.value(),
        global.expected(),
        global.sd(),
        Cells.number(global.z()),
        Cells.number(global.pNormal()),
        global.pValue(),
        Chance.twoSided(global.pValue()),
        chance.permutations(),
        null,
        Cells.rows(own));
  }

  private Row none(MeasurePanel panel, int t, Lattice lattice, int present, String reason) {
    return RowFactory.create(
        panel.measure(),
        panel.year(t),
        rule.value().text(),
        (long) lattice.size(),
        (long) (present - lattice.size()),
        Cells.number(lattice.meanDegree()),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        chance.permutations(),
        reason,
        Cells.rows(List.of()));
  }

  private static List<Row> local(
      MeasurePanel panel,
      List<Integer> present,
      Lattice lattice,
      LocalMoran local,
      double[] z,
      int t) {
    double[] values = local.values(z);
    double[] p = local.pValues(z);
    double sd = Math.sqrt(Arrays.stream(z).map(v -> v * v).sum() / z.length);
    double limit = FalseDiscovery.limit(p, LEVEL);
    List<Row> out = new ArrayList<>();
    for (int i = 0; i < z.length; i++) {
      int unit = present.get(lattice.place(i));
      double lag = local.lag(i, z) / sd;
      out.add(
          RowFactory.create(
              panel.units().get(unit).id(),
              panel.units().get(unit).name(),
              panel.value(unit, t),
              z[i] / sd,
              lag,
              values[i],
              (z[i] > 0 ? "H" : "L") + (lag > 0 ? "H" : "L"),
              p[i],
              Chance.twoSided(p[i]),
              p[i] <= LEVEL,
              p[i] <= limit,
              lattice.degree(i)));
    }
    return out;
  }

  private static boolean isConstant(double[] values) {
    double least = Arrays.stream(values).min().orElse(0);
    double most = Arrays.stream(values).max().orElse(0);
    return most - least <= CONSTANT * Math.max(Math.abs(least), Math.abs(most));
  }

  private static double[] deviations(double[] values) {
    double mean = Arrays.stream(values).sum() / values.length;
    return Arrays.stream(values).map(v -> v - mean).toArray();
  }
}
