package org.renxing.jobs.cli.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.renxing.testing.SharedCases;

/** {@code method index --aggregation} with rankings of several criteria. */
class RankingCommandTest {
  @TempDir private Path folder;
  private Path data;

  @BeforeEach
  void write() throws IOException {
    data =
        Files.writeString(
            folder.resolve("cities.csv"),
            """
            city,gdp,green,smoke
            Aba,10,3,8
            Bol,20,5,4
            Cem,40,4,6
            Dan,30,1,2
            """);
  }

  private List<Map<String, String>> rows(String words) throws IOException {
    return Shell.rows(folder, "index --id city " + words, data);
  }

  private Shell.Result text(Path file, String words) {
    return Shell.method("index --id city " + words, file);
  }

  private static List<String> column(List<Map<String, String>> rows, String name) {
    return rows.stream().map(row -> row.get(name)).toList();
  }

  private static void assertScores(List<Map<String, String>> rows, double... expected) {
    for (int i = 0; i < expected.length; i++) {
      assertThat(Double.parseDouble(rows.get(i).get("overall")))
          .as(rows.get(i).get("city"))
          .isCloseTo(expected[i], within(1e-12));
    }
  }

  /**
   * The worked example of docs/methods/rankings.md. On ranges gdp is 0, 1/3, 1, 2/3, green .5, 1,
   * .75, 0 and smoke, turned, 0, 2/3, 1/3, 1; each weighs a third.
   */
  @Test
  void example() throws IOException {
    List<Map<String, String>> topsis = rows("--negative smoke --aggregation topsis");
    assertThat(topsis.get(0).keySet())
        .containsExactly("city", "overall", "d_plus", "d_minus", "rank", "reason");
    // each column over the root of its sum of squares
    double gdp = Math.sqrt(3000);
    double green = Math.sqrt(51);
    double smoke = Math.sqrt(120);
    double plus = Math.hypot(Math.hypot(30 / gdp, 2 / green), 6 / smoke) / 3;
    double minus = 2 / green / 3;
    assertThat(Double.parseDouble(topsis.get(0).get("d_plus"))).isCloseTo(plus, within(1e-12));
    assertThat(Double.parseDouble(topsis.get(0).get("d_minus"))).isCloseTo(minus, within(1e-12));
    assertScores(topsis, minus / (plus + minus));
    List<Map<String, String>> grey = rows("--negative smoke --aggregation grey-relational");
    // .5/(1 - y + .5) of each y
    assertScores(
        grey,
        (1 / 3.0 + 0.5 + 1 / 3.0) / 3,
        (3 / 7.0 + 1 + 0.6) / 3,
        (1 + 2 / 3.0 + 3 / 7.0) / 3,
        (0.6 + 1 / 3.0 + 1) / 3);
    assertThat(column(grey, "rank")).containsExactly("4", "2", "1", "3");
    List<Map<String, String>> sums = rows("--negative smoke --aggregation rank-sum-ratio");
    assertScores(sums, 4 / 12.0, 9 / 12.0, 9 / 12.0, 8 / 12.0);
    assertThat(column(sums, "rank")).containsExactly("3", "1", "1", "2");
    List<Map<String, String>> vikor = rows("--negative smoke --aggregation vikor");
    // S is 2.5/3, 1/3, 11/36 and 4/9, R 1/3, 2/9, 2/9 and 1/3
    assertScores(vikor, 1, (1 / 3.0 - 11 / 36.0) / (30 / 36.0 - 11 / 36.0) / 2, 0);
    assertThat(column(vikor, "rank")).containsExactly("4", "2", "1", "3");
    assertThat(vikor.get(0).keySet())
        .containsExactly("city", "overall", "s", "r", "is_compromise", "rank", "reason");
  }

