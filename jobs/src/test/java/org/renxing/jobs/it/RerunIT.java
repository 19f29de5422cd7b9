package org.renxing.jobs.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.renxing.model.TableName;
import org.renxing.testing.SparkExtension;

/** A second run does what is new, and nothing else. */
@ExtendWith(SparkExtension.class)
class RerunIT {
  private static final int PATENTS = 4;
  private static final TableName OBSERVATION = TableName.silver("observation");

  @Test
  void nothingNewWritesNothing(@TempDir Path folder, SparkSession spark) throws IOException {
    MiniHome home = MiniHome.released().checked().copyTo(folder);
    SortedMap<String, Long> before = LakeView.of(spark, home).versions();
    Launcher.Ended ended = home.launcher().run("nightly", "--json");
    assertThat(ended.exitCode()).as(ended.err()).isZero();
    JsonNode summary = new ObjectMapper().readTree(ended.out());
    assertThat(summary.get("isNewRelease").asBoolean()).isFalse();
    assertThat(summary.get("releaseId").asText()).startsWith("r00001-");
    assertThat(summary.get("stepsRun").asInt()).isZero();
    assertThat(summary.get("steps"))
        .isNotEmpty()
        .allSatisfy(s -> assertThat(s.get("status").asText()).isEqualTo("unchanged, skipped"));
    assertThat(LakeView.of(spark, home).versions()).isEqualTo(before).hasSizeGreaterThan(15);
  }

  @Test
  void oneValueRebuildsWhatDependsOnIt(@TempDir Path folder, SparkSession spark) {
    MiniHome home = MiniHome.released().checked().copyTo(folder);
    LakeView view = LakeView.of(spark, home);
    SortedMap<String, Long> versions = view.versions();
    SortedMap<String, String> contents = view.contents();
    home.setCell(MiniHome.ECONOMY, 4, PATENTS, "7777");
    Launcher.Ended ended = home.launcher().run("nightly");
    assertThat(ended.exitCode()).as(ended.err()).isZero();

    assertThat(view.release().id()).startsWith("r00002-");
    assertThat(changed(versions, view.versions()))
        .contains("bronze.economy", "silver.observation", "gold.index_score_unit_year")
        .doesNotContain(
            "bronze.society",
            "silver.dim_unit",
            "silver.unit_alias",
            "gold.dim_unit",
            "gold.dim_indicator",
            "gold.data_dictionary",
            "gold.coupling_unit_year",
            "gold.coupling_summary_year",
            "gold.coupling_gain_unit",
            "gold.coupling_transition");
    assertThat(changed(contents, view.contents()))
        .contains(
            "gold.index_score_unit_year/mini-side", "gold.indicator_value_unit_year/mini-side")
        .noneMatch(part -> part.endsWith("/mini"));
    for (String name :
        List.of(
            "indicator_value_unit_year",
            "indicator_weight",
            "index_score_unit_year",
            "index_summary_year")) {
      TableName table = TableName.gold(name);
      assertThat(view.runsOf(table, "mini")).as(name).doesNotContain(lastRun(view));
      assertThat(view.runsOf(table, "mini-side")).as(name).containsExactly(lastRun(view));
    }
    assertThat(
            view.lines(
                new TableName("bronze", "economy"), "ingest_seq", "is_removed", "row_number"))
        .as("the row as it was goes, the row as it is comes")
        .hasSize(34)
        .contains("2,false,4", "2,true,4");

    rowThatGoesLeavesSilver(home, view);
  }

  private static void rowThatGoesLeavesSilver(MiniHome home, LakeView view) {
    List<String> before = view.lines(OBSERVATION, "source_id", "unit_id", "year");
    home.edit(MiniHome.SOCIETY, csv -> csv.replaceFirst("天津,2019,.*\n", ""));
    home.nightly(view.lake(), Map.of(), "bronze.society", "silver.observation");
    assertThat(before).contains("society,120000,2019");
    List<String> left = view.lines(OBSERVATION, "source_id", "unit_id", "year");
    assertThat(left).hasSize(before.size() - 2).doesNotContain("society,120000,2019");
    assertThat(view.lines(new TableName("bronze", "society"), "ingest_seq", "is_removed"))
        .hasSize(33)
        .contains("2,true");
    assertThat(view.release().id()).as("--only without the release").startsWith("r00002-");
    badRowsThatShareALine(home, view);
  }

