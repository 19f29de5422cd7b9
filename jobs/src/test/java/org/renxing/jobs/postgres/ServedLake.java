package org.renxing.jobs.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.renxing.jobs.TinyLake;
import org.renxing.model.ErrorCode;
import org.renxing.model.PostgresTarget;
import org.renxing.model.RenxingException;
import org.renxing.testing.SparkExtension;

/** A small lake and a PostgreSQL that serves it, with an empty database for each test. */
@ExtendWith(SparkExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ServedLake {
  static final Object[] AREA = {"a", "u1", 2020, 0.5, "high"};

  PostgresServer server;
  PostgresTarget target;
  TinyLake lake;

  @BeforeAll
  void start() {
    if (PostgresServer.isInstalled()) {
      server = PostgresServer.start();
    }
  }

  @AfterAll
  void stop() {
    if (server != null) {
      server.close();
    }
  }

  @BeforeEach
  void empty(@TempDir Path folder, SparkSession spark) throws SQLException {
    PostgresServer.requireInstalled();
    target = server.database();
    lake = new TinyLake(spark, folder);
  }

  PostgresPublisher.Result publish(PostgresTarget to, Consumer<String> listener) {
    return new PostgresPublisher(lake.withoutSession(), to, listener).publish(Optional.empty());
  }

  PostgresPublisher.Result publish() {
    return publish(target, step -> {});
  }

  /** The first release: one score, one place. */
  String first() {
    lake.with(TinyLake.SCORES, AREA).with(TinyLake.PLACES, new Object[] {"u1", 12L, true, null});
    return lake.publish("r1");
  }

  /** The second: both tables have other rows. */
  String second() {
    lake.with(TinyLake.SCORES, AREA, new Object[] {"b", "u2", 2021, null, null});
    lake.with(TinyLake.PLACES, new Object[] {"u2", 13L, null, null});
    return lake.publish("r2");
  }

  void execute(String... statements) throws SQLException {
    try (Connection connection = new Database(target).connect()) {
      Database.execute(connection, statements);
      connection.commit();
    }
  }

  List<String> ask(String query) throws SQLException {
    try (Connection connection = new Database(target).connect()) {
      return Database.rows(connection, query).stream().map(row -> String.join("|", row)).toList();
    }
  }

  List<String> seen() throws SQLException {
    List<String> out = new ArrayList<>();
    out.addAll(ask("SELECT DISTINCT run_id FROM gold.scores"));
    out.addAll(ask("SELECT DISTINCT run_id FROM gold.places"));
    out.addAll(ask("SELECT DISTINCT run_id FROM gold.data_dictionary"));
    out.addAll(ask("SELECT release_id FROM renxing.release WHERE state = 'current'"));
    return out;
  }

  void assertFails(Runnable publish, ErrorCode code, String... words) {
    assertThatThrownBy(publish::run)
        .isInstanceOfSatisfying(
            RenxingException.class, e -> assertThat(e.code()).as(e.getMessage()).isEqualTo(code))
        .satisfies(e -> assertThat(e.getMessage()).contains(words));
  }
}
