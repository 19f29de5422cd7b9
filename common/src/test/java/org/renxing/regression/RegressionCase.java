package org.renxing.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.renxing.testing.SharedCases;

/** A reference case: its columns of numbers, and the figures that are expected. */
record RegressionCase(Map<String, double[]> columns, List<Map<String, String>> expected) {
  static RegressionCase of(String name) throws IOException {
    Path folder = SharedCases.file("cases/stats/" + name);
    List<Map<String, String>> rows = SharedCases.rows(folder.resolve("data.csv"));
    Map<String, double[]> columns = new LinkedHashMap<>();
    for (String column : rows.get(0).keySet()) {
      columns.put(column, rows.stream().mapToDouble(r -> number(r.get(column))).toArray());
    }
    return new RegressionCase(columns, SharedCases.rows(folder.resolve("expected.csv")));
  }

  private static double number(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  Frame frame() {
    return Frame.of(columns);
  }

  Frame frame(String unit, String time) {
    int[] units = ints(unit);
    return new Frame(columns, Optional.of(PanelRows.of(names(units), ints(time))));
  }

  private static List<String> names(int[] units) {
    return Arrays.stream(units).mapToObj(Integer::toString).toList();
  }

  private int[] ints(String column) {
    return Arrays.stream(columns.get(column)).mapToInt(x -> (int) x).toArray();
  }

  /**
   * Compares every expected figure of which there is an answer; returns how many.
   *
   * @param answer of quantity and key; empty for one that is not asked
   */
  int compare(BiFunction<String, String, Optional<Double>> answer) {
    int compared = 0;
    for (Map<String, String> row : expected) {
      Optional<Double> found = answer.apply(row.get("quantity"), row.get("key"));
      if (found.isPresent()) {
        compared++;
        assertThat(found.get())
            .as(row.toString())
            .isCloseTo(
                Double.parseDouble(row.get("value")),
                within(Math.max(Double.parseDouble(row.get("abs_tol")), 1e-300)));
      }
    }
    return compared;
  }
}
