package org.renxing.jobs.it;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Consumer;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.renxing.config.Configuration;
import org.renxing.config.ConfigurationLoader;
import org.renxing.jobs.NightlyRun;
import org.renxing.jobs.RunRequest;
import org.renxing.jobs.sql.DuckEngine;
import org.renxing.lake.Lake;
import org.renxing.lake.ReleaseSql;
import org.renxing.lake.Releases;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;
import org.renxing.model.TableName;
import org.renxing.run.RunLog;
import org.renxing.testing.SparkExtension;

/**
 * A lake after a power cut, a lost file, a flipped bit or another writer: readers say so, and the
 * next run publishes what an undisturbed lake holds, or names the command that leads there.
 */
@ExtendWith(SparkExtension.class)
@TestInstance(Lifecycle.PER_CLASS)
@Order(1) // among the longest: see TraceIT
class DamagedLakeIT {
  private static final TableName COUPLING = TableName.gold("coupling_unit_year");
  private static final TableName SCORES = TableName.gold("index_score_unit_year");
  private static final TableName RELEASES = TableName.gold("release_table");
  private static final TableName OBSERVATION = TableName.silver("observation");
  private static final TableName ECONOMY = new TableName("bronze", "economy");
  private static final TableName SOCIETY = new TableName("bronze", "society");
  private static final TableName STEP = new TableName("ops", "step");
  private static final List<TableName> CHANGED =
      List.of(ECONOMY, SOCIETY, OBSERVATION, COUPLING, RELEASES, STEP, RunLog.RUN.name());
  private static final String SUM =
      "SELECT round(sum(d), 10) AS s, count(*) AS n FROM gold.coupling_unit_year";

  private static final RunRequest NIGHTLY = new RunRequest("nightly", Optional.empty(), List.of());

  private SparkSession spark;
  private MiniHome base;
  private SortedMap<String, String> undisturbed;
  private List<Row> answer;

  private final List<String> said = new ArrayList<>();
  private MiniHome home;

  @BeforeAll
  void makeLake(SparkSession session) {
    spark = session;
    base = MiniHome.released().checked();
    undisturbed = view(base).contents();
    answer = sql(base, SUM);
    assertThat(answer.get(0).getLong(1)).isEqualTo(32);
  }

  @BeforeEach
  void copy(@TempDir Path folder) {
    home = base.copyTo(folder);
    said.clear();
  }

  @Test
  void whatAPowerCutLeavesIsPutRight() {
    LakeDamage.cut(commit(ECONOMY, 0), 0);
    LakeDamage.cut(commit(COUPLING, 0), 0);
    LakeDamage.cut(commit(RELEASES, 0), 300);
    LakeDamage.cut(commit(STEP, 0), 300);
    LakeDamage.cut(commit(OBSERVATION, 0), 500);
    LakeDamage.write(table(SCORES).resolve("_renxing_state.json"), "null");
    assertUnreadable(SUM, "gold.release_table", "is not as it was written");
    assertUnreadable("SELECT * FROM ops.step", "gold.release_table");
    nightly();
    assertThat(said)
        .anyMatch(w -> w.startsWith("REPAIRED: bronze.economy, version 0: "))
        .anyMatch(w -> w.startsWith("REPAIRED: gold.coupling_unit_year, version 0: "))
        .anyMatch(w -> w.startsWith("REPAIRED: gold.release_table, version 0: "))
        .anyMatch(w -> w.startsWith("REPAIRED: ops.step, version 0: "))
        .anyMatch(w -> w.startsWith("REPAIRED: gold.index_score_unit_year: its record"));
    assertAsUndisturbed();
    assertThat(view(home).release().id()).startsWith("r00002-");
    assertThat(view(home).lake().read(STEP).where(ofBase()).count())
        .as("what had been logged before is kept")
        .isEqualTo(view(base).lake().read(STEP).count())
        .isGreaterThan(20);
    nightly();
    assertThat(said).noneMatch(w -> w.startsWith("REPAIRED"));
    assertThat(view(home).release().id()).startsWith("r00002-");
  }

  @Test
  void lostAndFlippedRowsOfGoldAreMadeAgainAndReleasedAnew() {
    LakeDamage.delete(rows(COUPLING).get(0));
    LakeDamage.flip(rows(SCORES).get(0));
    LakeDamage.flip(rows(OBSERVATION).get(0));
    LakeDamage.delete(rows(new TableName("ops", "run")).get(0));
    assertUnreadable(SUM, "gold.coupling_unit_year, version 0", "is gone");
    LakeDamage.delete(rows(RELEASES).get(0));
    assertUnreadable(SUM, "gold.release_table, version 0", "is gone");
    nightly();
    assertAsUndisturbed();
    assertThat(view(home).release().id()).startsWith("r00002-");
    assertThat(said)
        .anyMatch(w -> w.contains("ops.run") && w.contains("begins anew"))
        .anyMatch(w -> w.contains("gold.release_table") && w.contains("1 of its files are lost"));
    repair(COUPLING);
    assertUnreadable(SUM, "gold.coupling_unit_year", "is not the version that was released");
    nightly();
    assertAsUndisturbed();
  }

