package org.renxing.jobs.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.renxing.jobs.TinyLake;
import org.renxing.model.ErrorCode;
import org.renxing.model.PostgresTarget;
import org.renxing.model.Secret;

/** From one release to the next, with readers, failures and others about. */
class PostgresSwitchIT extends ServedLake {
  private static final int LEAST_PLACES = 10;

  @Test
  void killedAnywhereTheViewsShowOneReleaseAndTheNextPublishGoesOn() throws SQLException {
    String old = first();
    publish();
    String id = second();
    execute("CREATE SCHEMA analyst", "CREATE VIEW analyst.mine AS SELECT run_id FROM gold.places");
    List<String> before = List.of("r1", "r1", "r1", old);
    List<String> after = List.of("r2", "r2", "r2", id);
    List<String> places = new ArrayList<>();
    boolean isThrough = false;
    for (int attempt = 0; !isThrough; attempt++) {
      List<String> seen = Collections.synchronizedList(new ArrayList<>());
      try {
        publish(
            target,
            step -> {
              if (!places.contains(step)) {
                seen.add(step);
                throw new IllegalStateException("killed before: " + step);
              }
            });
        isThrough = true;
      } catch (IllegalStateException killed) {
        assertThat(killed).hasMessageStartingWith("killed before: ");
        places.addAll(seen);
      }
      assertThat(seen()).as("killed before " + seen).isIn(before, after);
      assertThat(ask("SELECT run_id FROM analyst.mine")).isEqualTo(List.of(seen().get(0)));
      assertThat(attempt).isLessThan(50);
    }
    assertThat(places)
        .hasSizeGreaterThanOrEqualTo(LEAST_PLACES)
        .contains(
            "lock",
            "begin",
            "create gold.scores",
            "complete gold.places",
            "commit gold.scores",
            "ready",
            "view scores",
            "commit switch",
            "switched");
    assertThat(seen()).isEqualTo(after);
    assertThat(ask("SELECT count(*) FROM renxing.release")).containsExactly("2");
  }

  /** Whatever the server had acknowledged is there after a crash of its own. */
  @Test
  void aServerThatDiesLeavesTheReleaseBefore() throws SQLException {
    String old = first();
    publish();
    second();
    assertFails(
        () ->
            publish(
                target,
                step -> {
                  if (step.equals("commit switch")) {
                    server.restart();
                  }
                }),
        ErrorCode.STORAGE,
        target.url());
    assertThat(seen()).containsExactly("r1", "r1", "r1", old);
    publish();
    assertThat(seen()).startsWith("r2", "r2", "r2");
  }

  @Test
  void tablesThatALoadLeftAreNotLoadedAgain() throws SQLException {
    String id = first();
    assertThatThrownBy(
            () ->
                publish(
                    target,
                    step -> {
                      if (step.equals("ready")) {
                        throw new IllegalStateException(step);
                      }
                    }))
        .hasMessage("ready");
    assertThat(ask("SELECT state FROM renxing.release")).containsExactly("loading");
    List<String> steps = Collections.synchronizedList(new ArrayList<>());
    publish(target, steps::add);
    assertThat(steps).contains("view scores").noneMatch(step -> step.startsWith("create "));
    assertThat(seen()).containsExactly("r1", "r1", "r1", id);
  }

