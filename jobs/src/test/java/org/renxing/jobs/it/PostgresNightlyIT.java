package org.renxing.jobs.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.renxing.jobs.postgres.PostgresServer;
import org.renxing.model.PostgresTarget;

/** nightly publishes to PostgreSQL at its end, and {@code publish} makes up for what failed. */
class PostgresNightlyIT {
  @Test
  void nightlyPublishesAtItsEnd(@TempDir Path folder) throws SQLException {
    try (PostgresServer server = PostgresServer.start()) {
      PostgresTarget target = server.database();
      MiniHome home = MiniHome.released().checked().copyTo(folder);
      home.edit(
          "conf/renxing.conf",
          text ->
              text
                  + "\npublish.postgres { url = \""
                  + target.url()
                  + "\", user = "
                  + PostgresServer.USER
                  + ", password = { env = DATABASE_PASSWORD }, role = readers }\n");
      Launcher.Ended refused = home.launcher().with("DATABASE_PASSWORD", "x").run("nightly");
      assertThat(refused.exitCode()).as(refused.err()).isEqualTo(4);
      assertThat(refused.lastLine())
          .contains("password authentication failed", "the lake holds release r00001-")
          .contains("run bin/renxing publish")
          .doesNotContain(PostgresServer.PASSWORD);
      Launcher launcher = home.launcher().with("DATABASE_PASSWORD", PostgresServer.PASSWORD);
      Launcher.Ended published = launcher.run("publish");
      assertThat(published.exitCode()).as(published.err()).isZero();
      assertThat(published.out()).startsWith("PostgreSQL: release r00001-");
      Launcher.Ended nightly = launcher.run("nightly");
      assertThat(nightly.exitCode()).as(nightly.err()).isZero();
      assertThat(nightly.err())
          .containsPattern("PostgreSQL: release r00001-.* was published before");
      assertThat(launcher.run("config", "show").out()).doesNotContain(PostgresServer.PASSWORD);
    }
  }
}
