package org.renxing.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.renxing.testing.Frames.row;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.renxing.testing.Frames;

class SpatialJoinTest {
  /** Four units that meet in (1, 1); d has a hole with an island of e, and f lies apart in two. */
  private static final List<ZonePiece> PIECES =
      List.of(
          Shapes.piece("a", "old_town", Shapes.box(0, 0, 1, 1)),
          Shapes.piece("b", "other", Shapes.box(1, 0, 2, 1)),
          Shapes.piece("c", "other", Shapes.box(0, 1, 1, 2)),
          Shapes.piece(
              "d", "new_town", "POLYGON ((1 1, 5 1, 5 5, 1 5, 1 1), (2 2, 2 4, 4 4, 4 2, 2 2))"),
          Shapes.piece("e", "other", Shapes.box(2.5, 2.5, 3.5, 3.5)),
          Shapes.piece(
              "f", "other", "MULTIPOLYGON (((6 0, 7 0, 7 1, 6 0)), ((6 3, 7 3, 7 4, 6 4, 6 3)))"));

  private static Map<String, String> located(Dataset<Row> points) {
    Map<String, String> out = new TreeMap<>();
    for (Row row : points.collectAsList()) {
      String unit =
          row.isNullAt(row.fieldIndex("unit_id"))
              ? "-"
              : row.getAs("unit_id") + "/" + row.getAs("zone");
      assertThat(out.put(row.getAs("id"), unit))
          .as("point %s twice", row.<String>getAs("id"))
          .isNull();
    }
    return out;
  }

  @Test
  void eachPointIsCountedOnce() {
    List<Row> rows = new ArrayList<>();
    rows.add(row("within a", 0.5, 0.5));
    rows.add(row("border a b", 1.0, 0.5));
    rows.add(row("border b d", 1.5, 1.0));
    rows.add(row("border c d", 1.0, 1.5));
    rows.add(row("corner of four", 1.0, 1.0));
    rows.add(row("outer corner", 0.0, 0.0));
    rows.add(row("outer edge", 5.0, 2.2));
    rows.add(row("in the hole", 2.2, 3.0));
    rows.add(row("rim of the hole", 2.0, 3.0));
    rows.add(row("island", 3.0, 3.0));
    rows.add(row("edge of the island", 2.5, 3.0));
    rows.add(row("first part", 6.9, 0.5));
    rows.add(row("second part", 6.5, 3.5));
    rows.add(row("between the parts", 6.5, 2.0));
    rows.add(row("outside", -0.1, 0.5));
    rows.add(row("nowhere", null, null));
    Dataset<Row> points = Frames.of("id string, lon double, lat double", rows);
    Dataset<Row> joined = SpatialJoin.points(points.repartition(3), PIECES);
    assertThat(joined.columns()).containsExactly("id", "lon", "lat", "unit_id", "zone");
    assertThat(joined.queryExecution().executedPlan().toString())
        .contains("BroadcastIndexJoin")
        .doesNotContain("BroadcastNestedLoop", "CartesianProduct");
    assertThat(located(joined))
        .containsEntry("within a", "a/old_town")
        .containsEntry("border a b", "a/old_town")
        .containsEntry("border b d", "b/other")
        .containsEntry("border c d", "c/other")
        .containsEntry("corner of four", "a/old_town")
        .containsEntry("outer corner", "a/old_town")
        .containsEntry("outer edge", "d/new_town")
        .containsEntry("in the hole", "-")
        .containsEntry("rim of the hole", "d/new_town")
        .containsEntry("island", "e/other")
        .containsEntry("edge of the island", "e/other")
        .containsEntry("first part", "f/other")
        .containsEntry("second part", "f/other")
        .containsEntry("between the parts", "-")
        .containsEntry("outside", "-")
        .containsEntry("nowhere", "-")
        .hasSize(rows.size());
  }

