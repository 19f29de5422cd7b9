package org.renxing.geo;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.algorithm.locate.PointOnGeometryLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Pieces of units by place, prepared for many questions. The pieces are those of {@link ZoneMap}:
 * no two share more than borders, and shared borders have the same corners. Only the pieces travel
 * between machines; each prepares them for itself.
 */
public final class ZoneIndex implements Serializable {
  private static final long serialVersionUID = 1L;
  private final ArrayList<ZonePiece> pieces;
  private transient Optional<Prepared> prepared;

  /** An index of pieces, in any order. */
  public ZoneIndex(List<ZonePiece> pieces) {
    this.pieces = new ArrayList<>(pieces.stream().sorted(ZonePiece.ORDER).toList());
  }

  /**
   * The piece of a place, so that each place counts once: the piece within which it lies; on a
   * border, or where several pieces meet, the lowest of them by unit, then zone. Places are put on
   * the grid of {@link EqualArea}, as borders are.
   *
   * @return empty outside all pieces
   */
  public Optional<ZonePiece> find(double lon, double lat) {
    Coordinate at =
        new Coordinate(EqualArea.onGrid(EqualArea.x(lon)), EqualArea.onGrid(EqualArea.y(lat)));
    Optional<ZonePiece> lowest = Optional.empty();
    for (int i : near(new Envelope(at))) {
      int where = prepared().locator(i).locate(at);
      if (where == Location.INTERIOR) {
        return Optional.of(pieces.get(i));
      }
      if (where == Location.BOUNDARY && lowest.isEmpty()) {
        lowest = Optional.of(pieces.get(i));
      }
    }
    return lowest;
  }

  /** Numbers of the pieces whose box meets another, in order. */
  int[] near(Envelope box) {
    return ((List<?>) prepared().tree.query(box))
        .stream().mapToInt(i -> (Integer) i).sorted().toArray();
  }

  ZonePiece piece(int i) {
    return pieces.get(i);
  }

  /** Whether a piece covers a geometry, its border counted in. */
  boolean covers(int i, Geometry geometry) {
    return prepared().geometry(i).covers(geometry);
  }

  /** Whether a piece and a geometry have a place in common. */
  boolean meets(int i, Geometry geometry) {
    return prepared().geometry(i).intersects(geometry);
  }

  @SuppressWarnings("OptionalAssignedToNull") // transient: null where it came from elsewhere
  private synchronized Prepared prepared() {
    if (prepared == null || prepared.isEmpty()) {
      prepared = Optional.of(new Prepared(pieces));
    }
    return prepared.get();
  }

  /** What is asked of pieces, made when it is first asked for. */
  private static final class Prepared {
    private final List<ZonePiece> pieces;
    private final List<Optional<PreparedGeometry>> geometries = new ArrayList<>();
    private final List<Optional<PointOnGeometryLocator>> locators = new ArrayList<>();
    private final STRtree tree = new STRtree();

    private Prepared(List<ZonePiece> pieces) {
      this.pieces = pieces;
      for (int i = 0; i < pieces.size(); i++) {
        geometries.add(Optional.empty());
        locators.add(Optional.empty());
        tree.insert(pieces.get(i).plane().getEnvelopeInternal(), i);
      }
      tree.build();
    }

    private synchronized PreparedGeometry geometry(int i) {
      if (geometries.get(i).isEmpty()) {
        geometries.set(i, Optional.of(PreparedGeometryFactory.prepare(pieces.get(i).plane())));
      }
      return geometries.get(i).orElseThrow();
    }

    private synchronized PointOnGeometryLocator locator(int i) {
      if (locators.get(i).isEmpty()) {
        locators.set(i, Optional.of(new IndexedPointInAreaLocator(pieces.get(i).plane())));
      }
      return locators.get(i).orElseThrow();
    }
  }
}
