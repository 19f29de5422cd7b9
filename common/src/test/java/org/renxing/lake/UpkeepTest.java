package org.renxing.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;

/** What upkeep keeps can be read as before; all else goes, wherever it was cut off. */
class UpkeepTest extends UpkeepLake {
  @Test
  void keepsTheNewestAndTheNamed() {
    new ReleaseActions(lake, "r").name(ids.get(1), "yearbook");
    List<String> kept = List.of(ids.get(1), ids.get(10), ids.get(11));
    Map<String, Map<String, List<String>>> before = contents(kept);
    Upkeep.Result result = upkeep(2, Duration.ZERO).run();
    assertThat(result.skipped()).isEmpty();
    assertThat(result.kept()).isEqualTo(kept);
    assertThat(result.removed()).hasSize(9).doesNotContain(ids.get(1));
    reopen();
    assertThat(new Releases(lake).all().keySet()).containsExactlyElementsOf(result.kept());
    assertThat(contents(kept)).isEqualTo(before);
    for (String id : kept) {
      assertThat(townsBySpark(id)).isEqualTo(before.get(id).get("gold.towns"));
    }
    assertThatThrownBy(() -> new Releases(lake).require(ids.get(4)))
        .isInstanceOfSatisfying(
            RenxingException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.USAGE))
        .hasMessageContaining(ids.get(4) + "': was removed by maintain at 20");
    assertThat(new Releases(lake).require("yearbook").id()).isEqualTo(ids.get(1));
    assertThat(rowFiles(TOWNS)).hasSize(3);
    assertThat(rowFiles(FIXED)).hasSize(1);
    assertThat(rowFiles(BASE)).hasSize(1);
    assertThat(logFiles(TOWNS)) // up to version 1, and from the checkpoint on
        .containsExactly(
            "00000000000000000000.json",
            "00000000000000000001.json",
            "00000000000000000010.checkpoint.parquet",
            "00000000000000000010.json",
            "00000000000000000011.json",
            "_last_checkpoint");
    assertThat(LakeRepair.look(lake).done()).isEmpty();
    assertThat(result.after()).isEqualTo(LakeSize.of(lake));
    assertThat(result.after().total().bytes()).isLessThan(result.before().total().bytes());
  }

  @Test
  void aLakeThatWasKeptGoesOnAsBefore() throws IOException {
    upkeep(1, Duration.ZERO).run();
    reopen();
    // the manifest of the newest version is lost, and the log no longer begins at 0
    Files.delete(root.resolve("gold/towns/_renxing_manifest/" + TableLog.commitName(11)));
    lake.states().forget(lake.path(TOWNS.name()));
    assertThat(new LakeRepair(lake, "r").run().done()).isEmpty();
    assertThat(lake.manifest(TOWNS.name(), 11)).isNotEmpty();
    List<String> more = publish(RELEASES, RELEASES + 9);
    assertThat(contents(more)).hasSize(9);
    upkeep(1, Duration.ZERO).run();
    upkeep(1, Duration.ZERO).run();
    assertThat(townsBySpark(more.get(8))).containsExactly("[Town 20]");
    assertThat(rowFiles(TOWNS)).hasSize(1);
    assertThat(logFiles(TOWNS)).doesNotContain("00000000000000000010.checkpoint.parquet");
  }

  @Test
  void filesStayForThoseWhoReadThem() {
    LakeSize before = LakeSize.of(lake);
    Upkeep.Result first = upkeep(1, Duration.ofHours(1)).run();
    assertThat(first.removed()).hasSize(11);
    assertThat(first.after().part("gold.towns")).isEqualTo(before.part("gold.towns"));
    assertThat(new Releases(lake).find(ids.get(0))).isEmpty();
    Clock soon = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(50));
    new Upkeep(lake, policy(1, Duration.ofHours(1)), soon, "r", s -> {}).run();
    assertThat(rowFiles(TOWNS)).hasSize(RELEASES);
    Clock later = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(70));
    new Upkeep(lake, policy(1, Duration.ofHours(1)), later, "r", s -> {}).run();
    assertThat(rowFiles(TOWNS)).hasSize(1);
    assertThat(rowFiles(BASE)).hasSize(1);
  }

  @Test
  void cutOffAnywhereItIsDoneAgain() {
    new ReleaseActions(lake, "r").name(ids.get(2), "kept");
    List<String> kept = List.of(ids.get(2), ids.get(11));
    Map<String, Map<String, List<String>>> before = contents(kept);
    List<String> done = new ArrayList<>();
    boolean isThrough = false;
    for (int attempt = 1; !isThrough; attempt++) {
      int most = 1 + attempt % 4;
      List<String> now = new ArrayList<>();
      try {
        new Upkeep(
                lake,
                policy(1, Duration.ZERO),
                Clock.systemUTC(),
                "r",
                step -> {
                  if (now.size() == most) {
                    throw new IllegalStateException("killed before: " + step);
                  }
                  now.add(step.replaceFirst(" .*", ""));
                })
            .run();
        isThrough = true;
      } catch (IllegalStateException killed) {
        assertThat(killed).hasMessageStartingWith("killed before: ");
      }
      done.addAll(now);
      reopen();
      assertThat(contents(kept)).as("attempt " + attempt).isEqualTo(before);
      assertThat(new LakeRepair(lake, "r").run().isReleaseDamaged()).isFalse();
      assertThat(attempt).isLessThan(500);
    }
    assertThat(done)
        .contains("take", "put", "record")
        .filteredOn("delete"::equals)
        .hasSizeGreaterThan(40);
    assertThat(new Releases(lake).all().keySet()).containsExactlyElementsOf(kept);
    assertThat(rowFiles(TOWNS)).hasSize(2);
    assertThat(rows(LOG.name())).hasSize(RELEASES);
    publish(12, 14);
    assertThat(rows(LOG.name())).hasSize(14);
  }

  @Test
  void whatWasAppendedIsPutTogetherAndCountsAsUnchanged() {
    TableState before = lake.state(LOG.name()).orElseThrow();
    List<String> rows = rows(LOG.name());
    Upkeep.Result result = upkeep(1, Duration.ZERO).run();
    assertThat(result.compacted()).containsExactly("bronze.log", "gold.release_table", "ops.run");
    TableState after = lake.state(LOG.name()).orElseThrow();
    assertThat(after)
        .isEqualTo(new TableState(before.version() + 1, before.parts(), before.notes()));
    assertThat(rows(LOG.name())).isEqualTo(rows);
    assertThat(rowFiles(LOG)).hasSize(1);
    assertThat(lake.read(LOG.name()).count()).as("by Spark").isEqualTo(RELEASES);
    CommitFile commit =
        TableLog.of(lake.files(), lake.path(LOG.name())).commit(after.version()).orElseThrow();
    assertThat(commit.changesData()).isFalse();
    assertThat(commit.isOurs()).isTrue();
    assertThat(lake.check().newest(LOG.name()).kind()).isEqualTo(TableCondition.Kind.SOUND);
    assertThat(upkeep(1, Duration.ZERO).run().compacted()).isEmpty();
    assertThat(lake.few(Releases.SPEC).orElseThrow().rows()).as("of one release").hasSize(4);
    assertThat(new Releases(lake).publish(entries(11), false, "v", "r").isNew()).isFalse();
  }

  @Test
  void oldRunsGo() {
    Instant now = Instant.now();
    for (int day = 0; day < 10; day++) {
      run("old" + day, now.minus(Duration.ofDays(401L + day)));
    }
    run("new", now.minus(Duration.ofDays(399)));
    upkeep(1, Duration.ZERO).run();
    assertThat(rows(RUN.name())).hasSize(RELEASES + 1).noneMatch(row -> row.contains("old"));
  }

  @Test
  void whatReleasesWereMadeFromStays() {
    UpkeepPolicy policy =
        new UpkeepPolicy(
            1, Duration.ZERO, 400, Set.of(), releases -> Map.of(BASE.name(), Set.of(1L, 77L)));
    new Upkeep(lake, policy, Clock.systemUTC(), "r", s -> {}).run();
    assertThat(rowFiles(BASE)).hasSize(2);
    reopen();
    assertThat(lake.readAt(BASE.name(), 1).first().getString(0)).isEqualTo("Town 1");
  }

  @Test
  void whatScenariosReferToStays() {
    UpkeepPolicy policy =
        new UpkeepPolicy(1, Duration.ZERO, 400, Set.of(ids.get(0)), UpkeepLake::none);
    new Upkeep(lake, policy, Clock.systemUTC(), "r", s -> {}).run();
    assertThat(contents(List.of(ids.get(0)))).hasSize(1);
    assertThatThrownBy(() -> new ReleaseActions(lake, "r").drop(ids.get(0), Set.of(ids.get(0))))
        .hasMessageContaining("a scenario of the configuration has it as frozen-release");
  }

  @Test
  void aPreviewWritesNothing() {
    LakeSize before = LakeSize.of(lake);
    Upkeep.Result told = upkeep(2, Duration.ZERO).preview();
    assertThat(LakeSize.of(lake)).isEqualTo(before);
    assertThat(new Releases(lake).all()).hasSize(RELEASES);
    Upkeep.Result done = upkeep(2, Duration.ZERO).run();
    assertThat(told.removed()).isEqualTo(done.removed());
    assertThat(told.compacted()).isEqualTo(done.compacted()).contains("bronze.log");
    for (String table : List.of("gold.towns", "gold.scores", "silver.base")) {
      assertThat(told.after().part(table)).as(table).isEqualTo(done.after().part(table));
    }
  }

  /** What is not our own writers' is left where it lies, as are young files. */
  @Test
  void onlyWhatIsNoLongerNeededGoes() throws IOException {
    Path folder = root.resolve("gold/towns");
    Files.writeString(folder.resolve("README.txt"), "by hand");
    Files.writeString(folder.resolve("_part-1"), "left by a run that was killed");
    Files.writeString(folder.resolve("young.parquet"), "of another writer");
    upkeep(RELEASES, Duration.ofMinutes(5)).run();
    assertThat(folder.resolve("_part-1")).exists();
    assertThat(folder.resolve("young.parquet")).exists();
    upkeep(RELEASES, Duration.ZERO).run();
    assertThat(folder.resolve("README.txt")).exists();
    assertThat(folder.resolve("_part-1")).doesNotExist();
    assertThat(folder.resolve("young.parquet")).doesNotExist();
    assertThat(rowFiles(TOWNS)).hasSize(RELEASES);
  }

  @Test
  void atLeastOneReleaseIsKept() {
    assertThatThrownBy(() -> policy(0, Duration.ZERO))
        .hasMessageContaining("maintain --keep 0: give a number of releases from 1");
  }
}
