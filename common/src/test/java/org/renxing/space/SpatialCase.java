package org.renxing.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.renxing.testing.SharedCases;

/** A published case: its units, their weights, and what is expected of them. */
public final class SpatialCase {
  private final String folder;
  private final List<Map<String, String>> data;

  /** The case of a name. */
  public SpatialCase(String name) throws IOException {
    this.folder = "cases/stats/" + name + "/";
    this.data = rows("data.csv");
  }

  private List<Map<String, String>> rows(String file) throws IOException {
    return SharedCases.rows(SharedCases.file(folder + file));
  }

  /** The units in the order of the file. */
  public List<String> units() {
    return data.stream().map(row -> row.get("id")).toList();
  }

  /** A column of numbers. */
  public double[] column(String name) {
    return data.stream().mapToDouble(row -> Double.parseDouble(row.get(name))).toArray();
  }

  /** The weights of the file. */
  public WeightMatrix weights() throws IOException {
    List<String> units = units();
    List<Map<String, String>> pairs = rows("weights.csv");
    return WeightMatrix.of(
        units.size(),
        pairs.stream().mapToInt(p -> units.indexOf(p.get("id"))).toArray(),
        pairs.stream().mapToInt(p -> units.indexOf(p.get("neighbour"))).toArray(),
        pairs.stream().mapToDouble(p -> Double.parseDouble(p.get("weight"))).toArray());
  }

  /** The same pairs, each of weight 1. */
  public WeightMatrix binary() throws IOException {
    WeightMatrix w = weights();
    int[][] out = new int[w.size()][];
    for (int i = 0; i < out.length; i++) {
      out[i] = new int[w.degree(i)];
      for (int k = 0; k < out[i].length; k++) {
        out[i][k] = w.neighbour(i, k);
      }
    }
    return WeightMatrix.binary(out);
  }

  /**
   * Compares every expected figure of a quantity, at its own tolerance.
   *
   * @param found the figure of a key; NaN for a key that does not count here
   * @param least how many figures there are at least
   */
  public void check(String quantity, int least, Function<String, Double> found) throws IOException {
    List<String> compared = new ArrayList<>();
    for (Map<String, String> row : rows("expected.csv")) {
      if (!row.get("quantity").equals(quantity)) {
        continue;
      }
      String key = row.get("key");
      double value = found.apply(key);
      if (!Double.isNaN(value)) {
        double tolerance = Double.parseDouble(row.get("abs_tol"));
        assertThat(value)
            .as(quantity + " " + key)
            .isCloseTo(Double.parseDouble(row.get("value")), within(tolerance));
        compared.add(key);
      }
    }
    assertThat(compared).as(quantity).hasSizeGreaterThanOrEqualTo(least);
  }
}
