package org.renxing.jobs.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.renxing.jobs.TinyLake;

/** Programs that others use read the views with their comments; those that are there. */
class PostgresClientsIT extends ServedLake {
  private static final String COMMENT =
      "SELECT col_description('gold.places'::regclass, 2) AS comment";

  private Path folder;

  @BeforeEach
  void serve(@TempDir Path own) throws SQLException {
    folder = own;
    lake.with(TinyLake.PLACES, new Object[] {"合肥", 12L, true, null});
    lake.publish("r1");
    publish();
  }

  @Test
  void psql() throws Exception {
    List<String> command = List.of("psql", "-X", "-A", "-t", "-w", "-c");
    assertThat(run("psql", command, "SELECT unit_id, households FROM gold.places"))
        .containsExactly("合肥|12");
    assertThat(run("psql", command, "\\d+ gold.places"))
        .anyMatch(line -> line.contains("households|bigint") && line.contains("Households"));
    assertThat(run("psql", command, "\\dv+ gold.*"))
        .anyMatch(line -> line.contains("places") && line.contains("One row a place"));
  }

  @Test
  void python() throws Exception {
    require("python3 psycopg2", "/usr/bin/python3", "-c", "import psycopg2");
    Path program =
        Files.writeString(
            folder.resolve("read.py"),
            """
            import psycopg2
            c = psycopg2.connect("").cursor()
            c.execute("SELECT unit_id, households FROM gold.places")
            print(c.fetchall())
            c.execute("%s")
            print(c.fetchone()[0])
            """
                .formatted(COMMENT));
    assertThat(run("/usr/bin/python3", List.of("/usr/bin/python3"), program.toString()))
        .containsExactly("[('合肥', 12)]", "Households");
  }

  @Test
  void r() throws Exception {
    require("R package RPostgreSQL", "Rscript", "-e", "library(RPostgreSQL)");
    Path program =
        Files.writeString(
            folder.resolve("read.R"),
            """
            suppressMessages(library(RPostgreSQL))
            c <- dbConnect(PostgreSQL(), host = Sys.getenv("PGHOST"), port = Sys.getenv("PGPORT"),
              dbname = Sys.getenv("PGDATABASE"), user = Sys.getenv("PGUSER"),
              password = Sys.getenv("PGPASSWORD"))
            d <- dbGetQuery(c, "SELECT unit_id, households FROM gold.places")
            cat(d$unit_id, d$households, "\\n")
            cat(dbGetQuery(c, "%s")$comment, "\\n")
            """
                .formatted(COMMENT));
    assertThat(run("Rscript", List.of("Rscript"), program.toString()))
        .containsExactly("合肥 12 ", "Households ");
  }

  @Test
  void odbc() throws Exception {
    require("ODBC driver of PostgreSQL", "odbcinst", "-q", "-d", "-n", "PostgreSQL Unicode");
    String source =
        "Driver={PostgreSQL Unicode};Server=127.0.0.1;Port="
            + server.port()
            + ";Database="
            + database()
            + ";Uid="
            + PostgresServer.USER
            + ";Pwd={"
            + PostgresServer.PASSWORD
            + "};";
    Path question =
        Files.writeString(
            folder.resolve("q.sql"),
            "SELECT unit_id, households FROM gold.places\n" + COMMENT + "\n");
    assertThat(run("isql", List.of("sh", "-c", "isql -k \"$0\" -b -d'|' < " + question), source))
        .contains("合肥|12", "Households");
  }

  private String database() {
    return target.url().substring(target.url().lastIndexOf('/') + 1);
  }

  private void require(String what, String... command) throws IOException, InterruptedException {
    if (ended(Arrays.asList(command)).code() != 0) {
      Assumptions.abort("left out: no " + what + " on this machine");
    }
  }

  private List<String> run(String program, List<String> command, String argument)
      throws IOException, InterruptedException {
    if (ended(List.of("sh", "-c", "command -v " + program)).code() != 0) {
      Assumptions.abort("left out: no " + program + " on this machine");
    }
    List<String> all = new ArrayList<>(command);
    all.add(argument);
    Ended ended = ended(all);
    assertThat(ended.code()).as(ended.out()).isZero();
    return ended.out().lines().toList();
  }

  private record Ended(int code, String out) {}

  private Ended ended(List<String> command) throws IOException, InterruptedException {
    Path out = folder.resolve("out");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile());
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.environment().put("PGHOST", "127.0.0.1");
    builder.environment().put("PGPORT", Integer.toString(server.port()));
    builder.environment().put("PGDATABASE", database());
    builder.environment().put("PGUSER", PostgresServer.USER);
    builder.environment().put("PGPASSWORD", PostgresServer.PASSWORD);
    Process process;
    try {
      process = builder.start();
    } catch (IOException e) {
      return new Ended(-1, e.toString()); // there is no such program
    }
    if (!process.waitFor(1, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new AssertionError(command + " did not end");
    }
    return new Ended(process.exitValue(), Files.readString(out, StandardCharsets.UTF_8));
  }
}
