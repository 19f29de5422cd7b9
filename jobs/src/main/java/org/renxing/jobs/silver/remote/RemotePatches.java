package org.renxing.jobs.silver.remote;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.renxing.geo.Overlaps;
import org.renxing.geo.PatchPiece;
import org.renxing.geo.PatchPieces;
import org.renxing.geo.ZoneIndex;
import org.renxing.jobs.silver.Reason;
import org.renxing.model.RemoteFamily;
import org.renxing.records.Records;

/** Rows that are areas: overlaps, and the pieces into which borders divide them. */
final class RemotePatches {
  private RemotePatches() {}

  /**
   * The patches that rows are, divided; one without area, and one outside all units is faulty.
   *
   * @param zones by which those are placed that do not say their unit
   */
  static Records<Patch> divided(Records<RemoteObservation> rows, ZoneIndex zones) {
    return rows.map(row -> divided(Patch.of(named(row)), zones));
  }

  /**
   * The same patches; of those that overlap, all but the first by name are faulty.
   *
   * @param divided kept, since they are asked for twice
   */
  static Records<Patch> apart(Records<Patch> divided) {
    HashMap<String, String> earlier = new HashMap<>();
    Overlaps.of(
            divided
                .where(p -> p.row().isSound() && p.row().place().isArea())
                .map(p -> new Overlaps.Patch(p.group(), p.name(), p.row().place().plane())))
        .list()
        .forEach(o -> earlier.put(o.group() + "\n" + o.id(), o.otherId()));
    return earlier.isEmpty() ? divided : divided.map(patch -> apart(patch, earlier));
  }

  /** Whatever the case of its letters, a pit is a pit. */
  private static RemoteObservation named(RemoteObservation row) {
    return row.family() == RemoteFamily.SUBSIDENCE
        ? row.of(row.kind().toLowerCase(Locale.ROOT))
        : row;
  }

  private static Patch divided(Patch patch, ZoneIndex zones) {
    if (!patch.row().isSound()) {
      return patch;
    }
    if (patch.row().isCarried()) {
      return patch.in(
          List.of(
              new PatchPiece(
                  patch.row().unit(), patch.row().zoneOrOther(), patch.areaKm2(), true)));
    }
    List<PatchPiece> pieces =
        patch.row().place().isArea()
            ? PatchPieces.split(patch.row().place().plane(), zones)
            : List.of();
    return pieces.stream().allMatch(PatchPiece::isOutside)
        ? patch.or(new Reason("OUTSIDE_UNITS", "lies outside the outlines of all units"))
        : patch.in(pieces);
  }

  private static Patch apart(Patch patch, Map<String, String> earlier) {
    String other = earlier.getOrDefault(patch.group() + "\n" + patch.name(), "");
    return other.isEmpty() || !patch.row().isSound()
        ? patch
        : patch.or(new Reason("OVERLAP", "overlaps '" + other + "'"));
  }
}
