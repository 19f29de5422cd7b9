package org.renxing.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.renxing.testing.Frames.row;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
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
}
