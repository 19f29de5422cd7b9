package org.renxing.geo;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;
import org.renxing.numerics.CodePointOrder;
import org.renxing.records.Records;

/** Finds areas that lie over each other, and would be counted twice. */
public final class Overlaps {
  /** Overlaps up to this share of the smaller area are a matter of drawing. */
  private static final double TOLERANCE = 1e-6;

  /** Side in kilometres of the squares of the plane within which patches are compared. */
  private static final double SQUARE = 50;

  private Overlaps() {}

  /**
   * A patch of a group, such as a family and year, within which patches must not overlap.
   *
   * @param id names it in its group and orders it; two of one id are parts of one patch, and not
   *     compared
   * @param plane its area in the plane
   */
  public record Patch(String group, String id, Geometry plane) implements Serializable {
    private static final long serialVersionUID = 1L;
  }

  /**
   * A patch that overlaps an earlier one of its group.
   *
   * @param otherId the first such by id
   * @param sharedKm2 the area that it has in common with that one
   */
  public record Overlap(String group, String id, String otherId, double sharedKm2)
      implements Serializable {
    private static final long serialVersionUID = 1L;
  }

  /**
   * The patches that overlap an earlier one of their group by more than a millionth of the smaller
   * of the two, each once. Every earlier patch counts, one that overlaps a still earlier one too:
   * what remains does not overlap, whatever is left out with it.
   */
  public static Records<Overlap> of(Records<Patch> patches) {
    return patches
        .flatMap(patch -> squares(patch).iterator())
        .groupedBy(InSquare::square, (square, near) -> found(near))
        .groupedBy(o -> o.group() + "\n" + o.id(), (id, all) -> List.of(first(all)).iterator());
  }

  /** A patch in one of the squares that its box meets. */
  private record InSquare(String square, Patch patch) implements Serializable {
    private static final long serialVersionUID = 1L;
  }

  private static List<InSquare> squares(Patch patch) {
    Envelope box = patch.plane().getEnvelopeInternal();
    List<InSquare> out = new ArrayList<>();
    for (long x = square(box.getMinX()); x <= square(box.getMaxX()); x++) {
      for (long y = square(box.getMinY()); y <= square(box.getMaxY()); y++) {
        out.add(new InSquare(patch.group() + "\n" + x + " " + y, patch));
      }
    }
    return out;
  }

  private static long square(double kilometres) {
    return (long) Math.floor(kilometres / SQUARE);
  }

  /** The first overlap of each patch with one that lies near it. */
  private static Iterator<Overlap> found(List<InSquare> near) {
    STRtree tree = new STRtree();
    near.forEach(n -> tree.insert(n.patch().plane().getEnvelopeInternal(), n.patch()));
    Map<String, Overlap> out = new TreeMap<>();
    for (InSquare one : near) {
      Patch later = one.patch();
      PreparedGeometry area = PreparedGeometryFactory.prepare(later.plane());
      for (Object other : tree.query(later.plane().getEnvelopeInternal())) {
        Patch earlier = (Patch) other;
        if (order(earlier.id(), later.id()) < 0 && area.intersects(earlier.plane())) {
          double shared = Overlay.intersection(later.plane(), earlier.plane()).getArea();
          if (shared > TOLERANCE * Math.min(later.plane().getArea(), earlier.plane().getArea())) {
            Overlap overlap = new Overlap(later.group(), later.id(), earlier.id(), shared);
            out.merge(later.id(), overlap, (a, b) -> first(List.of(a, b)));
          }
        }
      }
    }
    return out.values().iterator();
  }

  private static Overlap first(List<Overlap> overlaps) {
    return overlaps.stream()
        .min(
            (a, b) -> {
              int byId = order(a.otherId(), b.otherId());
              return byId != 0 ? byId : Double.compare(a.sharedKm2(), b.sharedKm2());
            })
        .orElseThrow();
  }

  private static int order(String one, String other) {
    return CodePointOrder.ASCENDING.compare(one, other);
  }
}
