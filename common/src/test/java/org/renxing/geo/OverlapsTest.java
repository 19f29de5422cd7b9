package org.renxing.geo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.renxing.geo.Overlaps.Overlap;
import org.renxing.geo.Overlaps.Patch;
import org.renxing.records.LocalRecords;
import org.renxing.records.Records;
import org.renxing.testing.Parts;

class OverlapsTest {
  private static Map<String, Overlap> found(Records<Patch> patches) {
    Map<String, Overlap> out = new TreeMap<>();
    for (Overlap overlap : Overlaps.of(patches).list()) {
      assertThat(out.put(overlap.group() + "/" + overlap.id(), overlap)).isNull();
    }
    return out;
  }

  @Test
  void overlapsNameTheEarlierPatch() {
    List<Patch> patches = new ArrayList<>();
    String[][] boxes = {
      {"p1", Shapes.box(110, 30, 110.1, 30.1)},
      {"p2", Shapes.box(110, 30, 110.1, 30.1)},
      {"p3", Shapes.box(110.1, 30, 110.2, 30.1)},
      {"p4", Shapes.box(110.15, 30.05, 110.3, 30.3)},
      {"p5", Shapes.box(111, 30, 111.1, 30.1)}
    };
    for (String[] box : boxes) {
      patches.add(new Patch("vacant/2020", box[0], Shapes.plane(box[1])));
      String family = box[0].equals("p2") ? "low" : "vacant";
      patches.add(new Patch(family + "/2021", box[0], Shapes.plane(box[1])));
    }
    Map<String, Overlap> found = found(LocalRecords.of(patches));
    assertThat(found).containsOnlyKeys("vacant/2020/p2", "vacant/2020/p4", "vacant/2021/p4");
    assertThat(found.get("vacant/2020/p2").otherId()).isEqualTo("p1");
    assertThat(found.get("vacant/2020/p4").otherId()).isEqualTo("p3");
    assertThat(found.get("vacant/2021/p4").sharedKm2())
        .isCloseTo(EqualArea.cell(110.15, 30.05, 110.2, 30.1), Percentage.withPercentage(1e-6));
    assertThat(found(Parts.of(patches).get(1))).isEqualTo(found);
  }

  /** The first by name counts, however far the squares of the comparison lie apart. */
  @Test
  void patchesOfAnySizeAreCompared() {
    Patch large = new Patch("g", "b", Shapes.plane(Shapes.box(105, 25, 115, 35)));
    Patch small = new Patch("g", "a", Shapes.plane(Shapes.box(114, 34, 114.01, 34.01)));
    Patch between = new Patch("g", "c", Shapes.plane(Shapes.box(106, 26, 106.01, 26.01)));
    Map<String, Overlap> found = found(LocalRecords.of(List.of(large, small, between)));
    assertThat(found).containsOnlyKeys("g/b", "g/c");
    assertThat(found.get("g/b").otherId()).isEqualTo("a");
    assertThat(found.get("g/c").otherId()).isEqualTo("b");
    assertThat(found(LocalRecords.none())).isEmpty();
  }
}
