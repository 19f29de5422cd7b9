package org.renxing.geo;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;

/** Which pieces a piece gives its border to. */
final class LowerNeighbours {
  private LowerNeighbours() {}

  /** For each piece, in order, all earlier pieces that touch it, as one collection. */
  static List<Geometry> of(List<ZonePiece> ordered) {
    STRtree index = new STRtree();
    for (int i = 0; i < ordered.size(); i++) {
      index.insert(ordered.get(i).plane().getEnvelopeInternal(), i);
    }
    List<Geometry> out = new ArrayList<>();
    for (int i = 0; i < ordered.size(); i++) {
      out.add(lower(ordered, i, index));
    }
    return out;
  }

  private static Geometry lower(List<ZonePiece> ordered, int i, STRtree index) {
    Geometry plane = ordered.get(i).plane();
    PreparedGeometry prepared = PreparedGeometryFactory.prepare(plane);
    List<Geometry> touching = new ArrayList<>();
    for (Object found : index.query(plane.getEnvelopeInternal())) {
      int other = (Integer) found;
      if (other < i && prepared.intersects(ordered.get(other).plane())) {
        touching.add(ordered.get(other).plane());
      }
    }
    return new GeometryFactory().createGeometryCollection(touching.toArray(Geometry[]::new));
  }
}
