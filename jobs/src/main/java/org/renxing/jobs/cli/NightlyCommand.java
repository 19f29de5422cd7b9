package org.renxing.jobs.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.renxing.config.Configuration;
import org.renxing.config.Reach;
import org.renxing.jobs.NightlyRun;
import org.renxing.jobs.RunRequest;
import org.renxing.jobs.console.Text;
import org.renxing.jobs.console.Workspace;
import org.renxing.jobs.postgres.PostgresPublisher;
import org.renxing.jobs.upkeep.LakeUpkeep;
import org.renxing.jvm.StandardStreams;
import org.renxing.lake.Lake;
import org.renxing.lake.Releases;
import org.renxing.lake.Upkeep;
import org.renxing.model.PostgresTarget;
import org.renxing.model.RenxingException;
import org.renxing.model.YearRange;
import org.renxing.run.Inputs;
import org.renxing.run.PlanRunner.StepListener;
import org.renxing.run.PlanRunner.StepRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Takes in what is new, makes what depends on it, and publishes a release. */
@Command(
    name = "nightly",
    mixinStandardHelpOptions = true,
    description = "Takes in what is new, makes again what depends on it, and publishes a release.",
    footer = {
      "",
      "Examples:",
      "  bin/renxing nightly",
      "  bin/renxing nightly --env real --dry-run",
      "  bin/renxing nightly --years 2019..2020"
    })
final class NightlyCommand implements Callable<Integer> {
  @Mixin private CommonOptions common;

  @Option(
      names = "--years",
      paramLabel = "A..B",
      description = "Takes in rows of these years only, both ends included.")
  private Optional<String> years;

  @Option(
      names = "--only",
      split = ",",
      paramLabel = "STEP,…",
      description = "Runs these steps only; names as --dry-run shows them.")
  private List<String> only = List.of();

  @Option(names = "--dry-run", description = "Shows the plan and writes nothing.")
  private boolean isDryRun;

  @Option(
      names = "--fail-on-missing",
      description =
          "Publishes nothing and ends with exit code 1 while a file that was taken in is no longer"
              + " there.")
  private boolean failsOnMissing;

  @Option(
      names = "--maintain",
      description = "Does what bin/renxing maintain does at the end (lake.maintain.nightly).")
  private boolean isMaintaining;

  @Option(names = "--quiet", description = "No progress and no summary; warnings and errors only.")
  private boolean isQuiet;

  @Option(names = "--json", description = "The summary as JSON on standard output.")
  private boolean isJson;

  private Optional<Summary> told = Optional.empty();
  private boolean isPlanTold;

  @Override
  public Integer call() {
    try {
      work();
      return 0;
    } catch (Exception e) { // Spark throws checked ones undeclared
      RenxingException error = CommandLineInterface.known(e);
      if (told.isEmpty() && !isPlanTold) { // it failed before there was a run
        report(notBegun(), error);
      }
      throw error;
    }
  }

  private void work() {
    Optional<YearRange> range = years.map(YearRange::parse);
    Configuration configuration = common.configuration(Reach.nightly());
    RunNotice notice = new RunNotice(configuration.settings());
    try (Workspace workspace = Workspace.ready(configuration)) {
      NightlyRun run =
          new NightlyRun(
              configuration,
              workspace.lake(),
              new RunRequest(command(range), range, only, failsOnMissing, Optional.empty()));
      if (isDryRun) {
        run.preview(this::showPlan);
        return;
      }
      notice.of(workspace.lake());
      run.run(progress(), this::report, this::report);
      boolean isUsual = configuration.settings().maintenance().nightly() && only.isEmpty();
      if (isMaintaining || isUsual) {
        maintain(configuration, workspace);
      }
      if (only.isEmpty()) {
        configuration.settings().postgres().ifPresent(to -> publish(workspace, to));
      }
      told.ifPresent(notice::tell);
    } catch (Exception e) {
      if (!isDryRun) {
        RenxingException error = CommandLineInterface.known(e);
        notice.tell(
            told.map(summary -> summary.endedBy(error))
                .orElseGet(() -> Summary.of(notBegun(), error)));
      }
      throw e;
    }
    if (!isQuiet) {
      StandardStreams.lastLine(
          "renxing: exit 0 (done): release " + told.map(Summary::releaseId).orElse(""));
    }
  }

