package org.renxing.jobs.silver.remote;

import java.io.Serializable;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.renxing.numerics.ExactSums;
import org.renxing.records.Accumulator;
import org.renxing.records.Fields;
import org.renxing.records.TableRecords;

/** The areas of patches of land, by source. */
final class PatchAreas implements Accumulator<PatchAreas.Area, PatchAreas> {
  private static final long serialVersionUID = 1L;

  /** The stored pieces of patches. */
  static final TableRecords<Piece> PIECES =
      TableRecords.of(
          LandPatch.TABLE,
          List.of("source_id", "family", "patch_id", "year", "area_km2", "patch_area_km2"),
          PatchAreas::piece);

  private final TreeMap<String, Parts> bySource = new TreeMap<>();

  /** A piece of a patch, which its text names. */
  record Piece(String source, String patch, double areaKm2, double patchAreaKm2)
      implements Serializable {
    private static final long serialVersionUID = 1L;
  }

  /** The area of a patch, or of what of one lies outside all units. */
  record Area(String source, long patches, double whole, double placed, double outside)
      implements Serializable {
    private static final long serialVersionUID = 1L;
  }

  /** Areas in km2 of all patches of a source: whole, within units, outside. */
  record Sum(long patches, double whole, double placed, double outside) {}

  /** Sums while they are made. */
  private static final class Parts implements Serializable {
    private static final long serialVersionUID = 1L;
    private final ExactSums areas = ExactSums.wide(3);
    private long patches;

    private void merge(Parts other) {
      areas.merge(other.areas);
      patches += other.patches;
    }
  }

  private static Piece piece(Fields row) {
    String source = row.text("source_id");
    String patch =
        String.join(
            "\n",
            source,
            row.text("family"),
            row.text("patch_id"),
            Integer.toString(row.whole("year")));
    return new Piece(source, patch, row.number("area_km2"), row.number("patch_area_km2"));
  }

  /** A patch of its pieces within units. */
  static Iterator<Area> whole(List<Piece> pieces) {
    double placed = ExactSums.of(pieces.stream().mapToDouble(Piece::areaKm2).toArray());
    double whole = pieces.stream().mapToDouble(Piece::patchAreaKm2).max().orElseThrow();
    return List.of(new Area(pieces.get(0).source(), 1, whole, placed, 0)).iterator();
  }

  /** What of a patch lies outside all units. */
  static Area outside(String source, double areaKm2) {
    return new Area(source, 0, 0, 0, areaKm2);
  }

  @Override
  public void add(Area area) {
    Parts parts = bySource.computeIfAbsent(area.source(), s -> new Parts());
    parts.patches += area.patches();
    parts.areas.add(0, area.whole());
    parts.areas.add(1, area.placed());
    parts.areas.add(2, area.outside());
  }

  @Override
  public void merge(PatchAreas other) {
    other.bySource.forEach(
        (source, parts) -> bySource.computeIfAbsent(source, s -> new Parts()).merge(parts));
  }

  Map<String, Sum> sums() {
    Map<String, Sum> out = new TreeMap<>();
    bySource.forEach(
        (source, parts) ->
            out.put(
                source,
                new Sum(
                    parts.patches,
                    parts.areas.total(0),
                    parts.areas.total(1),
                    parts.areas.total(2))));
    return out;
  }
}
