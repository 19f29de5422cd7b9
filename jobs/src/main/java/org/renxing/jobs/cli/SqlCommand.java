package org.renxing.jobs.cli;

import java.util.Iterator;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.renxing.config.Reach;
import org.renxing.jobs.console.Workspace;
import org.renxing.lake.ReleaseSql;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Answers a query from the newest release. */
@Command(
    name = "sql",
    mixinStandardHelpOptions = true,
    description = "Answers a SELECT, SHOW, DESCRIBE or EXPLAIN from the newest release.")
final class SqlCommand implements Callable<Integer> {
  private static final int SHOWN = 1000;

  @Mixin private CommonOptions common;

  @Parameters(
      paramLabel = "SQL",
      description = "One statement; tables are gold.x, also silver.x, bronze.x and ops.x.")
  private String sql;

  @Option(
      names = "--format",
      paramLabel = "table|csv|json",
      defaultValue = "table",
      description = "Form of the answer; json is one object a line.")
  private Format format;

  /** Forms of the answer. */
  enum Format {
    TABLE,
    CSV,
    JSON
  }

  @Override
  public Integer call() {
    try (Workspace workspace = Workspace.open(common.configuration(Reach.lake()))) {
      return new ReleaseSql(workspace.lake()).answer(sql, this::print);
    }
  }

  private int print(Dataset<Row> answer) {
    switch (format) {
      case TABLE -> show(answer);
      case CSV -> printCsv(answer);
      case JSON ->
          printLines(
              answer.select(
                  functions.to_json(all(answer), java.util.Map.of("ignoreNullFields", "false"))));
    }
    return 0;
  }

  /** By the present standard output: Scala's own is that of the time when its class was loaded. */
  private static void show(Dataset<Row> answer) {
    scala.Console.withOut(
        System.out,
        () -> {
          answer.show(SHOWN, false);
          return null;
        });
  }

  private static void printCsv(Dataset<Row> answer) {
    System.out.println(String.join(",", answer.columns()));
    printLines(answer.select(functions.to_csv(all(answer))));
  }

  private static void printLines(Dataset<Row> lines) {
    Iterator<Row> rows = lines.toLocalIterator();
    while (rows.hasNext()) {
      System.out.println(rows.next().getString(0));
    }
  }

  private static org.apache.spark.sql.Column all(Dataset<Row> rows) {
    return functions.struct(
        java.util.Arrays.stream(rows.columns())
            .map(c -> functions.col("`" + c + "`"))
            .toArray(org.apache.spark.sql.Column[]::new));
  }
}
