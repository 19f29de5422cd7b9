package org.renxing.jobs.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.renxing.config.ConfigurationLoader;
import org.renxing.jobs.Pipeline;
import org.renxing.jobs.publish.Export;
import org.renxing.jobs.publish.ExportForm;
import org.renxing.jobs.publish.FilesRead;
import org.renxing.jobs.sql.DuckEngine;
import org.renxing.lake.Lake;
import org.renxing.lake.ReleaseSql;
import org.renxing.lake.Releases;
import org.renxing.lake.TableShape;
import org.renxing.model.ColumnSpec;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;
import org.renxing.model.Settings;
import org.renxing.model.TableName;
import org.renxing.model.TableSpec;
import org.renxing.run.TableStep;
import org.renxing.testing.SparkExtension;

/** What readers find: tables that explain themselves, at the versions that were released. */
@ExtendWith(SparkExtension.class)
class ReleaseIT {
  private static final TableName COUPLING = TableName.gold("coupling_unit_year");

  @Test
  void storedCommentsAreThoseOfTheSpecifications(SparkSession spark) {
    LakeView view = LakeView.of(spark, MiniHome.released().checked());
    List<TableSpec> specs = specs(view.lake());
    assertThat(specs).hasSizeGreaterThan(15);
    for (TableSpec spec : specs) {
      String path = view.lake().path(spec.name());
      Row detail = spark.sql("DESCRIBE DETAIL delta.`" + path + "`").first();
      assertThat(detail.<String>getAs("description"))
          .as(spec.name().toString())
          .isEqualTo(spec.grain());
      StructField[] fields = view.lake().read(spec.name()).schema().fields();
      assertThat(fields).as(spec.name().toString()).hasSize(spec.columns().size());
      for (int i = 0; i < fields.length; i++) {
        ColumnSpec column = spec.columns().get(i);
        assertThat(fields[i].name()).isEqualTo(column.name());
        assertThat(fields[i].dataType().sql()).isEqualToIgnoringCase(column.type().sql());
        assertThat(fields[i].getComment().get())
            .as(spec.name() + "." + column.name())
            .isEqualTo(TableShape.comment(column))
            .isNotBlank();
      }
    }
  }

  @Test
  void dictionaryListsEachPublishedColumnOnce(SparkSession spark) {
    LakeView view = LakeView.of(spark, MiniHome.released().checked());
    List<String> expected =
        specs(view.lake()).stream()
            .filter(s -> s.name().layer().equals("gold"))
            .flatMap(s -> s.columnNames().stream().map(c -> s.name() + "," + c))
            .sorted()
            .toList();
    assertThat(view.lines(TableName.gold("data_dictionary"), "table_name", "column_name"))
        .isEqualTo(expected);
  }

  @Test
  void viewsShowTheReleaseWhileNewerVersionsExist(@TempDir Path folder, SparkSession spark) {
    LakeView view = LakeView.of(spark, MiniHome.released().checked().copyTo(folder));
    String count = "SELECT count(*) AS n FROM " + COUPLING;
    long published = view.released(COUPLING).count();
    String path = view.lake().path(COUPLING);
    spark.sql("DELETE FROM delta.`" + path + "` WHERE year = 2021");
    assertThat(spark.read().format("delta").load(path).count()).isLessThan(published);
    assertThat(view.lake().read(COUPLING).count()).as("on record").isEqualTo(published);
    ReleaseSql sql = new ReleaseSql(view.lake());
    assertThat(sql.query(count).first().getLong(0)).isEqualTo(published);
    try (DuckEngine duck = new DuckEngine(view.lake(), Optional.of(view.release()))) {
      List<Object> row = duck.answer(count, answer -> answer.rows().next());
      assertThat(row).containsExactly(published);
    }
    assertThat(sql.query("DESCRIBE " + COUPLING).where("col_name = 'd'").first().getString(2))
        .isEqualTo("Coordination degree D = sqrt(C T) [0-1]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DELETE FROM gold.coupling_unit_year",
        "UPDATE gold.coupling_unit_year SET d = 1",
        "INSERT INTO gold.coupling_unit_year SELECT * FROM gold.coupling_unit_year",
        "WITH x AS (SELECT 1) INSERT INTO gold.coupling_unit_year SELECT * FROM x",
        "FROM gold.dim_unit INSERT INTO a SELECT * INSERT INTO b SELECT *",
        "MERGE INTO gold.dim_unit a USING gold.dim_unit b ON a.unit_id = b.unit_id WHEN MATCHED"
            + " THEN DELETE",
        "EXECUTE IMMEDIATE 'DROP DATABASE gold'",
        "CREATE TABLE x AS SELECT 1",
        "CREATE VIEW x AS SELECT 1",
        "DROP VIEW gold.dim_unit",
        "ALTER TABLE gold.dim_unit ADD COLUMN x INT",
        "TRUNCATE TABLE gold.dim_unit",
        "SET spark.sql.ansi.enabled = false",
        "VACUUM gold.dim_unit",
        "OPTIMIZE gold.dim_unit"
      })
  void statementsThatWriteAreRefused(String statement, SparkSession spark) {
    LakeView view = LakeView.of(spark, MiniHome.released().checked());
    assertThatThrownBy(() -> new ReleaseSql(view.lake()).query(statement))
        .isInstanceOfSatisfying(
            RenxingException.class,
            e -> {
              assertThat(e.code()).isEqualTo(ErrorCode.USAGE);
              assertThat(e).hasMessageContaining("releases are for reading");
            });
  }

