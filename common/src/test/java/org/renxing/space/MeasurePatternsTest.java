package org.renxing.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.renxing.measure.MeasurePanel;
import org.renxing.measure.MeasurePanel.Unit;
import org.renxing.measure.MeasureSample;
import org.renxing.model.SpaceOptions;

/** Patterns of measures are those of the kernels, unit by unit and year by year. */
class MeasurePatternsTest {
  private static final NeighbourRule NEAREST = NeighbourRules.of(SpaceOptions.standard(), Map.of());

  private static MeasurePatterns patterns(String measure) {
    return new MeasurePatterns(MeasureSample.panel(measure), NEAREST);
  }

  /** Six places in a row, high values at one end. */
  private static MeasurePanel row(double[][] values) {
    List<Unit> units =
        IntStream.range(0, values.length)
            .mapToObj(u -> new Unit("u" + u, "n" + u, List.of(), 100 + u, 0))
            .toList();
    int[] years = IntStream.range(0, values[0].length).map(t -> 2010 + t).toArray();
    return new MeasurePanel("score.w.overall", units, years, values);
  }

  private static double[][] constant(int units, int years, double value) {
    double[][] out = new double[units][years];
    for (double[] of : out) {
      Arrays.fill(of, value);
    }
    return out;
  }

  @Test
  void hotSpotsAreWhereHighValuesGather() {
    int n = 40;
    double[][] values = constant(n, 1, 1);
    for (int u = 0; u < n; u++) {
      values[u][0] = u < 6 ? 9 + u % 2 : 1 + u % 3;
    }
    MeasurePatterns patterns = new MeasurePatterns(row(values), NEAREST);
    List<MeasurePatterns.HotSpot> spots = patterns.hotSpots();
    assertThat(spots).hasSize(n);
    assertThat(spots.subList(0, 4)).allMatch(spot -> spot.kind().equals("HOT"));
    assertThat(spots.subList(20, 30)).noneMatch(spot -> spot.kind().equals("HOT"));
    WeightMatrix weights = WeightMatrix.binary(NEAREST.neighbours(row(values).units()));
    double[] x = IntStream.range(0, n).mapToDouble(u -> values[u][0]).toArray();
    List<LocalStatistic> stars = GetisOrd.localWithSelf(weights, x);
    assertThat(spots).extracting(MeasurePatterns.HotSpot::star).isEqualTo(stars);
  }

  @Test
  void whatHasNoHotSpotsSaysWhy() {
    assertThat(patterns("theta.m.constant").hotSpots())
        .hasSize(MeasureSample.UNITS * MeasureSample.YEARS)
        .allMatch(spot -> spot.star().reason().equals("CONSTANT") && spot.kind().isEmpty());
    assertThat(patterns("score.one.unit").hotSpots())
        .allMatch(spot -> spot.star().reason().equals("FEWER_THAN_4_UNITS"));
    assertThat(patterns("score.w.overall").hotSpots())
        .filteredOn(spot -> spot.neighbours() == 0)
        .hasSize(MeasureSample.YEARS)
        .allMatch(spot -> spot.star().reason().equals("NO_NEIGHBOURS"));
  }

  @Test
  void movesAreCountedOnce() {
    SpatialMarkov moves = patterns("score.w.overall").moves(1).orElseThrow();
    long counted =
        IntStream.range(0, MeasurePatterns.CLASSES)
            .mapToLong(from -> moves.pooled().count(from))
            .sum();
    assertThat(counted + moves.withoutLag())
        .isEqualTo(MeasureSample.UNITS * (MeasureSample.YEARS - 1L));
    assertThat(moves.withoutLag()).isEqualTo(MeasureSample.YEARS - 1);
    assertThat(patterns("score.one.unit").moves(1)).isEmpty();
    SpatialMarkov none = patterns("score.w.overall").moves(2).orElseThrow();
    assertThat(none.pooled().count(0)).isZero();
  }

  @Test
  void theCentreFollowsTheWeights() {
    double[][] values = {{1, 3}, {1, 1}};
    List<MeasurePatterns.Centre> centres = new MeasurePatterns(row(values), NEAREST).centres(1);
    assertThat(centres).extracting(MeasurePatterns.Centre::year).containsExactly(2010, 2011);
    assertThat(centres.get(0).spread().x()).isCloseTo(100.5, within(1e-12));
    assertThat(centres.get(1).spread().x()).isCloseTo(100.25, within(1e-12));
    // a quarter of a degree of the equator
    assertThat(centres.get(1).shiftKm()).isCloseTo(111.195 / 4, within(1e-2));
    assertThat(centres.get(0).shiftKm()).isNaN();
    MeasurePatterns.Centre gap = patterns("score.w.overall").centres(1).get(0);
    assertThat(gap.leftOut()).isEqualTo(1);
    assertThat(gap.spread().n()).isEqualTo(MeasureSample.UNITS - 1);
  }

  @Test
  void theNetworkIsThatOfGravity() {
    double[][] values = {{3}, {2}, {4}};
    List<MeasurePatterns.City> cities = new MeasurePatterns(row(values), NEAREST).network();
    double degree = Places.globe(new double[] {0, 1}, new double[] {0, 0}).between(0, 1);
    assertThat(cities.get(1).node().outStrength())
        .isCloseTo((6 + 8) / (degree * degree), within(1e-15));
    assertThat(cities.stream().mapToDouble(MeasurePatterns.City::share).sum())
        .isCloseTo(1, within(1e-12));
    assertThat(patterns("score.w.overall").network())
        .filteredOn(city -> !city.unit().hasPlace())
        .hasSize(MeasureSample.YEARS)
        .allMatch(city -> city.node().reason().equals("MISSING"));
  }

  @Test
  void keptDistancesAreTheDistances() {
    Places places = Places.globe(new double[] {100, 101, 103, 110}, new double[] {30, 31, 20, 35});
    Places kept = places.measured().among(new int[] {3, 0, 2});
    Places plain = places.among(new int[] {3, 0, 2});
    for (int a = 0; a < 3; a++) {
      for (int b = 0; b < 3; b++) {
        assertThat(kept.between(a, b)).isEqualTo(plain.between(a, b));
      }
    }
  }
}
