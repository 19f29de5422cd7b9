package org.renxing.jobs.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;
import org.renxing.run.Step;
import org.renxing.run.Warning;
import org.renxing.testing.SparkExtension;

/** What lies in a source's folder and is no file: left out with a warning, and never opened. */
@ExtendWith(SparkExtension.class)
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class SkippedEntriesTest {
  private static final String A = SourceFolder.HEAD + "110000,2018,1\n";
  private static final String B = SourceFolder.HEAD + "120000,2018,2\n";

  @Test
  void whatIsNoFileChangesNothing(@TempDir Path folder, SparkSession spark) throws IOException {
    SourceFolder lake = SourceFolder.at(folder, spark).hold(Map.of("a:b [1].csv", A, "b.csv", B));
    Path in = folder.resolve("in/many");
    Path secret = Files.writeString(folder.resolve("secret"), "TOKEN=hunter2\n");
    pipe(in.resolve("pipe.csv"));
    pipe(in.resolve(".b.csv.crc"));
    Files.createSymbolicLink(in.resolve("dangling.csv"), Path.of("none"));
    Files.createSymbolicLink(in.resolve("env.csv"), secret);
    Files.createSymbolicLink(in.resolve("zero.csv"), Path.of("/dev/zero"));
    Step.Outcome outcome = lake.ingest("");
    assertThat(lake.rows())
        .containsExactly(
            "a:b [1].csv 2 {\"code\":\"110000\",\"year\":\"2018\",\"gdp\":\"1\"}",
            "b.csv 2 {\"code\":\"120000\",\"year\":\"2018\",\"gdp\":\"2\"}");
    assertThat(outcome.warnings())
        .extracting(Warning::toString)
        .containsExactly(
            "SKIPPED_ENTRY: source many: dangling.csv is a link that leads nowhere and was not"
                + " read; take it away, or put a file there",
            "SKIPPED_ENTRY: source many: env.csv is a link that leaves the folder of the source"
                + " and was not read; put the file there, or set follow-links = true in the file"
                + " of source many if you trust who writes there",
            "SKIPPED_ENTRY: source many: pipe.csv is a FIFO and was not read; take it away, or put"
                + " a file there",
            "SKIPPED_ENTRY: source many: zero.csv is a link that leaves the folder of the source"
                + " and was not read; put the file there, or set follow-links = true in the file"
                + " of source many if you trust who writes there");
    Step.Outcome again = lake.ingest("");
    assertThat(again.status()).isEqualTo(Step.Status.UNCHANGED);
    assertThat(again.warnings()).isEqualTo(outcome.warnings());

    Files.delete(in.resolve("a:b [1].csv"));
    Files.delete(in.resolve("b.csv"));
    assertThatThrownBy(() -> lake.ingest(""))
        .isInstanceOfSatisfying(
            RenxingException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.SOURCE_CONTRACT))
        .hasMessageContaining("no file matches")
        .hasMessageContaining("not read: dangling.csv is a link that leads nowhere, env.csv is")
        .hasMessageNotContaining("hunter2");
  }

  @Test
  void linksAreFollowedWhereTheSourceSaysSo(@TempDir Path folder, SparkSession spark)
      throws IOException {
    SourceFolder lake = SourceFolder.at(folder, spark).hold(Map.of("a.csv", A));
    Path other = Files.writeString(folder.resolve("b.csv"), B);
    Path in = folder.resolve("in/many");
    Files.createSymbolicLink(in.resolve("b.csv"), other);
    Files.createSymbolicLink(in.resolve("zero.csv"), Path.of("/dev/zero"));
    assertThat(lake.ingest("").warnings()).hasSize(2);
    assertThat(lake.rows()).hasSize(1);
    String contract = lake.source().contract();
    lake.home().edit("conf/sources/many.conf", text -> text + "follow-links = true\n");
    assertThat(lake.source().isFollowingLinks()).isTrue();
    assertThat(lake.source().contract()).as("what rows mean").isEqualTo(contract);
    assertThat(lake.ingest("").warnings())
        .extracting(Warning::text)
        .singleElement()
        .asString()
        .startsWith("source many: zero.csv is a device and was not read");
    assertThat(lake.rows()).hasSize(2);
  }

  @Test
  void parquetUnderOddNamesIsRead(@TempDir Path folder, SparkSession spark) throws IOException {
    SourceFolder lake = SourceFolder.at(folder, spark).hold(Map.of());
    lake.home()
        .edit("conf/sources/many.conf", text -> text + "format = parquet\n")
        .put("in/many/.keep", "");
    Path in = folder.resolve("in/many");
    List<String> names =
        List.of("ab.parquet", "a [1]*{x}?.parquet", "a%41#.parquet", "-a'b.parquet");
    for (int i = 0; i < names.size(); i++) {
      Path made = folder.resolve("made" + i);
      spark
          .sql("SELECT '110000' AS code, '2018' AS year, '" + i + "' AS gdp")
          .coalesce(1)
          .write()
          .parquet(made.toString());
      try (var parts = Files.newDirectoryStream(made, "part-*.parquet")) {
        Files.move(parts.iterator().next(), in.resolve(names.get(i)));
      }
    }
    lake.ingest("");
    assertThat(lake.rows())
        .hasSize(4)
        .allSatisfy(
            row -> {
              int i = names.indexOf(row.substring(0, row.indexOf(" 1 {")));
              assertThat(row).contains("\"gdp\":\"" + i + "\"");
            });
    pipe(in.resolve(".ab.parquet.crc"));
    assertThatThrownBy(() -> lake.ingest("")).hasMessageContaining(".ab.parquet.crc is a FIFO");
    Files.delete(in.resolve(".ab.parquet.crc"));
    Files.move(in.resolve("ab.parquet"), in.resolve("a:b.parquet"));
    assertThatThrownBy(() -> lake.ingest(""))
        .isInstanceOfSatisfying(
            RenxingException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.SOURCE_CONTRACT))
        .hasMessageContaining("the name of the file a:b.parquet has a colon");
  }

  private static void pipe(Path at) throws IOException {
    Process process = new ProcessBuilder("mkfifo", at.toString()).inheritIO().start();
    assertThat(process.onExit().join().exitValue()).isZero();
  }
}
