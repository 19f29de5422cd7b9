package org.renxing.jobs;

import java.util.List;
import java.util.Optional;
import org.renxing.model.TableName;
import org.renxing.model.YearRange;

/**
 * What a run is asked for.
 *
 * @param command the command line for the log, without values of --set
 * @param only names of the steps to run; empty for all
 * @param failsOnMissing whether nothing is published while a file is no longer there, whatever the
 *     configuration says
 * @param forget a source and its files, where the run is to drop what they brought; else empty
 * @param repair tables that are to be made again, where the run is to do nothing else
 * @param acceptsLoss whether a repair may lose what files that are gone have brought
 */
public record RunRequest(
    String command,
    Optional<YearRange> years,
    List<String> only,
    boolean failsOnMissing,
    Optional<Forgotten> forget,
    List<TableName> repair,
    boolean acceptsLoss) {
  public RunRequest {
    only = List.copyOf(only);
    repair = List.copyOf(repair);
  }

  /** Nightly as the configuration has it. */
  public RunRequest(String command, Optional<YearRange> years, List<String> only) {
    this(command, years, only, false, Optional.empty());
  }

  /** Nightly, or dropping files. */
  public RunRequest(
      String command,
      Optional<YearRange> years,
      List<String> only,
      boolean failsOnMissing,
      Optional<Forgotten> forget) {
    this(command, years, only, failsOnMissing, forget, List.of(), false);
  }

  /** Making tables again. */
  public static RunRequest repairing(String command, List<TableName> tables, boolean acceptsLoss) {
    return new RunRequest(
        command, Optional.empty(), List.of(), false, Optional.empty(), tables, acceptsLoss);
  }

  /** Files of a source that are no longer there and are to count no more. */
  public record Forgotten(String source, List<String> files) {
    public Forgotten {
      files = List.copyOf(files);
    }
  }

  /** Whether it is a run of nightly. */
  boolean isWhole() {
    return forget.isEmpty() && repair.isEmpty();
  }
}
