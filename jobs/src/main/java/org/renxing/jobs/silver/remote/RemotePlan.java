package org.renxing.jobs.silver.remote;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.renxing.jobs.silver.DerivedObservations;
import org.renxing.lake.LakeFiles;
import org.renxing.model.RemoteFamily.Group;
import org.renxing.model.RemoteSource;
import org.renxing.model.Settings;
import org.renxing.model.SourceSpec;
import org.renxing.model.TableName;
import org.renxing.model.YearRange;
import org.renxing.run.TableTask;

/**
 * What a run does with its sources of fine-grained observations; nothing where it has none.
 *
 * @param bronze sources whose rows are taken in; grids are read where they lie
 * @param tables the tables of their rows, given the years to which intake is limited
 * @param aggregates what the rows come to
 * @param derived the same as base indicators
 */
public record RemotePlan(
    List<SourceSpec> bronze,
    Function<Optional<YearRange>, List<TableTask>> tables,
    RemoteAggregates aggregates,
    List<DerivedObservations> derived) {

  public RemotePlan {
    bronze = List.copyOf(bronze);
    derived = List.copyOf(derived);
  }

  /** The plan of the sources that nightly takes in. */
  public static RemotePlan of(Settings settings, LakeFiles files) {
    List<RemoteSource> sources =
        settings.nightlyRemote().stream().map(settings.remote()::get).toList();
    RemoteIntake intake = new RemoteIntake(sources);
    RemoteAggregates aggregates = new RemoteAggregates(intake, settings.rules());
    return new RemotePlan(
        RemoteIntake.files(sources),
        years -> sources.isEmpty() ? List.of() : tables(intake, files, years),
        aggregates,
        sources.isEmpty()
            ? List.of()
            : List.of(new RemoteIndicators(aggregates, settings.baseIndicators().keySet())));
  }

  /** The tables of the rows. */
  public List<TableTask> silver(Optional<YearRange> years) {
    return tables.apply(years);
  }

  private static List<TableTask> tables(
      RemoteIntake intake, LakeFiles files, Optional<YearRange> years) {
    List<TableTask> all =
        List.of(
            new ZonePolygon(intake),
            new OccupancyArea(intake),
            new StreetViewPoint(intake),
            new LandPatch(intake),
            new RasterSum(intake, files, years));
    List<TableName> asked = intake.tables(Group.values());
    List<TableTask> out = new ArrayList<>(all);
    out.removeIf(task -> !asked.contains(task.spec().name()));
    out.add(new RemoteQuarantine(intake));
    out.add(new RemoteReconciliation(intake));
    return out;
  }
}
