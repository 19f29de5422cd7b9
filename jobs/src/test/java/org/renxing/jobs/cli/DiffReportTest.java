package org.renxing.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.renxing.jobs.TinyLake;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.TableName;
import org.renxing.model.TableSpec;
import org.renxing.run.ConfigurationLog;
import org.renxing.run.RunLog;
import org.renxing.testing.SparkExtension;

/** Movers, what stands behind differences, and the report page. */
@ExtendWith(SparkExtension.class)
class DiffReportTest {
  private static final TableSpec RANKED =
      TableSpec.of(TableName.gold("ranked"), "One row a unit and year")
          .key("scenario_id", Type.STRING, "Scenario")
          .key("unit_id", Type.STRING, "Unit")
          .required("unit_name", Type.STRING, "", "Name")
          .key("year", Type.INT, "Year")
          .optional("score", Type.DOUBLE, "", "Score")
          .optional("rank", Type.INT, "", "Rank")
          .required("run_id", Type.STRING, "", "Run")
          .build();

  @TempDir private Path folder;
  private TinyLake tiny;

  @BeforeEach
  void publish(SparkSession spark) {
    tiny = new TinyLake(spark, folder.resolve("lake"));
    tiny.with(
            RANKED,
            row("1", "甲", 0.9, 1),
            row("2", "<b>&", 0.5, 2),
            row("3", "丙", 0.4, 3),
            row("4", "丁", null, null),
            row("5", "gone", 0.1, 4))
        .publish("run-1");
    run("run-1", "hash-1", Map.of("scenarios.a.x", "1", "gone", "\"g\"", "key", "***"));
    tiny.with(
            RANKED,
            row("1", "甲", 0.3, 3),
            row("2", "<b>&", 0.5 + 1e-13, 1),
            row("3", "丙", 0.45, 2),
            row("4", "丁", 0.2, 4),
            row("6", "new", 0.1, 5))
        .publish("run-2");
    run("run-2", "hash-2", Map.of("scenarios.a.x", "2", "came", "[<i>]", "key", "***"));
  }

  private static Object[] row(String id, String name, Double score, Integer rank) {
    return new Object[] {"a", id, name, 2020, score, rank};
  }

  private void run(String id, String hash, Map<String, String> settings) {
    RunLog.appendRuns(
        tiny.lake(),
        List.of(
            new RunLog.Entry(
                id,
                "nightly",
                "default",
                Instant.EPOCH,
                1.0,
                "done",
                0,
                "",
                "",
                true,
                hash,
                "v1",
                1L)));
    ConfigurationLog.keep(tiny.lake(), hash, settings, id);
  }

  @Test
  void moversByScoreAndByRank() throws IOException {
    JsonNode movers = json().at("/tables/1/movers");
    assertThat(movers.at("/score").textValue()).isEqualTo("score");
    assertThat(units(movers.at("/by_score"))).as("beyond the tolerance").containsExactly("1", "3");
    assertThat(units(movers.at("/by_rank"))).containsExactly("1", "2", "3");
    assertThat(movers.at("/by_score/0/change").doubleValue()).isCloseTo(-0.6, within(1e-12));
    assertThat(movers.at("/by_score/0/unit_name").textValue()).isEqualTo("甲");
    assertThat(units(json("--top", "1").at("/tables/1/movers/by_rank"))).containsExactly("1");
    assertThat(json("--top", "0").at("/tables/1/movers").isNull()).isTrue();
    assertThat(diff().out())
        .contains(
            "  largest movers by score:\n    甲, scenario_id=a, unit_id=1, year=2020:"
                + " score 0.9 -> 0.3 (-0.6), rank 1 -> 3\n",
            "  largest movers by rank:\n");
    assertThat(diff("--top", "-1").exitCode()).isEqualTo(2);
  }

  private static List<String> units(JsonNode movers) {
    List<String> out = new ArrayList<>();
    movers.forEach(m -> out.add(m.at("/key/unit_id").textValue()));
    return out;
  }

  @Test
  void keysOfTheConfigurationThatDiffer() throws IOException {
    JsonNode behind = json().at("/behind");
    assertThat(behind.at("/is_other_code").booleanValue()).isFalse();
    assertThat(behind.at("/a/id").textValue()).isEqualTo("run-1");
    assertThat(behind.at("/settings").toString())
        .isEqualTo(
            "[{\"key\":\"came\",\"a\":null,\"b\":\"[<i>]\"},"
                + "{\"key\":\"gone\",\"a\":\"\\\"g\\\"\",\"b\":null},"
                + "{\"key\":\"scenarios.a.x\",\"a\":\"1\",\"b\":\"2\"}]");
    assertThat(diff().out())
        .contains(
            "behind it\n  code version: the same, v1\n  configuration: 3 keys differ\n",
            "    scenarios.a.x: 1 -> 2\n");
    ConfigurationLog.keep(tiny.lake(), "hash-2", Map.of(), "run-3");
    assertThat(tiny.lake().read(ConfigurationLog.SPEC.name()).count())
        .as("each configuration once")
        .isEqualTo(2);
  }

  @Test
  void thePageEscapesAllThatItShows() throws IOException {
    Path page = folder.resolve("page.html");
    assertThat(diff("--html", page.toString()).exitCode()).isEqualTo(1);
    assertThat(Files.readString(page))
        .startsWith("<!DOCTYPE html>")
        .contains(
            "<caption>Largest movers by rank</caption>",
            "&lt;b&gt;&amp;",
            "[&lt;i&gt;]",
            "scenario_id=a, unit_id=6, year=2020",
            "prefers-color-scheme",
            "1 of 2 tables differ.")
        .doesNotContain("<b>", "<i>", "<script", "http");
    assertThat(diff("--html", folder.toString()).exitCode()).isEqualTo(2);
    Ended inside = diff("--html", folder.resolve("lake/page.html").toString());
    assertThat(inside.exitCode()).isEqualTo(2);
    assertThat(inside.err()).contains("lies in the lake");
    Ended same =
        Ended.run(
            "diff",
            "r00001",
            "r00001",
            "--html",
            page.toString(),
            "--set",
            "lake.path=" + tiny.lake().root(),
            "--home",
            Path.of("..").toAbsolutePath().normalize().toString());
    assertThat(same.exitCode()).as(same.err()).isZero();
    assertThat(Files.readString(page)).contains("All 2 tables are equal.");
  }

  private JsonNode json(String... options) throws IOException {
    List<String> all = new ArrayList<>(Arrays.asList(options));
    all.add("--json");
    return new ObjectMapper().readTree(diff(all.toArray(String[]::new)).out());
  }

  private Ended diff(String... options) {
    List<String> all = new ArrayList<>(List.of("diff", "r00001", "r00002"));
    all.addAll(Arrays.asList(options));
    all.addAll(
        List.of(
            "--set",
            "lake.path=" + tiny.lake().root(),
            "--home",
            Path.of("..").toAbsolutePath().normalize().toString()));
    return Ended.run(all.toArray(String[]::new));
  }
}
