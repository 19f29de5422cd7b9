package org.renxing.jobs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.renxing.jobs.bronze.BronzeStep;
import org.renxing.jobs.bronze.BronzeTables;
import org.renxing.jobs.bronze.ForgetStep;
import org.renxing.jobs.bronze.HeldFile;
import org.renxing.jobs.gold.DataDictionary;
import org.renxing.jobs.gold.GoldTables;
import org.renxing.jobs.gold.GoldTask;
import org.renxing.jobs.gold.quality.BaseIndicatorQuality;
import org.renxing.jobs.gold.quality.SuspectValue;
import org.renxing.jobs.gold.reproduction.PublishedFigure;
import org.renxing.jobs.gold.reproduction.Reproduction;
import org.renxing.jobs.gold.table.GoldTable;
import org.renxing.jobs.publish.ReleaseStep;
import org.renxing.jobs.silver.AppliedCorrection;
import org.renxing.jobs.silver.Corrections;
import org.renxing.jobs.silver.DimUnit;
import org.renxing.jobs.silver.Observation;
import org.renxing.jobs.silver.Quarantine;
import org.renxing.jobs.silver.SourceAccount;
import org.renxing.jobs.silver.SourceDifference;
import org.renxing.jobs.silver.UnitAlias;
import org.renxing.jobs.silver.UnitLineage;
import org.renxing.jobs.silver.remote.ForgetSumsStep;
import org.renxing.jobs.silver.remote.RasterSum;
import org.renxing.jobs.silver.remote.RemotePlan;
import org.renxing.lake.Lake;
import org.renxing.lake.LakeFiles;
import org.renxing.lake.Releases;
import org.renxing.model.ErrorCode;
import org.renxing.model.RemoteFamily;
import org.renxing.model.RemoteSource;
import org.renxing.model.RenxingException;
import org.renxing.model.Scenario;
import org.renxing.model.Settings;
import org.renxing.model.SourceSpec;
import org.renxing.model.TableName;
import org.renxing.model.TableSpec;
import org.renxing.model.YearRange;
import org.renxing.run.Step;
import org.renxing.run.TableStep;
import org.renxing.run.TableTask;
import org.renxing.run.Warning;

/**
 * The steps of nightly, in the order in which data flow. A newcomer reads this first; what each
 * step reads is said by its class, and the runner derives the order from that.
 */
public final class Pipeline {
  private final Settings settings;
  private final LakeFiles files;
  private final RemotePlan remote;

  public Pipeline(Settings settings, LakeFiles files) {
    this.settings = settings;
    this.files = files;
    this.remote = RemotePlan.of(settings, files);
  }

  /**
   * The steps.
   *
   * @param years limits what is taken in; empty for all
   */
  public List<Step> steps(Optional<YearRange> years) {
    List<SourceSpec> sources =
        settings.nightlySources().stream().map(settings.sources()::get).toList();
    List<Scenario> scenarios =
        settings.nightlyScenarios().stream().map(settings.scenarios()::get).toList();
    List<Step> steps = new ArrayList<>();
    sources.forEach(source -> steps.add(new BronzeStep(source, settings, years)));
    remote.bronze().forEach(source -> steps.add(new BronzeStep(source, settings, years)));
    List<TableTask> silver = silver(sources, years);
    silver.forEach(task -> steps.add(new TableStep(task)));
    gold(scenarios).forEach(task -> steps.add(new TableStep(task)));
    List<TableName> checked = silver.stream().map(task -> task.spec().name()).toList();
    steps.add(new ReleaseStep(published(scenarios), checked));
    return List.copyOf(steps);
  }

