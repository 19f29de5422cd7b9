package org.renxing.jobs;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.renxing.config.Configuration;
import org.renxing.lake.Lake;
import org.renxing.lake.LakeSize;
import org.renxing.lake.OneLoader;
import org.renxing.lake.Releases;
import org.renxing.model.RenxingException;
import org.renxing.run.ConfigurationLog;
import org.renxing.run.RunContext;
import org.renxing.run.RunLog;

/** Records how a run ended, and that another one had died. */
final class NightlyLog {
  private static final int KILLED = 137;

  private final Configuration configuration;
  private final Lake lake;
  private final String command;
  private final Instant startedAt;
  private final String codeVersion;

  NightlyLog(
      Configuration configuration,
      Lake lake,
      String command,
      Instant startedAt,
      String codeVersion) {
    this.configuration = configuration;
    this.lake = lake;
    this.command = command;
    this.startedAt = startedAt;
    this.codeVersion = codeVersion;
  }

  /**
   * Records the run and its steps.
   *
   * @return the error, which says so where even that failed
   */
  RenxingException recordFailure(
      RunContext context, NightlyRun.Result result, RenxingException error) {
    try {
      record(context, result, Optional.of(error));
      return error;
    } catch (RuntimeException e) {
      RenxingException both = error.with("; the run could not be recorded in ops.run");
      both.addSuppressed(e);
      return both;
    }
  }

  /** Records the run and its steps. */
  void record(RunContext context, NightlyRun.Result result, Optional<RenxingException> error) {
    RunLog.Entry run =
        new RunLog.Entry(
            result.runId(),
            command,
            configuration.settings().env(),
            startedAt,
            result.seconds(),
            NightlyRun.outcome(error),
            error.map(RenxingException::exitCode).orElse(0),
            error.map(RenxingException::getMessage).orElse(""),
            result.releaseId(),
            result.isNewRelease(),
            configuration.hash(),
            codeVersion,
            LakeSize.of(lake).total().bytes());
    // side by side: a commit is mostly waiting and planning
    CompletableFuture<Void> runs =
        CompletableFuture.runAsync(
            () -> {
              OneLoader.adopt();
              RunLog.appendRuns(lake, List.of(run));
            });
    RunLog.appendSteps(context, result.steps(), configuration.hash());
    ConfigurationLog.keep(lake, configuration.hash(), configuration.recorded(), result.runId());
    runs.join();
  }

  /** Records a run that died holding the lock, unless it had come to record its end. */
  void recordDead(String holder) {
    String runId = holder.replaceFirst("^run ([^,]+),.*", "$1");
    if (!RunLog.holds(lake, runId)) {
      RunLog.Entry dead =
          new RunLog.Entry(
              runId,
              "",
              configuration.settings().env(),
              startOf(runId),
              null,
              "interrupted",
              KILLED,
              "was killed: " + holder,
              releaseNow(),
              false,
              configuration.hash(),
              codeVersion,
              null);
      RunLog.appendRuns(lake, List.of(dead));
    }
  }

  private String releaseNow() {
    return lake.state(Releases.TABLE)
        .map(state -> state.notes().getOrDefault("release_id", ""))
        .orElse("");
  }

  /** When a run began, from its id; the present where the id does not tell. */
  private static Instant startOf(String runId) {
    try {
      return NightlyRun.STAMP.parse(runId.replaceFirst("-.*", ""), Instant::from);
    } catch (DateTimeException otherForm) {
      return Instant.now();
    }
  }
}
