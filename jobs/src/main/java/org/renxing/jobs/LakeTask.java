package org.renxing.jobs;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.renxing.config.Configuration;
import org.renxing.jvm.Interruption;
import org.renxing.lake.DeltaErrors;
import org.renxing.lake.Lake;
import org.renxing.lake.LakeLock;
import org.renxing.lake.LakeRepair;
import org.renxing.lake.Releases;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;
import org.renxing.run.RunContext;

/** Work on a lake that is no plan of steps: under its lock, and on record in {@code ops.run}. */
public final class LakeTask {
  private final Configuration configuration;
  private final Lake lake;
  private final String command;

  /**
   * A task.
   *
   * @param command the command line for the log, without values of --set
   */
  public LakeTask(Configuration configuration, Lake lake, String command) {
    this.configuration = configuration;
    this.lake = lake;
    this.command = command;
  }

  /** What a task is told. */
  public record Given(String runId, String codeVersion, LakeRepair.Result repaired) {}

  /**
   * Does the work once the logs of the lake, or all of it, have been put right.
   *
   * @param isWhole whether all tables are looked at, and not only logs
   * @throws RenxingException as the work threw it; the run is recorded all the same, but for USAGE
   */
  public <T> T run(boolean isWhole, Function<Given, T> work) {
    Instant startedAt = Instant.now();
    long start = System.nanoTime();
    String runId = NightlyRun.newId(startedAt);
    String codeVersion = CodeVersion.current();
    NightlyLog log = new NightlyLog(configuration, lake, command, startedAt, codeVersion);
    RunContext context = new RunContext(runId, codeVersion, lake, Set.of(), false);
    Interruption.ofProcess().endsItself(); // what holds the lock records its end and gives it up
    String before = new Releases(lake).newestId();
    try (LakeLock lock = LakeLock.take(lake, runId)) {
      try {
        LakeRepair repair = new LakeRepair(lake, runId);
        LakeRepair.Result repaired = isWhole ? repair.run() : repair.runOnLogs();
        lock.deadHolder().ifPresent(log::recordDead);
        T out = work.apply(new Given(runId, codeVersion, repaired));
        log.record(context, result(runId, before, start), Optional.empty());
        return out;
      } catch (RuntimeException e) {
        RenxingException error = DeltaErrors.translate(command, e);
        throw error.code() == ErrorCode.USAGE // nothing was done
            ? error
            : log.recordFailure(context, result(runId, before, start), error);
      }
    }
  }

  private NightlyRun.Result result(String runId, String before, long start) {
    String now = new Releases(lake).newestId();
    double seconds = (System.nanoTime() - start) / 1e9;
    return new NightlyRun.Result(runId, now, !now.equals(before), List.of(), seconds);
  }
}
