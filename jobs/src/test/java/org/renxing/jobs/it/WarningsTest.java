package org.renxing.jobs.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.renxing.config.ConfigurationLoader;
import org.renxing.jobs.NightlyRun;
import org.renxing.jobs.RunRequest;
import org.renxing.jobs.RunRequest.Forgotten;
import org.renxing.jobs.publish.ReleaseStep;
import org.renxing.lake.Lake;
import org.renxing.lake.Releases;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;
import org.renxing.model.TableName;
import org.renxing.run.RunContext;
import org.renxing.run.RunLog;
import org.renxing.run.Warning;
import org.renxing.testing.SparkExtension;

/** What is lost or assumed is said in every run, kept in ops.step, and may stop a release. */
@ExtendWith(SparkExtension.class)
class WarningsTest {
  private static final List<String> STEPS =
      List.of(
          "bronze.many",
          "silver.dim_unit",
          "silver.unit_alias",
          "silver.observation",
          "silver.quarantine",
          "silver.correction",
          "silver.source_account");
  private static final TableName OBSERVATION = TableName.silver("observation");
  private static final String A = SourceFolder.HEAD + "110000,2018,1\n110000,2019,2\n";
  private static final String B = SourceFolder.HEAD + "120000,2018,3\nnirgendwo,2018,4\n";

  @Test
  void warningsAreKeptAndRepeated(@TempDir Path folder, SparkSession spark) {
    SourceFolder lake = home(folder, spark).hold(Map.of("a", A, "b", B));
    String aside = "source many: 1 of 4 rows and 0 of 3 cells were set aside";
    String unused = "corrections.csv line 2: corrects nothing, since source many gives nothing";
    assertThat(run(lake, false))
        .hasSize(2)
        .anyMatch(w -> w.contains(aside))
        .anyMatch(w -> w.contains(unused));
    assertThat(account(lake)).isEqualTo("4,3,1,0");
    withoutWarnings(lake.lake());

    // unchanged, and the log of a former version has got its column
    assertThat(run(lake, false)).hasSize(2).anyMatch(w -> w.startsWith("QUARANTINED: " + aside));
    List<Row> steps =
        lake.lake().read(RunLog.STEP.name()).orderBy("run_id", "step").collectAsList();
    assertThat(steps).hasSize(2 * STEPS.size());
    assertThat(steps.stream().mapToInt(row -> warnings(row).size()))
        .as("none before, two now")
        .hasSize(2 * STEPS.size())
        .filteredOn(n -> n > 0)
        .containsExactly(1, 1);

    editedUnderANewName(lake);
  }

  /** Those of a step; none of one that a former version logged. */
  private static List<Object> warnings(Row step) {
    int at = step.fieldIndex("warnings");
    return step.isNullAt(at) ? List.of() : step.getList(at);
  }

  private static void editedUnderANewName(SourceFolder lake) {
    lake.hold(Map.of("z", A.replace(",2\n", ",2.5\n"), "b", B));
    RenxingException failed = catchThrowableOfType(RenxingException.class, () -> run(lake, false));
    assertThat(failed.code()).isEqualTo(ErrorCode.DATA_CHECK);
    assertThat(failed)
        .hasMessageContainingAll(
            "share of cells quarantined",
            "came before (a and z)",
            "source many still holds the rows of a, which is no longer there",
            "bin/renxing forget many a");

    assertThat(lake.lake().read(RunLog.STEP.name()).where("status = 'failed'").collectAsList())
        .singleElement()
        .satisfies(
            row ->
                assertThat(row.getList(row.fieldIndex("warnings")))
                    .as("of what stopped the run")
                    .singleElement()
                    .asString()
                    .startsWith("QUARANTINED: source many"));

    String forget = "forget many a";
    run(lake, new RunRequest(forget, Optional.empty(), List.of(), false, forgotten("a")));
    assertThat(run(lake, true)).hasSize(2).noneMatch(w -> w.contains("no longer there"));
    assertThat(account(lake)).isEqualTo("4,3,1,0");
    assertThat(
            LakeView.of(lake.lake().spark(), lake.home())
                .lines(OBSERVATION, "source_file", "value"))
        .containsExactly("b,3.0", "z,1.0", "z,2.5");
    assertThat(
            LakeView.of(lake.lake().spark(), lake.home())
                .lines(RunLog.RUN.name(), "command", "exit_code"))
        .contains(forget + ",0", "nightly,1");
    missing(lake);
  }

