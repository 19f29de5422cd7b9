package org.renxing.dea;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.renxing.testing.SharedCases;

/** A reference case: data, and what is expected of each row. */
record DeaCase(String name, Observations data, List<Map<String, String>> expected) {
  static DeaCase of(String name, List<String> inputs, List<String> outputs) throws IOException {
    Path folder = SharedCases.file("cases/dea/" + name);
    List<Map<String, String>> rows = SharedCases.rows(folder.resolve("data.csv"));
    List<UnitKey> keys = new ArrayList<>();
    double[][] x = new double[rows.size()][];
    double[][] y = new double[rows.size()][];
    for (int i = 0; i < x.length; i++) {
      Map<String, String> row = rows.get(i);
      keys.add(UnitKey.of(row.getOrDefault("dmu", row.getOrDefault("unit", ""))));
      x[i] = numbers(row, inputs);
      y[i] = numbers(row, outputs);
    }
    return new DeaCase(
        name,
        Observations.of(inputs, outputs, keys, x, y),
        SharedCases.rows(folder.resolve("expected.csv")));
  }

  private static double[] numbers(Map<String, String> row, List<String> columns) {
    return columns.stream().mapToDouble(c -> Double.parseDouble(row.get(c))).toArray();
  }
}
