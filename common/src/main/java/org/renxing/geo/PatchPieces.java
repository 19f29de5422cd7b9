package org.renxing.geo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;

/**
 * Splits patches at the borders of units and zones. What lies outside all units is one more piece,
 * so the pieces of a patch have its area (to rounding, some 1e-12 of it). A piece below 1e-7 of its
 * patch is how borders were drawn and no piece: it is counted to the largest.
 */
public final class PatchPieces {
  /** Share of a patch below which a piece is no more than the drawing of borders. */
  private static final double NEGLIGIBLE = 1e-7;

  /** Areas closer than this are equal. */
  private static final double EQUAL = 1 + 1e-9;

  private PatchPieces() {}

  /**
   * The pieces of a patch, in the order of units and zones; what lies outside comes last.
   *
   * @param patch an area in the plane, sound as {@link GeometryIntake} says
   */
  public static List<PatchPiece> split(Geometry patch, ZoneIndex index) {
    List<PatchPiece> out = new ArrayList<>();
    List<Geometry> met = new ArrayList<>();
    for (int i : index.near(patch.getEnvelopeInternal())) {
      ZonePiece piece = index.piece(i);
      if (index.covers(i, patch)) {
        return List.of(new PatchPiece(piece.unit(), piece.zone(), patch.getArea(), true));
      }
      if (index.meets(i, patch)) {
        met.add(piece.plane());
        double area = Overlay.intersection(patch, piece.plane()).getArea();
        out.add(new PatchPiece(piece.unit(), piece.zone(), area, false));
      }
    }
    out.add(new PatchPiece("", "", Overlay.outside(patch, met).getArea(), false));
    return withMain(withoutSlivers(out, patch.getArea() * NEGLIGIBLE));
  }

  /** Slivers are counted to the largest part, so that the area stays. */
  private static List<PatchPiece> withoutSlivers(List<PatchPiece> parts, double least) {
    double slivers = parts.stream().mapToDouble(PatchPiece::areaKm2).filter(a -> a < least).sum();
    List<PatchPiece> out =
        new ArrayList<>(parts.stream().filter(p -> p.areaKm2() >= least).toList());
    int largest = 0;
    for (int i = 1; i < out.size(); i++) {
      largest = out.get(i).areaKm2() > out.get(largest).areaKm2() ? i : largest;
    }
    PatchPiece most = out.get(largest);
    out.set(largest, new PatchPiece(most.unit(), most.zone(), most.areaKm2() + slivers, false));
    return out;
  }

  private static List<PatchPiece> withMain(List<PatchPiece> parts) {
    Map<String, PatchPiece> main = new HashMap<>();
    for (PatchPiece part : parts) {
      if (!part.isOutside()) {
        main.merge(part.unit(), part, (a, b) -> b.areaKm2() > a.areaKm2() * EQUAL ? b : a);
      }
    }
    return parts.stream()
        .map(p -> new PatchPiece(p.unit(), p.zone(), p.areaKm2(), p.equals(main.get(p.unit()))))
        .toList();
  }
}