  private static void missing(SourceFolder lake) {
    lake.hold(Map.of("y", SourceFolder.HEAD + "310000,2018,9\n"));
    RenxingException refused = catchThrowableOfType(RenxingException.class, () -> run(lake, true));
    assertThat(refused.code().category().exitCode()).isEqualTo(1);
    assertThat(refused)
        .hasMessageContainingAll("nothing is published", "forget many b", "forget many z");
    Row last =
        lake.lake()
            .read(RunLog.RUN.name())
            .orderBy(org.apache.spark.sql.functions.col("started_at").desc())
            .first();
    assertThat(last.<Integer>getAs("exit_code")).isEqualTo(1);
    assertThat(last.<String>getAs("message")).isEqualTo(refused.getMessage());
    assertThat(account(lake)).isEqualTo("5,4,1,0");
    whateverOnlySays(lake);
  }

  /** Sources whose steps are not run are asked all the same, and drops are not refused. */
  private static void whateverOnlySays(SourceFolder lake) {
    for (List<String> only : List.of(List.of("gold.release_table"), List.of("silver.dim_unit"))) {
      RunRequest request =
          new RunRequest("nightly", Optional.empty(), only, true, Optional.empty());
      for (Executable run :
          List.<Executable>of(() -> run(lake, request), () -> preview(lake, request))) {
        assertThat(catchThrowableOfType(RenxingException.class, run::execute))
            .as(only.toString())
            .hasMessageContainingAll("nothing is published", "forget many b", "forget many z");
      }
    }
    RunRequest patient =
        new RunRequest(
            "nightly", Optional.empty(), List.of("silver.dim_unit"), false, Optional.empty());
    assertThat(run(lake, patient)).isEmpty();
    run(lake, new RunRequest("forget", Optional.empty(), List.of(), true, forgotten("b")));
    RunRequest last =
        new RunRequest(
            "nightly", Optional.empty(), List.of("silver.dim_unit"), true, Optional.empty());
    assertThat(catchThrowableOfType(RenxingException.class, () -> run(lake, last)))
        .hasMessageContaining("forget many z")
        .hasMessageNotContaining("forget many b");
    run(lake, new RunRequest("forget", Optional.empty(), List.of(), true, forgotten("z")));
    assertThat(run(lake, last)).isEmpty();
  }

  /** One file is missing and another cannot be read: both are said, and kept. */
  @Test
  void aStepThatFailsSaysWhatIsMissing(@TempDir Path folder, SparkSession spark) {
    SourceFolder lake = home(folder, spark).hold(Map.of("a", A, "b", B));
    lake.ingest("");
    lake.hold(Map.of("b", B, "c", "no,such,columns\n1,2,3\n"));
    List<String> said = new ArrayList<>();
    RunRequest request =
        new RunRequest("nightly", Optional.empty(), List.of("bronze.many"), true, Optional.empty());
    RenxingException failed =
        catchThrowableOfType(RenxingException.class, () -> run(lake, request, said));
    assertThat(failed).hasMessageContaining("file c").hasMessageNotContaining("no longer there");
    assertThat(said).singleElement().asString().contains("MISSING_FILE", "file a is no longer");
    Row step = lake.lake().read(RunLog.STEP.name()).first();
    assertThat(step.<String>getAs("status")).isEqualTo("failed");
    assertThat(step.getList(step.fieldIndex("warnings"))).hasSize(1).isEqualTo(said);
  }

