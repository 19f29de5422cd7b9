package org.renxing.jobs.diff;

import java.util.List;
import java.util.Optional;
import org.renxing.model.TableName;

/**
 * How a table of A compares with that of B.
 *
 * @param keys columns by which rows are matched
 * @param added rows that only B has
 * @param gone rows that only A has
 * @param changed rows that both have, with other values
 * @param columns columns with differences, also those within the tolerance, in their order
 * @param columnsOfOtherType columns of both whose types differ
 * @param differences the first of each kind, by key
 * @param movers units whose scores and ranks moved most; empty for a table that ranks no units, and
 *     where none moved
 */
record TableDiff(
    String table,
    State state,
    List<String> keys,
    long rowsA,
    long rowsB,
    long added,
    long gone,
    long changed,
    List<String> columnsOnlyA,
    List<String> columnsOnlyB,
    List<String> columnsOfOtherType,
    List<ColumnDiff> columns,
    List<Difference> differences,
    Optional<Movers> movers) {
  TableDiff {
    keys = List.copyOf(keys);
    columnsOnlyA = List.copyOf(columnsOnlyA);
    columnsOnlyB = List.copyOf(columnsOnlyB);
    columnsOfOtherType = List.copyOf(columnsOfOtherType);
    columns = List.copyOf(columns);
    differences = List.copyOf(differences);
  }

  /** A table that only one has. */
  static TableDiff ofOne(
      TableName table, List<String> keys, long rowsA, long rowsB, boolean isOfA) {
    return new TableDiff(
        table.toString(),
        isOfA ? State.ONLY_A : State.ONLY_B,
        keys,
        rowsA,
        rowsB,
        rowsB,
        rowsA,
        0,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Optional.empty());
  }

  /** What came out. */
  enum State {
    EQUAL,
    DIFFERENT,
    ONLY_A,
    ONLY_B
  }

  /**
   * Differences of a column.
   *
   * @param changed values that differ by more than the tolerance
   * @param largest the largest relative difference of two numbers; empty where none differ
   */
  record ColumnDiff(String column, long changed, Optional<Largest> largest) {}

  /**
   * The largest relative difference of a column, and where it is.
   *
   * @param relativeDifference |a - b| / max(|a|, |b|)
   */
  record Largest(double relativeDifference, RowKey key, Object a, Object b) {}

  /** Kinds of differences. */
  enum Kind {
    CHANGED,
    ADDED,
    GONE
  }

  /**
   * A row that only one has, or a value that differs.
   *
   * @param column where a value differs
   * @param a value in A; empty for null, and where the row is only in one
   * @param b value in B, likewise
   */
  record Difference(
      Kind kind, RowKey key, Optional<String> column, Optional<Object> a, Optional<Object> b) {}

  /**
   * Units that moved most.
   *
   * @param score the column of the score
   * @param byScore by the change of the score, the largest first, of equal ones the first by key
   * @param byRank by the change of the rank, likewise
   */
  record Movers(String score, List<Mover> byScore, List<Mover> byRank) {
    Movers {
      byScore = List.copyOf(byScore);
      byRank = List.copyOf(byRank);
    }
  }

  /**
   * A unit that moved.
   *
   * @param unitName where the table has one
   * @param change b - a
   * @param rankA rank in A; empty where it has none
   */
  record Mover(
      RowKey key,
      Optional<String> unitName,
      double a,
      double b,
      double change,
      Optional<Long> rankA,
      Optional<Long> rankB) {
    /** By how many places the rank changed, either way; 0 where one has none. */
    long places() {
      return rankA.isPresent() && rankB.isPresent() ? Math.abs(rankB.get() - rankA.get()) : 0;
    }
  }

  /** The column with the largest relative difference, the first of several. */
  Optional<ColumnDiff> largest() {
    return columns.stream()
        .filter(c -> c.largest().isPresent())
        .reduce((one, next) -> relative(next) > relative(one) ? next : one);
  }

  private static double relative(ColumnDiff column) {
    return column.largest().orElseThrow().relativeDifference();
  }
}
