package org.renxing.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import org.renxing.jvm.Interruption;
import org.renxing.lake.Lake;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;
import org.renxing.model.TableName;
import org.renxing.testing.SparkExtension;

@ExtendWith(SparkExtension.class)
@Isolated("a run that is ended cancels all jobs of the session")
class PlanRunnerTest {
  private static final TableName FIRST = TableName.gold("first");
  private static final TableName SECOND = TableName.gold("second");
  private static final Interruption.Signal SIGNAL = new Interruption.Signal("INT", 130);

  /** A step that makes a table of one row, or throws. */
  private record Fake(TableName output, List<TableName> inputs, List<Throwable> thrown)
      implements Step {

    @Override
    public Outcome run(RunContext context) {
      thrown.forEach(Fake::throwUndeclared);
      return new Outcome(Status.DONE, 1, List.of(), "");
    }

    @Override
    public Outcome preview(RunContext context) {
      return new Outcome(Status.WOULD_RUN, 0, List.of(), "");
    }

    /** As Scala code does. */
    @SuppressWarnings("unchecked")
    private static <E extends Throwable> void throwUndeclared(Throwable e) throws E {
      throw (E) e;
    }
  }

  @Test
  void stepsRunOnceWhatTheyReadIsThere(SparkSession spark) {
    List<String> ended = new ArrayList<>();
    Fake second = new Fake(SECOND, List.of(FIRST), List.of());
    Fake first = new Fake(FIRST, List.of(), List.of());
    new PlanRunner(
            List.of(second, first), 2, (s, number, total) -> ended.add(s.step().output().name()))
        .run(context(spark));
    assertThat(ended).containsExactly("first", "second");
  }

  @Test
  @Timeout(60)
  void whateverIsThrownEndsThePlan(SparkSession spark) {
    for (Throwable thrown :
        List.of(
            new IllegalArgumentException("unchecked"),
            new Exception("checked"),
            new StackOverflowError("error"))) {
      Fake first = new Fake(FIRST, List.of(), List.of(thrown));
      Fake second = new Fake(SECOND, List.of(FIRST), List.of());
      PlanRunner runner = new PlanRunner(List.of(first, second), 2, (step, number, total) -> {});
      PlanRunner.PlanFailure failure =
          catchThrowableOfType(PlanRunner.PlanFailure.class, () -> runner.run(context(spark)));
      assertThat(failure).hasMessageContaining(thrown.getMessage()).hasRootCause(thrown);
      assertThat(failure.records())
          .singleElement()
          .matches(r -> r.outcome().status() == Step.Status.FAILED);
    }
  }

  @Test
  void aStepThatFailsSaysWhatItForesaw(SparkSession spark) {
    Warning told = new Warning(Warning.Kind.MISSING_FILE, "file a is no longer there");
    RunContext context = context(spark);
    context.foreseen(FIRST, List.of(told));
    Fake first = new Fake(FIRST, List.of(), List.of(new IllegalStateException("broken")));
    Fake second = new Fake(SECOND, List.of(), List.of(new Exception("checked")));
    PlanRunner runner = new PlanRunner(List.of(first, second), 2, (step, number, total) -> {});
    PlanRunner.PlanFailure failure =
        catchThrowableOfType(PlanRunner.PlanFailure.class, () -> runner.run(context));
    assertThat(failure.records())
        .hasSize(2)
        .allSatisfy(
            record ->
                assertThat(record.outcome().warnings())
                    .isEqualTo(record.step().equals(first) ? List.of(told) : List.of()));
  }

  /** A step whose job would take days; it signals that it has begun. */
  private record Endless(TableName output, Interruption interruption) implements Step {
    @Override
    public List<TableName> inputs() {
      return List.of();
    }

    @Override
    public Outcome run(RunContext context) {
      count(context.lake().spark(), 10); // planned and compiled once, which no signal cuts short
      interruption.receive(SIGNAL);
      long n = count(context.lake().spark(), 1L << 60);
      return new Outcome(Status.DONE, n, List.of(), "");
    }

    private static long count(SparkSession spark, long end) {
      return spark.range(end).filter("id % 7 = 8").count();
    }

    @Override
    public Outcome preview(RunContext context) {
      return new Outcome(Status.WOULD_RUN, 0, List.of(), "");
    }
  }

  @Test
  @Timeout(120)
  void aSignalStopsWhatIsUnderWayAndBeginsNothing(SparkSession spark) {
    Interruption interruption = new Interruption();
    Endless first = new Endless(FIRST, interruption);
    Fake second = new Fake(SECOND, List.of(FIRST), List.of());
    PlanRunner runner =
        new PlanRunner(List.of(first, second), 2, (step, number, total) -> {}, interruption);
    PlanRunner.PlanFailure failure =
        catchThrowableOfType(PlanRunner.PlanFailure.class, () -> runner.run(context(spark)));
    assertThat(failure)
        .cause()
        .isInstanceOfSatisfying(
            RenxingException.class,
            e -> {
              assertThat(e.code()).isEqualTo(ErrorCode.INTERRUPTED);
              assertThat(e.exitCode()).isEqualTo(130);
              assertThat(e).hasMessageStartingWith("ended by SIGINT when 0 of 2 steps had ended");
            });
    assertThat(failure.records())
        .singleElement()
        .matches(r -> r.step().equals(first) && r.outcome().status() == Step.Status.FAILED);
    assertThat(spark.range(3).count()).as("the session is still at work").isEqualTo(3);
  }

  private static RunContext context(SparkSession spark) {
    return new RunContext("r", "v", new Lake(spark, "target/no-lake"), Set.of(), false);
  }
}
