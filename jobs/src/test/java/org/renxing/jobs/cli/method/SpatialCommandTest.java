package org.renxing.jobs.cli.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.renxing.testing.SharedCases;

class SpatialCommandTest {
  private static final String CASE = "cases/stats/spatial_columbus/";

  @TempDir private Path folder;
  private Path data;
  private Path pairs;

  /** Eight units on a ring, in three years. */
  @BeforeEach
  void write() throws IOException {
    StringBuilder rows = new StringBuilder("unit,year,y,a,b\n");
    for (int t = 0; t < 3; t++) {
      for (int u = 0; u < 8; u++) {
        double a = (u * 7 + t * 5) % 11;
        double b = (u * u + 3 * t) % 7;
        double y = 2 * a - b + (u * 13 + t * 17) % 5 + Math.sin(u);
        rows.append(String.format(Locale.ROOT, "u%d,%d,%.4f,%.1f,%.1f%n", u, 2020 + t, y, a, b));
      }
    }
    data = Files.writeString(folder.resolve("panel.csv"), rows.toString());
    StringBuilder ring = new StringBuilder("unit,neighbour,weight\n");
    for (int u = 0; u < 8; u++) {
      ring.append("u" + u + ",u" + (u + 1) % 8 + ",1\n")
          .append("u" + u + ",u" + (u + 7) % 8)
          .append(",1\n");
    }
    pairs = Files.writeString(folder.resolve("ring.csv"), ring.toString());
  }

  private static double number(Map<String, String> row, String column) {
    return Double.parseDouble(row.get(column));
  }

  /** Columbus from the command line, with every table. */
  @Test
  void columbus() throws IOException {
    Path file = SharedCases.file(CASE + "data.csv");
    Path weights = SharedCases.file(CASE + "weights.csv");
    Object[] more = {"--formula", "CRIME ~ INC + HOVAL", "--weights", weights};
    Map<String, Map<String, String>> durbin =
        Shell.by(Shell.rows(folder, "spatial --id id --model durbin", file, more), "term");
    assertThat(durbin.keySet())
        .containsExactly("(Intercept)", "INC", "HOVAL", "W INC", "W HOVAL", "rho");
    assertThat(number(durbin.get("W HOVAL"), "estimate")).isCloseTo(0.24564, within(6e-6));
    assertThat(number(durbin.get("rho"), "std_error")).isCloseTo(0.15623, within(6e-6));
    assertThat(number(durbin.get("rho"), "statistic")).isCloseTo(2.7288, within(6e-5));
    Map<String, Map<String, String>> error =
        Shell.by(Shell.rows(folder, "spatial --id id --model error", file, more), "term");
    assertThat(number(error.get("lambda"), "estimate")).isCloseTo(0.56179, within(6e-6));
    Map<String, Map<String, String>> effects =
        Shell.by(
            Shell.rows(folder, "spatial --id id --model lag --table effects", file, more), "term");
    assertThat(number(effects.get("indirect INC"), "estimate")).isCloseTo(-0.7270849, within(1e-6));
    assertThat(number(effects.get("total INC"), "p_value")).isLessThan(0.01);
    Map<String, Map<String, String>> tests =
        Shell.by(
            Shell.rows(folder, "spatial --id id --model durbin --table tests", file, more), "test");
    assertThat(number(tests.get("robust LM lag"), "statistic")).isCloseTo(3.72005, within(1e-5));
    // ln L of the three models as printed: −181.3935, −182.3904, −183.3805
    assertThat(number(tests.get("LR against lag"), "statistic")).isCloseTo(1.9938, within(3e-4));
    assertThat(number(tests.get("LR against error"), "statistic")).isCloseTo(3.974, within(3e-4));
    assertThat(tests.get("LR against error")).containsEntry("df", "2");
  }

