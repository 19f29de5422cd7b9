package org.renxing.jobs.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.renxing.model.TableName;

/**
 * Pages of gold tables that no page names: a chart that their columns allow, and their rows. So a
 * new table is in the report by its declaration alone.
 */
final class OtherTables {
  /** Rows of a scenario that a page holds, whole years from the newest. */
  static final int MOST = 500;

  /** Rows of a year that are held where it has more than {@link #MOST}. */
  private static final int MOST_OF_YEAR = 1000;

  private static final String SCENARIO = "scenario_id";
  private static final String UNIT = "unit_id";
  private static final String YEAR = "year";
  private static final Set<String> LEFT_OUT = Set.of("run_id", "unit_name", SCENARIO);
  private static final Set<String> SHOWN_TYPES =
      Set.of("string", "int", "bigint", "double", "boolean", "timestamp", "date");
  private static final Set<String> CATALOGUE = Set.of("data_dictionary", "release_table");

  private OtherTables() {}

  /**
   * The pages, by table.
   *
   * @param scenarios as literals of SQL; tables without a scenario are shown by each
   */
  static Map<String, Page> pages(List<TableList.Table> tables, String scenarios) {
    Set<TableName> known = new TreeSet<>();
    Pages.SHARED.forEach(set -> known.addAll(set.tables()));
    Pages.all().forEach(page -> page.data().forEach(set -> known.addAll(set.tables())));
    return tables.stream()
        .filter(table -> !known.contains(TableName.parse(table.name())))
        .filter(table -> !CATALOGUE.contains(TableName.parse(table.name()).name()))
        .collect(Collectors.toMap(TableList.Table::name, table -> page(table, scenarios)));
  }

  /** The page of a table. */
  static Page page(TableList.Table table, String scenarios) {
    String name = TableName.parse(table.name()).name();
    List<Chart> charts = new ArrayList<>();
    String readable = name.replaceAll("_(unit_year|unit|year)$", "").replace('_', ' ');
    Label title =
        new Label(
            readable.substring(0, 1).toUpperCase(Locale.ROOT) + readable.substring(1),
            table.name());
    chart(table, title).ifPresent(charts::add);
    charts.add(
        Chart.of("rows", ChartKind.TABLE, "rows")
            .title("Rows", "数据行")
            .note(
                "The newest " + MOST + " of each scenario; all with bin/renxing export",
                "每个方案最新的" + MOST + "行；全部数据用 bin/renxing export 导出")
            .method(""));
    return new Page(
        "table/" + name,
        title,
        new Label(table.comment(), table.comment()),
        false,
        List.of(rows(table, scenarios)),
        charts);
  }

  private static DataSet rows(TableList.Table table, String scenarios) {
    List<String> names = table.columns().stream().map(TableList.Column::name).toList();
    String from =
        names.contains(SCENARIO)
            ? table.name()
            : "(SELECT unnest([" + scenarios + "]) AS scenario_id) CROSS JOIN " + table.name();
    String columns =
        table.columns().stream()
            .filter(c -> SHOWN_TYPES.contains(c.type()) && !LEFT_OUT.contains(c.name()))
            .map(c -> quoted(c.name()))
            .collect(Collectors.joining(", "));
    String keys =
        table.columns().stream()
            .filter(c -> c.isKey() && !c.name().equals(SCENARIO))
            .map(c -> quoted(c.name()))
            .collect(Collectors.joining(", "));
    String order = keys.isEmpty() ? columns : keys;
    String which =
        names.contains(YEAR)
            ? String.format(
                Locale.ROOT,
                "(count(*) OVER (PARTITION BY scenario_id ORDER BY year DESC NULLS LAST) <= %d OR"
                    + " (dense_rank() OVER (PARTITION BY scenario_id ORDER BY year DESC NULLS"
                    + " LAST) = 1 AND row_number() OVER (PARTITION BY scenario_id ORDER BY year"
                    + " DESC NULLS LAST, %s) <= %d))",
                MOST,
                order,
                MOST_OF_YEAR)
            : String.format(
                Locale.ROOT,
                "row_number() OVER (PARTITION BY scenario_id ORDER BY %s) <= %d",
                order,
                MOST);
    return new DataSet(
        "rows", order, "SELECT scenario_id, " + columns + " FROM " + from + " QUALIFY " + which);
  }

  /** What the columns allow: units by place or on the map, or courses. */
  private static Optional<Chart> chart(TableList.Table table, Label title) {
    List<String> names = table.columns().stream().map(TableList.Column::name).toList();
    List<String> figures = new ArrayList<>();
    List<String> keys = new ArrayList<>();
    for (TableList.Column column : table.columns()) {
      if (column.isKey() && column.type().equals("string")) {
        keys.add(column.name());
      } else if (!column.isKey() && column.type().equals("double")) {
        figures.add(column.name());
      }
    }
    keys.removeAll(List.of(SCENARIO, UNIT));
    if (figures.isEmpty() || !(names.contains(UNIT) || names.contains(YEAR))) {
      return Optional.empty();
    }
    return Optional.of(chart(title, figures, keys, names.contains(UNIT), names.contains(YEAR)));
  }

  private static Chart chart(
      Label title, List<String> figures, List<String> keys, boolean isOfUnits, boolean isOfYears) {
    ChartKind kind = !isOfUnits ? ChartKind.LINES : isOfYears ? ChartKind.RANKING : ChartKind.MAP;
    Chart.Builder out =
        Chart.of("chart", kind, "rows")
            .title(title.en(), title.zh())
            .note("Choose what is shown", "请选择所示指标")
            .with(Role.VALUE, figures.get(0))
            .with(Role.CHOICE, figures.toArray(String[]::new));
    if (isOfUnits) {
      out.with(Role.UNIT, UNIT);
    }
    if (isOfYears) {
      out.with(Role.YEAR, YEAR);
    }
    if (!isOfUnits && !keys.isEmpty()) {
      out.with(Role.SERIES, keys.remove(keys.size() - 1));
    }
    return out.filters(keys.toArray(String[]::new)).method("");
  }

  private static String quoted(String name) {
    return '"' + name + '"';
  }
}
