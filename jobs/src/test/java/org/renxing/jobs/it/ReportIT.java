package org.renxing.jobs.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.renxing.jobs.report.ReportFiles;
import org.renxing.testing.SparkExtension;

/** The report of the samples: its figures are those of the release, and it is small. */
@ExtendWith(SparkExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportIT {
  private SamplesReport report;
  private ReportFiles files;

  @BeforeAll
  void write(SparkSession spark) {
    report = SamplesReport.of(spark);
    files = new ReportFiles(report.folder());
  }

  /** Rows of columns of the report, in its order; numbers as doubles. */
  private static List<List<Object>> rows(JsonNode set, String... names) {
    List<List<Object>> out = new ArrayList<>();
    for (int i = 0; i < set.path("n").asInt(); i++) {
      List<Object> row = new ArrayList<>();
      for (String name : names) {
        JsonNode value = ReportFiles.column(set, name).get(i);
        row.add(
            value.isNull() ? null : value.isNumber() ? (Object) value.asDouble() : value.asText());
      }
      out.add(row);
    }
    return out;
  }

  @Test
  void scoresAreThoseOfTheRelease() {
    JsonNode set = files.data("0/ranking").path("scores");
    assertThat(rows(set, "unit_id", "year", "score"))
        .hasSize(2880)
        .containsExactlyInAnyOrderElementsOf(
            report.ask(
                "SELECT unit_id, year, score FROM gold.index_score_unit_year"
                    + " WHERE scenario_id = 'digital-coupling' AND system = 'overall'"));
  }

  @Test
  void partsOfInequalityAreThoseOfTheRelease() {
    JsonNode set = files.data("1/gaps").path("parts");
    assertThat(rows(set, "measure", "grouping", "year", "within", "between", "transvariation"))
        .hasSizeGreaterThan(300)
        .containsExactlyElementsOf(
            report.ask(
                "SELECT measure, grouping, year, \"within\", \"between\", transvariation"
                    + " FROM gold.inequality_year WHERE scenario_id = 'resource-resilience'"
                    + " AND grouping <> 'all' ORDER BY measure, grouping, year"));
  }

  @Test
  void sharesOfLevelsAddUp() {
    JsonNode set = files.data("0/coupling").path("levels");
    List<JsonNode> shares = ReportFiles.column(set, "share");
    assertThat(shares.stream().mapToDouble(JsonNode::asDouble).sum())
        .isCloseTo(10, org.assertj.core.api.Assertions.within(1e-9));
  }

  @Test
  void theFiguresOfAUnitAreThoseOfTheRelease() {
    List<JsonNode> units = ReportFiles.column(files.data("0/shared").path("units"), "unit_id");
    int suzhou = units.stream().map(JsonNode::asText).toList().indexOf("320500");
    JsonNode set = files.data("0/unit/" + suzhou).path("figures");
    assertThat(rows(set, "year", "indicator_code", "value", "source_id"))
        .hasSize(320)
        .containsExactlyElementsOf(
            report.ask(
                "SELECT year, indicator_code, value, source_id FROM gold.indicator_value_unit_year"
                    + " WHERE scenario_id = 'digital-coupling' AND unit_id = '320500'"
                    + " ORDER BY year DESC, indicator_code"));
  }

  /** Every chart finds its columns in its data, and a word for each that a reader chooses by. */
  @Test
  void chartsFindTheirColumns() {
    String words = files.text("page/terms.js");
    TreeSet<String> drawn = new TreeSet<>();
    for (int s = 0; s < SamplesReport.SCENARIOS.size(); s++) {
      JsonNode shown = files.declared("start").path("scenarios").get(s).path("pages");
      for (JsonNode page : files.declared("start").path("pages")) {
        String id = page.path("id").asText();
        if (!shown.has(id)) {
          continue;
        }
        JsonNode data = files.data(s + "/" + id + (page.path("isByUnit").asBoolean() ? "/0" : ""));
        for (JsonNode chart : page.path("charts")) {
          JsonNode set = data.path(chart.path("data").asText());
          if (!set.isMissingNode()) {
            drawn.add(id + "/" + chart.path("id").asText());
            List<JsonNode> columns = new ArrayList<>();
            chart.path("filters").forEach(columns::add);
            chart.path("roles").forEach(role -> role.forEach(columns::add));
            for (JsonNode column : columns) {
              String name = column.asText();
              assertThat(set.path("columns").has(name)).as(id + ": " + chart + name).isTrue();
              assertThat(words).containsPattern("\\b" + Pattern.quote(name) + ": \\[");
            }
          }
        }
      }
    }
    assertThat(drawn).hasSizeGreaterThan(35);
  }

  @Test
  void itIsSmall() {
    assertThat(report.written().units()).isEqualTo(318);
    assertThat(files.size(files.names())).isLessThan(10_000_000L);
    List<String> first =
        List.of(
            "index.html",
            "page/report.css",
            "page/report.js",
            "page/charts.js",
            "page/terms.js",
            "data/start.js",
            "data/0/shared.js");
    assertThat(files.size(first)).isLessThan(300_000L);
    List<String> pages = files.names().stream().filter(n -> n.matches("data/.*\\.js")).toList();
    assertThat(pages).allSatisfy(n -> assertThat(files.size(List.of(n))).isLessThan(700_000L));
  }
}
