package org.renxing.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.renxing.jvm.Interruption;
import org.renxing.lake.LakeSession;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;
import org.renxing.model.TableName;

/**
 * Runs the steps of a plan, each as soon as the tables that it reads are there, a few at a time. A
 * step that fails stops what has not begun; what is under way ends first. A signal stops that, too.
 */
public final class PlanRunner {
  private static final long MOMENT_MILLIS = 100;

  private final List<Step> steps;
  private final int threads;
  private final StepListener listener;
  private final Interruption interruption;

  public PlanRunner(List<Step> steps, int threads, StepListener listener) {
    this(steps, threads, listener, Interruption.ofProcess());
  }

  PlanRunner(List<Step> steps, int threads, StepListener listener, Interruption interruption) {
    this.steps = List.copyOf(steps);
    this.threads = threads;
    this.listener = listener;
    this.interruption = interruption;
  }

  /** Hears how steps end. */
  public interface StepListener {
    /** Called in the thread that runs the plan, one step after the other. */
    void ended(StepRecord step, int number, int total);
  }

  /** What happened to a step. */
  public record StepRecord(Step step, Step.Outcome outcome, double seconds) {}

  /** A step's end, or its error. */
  private record Ending(Step step, Step.Outcome outcome, double seconds, RuntimeException error) {
    /** The same, with what was put right of the lake before. */
    Ending with(RunContext context, Set<TableName> outputs) {
      return new Ending(step, context.told(step, outputs, outcome), seconds, error);
    }
  }

  /**
   * Runs all steps.
   *
   * @return what happened, in the order of ending
   * @throws RuntimeException the first error of a step, after the others have come to rest
   */
  public List<StepRecord> run(RunContext context) {
    Map<TableName, Step> waiting = new LinkedHashMap<>();
    steps.forEach(step -> waiting.put(step.output(), step));
    Set<TableName> outputs = Set.copyOf(waiting.keySet());
    Map<TableName, Set<TableName>> readers = readers();
    Set<TableName> pending = new HashSet<>(outputs);
    List<StepRecord> records = new ArrayList<>();
    BlockingQueue<Ending> endings = new LinkedBlockingQueue<>();
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    RuntimeException failure = null;
    int underWay = 0;
    try {
      while (!pending.isEmpty() && (failure == null || underWay > 0)) {
        if (interruption.signal().isPresent()) {
          failure = interrupted(records.size());
          rest(endings, underWay).forEach(e -> record(e, records));
          break;
        }
        if (failure == null) {
          underWay += startReady(waiting, pending, pool, endings, context);
        }
        for (Ending ended : poll(endings).stream().toList()) {
          Ending ending = ended.with(context, outputs);
          underWay--;
          pending.remove(ending.step().output());
          forget(ending.step(), readers, context);
          record(ending, records);
          failure = failure == null ? ending.error() : failure;
        }
      }
    } finally {
      pool.shutdown();
    }
    if (failure != null) {
      throw new PlanFailure(failure, records);
    }
    return records;
  }

  /** By table the steps that read its rows. */
  private Map<TableName, Set<TableName>> readers() {
    Map<TableName, Set<TableName>> out = new HashMap<>();
    for (Step step : steps) {
      step.rowsRead()
          .forEach(table -> out.computeIfAbsent(table, t -> new HashSet<>()).add(step.output()));
    }
    return out;
  }

  /** Gives up the rows that are held of tables whose last reader has ended. */
  private static void forget(
      Step ended, Map<TableName, Set<TableName>> readers, RunContext context) {
    for (TableName table : ended.rowsRead()) {
      Set<TableName> left = readers.get(table);
      left.remove(ended.output());
      if (left.isEmpty()) {
        context.inputs().forget(table);
      }
    }
  }

  /** A failed plan: the first error, and what was done before it. */
  public static final class PlanFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient List<StepRecord> records;

    PlanFailure(RuntimeException cause, List<StepRecord> records) {
      super(cause.getMessage(), cause);
      this.records = List.copyOf(records);
    }

    /** What happened, in the order of ending, the failed step included. */
    public List<StepRecord> records() {
      return records;
    }
  }

  private static int startReady(
      Map<TableName, Step> waiting,
      Set<TableName> pending,
      ExecutorService pool,
      BlockingQueue<Ending> endings,
      RunContext context) {
    List<Step> ready =
        waiting.values().stream()
            .filter(s -> s.inputs().stream().noneMatch(pending::contains))
            .collect(Collectors.toList());
    for (Step step : ready) {
      waiting.remove(step.output());
      pool.execute(() -> endings.add(runStep(step, context)));
    }
    return ready.size();
  }

  private static Ending runStep(Step step, RunContext context) {
    long start = System.nanoTime();
    try {
      Step.Outcome outcome = step.run(context);
      context.warned(outcome.warnings());
      return new Ending(step, outcome, secondsSince(start), null);
    } catch (RuntimeException e) {
      return new Ending(step, failed(step, context), secondsSince(start), e);
    } catch (Exception e) { // Spark throws checked ones undeclared
      return stopped(step, context, e, start);
    } catch (Error e) { // out of memory and the like must not leave the plan waiting for ever
      return stopped(step, context, e, start);
    }
  }

  private static Step.Outcome failed(Step step, RunContext context) {
    List<Warning> foreseen = context.foreseen(step.output());
    return new Step.Outcome(Step.Status.FAILED, 0, List.of(), "", foreseen);
  }

  private static Ending stopped(Step step, RunContext context, Throwable e, long start) {
    RuntimeException error = new IllegalStateException(step.output() + ": " + e.getMessage(), e);
    return new Ending(step, failed(step, context), secondsSince(start), error);
  }

  private static double secondsSince(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  private void record(Ending ending, List<StepRecord> records) {
    records.add(new StepRecord(ending.step(), ending.outcome(), ending.seconds()));
    listener.ended(records.get(records.size() - 1), records.size(), steps.size());
  }

  /** The next end of a step; empty where none came in a moment. */
  private static Optional<Ending> poll(BlockingQueue<Ending> endings) {
    try {
      return Optional.ofNullable(endings.poll(MOMENT_MILLIS, TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RenxingException(ErrorCode.INTERNAL, "the run was interrupted", e);
    }
  }

  /**
   * Cancels what is under way and waits for it; a job that a step begins after its last one was
   * cancelled is cancelled in its turn. A step that computes without a job is not waited for long.
   */
  private static List<Ending> rest(BlockingQueue<Ending> endings, int underWay) {
    List<Ending> out = new ArrayList<>();
    long until = System.nanoTime() + Interruption.PATIENCE.toNanos() / 2;
    while (out.size() < underWay && System.nanoTime() < until) {
      LakeSession.atWork().ifPresent(spark -> spark.sparkContext().cancelAllJobs());
      poll(endings).ifPresent(out::add);
    }
    return out;
  }

  private RenxingException interrupted(int done) {
    Interruption.Signal signal = interruption.signal().orElseThrow();
    return signal.error(
        "ended by "
            + signal
            + " when "
            + done
            + " of "
            + steps.size()
            + " steps had ended; what they made is kept, and the next run goes on from there");
  }
}
