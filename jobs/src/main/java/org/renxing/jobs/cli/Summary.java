package org.renxing.jobs.cli;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.jobs.NightlyRun;
import org.renxing.jobs.console.Text;
import org.renxing.jobs.silver.Quarantine;
import org.renxing.jobs.silver.SourceAccount;
import org.renxing.jobs.silver.remote.RemoteQuarantine;
import org.renxing.jobs.silver.remote.RemoteReconciliation;
import org.renxing.model.RenxingException;
import org.renxing.run.Inputs;
import org.renxing.run.Step;

/**
 * What a run came to, for people and machines.
 *
 * @param outcome done, failed or interrupted
 * @param errorCode name of the error, and {@code message} what it says; empty where there is none
 * @param releaseId the release that readers see now
 * @param warningCount how many warnings there are
 */
record Summary(
    String runId,
    String outcome,
    int exitCode,
    String errorCode,
    String message,
    String releaseId,
    boolean isNewRelease,
    int stepsRun,
    int stepsUnchanged,
    double seconds,
    List<Source> sources,
    List<Defect> quarantined,
    int warningCount,
    List<WarningLine> warnings,
    List<StepLine> steps) {
  private static final String COUPLING = "gold.coupling_unit_year";
  private static final String COUPLED =
      "SELECT unit_name, year, s, e, d, coordination_level FROM gold.coupling_unit_year"
          + " ORDER BY d DESC LIMIT 10";
  private static final String SCORES =
      "SELECT unit_name, year, score FROM gold.index_score_unit_year WHERE system = 'overall'"
          + " ORDER BY score DESC LIMIT 10";

  /** The account of a source. */
  record Source(
      String sourceId,
      long rowsIn,
      long rowsQuarantined,
      long cellsIn,
      long cellsQuarantined,
      boolean isSimulated) {}

  /** Defects of one kind in one source, with the first of them. */
  record Defect(String sourceId, String reasonCode, long n, String first) {}

  /** What a step lost, left out or assumed. */
  record WarningLine(String step, String kind, String text) {}

  /** A step and how it ended. */
  record StepLine(String step, String status, double seconds, long rows) {}

  /** A run that ended well. */
  static Summary of(NightlyRun.Result result, Inputs inputs) {
    boolean hasAccount =
        unchanged(result) < result.steps().size()
            && inputs.lake().version(SourceAccount.TABLE).isPresent();
    boolean hasRemote =
        result.steps().stream().anyMatch(r -> r.step().output().equals(RemoteReconciliation.TABLE));
    return of(
        result,
        Optional.empty(),
        hasAccount ? sources(inputs, hasRemote) : List.of(),
        hasAccount ? defects(inputs, hasRemote) : List.of());
  }

  /** A run that failed, or had not begun: without the accounts of its sources. */
  static Summary of(NightlyRun.Result result, RenxingException error) {
    return of(result, Optional.of(error), List.of(), List.of());
  }

  /** The same run, where what followed it failed; a run that had failed before stays as it is. */
  Summary endedBy(RenxingException error) {
    return exitCode != 0
        ? this
        : new Summary(
            runId,
            NightlyRun.outcome(Optional.of(error)),
            error.exitCode(),
            error.code().name(),
            error.getMessage(),
            releaseId,
            isNewRelease,
            stepsRun,
            stepsUnchanged,
            seconds,
            sources,
            quarantined,
            warningCount,
            warnings,
            steps);
  }

  private static Summary of(
      NightlyRun.Result result,
      Optional<RenxingException> error,
      List<Source> sources,
      List<Defect> quarantined) {
    List<StepLine> steps =
        result.steps().stream()
            .map(
                r ->
                    new StepLine(
                        r.step().output().toString(),
                        r.outcome().status().text(),
                        Math.round(r.seconds() * 1000) / 1000.0,
                        r.outcome().rows()))
            .toList();
    List<WarningLine> warnings = warnings(result);
    return new Summary(
        result.runId(),
        NightlyRun.outcome(error),
        error.map(RenxingException::exitCode).orElse(0),
        error.map(e -> e.code().name()).orElse(""),
        error.map(RenxingException::getMessage).orElse(""),
        result.releaseId(),
        result.isNewRelease(),
        steps.size() - unchanged(result),
        unchanged(result),
        Math.round(result.seconds() * 10) / 10.0,
        sources,
        quarantined,
        warnings.size(),
        warnings,
        steps);
  }

  private static int unchanged(NightlyRun.Result result) {
    return (int)
        result.steps().stream().filter(r -> r.outcome().status() == Step.Status.UNCHANGED).count();
  }

  private static List<WarningLine> warnings(NightlyRun.Result result) {
    return result.steps().stream()
        .flatMap(
            r ->
                r.outcome().warnings().stream()
                    .map(
                        w ->
                            new WarningLine(
                                r.step().output().toString(), w.kind().name(), w.text())))
        .sorted(Comparator.comparing(WarningLine::kind).thenComparing(WarningLine::text))
        .toList();
  }

  /**
   * The summary in words and tables.
   *
   * @param options of the commands that it names, such as {@code " --env real"}
   */
  String text(String options) {
    StringBuilder out = new StringBuilder();
    if (!sources.isEmpty()) {
      List<List<String>> rows = new ArrayList<>();
      sources.forEach(
          s ->
              rows.add(
                  List.of(
                      s.sourceId() + (s.isSimulated() ? " (simulated)" : ""),
                      number(s.rowsIn()),
                      number(s.rowsQuarantined()),
                      number(s.cellsIn()),
                      number(s.cellsQuarantined()))));
      out.append('\n')
          .append(
              Text.table(
                  List.of("source", "rows in", "quarantined", "cells in", "quarantined"), rows));
    }
    if (!quarantined.isEmpty()) {
      List<List<String>> rows = new ArrayList<>();
      quarantined.forEach(
          d -> rows.add(List.of(d.sourceId(), d.reasonCode(), number(d.n()), d.first())));
      out.append('\n').append(Text.table(List.of("set aside", "kind", "n", "first"), rows));
    }
    if (!warnings.isEmpty()) {
      out.append('\n').append(number(warningCount));
      out.append(warningCount == 1 ? " warning:\n" : " warnings:\n");
      warnings.forEach(
          w -> out.append("  ").append(w.kind()).append(": ").append(w.text()).append('\n'));
    }
    out.append(
        String.format(
            Locale.ROOT,
            "%n%s%n%d steps ran, %d unchanged; %.1f s; run %s%n",
            isNewRelease
                ? "Published release " + releaseId
                : releaseId.isEmpty()
                    ? "Nothing published"
                    : "Nothing new to publish; release " + releaseId + " stands",
            stepsRun,
            stepsUnchanged,
            seconds,
            runId));
    boolean isCoupled = steps.stream().anyMatch(s -> s.step().equals(COUPLING));
    out.append("Try next:\n");
    List.of(
            "sql" + options + " \"" + (isCoupled ? COUPLED : SCORES) + "\"",
            "sql" + options + " \"SELECT * FROM gold.data_dictionary\"",
            "runs" + options)
        .forEach(command -> out.append("  bin/renxing ").append(command).append('\n'));
    out.setLength(out.length() - 1);
    return out.toString();
  }

  private static List<Source> sources(Inputs inputs, boolean hasRemote) {
    Dataset<Row> accounts = account(inputs.read(SourceAccount.TABLE));
    if (hasRemote) {
      Dataset<Row> remote =
          inputs
              .read(RemoteReconciliation.TABLE)
              .withColumn("cells_in", lit(0L))
              .withColumn("cells_quarantined", lit(0L));
      accounts = accounts.unionByName(account(remote));
    }
    List<Source> out = new ArrayList<>();
    for (Row r : accounts.collectAsList()) {
      out.add(
          new Source(
              r.getAs("source_id"),
              r.<Long>getAs("rows_in"),
              r.<Long>getAs("rows_quarantined"),
              r.<Long>getAs("cells_in"),
              r.<Long>getAs("cells_quarantined"),
              r.<Boolean>getAs("is_simulated")));
    }
    out.sort(Comparator.comparing(Source::sourceId));
    return out;
  }

  private static Dataset<Row> account(Dataset<Row> rows) {
    return rows.select(
        "source_id",
        "rows_in",
        "rows_quarantined",
        "cells_in",
        "cells_quarantined",
        "is_simulated");
  }

  private static Dataset<Row> aside(Dataset<Row> rows) {
    return rows.select(
        "source_id", "reason_code", "source_file", "row_number", "column_label", "reason");
  }

  private static List<Defect> defects(Inputs inputs, boolean hasRemote) {
    Dataset<Row> aside = aside(inputs.read(Quarantine.TABLE));
    if (hasRemote) {
      Dataset<Row> remote = inputs.read(RemoteQuarantine.TABLE).withColumn("column_label", lit(""));
      aside = aside.unionByName(aside(remote));
    }
    var place =
        concat(
            col("source_file"),
            lit(" line "),
            col("row_number"),
            when(col("column_label").equalTo(""), lit(": "))
                .otherwise(concat(lit(", column "), col("column_label"), lit(": "))),
            col("reason"));
    List<Defect> out = new ArrayList<>();
    for (Row r :
        aside
            .groupBy("source_id", "reason_code")
            .agg(
                count(lit(1)).as("n"),
                min(struct(col("source_file"), col("row_number"), place.as("text"))).as("first"))
            .select(col("source_id"), col("reason_code"), col("n"), col("first.text"))
            .collectAsList()) {
      out.add(new Defect(r.getString(0), r.getString(1), r.getLong(2), r.getString(3)));
    }
    out.sort(Comparator.comparing(Defect::sourceId).thenComparing(Defect::reasonCode));
    return out;
  }

  private static String number(long n) {
    return String.format(Locale.ROOT, "%,d", n);
  }
}
