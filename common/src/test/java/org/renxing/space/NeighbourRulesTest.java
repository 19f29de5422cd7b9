package org.renxing.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.renxing.measure.MeasurePanel.Unit;
import org.renxing.model.SpaceOptions;
import org.renxing.model.SpaceOptions.Adjacency;
import org.renxing.model.SpaceOptions.Weights;

class NeighbourRulesTest {
  private static final double NONE = Double.NaN;

  private static Unit unit(String id, double lon, double lat) {
    return new Unit(id, id, List.of(), lon, lat);
  }

  private static SpaceOptions options(Weights weights, int k, double km) {
    return new SpaceOptions(weights, k, km, new Adjacency("x.csv", "a", "b"), 99, 1);
  }

  /** Five on the equator, a degree (111.195 km) apart, and one whose place is unknown. */
  private static List<Unit> line() {
    List<Unit> out = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      out.add(unit("" + i, 100 + i, 0));
    }
    out.add(unit("5", NONE, NONE));
    return out;
  }

  @Test
  void ofEquallyFarUnitsTheSmallerIdIsNearer() {
    int[][] one = new KNearest(1).neighbours(line());
    assertThat(one).isDeepEqualTo(new int[][] {{1}, {0}, {1}, {2}, {3}, {}});
    int[][] three = new KNearest(3).neighbours(line());
    assertThat(three[0]).containsExactly(1, 2, 3);
    assertThat(three[2]).containsExactly(0, 1, 3);
    assertThat(three[5]).isEmpty();
    assertThat(new KNearest(9).neighbours(line())[1]).containsExactly(0, 2, 3, 4);
  }

  @Test
  void bandHoldsItsEnd() {
    int[][] band =
        NeighbourRules.of(options(Weights.BAND, 4, 111.195), Map.of()).neighbours(line());
    assertThat(band).isDeepEqualTo(new int[][] {{1}, {0, 2}, {1, 3}, {2, 4}, {3}, {}});
    assertThat(new DistanceBand(111.19, "").neighbours(line())[0]).isEmpty();
    assertThat(new DistanceBand(25_000, "").neighbours(line())[0]).hasSize(4);
  }

  /** Beijing and Shanghai are 1,067 km apart, across longitudes and latitudes. */
  @Test
  void distanceIsTheGreatCircle() {
    Sphere sphere =
        new Sphere(List.of(unit("a", 116.39723, 39.9075), unit("b", 121.45806, 31.22222)));
    double arc = 2 * Sphere.RADIUS * Math.asin(sphere.chord(0, 1) / (2 * Sphere.RADIUS));
    assertThat(arc / 1000).isCloseTo(1067.3, within(1.0));
    assertThat(Sphere.chordOf(arc)).isEqualTo(sphere.chord(0, 1));
  }

  @Test
  void pairsHoldEitherWayRound() {
    Map<String, Set<String>> pairs = Map.of("2", Set.of("0", "2", "9"), "0", Set.of("1"));
    NeighbourRule rule = NeighbourRules.of(options(Weights.ADJACENCY, 4, 1), pairs);
    assertThat(rule.neighbours(line())).isDeepEqualTo(new int[][] {{1, 2}, {0}, {0}, {}, {}, {}});
  }

  @Test
  void tablesNameTheRule() {
    assertThat(options(Weights.KNN, 6, 1).text()).isEqualTo("knn:6");
    assertThat(options(Weights.BAND, 6, 250).text()).isEqualTo("band:250km");
    assertThat(options(Weights.BAND, 6, 2.5).text()).isEqualTo("band:2.5km");
    for (Weights weights : Weights.values()) {
      SpaceOptions options = options(weights, 6, 100);
      assertThat(NeighbourRules.of(options, Map.of()).text()).isEqualTo(options.text());
    }
  }
}
