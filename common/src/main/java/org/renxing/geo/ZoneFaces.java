package org.renxing.geo;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.algorithm.locate.PointOnGeometryLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.overlayng.UnaryUnionNG;
import org.locationtech.jts.operation.polygonize.Polygonizer;

/**
 * The faces into which the borders of areas divide the plane, all borders put on the grid of {@link
 * EqualArea} together, and the areas that each face is in.
 */
final class ZoneFaces {
  private final List<Face> faces;
  private final Set<String> outlined;

  private ZoneFaces(List<Face> faces, Set<String> outlined) {
    this.faces = faces;
    this.outlined = outlined;
  }

  /**
   * A face.
   *
   * @param areas in which it lies
   */
  record Face(Polygon plane, List<ZonePiece> areas) {
    /** Units that it is of, by outline or, where they have none, by zone. */
    Set<String> units(ZoneFaces faces) {
      Set<String> out = new TreeSet<>();
      for (ZonePiece area : areas) {
        if (area.zone().isEmpty() || !faces.hasOutline(area.unit())) {
          out.add(area.unit());
        }
      }
      return out;
    }
  }

  static ZoneFaces of(List<ZonePiece> areas) {
    Set<String> outlined = new HashSet<>();
    STRtree index = new STRtree();
    List<Geometry> borders = new ArrayList<>();
    for (ZonePiece area : areas) {
      if (area.zone().isEmpty()) {
        outlined.add(area.unit());
      }
      borders.add(area.plane().getBoundary());
      index.insert(area.plane().getEnvelopeInternal(), new Area(area));
    }
    List<Face> faces = new ArrayList<>();
    if (!borders.isEmpty()) {
      Polygonizer polygonizer = new Polygonizer();
      polygonizer.add(UnaryUnionNG.union(borders, new PrecisionModel(EqualArea.GRID)));
      for (Object face : (Collection<?>) polygonizer.getPolygons()) {
        Polygon plane = (Polygon) face;
        List<ZonePiece> here = around(plane.getInteriorPoint().getCoordinate(), index);
        if (!here.isEmpty()) {
          faces.add(new Face(plane, here));
        }
      }
    }
    return new ZoneFaces(faces, outlined);
  }

  private static List<ZonePiece> around(Coordinate place, STRtree index) {
    List<ZonePiece> out = new ArrayList<>();
    for (Object found : index.query(new Envelope(place))) {
      Area area = (Area) found;
      if (area.locator.locate(place) != Location.EXTERIOR) {
        out.add(area.piece);
      }
    }
    out.sort(ZonePiece.ORDER);
    return out;
  }

  List<Face> list() {
    return faces;
  }

  /** Whether a unit has an outline of its own. */
  boolean hasOutline(String unit) {
    return outlined.contains(unit);
  }

  /** An area, ready to say what lies in it. */
  private static final class Area {
    private final ZonePiece piece;
    private final PointOnGeometryLocator locator;

    Area(ZonePiece piece) {
      this.piece = piece;
      this.locator = new IndexedPointInAreaLocator(piece.plane());
    }
  }
}
