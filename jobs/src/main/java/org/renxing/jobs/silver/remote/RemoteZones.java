package org.renxing.jobs.silver.remote;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.renxing.geo.ZoneIndex;
import org.renxing.geo.ZoneMap;
import org.renxing.geo.ZonePiece;
import org.renxing.jobs.silver.Reason;

/**
 * Outlines of units and of their zones, and the division that they make.
 *
 * @param rows what is refused by the division is faulty
 */
record RemoteZones(List<RemoteObservation> rows, ZoneMap map, ZoneIndex index) {
  /** Defects for which an outline is not used at all; of others a part is. */
  private static final Set<String> FATAL = Set.of("UNIT_OVERLAP", "RESERVED_ZONE");

  RemoteZones {
    rows = List.copyOf(rows);
  }

  /**
   * The division by rows that are judged by themselves.
   *
   * @param inParts ids of sources whose outlines come in parts
   */
  static RemoteZones of(Collection<RemoteObservation> read, Collection<String> inParts) {
    List<RemoteObservation> judged = OutlineCopies.judge(read, inParts);
    ZoneMap map =
        ZoneMap.of(
            judged.stream()
                .filter(RemoteObservation::isSound)
                .map(row -> new ZonePiece(row.unit(), row.zone(), row.place().plane()))
                .toList());
    return new RemoteZones(
        judged.stream().map(row -> refused(row, map)).toList(), map, new ZoneIndex(map.pieces()));
  }

  private static RemoteObservation refused(RemoteObservation row, ZoneMap map) {
    return map.defects().stream()
        .filter(defect -> FATAL.contains(defect.code()))
        .filter(defect -> defect.unitId().equals(row.unit()))
        .filter(defect -> defect.zone().isEmpty() || defect.zone().equals(row.zone()))
        .findFirst()
        .map(defect -> row.or(new Reason(defect.code(), defect.what())))
        .orElse(row);
  }

  /** The areas of zones in km2, by unit, line break and zone. */
  Map<String, Double> areas() {
    Map<String, Double> out = new HashMap<>();
    map.pieces().forEach(p -> out.put(p.unit() + "\n" + p.zone(), p.areaKm2()));
    return out;
  }

  /** What was left out of a zone; empty for nothing. */
  String remark(ZonePiece piece) {
    return map.defects().stream()
        .filter(d -> d.unitId().equals(piece.unit()) && d.zone().equals(piece.zone()))
        .findFirst()
        .map(d -> d.code() + ": " + d.what())
        .orElse("");
  }
}