  /** Area of the pieces by patch and place; main pieces end in an asterisk. */
  private static Map<String, Double> split(Dataset<Row> pieces) {
    Map<String, Double> out = new TreeMap<>();
    for (Row row : pieces.collectAsList()) {
      boolean isOutside = row.isNullAt(row.fieldIndex("unit_id"));
      String place = isOutside ? "-" : row.getAs("unit_id") + "/" + row.getAs("zone");
      String key = row.getAs("id") + " " + place + (row.<Boolean>getAs("is_main_piece") ? "*" : "");
      assertThat(out.put(key, row.getAs("area_km2"))).as(key).isNull();
    }
    return out;
  }

  private static Row patch(String id, String wkt) {
    Geometry plane = EqualArea.project(Shapes.degrees(wkt));
    return row(id, GeometryReading.bytes(plane), plane.getArea());
  }

  @Test
  void patchesAreSplitAtBordersAndKeepTheirArea() {
    List<Row> rows =
        List.of(
            patch("within", Shapes.box(0.2, 0.2, 0.3, 0.3)),
            patch("whole", Shapes.box(0, 0, 1, 1)),
            patch("corner", Shapes.box(0.5, 0.5, 1.5, 1.5)),
            patch("over the hole", Shapes.box(1.5, 2.2, 4.5, 2.4)),
            patch(
                "hole",
                "POLYGON ((0.2 0.2, 1.8 0.2, 1.8 0.8, 0.2 0.8, 0.2 0.2), (0.9 0.4, 1.1 0.4, 1.1 0.6, 0.9 0.6, 0.9 0.4))"),
            patch("along", Shapes.box(1, 0, 1.1, 0.5)),
            patch("outside", Shapes.box(-2, -2, -1, -1)),
            patch(
                "two parts",
                "MULTIPOLYGON (((0.1 0.1, 0.2 0.1, 0.2 0.2, 0.1 0.1)), ((6.5 3.1, 6.6 3.1, 6.6 3.2, 6.5 3.1)))"));
    Dataset<Row> patches =
        Frames.of("id string, geometry binary, area_km2 double", rows).repartition(3);
    Dataset<Row> joined = SpatialJoin.patches(patches, PIECES);
    Map<String, Double> split = split(joined);
    assertThat(split)
        .containsOnlyKeys(
            "within a/old_town*",
            "whole a/old_town*",
            "corner a/old_town*",
            "corner b/other*",
            "corner c/other*",
            "corner d/new_town*",
            "over the hole d/new_town*",
            "over the hole -",
            "hole a/old_town*",
            "hole b/other*",
            "along b/other*",
            "outside -",
            "two parts a/old_town*",
            "two parts f/other*");
    Percentage exact = Percentage.withPercentage(1e-7);
    assertThat(split.get("corner b/other*")).isCloseTo(EqualArea.cell(1, 0.5, 1.5, 1), exact);
    assertThat(split.get("over the hole -")).isCloseTo(EqualArea.cell(2, 2.2, 4, 2.4), exact);
    assertThat(split.get("hole a/old_town*"))
        .isCloseTo(EqualArea.cell(0.2, 0.2, 1, 0.8) - EqualArea.cell(0.9, 0.4, 1, 0.6), exact);
    for (Row row : rows) {
      double sum =
          split.entrySet().stream()
              .filter(e -> e.getKey().startsWith(row.getString(0) + " "))
              .mapToDouble(Map.Entry::getValue)
              .sum();
      assertThat(sum).isCloseTo(row.getDouble(2), exact);
    }
    assertThat(joined.columns()).contains("patch_area_km2");
  }

