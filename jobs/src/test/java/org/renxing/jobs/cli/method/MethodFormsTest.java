package org.renxing.jobs.cli.method;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes in and what comes out: layouts, years, order of rows, quotes, missing cells. */
class MethodFormsTest {
  private static final String PANEL = "index --id city --year year --negative b --scale 100";

  @TempDir private Path folder;

  @Test
  void wideKeepsTheOrderOfTheInput() throws IOException {
    assertThat(Shell.rows(folder, PANEL, panel()))
        .containsExactly(
            Map.of("city", "y", "year", "2020", "overall", "0.0", "rank", "2"),
            Map.of("city", "x", "year", "2020", "overall", "100.0", "rank", "1"),
            Map.of("city", "x", "year", "2021", "overall", "", "rank", ""),
            Map.of("city", "y", "year", "2021", "overall", "100.0", "rank", "1"));
  }

  @Test
  void longHasARowForEachNode() throws IOException {
    List<Map<String, String>> rows = Shell.rows(folder, PANEL + " --layout long", panel());
    assertThat(rows).hasSize(4);
    assertThat(String.join(" ", rows.get(2).keySet()))
        .isEqualTo("city year node depth score contribution system_weight rank order_no n_missing");
    assertThat(String.join(" ", rows.get(2).values())).isEqualTo("x 2021 overall 0   1.0   1");
    assertThat(String.join(" ", rows.get(1).values()))
        .isEqualTo("x 2020 overall 0 100.0 100.0 1.0 1 1 0");
  }

  @Test
  void tableAndNotesForPeople() throws IOException {
    Shell.Result table = Shell.method(PANEL, panel());
    assertThat(table.exitCode()).isZero();
    assertThat(table.out().lines().findFirst().orElseThrow().strip())
        .isEqualTo("city  year  overall  rank");
    assertThat(table.err())
        .contains("Left out, as they hold no numbers: note")
        .contains("1 of 4 rows have no overall score")
        .contains("undefined: x");
  }

  @Test
  void aYearThatIsNotNamedIsPointedOut() throws IOException {
    Path data = write("cross.csv", "city,Year,a\nx,2020,1\ny,2021,3\n");
    Shell.Result answer = Shell.method("weights --id city", data);
    assertThat(answer.exitCode()).isZero();
    assertThat(answer.err())
        .contains("Taken for an indicator: Year; if it is the year, say --year Year");
    assertThat(Shell.method("weights --id city --year Year", data).err()).doesNotContain("Taken");
  }

  @Test
  void expressionsReadColumns() throws IOException {
    Path conf =
        write(
            "small.conf",
            """
            title = "small"
            children {
              wealth { name-en = "wealth", weight = 3, children {
                income { name-en = "income", direction = "+", expression = "gdp / people" } } }
              quiet { name-en = "quiet", children {
                noise { name-en = "noise", direction = "-" } } }
            }
            """);
    Path data = write("in.csv", "id;gdp;people;noise\na;10;10;3\nb;30;10;1\nc;10;0;1\n");
    String words = "index --id id --delimiter ;";
    var rows = Shell.rows(folder, words, data, "--index-system", conf);
    assertThat(rows.get(0)).containsEntry("overall", "0.0").containsEntry("rank", "2");
    assertThat(rows.get(1)).containsEntry("wealth", "1.0").containsEntry("overall", "1.0");
    assertThat(rows.get(2)).containsEntry("wealth", "").containsEntry("quiet", "1.0");
    var entropy =
        Shell.rows(folder, words + " --method entropy --layout long", data, "--index-system", conf);
    assertThat(entropy.stream().map(r -> r.get("node")).limit(3).toList())
        .containsExactly("overall", "wealth", "quiet");
    assertThat(entropy.get(1)).containsEntry("system_weight", "0.5");
  }

  @Test
  void geometricMeansAndWinsorising() throws IOException {
    Path data = write("in.csv", "id,a,b\nx,1,4\ny,4,4\nz,9,1\n");
    var scores = Shell.rows(folder, "index --id id --normalise none --aggregation geometric", data);
    assertThat(Double.parseDouble(scores.get(0).get("overall")))
        .isCloseTo(2, org.assertj.core.api.Assertions.offset(1e-12));
    var drawn =
        Shell.rows(folder, "index --id id --columns a --winsorise 0,.5 --layout long", data);
    assertThat(drawn.stream().map(r -> r.get("score")).toList())
        .containsExactly("0.0", "1.0", "1.0");
    assertThat(drawn.stream().map(r -> r.get("rank")).toList()).containsExactly("2", "1", "1");
  }

  @Test
  void yearlyWeightsHaveAYear() throws IOException {
    Path panel = write("in.csv", "id,t,a,b\nx,2020,1,5\ny,2020,2,6\nx,2021,1,2\ny,2021,1.5,8\n");
    var rows =
        Shell.rows(folder, "weights --id id --year t --normalise none --scope yearly", panel);
    assertThat(rows.stream().map(r -> r.get("indicator_code") + r.get("year")).toList())
        .containsExactly("a2020", "a2021", "b2020", "b2021");
    assertThat(String.join(" ", rows.get(0).keySet()))
        .isEqualTo("indicator_code year weight entropy variation mean sd n reason");
  }

  private Path panel() throws IOException {
    return write(
        "panel [1].csv",
        """
        \uFEFFcity,year,note,a,b
        y,2020,north,0,10
        x,2020,"south, new
        line",10,0
        x,2021.0,,5,NA

        y,2021,—,10,0
        """);
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
