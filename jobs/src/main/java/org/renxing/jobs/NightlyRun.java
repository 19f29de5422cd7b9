package org.renxing.jobs;

import java.time.DateTimeException;
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
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.renxing.config.Configuration;
import org.renxing.jobs.repair.RepairStep;
import org.renxing.jobs.silver.Quarantine;
import org.renxing.jobs.silver.SourceAccount;
import org.renxing.lake.Lake;
import org.renxing.lake.LakeLock;
import org.renxing.lake.LakeRepair;
import org.renxing.lake.OneLoader;
import org.renxing.lake.Releases;
import org.renxing.lake.TableState;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;
import org.renxing.model.Settings;
import org.renxing.model.TableName;
import org.renxing.run.Inputs;
import org.renxing.run.PlanRunner;
import org.renxing.run.PlanRunner.StepRecord;
import org.renxing.run.RunContext;
import org.renxing.run.RunLog;
import org.renxing.run.Step;

/** One run of the pipeline: plan, lock, steps, log. */
public final class NightlyRun {
  private static final DateTimeFormatter STAMP =
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
    this.runId = STAMP.format(startedAt) + "-" + UUID.randomUUID().toString().substring(0, 4);
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
    List<Step> steps = steps();
    try (LakeLock lock = LakeLock.take(lake, runId)) {
      LakeRepair.Result repaired = repaired(steps);
      // at once, since this run may be killed as well
      lock.deadHolder().ifPresent(dead -> RunLog.appendRuns(lake, List.of(interrupted(dead))));
      RunContext context = context(steps, readLater(steps));
      context.repaired(repaired);
      try {
        List<StepRecord> records = new PlanRunner(steps, THREADS, listener).run(context);
        Result result = result(records);
        log(context, records, result, context.refusal());
        if (context.refusal().isPresent()) { // without the step that publishes, --only
          throw context.refusal().get();
        }
        atEnd.accept(result, context.inputs());
        return result;
      } catch (PlanRunner.PlanFailure failure) {
        RenxingException cause = asRenxing(failure.getCause());
        log(context, failure.records(), result(failure.records()), Optional.of(cause));
        throw cause;
      } finally {
        context.inputs().release();
      }
    }
  }

  /** Puts the lake right; a run that cannot is logged as well. */
  private LakeRepair.Result repaired(List<Step> steps) {
    try {
      return new LakeRepair(lake, runId).run(request.setAside());
    } catch (RenxingException e) {
      log(context(steps, Set.of()), List.of(), result(List.of()), Optional.of(e));
      throw e;
    }
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

  private void log(
      RunContext context,
      List<StepRecord> records,
      Result result,
      Optional<RenxingException> error) {
    RunLog.Entry run =
        entry(
            runId,
            request.command(),
            startedAt,
            result.seconds(),
            error.isPresent() ? "failed" : "done",
            error.map(e -> e.code().category().exitCode()).orElse(0),
            error.map(RenxingException::getMessage).orElse(""),
            result);
    // side by side: a commit is mostly waiting and planning
    CompletableFuture<Void> runs =
        CompletableFuture.runAsync(
            () -> {
              OneLoader.adopt();
              RunLog.appendRuns(lake, List.of(run));
            });
    RunLog.appendSteps(context, records, configuration.hash());
    runs.join();
  }

  private RunLog.Entry interrupted(String holder) {
    String dead = holder.replaceFirst("^run ([^,]+),.*", "$1");
    Result none = new Result(dead, releaseNow(), false, List.of(), 0);
    return entry(dead, "", startOf(dead), null, "interrupted", 137, "was killed: " + holder, none);
  }

  /** When a run began, from its id; the present where the id does not tell. */
  private static Instant startOf(String runId) {
    try {
      return STAMP.parse(runId.replaceFirst("-.*", ""), Instant::from);
    } catch (DateTimeException otherForm) {
      return Instant.now();
    }
  }

  private String releaseNow() {
    return lake.state(Releases.TABLE)
        .map(TableState::notes)
        .map(n -> n.get("release_id"))
        .orElse("");
  }

  private RunLog.Entry entry(
      String id,
      String command,
      Instant started,
      Double seconds,
      String outcome,
      int exitCode,
      String message,
      Result result) {
    return new RunLog.Entry(
        id,
        command,
        configuration.settings().env(),
        started,
        seconds,
        outcome,
        exitCode,
        message,
        result.releaseId(),
        result.isNewRelease(),
        configuration.hash(),
        codeVersion);
  }

  private static RenxingException asRenxing(Throwable cause) {
    if (cause instanceof RenxingException known) {
      return known;
    }
    for (Throwable t = cause; t != null; t = t.getCause()) {
      if (t instanceof RenxingException known) {
        return known;
      }
      if (t instanceof java.io.IOException) {
        return new RenxingException(ErrorCode.STORAGE, String.valueOf(t.getMessage()), cause);
      }
    }
    return new RenxingException(ErrorCode.INTERNAL, String.valueOf(cause.getMessage()), cause);
  }
}
