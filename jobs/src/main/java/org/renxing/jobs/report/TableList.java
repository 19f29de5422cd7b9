package org.renxing.jobs.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.renxing.jobs.sql.Answer;
import org.renxing.jobs.sql.SqlEngine;
import org.renxing.lake.Releases;
import org.renxing.model.TableName;

/** Every table of a release with its dictionary, so that a new one is in the report by itself. */
final class TableList {
  private final SqlEngine engine;
  private final Releases.Release release;

  TableList(SqlEngine engine, Releases.Release release) {
    this.engine = engine;
    this.release = release;
  }

  /** A column as the dictionary has it. */
  record Column(String name, String type, String unit, String comment, boolean isKey) {}

  /**
   * A table.
   *
   * @param rows number of rows by scenario
   */
  record Table(String name, String comment, List<Column> columns, Map<String, Long> rows) {}

  /** The tables by name; columns that the dictionary does not have are as the table says. */
  List<Table> tables() {
    Map<String, List<Column>> columns = new LinkedHashMap<>();
    Map<String, String> comments = new LinkedHashMap<>();
    if (release.tables().contains(TableName.gold("data_dictionary"))) {
      engine.answer(
          """
          SELECT table_name, table_comment, column_name, type, unit, comment, is_key
          FROM gold.data_dictionary ORDER BY table_name, position
          """,
          answer -> read(answer, columns, comments));
    }
    List<Table> out = new ArrayList<>();
    for (TableName table : release.tables()) {
      String name = table.toString();
      Map<String, Long> rows = new LinkedHashMap<>();
      release.entries().stream()
          .filter(entry -> entry.table().equals(table))
          .forEach(entry -> rows.put(entry.scenario(), entry.rows()));
      out.add(
          new Table(
              name,
              comments.getOrDefault(name, ""),
              columns.containsKey(name) ? columns.get(name) : described(name),
              rows));
    }
    return out;
  }

  /** The columns of a table by itself, without its key. */
  private List<Column> described(String table) {
    return engine.answer(
        "DESCRIBE " + table,
        answer -> {
          List<Column> out = new ArrayList<>();
          answer
              .rows()
              .forEachRemaining(
                  row ->
                      out.add(
                          new Column(
                              (String) row.get(0),
                              (String) row.get(1),
                              "",
                              (String) row.get(2),
                              false)));
          return out;
        });
  }

  private static int read(
      Answer answer, Map<String, List<Column>> columns, Map<String, String> comments) {
    while (answer.rows().hasNext()) {
      List<Object> row = answer.rows().next();
      comments.put((String) row.get(0), (String) row.get(1));
      columns
          .computeIfAbsent((String) row.get(0), table -> new ArrayList<>())
          .add(
              new Column(
                  (String) row.get(2),
                  (String) row.get(3),
                  (String) row.get(4),
                  (String) row.get(5),
                  (Boolean) row.get(6)));
    }
    return columns.size();
  }
}