  @Test
  void theMainPieceIsTheLargestOfItsUnit() {
    List<ZonePiece> two =
        List.of(
            Shapes.piece("a", "new_town", Shapes.box(0, 0, 1, 1)),
            Shapes.piece("a", "old_town", Shapes.box(1, 0, 2, 1)),
            Shapes.piece("b", "other", Shapes.box(2, 0, 3, 1)));
    Dataset<Row> patches =
        Frames.of(
            "id string, geometry binary, area_km2 double",
            patch("more old", Shapes.box(0.9, 0.2, 2.5, 0.4)),
            patch("equal", Shapes.box(0.5, 0.2, 1.5, 0.4)));
    assertThat(split(SpatialJoin.patches(patches, two)))
        .containsOnlyKeys(
            "more old a/new_town",
            "more old a/old_town*",
            "more old b/other*",
            "equal a/new_town*",
            "equal a/old_town");
  }

  @Test
  void overlapsNameTheEarlierPatch() {
    List<Row> rows = new ArrayList<>();
    String[][] patches = {
      {"p1", Shapes.box(110, 30, 110.1, 30.1)},
      {"p2", Shapes.box(110, 30, 110.1, 30.1)},
      {"p3", Shapes.box(110.1, 30, 110.2, 30.1)},
      {"p4", Shapes.box(110.15, 30.05, 110.3, 30.3)},
      {"p5", Shapes.box(111, 30, 111.1, 30.1)}
    };
    for (String[] patch : patches) {
      Row read = patch(patch[0], patch[1]);
      rows.add(row("vacant", 2020, patch[0], read.get(1)));
      rows.add(row(patch[0].equals("p2") ? "low" : "vacant", 2021, patch[0], read.get(1)));
    }
    Dataset<Row> frame = Frames.of("family string, year int, id string, geometry binary", rows);
    Map<String, Row> found =
        Frames.by(Overlaps.of(frame, List.of("family", "year"), "id"), "family", "year", "id");
    assertThat(found).containsOnlyKeys("vacant/2020/p2", "vacant/2020/p4", "vacant/2021/p4");
    assertThat(found.get("vacant/2020/p2").<String>getAs("other_id")).isEqualTo("p1");
    assertThat(found.get("vacant/2020/p4").<String>getAs("other_id")).isEqualTo("p3");
    assertThat(found.get("vacant/2021/p4").<Double>getAs("overlap_km2"))
        .isCloseTo(EqualArea.cell(110.15, 30.05, 110.2, 30.1), Percentage.withPercentage(1e-6));
  }

  @Test
  void noZonesLocateNothingAndNoPointsGiveNone() {
    Dataset<Row> one = Frames.of("id string, lon double, lat double", row("p", 0.5, 0.5));
    assertThat(located(SpatialJoin.points(one, List.of()))).containsEntry("p", "-");
    assertThat(located(SpatialJoin.points(one.limit(0), PIECES))).isEmpty();
    Dataset<Row> patch =
        Frames.of(
            "id string, geometry binary, area_km2 double", patch("a", Shapes.box(0, 0, 1, 1)));
    assertThat(split(SpatialJoin.patches(patch, List.of()))).containsOnlyKeys("a -");
  }

  /** Frames whose size Spark does not know are joined in partitions of space. */
  @Test
  void fewPatchesOfUnknownSizeAreCompared() {
    List<Row> rows = new ArrayList<>();
    for (String id : List.of("a", "b", "c")) {
      Row read = patch(id, Shapes.box(110, 30, 110.1, 30.1));
      rows.add(row(1, id, read.get(1)));
    }
    Dataset<Row> known = Frames.of("g int, id string, geometry binary", rows);
    Dataset<Row> frame = known.sparkSession().createDataFrame(known.javaRDD(), known.schema());
    Dataset<Row> found = Overlaps.of(frame, List.of("g"), "id");
    assertThat(found.queryExecution().executedPlan().toString()).contains("RangeJoin");
    assertThat(Frames.by(found, "id")).containsOnlyKeys("b", "c");
    assertThat(Overlaps.of(frame.where("id = 'a'"), List.of("g"), "id").collectAsList()).isEmpty();
    assertThat(Overlaps.of(frame.where("id = 'x'"), List.of("g"), "id").collectAsList()).isEmpty();
  }
}
