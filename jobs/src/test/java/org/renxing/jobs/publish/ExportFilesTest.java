package org.renxing.jobs.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.renxing.jobs.TinyLake;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;
import org.renxing.testing.SparkExtension;

/** Parquet and DuckDB files as other tools read them, and CSV in other forms; no session. */
@ExtendWith(SparkExtension.class)
class ExportFilesTest {
  @TempDir private Path folder;
  private TinyLake tiny;
  private String release;

  @BeforeEach
  void publish(SparkSession spark) {
    tiny =
        new TinyLake(spark, folder.resolve("lake"))
            .with(
                TinyLake.SCORES,
                new Object[] {"b", "340100", 2019, 0.123456789, null},
                new Object[] {"a", "110000", 2019, 0.3, "合肥"},
                new Object[] {"b", "110000", 2019, null, "low"})
            .with(
                TinyLake.PLACES,
                new Object[] {"340100", 7L, null, null},
                new Object[] {"110000", null, true, Timestamp.valueOf("2019-05-04 01:02:03.5")});
    release = tiny.publish("r1");
  }

  @Test
  void parquetIsOneFileATableInTheOrderOfItsColumns() throws SQLException {
    List<Export.Written> written =
        export(ExportForm.of(ExportForm.Format.PARQUET))
            .write(Optional.empty(), "b", List.of("scores", "gold.places"), out());
    assertThat(written.stream().map(Export.Written::rows)).containsExactly(2L, 2L);
    assertThat(out().resolve("scores.parquet")).isRegularFile();
    assertThat(ask("", "FROM '" + out().resolve("scores.parquet") + "'"))
        .containsExactly("b,110000,2019,null,low,r1", "b,340100,2019,0.123456789,null,r1");
    String places = "DESCRIBE FROM '" + out().resolve("places.parquet") + "'";
    assertThat(ask("", "SELECT column_name || ' ' || column_type FROM (" + places + ")"))
        .containsExactly(
            "unit_id VARCHAR",
            "households BIGINT",
            "is_coastal BOOLEAN",
            "seen_at TIMESTAMP WITH TIME ZONE",
            "run_id VARCHAR");
  }

  @Test
  void aReleaseIsAFolderAndCurrentIsSwitchedToIt() throws Exception {
    Export export = export(ExportForm.of(ExportForm.Format.PARQUET));
    assertThat(export.writeCurrent(Optional.empty(), "all", List.of("all"), out()))
        .extracting(Export.Written::file)
        .contains(out().resolve(release).resolve("scores.parquet"));
    String scores = "SELECT score FROM '" + out().resolve("current/scores.parquet") + "'";
    assertThat(ask("", scores)).contains("0.3", "0.123456789").hasSize(3);
    assertThat(out().resolve("current/RELEASE.txt"))
        .content()
        .startsWith("release: " + release + "\n")
        .contains(
            "scenario: all\n", "format: parquet\n", "tables: data_dictionary, places, scores");

    tiny.with(TinyLake.SCORES, new Object[] {"a", "110000", 2019, 0.9, "high"});
    String next = tiny.publish("r2");
    assertThat(export.writeCurrent(Optional.empty(), "all", List.of("all"), out())).hasSize(3);
    assertThat(ask("", scores)).containsExactly("0.9");
    assertThat(names()).containsExactly("current", release, next);
    // the same again, and back: nothing is written, and the link is right
    assertThat(export.writeCurrent(Optional.empty(), "all", List.of("all"), out())).isEmpty();
    assertThat(export.writeCurrent(Optional.of("r00001"), "all", List.of("all"), out())).isEmpty();
    assertThat(ask("", scores)).hasSize(3);
    assertUsage(
        () -> export.writeCurrent(Optional.empty(), "all", List.of("scores"), out()),
        "holds other tables or another form");
    assertThat(ask("", scores)).hasSize(3);
  }

