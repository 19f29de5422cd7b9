package org.renxing.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.renxing.jobs.sql.TownLake;

/** What the command says before there is a database; PostgresIT has the rest. */
class PublishCommandTest {
  @Test
  void saysWhatIsMissing(@TempDir Path home) throws IOException {
    TownLake.released(home.resolve("lake"));
    Files.createDirectories(home.resolve("conf"));
    Files.writeString(
        home.resolve("conf/renxing.conf"), "lake.path = \"" + home.resolve("lake") + "\"\n");
    Ended nowhere = Ended.run("publish", "--home", home.toString());
    assertThat(nowhere.exitCode()).isEqualTo(2);
    assertThat(nowhere.err()).contains("names no database; set publish.postgres.url");
    String url = "publish.postgres.url=jdbc:postgresql://127.0.0.1:1/none";
    Ended unreachable = Ended.run("publish", "--home", home.toString(), "--set", url);
    assertThat(unreachable.exitCode()).isEqualTo(4);
    assertThat(unreachable.err()).contains("127.0.0.1:1", "(STORAGE)");
    Ended unknown =
        Ended.run("publish", "--home", home.toString(), "--set", url, "--release", "r00099");
    assertThat(unknown.exitCode()).as("the lake is asked first").isEqualTo(2);
    assertThat(unknown.err()).contains("r00099");
  }
}