  @Test
  void lostRowsOfSourcesNeedACommand() {
    LakeDamage.flip(rows(SOCIETY).get(0));
    LakeDamage.delete(rows(ECONOMY).get(0));
    assertThatThrownBy(this::nightly)
        .isInstanceOfSatisfying(
            RenxingException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.STORAGE))
        .hasMessageContainingAll(
            "bin/renxing repair bronze.economy", "bin/renxing repair bronze.society");
    repair(ECONOMY);
    assertThat(sql(home, SUM)).as("the release stands").isEqualTo(answer);
    Path society = home.folder().resolve(MiniHome.SOCIETY);
    Path away = society.resolveSibling("society.away");
    LakeDamage.move(society, away);
    assertThatThrownBy(() -> repair(SOCIETY))
        .isInstanceOfSatisfying(
            RenxingException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.SOURCE_CONTRACT))
        .hasMessageContainingAll("society.csv", "--accept-loss");
    LakeDamage.move(away, society);
    repair(SOCIETY);
    nightly();
    assertAsUndisturbed();
    assertThat(view(home).lines(RunLog.RUN.name(), "outcome", "exit_code"))
        .containsExactlyInAnyOrder("done,0", "failed,4", "done,0", "failed,1", "done,0", "done,0");
  }

  /** Twice as many rows as the step recorded lie in the table when the release is made. */
  @Test
  void whatAnotherWriterAddsIsNeverReleased() {
    home = MiniHome.write(home.folder().resolve("fresh"));
    assertThatThrownBy(
            () ->
                run(
                    home,
                    NIGHTLY,
                    step -> {
                      if (step.equals(COUPLING)) {
                        append(COUPLING);
                      }
                    }))
        .isInstanceOfSatisfying(
            RenxingException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CONFLICT))
        .hasMessageContainingAll("gold.coupling_unit_year", "version 1", "the next run");
    assertThat(view(home).lake().isThere(RELEASES)).isFalse();
    append(ECONOMY);
    nightly();
    assertAsUndisturbed();
    assertThat(said).anyMatch(w -> w.contains("bronze.economy") && w.contains("another writer"));
    append(ECONOMY);
    append(OBSERVATION);
    nightly();
    assertAsUndisturbed();
    assertThat(view(home).release().id()).startsWith("r00001-");
  }

  /** As another version of the product would have left it. */
  @Test
  void tablesThatLackAColumnAreReadAndAddedTo() {
    List<String> changed = new ArrayList<>();
    for (TableName table : CHANGED) {
      LakeDamage.deleteAll(table(table).resolve("_renxing_manifest"));
      Dataset<Row> rows = spark.read().format("delta").load(table(table).toString()).cache();
      String last = Arrays.stream(rows.columns()).filter(c -> !isLaidOut(c)).toList().get(1);
      changed.add(table + "." + last);
      rows.count();
      var writer = rows.drop(last).write().format("delta").mode("overwrite");
      boolean isByScenario = List.of(rows.columns()).contains("scenario_id");
      writer
          .option("overwriteSchema", "true")
          .partitionBy(isByScenario ? new String[] {"scenario_id"} : new String[0])
          .save(table(table).toString());
      rows.unpersist();
    }
    assertThat(changed).contains("bronze.economy.row_number", "gold.release_table.table_name");
    nightly();
    assertAsUndisturbed();
  }

  private static boolean isLaidOut(String column) {
    return column.equals("scenario_id");
  }

  /** Whether a row of the log is of the run that filled the lake. */
  private Column ofBase() {
    return col("run_id").equalTo(view(base).lines(RunLog.RUN.name(), "run_id").get(0));
  }

  private void assertAsUndisturbed() {
    assertThat(view(home).contents()).isEqualTo(undisturbed);
    assertThat(sql(home, SUM)).isEqualTo(answer);
  }

  /** Neither engine reads past damage. */
  private void assertUnreadable(String statement, String... what) {
    assertThatThrownBy(() -> sql(home, statement))
        .isInstanceOfSatisfying(
            RenxingException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.STORAGE))
        .hasMessageContainingAll(what);
    Lake lake = new Lake(spark, home.lake());
    assertThatThrownBy(
            () -> {
              try (DuckEngine duck = new DuckEngine(lake, new Releases(lake).newest())) {
                duck.answer(statement, answer -> answer.rows().next());
              }
            })
        .isInstanceOfSatisfying(
            RenxingException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.STORAGE))
        .hasMessageContainingAll(what);
  }

  private List<Row> sql(MiniHome at, String statement) {
    return new ReleaseSql(new Lake(spark, at.lake())).query(statement).collectAsList();
  }

  private void nightly() {
    said.clear();
    run(home, NIGHTLY, step -> {});
  }

  private void repair(TableName table) {
    run(home, RunRequest.repairing("repair " + table, List.of(table), false), step -> {});
  }

  private void run(MiniHome at, RunRequest request, Consumer<TableName> ended) {
    Configuration configuration =
        ConfigurationLoader.load(at.folder(), "default", Map.of(), name -> Optional.empty());
    new NightlyRun(configuration, new Lake(spark, at.lake()), request)
        .run(
            (record, number, total) -> {
              record.outcome().warnings().forEach(w -> said.add(w.toString()));
              ended.accept(record.step().output());
            },
            (result, inputs) -> {});
  }

  private LakeView view(MiniHome at) {
    return LakeView.of(spark, at);
  }

  /** As a writer does that knows nothing of the product. */
  private void append(TableName table) {
    spark
        .read()
        .format("delta")
        .load(table(table).toString())
        .write()
        .format("delta")
        .mode("append")
        .save(table(table).toString());
  }

  private Path table(TableName table) {
    return Path.of(home.lake(), table.layer(), table.name());
  }

  private Path commit(TableName table, int version) {
    return table(table).resolve(String.format(Locale.ROOT, "_delta_log/%020d.json", version));
  }

  private List<Path> rows(TableName table) {
    return LakeDamage.rows(table(table));
  }
}
