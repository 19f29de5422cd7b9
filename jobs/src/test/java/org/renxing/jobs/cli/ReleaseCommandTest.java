package org.renxing.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.renxing.jobs.TinyLake;
import org.renxing.lake.LakeLock;
import org.renxing.testing.SparkExtension;

/** Releases as the command line lists and names them, drops one, and goes back to one. */
@ExtendWith(SparkExtension.class)
class ReleaseCommandTest {
  private static final String HOME = Path.of("..").toAbsolutePath().normalize().toString();
  private static final Object[] LOW = {"a", "340100", 2019, 0.1, "low"};
  private static final Object[] HIGH = {"a", "340100", 2019, 0.9, "high"};

  @TempDir private Path folder;
  private TinyLake lake;
  private String first;
  private String second;

  @BeforeEach
  void publishTwo(SparkSession spark) {
    lake = new TinyLake(spark, folder.resolve("lake"));
    first = lake.with(TinyLake.SCORES, LOW).publish("r1");
    second = lake.with(TinyLake.SCORES, HIGH).publish("r2");
  }

  @Test
  void theListSaysWhatEachHolds() throws IOException {
    assertThat(release("name", "r00001", "2026-yearbook").exitCode()).isZero();
    Ended text = release("list");
    assertThat(text.exitCode()).as(text.err()).isZero();
    assertThat(text.out().lines().skip(1))
        .satisfiesExactly(
            line -> assertThat(line).startsWith(second).contains("what readers see", " kB "),
            line -> assertThat(line).startsWith(first).contains("2026-yearbook", " kB "));
    JsonNode json = new ObjectMapper().readTree(release("list", "--json").out());
    assertThat(json).hasSize(2);
    JsonNode old = json.get(1);
    assertThat(old.get("id").textValue()).isEqualTo(first);
    assertThat(old.get("names").get(0).textValue()).isEqualTo("2026-yearbook");
    assertThat(old.get("scenarios").get(0).textValue()).isEqualTo("a");
    assertThat(old.get("tables").intValue()).isEqualTo(2);
    assertThat(old.get("is_current").booleanValue()).isFalse();
    long named = bytes("gold/scores") + bytes("gold/data_dictionary");
    assertThat(old.get("bytes").longValue() + json.get(0).get("own_bytes").longValue())
        .isEqualTo(named);
  }

  @Test
  void aNameStandsForItsRelease() throws IOException {
    assertThat(release("name", "r00001", "yearbook").out())
        .isEqualTo("r00001 is named yearbook from now on.\n");
    assertThat(release("name", first, "yearbook").out()).contains("has that name already");
    Ended diff = run("diff", "yearbook", "r00002");
    assertThat(diff.exitCode()).isEqualTo(1);
    assertThat(diff.out()).contains("score 0.1 -> 0.9");
    String out = folder.resolve("out").toString();
    Ended export =
        run(
            "export",
            "--release",
            "yearbook",
            "--scenario",
            "a",
            "--table",
            "scores",
            "--out",
            out);
    assertThat(export.exitCode()).as(export.err()).isZero();
    assertThat(folder.resolve("out/scores.csv")).content().contains("a,340100,2019,0.1,low");
    run("export", "--scenario", "a", "--table", "scores", "--out", out);
    assertThat(folder.resolve("out/scores.csv")).content().contains("a,340100,2019,0.9,high");
    assertUsage("r00001-", "name", "r00002", "yearbook");
    assertUsage("has that name; take it away first", "name", "r00002", "yearbook");
    for (String bad : List.of("r00007", "r7-x", "R1", "-x", ".x", "a b", "年鉴", "x".repeat(65))) {
      assertUsage("a name has 1 to 64 ASCII letters", "name", "r00002", "--", bad);
    }
    assertUsage("not there; ", "name", "r00003", "other");
    assertThat(release("name", "--remove", "yearbook", "yearbook").exitCode()).isZero();
    assertUsage("has the names []", "name", "--remove", "r00001", "yearbook");
    assertThat(release("name", "r00002", "yearbook").exitCode()).isZero();
    assertThat(run("runs").out()).contains("name --remove yearbook yearbook");
  }

  @Test
  void aReleaseIsDroppedButNotTheCurrentOrANamedOne() {
    assertUsage("it is what readers see", "drop", "r00002");
    release("name", "r00001", "yearbook");
    assertUsage("it is named yearbook; take the name away first", "drop", "r00001");
    release("name", "--remove", "r00001", "yearbook");
    Ended dropped = release("drop", "r00001");
    assertThat(dropped.exitCode()).as(dropped.err()).isZero();
    assertThat(dropped.out())
        .isEqualTo(first + " is dropped; its files go with the next bin/renxing maintain.\n");
    assertThat(release("list").out()).contains(second).doesNotContain(first);
    Ended diff = run("diff", "r00001", "r00002");
    assertThat(diff.exitCode()).isEqualTo(2);
    assertThat(diff.err()).contains("release 'r00001': was dropped at 20");
    assertUsage("was dropped at", "drop", "r00001");
    assertUsage("was dropped at", "rollback", "r00001");
  }

