package org.renxing.jobs;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.renxing.config.Configuration;
import org.renxing.jobs.repair.RepairStep;
import org.renxing.jobs.silver.Quarantine;
import org.renxing.jobs.silver.SourceAccount;
import org.renxing.jvm.Interruption;
import org.renxing.lake.DeltaErrors;
import org.renxing.lake.Lake;
import org.renxing.lake.LakeLock;
import org.renxing.lake.LakeRepair;
import org.renxing.lake.Releases;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;
import org.renxing.model.Settings;
import org.renxing.model.TableName;
import org.renxing.run.Inputs;
import org.renxing.run.PlanRunner;
import org.renxing.run.PlanRunner.StepRecord;
import org.renxing.run.RunContext;
import org.renxing.run.Step;

/** One run of the pipeline: plan, lock, steps, log. */
public final class NightlyRun {
  static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final int THREADS = 3;

  private final Configuration configuration;
  private final Lake lake;
  private final RunRequest request;
  private final Instant startedAt = Instant.now();
  private final long startNanos = System.nanoTime();
  private final String runId;
  private final String codeVersion = CodeVersion.current();

  public NightlyRun(Configuration configuration, Lake lake, RunRequest request) {
    this.configuration = configuration;
    this.lake = lake;
    this.request = request;
    this.runId = newId(startedAt);
  }

  /** An id of a run, which tells when it began. */
  static String newId(Instant startedAt) {
    return STAMP.format(startedAt) + "-" + UUID.randomUUID().toString().substring(0, 4);
  }

  /** What came of it. */
  public record Result(
      String runId,
      String releaseId,
      boolean isNewRelease,
      List<StepRecord> steps,
      double seconds) {
    public Result {
      steps = List.copyOf(steps);
    }
  }

  /**
   * The plan and what each step would do; writes nothing.
   *
   * @param atEnd told of the plan, before it fails on what is missing where that is asked for
   */
  public void preview(Consumer<List<StepRecord>> atEnd) {
    List<Step> steps = steps();
    RunContext context = context(steps, Set.of());
    context.repaired(LakeRepair.look(lake));
    Set<TableName> outputs = steps.stream().map(Step::output).collect(Collectors.toSet());
    List<StepRecord> out = new ArrayList<>();
    boolean isUpstreamChanged = false;
    for (Step step : steps) {
      Step.Outcome outcome = context.told(step, outputs, step.preview(context));
      if (isUpstreamChanged
          && outcome.status() == Step.Status.UNCHANGED
          && !step.inputs().isEmpty()) {
        outcome =
            new Step.Outcome(
                Step.Status.WOULD_RUN,
                outcome.rows(),
                List.of(),
                "if its inputs change",
                outcome.warnings());
      }
      context.warned(outcome.warnings());
      isUpstreamChanged |= outcome.status() == Step.Status.WOULD_RUN && step.inputs().isEmpty();
      out.add(new StepRecord(step, outcome, 0));
    }
    atEnd.accept(out);
    context
        .refusal()
        .ifPresent(
            refusal -> {
              throw refusal;
            });
  }

  /**
   * Runs. The run and its steps are logged however it ends.
   *
   * @param atEnd told of a good end, while the accounts of the sources are still in memory
   * @throws RenxingException as the first failed step threw it
   */
  public Result run(PlanRunner.StepListener listener, BiConsumer<Result, Inputs> atEnd) {
    return run(listener, atEnd, (result, error) -> {});
  }

  /**
   * Runs, and tells of a bad end, too.
   *
   * @param atFailure told of a run that had begun and failed, once that is logged
   */
  public Result run(
      PlanRunner.StepListener listener,
      BiConsumer<Result, Inputs> atEnd,
      BiConsumer<Result, RenxingException> atFailure) {
    List<Step> steps = steps();
    NightlyLog log = new NightlyLog(configuration, lake, request.command(), startedAt, codeVersion);
    Interruption.ofProcess().endsItself(); // what holds the lock records its end and gives it up
    try (LakeLock lock = LakeLock.take(lake, runId)) {
      LakeRepair.Result repaired = repaired(steps, log);
      // at once, since this run may be killed as well
      lock.deadHolder().ifPresent(log::recordDead);
      RunContext context = context(steps, readLater(steps));
      context.repaired(repaired);
      try {
        List<StepRecord> records = new PlanRunner(steps, THREADS, listener).run(context);
        Optional<RenxingException> error = error(context.refusal());
        Result result = result(records);
        log.record(context, result, error);
        if (error.isPresent()) { // a refusal where the step that publishes was left out, --only
          atFailure.accept(result, error.get());
          throw error.get();
        }
        atEnd.accept(result, context.inputs());
        return result;
      } catch (PlanRunner.PlanFailure failure) {
        RenxingException own = DeltaErrors.translate("nightly", failure);
        Result result = result(failure.records());
        RenxingException cause =
            log.recordFailure(context, result, error(Optional.of(own)).orElseThrow());
        atFailure.accept(result, cause);
        throw cause;
      } finally {
        context.inputs().release();
      }
    }
  }

