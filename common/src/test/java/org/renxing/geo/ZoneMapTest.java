package org.renxing.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;

class ZoneMapTest {
  private static Map<String, Double> areas(ZoneMap map) {
    return map.pieces().stream()
        .collect(Collectors.toMap(p -> p.unit() + "/" + p.zone(), ZonePiece::areaKm2));
  }

  private static ZoneMap of(ZonePiece... areas) {
    return ZoneMap.of(List.of(areas), ZoneMap.TOLERANCE);
  }

  @Test
  void aUnitIsItsZonesAndTheRest() {
    ZoneMap map =
        of(
            Shapes.piece("a", "", Shapes.box(110, 30, 112, 32)),
            Shapes.piece("a", "old_town", Shapes.box(110.5, 30.5, 111, 31)),
            Shapes.piece("a", "new_town", Shapes.box(111, 30.5, 111.5, 31)));
    assertThat(map.defects()).isEmpty();
    Map<String, Double> areas = areas(map);
    assertThat(areas).containsOnlyKeys("a/old_town", "a/new_town", "a/other");
    assertThat(areas.get("a/old_town"))
        .isCloseTo(EqualArea.cell(110.5, 30.5, 111, 31), Percentage.withPercentage(1e-7));
    assertThat(areas.values().stream().mapToDouble(v -> v).sum())
        .isCloseTo(EqualArea.cell(110, 30, 112, 32), Percentage.withPercentage(1e-7));
  }

  @Test
  void aUnitWithoutOutlineIsItsZones() {
    ZoneMap map =
        of(
            Shapes.piece("a", "mining_area", Shapes.box(110, 30, 111, 31)),
            Shapes.piece("a", "mining_area", Shapes.box(110.5, 30, 112, 31)),
            Shapes.piece("a", "old_town", Shapes.box(113, 30, 114, 31)));
    assertThat(areas(map)).containsOnlyKeys("a/mining_area", "a/old_town");
    assertThat(areas(map).get("a/mining_area"))
        .isCloseTo(EqualArea.cell(110, 30, 112, 31), Percentage.withPercentage(1e-7));
    assertThat(map.defects()).isEmpty();
  }

  @Test
  void zonesThatStickOutOrOverlapAreCutAndReported() {
    ZoneMap map =
        of(
            Shapes.piece("a", "", Shapes.box(110, 30, 112, 32)),
            Shapes.piece("a", "new_town", Shapes.box(111, 31, 113, 31.5)),
            Shapes.piece("a", "old_town", Shapes.box(110.5, 31, 111.5, 31.5)),
            Shapes.piece("a", "all", Shapes.box(110, 30, 110.1, 30.1)));
    Map<String, Double> areas = areas(map);
    assertThat(areas.get("a/new_town"))
        .isCloseTo(EqualArea.cell(111, 31, 112, 31.5), Percentage.withPercentage(1e-7));
    assertThat(areas.get("a/old_town"))
        .isCloseTo(EqualArea.cell(110.5, 31, 111, 31.5), Percentage.withPercentage(1e-7));
    assertThat(map.defects())
        .extracting(d -> d.zone() + " " + d.code())
        .containsExactly(
            "all RESERVED_ZONE", "new_town ZONE_OUTSIDE_UNIT", "old_town ZONE_OVERLAP");
  }

  @Test
  void aUnitThatOverlapsAnEarlierOneIsRefused() {
    ZoneMap map =
        of(
            Shapes.piece("a", "", Shapes.box(110, 30, 112, 32)),
            Shapes.piece("b", "", Shapes.box(111, 30, 113, 32)),
            Shapes.piece("b", "old_town", Shapes.box(111, 30, 112, 31)),
            Shapes.piece("c", "", Shapes.box(112.5, 30, 114, 32)),
            Shapes.piece("d", "", Shapes.box(113.9999, 30, 115, 32)));
    assertThat(map.defects()).hasSize(1);
    ZoneMap.Defect defect = map.defects().get(0);
    assertThat(defect.unitId()).isEqualTo("b");
    assertThat(defect.code()).isEqualTo("UNIT_OVERLAP");
    assertThat(defect.what()).contains("with unit a");
    assertThat(areas(map)).containsOnlyKeys("a/other", "c/other", "d/other");
    assertThat(areas(map).get("d/other"))
        .as("a sliver within the tolerance is of the earlier unit")
        .isCloseTo(EqualArea.cell(114, 30, 115, 32), Percentage.withPercentage(1e-7));
  }

  /** Borders with corners on one side only, and slanted: neither gaps nor overlaps remain. */
  @Test
  void piecesShareBordersExactly() {
    ZoneMap map =
        of(
            Shapes.piece("a", "", "POLYGON ((110 30, 111 30, 111.3 31.7, 110 32, 110 30))"),
            Shapes.piece("a", "old_town", "POLYGON ((110.1 29, 110.9 33, 110.2 33, 110.1 29))"),
            Shapes.piece(
                "b", "", "POLYGON ((111 30, 112 30, 112 32, 111.3 31.7, 111.15 30.85, 111 30))"),
            Shapes.piece("b", "old_town", "POLYGON ((111.5 30.1, 111.9 31, 111.4 31, 111.5 30.1))"),
            Shapes.piece("c", "", Shapes.box(111.6, 30.5, 111.7, 30.6)));
    List<ZonePiece> pieces = map.pieces();
    double sum = 0;
    for (int i = 0; i < pieces.size(); i++) {
      Geometry one = pieces.get(i).plane();
      sum += one.getArea();
      assertThat(one.isValid()).isTrue();
      for (int j = 0; j < i; j++) {
        assertThat(one.relate(pieces.get(j).plane(), "2********")).isFalse();
      }
    }
    Geometry union =
        new org.locationtech.jts.operation.union.UnaryUnionOp(
                pieces.stream().map(ZonePiece::plane).toList())
            .union();
    assertThat(sum).isCloseTo(union.getArea(), within(1e-6));
  }
}
