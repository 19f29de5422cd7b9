package org.renxing.jobs.notify;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.renxing.model.OnEnd;

/** Tells of runs as the configuration says. */
public final class Notification {
  private final OnEnd what;

  public Notification(OnEnd what) {
    this.what = what;
  }

  /** Whether anyone is to be told. */
  public boolean isWanted() {
    return !what.command().isEmpty() || what.metricsFile().isPresent();
  }

  /**
   * Tells of a run.
   *
   * @return what could not be told, a line each; how a run ended does not depend on it
   */
  public List<String> tell(RunReport report) {
    List<String> problems = new ArrayList<>();
    what.metricsFile()
        .ifPresent(
            file -> {
              try {
                Metrics.write(report, Path.of(file));
              } catch (RuntimeException e) { // a run is not lost for want of its figures
                problems.add(String.valueOf(e.getMessage()));
              }
            });
    if (!what.command().isEmpty()) {
      new Hook(what.command(), what.timeoutSeconds()).call(report).ifPresent(problems::add);
    }
    return problems;
  }
}
