package org.renxing.jobs.silver.remote;

import java.util.ArrayList;
import java.util.List;
import org.renxing.jobs.silver.DerivedObservations;
import org.renxing.lake.LakeFiles;
import org.renxing.model.RemoteFamily.Group;
import org.renxing.model.RemoteSource;
import org.renxing.model.Settings;
import org.renxing.model.SourceSpec;
import org.renxing.run.TableTask;

/**
 * What a run does with its sources of fine-grained observations; nothing where it has none.
 *
 * @param bronze sources whose rows are taken in; grids are read where they lie
 * @param silver the tables of their rows
 * @param aggregates what the rows come to
 * @param derived the same as base indicators
 */
public record RemotePlan(
    List<SourceSpec> bronze,
    List<TableTask> silver,
    RemoteAggregates aggregates,
    List<DerivedObservations> derived) {

  public RemotePlan {
    bronze = List.copyOf(bronze);
    silver = List.copyOf(silver);
    derived = List.copyOf(derived);
  }

  /** The plan of the sources that nightly takes in. */
  public static RemotePlan of(Settings settings, LakeFiles files) {
    List<RemoteSource> sources =
        settings.nightlyRemote().stream().map(settings.remote()::get).toList();
    RemoteIntake intake = new RemoteIntake(sources);
    RemoteAggregates aggregates = new RemoteAggregates(intake, settings.rules());
    List<SourceSpec> bronze =
        sources.stream()
            .filter(s -> s.family().group() != Group.GRID)
            .map(RemoteSource::files)
            .toList();
    return new RemotePlan(
        bronze,
        sources.isEmpty() ? List.of() : tables(intake, files),
        aggregates,
        sources.isEmpty()
            ? List.of()
            : List.of(new RemoteIndicators(aggregates, settings.baseIndicators().keySet())));
  }

  private static List<TableTask> tables(RemoteIntake intake, LakeFiles files) {
    List<TableTask> out = new ArrayList<>();
    if (intake.has(Group.PLACE)) {
      out.add(new ZonePolygon(intake));
    }
    if (intake.has(Group.OCCUPANCY)) {
      out.add(new OccupancyArea(intake));
    }
    if (intake.has(Group.STREET)) {
      out.add(new StreetViewPoint(intake));
    }
    if (intake.has(Group.LAND)) {
      out.add(new LandPatch(intake));
    }
    if (intake.has(Group.GRID)) {
      out.add(new RasterSum(intake, files));
    }
    out.add(new RemoteQuarantine(intake));
    out.add(new RemoteAccount(intake));
    return out;
  }
}
