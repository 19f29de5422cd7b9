package org.renxing.jobs.cli.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.renxing.testing.SharedCases;

/** Obstacle degrees from the command line. */
class MethodObstaclesTest {
  private static final String CASE = "cases/indices/ccd_obstacle_mathmodels/";
  private static final String GIVEN =
      "obstacles --id unit --columns s1,s2,s3 --normalise none --weights 4,3,3";

  @TempDir private Path folder;

  /** Two units of the case of mathmodels, restated: weights 0.4, 0.3, 0.3. */
  @Test
  void excerptAsTextAndJson() throws IOException {
    Path data = write("unit,s1,s2,s3\nA,0.0162,0.272,0.2655\nI,1,1,1\nM,1,,0\n");
    List<Map<String, String>> rows = Shell.rows(folder, GIVEN, data);
    assertThat(String.join(" ", rows.get(0).keySet()))
        .isEqualTo("unit indicator_code degree_pct cumulative_pct rank reason");
    assertThat(rows.stream().limit(3).map(r -> r.get("indicator_code")).toList())
        .containsExactly("s1", "s3", "s2");
    assertThat(number(rows.get(0), "degree_pct")).isCloseTo(47.28273, offset(1e-5));
    assertThat(number(rows.get(2), "cumulative_pct")).isCloseTo(100, offset(1e-9));
    assertThat(rows.get(3)).containsEntry("reason", "IDEAL_POINT").containsEntry("rank", "");
    assertThat(rows.get(6)).containsEntry("reason", "MISSING_INDICATOR");
    Shell.Result json = Shell.method(GIVEN + " --layout wide --json", data);
    assertThat(json.exitCode()).as(json.err()).isZero();
    JsonNode array = new ObjectMapper().readTree(json.out());
    assertThat(array).hasSize(3);
    assertThat(array.get(0).get("s2").doubleValue()).isCloseTo(26.24148, offset(1e-5));
    assertThat(array.get(1).get("s1").isNull()).isTrue();
    assertThat(json.err()).contains("2 of 3 rows have no degrees");
  }

  @Test
  void mathmodels() throws IOException {
    Path data = SharedCases.file(CASE + "data.csv");
    var percent = Shell.by(Shell.rows(folder, GIVEN + " --layout wide", data), "unit");
    var values = Shell.by(SharedCases.rows(data), "unit");
    int compared = 0;
    for (Map<String, String> e : SharedCases.rows(SharedCases.file(CASE + "expected.csv"))) {
      if (e.get("quantity").equals("obstacle_unscaled_w433")) {
        String[] key = e.get("key").split("/", -1);
        Map<String, String> y = values.get(key[0]);
        double total =
            0.4 * (1 - number(y, "s1")) + 0.3 * (1 - number(y, "s2")) + 0.3 * (1 - number(y, "s3"));
        assertThat(number(percent.get(key[0]), key[1]) / 100 * total)
            .as(e.toString())
            .isCloseTo(number(e, "value"), offset(number(e, "abs_tol")));
        compared++;
      }
    }
    assertThat(compared).isEqualTo(18);
  }

  /** A tree: weights of systems by the tree, means by year and level. */
  @Test
  void meansOfATree() throws IOException {
    Path conf =
        Files.writeString(
            folder.resolve("tree.conf"),
            """
            title = "tree"
            children {
              p { name-en = "p", weight = 3, children {
                a { name-en = "a", direction = "+" }, b { name-en = "b", direction = "-" } } }
              q { name-en = "q", children { c { name-en = "c", direction = "+" } } }
            }
            """);
    Path data = write("unit,year,a,b,c\nu,1,0,2,0\nv,1,4,0,5\nu,2,1,2,10\n");
    var rows =
        Shell.by(
            Shell.rows(
                folder,
                "obstacles --id unit --year year --layout mean",
                data,
                "--index-system",
                conf),
            "year",
            "level",
            "code");
    // weights 3/8, 3/8, 1/4; year 1: u 37.5 37.5 25, v 0 0 100
    assertThat(number(rows.get("1/indicator/a"), "mean_degree_pct")).isCloseTo(18.75, offset(1e-9));
    assertThat(number(rows.get("1/system/q"), "mean_degree_pct")).isCloseTo(62.5, offset(1e-9));
    assertThat(rows.get("1/system/q")).containsEntry("rank", "1").containsEntry("n", "2");
    assertThat(rows.get("0/system/q")).containsEntry("n", "3");
    // without years each row counts once
    Path bare = write("unit,a,b\nu,1,0\nv,0,3\n");
    assertThat(Shell.rows(folder, "obstacles --id unit --layout mean", bare))
        .allSatisfy(row -> assertThat(row).containsEntry("n", "2"));
  }

  @Test
  void mistakesAreNamed() throws IOException {
    Path data = write("unit,s1,s2,s3\nA,0.5,0.2,0.3\nB,0.5,1.2,0.3\n");
    assertFails(1, GIVEN, data, "row 2 (B), s2: is 1.2");
    assertFails(2, "obstacles --id unit --normalise z-score", data, "has no ideal point");
    assertFails(2, "obstacles --id unit --columns s1,s2 --weights 1", data, "gives 1 numbers");
    assertFails(
        2, "obstacles --id unit --columns s1,s2 --weights 1,0", data, "weight must be a finite");
    assertFails(
        2,
        "obstacles --id unit --columns s1,s2 --weights 1,2 --method entropy",
        data,
        "makes weights of its own");
  }

  private static void assertFails(int exitCode, String words, Path data, String message) {
    Shell.Result result = Shell.method(words, data);
    assertThat(result.err()).contains(message);
    assertThat(result.exitCode()).isEqualTo(exitCode);
  }

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("in.csv"), text);
  }

  private static double number(Map<String, String> row, String column) {
    return Double.parseDouble(row.get(column));
  }
}
