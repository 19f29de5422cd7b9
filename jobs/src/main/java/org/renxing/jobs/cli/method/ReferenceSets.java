package org.renxing.jobs.cli.method;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;

/** Which rows are compared with which. */
final class ReferenceSets {
  private static final String ALLOWED =
      "contemporaneous, pooled, sequential, window:K or group:COLUMN";

  private ReferenceSets() {}

  /**
   * Some rows, and those with which they are compared.
   *
   * @param reference rows of the reference set
   * @param scored rows that are scored against it; they are among them
   */
  record Comparison(List<Integer> reference, List<Integer> scored) {}

  /**
   * Comparisons that score each row once.
   *
   * @param word contemporaneous: rows of the same period; pooled: all rows; sequential: rows of the
   *     same and earlier periods; window:K: rows of the period and the K − 1 before it that the
   *     file has; group:COLUMN: rows of the same period and value
   * @throws RenxingException USAGE for another word, and where periods are needed and missing
   */
  static List<Comparison> of(String word, PlainTable table) {
    boolean hasPeriods = table.keyColumns().size() == 2;
    if (word.startsWith("group:")) {
      String column =
          table.cells().column("--reference " + word, word.substring("group:".length()));
      return alike(
          table, row -> table.keys().get(row).period() + "\n" + table.cells().text(row, column));
    }
    if (word.startsWith("window:")) {
      int width = width(word);
      requirePeriods(word, hasPeriods);
      return rolling(table, width);
    }
    return switch (word) {
      case "contemporaneous" -> alike(table, row -> table.keys().get(row).period());
      case "pooled" -> alike(table, row -> "");
      case "sequential" -> {
        requirePeriods(word, hasPeriods);
        yield rolling(table, Integer.MAX_VALUE);
      }
      default -> throw usage(word, "unknown");
    };
  }

  private static List<Comparison> alike(
      PlainTable table, java.util.function.IntFunction<String> group) {
    SortedMap<String, List<Integer>> rows = new TreeMap<>();
    for (int row = 0; row < table.size(); row++) {
      rows.computeIfAbsent(group.apply(row), g -> new ArrayList<>()).add(row);
    }
    return rows.values().stream().map(r -> new Comparison(r, r)).toList();
  }

  private static List<Comparison> rolling(PlainTable table, int width) {
    TreeSet<String> periods = new TreeSet<>(order(table));
    IntStream.range(0, table.size()).forEach(row -> periods.add(table.keys().get(row).period()));
    List<String> ordered = List.copyOf(periods);
    Map<String, Integer> place = new TreeMap<>();
    for (int i = 0; i < ordered.size(); i++) {
      place.put(ordered.get(i), i);
    }
    int[] at =
        IntStream.range(0, table.size())
            .map(r -> place.get(table.keys().get(r).period()))
            .toArray();
    return IntStream.range(0, ordered.size())
        .mapToObj(
            p ->
                new Comparison(
                    IntStream.range(0, at.length)
                        .filter(r -> at[r] <= p && p - at[r] < width)
                        .boxed()
                        .toList(),
                    IntStream.range(0, at.length).filter(r -> at[r] == p).boxed().toList()))
        .toList();
  }

  /** Whole numbers by size, where all are; else as text. */
  private static Comparator<String> order(PlainTable table) {
    boolean areNumbers =
        IntStream.range(0, table.size())
            .allMatch(row -> table.keys().get(row).period().matches("\\d{1,9}"));
    return areNumbers ? Comparator.comparingInt(Integer::parseInt) : Comparator.naturalOrder();
  }

  private static int width(String word) {
    String digits = word.substring("window:".length());
    if (!digits.matches("[1-9]\\d{0,5}")) {
      throw usage(word, "K is a whole number of 1 or more");
    }
    return Integer.parseInt(digits);
  }

  private static void requirePeriods(String word, boolean hasPeriods) {
    if (!hasPeriods) {
      throw usage(word, "needs --period, the column that holds the period");
    }
  }

  private static RenxingException usage(String word, String what) {
    return new RenxingException(
        ErrorCode.USAGE, "--reference " + word + ": " + what + "; one of " + ALLOWED);
  }
}
