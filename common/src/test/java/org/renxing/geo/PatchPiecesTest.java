package org.renxing.geo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;

class PatchPiecesTest {
  /** A patch with a name. */
  private record Patch(String id, Geometry plane) {}

  private static Patch patch(String id, String wkt) {
    return new Patch(id, Shapes.plane(wkt));
  }

  /** Area of the pieces by patch and place; main pieces end in an asterisk. */
  private static Map<String, Double> split(List<Patch> patches, List<ZonePiece> zones) {
    ZoneIndex index = new ZoneIndex(zones);
    Map<String, Double> out = new TreeMap<>();
    for (Patch patch : patches) {
      for (PatchPiece piece : PatchPieces.split(patch.plane(), index)) {
        String place = piece.isOutside() ? "-" : piece.unit() + "/" + piece.zone();
        String key = patch.id() + " " + place + (piece.isMain() ? "*" : "");
        assertThat(out.put(key, piece.areaKm2())).as(key).isNull();
      }
    }
    return out;
  }

  @Test
  void patchesAreSplitAtBordersAndKeepTheirArea() {
    List<Patch> patches =
        List.of(
            patch("within", Shapes.box(0.2, 0.2, 0.3, 0.3)),
            patch("whole", Shapes.box(0, 0, 1, 1)),
            patch("corner", Shapes.box(0.5, 0.5, 1.5, 1.5)),
            patch("over the hole", Shapes.box(1.5, 2.2, 4.5, 2.4)),
            patch(
                "hole",
                "POLYGON ((0.2 0.2, 1.8 0.2, 1.8 0.8, 0.2 0.8, 0.2 0.2), (0.9 0.4, 1.1 0.4, 1.1"
                    + " 0.6, 0.9 0.6, 0.9 0.4))"),
            patch("along", Shapes.box(1, 0, 1.1, 0.5)),
            patch("outside", Shapes.box(-2, -2, -1, -1)),
            patch(
                "two parts",
                "MULTIPOLYGON (((0.1 0.1, 0.2 0.1, 0.2 0.2, 0.1 0.1)), ((6.5 3.1, 6.6 3.1, 6.6 3.2,"
                    + " 6.5 3.1)))"));
    Map<String, Double> split = split(patches, ZoneIndexTest.PIECES);
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
    for (Patch patch : patches) {
      double sum =
          split.entrySet().stream()
              .filter(e -> e.getKey().startsWith(patch.id() + " "))
              .mapToDouble(Map.Entry::getValue)
              .sum();
      assertThat(sum).isCloseTo(patch.plane().getArea(), exact);
    }
    assertThat(split(patches.subList(0, 1), List.of())).containsOnlyKeys("within -");
  }

  @Test
  void theMainPieceIsTheLargestOfItsUnit() {
    List<ZonePiece> two =
        List.of(
            Shapes.piece("a", "new_town", Shapes.box(0, 0, 1, 1)),
            Shapes.piece("a", "old_town", Shapes.box(1, 0, 2, 1)),
            Shapes.piece("b", "other", Shapes.box(2, 0, 3, 1)));
    List<Patch> patches =
        List.of(
            patch("more old", Shapes.box(0.9, 0.2, 2.5, 0.4)),
            patch("equal", Shapes.box(0.5, 0.2, 1.5, 0.4)));
    assertThat(split(patches, two))
        .containsOnlyKeys(
            "more old a/new_town",
            "more old a/old_town*",
            "more old b/other*",
            "equal a/new_town*",
            "equal a/old_town");
  }
}
