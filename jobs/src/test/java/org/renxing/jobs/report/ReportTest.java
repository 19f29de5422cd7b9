package org.renxing.jobs.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.renxing.jobs.cli.Ended;
import org.renxing.jobs.sql.TownLake;

/** The command, on a release of which no page knows a table. */
class ReportTest {
  @TempDir static Path folder;

  @BeforeAll
  static void release() throws IOException {
    TownLake.released(folder.resolve("lake"));
    Files.createDirectories(folder.resolve("conf"));
    Files.writeString(
        folder.resolve("conf/renxing.conf"), "lake.path = \"" + folder.resolve("lake") + "\"\n");
  }

  private static Ended report(Path out, String... more) {
    String[] all = new String[more.length + 5];
    System.arraycopy(more, 0, all, 5, more.length);
    System.arraycopy(
        new String[] {"report", "--home", folder.toString(), "--out", out.toString()},
        0,
        all,
        0,
        5);
    return Ended.run(all);
  }

  @Test
  void aTableThatNoPageKnowsIsListedByItself() {
    Path out = folder.resolve("unknown");
    Ended ended = report(out);
    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(ended.out()).contains("unknown/index.html").contains("pages 0, units 0");
    ReportFiles files = new ReportFiles(out);
    JsonNode tables = files.declared("tables").path("tables");
    assertThat(tables)
        .extracting(t -> t.path("name").asText())
        .contains("gold.scores", "gold.towns");
    assertThat(tables.get(1).path("rows").path("all").asLong()).isEqualTo(2);
    assertThat(files.declared("start").path("scenarios").findValuesAsText("id"))
        .containsExactly("it's \"two\"", "one");
  }

  /** Its rows and, where it has years and figures, a chart, without a word in any page. */
  @Test
  void theRowsOfATableThatNoPageKnowsAreShown() {
    Path out = folder.resolve("rows");
    assertThat(report(out).exitCode()).isZero();
    ReportFiles files = new ReportFiles(out);
    for (int scenario = 0; scenario < 2; scenario++) {
      JsonNode towns = files.data(scenario + "/table/towns").path("rows");
      assertThat(ReportFiles.column(towns, "town"))
          .extracting(JsonNode::asText)
          .containsExactly("Aba", "Bo");
      assertThat(towns.path("columns").has("run_id")).isFalse();
    }
    JsonNode scores = files.data("1/table/scores").path("rows");
    assertThat(ReportFiles.column(scores, "score"))
        .extracting(JsonNode::toString)
        .containsExactly("0.3", "null");
    assertThat(scores.path("columns").fieldNames())
        .toIterable()
        .containsExactly("town", "score", "year", "seen_at", "is_good");
    JsonNode pages = files.declared("tables").path("pages");
    assertThat(pages.path("gold.scores").path("charts"))
        .extracting(chart -> chart.path("kind").asText())
        .containsExactly("lines", "table");
    assertThat(pages.path("gold.towns").path("charts"))
        .extracting(chart -> chart.path("kind").asText())
        .containsExactly("table");
    assertThat(files.declared("start").path("scenarios").get(0).path("pages").has("table/towns"))
        .isTrue();
  }

  @Test
  void onlyTheScenariosAskedForAreShown() {
    Path out = folder.resolve("one");
    assertThat(report(out, "--scenario", "one").exitCode()).isZero();
    assertThat(new ReportFiles(out).declared("start").path("scenarios").findValuesAsText("id"))
        .containsExactly("one");
    Ended unknown = report(folder.resolve("none"), "--scenario", "three");
    assertThat(unknown.exitCode()).isEqualTo(2);
    assertThat(unknown.err()).contains("holds no scenario three; it holds it's \"two\", one");
    assertThat(folder.resolve("none")).doesNotExist();
  }

  @Test
  void anEarlierReportIsReplacedAndNothingElse() throws IOException {
    Path out = folder.resolve("again");
    assertThat(report(out).exitCode()).isZero();
    Files.writeString(out.resolve("data/old.js"), "old");
    assertThat(report(out).exitCode()).isZero();
    assertThat(out.resolve("data/old.js")).doesNotExist();
    Path own = Files.createDirectories(folder.resolve("own"));
    Files.writeString(own.resolve("thesis.docx"), "years of work");
    Ended refused = report(own);
    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err()).contains("no earlier report (thesis.docx)");
    assertThat(own.resolve("thesis.docx")).hasContent("years of work");
    assertThat(report(folder.resolve("lake/report")).err()).contains("lies in the lake");
  }

  @Test
  void nothingIsLoadedFromElsewhere() {
    Path out = folder.resolve("alone");
    assertThat(report(out).exitCode()).isZero();
    ReportFiles files = new ReportFiles(out);
    for (String name : files.names()) {
      if (!name.contains("echarts") && !name.contains("LICENSE")) {
        assertThat(files.text(name))
            .as(name)
            .doesNotContainPattern("(?i)(?:https?:)?//[a-z0-9-]+\\.");
      }
    }
    assertThat(files.text("page/echarts.min.js")).doesNotContain("fetch(", "XMLHttpRequest");
    assertThat(files.text("page/LICENSE-echarts.txt")).contains("Apache License");
  }
}
