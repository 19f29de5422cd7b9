package org.renxing.jobs.cli.method;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.renxing.testing.SharedCases;
import org.renxing.testing.SparkExtension;

@ExtendWith(SparkExtension.class)
class ForestCommandTest {
  private static final String FRIEDMAN = "y ~ x1 + x2 + x3 + x4 + x5 + x6 + x7 + x8 + x9 + x10";
  private static final String FEW = " --trees 20 --depth 4 --leaf 2 --repeats 3";

  @TempDir private Path folder;
  private Path data;

  /** The command takes the session that is at work. */
  @BeforeEach
  void write() throws IOException {
    assertThat(SparkExtension.session().sparkContext().isStopped()).isFalse();
    data = Files.write(folder.resolve("data.csv"), lines());
  }

  /** Thirty units in three years: y is 3 a; e repeats a, k does not vary, h is missing in part. */
  private static List<String> lines() {
    Random random = new Random(5);
    List<String> out = new ArrayList<>(List.of("unit,year,y,a,b,e,k,h"));
    for (int i = 0; i < 90; i++) {
      double a = random.nextDouble();
      String h = i % 30 == 0 ? "" : Integer.toString(i % 7);
      out.add(
          String.format(
              Locale.ROOT,
              "u%02d,%d,%.6f,%.6f,%.6f,%.6f,1,%s",
              i / 3,
              2020 + i % 3,
              3 * a,
              a,
              random.nextDouble(),
              a,
              h));
    }
    return out;
  }

  private static double number(Map<String, String> row, String column) {
    return Double.parseDouble(row.get(column));
  }

  /** What must hold of Friedman's first function (1991), as the case states it. */
  @ParameterizedTest
  @CsvSource({"forest,1.2,0.65", "boosted,1.2,0.8"})
  void friedman(String method, double ratio, double fit) throws IOException {
    Path file = SharedCases.file("cases/stats/friedman1_importance/data.csv");
    String words = "forest --id id --method " + method;
    String trees = method.equals("forest") ? "200" : "60";
    String step = method.equals("forest") ? "0.1" : "0.15";
    List<Map<String, String>> rows =
        Shell.rows(folder, words, file, "--formula", FRIEDMAN, "--trees", trees, "--step", step);
    assertThat(rows.subList(0, 5))
        .extracting(row -> row.get("term"))
        .startsWith("x4")
        .containsExactlyInAnyOrder("x1", "x2", "x3", "x4", "x5");
    assertThat(number(rows.get(4), "importance"))
        .isGreaterThan(ratio * number(rows.get(5), "importance"));
    assertThat(rows).allSatisfy(row -> assertThat(number(row, "r2")).isGreaterThan(fit));
  }

  @Test
  void whatIsNotUsedHasAReason() throws IOException {
    Object[] more = {"--formula", "y ~ a + b + e + k"};
    Map<String, Map<String, String>> rows =
        Shell.by(Shell.rows(folder, "forest --id unit --year year" + FEW, data, more), "term");
    assertThat(rows.keySet()).startsWith("a", "b");
    assertThat(rows.get("e")).containsEntry("reason", "DUPLICATE_OF:a").containsEntry("rank", "");
    assertThat(rows.get("k")).containsEntry("reason", "CONSTANT").containsEntry("importance", "");
    assertThat(rows.get("a")).containsEntry("rank", "1").containsEntry("reason", "");
  }

  /** Neither the order of rows changes a bit, nor a second run; another seed does. */
  @Test
  void orderOfRowsDoesNotMatter() throws IOException {
    Object[] more = {"--formula", "y ~ a + b"};
    String words = "forest --id unit --year year --json" + FEW;
    String first = Shell.method(words, data, more).out();
    List<String> lines = lines();
    Collections.shuffle(lines.subList(1, lines.size()), new Random(1));
    Path other = Files.write(folder.resolve("other.csv"), lines);
    assertThat(Shell.method(words, other, more).out()).isEqualTo(first);
    assertThat(first).contains("\"importance\"", "\"response\"", "\"fit\"", "\"coefficients\"");
    assertThat(Shell.method(words + " --seed 2", data, more).out()).isNotEqualTo(first);
  }

  /** A line is found as it is: y = 3 a, whose curve rises by 3 for 1. */
  @Test
  void elasticNet() throws IOException {
    String words = "forest --id unit --method elastic-net --penalty 0";
    Object[] more = {"--formula", "y ~ a + b", "--table", "coefficients"};
    Map<String, Map<String, String>> terms =
        Shell.by(Shell.rows(folder, words + " --year year", data, more), "term");
    assertThat(number(terms.get("a"), "estimate")).isBetween(2.9999, 3.0001);
    assertThat(number(terms.get("b"), "estimate")).isBetween(-1e-4, 1e-4);
    more[3] = "response";
    List<Map<String, String>> curve =
        Shell.rows(folder, words + " --year year", data, more).stream()
            .filter(row -> row.get("term").equals("a"))
            .toList();
    Map<String, String> low = curve.get(0);
    Map<String, String> high = curve.get(curve.size() - 1);
    double span = number(high, "x") - number(low, "x");
    for (String column : List.of("partial_dependence", "ale")) {
      assertThat(number(high, column) - number(low, column)).isBetween(2.99 * span, 3.01 * span);
    }
  }

  @Test
  void tablesForPeople() {
    Shell.Result result =
        Shell.method("forest --id unit --year year" + FEW, data, "--formula", "y ~ a + b + h");
    assertThat(result.exitCode()).isZero();
    assertThat(result.out()).contains("importance", "partial_dependence", "training_rows");
    assertThat(result.err()).contains("87 rows of 30 units; out of fold R2").contains("h");
  }

  @Test
  void whatIsWrong() {
    assertThat(refused(1, "k ~ a + b")).contains("the response k is 1.0 in all rows");
    assertThat(refused(1, "y ~ k")).contains("no candidate varies", "CONSTANT");
    assertThat(refused(1, "y ~ a", "--folds", "31")).contains("30 folds at most");
    assertThat(refused(2, "y ~ a", "--folds", "1")).contains("folds 1: from 2");
    assertThat(refused(2, "y ~ a", "--method", "svm")).contains("forest, boosted, elastic-net");
    assertThat(refused(2, "y ~ a - 1")).contains("leave out - 1");
    assertThat(refused(2, "y ~ q")).contains("--formula", "'q'");
    assertThat(refused(2, "y ~ a", "--trees", "3")).contains("one for each of 5 folds");
    assertThat(refused(2, "y ~ a", "--mixing", "2")).contains("mixing 2.0: from 0 to 1");
    assertThat(refused(1, "y ~ a", "--years", "1990")).doesNotContain("Exception");
  }

  private String refused(int exitCode, String formula, Object... more) {
    List<Object> all = new ArrayList<>(List.of("--formula", formula));
    all.addAll(List.of(more));
    Shell.Result result = Shell.method("forest --id unit --year year", data, all.toArray());
    assertThat(result.exitCode()).as(result.err()).isEqualTo(exitCode);
    return result.err();
  }
}
