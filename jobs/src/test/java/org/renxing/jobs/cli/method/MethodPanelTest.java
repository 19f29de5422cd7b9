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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is done with a panel of one's own: years, gaps, and columns that the answer keeps. */
class MethodPanelTest {
  private static final String COUPLING = "coupling --id city --year year --systems s,e";

  @TempDir private Path folder;
  private Path scores;

  @BeforeEach
  void write() throws IOException {
    scores =
        Files.writeString(
            folder.resolve("scores.csv"),
            """
            city,year,region,code,s,e
            Aba,2019,"east, new",7,0.2,0.5
            Aba,2020,"east, new",7,,0.5
            Aba,2022,"east, new",7,0.5,—
            Bol,2019,west,,0.4,0.6
            Bol,2020,west,,0.45,0.6
            Bol,2022,west,,NA,0.6
            """);
  }

  @ParameterizedTest
  @CsvSource({
    "'linear', 0.3, , ",
    "'linear,nearest', 0.3, 0.5, 0.45",
    "'linear-extrapolate', , 0.5, 0.55",
    "'group-median', 0.45, 0.6, 0.5",
    "'linear,group-median', 0.3, 0.6, 0.5",
    "'none', , , "
  })
  void gapsAreFilledAsInScenarios(String words, Double inside, Double end, Double other)
      throws IOException {
    List<Map<String, String>> rows = Shell.rows(folder, COUPLING + " --impute " + words, scores);
    assertCell(rows.get(1).get("s"), inside);
    assertCell(rows.get(2).get("e"), end);
    assertCell(rows.get(5).get("s"), other);
    assertCell(rows.get(0).get("s"), 0.2);
    assertThat(rows.get(1).get("d").isEmpty()).isEqualTo(inside == null);
  }

  private static void assertCell(String text, Double expected) {
    if (expected == null) {
      assertThat(text).isEmpty();
    } else {
      assertThat(Double.parseDouble(text)).isCloseTo(expected, within(1e-15));
    }
  }

  /** Row 3 is beyond the years, so that row 2 is the end of its series. */
  @Test
  void onlyRowsOfTheYearsCount() throws IOException {
    String words = COUPLING + " --years 2019..2020 --impute linear,nearest";
    List<Map<String, String>> rows = Shell.rows(folder, words, scores);
    assertThat(rows.stream().map(r -> r.get("year")).toList())
        .containsExactly("2019", "2020", "2019", "2020");
    assertCell(rows.get(1).get("s"), 0.2);
    assertThat(Shell.method(COUPLING + " --years 2019..2020", scores).err())
        .contains("1 of 8 cells are missing: their rows have no coupling", "  Aba, 2020 s\n");
    assertThat(Shell.rows(folder, "dagum --value e --years 2020", scores)).hasSize(1);
    assertThat(
            Shell.rows(
                folder, "dea --id city --year year --inputs s --outputs e --years 2019", scores))
        .hasSize(2);
    Path odd = Files.writeString(folder.resolve("odd.csv"), "id,year,a\nx,1999,!\ny,2020,?\n");
    assertThat(Shell.method("weights --id id --year year --columns a --years 2020", odd).err())
        .as("rows keep their numbers")
        .contains("row 2 (y, 2020), column a: '?' is no number");
    assertFails(
        1, COUPLING + " --years 2030", "no row has a year of --years 2030..2030", "2019 to 2022");
    assertFails(2, COUPLING + " --years 2020-2021", "--years '2020-2021': write 2012..2021");
    assertFails(2, "coupling --id code --systems s,e --years 2020", "--years: needs --year");
  }

  @Test
  void theAnswerKeepsColumnsOfTheInput() throws IOException {
    List<Map<String, String>> rows = Shell.rows(folder, COUPLING + " --carry region,code", scores);
    assertThat(String.join(" ", rows.get(0).keySet())).startsWith("city year region code s e c t");
    assertThat(rows.get(2)).containsEntry("region", "east, new").containsEntry("code", "7");
    assertThat(rows.get(3)).containsEntry("region", "west").containsEntry("code", "");
    String index = "index --id city --year year --impute linear,nearest --carry code";
    assertThat(String.join(" ", Shell.rows(folder, index, scores).get(0).keySet()))
        .as("what is carried is no indicator")
        .isEqualTo("city year code overall rank");
    String obstacles = "obstacles --id city --year year --columns s,e --carry region";
    assertThat(Shell.rows(folder, obstacles, scores).get(0)).containsEntry("region", "east, new");
    String dea = "dea --id city --year year --inputs s --outputs e --years 2019 --carry region";
    assertThat(String.join(" ", Shell.rows(folder, dea, scores).get(1).keySet()))
        .startsWith("city year region theta");
    assertFails(2, obstacles + " --layout mean", "--carry", "take long or wide");
    assertFails(2, COUPLING + " --carry regoin", "--carry", "regoin", "region");
    assertFails(2, COUPLING + " --carry s", "two columns 's'");
  }