  @Test
  void readersAreWaitedForAndLoseNoQuery() throws Exception {
    first();
    publish();
    second();
    var pool = Executors.newSingleThreadExecutor();
    try (Connection reader = new Database(target).connect()) {
      Database.texts(reader, "SELECT * FROM gold.scores");
      Future<?> publishing = pool.submit(() -> publish());
      TimeUnit.MILLISECONDS.sleep(1500);
      assertThat(publishing.isDone()).isFalse();
      assertThat(Database.texts(reader, "SELECT run_id FROM gold.places"))
          .as("one transaction reads one release")
          .containsExactly("r1");
      reader.commit();
      publishing.get(30, TimeUnit.SECONDS);
      assertThat(Database.texts(reader, "SELECT run_id FROM gold.places")).containsExactly("r2");
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void oneAtATimePublishesToTheSameViews() throws SQLException {
    first();
    assertThatThrownBy(
            () ->
                publish(
                    target,
                    step -> {
                      if (step.equals("ready")) {
                        publish();
                      }
                    }))
        .hasMessageContaining("another process publishes to schema gold");
    PostgresTarget other = target("reports", 2);
    publish(
        target,
        step -> {
          if (step.equals("ready")) {
            publish(other, s -> {});
          }
        });
    assertThat(ask("SELECT run_id FROM reports.scores UNION ALL SELECT run_id FROM gold.scores"))
        .containsExactly("r1", "r1");
    assertThat(ask("SELECT view_schema FROM renxing.release WHERE state = 'current' ORDER BY 1"))
        .containsExactly("gold", "reports");
  }

  @Test
  void oldSchemasGoButNotWhatOthersMadeOfThem() throws SQLException {
    String id = first();
    publish();
    String schema = target.schemaOf(id);
    execute(
        "CREATE SCHEMA analyst",
        "CREATE VIEW analyst.pinned AS SELECT run_id FROM " + schema + ".scores");
    second();
    assertThat(publish().warnings()).isEmpty();
    lake.with(TinyLake.PLACES, new Object[] {"u3", 1L, null, null});
    lake.publish("r3");
    assertThat(publish().warnings())
        .singleElement()
        .asString()
        .startsWith("schema " + schema + " of a release that is kept no more stays")
        .contains("view analyst.pinned depends on table " + schema + ".scores")
        .doesNotContain("CASCADE");
    assertThat(ask("SELECT run_id FROM analyst.pinned")).containsExactly("r1");
    execute("DROP VIEW analyst.pinned", "CREATE TABLE " + schema + ".theirs (n int)");
    assertThat(publish().warnings())
        .singleElement()
        .asString()
        .contains("table " + schema + ".theirs depends on schema " + schema);
    execute("DROP TABLE " + schema + ".theirs");
    assertThat(publish().warnings()).isEmpty();
    assertThat(schemas()).hasSize(2).doesNotContain(schema);
    publish(target("gold", 1), step -> {});
    assertThat(schemas()).hasSize(1).allMatch(name -> name.startsWith("gold_r00003_"));
  }

  @Test
  void anEarlierReleaseIsShownAgainWithoutLoading() throws SQLException {
    String id = first();
    publish();
    second();
    publish();
    List<String> steps = Collections.synchronizedList(new ArrayList<>());
    PostgresPublisher again = new PostgresPublisher(lake.withoutSession(), target, steps::add);
    assertThat(again.publish(Optional.of("r00001")).isNew()).isTrue();
    assertThat(seen()).containsExactly("r1", "r1", "r1", id);
    assertThat(steps).noneMatch(step -> step.startsWith("create "));
  }

  @Test
  void aTableThatIsGoneLeavesNoRowsOfAnEarlierRelease() throws SQLException {
    first();
    publish();
    execute("CREATE SCHEMA analyst", "CREATE VIEW analyst.mine AS SELECT * FROM gold.places");
    lake.without(TinyLake.PLACES).publish("r2");
    assertThat(publish().warnings())
        .singleElement()
        .asString()
        .contains("has no table places", "view analyst.mine depends on view gold.places");
    assertThat(ask("SELECT * FROM analyst.mine")).isEmpty();
    lake.with(TinyLake.PLACES, new Object[] {"u9", 1L, true, null}).publish("r3");
    assertThat(publish().warnings()).isEmpty();
    assertThat(ask("SELECT unit_id FROM analyst.mine")).containsExactly("u9");
    execute("DROP VIEW analyst.mine");
    lake.without(TinyLake.PLACES).publish("r4");
    assertThat(publish().warnings()).isEmpty();
    assertThat(ask("SELECT to_regclass('gold.places') IS NULL")).containsExactly("t");
  }

  @Test
  void aTableOfOthersIsNotReplaced() throws SQLException {
    first();
    execute("CREATE SCHEMA gold", "CREATE TABLE gold.places (n int)");
    assertFails(
        this::publish, ErrorCode.STORAGE, "gold.places is there and was not made by the product");
    assertThat(ask("SELECT to_regclass('gold.scores') IS NULL")).containsExactly("t");
    execute("DROP TABLE gold.places");
    publish();
    assertThat(seen()).startsWith("r1", "r1", "r1");
  }

  @Test
  void aDatabaseThatCannotBeReachedIsStorage() {
    first();
    Map.of(
            "jdbc:postgresql://127.0.0.1:1/none",
            "127.0.0.1:1",
            target.url() + "x",
            "does not exist")
        .forEach(
            (url, words) ->
                assertFails(
                    () -> publish(target(url, target.password(), "gold", 2), step -> {}),
                    ErrorCode.STORAGE,
                    words));
    assertFails(
        () -> publish(target(target.url(), Optional.of(new Secret("wrong")), "gold", 2), s -> {}),
        ErrorCode.STORAGE,
        "password authentication failed");
  }

  private List<String> schemas() throws SQLException {
    return ask("SELECT nspname FROM pg_namespace WHERE nspname LIKE 'gold\\_r%' ORDER BY 1");
  }

  private PostgresTarget target(String schema, int keep) {
    return target(target.url(), target.password(), schema, keep);
  }

  private PostgresTarget target(String url, Optional<Secret> password, String schema, int keep) {
    return new PostgresTarget(url, target.user(), password, schema, target.role(), keep, 2);
  }
}
