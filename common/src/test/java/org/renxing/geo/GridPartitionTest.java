package org.renxing.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.renxing.testing.Frames.row;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.assertj.core.data.Percentage;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.renxing.testing.Frames;

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

  /** In the box, at corners, on the middle of sides and outside. */
  private static List<Row> places(Random random, double[][][] corners) {
    List<Row> out = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      double lon = WEST + random.nextDouble() * CELLS;
      out.add(row("in" + i, lon, SOUTH + random.nextDouble() * CELLS));
    }
    for (double[][] line : corners) {
      for (double[] corner : line) {
        out.add(row("in corner" + out.size(), corner[0], corner[1]));
      }
    }
    for (int i = 0; i < CELLS; i++) {
      out.add(row("in side" + i, WEST + i + 0.5, SOUTH));
      out.add(row("out" + i, WEST + i, SOUTH - 1e-6));
    }
    return out;
  }

  @Property(tries = 3)
  void eachPointIsInOnePieceWhateverThePartitions(@ForAll long seed) {
    Random random = new Random(seed);
    double[][][] corners = corners(random);
    ZoneMap map = map(corners);
    List<Row> places = places(random, corners);
    Dataset<Row> frame = Frames.of("id string, lon double, lat double", places);
    List<Map<String, String>> found = new ArrayList<>();
    for (int partitions : new int[] {1, 3, 7}) {
      Map<String, String> located = new TreeMap<>();
      Dataset<Row> joined = SpatialJoin.points(frame.repartition(partitions), map.pieces());
      for (Row row : joined.collectAsList()) {
        String place = row.<String>getAs("unit_id") + "/" + row.<String>getAs("zone");
        assertThat(located.put(row.getAs("id"), place)).isNull();
      }
      found.add(located);
    }
    assertThat(found.get(0)).hasSize(places.size());
    assertThat(found.get(1)).isEqualTo(found.get(0));
    assertThat(found.get(2)).isEqualTo(found.get(0));
    found
        .get(0)
        .forEach(
            (id, place) ->
                assertThat(place.equals("null/null")).as(id).isEqualTo(id.startsWith("out")));
    Row corner = places.get(300 + CELLS + 2);
    assertThat(found.get(0).get(corner.getString(0)))
        .as("four cells meet")
        .isEqualTo("u0/old_town");
  }

  @Property(tries = 30)
  void areasOfParcelsAreKept(@ForAll long seed) {
    Random random = new Random(seed);
    ZoneIndex index = new ZoneIndex(map(corners(random)).pieces());
    for (int i = 0; i < 50; i++) {
      double size = Math.pow(10, -4 + 5 * random.nextDouble());
      Geometry parcel = parcel(random, size);
      List<PatchPieces.Part> parts = PatchPieces.split(parcel, index);
      double sum = parts.stream().mapToDouble(PatchPieces.Part::areaKm2).sum();
      assertThat(sum).isCloseTo(parcel.getArea(), EXACT);
      assertThat(parts.stream().map(PatchPieces.Part::piece)).doesNotHaveDuplicates();
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
