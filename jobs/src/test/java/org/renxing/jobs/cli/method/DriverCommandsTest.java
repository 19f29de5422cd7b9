package org.renxing.jobs.cli.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.renxing.testing.SharedCases;

/**
 * {@code method panel, tobit, stirpat, event, mediation}: examples of the docs, cases, mistakes.
 */
class DriverCommandsTest {
  /** The panel of docs/methods/drivers.md. */
  private static final String[] TOWNS = {
    "town,year,score,gdp,coast",
    "Aba,2019,1,2,1",
    "Aba,2020,2,3,1",
    "Aba,2021,4,6,1",
    "Bol,2019,2,1,0",
    "Bol,2020,3,2,0",
    "Bol,2021,4,4,0",
    "Cem,2019,5,3,0",
    "Cem,2020,5,4,0",
    "Cem,2021,7,5,0"
  };

  @TempDir private Path folder;

  private Path file(String... lines) throws IOException {
    return Files.write(Files.createTempFile(folder, "in", ".csv"), List.of(lines));
  }

  private static double number(Map<String, Map<String, String>> rows, String key, String column) {
    return Double.parseDouble(rows.get(key).get(column));
  }

  private Map<String, Map<String, String>> panel(Path data, Object... more) throws IOException {
    return Shell.by(Shell.rows(folder, "panel --id town --year year", data, more), "term");
  }

  /** Within towns: x − mean (−5/3, −2/3, 7/3), (−4/3, −1/3, 5/3), (−1, 0, 1). */
  @Test
  void workedExampleOfAPanel() throws IOException {
    Path data = file(TOWNS);
    Map<String, Map<String, String>> unit =
        panel(data, "--effects", "unit", "--formula", "score ~ gdp + coast");
    // Sxy = 19/3 + 3 + 2 over Sxx = 26/3 + 14/3 + 2
    assertThat(number(unit, "gdp", "estimate")).isCloseTo(34.0 / 46, within(1e-14));
    assertThat(unit.get("coast"))
        .containsEntry("estimate", "")
        .containsEntry("reason", "ABSORBED_BY_EFFECTS");
    assertThat(unit).doesNotContainKey("(Intercept)");
    Shell.Result said =
        Shell.method(
            "panel --id town --year year --effects unit", data, "--formula", "score ~ gdp");
    assertThat(said.err())
        .contains("cluster: factor G/(G - 1) * (N - 1)/(N - K), G = 3 clusters = 1.714286")
        .contains("K = reported coefficients + 1 for absorbed effects");
    assertThat(said.out())
        .contains("0.73913", "0.0591172", "12.5028", "0.00633639", "\nfit\n", "r2");
  }

  @Test
  void orderOfRowsGivesTheSameBytes() throws IOException {
    String[] turned = TOWNS.clone();
    turned[1] = TOWNS[9];
    turned[9] = TOWNS[1];
    turned[3] = TOWNS[5];
    turned[5] = TOWNS[3];
    for (String effects : List.of("none", "unit", "time", "twoway", "random")) {
      Object[] more = {"--effects", effects, "--formula", "score ~ gdp"};
      assertThat(panel(file(turned), more)).isEqualTo(panel(file(TOWNS), more));
    }
  }

  @Test
  void lagsAndMissingRowsAreSaid() throws IOException {
    Path data = file(TOWNS);
    Shell.Result said =
        Shell.method(
            "panel --id town --year year --effects none --se hc3 --table fit --output -",
            data,
            "--formula",
            "score ~ lag(gdp)");
    assertThat(said.err()).contains("3 of 9 rows are left out", "lag(gdp) in 3");
    assertThat(said.out()).contains("rows,6.0\n", "rows_left_out,3.0\n", "breusch_pagan,");
  }

