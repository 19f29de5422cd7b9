package org.renxing.jobs.cli;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.renxing.jobs.console.Text;
import org.renxing.jobs.notify.Notification;
import org.renxing.jobs.notify.RunReport;
import org.renxing.lake.Lake;
import org.renxing.model.RenxingException;
import org.renxing.model.Settings;
import org.renxing.run.RunLog;

/** Tells others of a run of nightly, as {@code nightly.on-end} says. */
final class RunNotice {
  private final Settings settings;
  private final Notification notification;
  private Optional<Lake> lake = Optional.empty();

  RunNotice(Settings settings) {
    this.settings = settings;
    this.notification = new Notification(settings.onEnd());
  }

  /** The lake of the run, once it could be opened. */
  void of(Lake opened) {
    lake = Optional.of(opened);
  }

  /** Tells of a run; what could not be told is a warning. */
  void tell(Summary summary) {
    if (notification.isWanted()) {
      notification
          .tell(report(summary))
          .forEach(problem -> System.err.println("renxing: warning: NOTIFICATION: " + problem));
    }
  }

  private RunReport report(Summary summary) {
    Instant now = Instant.now();
    Map<String, Integer> steps =
        Map.of("run", summary.stepsRun(), "unchanged", summary.stepsUnchanged());
    Map<String, RunReport.SourceRows> sources = new TreeMap<>();
    summary
        .sources()
        .forEach(
            s ->
                sources.put(
                    s.sourceId(), new RunReport.SourceRows(s.rowsIn(), s.rowsQuarantined())));
    return new RunReport(
        summary.runId(),
        settings.env(),
        summary.outcome(),
        summary.exitCode(),
        summary.seconds(),
        summary.releaseId(),
        summary.warningCount(),
        steps,
        sources,
        now,
        summary.exitCode() == 0 ? Optional.of(now) : lastDone(),
        Text.json(summary));
  }

  private static Instant end(Row run) {
    double seconds = run.<Double>getAs("seconds");
    return run.<Timestamp>getAs("started_at").toInstant().plusMillis(Math.round(seconds * 1000));
  }

  /** When a run last ended well, as far as the log of runs can be read. */
  private Optional<Instant> lastDone() {
    try {
      return lake.filter(l -> l.isThere(RunLog.RUN.name())).stream()
          .flatMap(l -> RunsCommand.newest(l, Integer.MAX_VALUE).stream())
          .filter(run -> "done".equals(run.<String>getAs("outcome")))
          .map(RunNotice::end)
          .findFirst();
    } catch (RenxingException e) {
      return Optional.empty(); // the run has failed for that reason, and says so
    }
  }
}
