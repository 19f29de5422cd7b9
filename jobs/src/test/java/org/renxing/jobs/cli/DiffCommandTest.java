package org.renxing.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.renxing.jobs.TinyLake;
import org.renxing.model.ColumnSpec;
import org.renxing.model.TableSpec;
import org.renxing.testing.SparkExtension;

/** Two lakes, two releases and two scenarios, as the command line compares them. */
@ExtendWith(SparkExtension.class)
class DiffCommandTest {
  private static final String HOME = Path.of("..").toAbsolutePath().normalize().toString();
  private static final Object[] HEFEI_A = {"a", "340100", 2019, 0.1, "low"};
  private static final Object[] HEFEI_B = {"b", "340100", 2019, 0.1, "low"};
  private static final Object[] BEIJING_A = {"a", "110000", 2019, 0.5, null};
  private static final Object[] BEIJING_B = {"b", "110000", 2019, -0.0, null};
  private static final Object[] PLACE = {"340100", 7L, false, null};

  @TempDir private Path folder;
  private SparkSession spark;

  @BeforeEach
  void take(SparkSession session) {
    spark = session;
  }

  @Test
  void equalLakes() {
    lake("one", "r1", HEFEI_A, HEFEI_B, BEIJING_A, BEIJING_B);
    lake("two", "r2", BEIJING_B, HEFEI_A, close(HEFEI_B), BEIJING_A);
    Ended ended = diff("one", "two");
    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(ended.out())
        .contains("A: " + folder.resolve("one") + ", release r00001-", "All 3 tables are equal.")
        .containsPattern("gold.scores +4 +4 +0 +0 +0 +1.0e-11 +score at scenario_id=b, unit_id=34");
    assertThat(ended.err()).isEmpty();
    assertThat(diff("one", "two", "--tolerance", "1e-12").exitCode()).isEqualTo(1);
  }

  @Test
  void aChangedCellAndRowsThatCameAndWent() throws IOException {
    lake("one", "r1", HEFEI_A, BEIJING_A);
    Object[] changed = {"a", "110000", 2019, 0.4, "high"};
    lake("two", "r1", changed, HEFEI_B);
    Ended ended = diff("one", "two");
    assertThat(ended.exitCode()).isEqualTo(1);
    assertThat(ended.out())
        .contains(
            "1 of 3 tables differ.",
            "  score: 1 values changed\n",
            "  scenario_id=a, unit_id=110000, year=2019: score 0.5 -> 0.4\n",
            "  scenario_id=a, unit_id=110000, year=2019: level null -> 'high'\n",
            "  only in B: scenario_id=b, unit_id=340100, year=2019\n",
            "  only in A: scenario_id=a, unit_id=340100, year=2019\n");
    assertThat(ended.err()).isEqualTo("renxing: exit 1 (DIFFERENT): 1 of 3 tables differ.\n");
    assertThat(diff("one", "two", "--tables", "places,gold.data_dictionary").exitCode()).isZero();
    Ended none = diff("one", "two", "--limit", "0");
    assertThat(none.exitCode()).isEqualTo(1);
    assertThat(none.out()).contains("level: 1 values changed").doesNotContain("'high'");

    JsonNode json = new ObjectMapper().readTree(diff("one", "two", "--json").out());
    assertThat(json.at("/is_equal").booleanValue()).isFalse();
    assertThat(json.at("/a/lake").textValue()).isEqualTo(folder.resolve("one").toString());
    assertThat(json.at("/tables")).hasSize(3);
    JsonNode scores = json.at("/tables/2");
    assertThat(scores.at("/table").textValue()).isEqualTo("gold.scores");
    assertThat(scores.at("/state").textValue()).isEqualTo("DIFFERENT");
    assertThat(Stream.of("rows_a", "rows_b", "added", "gone", "changed").map(scores::get))
        .extracting(JsonNode::intValue)
        .containsExactly(2, 2, 1, 1, 1);
    assertThat(scores.at("/columns/0/largest/relative_difference").doubleValue())
        .isBetween(0.1999, 0.2001);
    assertThat(scores.at("/columns/0/largest/key/unit_id").textValue()).isEqualTo("110000");
    assertThat(scores.at("/columns/1/column").textValue()).isEqualTo("level");
    assertThat(scores.at("/columns/1/changed").intValue()).isEqualTo(1);
    assertThat(scores.at("/differences")).hasSize(4);
    assertThat(scores.at("/differences/1/a").isNull()).isTrue();
    assertThat(scores.at("/differences/1/b").textValue()).isEqualTo("high");
  }

  @Test
  void tablesAndColumnsOfOneSide() {
    new TinyLake(spark, folder.resolve("one"))
        .with(TinyLake.SCORES, HEFEI_A)
        .with(TinyLake.PLACES, PLACE)
        .publish("r1");
    List<ColumnSpec> columns = new ArrayList<>(TinyLake.SCORES.columns());
    columns.set(4, ColumnSpec.optional("grade", ColumnSpec.Type.STRING, "", "Grade"));
    TableSpec graded =
        new TableSpec(
            TinyLake.SCORES.name(),
            TinyLake.SCORES.grain(),
            TinyLake.SCORES.keys(),
            columns,
            List.of());
    new TinyLake(spark, folder.resolve("two")).with(graded, HEFEI_A).publish("r1");
    Ended ended = diff("one", "two");
    assertThat(ended.exitCode()).isEqualTo(1);
    assertThat(ended.out())
        .contains("3 of 3 tables differ.", "columns only in A: level", "columns only in B: grade")
        .contains("gold.places\n  only in A\n")
        .containsPattern("gold.places +1 +- +0 +1 +0");
  }