  @Test
  void missingCellsAreNamed() throws IOException {
    Shell.Result said = Shell.method(COUPLING + " --impute linear --json", scores);
    assertThat(said.exitCode()).as(said.err()).isZero();
    assertThat(said.err())
        .contains(
            "3 of 12 cells are missing: their rows have no coupling unless imputed",
            "  Aba, 2020 s; Aba, 2022 e; Bol, 2022 s\n",
            "1 values were imputed:",
            "  Aba, 2020 s linear\n");
    JsonNode json = new ObjectMapper().readTree(said.out());
    assertThat(json).hasSize(6);
    assertThat(json.get(0).get("missing")).isEmpty();
    assertThat(json.get(1).get("missing").toString()).isEqualTo("[\"s\"]");
    assertThat(json.get(1).get("imputed").toString()).isEqualTo("{\"s\":\"linear\"}");
    assertThat(json.get(5).get("imputed")).isEmpty();
    assertThat(json.get(5).get("d").isNull()).isTrue();

    JsonNode weights =
        new ObjectMapper()
            .readTree(
                Shell.method("weights --id city --year year --columns s,e --json", scores).out());
    assertThat(weights.get(0).get("missing").toString()).isEqualTo("[\"Aba, 2020\",\"Bol, 2022\"]");
    Shell.Result dagum = Shell.method("dagum --value s --id city --json", scores);
    assertThat(dagum.err())
        .contains("2 values are missing", "  row 2 city Aba year 2020 column s;");
    assertThat(new ObjectMapper().readTree(dagum.out()).at("/missing/1/row").intValue())
        .isEqualTo(6);
  }

  @Test
  void wordsThatDoNotGoTogether() {
    assertFails(2, COUPLING + " --impute mean", "unknown", "linear, nearest, linear-extrapolate");
    assertFails(2, COUPLING + " --impute nearest,linear-extrapolate", "leave one out");
    assertFails(2, COUPLING + " --impute none,linear", "none goes with no other");
    assertFails(2, "weights --id code --impute linear", "--impute linear: needs --year");
  }

  @Test
  void helpIsGroupedByWhatPeopleLookFor() {
    String methods = Shell.run("method", "--help").out();
    assertThat(methods)
        .containsSubsequence(
            "Weigh indicators and score units:",
            "  index ",
            "  weights ",
            "Relate systems to each other:",
            "  coupling ",
            "See what holds units back:",
            "  obstacles ",
            "Compare the efficiency of units:",
            "  dea ",
            "Measure inequality between units and groups:",
            "  dagum ",
            "  theil ",
            "bin/renxing method index --help");
    String index = Shell.run("method", "index", "--help").out();
    assertThat(index)
        .containsSubsequence(
            "Input and answer:",
            "--carry",
            "--years",
            "This method:",
            "--aggregation",
            "Indicators:",
            "--columns",
            "Missing values:",
            "--impute",
            "Normalisation:",
            "Weights:",
            "--method",
            "How the file is written",
            "--encoding",
            "Help:",
            "--version",
            "Examples:",
            "bin/renxing method index");
    for (String method :
        List.of("weights", "index", "coupling", "obstacles", "dea", "dagum", "theil")) {
      assertThat(Shell.run("method", method, "--help").out())
          .as(method)
          .contains("Example", "  bin/renxing method " + method, "Input and answer:");
    }
  }

  private void assertFails(int exitCode, String words, String... said) {
    Shell.Result result = Shell.method(words, scores);
    assertThat(result.exitCode()).as(result.err()).isEqualTo(exitCode);
    assertThat(result.err()).contains(said);
  }
}