  @ParameterizedTest
  @CsvSource({
    "entropy, vector, entropy_topsis_vector",
    "entropy, min-max, entropy_topsis_minmax",
    "critic, vector, critic_topsis_vector",
    "critic, min-max, critic_topsis_minmax"
  })
  void outsideCase(String method, String normalise, String quantity) throws IOException {
    Path suppliers = SharedCases.file("cases/stats/topsis_entropy_critic/data.csv");
    List<Map<String, String>> found =
        Shell.rows(
            folder,
            "index --id alternative --negative c2,c3 --aggregation topsis --method "
                + method
                + " --normalise "
                + normalise,
            suppliers);
    int n = 0;
    for (Map<String, String> row :
        SharedCases.rows(SharedCases.file("cases/stats/topsis_entropy_critic/expected.csv"))) {
      for (Map<String, String> own : found) {
        if (!own.get("alternative").equals(row.get("key"))) {
          continue;
        }
        if (row.get("quantity").equals(quantity)) {
          assertThat(Double.parseDouble(own.get("overall")))
              .as(row.toString())
              .isCloseTo(Double.parseDouble(row.get("value")), within(1e-10));
          n++;
        } else if (row.get("quantity").equals(quantity + "_rank")) {
          assertThat(own).as(row.toString()).containsEntry("rank", row.get("value"));
          n++;
        }
      }
    }
    assertThat(n).isEqualTo(12);
  }

  /** Neither the order of rows nor units of measure count. */
  @ParameterizedTest
  @ValueSource(strings = {"topsis", "grey-relational", "rank-sum-ratio", "vikor"})
  void orderAndScale(String ranking) throws IOException {
    Path other =
        Files.writeString(
            folder.resolve("other.csv"),
            """
            city,gdp,green,smoke
            Dan,30000,1,0.02
            Cem,40000,4,0.06
            Bol,20000,5,0.04
            Aba,10000,3,0.08
            """);
    String words = "index --id city --negative smoke --aggregation " + ranking;
    List<Map<String, String>> found = Shell.rows(folder, words, other);
    List<Map<String, String>> rows = Shell.rows(folder, words, data);
    for (int i = 0; i < rows.size(); i++) {
      Map<String, String> own = rows.get(i);
      assertThat(found.get(3 - i).get("city")).isEqualTo(own.get("city"));
      assertThat(found.get(3 - i).get("rank")).isEqualTo(own.get("rank"));
      assertThat(Double.parseDouble(found.get(3 - i).get("overall")))
          .isCloseTo(Double.parseDouble(own.get("overall")), within(1e-12));
    }
  }

  /** Negative values, constant columns, gaps and single rows have an answer or a reason. */
  @ParameterizedTest
  @ValueSource(strings = {"topsis", "grey-relational", "rank-sum-ratio", "vikor"})
  void hostile(String ranking) throws IOException {
    String words = "index --id city --columns a,b,z --aggregation " + ranking;
    Path hostile =
        Files.writeString(
            folder.resolve("hostile.csv"),
            "city,a,b,z\nAba,-1,2,5\nBol,0,3,5\nCem,2,,5\nDan,1,-4,5\n");
    List<Map<String, String>> rows = Shell.rows(folder, words, hostile);
    assertThat(column(rows, "reason")).containsExactly("", "", "MISSING_INDICATOR", "");
    assertThat(rows.get(2)).containsEntry("overall", "").containsEntry("rank", "");
    assertThat(rows.get(1)).as("least and most of both").containsEntry("rank", "1");
    assertThat(text(hostile, "--columns z --aggregation " + ranking).err())
        .contains("4 of 4 rows have no overall score")
        .contains("has the same values as all others");
    Path one = Files.writeString(folder.resolve("one.csv"), "city,a,b,z\nAba,1,2,3\n");
    assertThat(column(Shell.rows(folder, words, one), "reason")).containsExactly("SINGLE_UNIT");
  }

  @Test
  void compromiseIsSaid() {
    assertThat(text(data, "--negative smoke --aggregation vikor").err())
        .startsWith("acceptable advantage (C1): no")
        .contains("0.3333 is required")
        .contains("acceptable stability (C2): yes; compromise: Bol; Cem");
  }

  @ParameterizedTest
  @CsvSource({
    "'--aggregation topsis --layout long', --layout long",
    "'--aggregation vikor --normalise vector', belongs to method index --aggregation topsis",
    "'--normalise vector', belongs to method index --aggregation topsis",
    "'--aggregation topsis --rho 0.5', '--rho: belongs to --aggregation grey-relational only'",
    "'--aggregation grey-relational --rho 0', --rho must be above 0",
    "'--aggregation vikor --v 2', --v must be from 0 to 1",
    "'--aggregation electre', 'arithmetic, geometric, topsis'"
  })
  void refused(String words, String says) {
    Shell.Result found = text(data, words);
    assertThat(found.exitCode()).isEqualTo(2);
    assertThat(found.err()).contains(says).doesNotContain("Exception");
  }
}