  @Test
  void twoReleasesOfTheLakeInUse() {
    TinyLake lake = lake("one", "r1", HEFEI_A, BEIJING_A);
    String second = lake.with(TinyLake.SCORES, HEFEI_A, BEIJING_A, HEFEI_B).publish("r2");
    String use = "lake.path=" + folder.resolve("one");
    Ended ended = run("r00001", second, "--set", use);
    assertThat(ended.exitCode()).isEqualTo(1);
    assertThat(ended.out()).containsPattern("gold.scores +2 +3 +1 +0 +0");
    assertThat(run("r00002", folder.resolve("one").toString(), "--set", use).exitCode()).isZero();
    Ended parts = run("r00001", "r00002", "--set", use, "--tables", "release_table");
    assertThat(parts.exitCode()).isEqualTo(1);
    assertThat(parts.out())
        .contains("only in B: table_name=gold.scores, scenario_id=b")
        .containsPattern("gold.release_table +3 +4 +1 +0 +0");
    assertUsage(
        "release 'r00003': not there; " + folder.resolve("one") + " holds no release of that name",
        "r00003",
        "r00001");
    assertUsage("neither has gold.nothing; there are", "r00001", "r00002", "--tables=nothing");
    assertUsage("--tolerance -1.0", "r00001", "r00002", "--tolerance=-1");
    assertUsage("--limit -1", "r00001", "r00002", "--limit=-1");
    assertUsage("write scenario:ID twice", "scenario:a", "r00002");
    assertUsage("holds the scenarios a, b", "scenario:c", "scenario:a");
    assertUsage("holds the scenarios a, b", "scenario:a", "scenario:all");
    assertUsage("Missing required parameter: 'B'", "r00001");
    assertUsage("holds no release yet", "r00001", folder.resolve("no lake").toString());
  }

  @Test
  void twoScenarios() {
    lake("one", "r1", HEFEI_A, BEIJING_A, HEFEI_B, BEIJING_B);
    String use = "lake.path=" + folder.resolve("one");
    Ended ended = run("scenario:a", "scenario:b", "--set", use);
    assertThat(ended.exitCode()).isEqualTo(1);
    assertThat(ended.out())
        .contains(", scenario a\n", "1 of 1 tables differ.")
        .contains("  unit_id=110000, year=2019: score 0.5 -> 0.0\n")
        .containsPattern("gold.scores +2 +2 +0 +0 +1 +1.0 +score at unit_id=110000, year=2019");
    assertThat(run("scenario:b", "scenario:b", "--set", use).exitCode()).isZero();
  }

  @Test
  void aDamagedLake() throws IOException {
    TinyLake lake = lake("one", "r1", HEFEI_A);
    lake("two", "r1", HEFEI_A);
    try (Stream<Path> files = Files.list(Path.of(lake.lake().path(TinyLake.PLACES.name())))) {
      Files.delete(files.filter(f -> f.toString().endsWith(".parquet")).findFirst().orElseThrow());
    }
    Ended ended = diff("two", "one");
    assertThat(ended.exitCode()).isEqualTo(4);
    assertThat(ended.err()).contains("exit 4 (STORAGE): gold.places, version 0", "is gone");
    assertThat(diff("two", "one", "--tables", "scores").exitCode()).isZero();
  }

  private void assertUsage(String what, String... arguments) {
    Stream<String> use = Stream.of("--set", "lake.path=" + folder.resolve("one"));
    Ended ended = run(Stream.concat(Arrays.stream(arguments), use).toArray(String[]::new));
    assertThat(ended.exitCode()).as(ended.err()).isEqualTo(2);
    assertThat(ended.err()).contains("renxing: exit 2 (USAGE): ", what);
  }

  private TinyLake lake(String name, String runId, Object[]... scores) {
    TinyLake lake =
        new TinyLake(spark, folder.resolve(name))
            .with(TinyLake.SCORES, scores)
            .with(TinyLake.PLACES, PLACE);
    lake.publish(runId);
    return lake;
  }

  private static Object[] close(Object[] row) {
    Object[] out = row.clone();
    out[3] = (Double) row[3] * (1 + 1e-11);
    return out;
  }

  private Ended diff(String a, String b, String... options) {
    Stream<String> sides = Stream.of(a, b).map(name -> folder.resolve(name).toString());
    return run(Stream.concat(sides, Stream.of(options)).toArray(String[]::new));
  }

  private static Ended run(String... arguments) {
    return Ended.run(
        Stream.concat(Stream.of("diff", "--home", HOME), Stream.of(arguments))
            .toArray(String[]::new));
  }
}