  /**
   * The step that drops what files of a source brought, which are no longer there.
   *
   * @throws RenxingException USAGE where there is no such source
   */
  public static Step forgetting(Settings settings, String source, List<String> files) {
    if (settings.sources().containsKey(source)) {
      return new ForgetStep(settings.sources().get(source), files);
    }
    RemoteSource remote = settings.remote().get(source);
    if (remote == null) {
      Set<String> known = new TreeSet<>(settings.sources().keySet());
      known.addAll(settings.remote().keySet());
      throw new RenxingException(
          ErrorCode.USAGE,
          "forget: no source '%s'; sources are %s".formatted(source, String.join(", ", known)));
    }
    return remote.family().group() == RemoteFamily.Group.GRID
        ? new ForgetSumsStep(remote, files)
        : new ForgetStep(remote.files(), files);
  }

  /**
   * Warnings of files that are no longer there, of the sources of nightly that none of these steps
   * looks at. They are told by name alone, since no file is opened: a file that was renamed and not
   * taken in since is missing.
   */
  static List<Warning> missingBeside(List<Step> steps, Settings settings, Lake lake) {
    Set<TableName> told = steps.stream().map(Step::output).collect(Collectors.toSet());
    List<SourceSpec> sources = new ArrayList<>();
    settings.nightlySources().forEach(id -> sources.add(settings.sources().get(id)));
    List<HeldFile> out = new ArrayList<>();
    for (String id : settings.nightlyRemote()) {
      RemoteSource source = settings.remote().get(id);
      if (source.family().group() != RemoteFamily.Group.GRID) {
        sources.add(source.files());
      } else if (!told.contains(RasterSum.TABLE)) {
        out.addAll(RasterSum.held(source, lake));
      }
    }
    sources.stream()
        .filter(source -> !told.contains(BronzeTables.name(source)))
        .forEach(source -> out.addAll(HeldFile.of(source, lake)));
    return out.stream().map(HeldFile::warning).toList();
  }

  private List<TableTask> silver(List<SourceSpec> sources, Optional<YearRange> years) {
    Corrections corrections = Corrections.read(settings, files);
    List<TableTask> out = new ArrayList<>();
    out.add(new DimUnit(settings, files));
    out.add(new UnitAlias(settings, files));
    out.add(new UnitLineage(settings, files));
    out.addAll(remote.silver(years));
    out.add(new Observation(sources, settings, corrections, remote.derived()));
    out.add(new Quarantine(sources, settings, corrections));
    out.add(new SourceDifference(sources, settings, corrections));
    out.add(new AppliedCorrection(sources, settings, corrections));
    out.add(new SourceAccount(sources, settings, corrections));
    return List.copyOf(out);
  }

  private List<TableTask> gold(List<Scenario> scenarios) {
    List<TableTask> tasks = new ArrayList<>();
    tasks.add(new SuspectValue(settings.quality()));
    tasks.add(new BaseIndicatorQuality(settings.quality()));
    for (GoldTable table : GoldTables.all(files, settings.rules(), remote.aggregates())) {
      GoldTask task = new GoldTask(table, scenarios);
      if (!task.parts().isEmpty()) {
        tasks.add(task);
      }
    }
    reproduction(tasks, scenarios).ifPresent(tasks::add);
    List<TableSpec> specs = new ArrayList<>(tasks.stream().map(TableTask::spec).toList());
    specs.add(Releases.SPEC);
    tasks.add(new DataDictionary(specs));
    return tasks;
  }

  /** What sources print, set beside the tables of the run; empty where no figures are at hand. */
  private Optional<TableTask> reproduction(List<TableTask> made, List<Scenario> scenarios) {
    Map<TableName, Set<String>> parts = new HashMap<>();
    made.forEach(task -> parts.put(task.spec().name(), Set.copyOf(task.parts())));
    Set<String> ids = scenarios.stream().map(Scenario::id).collect(Collectors.toSet());
    boolean isSimulated =
        settings.nightlySources().stream().anyMatch(id -> settings.sources().get(id).isSimulated());
    List<PublishedFigure> figures = PublishedFigure.read(settings, files);
    return figures.isEmpty()
        ? Optional.empty()
        : Optional.of(new Reproduction(figures, parts, ids, isSimulated));
  }

  private List<TableSpec> published(List<Scenario> scenarios) {
    return gold(scenarios).stream().map(TableTask::spec).toList();
  }
}