  /** Puts the lake right; a run that cannot is logged as well. */
  private LakeRepair.Result repaired(List<Step> steps, NightlyLog log) {
    try {
      LakeRepair repair = new LakeRepair(lake, runId);
      return request.repair().isEmpty() ? repair.run() : repair.runOnLogs();
    } catch (RenxingException e) {
      throw log.recordFailure(context(steps, Set.of()), result(List.of()), e);
    }
  }

  /** How a run ended, in a word. */
  public static String outcome(Optional<RenxingException> error) {
    return error
        .map(e -> e.code() == ErrorCode.INTERRUPTED ? "interrupted" : "failed")
        .orElse("done");
  }

  /** What the run ends with; a signal from now on changes that no more. */
  private static Optional<RenxingException> error(Optional<RenxingException> own) {
    Interruption interruption = Interruption.ofProcess();
    return interruption.settle() || own.filter(e -> e.code() == ErrorCode.INTERRUPTED).isPresent()
        ? own
        : interruption
            .signal()
            .map(signal -> signal.error("ended by " + signal + " after the last step"));
  }

  /**
   * What the steps share; where nothing is published while a file is missing, all sources count.
   */
  private RunContext context(List<Step> steps, Set<TableName> readLater) {
    Settings settings = configuration.settings();
    boolean failsOnMissing =
        request.isWhole() && (request.failsOnMissing() || settings.failsOnMissing());
    RunContext out = new RunContext(runId, codeVersion, lake, readLater, failsOnMissing);
    if (failsOnMissing) {
      out.warned(Pipeline.missingBeside(steps, settings, lake));
    }
    return out;
  }

  private static Set<TableName> readLater(List<Step> steps) {
    Set<TableName> out = new HashSet<>(Set.of(SourceAccount.TABLE, Quarantine.TABLE));
    steps.forEach(step -> out.addAll(step.rowsRead()));
    return out;
  }

  private List<Step> steps() {
    Settings settings = configuration.settings();
    if (request.forget().isPresent()) {
      RunRequest.Forgotten forget = request.forget().get();
      return List.of(Pipeline.forgetting(settings, forget.source(), forget.files()));
    }
    if (!request.repair().isEmpty()) {
      return request.repair().stream()
          .<Step>map(table -> new RepairStep(table, settings, request.acceptsLoss()))
          .toList();
    }
    References.require(configuration, lake);
    List<Step> all = new Pipeline(settings, lake.files()).steps(request.years());
    if (request.only().isEmpty()) {
      return all;
    }
    List<String> names = all.stream().map(s -> s.output().toString()).toList();
    List<String> unknown = request.only().stream().filter(n -> !names.contains(n)).toList();
    if (!unknown.isEmpty()) {
      throw new RenxingException(
          ErrorCode.USAGE,
          "--only "
              + String.join(",", unknown)
              + ": no such step; steps are "
              + String.join(", ", names));
    }
    return all.stream().filter(s -> request.only().contains(s.output().toString())).toList();
  }

  private Result result(List<StepRecord> records) {
    Optional<Step.Outcome> release =
        records.stream()
            .filter(r -> r.step().output().equals(Releases.TABLE))
            .map(StepRecord::outcome)
            .filter(o -> o.status() != Step.Status.FAILED)
            .findFirst();
    String id =
        release
            .map(Step.Outcome::detail)
            .or(() -> lake.state(Releases.TABLE).map(s -> s.notes().getOrDefault("release_id", "")))
            .orElse("");
    boolean isNew = release.map(o -> o.status() == Step.Status.DONE).orElse(false);
    return new Result(runId, id, isNew, records, seconds());
  }

  private double seconds() {
    return (System.nanoTime() - startNanos) / 1e9;
  }
}
