package org.renxing.jobs.diff;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.renxing.jobs.diff.TableDiff.Difference;
import org.renxing.jobs.diff.TableDiff.Kind;
import org.renxing.jobs.diff.TableDiff.State;
import org.renxing.lake.RowReader;
import org.renxing.model.TableName;

/**
 * Matches the rows of two tables by key and compares their values. Rows are held and sorted here;
 * of a large table one share of the keys at a time, so that memory does not depend on its size.
 *
 * <p>Where a key is not unique, rows of equal keys are matched in the order of their values, so
 * that the result does not depend on the order in which rows are read.
 */
final class TableComparison {
  /** Values of both tables that are held at a time, about. */
  private static final long MOST_HELD = 40_000_000;

  private final ComparedColumns columns;
  private final int limit;
  private final Optional<MoverTally> movers;
  private final List<ColumnTally> tallies = new ArrayList<>();
  private final Map<Kind, List<Difference>> first = new EnumMap<>(Kind.class);
  private long rowsA;
  private long rowsB;
  private long added;
  private long gone;
  private long changed;

  private TableComparison(ComparedColumns columns, DiffOptions options) {
    this.columns = columns;
    this.limit = options.limit();
    this.movers = MoverTally.of(columns, options);
    for (int i = 0; i < columns.names().size(); i++) {
      boolean isNumber = columns.kinds().get(i) == HeldColumn.Kind.NUMBER;
      tallies.add(new ColumnTally(columns.names().get(i), isNumber ? options.tolerance() : -1));
    }
  }

  /**
   * One of the two tables.
   *
   * @param scenario only rows of this scenario id; empty for all rows
   */
  record Rows(RowReader reader, Optional<String> scenario) {}

  /** Compares. */
  static TableDiff compare(
      TableName table, Rows a, Rows b, ComparedColumns columns, DiffOptions options) {
    long values = (a.reader().rowCount() + b.reader().rowCount()) * columns.names().size();
    return compare(table, a, b, columns, options, (int) (values / MOST_HELD) + 1);
  }

  /** The same in so many shares. */
  static TableDiff compare(
      TableName table, Rows a, Rows b, ComparedColumns columns, DiffOptions options, int shares) {
    TableComparison out = new TableComparison(columns, options);
    for (int share = 0; share < shares; share++) {
      TextPool texts = new TextPool();
      out.add(
          HeldRows.of(a.reader(), a.scenario(), columns, texts, share, shares),
          HeldRows.of(b.reader(), b.scenario(), columns, texts, share, shares));
    }
    return out.result(table);
  }

  private void add(HeldRows a, HeldRows b) {
    Map<Kind, List<Difference>> found = new EnumMap<>(Kind.class);
    int i = 0;
    int j = 0;
    while (i < a.size() || j < b.size()) {
      int order = i == a.size() ? 1 : j == b.size() ? -1 : a.compareKeys(a.row(i), b, b.row(j));
      if (order < 0) {
        gone++;
        keep(found, Kind.GONE, a, a.row(i++));
      } else if (order > 0) {
        added++;
        keep(found, Kind.ADDED, b, b.row(j++));
      } else {
        pair(found, a, a.row(i++), b, b.row(j++));
      }
    }
    rowsA += a.size();
    rowsB += b.size();
    found.forEach((kind, some) -> first.computeIfAbsent(kind, k -> new ArrayList<>()).addAll(some));
    first.values().forEach(this::cut);
  }

  private void pair(Map<Kind, List<Difference>> found, HeldRows a, int rowA, HeldRows b, int rowB) {
    boolean isChanged = false;
    movers.ifPresent(tally -> tally.add(a, rowA, b, rowB));
    for (int c = columns.keyCount(); c < tallies.size(); c++) {
      HeldColumn columnA = a.column(c);
      HeldColumn columnB = b.column(c);
      if (tallies.get(c).differs(columnA, rowA, columnB, rowB, () -> a.key(rowA))) {
        isChanged = true;
        List<Difference> kept = found.computeIfAbsent(Kind.CHANGED, k -> new ArrayList<>());
        if (kept.size() < limit) {
          kept.add(
              new Difference(
                  Kind.CHANGED,
                  a.key(rowA),
                  Optional.of(columns.names().get(c)),
                  Optional.ofNullable(columnA.value(rowA)),
                  Optional.ofNullable(columnB.value(rowB))));
        }
      }
    }
    changed += isChanged ? 1 : 0;
  }

  private void keep(Map<Kind, List<Difference>> found, Kind kind, HeldRows rows, int row) {
    List<Difference> kept = found.computeIfAbsent(kind, k -> new ArrayList<>());
    if (kept.size() < limit) {
      kept.add(
          new Difference(
              kind, rows.key(row), Optional.empty(), Optional.empty(), Optional.empty()));
    }
  }

  /** Leaves the first by key; columns of a row stay in their order. */
  private void cut(List<Difference> some) {
    some.sort(Comparator.comparing(Difference::key));
    if (some.size() > limit) {
      some.subList(limit, some.size()).clear();
    }
  }

  private TableDiff result(TableName table) {
    boolean isEqual = added + gone + changed == 0 && columns.areSame();
    return new TableDiff(
        table.toString(),
        isEqual ? State.EQUAL : State.DIFFERENT,
        columns.keys(),
        rowsA,
        rowsB,
        added,
        gone,
        changed,
        columns.onlyA(),
        columns.onlyB(),
        columns.otherType(),
        tallies.stream().flatMap(tally -> tally.result().stream()).toList(),
        first.values().stream().flatMap(List::stream).toList(),
        movers.flatMap(MoverTally::result));
  }
}
