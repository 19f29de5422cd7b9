package org.renxing.geo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.assertj.core.data.Percentage;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * Random divisions of a box into quadrilaterals with corners moved about, and what lies in them.
 */
class GridPartitionTest {
  private static final double WEST = 110;
  private static final double SOUTH = 30;
  private static final int CELLS = 4;
  private static final Percentage EXACT = Percentage.withPercentage(1e-7);

  /** The corners of the cells; those of the outer box stay. */
  private static double[][][] corners(Random random) {
    double[][][] out = new double[CELLS + 1][CELLS + 1][];
    for (int i = 0; i <= CELLS; i++) {
      for (int j = 0; j <= CELLS; j++) {
        boolean isInner = i > 0 && i < CELLS && j > 0 && j < CELLS;
        double shift = isInner ? 0.4 : 0;
        out[i][j] =
            new double[] {
              WEST + i + shift * (random.nextDouble() - 0.5),
              SOUTH + j + shift * (random.nextDouble() - 0.5)
            };
      }
    }
    return out;
  }

  private static ZoneMap map(double[][][] corners) {
    List<ZonePiece> areas = new ArrayList<>();
    for (int i = 0; i < CELLS; i++) {
      for (int j = 0; j < CELLS; j++) {
        areas.add(
            Shapes.piece(
                "u" + i,
                j == 0 ? "old_town" : "z" + j,
                ring(corners[i][j], corners[i + 1][j], corners[i + 1][j + 1], corners[i][j + 1])));
      }
    }
    ZoneMap map = ZoneMap.of(areas, ZoneMap.TOLERANCE);
    assertThat(map.defects()).isEmpty();
    assertThat(map.pieces()).hasSize(CELLS * CELLS);
    return map;
  }

  private static String ring(double[]... places) {
    StringBuilder text = new StringBuilder("POLYGON ((");
    for (int i = 0; i <= places.length; i++) {
      double[] place = places[i % places.length];
      text.append(i == 0 ? "" : ", ").append(place[0]).append(' ').append(place[1]);
    }
    return text.append("))").toString();
  }

  /** A point with a name. */
  private record Spot(String id, double lon, double lat) {}

  /** In the box, at corners, on the middle of sides and outside. */
  private static List<Spot> places(Random random, double[][][] corners) {
    List<Spot> out = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      double lon = WEST + random.nextDouble() * CELLS;
      out.add(new Spot("in" + i, lon, SOUTH + random.nextDouble() * CELLS));
    }
    for (double[][] line : corners) {
      for (double[] corner : line) {
        out.add(new Spot("in corner" + out.size(), corner[0], corner[1]));
      }
    }
    for (int i = 0; i < CELLS; i++) {
      out.add(new Spot("in side" + i, WEST + i + 0.5, SOUTH));
      out.add(new Spot("out" + i, WEST + i, SOUTH - 1e-6));
    }
    return out;
  }

  @Property(tries = 20)
  void eachPointIsInOnePieceWhateverTheOrderOfPieces(@ForAll long seed) {
    Random random = new Random(seed);
    double[][][] corners = corners(random);
    List<ZonePiece> pieces = new ArrayList<>(map(corners).pieces());
    List<Spot> places = places(random, corners);
    Map<String, String> found = located(places, pieces);
    Collections.shuffle(pieces, random);
    assertThat(located(places, pieces)).isEqualTo(found).hasSize(places.size());
    found.forEach(
        (id, place) -> assertThat(place.equals("-")).as(id).isEqualTo(id.startsWith("out")));
    Spot corner = places.get(300 + CELLS + 2);
    assertThat(found.get(corner.id())).as("four cells meet").isEqualTo("u0/old_town");
  }

  private static Map<String, String> located(List<Spot> places, List<ZonePiece> pieces) {
    ZoneIndex index = new ZoneIndex(pieces);
    Map<String, String> out = new TreeMap<>();
    for (Spot spot : places) {
      String place =
          index.find(spot.lon(), spot.lat()).map(p -> p.unit() + "/" + p.zone()).orElse("-");
      assertThat(out.put(spot.id(), place)).isNull();
    }
    return out;
  }

  @Property(tries = 30)
  void areasOfParcelsAreKept(@ForAll long seed) {
    Random random = new Random(seed);
    ZoneIndex index = new ZoneIndex(map(corners(random)).pieces());
    for (int i = 0; i < 50; i++) {
      double size = Math.pow(10, -4 + 5 * random.nextDouble());
      Geometry parcel = parcel(random, size);
      List<PatchPiece> parts = PatchPieces.split(parcel, index);
      double sum = parts.stream().mapToDouble(PatchPiece::areaKm2).sum();
      assertThat(sum).isCloseTo(parcel.getArea(), EXACT);
      assertThat(parts.stream().map(p -> p.unit() + "/" + p.zone())).doesNotHaveDuplicates();
    }
  }

  /** A star of random rays, some of it out of the box. */
  private static Geometry parcel(Random random, double size) {
    double lon = WEST + random.nextDouble() * CELLS;
    double lat = SOUTH + random.nextDouble() * CELLS;
    int n = 3 + random.nextInt(20);
    Coordinate[] ring = new Coordinate[n + 1];
    for (int i = 0; i < n; i++) {
      double ray = size * (0.3 + random.nextDouble());
      double angle = 2 * Math.PI * i / n;
      ring[i] = new Coordinate(lon + ray * Math.cos(angle), lat + ray * Math.sin(angle));
    }
    ring[n] = ring[0].copy();
    return EqualArea.project(new GeometryFactory().createPolygon(ring));
  }
}
