package org.renxing.jobs.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
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
            report.askShort(
                "SELECT unit_id, year, score FROM gold.index_score_unit_year"
                    + " WHERE scenario_id = 'digital-coupling' AND system = 'overall'"));
  }

  @Test
  void partsOfInequalityAreThoseOfTheRelease() {
    JsonNode set = files.data("1/gaps").path("parts");
    assertThat(rows(set, "measure", "grouping", "year", "within", "between", "transvariation"))
        .hasSizeGreaterThan(300)
        .containsExactlyElementsOf(
            report.askShort(
                "SELECT measure, grouping, year, \"within\", \"between\", transvariation"
                    + " FROM gold.inequality_year WHERE scenario_id = 'resource-resilience'"
                    + " AND grouping <> 'all' ORDER BY measure, grouping, year"));
  }

  @Test
  void sharesOfLevelsAddUp() {
    JsonNode set = files.data("0/coupling").path("levels");
    List<JsonNode> shares = ReportFiles.column(set, "share");
    assertThat(shares.stream().mapToDouble(JsonNode::asDouble).sum()).isCloseTo(10, within(1e-9));
  }

  @Test
  void theFiguresOfAUnitAreThoseOfTheRelease() {
    JsonNode set = suzhou().path("figures");
    assertThat(rows(set, "year", "indicator_code", "value", "source_id"))
        .hasSize(320)
        .containsExactlyElementsOf(
            report.askShort(
                "SELECT year, indicator_code, value, source_id FROM gold.indicator_value_unit_year"
                    + " WHERE scenario_id = 'digital-coupling' AND unit_id = '320500'"
                    + " ORDER BY indicator_code, year DESC"));
  }

  private JsonNode suzhou() {
    List<JsonNode> units = ReportFiles.column(files.data("0/shared").path("units"), "unit_id");
    return files.data("0/unit/" + units.stream().map(JsonNode::asText).toList().indexOf("320500"));
  }

  /** The file and line of each base indicator of each year, as silver keeps them. */
  @Test
  void theFiguresOfAUnitSayWhereTheyStand() {
    List<List<Object>> places = new ArrayList<>();
    for (List<Object> row :
        rows(suzhou().path("origins"), "year", "source_file", "row_number", "base_indicators")) {
      for (String code : row.get(3).toString().split(", ", -1)) {
        places.add(List.of(row.get(0), code, row.get(1), row.get(2)));
      }
    }
    assertThat(places)
        .hasSizeGreaterThan(300)
        .containsExactlyInAnyOrderElementsOf(
            report.askShort(
                "SELECT year, o.indicator_code, source_file, row_number FROM silver.observation o"
                    + " WHERE unit_id = '320500' AND year BETWEEN 2012 AND 2021 AND is_preferred"
                    + " AND EXISTS (SELECT 1 FROM gold.dim_indicator i"
                    + " WHERE scenario_id = 'digital-coupling'"
                    + " AND regexp_matches(expression, '\\b' || o.indicator_code || '\\b'))"));
  }

  /** The five nearest of all others, by the nine criteria. */
  @Test
  void theUnitsMostAlikeAreTheNearest() {
    List<List<Object>> all =
        report.ask(
            "SELECT unit_id, list(score ORDER BY system)::VARCHAR FROM gold.index_score_unit_year"
                + " WHERE scenario_id = 'digital-coupling' AND year = 2021 AND depth = 2"
                + " GROUP BY unit_id");
    Map<String, double[]> scores = new TreeMap<>();
    all.forEach(r -> scores.put((String) r.get(0), numbers((String) r.get(1))));
    Map<String, Double> distances = new TreeMap<>();
    scores.forEach(
        (unit, own) -> {
          double sum = 0;
          for (int i = 0; i < own.length; i++) {
            sum += Math.pow(own[i] - scores.get("320500")[i], 2);
          }
          distances.put(unit, Math.sqrt(sum));
        });
    distances.remove("320500");
    List<List<Object>> found = rows(suzhou().path("alike"), "peer_unit_id", "distance");
    assertThat(found).hasSize(5);
    assertThat(found.stream().map(row -> row.get(0)))
        .containsExactlyElementsOf(
            distances.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .limit(5)
                .map(Map.Entry::getKey)
                .toList());
    assertThat((double) found.get(0).get(1))
        .isCloseTo(distances.get((String) found.get(0).get(0)), within(1e-9));
  }

  private static double[] numbers(String list) {
    String[] parts = list.replaceAll("[\\[\\]]", "").split(", ", -1);
    return Arrays.stream(parts).mapToDouble(Double::parseDouble).toArray();
  }

  /** Its own course, and the means of all and of the groups that it is in. */
  @Test
  void aUnitStandsBesideItsGroups() {
    JsonNode set = suzhou().path("against");
    assertThat(rows(set, "who", "year", "score"))
        .hasSize(50)
        .containsAll(
            report.askShort(
                "SELECT group_value, year, mean FROM gold.index_summary_year WHERE year > 0"
                    + " AND scenario_id = 'digital-coupling' AND system = 'overall'"
                    + " AND group_value IN ('all', 'East China', 'east', '江苏省')"))
        .containsAll(
            report.askShort(
                "SELECT unit_id, year, score FROM gold.index_score_unit_year"
                    + " WHERE scenario_id = 'digital-coupling' AND system = 'overall'"
                    + " AND unit_id = '320500'"));
  }

  @Test
  void systemsAndScenariosHaveNames() {
    JsonNode names = files.declared("start").path("names");
    assertThat(names.path("").path("resource-resilience").path("en").asText())
        .isEqualTo("Resilience of resource-based cities");
    for (int s = 0; s < SamplesReport.SCENARIOS.size(); s++) {
      JsonNode own = names.path(SamplesReport.SCENARIOS.get(s));
      assertThat(ReportFiles.column(files.data(s + "/systems").path("scores"), "system"))
          .allSatisfy(system -> assertThat(own.has(system.asText())).isTrue());
    }
  }

  /** Every table of the release is on a page of its question, or on its own with its rows. */
  @Test
  void everyTableIsShown() {
    TreeSet<String> shown = new TreeSet<>(List.of("gold.data_dictionary", "gold.release_table"));
    for (JsonNode page : files.declared("start").path("pages")) {
      page.path("tables").forEach(names -> names.forEach(name -> shown.add(name.asText())));
    }
    JsonNode own = files.declared("tables").path("pages");
    own.fieldNames().forEachRemaining(shown::add);
    assertThat(shown)
        .containsAll(
            files.declared("tables").path("tables").findValuesAsText("name").stream()
                .filter(name -> name.startsWith("gold."))
                .toList());
    assertThat(own.size()).isGreaterThan(20);
    JsonNode moved = files.data("0/table/mobility_unit").path("rows");
    assertThat(moved.path("n").asInt()).isEqualTo(500);
    assertThat(files.names()).contains("data/1/table/age_structure_unit_year.js");
  }

  @Test
  void signalsOfVacancyAreCalibrated() {
    JsonNode set = files.data("1/land").path("signals");
    assertThat(rows(set, "signal", "vacancy_rate", "lower", "upper"))
        .isNotEmpty()
        .allSatisfy(
            row ->
                assertThat((double) row.get(1))
                    .isBetween((double) row.get(2), (double) row.get(3)));
    assertThat(rows(set, "unit_id", "use", "year", "signal", "vacancy_rate"))
        .contains(
            report
                .askShort(
                    "SELECT unit_id, a.use, year, signal, 1 - (sum(occupied_by_water)"
                        + " / sum(units_total) - max(intercept)) / max(slope)"
                        + " FROM silver.occupancy_area a JOIN gold.occupancy_signal g"
                        + " ON g.use = a.use AND signal = 'water'"
                        + " WHERE unit_id = '140200' AND a.use = 'housing' AND year = 2016"
                        + " AND occupied_by_water IS NOT NULL GROUP BY ALL")
                .get(0));
  }

  /** Every chart finds its columns in its data, and a word for each that a reader chooses by. */
  @Test
  void chartsFindTheirColumns() {
    String words = files.text("page/terms.js");
    JsonNode titles = files.declared("start").path("titles");
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
              assertThat(titles.has(name) || words.contains(" " + name + ": [")).as(name).isTrue();
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
