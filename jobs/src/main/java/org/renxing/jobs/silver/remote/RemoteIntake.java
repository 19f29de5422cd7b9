package org.renxing.jobs.silver.remote;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.renxing.geo.PatchPiece;
import org.renxing.model.RemoteFamily.Group;
import org.renxing.model.RemoteSource;
import org.renxing.model.SourceSpec;
import org.renxing.model.TableName;
import org.renxing.records.LocalRecords;
import org.renxing.records.Records;
import org.renxing.run.Inputs;
import org.renxing.run.SharedKey;

/**
 * What came in from sources of fine-grained observations, judged: one record a source row, with the
 * unit and zone in which it lies or the reason why not. Nothing is dropped.
 */
public final class RemoteIntake {
  private static final SharedKey<RemoteZones> ZONES = new SharedKey<>("zones", "");
  private static final SharedKey<Records<Patch>> DIVIDED =
      new SharedKey<>("patches of land, divided", "");
  private static final SharedKey<Records<Patch>> PATCHES = new SharedKey<>("patches of land", "");
  private final List<RemoteSource> sources;

  public RemoteIntake(List<RemoteSource> sources) {
    this.sources = List.copyOf(sources);
  }

  List<RemoteSource> sources() {
    return sources;
  }

  /** Whether there are sources of a group. */
  public boolean has(Group group) {
    return sources.stream().anyMatch(s -> s.family().group() == group);
  }

  /** The sources of some groups, then those of the outlines by which their rows are placed. */
  List<RemoteSource> behind(List<Group> groups) {
    List<RemoteSource> out =
        new ArrayList<>(sources.stream().filter(s -> groups.contains(s.family().group())).toList());
    if (out.stream().anyMatch(RemoteSource::isPlaced) && !groups.contains(Group.PLACE)) {
      sources.stream().filter(s -> s.family().group() == Group.PLACE).forEach(out::add);
    }
    return out;
  }

  /** The tables of the rows of some groups, where there are sources of them. */
  List<TableName> tables(Group... groups) {
    return Arrays.stream(groups).filter(this::has).map(RemoteIntake::table).toList();
  }

  private static TableName table(Group group) {
    return switch (group) {
      case OCCUPANCY -> OccupancyArea.TABLE;
      case STREET -> StreetViewPoint.TABLE;
      case LAND -> LandPatch.TABLE;
      case GRID -> RasterSum.TABLE;
      case PLACE -> ZonePolygon.TABLE;
    };
  }

  /** The files of sources that are taken in: grids are read where they lie. */
  static List<SourceSpec> files(List<RemoteSource> sources) {
    return sources.stream()
        .filter(s -> s.family().group() != Group.GRID)
        .map(RemoteSource::files)
        .toList();
  }

  /** Whether there are sources of a group whose rows are placed by their geometry. */
  private boolean hasPlaced(Group group) {
    return sources.stream().anyMatch(s -> s.family().group() == group && s.isPlaced());
  }

  /**
   * The judged rows of a group, shared by the steps that store them. Patches of land have no unit
   * before they are divided: see {@link #parts}.
   */
  Records<RemoteObservation> judged(Group group, Inputs inputs) {
    return switch (group) {
      case LAND -> patches(inputs).map(Patch::row);
      case PLACE -> LocalRecords.of(zones(inputs).rows());
      default ->
          inputs.shared(
              new SharedKey<Records<RemoteObservation>>("remote " + group, ""),
              () -> placed(group, inputs).kept());
    };
  }

  /** The sound ones. */
  Records<RemoteObservation> sound(Group group, Inputs inputs) {
    return judged(group, inputs).where(RemoteObservation::isSound);
  }

  /** The division of units into zones. */
  RemoteZones zones(Inputs inputs) {
    return inputs.shared(
        ZONES,
        () ->
            RemoteZones.of(
                read(Group.PLACE, inputs).list(),
                sources.stream().filter(RemoteSource::isInParts).map(RemoteSource::id).toList()));
  }

  /** The pieces of sound patches of land; what of them lies outside all units is one too. */
  Records<PatchPart> parts(Inputs inputs) {
    return patches(inputs)
        .where(patch -> patch.row().isSound())
        .flatMap(
            patch ->
                patch.pieces().stream().map((PatchPiece p) -> new PatchPart(patch, p)).iterator());
  }

  private Records<Patch> patches(Inputs inputs) {
    return inputs.shared(
        PATCHES, () -> RemotePatches.apart(inputs.shared(DIVIDED, () -> divided(inputs).kept())));
  }

  private Records<Patch> divided(Inputs inputs) {
    return RemotePatches.divided(read(Group.LAND, inputs), zonesFor(Group.LAND, inputs).index());
  }

  private Records<RemoteObservation> placed(Group group, Inputs inputs) {
    return RemotePoints.of(read(group, inputs), zonesFor(group, inputs).index());
  }

  /** The zones where rows of a group are placed by them; else none. */
  private RemoteZones zonesFor(Group group, Inputs inputs) {
    return hasPlaced(group) ? zones(inputs) : RemoteZones.of(List.of(), List.of());
  }

  /** Rows judged by themselves; those that carry their unit have one. */
  private Records<RemoteObservation> read(Group group, Inputs inputs) {
    return sources.stream()
        .filter(s -> s.family().group() == group)
        .map(s -> RemoteRows.of(s, inputs))
        .reduce(Records::and)
        .orElseGet(LocalRecords::none);
  }
}
