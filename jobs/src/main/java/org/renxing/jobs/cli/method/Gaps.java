package org.renxing.jobs.cli.method;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.renxing.panel.RowImputation;

/** Which cells of the columns that a method reads are missing, and which values were imputed. */
final class Gaps {
  private static final int NAMED = 5;

  private final UnitTable table;
  private final List<String> columns;
  private final Map<Integer, Map<String, String>> imputed = new TreeMap<>();

  Gaps(UnitTable table, Collection<String> columns) {
    this.table = table;
    this.columns = List.copyOf(columns);
  }

  /** Takes note of values that were imputed. */
  void imputed(List<RowImputation.Cell> cells) {
    for (RowImputation.Cell cell : cells) {
      imputed
          .computeIfAbsent(cell.row(), row -> new LinkedHashMap<>())
          .put(cell.indicator(), cell.method().text());
    }
  }

  /**
   * Says on standard error how many cells are missing, and the first of them by row; then how many
   * values were imputed.
   *
   * @param consequence what becomes of those that stay missing, in words
   */
  void note(String consequence) {
    List<String> missing = new ArrayList<>();
    for (int row = 0; row < table.size(); row++) {
      String who = table.who(row);
      missing(row).forEach(column -> missing.add(who + " " + column));
    }
    if (!missing.isEmpty()) {
      System.err.printf(
          Locale.ROOT,
          "%,d of %,d cells are missing: %s%n  %s%n",
          missing.size(),
          (long) columns.size() * table.size(),
          consequence,
          first(missing));
    }
    List<String> filled = new ArrayList<>();
    imputed.forEach(
        (row, cells) ->
            cells.forEach(
                (code, method) -> filled.add(table.who(row) + " " + code + " " + method)));
    if (!filled.isEmpty()) {
      System.err.printf(
          Locale.ROOT, "%,d values were imputed:%n  %s%n", filled.size(), first(filled));
    }
  }

  private static String first(List<String> all) {
    return String.join("; ", all.subList(0, Math.min(NAMED, all.size())))
        + (all.size() > NAMED
            ? String.format(Locale.ROOT, "; … and %,d more", all.size() - NAMED)
            : "");
  }

  private List<String> missing(int row) {
    return columns.stream().filter(c -> table.cells().isMissing(row, c)).toList();
  }

  /** What JSON says of a row beside its answer: columns that are missing, values imputed. */
  Map<String, Object> ofRow(int row) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("missing", missing(row));
    out.put("imputed", imputed.getOrDefault(row, Map.of()));
    return out;
  }

  /** The same of a column: the rows where it is missing, by their keys. */
  Map<String, Object> ofColumn(String column) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put(
        "missing",
        IntStream.range(0, table.size())
            .filter(row -> table.cells().isMissing(row, column))
            .mapToObj(table::who)
            .toList());
    out.put(
        "imputed",
        imputed.entrySet().stream()
            .filter(e -> e.getValue().containsKey(column))
            .collect(
                Collectors.toMap(
                    e -> table.who(e.getKey()),
                    e -> e.getValue().get(column),
                    (a, b) -> a,
                    LinkedHashMap::new)));
    return out;
  }
}
