package org.renxing.jobs.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.renxing.config.ConfigurationLoader;
import org.renxing.jobs.console.Json;
import org.renxing.jobs.trace.Trace;
import org.renxing.jobs.trace.TraceQuery;
import org.renxing.jobs.trace.TraceText;
import org.renxing.jobs.trace.Tracer;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;
import org.renxing.model.Settings;
import org.renxing.model.TableName;
import org.renxing.testing.SparkExtension;

/**
 * A trace's chain, computed again from what it prints, gives the published figures. That the
 * command prints it as JSON is shown by {@link EnvironmentIT}.
 */
@ExtendWith(SparkExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Order(1) // the longest first, so that several run to the end
class TraceIT {
  private LakeView view;
  private Tracer tracer;
  private final Map<TraceQuery, Trace> traces = new HashMap<>();

  @BeforeAll
  void run(@TempDir Path folder, SparkSession spark) {
    MiniHome home = TraceHome.write(folder);
    view = LakeView.of(spark, home);
    home.nightly(view.lake(), Map.of());
    Settings settings =
        ConfigurationLoader.load(folder, "default", Map.of(), name -> Optional.empty()).settings();
    tracer = new Tracer(view.lake(), settings);
  }

  @ParameterizedTest
  @CsvSource({
    "plain, 110000, 2018",
    "plain, 130100, 2021",
    "plain, 320100, 2019",
    "imputed, 130100, 2020",
    "imputed, 130100, 2021",
    "imputed, 320100, 2019",
    "imputed, 330100, 2020",
    "imputed, 440100, 2018",
    "of-base, 130100, 2021",
    "of-base, 320100, 2019",
    "of-base, 330100, 2020",
    "of-base, 310000, 2020"
  })
  void chainGivesThePublishedFigures(String scenario, String unit, int year) throws IOException {
    JsonNode trace = json(trace(scenario, unit, year));
    assertThat(trace.get("indicators")).hasSize(5);
    assertThat(trace.get("couplings")).hasSize(1);
    new ChainCheck(trace).all();
    Set<String> released = new HashSet<>();
    for (Row row : released("index_score_unit_year", scenario, unit, year)) {
      released.add(row.getAs("scheme") + " " + row.getAs("system") + " " + row.getAs("score"));
    }
    Set<String> printed = new HashSet<>();
    for (JsonNode scheme : trace.get("schemes")) {
      for (JsonNode node : scheme.get("nodes")) {
        String score = node.get("score").isNull() ? "null" : "" + node.get("score").asDouble();
        printed.add(
            scheme.get("scheme").asText() + " " + node.get("system").asText() + " " + score);
      }
    }
    assertThat(printed).isEqualTo(released).hasSize(8);
    Row coupled = released("coupling_unit_year", scenario, unit, year).get(0);
    JsonNode d = trace.get("couplings").get(0).get("d");
    assertThat(d.isNull() ? null : d.asDouble()).isEqualTo(coupled.<Double>getAs("d"));
  }

  private List<Row> released(String table, String scenario, String unit, int year) {
    return view.releasedRows(TableName.gold(table)).stream()
        .filter(r -> r.<String>getAs("scenario_id").equals(scenario))
        .filter(r -> r.<String>getAs("unit_id").equals(unit))
        .filter(r -> r.<Integer>getAs("year") == year)
        .toList();
  }

  @Test
  void waysOfFillingInAreToldApart() throws IOException {
    JsonNode atEnd = json(trace("imputed", TraceHome.AT_END, 2021));
    assertThat(at(atEnd, "w1").at("/imputed/method").asText()).isEqualTo("linear-extrapolate");
    assertThat(at(atEnd, "w1").get("missing_reason").asText())
        .isEqualTo("MISSING_INPUT:pop_resident");
    JsonNode inside = json(trace("imputed", TraceHome.INSIDE, 2019));
    assertThat(at(inside, "c2").at("/imputed/method").asText()).isEqualTo("linear");
    JsonNode setAside = at(inside, "c2").at("/base/1/set_aside/0");
    assertThat(setAside.get("value_text").asText()).isEqualTo("many");
    assertThat(setAside.get("reason_code").asText()).isEqualTo("NOT_A_NUMBER");
    JsonNode empty = json(trace("imputed", TraceHome.EMPTY, 2020));
    assertThat(at(empty, "c1").at("/imputed/group").asText()).isEqualTo("region3 east");
    assertThat(at(empty, "c1").at("/imputed/neighbours")).hasSizeGreaterThan(3);
    JsonNode base = at(json(trace("of-base", TraceHome.EMPTY, 2020)), "c1").get("base");
    assertThat(base.get(0).at("/imputed/method").asText()).isEqualTo("group-median");
  }

  @Test
  void sourcesStandWithLineAndPrecedence() throws IOException {
    JsonNode sources = at(json(trace("plain", "110000", 2018)), "c1").at("/base/0/sources");
    assertThat(sources).hasSize(2);
    assertThat(sources.get(0).get("source_id").asText()).isEqualTo("society");
    assertThat(sources.get(0).get("row_number").asInt()).isEqualTo(2);
    assertThat(sources.get(0).at("/receipt/unit_text").asText()).isEqualTo("北京");
    assertThat(sources.get(1).get("source_id").asText()).isEqualTo("long");
    assertThat(sources.get(1).get("is_preferred").asBoolean()).isFalse();
    JsonNode residents = at(json(trace("plain", "110000", 2018)), "c1").at("/base/1/sources/0");
    assertThat(residents.at("/conversion/over").asDouble()).isEqualTo(10000);
  }

  @Test
  void constantIndicatorNamesNoWinner() throws IOException {
    JsonNode constant = at(json(trace("plain", "110000", 2018)), "c3").get("normalised");
    assertThat(constant.get("normalised").asDouble()).isZero();
    assertThat(constant.at("/set_lower/count").asInt()).isEqualTo(32);
    assertThat(constant.at("/set_lower/first")).hasSize(3);
  }

  @Test
  void unitLeftOutIsAnsweredWithTheReason() throws IOException {
    Trace trace = trace("strict", TraceHome.EMPTY, 2019);
    assertThat(trace.exclusion().orElseThrow().reason()).isEqualTo("OVER_CAP");
    assertThat(trace.exclusion().orElseThrow().indicatorCode()).isEqualTo("c1");
    assertThat(trace.indicators()).isEmpty();
    assertThat(TraceText.of(trace))
        .contains("Not in the panel: OVER_CAP. c1: 4 of 4 years missing");
  }

  /** By its Chinese name it is found in {@link #textShowsTheChainOnOneScreen}. */
  @Test
  void unitsGoByCodeAndName() {
    assertThat(trace("plain", "shijiazhuang", 2018).unit().unitId()).isEqualTo("130100");
  }

  @ParameterizedTest
  @CsvSource({
    "nowhere, 110000, 2018, w1, which holds [imputed; of-base; plain; strict]",
    "plain, Shijia, 2018, w1, 石家庄市 130100",
    "plain, Atlantis, 2020, w1, unit 'Atlantis': none of the 8 units",
    "plain, 110000, 2017, w1, 2018..2021",
    "plain, 110000, 2018, w9, [w1; w2; c1; c3; c2]"
  })
  void whatIsNotThereIsNamedWithWhatIs(
      String scenario, String unit, int year, String indicator, String there) {
    TraceQuery query =
        new TraceQuery(scenario, unit, year, Optional.of(indicator), Optional.empty());
    assertThatThrownBy(() -> tracer.trace(query))
        .isInstanceOfSatisfying(
            RenxingException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.USAGE))
        .hasMessageContaining(there.replace(';', ','));
  }

  @Test
  void textShowsTheChainOnOneScreen() {
    Trace trace =
        tracer.trace(
            new TraceQuery("imputed", "石家庄", 2021, Optional.of("c1"), Optional.of("r00001")));
    String text = TraceText.of(trace);
    assertThat(text.lines().count()).isLessThan(45);
    assertThat(text)
        .contains("石家庄市 130100 Shijiazhuang · 2021 · scenario imputed · release r00001-")
        .contains("hospital_beds / pop_resident")
        .contains("MISSING_INPUT:pop_resident")
        .contains("linear-extrapolate from 2018")
        .contains("√(c t)");
  }

  /** Each trace once, whoever asks. */
  private Trace trace(String scenario, String unit, int year) {
    TraceQuery query = new TraceQuery(scenario, unit, year, Optional.empty(), Optional.empty());
    return traces.computeIfAbsent(query, tracer::trace);
  }

  private static JsonNode json(Trace trace) throws IOException {
    return new ObjectMapper().readTree(Json.of(trace));
  }

  private static JsonNode at(JsonNode trace, String indicator) {
    for (JsonNode i : trace.get("indicators")) {
      if (i.get("code").asText().equals(indicator)) {
        return i;
      }
    }
    throw new AssertionError("no " + indicator);
  }
}
