package org.renxing.land;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.renxing.records.Records;
import org.renxing.testing.Parts;

/** Figures of disorder that were worked by hand. */
class DisorderTest {
  private static final double NONE = Double.NaN;
  private static final Offset<Double> EXACT = within(1e-12);

  @Test
  void disorderByHand() {
    List<StreetPoint> points =
        List.of(
            point("u", "old_town", 1.0, 0.5, NONE, NONE, NONE),
            point("u", "old_town", 0.5, NONE, NONE, NONE, NONE),
            point("u", "old_town", NONE, NONE, NONE, NONE, NONE),
            point("u", "new_town", 0.0, 1.5, NONE, 0.25, NONE),
            point("v", "other", NONE, NONE, NONE, NONE, NONE));
    Map<String, DisorderScores.Figure> rows = new TreeMap<>();
    for (Records<StreetPoint> all : Parts.of(points)) {
      rows.clear();
      for (DisorderScores.Figure d : DisorderScores.of(all)) {
        ZoneYear at = d.about();
        assertThat(rows.put(at.unit() + "/" + at.zone() + "/" + at.kind(), d)).isNull();
      }
      disorder(rows);
    }
  }

  private static void disorder(Map<String, DisorderScores.Figure> rows) {
    assertThat(rows).hasSize(5 * 6);
    check(rows.get("u/old_town/building"), 0.75, 2, 2.0 / 3);
    check(rows.get("u/old_town/shop_front"), 0.5, 1, 1.0 / 3);
    check(rows.get("u/old_town/road"), NONE, 0, 0);
    check(rows.get("u/old_town/all"), 0.625, 2, 3.0 / 15);
    check(rows.get("u/new_town/shop_front"), NONE, 0, 0);
    check(rows.get("u/all/building"), 0.5, 3, 0.75);
    // building 0.5, shop fronts 0.5, road 0.25
    check(rows.get("u/all/all"), 1.25 / 3, 3, 5.0 / 20);
    check(rows.get("v/other/all"), NONE, 0, 0);
  }

  private static void check(DisorderScores.Figure row, double score, long n, double coverage) {
    if (Double.isNaN(score)) {
      assertThat(row.score()).isNaN();
    } else {
      assertThat(row.score()).isCloseTo(score, EXACT);
    }
    assertThat(row.scored()).isEqualTo(n);
    assertThat(row.coverage()).isCloseTo(coverage, EXACT);
  }

  private static StreetPoint point(String unit, String zone, Double... scores) {
    return new StreetPoint(unit, zone, 2020, List.of(scores));
  }
}
