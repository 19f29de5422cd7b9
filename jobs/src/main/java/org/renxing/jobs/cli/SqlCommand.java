package org.renxing.jobs.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.renxing.jobs.console.Ahead;
import org.renxing.jobs.console.Workspace;
import org.renxing.jobs.sql.AnswerForm;
import org.renxing.jobs.sql.DuckEngine;
import org.renxing.jobs.sql.SparkEngine;
import org.renxing.jobs.sql.SqlEngine;
import org.renxing.jobs.sql.SqlShell;
import org.renxing.jobs.sql.TerminalWidth;
import org.renxing.lake.Lake;
import org.renxing.lake.LakeCatalogue;
import org.renxing.lake.LakeFiles;
import org.renxing.lake.Releases;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Answers a question from a release. */
@Command(
    name = "sql",
    mixinStandardHelpOptions = true,
    description = {
      "Answers a SELECT, SHOW, DESCRIBE, SUMMARIZE or EXPLAIN from a release, by default the"
          + " newest.",
      "Tables are gold.x, also silver.x, bronze.x and ops.x, of which the newest rows are asked.",
      "The dialect is DuckDB's: names are quoted by \", texts by '. --engine spark takes that of"
          + " Spark SQL, in which names are quoted by `."
    },
    footer = {
      "",
      "Examples:",
      "  bin/renxing sql \"SHOW TABLES IN gold\"",
      "  bin/renxing sql \"DESCRIBE gold.index_score_unit_year\"",
      "  bin/renxing sql -f docs/queries/coupling-over-time.sql --format csv",
      "  bin/renxing sql --release 2026-yearbook \"SELECT count(*) FROM"
          + " gold.index_score_unit_year\""
    })
final class SqlCommand implements Callable<Integer> {
  @Mixin private CommonOptions common;

  @Parameters(arity = "0..1", paramLabel = "SQL", description = "One statement.")
  private Optional<String> sql;

  @Option(
      names = {"-f", "--file"},
      paramLabel = "FILE",
      description = "A file that holds one statement, in UTF-8.")
  private Optional<Path> file;

  @Option(
      names = "--engine",
      paramLabel = "duckdb|spark",
      defaultValue = "duckdb",
      description =
          "duckdb (default) answers in this process; spark is for questions that want a cluster.")
  private Engine engine;

  @Option(
      names = "--format",
      paramLabel = "table|csv|json",
      defaultValue = "table",
      description = "Form of the answer; json is one object a line.")
  private AnswerForm format;

  @Option(
      names = "--release",
      paramLabel = "R",
      description = "A release by its name or id; by default the newest.")
  private Optional<String> released;

  /** What answers. */
  enum Engine {
    DUCKDB,
    SPARK
  }

  @Option(
      names = "--shell",
      description = "Asks for statements one after the other; \\? in it lists what it can do.")
  private boolean isShell;

  @Override
  public Integer call() {
    Optional<String> statement = statement();
    if (engine == Engine.DUCKDB) {
      Ahead.lake(DuckEngine::load);
    }
    try (Workspace workspace = Workspace.open(common.lakeAccess())) {
      Lake lake = workspace.lake();
      Releases releases = new Releases(lake);
      Optional<Releases.Release> release = released.map(releases::require).or(releases::newest);
      if (engine == Engine.SPARK) {
        return ask(new SparkEngine(lake, release), statement, lake, release);
      }
      try (DuckEngine duck = new DuckEngine(lake, release)) {
        return ask(duck, statement, lake, release);
      }
    }
  }

  private int ask(
      SqlEngine asked, Optional<String> statement, Lake lake, Optional<Releases.Release> release) {
    if (statement.isEmpty()) {
      try {
        return shell(asked, new LakeCatalogue(lake, release));
      } catch (LinkageError e) {
        throw new RenxingException(
            ErrorCode.USAGE, "sql --shell: put org.jline:jline on the class path (" + e + ")", e);
      }
    }
    return asked.answer(
        statement.get(),
        answer -> {
          format.print(answer, System.out, TerminalWidth.now());
          return 0;
        });
  }

  private int shell(SqlEngine asked, LakeCatalogue catalogue) {
    try (Terminal terminal =
        TerminalBuilder.builder().name("renxing").nativeSignals(true).dumb(true).build()) {
      new SqlShell(asked, catalogue, format, terminal, SqlShell.history()).run();
      return 0;
    } catch (IOException e) {
      throw new RenxingException(
          ErrorCode.STORAGE, "sql --shell: no terminal: " + e.getMessage(), e);
    }
  }

  /** The statement; empty where the shell asks for some. */
  private Optional<String> statement() {
    int given = (sql.isPresent() ? 1 : 0) + (file.isPresent() ? 1 : 0) + (isShell ? 1 : 0);
    if (given != 1) {
      throw new RenxingException(
          ErrorCode.USAGE,
          "sql: give one statement, or -f FILE which holds one, or --shell which asks for some");
    }
    return sql.or(() -> file.map(SqlCommand::read));
  }

  private static String read(Path file) {
    return new LakeFiles(new org.apache.hadoop.conf.Configuration(false))
        .read(file.toAbsolutePath().toString())
        .orElseThrow(
            () ->
                new RenxingException(
                    ErrorCode.USAGE, "sql -f " + file + ": there is no such file"));
  }
}
