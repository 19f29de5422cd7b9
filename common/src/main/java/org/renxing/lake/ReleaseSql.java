package org.renxing.lake;

import java.util.Optional;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.apache.spark.sql.catalyst.plans.logical.Command;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;
import scala.jdk.javaapi.CollectionConverters;

/** Answers read-only SQL over the newest release. */
public final class ReleaseSql {
  private final Lake lake;

  public ReleaseSql(Lake lake) {
    this.lake = lake;
  }

  /**
   * The answer to one SELECT, SHOW, DESCRIBE or EXPLAIN; lazy.
   *
   * @throws RenxingException USAGE where there is no release yet, the statement would write, or it
   *     cannot be understood
   */
  public Dataset<Row> query(String sql) {
    Releases.Release release = new Releases(lake).requireNewest();
    requireReading(sql);
    new PinnedViews(lake, release).registerFor(sql);
    return answer(sql);
  }

  private Dataset<Row> answer(String sql) {
    try {
      return lake.spark().sql(sql);
    } catch (Exception e) { // Scala's checked exceptions are not declared
      if (e instanceof AnalysisException) {
        throw usage(e.getMessage(), e);
      }
      throw e;
    }
  }

  private void requireReading(String sql) {
    LogicalPlan plan;
    try {
      plan = lake.spark().sessionState().sqlParser().parsePlan(sql);
    } catch (ParseException e) {
      throw usage(e.getMessage(), e);
    }
    String kind = plan.getClass().getSimpleName();
    boolean onlyLooks =
        kind.startsWith("Show") || kind.startsWith("Describe") || kind.startsWith("Explain");
    if (!onlyLooks) {
      command(plan).ifPresent(ReleaseSql::refuse);
    }
  }

  private static void refuse(String kind) {
    throw new RenxingException(
        ErrorCode.USAGE,
        "sql: releases are for reading; allowed are SELECT, SHOW, DESCRIBE and EXPLAIN, found "
            + kind);
  }

  /** The first thing in a statement that does more than read; WITH and FROM may lead to one. */
  private static Optional<String> command(LogicalPlan plan) {
    String kind = plan.getClass().getSimpleName();
    if (plan instanceof Command
        || kind.startsWith("Insert")
        || kind.startsWith("ExecuteImmediate")
        || kind.endsWith("Statement")) {
      return Optional.of(kind);
    }
    return CollectionConverters.asJava(plan.children()).stream()
        .flatMap(child -> command(child).stream())
        .findFirst();
  }

  private static RenxingException usage(String message, Exception cause) {
    String first = message.lines().filter(line -> !line.isBlank()).findFirst().orElse(message);
    return new RenxingException(ErrorCode.USAGE, "sql: " + first, cause);
  }
}
