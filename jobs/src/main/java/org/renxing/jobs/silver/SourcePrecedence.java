package org.renxing.jobs.silver;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which of several values for one cell counts. A cell that a source gives twice with one value
 * counts once; given twice with different values it does not count at all; of several sources the
 * one with the lowest precedence counts, ties by its id; of several vintages of a source the
 * newest.
 */
final class SourcePrecedence {
  /** Those that are numbers first. */
  private static final Comparator<Entry> IN_ORDER =
      Comparator.comparing((Entry e) -> !e.cell().isSound())
          .thenComparing(e -> e.row().file())
          .thenComparingLong(e -> e.row().number())
          .thenComparing(e -> e.row().hash())
          .thenComparing(e -> e.cell().label());

  private static final Comparator<Entry> BEST_FIRST =
      Comparator.comparingInt((Entry e) -> e.row().precedence())
          .thenComparing(e -> e.row().sourceId())
          .thenComparing(e -> e.row().vintage(), Comparator.reverseOrder());

  private SourcePrecedence() {}

  /** A cell and where it stands. */
  private record Entry(SourceRow row, Cell cell) {}

  /**
   * The rows of all sources about one unit and year, with the cells that more than one gives
   * settled.
   */
  static Iterator<SourceRow> settled(String unitAndYear, List<SourceRow> rows) {
    Map<String, List<Entry>> rivals = rivals(rows);
    IdentityHashMap<Cell, Cell> settled = new IdentityHashMap<>();
    rivals.values().forEach(entries -> settle(entries, settled));
    List<SourceRow> out = new ArrayList<>(rows.size());
    rows.forEach(row -> out.add(with(row, settled).settled()));
    return out.iterator();
  }

  private static SourceRow with(SourceRow row, IdentityHashMap<Cell, Cell> settled) {
    if (settled.isEmpty()) {
      return row;
    }
    List<Cell> cells = new ArrayList<>(row.cells());
    cells.replaceAll(cell -> settled.getOrDefault(cell, cell));
    return row.with(cells);
  }

  /** By indicator, where there are several cells. */
  private static Map<String, List<Entry>> rivals(List<SourceRow> rows) {
    Set<String> once = new HashSet<>();
    Set<String> again = new HashSet<>();
    for (SourceRow row : rows) {
      for (Cell cell : row.cells()) {
        if (!once.add(cell.indicator())) {
          again.add(cell.indicator());
        }
      }
    }
    Map<String, List<Entry>> out = new HashMap<>();
    if (!again.isEmpty()) {
      for (SourceRow row : rows) {
        for (Cell cell : row.cells()) {
          if (again.contains(cell.indicator())) {
            out.computeIfAbsent(cell.indicator(), k -> new ArrayList<>()).add(new Entry(row, cell));
          }
        }
      }
    }
    return out;
  }

  private static void settle(List<Entry> rivals, IdentityHashMap<Cell, Cell> settled) {
    Map<List<String>, List<Entry>> same = new HashMap<>();
    for (Entry e : rivals) {
      same.computeIfAbsent(List.of(e.row().sourceId(), e.row().vintage()), k -> new ArrayList<>())
          .add(e);
    }
    IdentityHashMap<Cell, Reason> reasons = new IdentityHashMap<>();
    same.values().forEach(entries -> compare(entries, reasons));
    Optional<Entry> best =
        rivals.stream().filter(e -> reasons.get(e.cell()).isNone()).min(BEST_FIRST);
    Cell.Winner winner =
        best.map(b -> new Cell.Winner(b.row().sourceId(), b.row().vintage(), b.cell().value()))
            .orElse(Cell.Winner.NONE);
    for (Entry e : rivals) {
      settled.put(e.cell(), e.cell().judged(reasons.get(e.cell()), winner));
    }
    best.map(Entry::cell)
        .ifPresent(cell -> settled.put(cell, cell.judged(Reason.NONE, Cell.Winner.NONE)));
  }

  /** Judges what one source gives in one vintage. */
  private static void compare(List<Entry> same, IdentityHashMap<Cell, Reason> reasons) {
    same.sort(IN_ORDER);
    double[] values =
        same.stream().mapToDouble(e -> e.cell().value()).filter(v -> !Double.isNaN(v)).toArray();
    double lowest = Double.POSITIVE_INFINITY;
    double highest = Double.NEGATIVE_INFINITY;
    for (double value : values) {
      lowest = Math.min(lowest, value);
      highest = Math.max(highest, value);
    }
    boolean isConflict = values.length > 1 && lowest != highest;
    Reason conflict =
        new Reason(
            "CONFLICTING_DUPLICATE",
            "the source gives "
                + values.length
                + " values for this unit, year and indicator, from "
                + lowest
                + " to "
                + highest
                + files(same)
                + "; none is taken");
    Reason again =
        new Reason(
            "DUPLICATE",
            "the same value for this unit, year and indicator came before" + files(same));
    for (int i = 0; i < same.size(); i++) {
      Cell cell = same.get(i).cell();
      Reason compared = isConflict ? conflict : i > 0 ? again : Reason.NONE;
      reasons.put(cell, cell.isSound() ? compared : cell.reason());
    }
  }

  /** The first and last of several files that give a cell; empty where one file does. */
  private static String files(List<Entry> same) {
    List<String> files = same.stream().map(e -> e.row().file()).distinct().sorted().toList();
    return files.size() > 1
        ? " (" + files.get(0) + " and " + files.get(files.size() - 1) + ")"
        : "";
  }
}