  @Test
  void aFailedReleaseLeavesCurrentAsItWas() throws Exception {
    Export export = export(ExportForm.of(ExportForm.Format.PARQUET));
    export.writeCurrent(Optional.empty(), "all", List.of("all"), out());
    tiny.with(TinyLake.SCORES, new Object[] {"a", "110000", 2019, 0.9, "high"});
    tiny.publish("r2");
    try (Stream<Path> files = Files.walk(folder.resolve("lake/gold/scores"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".parquet")).toList()) {
        Files.delete(file);
      }
    }
    assertThatThrownBy(() -> export.writeCurrent(Optional.empty(), "all", List.of("all"), out()))
        .isInstanceOfSatisfying(
            RenxingException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.STORAGE));
    assertThat(names()).containsExactly("current", release);
    assertThat(Files.readSymbolicLink(out().resolve("current"))).isEqualTo(Path.of(release));
  }

  @Test
  void aDatabaseHasTablesTypesAndComments() throws SQLException, IOException {
    Path file = folder.resolve("tiny.duckdb");
    Files.writeString(file, "an earlier file");
    assertThat(
            export(ExportForm.of(ExportForm.Format.DUCKDB))
                .write(Optional.empty(), "all", List.of("all"), file))
        .singleElement()
        .matches(w -> w.file().equals(file) && w.rows() == 3 + 2 + 21);
    String url = file.toString();
    assertThat(ask(url, "SELECT unit_id, score, level FROM gold.scores WHERE scenario_id = 'a'"))
        .containsExactly("110000,0.3,合肥");
    assertThat(
            ask(
                url,
                "SELECT table_name, comment FROM duckdb_tables() WHERE schema_name = 'gold'"
                    + " ORDER BY 1"))
        .containsExactly(
            "data_dictionary,One row a column of a published table",
            "exported_release,The release of Renxing that this file holds",
            "places,One row a place",
            "scores,One row a unit and year");
    assertThat(
            ask(
                url,
                "SELECT column_name, data_type, comment FROM duckdb_columns() WHERE table_name ="
                    + " 'places' ORDER BY column_index"))
        .containsExactly(
            "unit_id,VARCHAR,Unit",
            "households,BIGINT,Households",
            "is_coastal,BOOLEAN,Whether it lies by the sea",
            "seen_at,TIMESTAMP WITH TIME ZONE,When it was seen",
            "run_id,VARCHAR,Run");
    assertThat(ask(url, "SELECT release_id, scenario_id FROM gold.exported_release"))
        .containsExactly(release + ",all");
    assertThat(ask(url, "SELECT epoch_ms(seen_at) FROM gold.places WHERE is_coastal"))
        .containsExactly(Long.toString(Timestamp.valueOf("2019-05-04 01:02:03.5").getTime()));
  }

  @Test
  void csvHasAMarkAndDigitsOnRequest() throws IOException {
    CsvForm form = new CsvForm(true, OptionalInt.of(3));
    export(new ExportForm(ExportForm.Format.CSV, form, ExportForm.Titles.EN))
        .write(Optional.empty(), "b", List.of("scores"), out());
    assertThat(Files.readString(out().resolve("scores.csv")))
        .startsWith("\uFEFFscenario_id,unit_id")
        .contains("b,340100,2019,0.123,,r1");
    export(ExportForm.of(ExportForm.Format.CSV))
        .write(Optional.empty(), "b", List.of("scores"), out());
    assertThat(Files.readString(out().resolve("scores.csv")))
        .startsWith("scenario_id,unit_id")
        .contains("b,340100,2019,0.123456789,,r1");
  }

  @Test
  void whatDoesNotGoTogetherIsRefused() throws IOException {
    CsvForm marked = new CsvForm(true, OptionalInt.empty());
    CsvForm rounded = new CsvForm(false, OptionalInt.of(3));
    ExportForm.Format duck = ExportForm.Format.DUCKDB;
    assertUsage(() -> new ExportForm(duck, marked, ExportForm.Titles.EN), "--bom", "csv alone");
    assertUsage(() -> new ExportForm(duck, rounded, ExportForm.Titles.EN), "--digits", "csv alone");
    assertUsage(
        () -> new ExportForm(duck, CsvForm.PLAIN, ExportForm.Titles.ZH), "--titles", "xlsx alone");
    Export export = export(ExportForm.of(duck));
    assertUsage(
        () -> export.writeCurrent(Optional.empty(), "all", List.of("all"), out()), "--current");
    Files.createDirectory(out());
    assertUsage(() -> export.write(Optional.empty(), "all", List.of("all"), out()), "is a folder");
    assertUsage(
        () -> export.write(Optional.empty(), "c", List.of("all"), out()),
        "holds no scenario c; it holds a, all, b");
  }

  private static void assertUsage(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String... said) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            RenxingException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.USAGE))
        .hasMessageContainingAll(said);
  }

  private Path out() {
    return folder.resolve("out");
  }

  private List<String> names() throws IOException {
    try (Stream<Path> all = Files.list(out())) {
      return all.map(p -> p.getFileName().toString()).sorted().toList();
    }
  }

  private Export export(ExportForm form) {
    FilesRead read = new FilesRead(Optional.empty(), List.of(), List.of());
    return new Export(tiny.withoutSession(), form, () -> read);
  }

  /** Rows that DuckDB answers with, as another program would ask it. */
  private static List<String> ask(String database, String sql) throws SQLException {
    List<String> out = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + database);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      int width = rows.getMetaData().getColumnCount();
      while (rows.next()) {
        List<String> cells = new ArrayList<>();
        for (int i = 1; i <= width; i++) {
          cells.add(String.valueOf(rows.getObject(i)));
        }
        out.add(String.join(",", cells));
      }
    }
    return out;
  }
}
