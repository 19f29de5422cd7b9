package org.renxing.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.renxing.testing.SharedCases;

/** A published case of types. */
final class ClusterCase {
  private final String folder;

  ClusterCase(String name) {
    this.folder = "cases/stats/" + name + "/";
  }

  private List<Map<String, String>> rows(String file) throws IOException {
    return SharedCases.rows(SharedCases.file(folder + file));
  }

  double[][] columns(String... names) throws IOException {
    return rows("data.csv").stream()
        .map(row -> Arrays.stream(names).mapToDouble(n -> Double.parseDouble(row.get(n))).toArray())
        .toArray(double[][]::new);
  }

  /** Labels of the partition beside the case. */
  int[] partition(String column) throws IOException {
    return rows("kmeans_partition.csv").stream()
        .mapToInt(row -> Integer.parseInt(row.get(column)))
        .toArray();
  }

  /** Compares with each figure of a quantity and key, at its tolerance; one or more. */
  void check(String quantity, String key, double found) throws IOException {
    List<Map<String, String>> expected =
        rows("expected.csv").stream()
            .filter(r -> r.get("quantity").equals(quantity) && r.get("key").equals(key))
            .toList();
    assertThat(expected).as(quantity + " " + key).isNotEmpty();
    for (Map<String, String> row : expected) {
      assertThat(found)
          .as(quantity + " " + key)
          .isCloseTo(
              Double.parseDouble(row.get("value")), within(Double.parseDouble(row.get("abs_tol"))));
    }
  }

  /** Compares with a text of sizes, upwards. */
  void checkSizes(String key, Partition partition) throws IOException {
    String sizes =
        IntStream.rangeClosed(1, partition.clusters())
            .map(partition::size)
            .sorted()
            .mapToObj(Integer::toString)
            .collect(Collectors.joining(" "));
    assertThat(
            rows("expected.csv").stream()
                .filter(r -> r.get("quantity").equals("sizes_sorted") && r.get("key").equals(key))
                .map(r -> r.get("value")))
        .isNotEmpty()
        .allMatch(sizes::equals);
  }

  /** The figures of a quantity whose key begins so, upwards. */
  double[] sorted(String quantity, String beginning) throws IOException {
    return rows("expected.csv").stream()
        .filter(r -> r.get("quantity").equals(quantity) && r.get("key").startsWith(beginning + ":"))
        .mapToDouble(r -> Double.parseDouble(r.get("value")))
        .sorted()
        .toArray();
  }
}
