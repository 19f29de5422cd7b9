package org.renxing.jobs.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.renxing.jobs.sql.Answer;
import org.renxing.jobs.sql.SqlEngine;
import org.renxing.lake.Releases;
import org.renxing.model.TableName;

/** Data sets of a release. */
final class ReleaseData {
  private final SqlEngine engine;
  private final Set<TableName> tables;
  private final List<String> scenarios;

  /**
   * Data of some scenarios.
   *
   * @param engine answers from the same release
   */
  ReleaseData(SqlEngine engine, Releases.Release release, List<String> scenarios) {
    this.engine = engine;
    this.tables = new HashSet<>(release.tables());
    this.scenarios = List.copyOf(scenarios);
    engine.answer("SHOW TABLES IN silver", this::noteSilver);
  }

  private int noteSilver(Answer answer) {
    int name = answer.columns().indexOf("table_name");
    answer.rows().forEachRemaining(r -> tables.add(new TableName("silver", (String) r.get(name))));
    return tables.size();
  }

  /** The scenarios as literals of SQL, with commas between them. */
  String literals() {
    return scenarios.stream().map(ReleaseData::text).collect(Collectors.joining(", "));
  }

  /** A data set by scenario; a scenario without rows is missing, as is one without the tables. */
  Map<String, ColumnData> byScenario(DataSet set) {
    if (!tables.containsAll(set.tables())) {
      return Map.of();
    }
    return answer(set, "true", row -> (String) row.get(0), 1);
  }

  /**
   * A data set of units by scenario, a null character and unit; units from the first to the last by
   * id.
   */
  Map<String, ColumnData> byUnit(DataSet set, String first, String last) {
    if (!tables.containsAll(set.tables())) {
      return Map.of();
    }
    String chosen = "unit_id >= " + text(first) + " AND unit_id <= " + text(last);
    return answer(set, chosen, row -> key((String) row.get(0), (String) row.get(1)), 2);
  }

  /** The key of {@link #byUnit}. */
  static String key(String scenario, String unit) {
    return scenario + '\0' + unit;
  }

  private Map<String, ColumnData> answer(
      DataSet set, String chosen, Function<List<Object>, String> key, int from) {
    String asked =
        "WITH asked AS ("
            + set.sql().strip()
            + ") SELECT * FROM asked WHERE scenario_id IN ("
            + literals()
            + ") AND "
            + chosen
            + " ORDER BY scenario_id, "
            + set.order();
    return engine.answer(asked, answer -> split(answer, key, from));
  }

  private static Map<String, ColumnData> split(
      Answer answer, Function<List<Object>, String> key, int from) {
    List<String> names = answer.columns().subList(from, answer.columns().size());
    Map<String, ColumnData> out = new LinkedHashMap<>();
    while (answer.rows().hasNext()) {
      List<Object> row = answer.rows().next();
      out.computeIfAbsent(key.apply(row), part -> new ColumnData(names)).add(row, from);
    }
    return out;
  }

  /** The units of each scenario, by scenario. */
  Map<String, List<String>> units(DataSet set) {
    Map<String, List<String>> out = new LinkedHashMap<>();
    byScenario(set)
        .forEach(
            (scenario, data) -> {
              List<String> ids = new ArrayList<>();
              data.column("unit_id").forEach(id -> ids.add((String) id));
              out.put(scenario, ids);
            });
    return out;
  }

  private static String text(String value) {
    return "'" + value.replace("'", "''") + "'";
  }
}
