package org.renxing.lake;

import java.time.DateTimeException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.spark.SparkThrowable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.execution.CommandExecutionMode;
import org.apache.spark.sql.execution.command.DescribeQueryCommand;
import org.apache.spark.sql.execution.command.ExplainCommand;
import org.renxing.model.ErrorCode;
import org.renxing.model.Nesting;
import org.renxing.model.RenxingException;

/** Answers read-only SQL over a release, by Spark. */
public final class ReleaseSql {
  /** Classes of SQLSTATE for what the statement itself, or a value that it makes, is to blame. */
  private static final Set<String> STATEMENT_STATES =
      Set.of("0A", "21", "22", "23", "2F", "38", "39", "42", "54", "P0");

  private static final int MOST_CHARACTERS = 100_000;

  /** Spark's parser takes seconds for a few hundred brackets within each other. */
  private static final int DEEPEST = 100;

  private final Lake lake;
  private final Optional<Releases.Release> release;

  /** Answers from the newest release. */
  public ReleaseSql(Lake lake) {
    this(lake, new Releases(lake).newest());
  }

  /**
   * Answers from a release.
   *
   * @param release empty where there is none, and silver, bronze and ops can be asked
   */
  public ReleaseSql(Lake lake, Optional<Releases.Release> release) {
    this.lake = lake;
    this.release = release;
  }

  /**
   * Answers one SELECT, SHOW, DESCRIBE or EXPLAIN that {@link SqlGuard} lets through.
   *
   * @param use takes the answer, which is lazy
   * @throws RenxingException USAGE where gold is asked before the first release, the statement is
   *     refused, cannot be understood, or fails by what it says, as {@code 1 / 0} does
   */
  public <T> T answer(String sql, Function<Dataset<Row>, T> use) {
    requireBounded(sql);
    try {
      LogicalPlan parsed = lake.spark().sessionState().sqlParser().parsePlan(sql);
      SqlGuard.checkParsed(parsed);
      new PinnedViews(lake, release).registerFor(sql);
      query(parsed).ifPresent(query -> SqlGuard.checkAnalysed(analysed(query)));
      return use.apply(lake.spark().sql(sql));
    } catch (StackOverflowError e) {
      throw new RenxingException(ErrorCode.USAGE, "sql: the statement is nested too deeply", e);
    } catch (Exception e) { // Scala's checked exceptions are not declared
      throw translated(e);
    }
  }

  /** The answer as a lazy data set; for statements whose evaluation does not fail. */
  public Dataset<Row> query(String sql) {
    return answer(sql, Function.identity());
  }

  /**
   * Requires a statement to be of a length and depth that parsers can take.
   *
   * @throws RenxingException USAGE where it is not
   */
  public static void requireBounded(String sql) {
    if (sql.length() > MOST_CHARACTERS || Nesting.depth(sql) > DEEPEST) {
      throw new RenxingException(
          ErrorCode.USAGE,
          "sql: the statement has %s characters and brackets nested %s deep; at most %s and %s"
              .formatted(sql.length(), Nesting.depth(sql), MOST_CHARACTERS, DEEPEST));
    }
  }

  private LogicalPlan analysed(LogicalPlan query) {
    return lake.spark().sessionState().executePlan(query, CommandExecutionMode.SKIP()).analyzed();
  }

  /** The query of a statement, or the one that it explains; SHOW and the like have none. */
  private static Optional<LogicalPlan> query(LogicalPlan statement) {
    if (statement instanceof ExplainCommand explain) {
      return query(explain.logicalPlan());
    }
    if (statement instanceof DescribeQueryCommand describe) {
      return query(describe.plan());
    }
    return SqlGuard.isQuery(statement) ? Optional.of(statement) : Optional.empty();
  }

  private static RenxingException translated(Exception e) {
    for (Throwable t = e; t != null; t = t.getCause()) {
      if (t instanceof RenxingException known) {
        return known;
      }
      if (t instanceof SparkThrowable said ? isOfStatement(said) : isOfValue(t)) {
        return new RenxingException(ErrorCode.USAGE, "sql: " + firstLine(t), e);
      }
    }
    return DeltaErrors.translate("sql", e);
  }

  private static boolean isOfStatement(SparkThrowable said) {
    String state = said.getSqlState();
    return state != null && state.length() == 5 && STATEMENT_STATES.contains(state.substring(0, 2));
  }

  /** What Java says of a value or a pattern that a function cannot take. */
  private static boolean isOfValue(Throwable t) {
    return t instanceof IllegalArgumentException
        || t instanceof ArithmeticException
        || t instanceof DateTimeException;
  }

  private static String firstLine(Throwable t) {
    String message = String.valueOf(t.getMessage());
    return message.lines().filter(line -> !line.isBlank()).findFirst().orElse(message);
  }
}