  /** A line put in above a row does not change the number under which that row first came. */
  private static void badRowsThatShareALine(MiniHome home, LakeView view) {
    TableName quarantine = TableName.silver("quarantine");
    for (String name : List.of("nirgendwo", "nulle part")) {
      home.edit(MiniHome.SOCIETY, csv -> csv.replaceFirst("\n", "\n" + name + ",2019,1,1\n"));
      home.nightly(
          view.lake(), Map.of(), "bronze.society", "silver.observation", "silver.quarantine");
    }
    assertThat(view.lines(quarantine, "source_id", "row_number", "reason"))
        .contains(
            "society,2,'nirgendwo' is no known code or name of a unit",
            "society,2,'nulle part' is no known code or name of a unit");
  }

  /** That a full run completes such a lake to the same content is shown by {@link CrashIT}. */
  @Test
  void yearsLimitWhatComesIn(SparkSession spark) {
    LakeView view = LakeView.of(spark, MiniHome.partial().checked());
    assertThat(view.lines(OBSERVATION, "year"))
        .hasSize(8 * 3 * 5)
        .contains("2018", "2020")
        .doesNotContain("2021");
    assertThat(MiniHome.partial().run().err()).contains("bronze.economy 2018..2020 … ok");
  }

  @Test
  void onlyRunsTheStepsNamed(@TempDir Path folder, SparkSession spark) {
    MiniHome home = MiniHome.released().checked().copyTo(folder);
    LakeView view = LakeView.of(spark, home);
    SortedMap<String, Long> before = view.versions();
    home.setCell(MiniHome.ECONOMY, 4, PATENTS, "7777");
    home.setCell(MiniHome.SOCIETY, 4, 2, "6000000");
    assertThat(home.launcher().run("nightly", "--only", "bronze.economy").exitCode()).isZero();
    assertThat(changed(before, view.versions())).containsExactly("bronze.economy");
    Launcher.Ended unknown = home.launcher().run("nightly", "--only", "bronze.economi");
    assertThat(unknown.exitCode()).isEqualTo(2);
    assertThat(unknown.lastLine()).contains("bronze.economi: no such step", "bronze.economy");
  }

  @Test
  void dryRunWritesNothing(@TempDir Path folder) {
    MiniHome home = MiniHome.released().checked().copyTo(folder);
    home.setCell(MiniHome.ECONOMY, 4, PATENTS, "7777");
    SortedMap<String, String> before = files(folder);
    Launcher.Ended ended = home.launcher().run("nightly", "--dry-run");
    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(ended.out())
        .containsPattern("bronze.economy +would run")
        .containsPattern("bronze.society +unchanged")
        .contains("Nothing was written.");
    assertThat(files(folder)).isEqualTo(before);
  }

  private static String lastRun(LakeView view) {
    return view.lake()
        .state(TableName.gold("release_table"))
        .orElseThrow()
        .part("all")
        .orElseThrow()
        .runId();
  }

  private static <T> List<String> changed(SortedMap<String, T> before, SortedMap<String, T> after) {
    assertThat(after.keySet()).isEqualTo(before.keySet());
    return after.keySet().stream().filter(k -> !after.get(k).equals(before.get(k))).toList();
  }

  private static SortedMap<String, String> files(Path folder) {
    SortedMap<String, String> out = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.toList()) {
        out.put(
            folder.relativize(file).toString(),
            Files.isDirectory(file)
                ? ""
                : Files.size(file) + " " + Files.getLastModifiedTime(file));
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return out;
  }
}