  @ParameterizedTest
  @CsvSource({
    "none,classic,pooling,se_classic",
    "none,cluster,pooling,se_cluster_unit_sss",
    "none,hc1,pooling,se_white_HC1",
    "none,hc3,pooling,se_white_HC3",
    "unit,classic,fe_individual,se_classic",
    "unit,hc1,fe_individual,se_white_HC1_lsdv",
    "unit,hc3,fe_individual,se_white_HC3_lsdv",
    "unit,cluster,fe_individual,se_cluster_unit_stata_xtreg",
    "twoway,hc3,fe_twoways,se_white_HC3_lsdv",
    "twoway,cluster --small-sample terms,fe_twoways,se_cluster_unit_sss",
    "twoway,cluster --small-sample dummies,fe_twoways,se_cluster_unit_stata_areg",
    "time,dk --lags 0 --small-sample none,fe_time,se_cluster_time_HC0",
    "random,classic,random,se_classic"
  })
  void grunfeld(String effects, String errors, String model, String quantity) throws IOException {
    Path data = SharedCases.file("cases/stats/panel_grunfeld/data.csv");
    String words = "panel --id firm --year year --effects " + effects + " --se " + errors;
    Map<String, Map<String, String>> rows =
        Shell.by(Shell.rows(folder, words, data, "--formula", "inv ~ value + capital"), "term");
    int compared = 0;
    for (Map<String, String> row :
        SharedCases.rows(SharedCases.file("cases/stats/panel_grunfeld/expected.csv"))) {
      String[] key = row.get("key").split(":", -1);
      boolean isCoefficient = row.get("quantity").equals("coef");
      if (key[0].equals(model) && (isCoefficient || row.get("quantity").equals(quantity))) {
        assertThat(number(rows, key[1], isCoefficient ? "estimate" : "std_error"))
            .as(row.toString())
            .isCloseTo(
                Double.parseDouble(row.get("value")),
                within(Double.parseDouble(row.get("abs_tol"))));
        compared++;
      }
    }
    assertThat(compared).isGreaterThanOrEqualTo(4);
  }

  @Test
  void tobit() throws IOException {
    Path data = SharedCases.file("cases/stats/tobit_affairs/data.csv");
    Map<String, Map<String, String>> rows =
        Shell.by(
            Shell.rows(
                folder,
                "tobit --lower 0 --upper 4",
                data,
                "--formula",
                "affairs ~ age + yearsmarried + religiousness + occupation + rating"),
            "term");
    assertThat(number(rows, "rating", "estimate")).isCloseTo(-2.20700744546205, within(2e-6));
    assertThat(number(rows, "rating", "std_error")).isCloseTo(0.449831902290642, within(5e-6));
    assertThat(Math.log(number(rows, "sigma", "estimate")))
        .isCloseTo(2.07231866356551, within(2e-6));
    assertThat(rows.keySet()).last().isEqualTo("sigma");
  }

  @Test
  void stirpat() throws IOException {
    Path data = SharedCases.file("cases/stats/stirpat_ridge/data.csv");
    String formula = "log(impact) ~ log(population) + log(gdp/population) + log(technology)";
    Map<String, Map<String, String>> rows =
        Shell.by(
            Shell.rows(folder, "stirpat --penalty 0.03125", data, "--formula", formula), "term");
    assertThat(number(rows, "(Intercept)", "estimate")).isCloseTo(2.58401982507927, within(1e-8));
    assertThat(number(rows, "log(gdp/population)", "estimate"))
        .isCloseTo(0.169071110533788, within(1e-9));
    assertThat(number(rows, "log(gdp/population)", "vif"))
        .isCloseTo(41.392540844815464, within(1e-6));
    assertThat(number(rows, "log(gdp/population)", "vif_at_penalty")).isLessThan(5);
    Shell.Result gcv = Shell.method("stirpat --json", data, "--formula", formula);
    assertThat(gcv.err()).contains("the least generalised cross-validation");
    assertThat(gcv.out()).contains("\"figure\" : \"penalty\"");
  }

  /** Two towns rise from 1 to 4 and 2 to 6 at the event, others from 1 to 2 and 3 to 3. */
  @Test
  void eventsByHand() throws IOException {
    Path data =
        file(
            "town,year,score,pilot",
            "Aba,2019,1,2021",
            "Aba,2020,1,2021",
            "Aba,2021,4,2021",
            "Bol,2019,3,2021",
            "Bol,2020,2,2021",
            "Bol,2021,6,2021",
            "Cem,2019,1,NA",
            "Cem,2020,1,NA",
            "Cem,2021,2,NA",
            "Dar,2019,2,",
            "Dar,2020,3,",
            "Dar,2021,3,");
    String words = "event --id town --year year --event pilot --leads 2 --lags 0";
    Object[] more = {"--formula", "score ~ 1"};
    Map<String, Map<String, String>> path =
        Shell.by(Shell.rows(folder, words, data, more), "years_since");
    assertThat(path.keySet()).containsExactly("-2", "-1", "0");
    // (3 + 4)/2 − (1 + 0)/2, and the year before the base (0 + 1)/2 − (0 − 1)/2
    assertThat(number(path, "0", "estimate")).isCloseTo(3, within(1e-12));
    assertThat(number(path, "-2", "estimate")).isCloseTo(1, within(1e-12));
    assertThat(path.get("-1")).containsEntry("estimate", "0.0").containsEntry("reason", "BASE");
    Map<String, Map<String, String>> fit =
        Shell.by(Shell.rows(folder, words + " --table fit", data, more), "figure");
    assertThat(number(fit, "units_with_event", "value")).isEqualTo(2);
    assertThat(number(fit, "parallel_trends_f_df", "value")).isEqualTo(1);
    Map<String, Map<String, String>> difference =
        Shell.by(Shell.rows(folder, words + " --table difference", data, more), "term");
    assertThat(number(difference, "treated", "estimate")).isCloseTo(2.5, within(1e-12));
    Path two = file("town,year,score,pilot", "Aba,2019,1,2021", "Aba,2020,1,2022");
    Shell.Result said = Shell.method(words, two, more);
    assertThat(said.exitCode()).isEqualTo(1);
    assertThat(said.err()).contains("--event pilot: a unit has two dates, 2021.0 and 2022.0");
    Shell.Result none = Shell.method(words.replace("pilot", "plan"), data, more);
    assertThat(none.exitCode()).isEqualTo(2);
    assertThat(none.err()).contains("has no column 'plan'");
  }

