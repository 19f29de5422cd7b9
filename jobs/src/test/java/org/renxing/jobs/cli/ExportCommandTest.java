package org.renxing.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.renxing.jobs.TinyLake;
import org.renxing.testing.SparkExtension;

/** Each way out of a release is one command. */
@ExtendWith(SparkExtension.class)
class ExportCommandTest {
  private static final String HOME = Path.of("..").toAbsolutePath().normalize().toString();

  @TempDir private Path folder;
  private String release;

  @BeforeEach
  void publish(SparkSession spark) {
    release =
        new TinyLake(spark, folder.resolve("lake"))
            .with(TinyLake.SCORES, new Object[] {"a", "340100", 2019, 0.123456789, "low"})
            .publish("r1");
  }

  @Test
  void eachFormIsOneCommand() throws IOException {
    Path out = folder.resolve("out");
    Ended csv = export(out, "--bom", "--digits", "3");
    assertThat(csv.exitCode()).as(csv.err()).isZero();
    assertThat(csv.out()).contains(out.resolve("scores.csv") + "  1 rows");
    assertThat(out.resolve("scores.csv")).content().startsWith("\uFEFF").contains(",0.123,low,");

    Ended parquet = export(out, "--format", "parquet", "--current");
    assertThat(parquet.exitCode()).as(parquet.err()).isZero();
    assertThat(parquet.out())
        .contains(out.resolve(release).resolve("scores.parquet") + "  1 rows")
        .endsWith(out.resolve("current") + "\n");
    assertThat(out.resolve("current/scores.parquet")).isRegularFile();

    Path book = folder.resolve("x.xlsx");
    Ended xlsx = export(book, "--format", "xlsx", "--titles", "both");
    assertThat(xlsx.exitCode()).as(xlsx.err()).isZero();
    assertThat(xlsx.out()).isEqualTo(book + "  1 rows\n");
    Path database = folder.resolve("x.duckdb");
    Ended duckdb = export(database, "--format", "duckdb");
    assertThat(duckdb.exitCode()).as(duckdb.err()).isZero();
    assertThat(Files.size(database)).isPositive();
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left.map(p -> p.getFileName().toString()))
          .containsExactlyInAnyOrder("lake", "out", "x.xlsx", "x.duckdb");
    }
  }

  @Test
  void whatDoesNotGoTogetherEndsWithTwo() {
    Path out = folder.resolve("out");
    assertUsage("--digits 0: must be from 1 to 17", export(out, "--digits", "0"));
    assertUsage("--bom goes with --format csv alone", export(out, "--bom", "--format", "parquet"));
    assertUsage("--titles goes with --format xlsx alone", export(out, "--titles", "zh"));
    assertUsage("--current goes with", export(out, "--current", "--format", "duckdb"));
    assertUsage("'ods'", export(out, "--format", "ods"));
    assertThat(out).doesNotExist();
  }

  private static void assertUsage(String message, Ended ended) {
    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.err()).contains(message);
  }

  private Ended export(Path out, String... options) {
    List<String> all =
        new ArrayList<>(
            List.of("export", "--home", HOME, "--set", "lake.path=" + folder.resolve("lake")));
    all.addAll(List.of("--out", out.toString()));
    all.addAll(List.of(options));
    return Ended.run(all.toArray(String[]::new));
  }
}