  @Test
  void panelWithEffects() throws IOException {
    Object[] more = {"--formula", "y ~ a + b", "--weights", pairs, "--effects", "two-way"};
    Map<String, Map<String, String>> terms =
        Shell.by(
            Shell.rows(folder, "spatial --id unit --year year --model durbin", data, more), "term");
    assertThat(terms.keySet()).containsExactly("a", "b", "W a", "W b", "rho");
    Map<String, Map<String, String>> fit =
        Shell.by(
            Shell.rows(folder, "spatial --id unit --year year --table fit", data, more),
            "quantity");
    assertThat(fit.get("observations")).containsEntry("value", "14.0");
    assertThat(fit.get("is_determinant_exact")).containsEntry("value", "1.0");
    Shell.Result json = Shell.method("spatial --id unit --year year --json --draws 50", data, more);
    assertThat(json.out()).contains("\"terms\"", "\"effects\"", "\"tests\"", "\"fit\"");
    Shell.Result again =
        Shell.method("spatial --id unit --year year --json --draws 50", data, more);
    assertThat(again.out()).isEqualTo(json.out());
  }

  /** A lag takes the first year away, and is otherwise as good as a column. */
  @Test
  void termsOfFormulas() throws IOException {
    Object[] more = {
      "--formula", "y ~ I(a * 2) + lag(b)", "--weights", pairs, "--effects", "twoway"
    };
    Map<String, Map<String, String>> terms =
        Shell.by(
            Shell.rows(folder, "spatial --id unit --year year --model durbin", data, more), "term");
    assertThat(terms.keySet())
        .containsExactly("I(a * 2)", "lag(b)", "W I(a * 2)", "W lag(b)", "rho");
    Object[] plain = {"--formula", "y ~ a + lag(b)", "--weights", pairs, "--effects", "two-way"};
    Map<String, Map<String, String>> same =
        Shell.by(
            Shell.rows(folder, "spatial --id unit --year year --model durbin", data, plain),
            "term");
    assertThat(number(same.get("a"), "estimate"))
        .isCloseTo(2 * number(terms.get("I(a * 2)"), "estimate"), within(1e-8));
    Map<String, Map<String, String>> fit =
        Shell.by(
            Shell.rows(folder, "spatial --id unit --year year --table fit", data, plain),
            "quantity");
    assertThat(number(fit.get("observations"), "value")).isLessThan(14);
  }

  @Test
  void whatIsWrong() throws IOException {
    assertThat(refused(2, "y = a")).contains("~ expected between response and terms");
    assertThat(refused(2, "y ~ a + ")).contains("formula 'y ~ a + '");
    assertThat(refused(2, "y ~ 1")).contains("one term or more");
    assertThat(refused(2, "y ~ a - 1")).contains("has an intercept");
    assertThat(refused(1, "y ~ log(a - 1000)")).contains("undefined for u0, 20");
    assertThat(refused(2, "y ~ q")).contains("--formula");
    assertThat(refused(2, "y ~ a", "--model", "sar")).contains("lag, error, durbin");
    assertThat(refused(2, "y ~ a", "--effects", "all")).contains("two-way");
    assertThat(refused(2, "y ~ a", "--output", pairs)).contains("the table of weights");
    Files.writeString(data, Files.readString(data).replaceFirst("\nu1,2020,[^\n]*", ""));
    assertThat(refused(1, "y ~ a")).contains("u1, 2020, column y: is missing");
    write();
    Files.writeString(pairs, "a,b,c\nu1,u2,1\nu2,u1,1\n");
    assertThat(refused(1, "y ~ a")).contains("6 units have no neighbour, the first is u0");
  }

  private String refused(int exitCode, String formula, Object... more) {
    List<Object> all = new ArrayList<>(List.of("--formula", formula, "--weights", pairs));
    all.addAll(List.of(more));
    Shell.Result result = Shell.method("spatial --id unit --year year", data, all.toArray());
    assertThat(result.exitCode()).isEqualTo(exitCode);
    return result.err();
  }
}
