package org.renxing.geo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.geom.Geometry;

/**
 * The division of units into zones, exact: every place of a unit is in one piece, and pieces that
 * share a border share its corners. Made once, in memory, from hundreds to thousands of areas.
 *
 * <p>All borders are laid over each other on the grid of {@link EqualArea}, and each face between
 * them is given to one piece, so that neither gaps nor overlaps arise from rounding.
 *
 * <ul>
 *   <li>A unit with an outline is its outline: its zones, and {@code other} for the rest. What of a
 *       zone sticks out of the outline is left out ({@code ZONE_OUTSIDE_UNIT}).
 *   <li>A unit without an outline is its zones.
 *   <li>Where zones of a unit overlap, the lowest name has the place ({@code ZONE_OVERLAP}).
 *   <li>A unit that overlaps an earlier one (by unit_id) by more than the tolerated share of the
 *       smaller is refused whole ({@code UNIT_OVERLAP}); below it, the earlier has the place.
 *   <li>The names {@code other} and {@code all} are not for zones ({@code RESERVED_ZONE}).
 * </ul>
 *
 * @param defects what was wrong; those of zones only where more than the tolerated share of the
 *     zone is concerned
 */
public record ZoneMap(List<ZonePiece> pieces, List<Defect> defects) {
  /** The zone of what is in no zone. */
  public static final String OTHER = "other";

  /** Overlaps up to this share of the smaller area are a matter of drawing. */
  public static final double TOLERANCE = 1e-3;

  public ZoneMap {
    pieces = List.copyOf(pieces);
    defects = List.copyOf(defects);
  }

  /** What was wrong with an area of a unit. */
  public record Defect(String unitId, String zone, String code, String what) {}

  /** The division by areas, in any order; the zone is empty for a unit's outline. */
  public static ZoneMap of(List<ZonePiece> areas) {
    return of(areas.stream().sorted(ZonePiece.ORDER).toList(), TOLERANCE);
  }

  static ZoneMap of(List<ZonePiece> areas, double tolerance) {
    List<Defect> defects = new ArrayList<>();
    List<ZonePiece> named = new ArrayList<>();
    for (ZonePiece area : areas) {
      if (area.zone().equals(OTHER) || area.zone().equals("all")) {
        String what = "the name '" + area.zone() + "' is not for zones; rename it";
        defects.add(new Defect(area.unit(), area.zone(), "RESERVED_ZONE", what));
      } else {
        named.add(area);
      }
    }
    ZoneFaces faces = ZoneFaces.of(named);
    Set<String> refused = refused(named, faces, tolerance, defects);
    Map<ZonePiece, Double> overlapping = new HashMap<>();
    Map<ZonePiece, Double> outside = new HashMap<>();
    Map<String, Map<String, List<Geometry>>> parts = new TreeMap<>();
    for (ZoneFaces.Face face : faces.list()) {
      List<ZonePiece> here =
          face.areas().stream().filter(a -> !refused.contains(a.unit())).toList();
      owner(here, faces)
          .ifPresent(
              unit -> {
                String zone = zone(here, unit, face, overlapping);
                parts
                    .computeIfAbsent(unit, u -> new TreeMap<>())
                    .computeIfAbsent(zone, z -> new ArrayList<>())
                    .add(face.plane());
              });
      here.stream()
          .filter(a -> !a.zone().isEmpty() && faces.hasOutline(a.unit()))
          .filter(a -> here.stream().noneMatch(o -> isOutline(o, a.unit())))
          .forEach(a -> outside.merge(a, face.plane().getArea(), Double::sum));
    }
    report(outside, "ZONE_OUTSIDE_UNIT", "lie outside the unit's outline", tolerance, defects);
    report(overlapping, "ZONE_OVERLAP", "are of a zone with a lower name", tolerance, defects);
    return new ZoneMap(pieces(parts), defects);
  }

  private static boolean isOutline(ZonePiece area, String unit) {
    return area.zone().isEmpty() && area.unit().equals(unit);
  }

  /** The lowest unit that a face is of. */
  private static Optional<String> owner(List<ZonePiece> here, ZoneFaces faces) {
    return here.stream()
        .filter(a -> a.zone().isEmpty() || !faces.hasOutline(a.unit()))
        .map(ZonePiece::unit)
        .min(String::compareTo);
  }

  private static String zone(
      List<ZonePiece> here, String unit, ZoneFaces.Face face, Map<ZonePiece, Double> overlapping) {
    List<ZonePiece> zones =
        here.stream()
            .filter(a -> a.unit().equals(unit) && !a.zone().isEmpty())
            .sorted(ZonePiece.ORDER)
            .toList();
    if (zones.isEmpty()) {
      return OTHER;
    }
    String lowest = zones.get(0).zone();
    zones.stream()
        .filter(z -> !z.zone().equals(lowest))
        .forEach(z -> overlapping.merge(z, face.plane().getArea(), Double::sum));
    return lowest;
  }

  /** Units that overlap an earlier one that stands. */
  private static Set<String> refused(
      List<ZonePiece> areas, ZoneFaces faces, double tolerance, List<Defect> defects) {
    Map<String, Map<String, Double>> shared = new TreeMap<>();
    Map<String, Double> whole = new HashMap<>();
    for (ZoneFaces.Face face : faces.list()) {
      double area = face.plane().getArea();
      List<String> units = List.copyOf(face.units(faces));
      for (int i = 0; i < units.size(); i++) {
        whole.merge(units.get(i), area, Double::sum);
        for (int j = 0; j < i; j++) {
          shared
              .computeIfAbsent(units.get(i), u -> new TreeMap<>())
              .merge(units.get(j), area, Double::sum);
        }
      }
    }
    Set<String> out = new HashSet<>();
    for (String unit : new TreeSet<>(areas.stream().map(ZonePiece::unit).toList())) {
      shared
          .getOrDefault(unit, Map.of())
          .forEach(
              (earlier, area) -> {
                double smaller = Math.min(whole.get(unit), whole.get(earlier));
                if (!out.contains(earlier) && area > tolerance * smaller) {
                  out.add(unit);
                  defects.add(
                      new Defect(
                          unit,
                          "",
                          "UNIT_OVERLAP",
                          String.format(
                              Locale.ROOT,
                              "shares %.6g km2, %.3g of the smaller, with unit %s; the later is"
                                  + " refused: correct one of the outlines",
                              area,
                              area / smaller,
                              earlier)));
                }
              });
    }
    return out;
  }

  private static void report(
      Map<ZonePiece, Double> areas,
      String code,
      String what,
      double tolerance,
      List<Defect> defects) {
    areas.keySet().stream()
        .sorted(ZonePiece.ORDER)
        .filter(a -> areas.get(a) > tolerance * a.plane().getArea())
        .forEach(
            a ->
                defects.add(
                    new Defect(
                        a.unit(),
                        a.zone(),
                        code,
                        String.format(
                            Locale.ROOT,
                            "%.6g of its %.6g km2 %s",
                            areas.get(a),
                            a.plane().getArea(),
                            what))));
  }

  private static List<ZonePiece> pieces(Map<String, Map<String, List<Geometry>>> parts) {
    List<ZonePiece> out = new ArrayList<>();
    parts.forEach(
        (unit, zones) ->
            zones.forEach(
                (zone, faces) -> {
                  Geometry plane = CoverageUnion.union(faces.toArray(Geometry[]::new));
                  plane.normalize();
                  out.add(new ZonePiece(unit, zone, plane));
                }));
    return out;
  }
}