  private String command(Optional<YearRange> range) {
    return "nightly "
        + common.logged()
        + range.map(y -> " --years " + y).orElse("")
        + (only.isEmpty() ? "" : " --only " + String.join(",", only))
        + (failsOnMissing ? " --fail-on-missing" : "");
  }

  private static NightlyRun.Result notBegun() {
    return new NightlyRun.Result("", "", false, List.of(), 0);
  }

  private void maintain(Configuration configuration, Workspace workspace) {
    String command = "maintain, after nightly " + common.logged();
    Upkeep.Result result =
        LakeUpkeep.run(configuration, workspace.lake(), OptionalInt.empty(), command);
    if (!isQuiet) {
      System.err.println(LakeUpkeep.line(result));
    }
    result.skipped().forEach(text -> System.err.println("renxing: warning: " + text));
  }

  private void publish(Workspace workspace, PostgresTarget target) {
    try {
      PostgresPublisher.Result result =
          new PostgresPublisher(workspace.lake(), target).publish(Optional.empty());
      result.warnings().forEach(w -> System.err.println("renxing: warning: POSTGRES: " + w));
      if (!isQuiet) {
        System.err.println(result.line());
      }
    } catch (RenxingException e) {
      throw e.with(
          "; the lake holds release "
              + told.map(Summary::releaseId).orElse("")
              + " all the same: run bin/renxing publish");
    }
  }

  private void report(NightlyRun.Result result, RenxingException error) {
    report(Summary.of(result, error));
  }

  private void report(NightlyRun.Result result, Inputs inputs) {
    Summary summary = Summary.of(result, inputs);
    report(summary);
    if (!isQuiet && !isJson) {
      System.out.println(summary.text() + hints(inputs.lake()));
      System.out.flush();
    }
  }

  private void report(Summary summary) {
    told = Optional.of(summary);
    if (isJson && !isQuiet) {
      System.out.println(Text.json(summary));
      System.out.flush();
    }
  }

  private String hints(Lake lake) {
    return Hints.text(new Releases(lake).newest(), common.toLake());
  }

  private StepListener progress() {
    return (record, number, total) -> {
      if (!isQuiet) {
        System.err.println(line(record, number, total));
      }
      record.outcome().warnings().forEach(w -> System.err.println("renxing: warning: " + w));
    };
  }

  private static String line(StepRecord record, int number, int total) {
    String years = record.step().years();
    String detail = record.outcome().detail();
    return String.format(
        Locale.ROOT,
        "[%" + Integer.toString(total).length() + "d/%d] %s%s … %s %.1f s, %,d rows%s",
        number,
        total,
        record.step().output(),
        years.isEmpty() ? "" : " " + years,
        record.outcome().status().text(),
        record.seconds(),
        record.outcome().rows(),
        detail.isEmpty() ? "" : " (" + detail + ")");
  }

  private static List<String> warnings(StepRecord record) {
    return record.outcome().warnings().stream().map(Object::toString).toList();
  }

  private void showPlan(List<StepRecord> plan) {
    if (isJson) {
      isPlanTold = true;
      System.out.println(
          Text.json(
              plan.stream()
                  .map(
                      r ->
                          new PlannedStep(
                              r.step().output().toString(),
                              r.step().years(),
                              r.step().inputs().stream().map(Object::toString).toList(),
                              r.outcome().status().text(),
                              r.outcome().detail(),
                              warnings(r)))
                  .toList()));
      return;
    }
    List<List<String>> rows =
        plan.stream()
            .map(
                r ->
                    List.of(
                        r.step().output().toString(),
                        r.step().years(),
                        r.outcome().status().text(),
                        r.outcome().detail()))
            .toList();
    System.out.print(Text.table(List.of("step", "years", "", ""), rows));
    plan.stream()
        .flatMap(r -> warnings(r).stream())
        .forEach(warning -> System.out.println("Warning: " + warning));
    System.out.println("Nothing was written.");
  }

  /** A step of the plan, for machines. */
  record PlannedStep(
      String step,
      String years,
      List<String> inputs,
      String status,
      String detail,
      List<String> warnings) {}
}
