package org.renxing.jobs.cli.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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

/** {@code method dagum} and {@code method theil}: the example, forms, errors, reference cases. */
class InequalityCommandsTest {
  private static final String[] TOWNS = {
    "city,region,year,score",
    "Aba,east,2020,1",
    "Bol,east,2020,2",
    "Cem,west,2020,3",
    "Dar,west,2020,4",
    "Aba,east,2021,1",
    "Bol,east,2021,4",
    "Cem,west,2021,2",
    "Dar,west,2021,3"
  };

  @TempDir private Path folder;

  /** The example of docs/method.md: head and text suggest what each column is. */
  @Test
  void workedExample() throws IOException {
    Path data = file(TOWNS);
    List<Map<String, String>> rows = Shell.rows(folder, "dagum --value score", data);
    assertThat(rows).hasSize(2);
    assertThat(rows.get(0))
        .containsEntry("measure", "score")
        .containsEntry("year", "2020")
        .containsEntry("n", "4")
        .containsEntry("gini", "0.25")
        .containsEntry("between_share", "0.8")
        .containsEntry("transvariation", "0.0")
        .containsEntry("reason", "");
    assertThat(Double.parseDouble(rows.get(1).get("transvariation_share")))
        .isCloseTo(0.6, within(1e-15));
    List<Map<String, String>> pairs = Shell.rows(folder, "dagum --value score --table pairs", data);
    assertThat(pairs.get(0))
        .containsEntry("group_a", "east")
        .containsEntry("higher_group", "west")
        .containsEntry("d_jh", "2.0")
        .containsEntry("relative_affluence", "1.0");
    Shell.Result text = Shell.run("method", "dagum", data);
    assertThat(text.exitCode()).isZero();
    assertThat(text.out()).contains("gini", "\ngroups\n", "\npairs\n", "0.6");
    assertThat(text.err()).contains("values score · group region · year year");
  }

  @Test
  void theilAsJson() throws IOException {
    Path data = file(TOWNS);
    Shell.Result result = Shell.method("theil --json --epsilon 0.5,2", data);
    JsonNode all = new ObjectMapper().readTree(result.out());
    JsonNode first = all.get("results").get(0);
    double t = first.get("theil_t").doubleValue();
    assertThat(first.get("theil_t_within").doubleValue())
        .isCloseTo(t - first.get("theil_t_between").doubleValue(), within(1e-15));
    // harmonic mean of 1, 2, 3, 4 over their mean
    assertThat(first.get("atkinson_2").doubleValue())
        .isCloseTo(1 - (4 / (25.0 / 12)) / 2.5, within(1e-15));
    assertThat(first.has("atkinson_05")).isTrue();
    assertThat(all.get("groups")).hasSize(4);
  }

  @Test
  void missingValuesDoNotCountAndUndefinedOnesHaveReasons() throws IOException {
    Path data = file("case,group,y", "a,1,0", "a,2,NA", "a,2,3", "b,1,0", "b,1,0", "c,1,");
    Shell.Result said = Shell.method("theil", data);
    assertThat(said.err()).contains("2 values are missing");
    List<Map<String, String>> rows = Shell.rows(folder, "theil", data);
    assertThat(rows)
        .extracting(r -> r.get("reason"))
        .containsExactly("ZERO_VALUE", "MEAN_ZERO", "NO_VALUES");
    assertThat(rows.get(0)).containsEntry("theil_l", "").containsEntry("n", "2");
  }

  @Test
  void mistakesAreNamed() throws IOException {
    Path data = file("city,group,y", "Aba,1,-2", "Bol,,3");
    assertFails(1, "dagum", data, "row 1, column y: is -2; a number of 0 or more");
    assertFails(1, "theil --id city", data, "row 1 (Aba), column y: is -2");
    assertFails(2, "dagum --group land", data, "--group: ", "has no column 'land'");
    assertFails(2, "dagum --value city,city", data, "'city' is named twice");
    assertFails(1, "dagum --value city", data, "row 1, column city: 'Aba' is no number");
    assertFails(2, "dagum --table pairs", data, "--table pairs", "together with --output");
    assertFails(2, "theil --epsilon 0", data, "--epsilon");
    Path lost = file("city,group,y", "Aba,1,2", "Bol,,3");
    assertFails(1, "dagum", lost, "row 2, column group: is missing");
  }

  @Test
  void referenceCaseOfDagum() throws IOException {
    Map<String, String> names =
        Map.of("G", "gini", "Gw", "within", "Gnb", "between", "Gt", "transvariation");
    agree(SharedCases.file("cases/indices/dagum_tiny"), names, List.of("dagum"), "");
  }

  @Test
  void referenceCaseOfTheil() throws IOException {
    Map<String, String> names =
        Map.of("gini", "gini", "theil", "theil_t", "theil_between_hanson98", "theil_t_between");
    agree(
        SharedCases.file("cases/indices/gini_theil_mexico_pysal"),
        names,
        List.of("dagum --group hanson98", "theil --group hanson98"),
        "theil");
  }

  private void agree(Path place, Map<String, String> names, List<String> commands, String word)
      throws IOException {
    Path data = place.resolve("data.csv");
    Map<String, Map<String, String>> first =
        Shell.by(Shell.rows(folder, commands.get(0), data), "measure");
    Map<String, Map<String, String>> last =
        Shell.by(Shell.rows(folder, commands.get(commands.size() - 1), data), "measure");
    List<Map<String, String>> expected = SharedCases.rows(place.resolve("expected.csv"));
    assertThat(expected).isNotEmpty();
    for (Map<String, String> figure : expected) {
      boolean isLast = !word.isEmpty() && figure.get("quantity").startsWith(word);
      String ours =
          (isLast ? last : first).get(figure.get("key")).get(names.get(figure.get("quantity")));
      assertThat(Double.parseDouble(ours))
          .as(figure.toString())
          .isCloseTo(
              Double.parseDouble(figure.get("value")),
              within(Double.parseDouble(figure.get("abs_tol"))));
    }
  }

  private static void assertFails(int exitCode, String words, Path data, String... said) {
    Shell.Result result = Shell.method(words, data);
    assertThat(result.err()).contains(said);
    assertThat(result.exitCode()).isEqualTo(exitCode);
    assertThat(result.out()).isEmpty();
  }

  private Path file(String... lines) throws IOException {
    return Files.write(Files.createTempFile(folder, "data", ".csv"), List.of(lines));
  }
}
