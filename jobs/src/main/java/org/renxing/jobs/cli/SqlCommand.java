package org.renxing.jobs.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.renxing.config.Reach;
import org.renxing.jobs.console.Workspace;
import org.renxing.jobs.sql.AnswerForm;
import org.renxing.jobs.sql.DuckEngine;
import org.renxing.jobs.sql.SparkEngine;
import org.renxing.jobs.sql.SqlEngine;
import org.renxing.jobs.sql.TerminalWidth;
import org.renxing.lake.Lake;
import org.renxing.lake.LakeFiles;
import org.renxing.lake.Releases;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Answers a question from the newest release. */
@Command(
    name = "sql",
    mixinStandardHelpOptions = true,
    description = {
      "Answers a SELECT, SHOW, DESCRIBE, SUMMARIZE or EXPLAIN from the newest release.",
      "Tables are gold.x, also silver.x, bronze.x and ops.x, of which the newest rows are asked.",
      "The dialect is DuckDB's: names are quoted by \", texts by '. --engine spark takes that of"
          + " Spark SQL, in which names are quoted by `."
    },
    footer = {
      "",
      "Examples:",
      "  bin/renxing sql \"SHOW TABLES IN gold\"",
      "  bin/renxing sql \"DESCRIBE gold.index_score_unit_year\"",
      "  bin/renxing sql -f docs/queries/coupling-over-time.sql --format csv"
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

  /** What answers. */
  enum Engine {
    DUCKDB,
    SPARK
  }

  @Override
  public Integer call() {
    String statement = statement();
    try (Workspace workspace = Workspace.open(common.configuration(Reach.lake()))) {
      Lake lake = workspace.lake();
      Optional<Releases.Release> release = new Releases(lake).newest();
      if (engine == Engine.SPARK) {
        return print(new SparkEngine(lake, release), statement);
      }
      try (DuckEngine duck = new DuckEngine(lake, release)) {
        return print(duck, statement);
      }
    }
  }

  private int print(SqlEngine answering, String statement) {
    return answering.answer(
        statement,
        answer -> {
          format.print(answer, System.out, TerminalWidth.now());
          return 0;
        });
  }

  private String statement() {
    if (sql.isPresent() == file.isPresent()) {
      throw new RenxingException(
          ErrorCode.USAGE, "sql: give one statement, or -f FILE which holds one");
    }
    return sql.orElseGet(() -> read(file.orElseThrow()));
  }

  private static String read(Path file) {
    return new LakeFiles(new org.apache.hadoop.conf.Configuration(false))
        .read(file.toUri().toString())
        .orElseThrow(
            () ->
                new RenxingException(
                    ErrorCode.USAGE, "sql -f " + file + ": there is no such file"));
  }
}