  @Test
  void refusalEndsWithTwo() {
    Launcher.Ended ended =
        MiniHome.released().checked().launcher().run("sql", "DELETE FROM gold.dim_unit");
    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.lastLine()).startsWith("renxing: exit 2 (USAGE): sql: releases are for");
  }

  @Test
  void anExportIsWholeAndReplacesAnEarlierOne(@TempDir Path folder, SparkSession spark)
      throws IOException {
    LakeView view = LakeView.of(spark, MiniHome.released().checked());
    Path csv = folder.resolve("out/dim_unit.csv");
    long rows = export(view, ExportForm.Format.CSV, folder.resolve("out"));
    assertThat(Files.readAllLines(csv)).hasSize((int) rows + 1);
    String whole = Files.readString(csv);
    Files.writeString(csv, "an earlier export");
    export(view, ExportForm.Format.CSV, folder.resolve("out"));
    assertThat(csv).hasContent(whole);
    for (int i = 0; i < 2; i++) {
      assertThat(export(view, ExportForm.Format.PARQUET, folder.resolve("out"))).isEqualTo(rows);
      assertThat(spark.read().parquet(folder.resolve("out/dim_unit.parquet").toString()).count())
          .isEqualTo(rows);
    }
    try (Stream<Path> left = Files.list(folder.resolve("out"))) {
      assertThat(left.map(p -> p.getFileName().toString()))
          .containsExactlyInAnyOrder("dim_unit.csv", "dim_unit.parquet");
    }
  }

  @Test
  void anExportNeverWritesWhatRunsRead(@TempDir Path folder, SparkSession spark)
      throws IOException {
    MiniHome home = MiniHome.released().checked();
    LakeView view = LakeView.of(spark, home);
    Path lake = Path.of(home.lake());
    Path source = home.folder().resolve(MiniHome.ECONOMY).toAbsolutePath();
    Path reference = home.folder().resolve("conf/reference/units.csv").toAbsolutePath();
    String before = Files.readString(source) + Files.readString(reference);

    assertNoExport(view, lake.resolve("gold"), "lies in the lake");
    assertNoExport(view, lake.resolve("new/folder"), "lies in the lake");
    assertThat(lake.resolve("new")).doesNotExist();
    Path linked = Files.createSymbolicLink(folder.resolve("linked"), lake.toAbsolutePath());
    assertNoExport(view, linked.resolve("silver"), "lies in the lake");
    Path soft = Files.createDirectory(folder.resolve("soft"));
    Files.createSymbolicLink(soft.resolve("dim_unit.csv"), source);
    assertNoExport(view, soft, "a file that runs read");
    Path hard = Files.createDirectory(folder.resolve("hard"));
    Files.createLink(hard.resolve("dim_unit.csv"), reference);
    assertNoExport(view, hard, "a file that runs read");
    assertThat(Files.readString(source) + Files.readString(reference)).isEqualTo(before);
  }

  /** What a source would read in the next run is no place for an export either. */
  @Test
  void anExportIsNoNewSource(@TempDir Path folder, SparkSession spark) throws IOException {
    LakeView view = LakeView.of(spark, MiniHome.released().checked());
    MiniHome home = MiniHome.write(folder);
    home.edit("conf/sources/economy.conf", c -> c.replace("economy.csv", "*.csv"));
    Path in = folder.resolve("in");
    assertThatThrownBy(
            () ->
                new Export(
                        view.lake(), ExportForm.of(ExportForm.Format.CSV), () -> read(view, folder))
                    .write(Optional.empty(), "mini", List.of("dim_unit"), in))
        .hasMessageContainingAll("dim_unit.csv", "source economy");
    assertThat(in.resolve("dim_unit.csv")).doesNotExist();
  }

  private static void assertNoExport(LakeView view, Path out, String said) {
    assertThatThrownBy(() -> export(view, ExportForm.Format.CSV, out))
        .isInstanceOfSatisfying(
            RenxingException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.USAGE))
        .hasMessageContainingAll("export --out " + out, said);
  }

  private static long export(LakeView view, ExportForm.Format format, Path out) {
    Path home = Path.of(view.lake().root()).getParent();
    return new Export(view.lake(), ExportForm.of(format), () -> read(view, home))
        .write(Optional.empty(), "mini", List.of("dim_unit"), out)
        .get(0)
        .rows();
  }

  private static FilesRead read(LakeView view, Path home) {
    Settings settings =
        ConfigurationLoader.load(home, "default", Map.of(), name -> Optional.empty()).settings();
    return FilesRead.of(settings, view.lake().files());
  }

  private static List<TableSpec> specs(Lake lake) {
    Path home = Path.of(lake.root()).getParent();
    Settings settings =
        ConfigurationLoader.load(home, "default", Map.of(), name -> Optional.empty()).settings();
    List<TableSpec> out = new java.util.ArrayList<>(List.of(Releases.SPEC));
    new Pipeline(settings, lake.files())
        .steps(Optional.empty()).stream()
            .filter(TableStep.class::isInstance)
            .map(step -> ((TableStep) step).task().spec())
            .forEach(out::add);
    return out;
  }
}
