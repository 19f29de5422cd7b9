package org.renxing.jobs.upkeep;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.renxing.jobs.gold.panel.IndicatorValue;
import org.renxing.lake.Lake;
import org.renxing.lake.Releases;
import org.renxing.lake.TableRows;
import org.renxing.model.TableName;
import org.renxing.run.RunLog;

/** Versions of tables that the indicator values of releases were made from: trace reads them. */
final class Lineage {
  private Lineage() {}

  /** By table, as {@code ops.step} has them. */
  static Map<TableName, Set<Long>> of(Lake lake, Collection<Releases.Release> releases) {
    Map<TableName, Set<Long>> out = new TreeMap<>();
    List<Row> steps = steps(lake);
    for (Releases.Release release : releases) {
      for (Releases.Entry entry : release.entries()) {
        if (entry.table().equals(IndicatorValue.TABLE)) {
          made(steps, entry).forEach(input -> add(out, input));
        }
      }
    }
    return out;
  }

  /** What the step read that made a part: the last that made it up to the version. */
  private static List<String> made(List<Row> steps, Releases.Entry entry) {
    return steps.stream()
        .filter(s -> s.<Long>getAs("output_version") <= entry.version())
        .filter(s -> texts(s, "parts").contains(entry.scenario()))
        .max(java.util.Comparator.comparing(s -> s.<Long>getAs("output_version")))
        .map(s -> texts(s, "inputs"))
        .orElse(List.of());
  }

  private static void add(Map<TableName, Set<Long>> out, String input) {
    String[] parts = input.split("@", 2);
    if (parts.length == 2 && parts[1].matches("\\d+")) {
      out.computeIfAbsent(TableName.parse(parts[0]), t -> new HashSet<>())
          .add(Long.valueOf(parts[1]));
    }
  }

  private static List<Row> steps(Lake lake) {
    if (!lake.isThere(RunLog.STEP.name())) {
      return List.of();
    }
    List<Row> all =
        lake.few(RunLog.STEP)
            .map(TableRows.Held::rows)
            .orElseGet(() -> lake.read(RunLog.STEP).collectAsList());
    return new ArrayList<>(
        all.stream()
            .filter(s -> IndicatorValue.TABLE.toString().equals(s.getAs("step")))
            .filter(s -> "done".equals(s.getAs("status")) && s.getAs("output_version") != null)
            .toList());
  }

  private static List<String> texts(Row row, String column) {
    Object value = row.getAs(column);
    return value instanceof String[] texts ? List.of(texts) : row.getList(row.fieldIndex(column));
  }
}
