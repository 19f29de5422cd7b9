package org.renxing.geo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.lang3.SerializationUtils;
import org.junit.jupiter.api.Test;

class ZoneIndexTest {
  /** Four units that meet in (1, 1); d has a hole with an island of e, and f lies apart in two. */
  static final List<ZonePiece> PIECES =
      List.of(
          Shapes.piece("a", "old_town", Shapes.box(0, 0, 1, 1)),
          Shapes.piece("b", "other", Shapes.box(1, 0, 2, 1)),
          Shapes.piece("c", "other", Shapes.box(0, 1, 1, 2)),
          Shapes.piece(
              "d", "new_town", "POLYGON ((1 1, 5 1, 5 5, 1 5, 1 1), (2 2, 2 4, 4 4, 4 2, 2 2))"),
          Shapes.piece("e", "other", Shapes.box(2.5, 2.5, 3.5, 3.5)),
          Shapes.piece(
              "f", "other", "MULTIPOLYGON (((6 0, 7 0, 7 1, 6 0)), ((6 3, 7 3, 7 4, 6 4, 6 3)))"));

  private static String place(ZoneIndex index, double lon, double lat) {
    return index.find(lon, lat).map(p -> p.unit() + "/" + p.zone()).orElse("-");
  }

  @Test
  void eachPointIsCountedOnce() {
    Map<String, String> located = new TreeMap<>();
    ZoneIndex index = new ZoneIndex(PIECES);
    located.put("within a", place(index, 0.5, 0.5));
    located.put("border a b", place(index, 1.0, 0.5));
    located.put("border b d", place(index, 1.5, 1.0));
    located.put("border c d", place(index, 1.0, 1.5));
    located.put("corner of four", place(index, 1.0, 1.0));
    located.put("outer corner", place(index, 0.0, 0.0));
    located.put("outer edge", place(index, 5.0, 2.2));
    located.put("in the hole", place(index, 2.2, 3.0));
    located.put("rim of the hole", place(index, 2.0, 3.0));
    located.put("island", place(index, 3.0, 3.0));
    located.put("edge of the island", place(index, 2.5, 3.0));
    located.put("first part", place(index, 6.9, 0.5));
    located.put("second part", place(index, 6.5, 3.5));
    located.put("between the parts", place(index, 6.5, 2.0));
    located.put("outside", place(index, -0.1, 0.5));
    assertThat(located)
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
        .hasSize(15);
    // as it comes to another machine
    assertThat(place(SerializationUtils.clone(index), 1.5, 1.0)).isEqualTo("b/other");
  }

  @Test
  void noZonesLocateNothing() {
    assertThat(place(new ZoneIndex(List.of()), 0.5, 0.5)).isEqualTo("-");
    assertThat(place(new ZoneIndex(PIECES), Double.NaN, Double.NaN)).isEqualTo("-");
  }
}
