package org.renxing.jobs.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.renxing.jobs.diff.TableDiff.State;
import org.renxing.lake.RowReader;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;
import org.renxing.model.TableName;

/**
 * How two releases, or two scenarios, compare table by table.
 *
 * @param behind what stands behind the differences, which is no difference itself
 * @param tables all that were compared, by name
 */
public record LakeDiff(
    Side a, Side b, double tolerance, boolean isEqual, Behind behind, List<TableDiff> tables) {
  public LakeDiff {
    tables = List.copyOf(tables);
  }

  /** What was compared. */
  public record Side(String lake, String release, Optional<String> scenario) {
    static Side of(DiffSide side) {
      return new Side(side.lake().root(), side.release().id(), side.scenario());
    }

    @Override
    public String toString() {
      return lake + ", release " + release + scenario.map(s -> ", scenario " + s).orElse("");
    }
  }

  /**
   * Compares.
   *
   * @throws RenxingException USAGE where neither has a table that is named, or a scenario is to be
   *     compared with a whole release; STORAGE where a table is damaged
   */
  public static LakeDiff of(DiffSide a, DiffSide b, DiffOptions options) {
    if (a.scenario().isPresent() != b.scenario().isPresent()) {
      throw new RenxingException(
          ErrorCode.USAGE, "diff: a scenario is compared with a scenario; write scenario:ID twice");
    }
    Map<String, List<String>> keys = b.keys();
    keys.putAll(a.keys());
    List<TableDiff> out = new ArrayList<>();
    for (TableName table : chosen(a, b, options.tables())) {
      out.add(compare(table, a, b, keys.getOrDefault(table.toString(), List.of()), options));
    }
    boolean isEqual = out.stream().allMatch(t -> t.state() == State.EQUAL);
    return new LakeDiff(Side.of(a), Side.of(b), options.tolerance(), isEqual, Behind.of(a, b), out);
  }

  /** How many tables differ. */
  public long different() {
    return tables.stream().filter(t -> t.state() != State.EQUAL).count();
  }

  private static Set<TableName> chosen(DiffSide a, DiffSide b, Set<TableName> named) {
    Set<TableName> known = new TreeSet<>(a.tables());
    known.addAll(b.tables());
    Set<TableName> unknown = new TreeSet<>(named);
    unknown.removeAll(known);
    unknown.remove(ReleasedParts.TABLE);
    if (!unknown.isEmpty()) {
      throw new RenxingException(
          ErrorCode.USAGE,
          "diff --tables: neither has "
              + String.join(", ", unknown.stream().map(TableName::toString).toList())
              + "; there are "
              + String.join(", ", known.stream().map(TableName::name).toList()));
    }
    return named.isEmpty() ? known : named;
  }

  private static TableDiff compare(
      TableName table, DiffSide a, DiffSide b, List<String> keys, DiffOptions options) {
    Optional<RowReader> rowsA = a.reader(table);
    Optional<RowReader> rowsB = b.reader(table);
    if (rowsA.isEmpty() || rowsB.isEmpty()) {
      return TableDiff.ofOne(table, keys, a.rows(table), b.rows(table), rowsB.isEmpty());
    }
    Set<String> leftOut =
        a.scenario().isPresent() ? Set.of("run_id", "scenario_id") : Set.of("run_id");
    return TableComparison.compare(
        table,
        new TableComparison.Rows(rowsA.get(), a.scenario()),
        new TableComparison.Rows(rowsB.get(), b.scenario()),
        ComparedColumns.of(rowsA.get().schema(), rowsB.get().schema(), keys, leftOut),
        options);
  }
}
