package org.renxing.index.efficiency;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.renxing.dea.Frontier;
import org.renxing.dea.Observations;
import org.renxing.model.RenxingException;

/**
 * The frontiers of a partition's units: only its frontier units can be the whole's (Barr and
 * Durchholz 1997). A unit-year that lacks a score, or a group where groups part the sets, is left
 * out. What the engine refuses comes back as a cell, not as a failed task that would be tried
 * again.
 */
final class PartitionFrontiers implements MapPartitionsFunction<Row, Cell> {
  private static final long serialVersionUID = 1L;
  private final Plan plan;

  PartitionFrontiers(Plan plan) {
    this.plan = plan;
  }

  @Override
  public Iterator<Cell> call(Iterator<Row> rows) {
    List<UnitYear> units = new ArrayList<>();
    rows.forEachRemaining(row -> units.add(new UnitYear(row, plan)));
    units.sort(Comparator.comparing((UnitYear u) -> u.unitId).thenComparingInt(u -> u.year));
    List<Cell> out = new ArrayList<>();
    for (int f = 0; f < plan.families().size(); f++) {
      addFamily(f, units, out);
    }
    return out.iterator();
  }

  private void addFamily(int place, List<UnitYear> units, List<Cell> out) {
    Family family = plan.families().get(place);
    Map<Integer, Map<String, List<UnitYear>>> parts = new TreeMap<>();
    for (UnitYear unit : units) {
      if (unit.scheme.equals(family.scheme())
          && unit.hasGroup(family.groupColumn())
          && unit.hasAll(family.inputs(), family.outputs())) {
        parts
            .computeIfAbsent(unit.year, y -> new TreeMap<>())
            .computeIfAbsent(unit.group(family.groupColumn()), g -> new ArrayList<>())
            .add(unit);
      }
    }
    parts.forEach(
        (year, groups) ->
            groups.forEach((group, part) -> out.add(cell(place, family, year, group, part))));
  }

  private static Cell cell(int place, Family family, int year, String group, List<UnitYear> units) {
    try {
      Observations all =
          Observations.of(
              family.inputs(),
              family.outputs(),
              units.stream().map(UnitYear::key).toList(),
              units.stream().map(u -> u.values(family.inputs())).toArray(double[][]::new),
              units.stream().map(u -> u.values(family.outputs())).toArray(double[][]::new));
      Observations frontier = Frontier.layers(all, family.widest(), family.layers());
      return Cell.of(place, year, group, units.size(), frontier);
    } catch (RenxingException e) {
      return Cell.refused(place, year, group, e.getMessage());
    }
  }
}