  @Test
  void mediation() throws IOException {
    Path data = SharedCases.file("cases/stats/panel_grunfeld/data.csv");
    String words = "mediation --id firm --year year --cause value --mediator capital";
    Object[] more = {"--effects", "unit", "--formula", "inv ~ value + capital"};
    Map<String, Map<String, String>> paths =
        Shell.by(Shell.rows(folder, words, data, more), "path");
    assertThat(number(paths, "direct", "estimate")).isCloseTo(0.110123804120719, within(2e-9));
    assertThat(number(paths, "mediator", "estimate")).isCloseTo(0.310065341300139, within(4e-9));
    assertThat(number(paths, "indirect", "estimate"))
        .isCloseTo(
            number(paths, "total", "estimate") - number(paths, "direct", "estimate"),
            within(1e-12));
    Shell.Result wrong = Shell.method(words.replace("capital", "debt"), data, more);
    assertThat(wrong.exitCode()).isEqualTo(2);
    assertThat(wrong.err()).contains("value and debt must be two of [value, capital]");
  }

  @Test
  void mistakesAreNamed() throws IOException {
    Path data = file(TOWNS);
    assertFails(2, "panel --effects unit", data, "method panel: needs --id");
    assertFails(2, "panel --id town", data, "needs --id and --year");
    assertFails(1, "panel --id town --effects unit", data, "Aba stands in 3 rows");
    assertFails(2, "panel --id town --year year --lags 2", data, "--lags: 0 or more, with --se dk");
    assertFails(2, "tobit", data, "name --lower, --upper or both");
    assertFails(2, "tobit --lower 1 --upper 0", data, "lower must be below upper");
    assertFails(1, "tobit --lower 9", data, "all 9 are censored");
    assertFails(2, "stirpat --penalty much", data, "--penalty much: a number of 0 or more, or gcv");
    assertFails(2, "stirpat --penalty -1", data, "penalty -1.0");
    Path text = file("town,year,score,gdp", "Aba,2019,1,many", "Bol,2019,1,2");
    assertFails(1, "tobit --lower 0", text, "row 1, column gdp: 'many' is no number");
    Shell.Result unknown = Shell.method("tobit --lower 0", data, "--formula", "score ~ wealth");
    assertThat(unknown.exitCode()).isEqualTo(2);
    assertThat(unknown.err()).contains("has no column 'wealth'; it has [town, year,");
    for (String words :
        List.of(
            "--factors score --response score",
            "--factors soil --response score",
            "--factors town --response score --discretise equal",
            "--factors gdp --response score --strata 1",
            "--factors gdp --response score --strata 3..x")) {
      Shell.Result result = Shell.method("geodetector " + words, data);
      assertThat(result.exitCode()).as(words).isEqualTo(2);
      assertThat(result.err()).doesNotContain("Exception", "\tat ");
    }
  }

  private static void assertFails(int code, String words, Path data, String message) {
    Shell.Result result = Shell.method(words, data, "--formula", "score ~ gdp");
    assertThat(result.err()).contains(message).doesNotContain("Exception", "\tat ");
    assertThat(result.exitCode()).isEqualTo(code);
  }

  /** Help names the small-sample factors, and gives an example. */
  @Test
  void help() {
    String panel = Shell.run("method", "panel", "--help").out();
    assertThat(panel).contains("factor N/(N − K)", "Stata xtreg", "Example:", "--small-sample");
    assertThat(Shell.run("method", "--help").out())
        .contains("Ask what drives a variable", "geodetector", "panel", "tobit", "stirpat");
  }
}
