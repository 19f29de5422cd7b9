package org.renxing.jobs.notify;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What others are told of a run that has ended.
 *
 * @param outcome done, failed or interrupted
 * @param release the release that readers see now; empty where there is none
 * @param steps how many steps were run, and how many unchanged
 * @param sources rows by source; empty where the run did not count them anew
 * @param lastDone when a run last ended well; empty where there was none, or it cannot be read
 * @param json the whole summary
 */
public record RunReport(
    String runId,
    String env,
    String outcome,
    int exitCode,
    double seconds,
    String release,
    int warnings,
    Map<String, Integer> steps,
    Map<String, SourceRows> sources,
    Instant endedAt,
    Optional<Instant> lastDone,
    String json) {
  public RunReport {
    steps = Map.copyOf(steps);
    sources = Map.copyOf(sources);
  }

  /** Rows of a source that came in, and how many of them were set aside. */
  public record SourceRows(long in, long quarantined) {}
}
