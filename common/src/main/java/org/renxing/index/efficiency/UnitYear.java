package org.renxing.index.efficiency;

import java.util.List;
import org.apache.spark.sql.Row;
import org.renxing.dea.Observations;
import org.renxing.dea.UnitKey;

/** A unit in a year with its scores, in the order of the plan's systems. */
final class UnitYear {
  final String scheme;
  final String unitId;
  final int year;
  private final List<Double> scores;
  private final List<String> groups;
  private final Plan plan;

  /**
   * From a row that begins with scheme, unit_id, year, scores, groups.
   *
   * @param plan names the scores and the groups
   */
  UnitYear(Row row, Plan plan) {
    this.scheme = row.getString(0);
    this.unitId = row.getString(1);
    this.year = row.getInt(2);
    this.scores = row.getList(3);
    this.groups = row.getList(4);
    this.plan = plan;
  }

  UnitKey key() {
    return new UnitKey(unitId, Integer.toString(year));
  }

  /** Whether there is a score of every system. */
  boolean hasAll(List<String> inputs, List<String> outputs) {
    return inputs.stream().allMatch(this::has) && outputs.stream().allMatch(this::has);
  }

  private boolean has(String system) {
    return scores.get(plan.systems().indexOf(system)) != null;
  }

  /** Whether it has a value in the column, if there is one. */
  boolean hasGroup(String column) {
    return column.isEmpty() || groups.get(plan.groupColumns().indexOf(column)) != null;
  }

  /** Its value in the column; empty where there is no column. */
  String group(String column) {
    return column.isEmpty() ? "" : groups.get(plan.groupColumns().indexOf(column));
  }

  /** Scores of some systems, which it must have. */
  double[] values(List<String> systems) {
    return systems.stream().mapToDouble(s -> scores.get(plan.systems().indexOf(s))).toArray();
  }

  /** It alone, as the engine takes it. */
  Observations observation(List<String> inputs, List<String> outputs) {
    return Observations.of(
        inputs,
        outputs,
        List.of(key()),
        new double[][] {values(inputs)},
        new double[][] {values(outputs)});
  }
}