  @Test
  void noReleaseWhileAFileIsMissing(@TempDir Path folder, SparkSession spark) {
    Lake lake = new Lake(spark, folder.toString());
    ReleaseStep release = new ReleaseStep(List.of(), List.of());
    Warning missing = new Warning(Warning.Kind.MISSING_FILE, "file a is no longer there");
    RunContext refusing = new RunContext("r", "v", lake, java.util.Set.of(), true);
    refusing.warned(List.of(missing));
    assertThat(catchThrowableOfType(RenxingException.class, () -> release.run(refusing)))
        .hasMessageContaining("file a is no longer there");
    assertThat(lake.version(Releases.TABLE)).isEmpty();
    for (Warning.Kind kind : Warning.Kind.values()) {
      RunContext other = new RunContext("r", "v", lake, java.util.Set.of(), true);
      other.warned(List.of(new Warning(kind, "text")));
      assertThat(other.refusal().isPresent()).isEqualTo(kind == Warning.Kind.MISSING_FILE);
    }
    RunContext patient = new RunContext("r", "v", lake, java.util.Set.of(), false);
    patient.warned(List.of(missing));
    assertThat(patient.refusal()).isEmpty();
  }

  private static SourceFolder home(Path folder, SparkSession spark) {
    SourceFolder out = SourceFolder.at(folder, spark);
    out.home()
        .put(
            "conf/corrections.csv",
            """
            source_id,unit_id,year,indicator_code,value,reason,evidence,date,reviewer
            many,110000,2017,gdp,8,made up,made up,2026-01-31,tester
            """)
        .edit(
            "conf/renxing.conf",
            c ->
                c.replaceFirst("\\[economy, society\\]", "[many]")
                    .replaceFirst(
                        "corrections.files = .*", "corrections.files = [\"conf/corrections.csv\"]"))
        .edit("conf/sources/many.conf", c -> c + "max-quarantine-share = 0.5\n");
    return out;
  }

  private static Optional<Forgotten> forgotten(String file) {
    return Optional.of(new Forgotten(SourceFolder.SOURCE, List.of(file)));
  }

  private static List<String> run(SourceFolder lake, boolean failsOnMissing) {
    return run(
        lake, new RunRequest("nightly", Optional.empty(), STEPS, failsOnMissing, Optional.empty()));
  }

  private static List<String> run(SourceFolder lake, RunRequest request) {
    List<String> said = new ArrayList<>();
    run(lake, request, said);
    return said;
  }

  private static void run(SourceFolder lake, RunRequest request, List<String> said) {
    nightly(lake, request)
        .run(
            (record, number, total) ->
                record.outcome().warnings().forEach(w -> said.add(w.toString())),
            (result, inputs) -> {});
  }

  private static void preview(SourceFolder lake, RunRequest request) {
    nightly(lake, request).preview(plan -> {});
  }

  private static NightlyRun nightly(SourceFolder lake, RunRequest request) {
    var configuration =
        ConfigurationLoader.load(
            lake.home().folder(), "default", Map.of(), name -> Optional.empty());
    return new NightlyRun(configuration, lake.lake(), request);
  }

  /** Rows in, valid, quarantined and noted. */
  private static String account(SourceFolder lake) {
    return LakeView.of(lake.lake().spark(), lake.home())
        .lines(
            TableName.silver("source_account"),
            "rows_in",
            "rows_valid",
            "rows_quarantined",
            "rows_noted")
        .get(0);
  }

  /** As a version of the product left it that knew no warnings. */
  private static void withoutWarnings(Lake lake) {
    String path = lake.path(RunLog.STEP.name());
    lake.spark()
        .read()
        .format("delta")
        .load(path)
        .drop("warnings")
        .write()
        .format("delta")
        .mode("overwrite")
        .option("overwriteSchema", "true")
        .save(path);
    LakeDamage.deleteAll(Path.of(path, "_renxing_manifest"));
    assertThat(lake.read(RunLog.STEP.name()).columns()).doesNotContain("warnings");
  }
}