  @Test
  void goingBackLosesNothing() {
    assertUsage("it is what readers see", "rollback", "r00002");
    Ended back = release("rollback", "r00001");
    assertThat(back.exitCode()).as(back.err()).isZero();
    assertThat(back.out()).startsWith("Published release r00003-" + first.substring(7));
    Ended list = release("list");
    assertThat(list.out().lines().skip(1))
        .satisfiesExactly(
            line -> assertThat(line).contains("what readers see, a rollback to " + first),
            line -> assertThat(line).startsWith(second),
            line -> assertThat(line).startsWith(first));
    assertThat(run("diff", "r00001", "r00003").exitCode()).isZero();
    assertThat(run("diff", "r00001", folder.resolve("lake").toString()).exitCode()).isZero();
    assertThat(run("diff", "r00002", "r00003").exitCode()).isEqualTo(1);
    assertThat(release("drop", "r00002").exitCode()).isZero();
    assertThat(release("drop", "r00001").exitCode()).isZero();
    assertThat(run("maintain", "--set", "lake.maintain.grace-minutes=0").exitCode()).isZero();
    assertThat(run("diff", "r00003", folder.resolve("lake").toString()).exitCode()).isZero();
  }

  @Test
  void maintainTellsWhatItDid() throws IOException {
    String third =
        lake.with(TinyLake.SCORES, LOW, new Object[] {"a", "x", 1, 1.0, ""}).publish("r3");
    String now = "lake.maintain.grace-minutes=0";
    Ended dry = run("maintain", "--keep", "1", "--dry-run", "--set", now);
    assertThat(dry.exitCode()).as(dry.err()).isZero();
    assertThat(dry.out())
        .containsPattern("gold.scores +\\d+ +-> \\d+ +[0-9.]+ kB +-> [0-9.]+ kB")
        .contains("Would take off the list: " + first + ", " + second, "Nothing was written.");
    assertThat(release("list").out()).contains(first, second, third);
    Ended done = run("maintain", "--keep", "1", "--set", now);
    assertThat(done.exitCode()).as(done.err()).isZero();
    assertThat(done.out())
        .contains("all of the lake", "Kept: " + third, "Taken off the list: " + first);
    assertThat(release("list").out()).contains(third).doesNotContain(first, second);
    assertThat(run("runs").out()).containsPattern("\\|[0-9.]+ kB\\|\\s*maintain --env");
    Ended diff = run("diff", "r00001", "r00003");
    assertThat(diff.err()).contains("was removed by maintain at 20");
    assertThat(run("maintain", "--keep", "0").exitCode()).isEqualTo(2);
    JsonNode json =
        new ObjectMapper().readTree(run("maintain", "--dry-run", "--json", "--set", now).out());
    assertThat(json.at("/removed")).isEmpty();
    assertThat(json.at("/kept/0").textValue()).isEqualTo(third);
    assertThat(json.at("/before/parts/gold.scores/bytes").longValue()).isPositive();
  }

  @Test
  void whoHoldsTheLakeIsNotDisturbed() {
    try (LakeLock held = LakeLock.take(lake.lake(), "other")) {
      for (String[] command :
          new String[][] {
            {"maintain"}, {"release", "drop", "r00001"}, {"release", "rollback", "1"}
          }) {
        assertThat(run(command).exitCode()).isEqualTo(3);
      }
      assertThat(run("maintain", "--dry-run").exitCode()).isZero();
      assertThat(release("list").exitCode()).isZero();
      assertThat(held.deadHolder()).isEmpty();
    }
  }

  private long bytes(String table) throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("lake/" + table))) {
      return files
          .filter(file -> file.toString().endsWith(".parquet"))
          .mapToLong(file -> file.toFile().length())
          .sum();
    }
  }

  private void assertUsage(String message, String... arguments) {
    Ended ended = release(arguments);
    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.err()).contains(message);
  }

  private Ended release(String... arguments) {
    return run(Stream.concat(Stream.of("release"), Stream.of(arguments)).toArray(String[]::new));
  }

  private Ended run(String... arguments) {
    List<String> all = new java.util.ArrayList<>(List.of(arguments));
    // before the parameters, which "--" may end
    all.addAll(
        arguments[0].equals("release") ? 2 : 1,
        List.of("--home", HOME, "--set", "lake.path=" + folder.resolve("lake")));
    return Ended.run(all.toArray(String[]::new));
  }
}
