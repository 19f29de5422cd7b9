package org.renxing.geo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;

/** Pieces of units by place, prepared for many questions; for one thread. */
final class ZoneIndex {
  private final List<ZonePiece> pieces;
  private final List<Optional<PreparedGeometry>> prepared = new ArrayList<>();
  private final STRtree tree = new STRtree();

  ZoneIndex(List<ZonePiece> pieces) {
    this.pieces = pieces;
    for (int i = 0; i < pieces.size(); i++) {
      prepared.add(Optional.empty());
      tree.insert(pieces.get(i).plane().getEnvelopeInternal(), i);
    }
  }

  /** Numbers of the pieces whose box meets that of a geometry, in order. */
  int[] near(Geometry geometry) {
    return ((List<?>) tree.query(geometry.getEnvelopeInternal()))
        .stream().mapToInt(i -> (Integer) i).sorted().toArray();
  }

  ZonePiece piece(int i) {
    return pieces.get(i);
  }

  /** Whether a piece covers a geometry, its border counted in. */
  boolean covers(int i, Geometry geometry) {
    return prepared(i).covers(geometry);
  }

  /** Whether a piece and a geometry have a place in common. */
  boolean meets(int i, Geometry geometry) {
    return prepared(i).intersects(geometry);
  }

  private PreparedGeometry prepared(int i) {
    if (prepared.get(i).isEmpty()) {
      prepared.set(i, Optional.of(PreparedGeometryFactory.prepare(pieces.get(i).plane())));
    }
    return prepared.get(i).orElseThrow();
  }
}
