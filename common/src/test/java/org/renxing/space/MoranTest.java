package org.renxing.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.renxing.space.LatticeWeights.deviations;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoranTest {
  private static final PermutationSampler CHANCE = new PermutationSampler(20250101, "test", 199);
  private static final PermutationSampler LONG = new PermutationSampler(20250101, "test", 9999);

  private static GlobalMoran moran(SpatialWeights lattice, double[] z) {
    return GlobalMoran.of(lattice, new double[][] {z}, CHANCE).get(0);
  }

  /** On a chessboard every neighbour has the other colour: I = −1. */
  @Test
  void chessboard() {
    double[] z = deviations(IntStream.range(0, 16).mapToDouble(i -> (i / 4 + i) % 2).toArray());
    GlobalMoran moran = moran(LatticeWeights.rook(4), z);
    assertThat(moran.value()).isCloseTo(-1, within(1e-15));
    assertThat(moran.expected()).isCloseTo(-1 / 15.0, within(1e-15));
    assertThat(moran.sd()).isCloseTo(0.19959895688540957, within(1e-14));
    assertThat(moran.pValue()).isEqualTo(1 / 200.0);
    LocalMoran local = new LocalMoran(LatticeWeights.rook(4), CHANCE);
    assertThat(local.values(z)).containsOnly(-1.0);
  }

  /**
   * Left half 1, right half 0: the eight in the middle columns have one unlike neighbour, of three
   * in the outer rows and of four in the inner: I = (8 + 4 · 1/3 + 4 · 1/2)/16 = 17/24.
   */
  @Test
  void halves() {
    double[] z = deviations(IntStream.range(0, 16).mapToDouble(i -> i % 4 < 2 ? 1 : 0).toArray());
    GlobalMoran moran = moran(LatticeWeights.rook(4), z);
    assertThat(moran.value()).isCloseTo(17 / 24.0, within(1e-15));
    assertThat(moran.z()).isCloseTo((17 / 24.0 + 1 / 15.0) / 0.19959895688540957, within(1e-12));
    assertThat(moran.pNormal()).isBetween(1.0e-4, 1.1e-4);
    assertThat(LatticeWeights.rook(4).s1()).isCloseTo(11.055555555555554, within(1e-13));
    assertThat(LatticeWeights.rook(4).s2()).isCloseTo(64.6111111111111, within(1e-13));
  }

  /**
   * 1, 2, 4, 8, 16 in a row: of all 120 orders I has mean −1/4 and standard deviation
   * 0.34685285012751044, 4 have at least its I (counted by enumeration outside the product).
   */
  @Test
  void chainAgainstAllOrders() {
    double[] z = deviations(1, 2, 4, 8, 16);
    GlobalMoran moran = GlobalMoran.of(LatticeWeights.chain(5), new double[][] {z}, LONG).get(0);
    assertThat(moran.value()).isCloseTo(0.43346774193548376, within(1e-14));
    assertThat(moran.sd()).isCloseTo(0.34685285012751044, within(1e-13));
    assertThat(moran.pValue()).isCloseTo(4 / 120.0, within(0.006));
  }

  /** All are neighbours of all: I is −1/(n − 1) whatever the values, and no test is possible. */
  @Test
  void completeGraphHasNoVariance() {
    int[][] all = {{1, 2, 3}, {0, 2, 3}, {0, 1, 3}, {0, 1, 2}};
    GlobalMoran moran = moran(SpatialWeights.of(all), deviations(1, 5, 2, 9));
    assertThat(moran.value()).isCloseTo(-1 / 3.0, within(1e-15));
    assertThat(moran.sd()).isZero();
    assertThat(moran.z()).isNaN();
    assertThat(moran.pValue()).isEqualTo(1);
  }

  @Property(tries = 100)
  void scaleAndOriginDoNotMatter(
      @ForAll @LongRange(min = 0, max = 1_000_000) long seed,
      @ForAll @DoubleRange(min = 0.01, max = 1000) double scale) {
    Random random = new Random(seed);
    SpatialWeights lattice = LatticeWeights.rook(4);
    double[] values = IntStream.range(0, 16).mapToDouble(i -> random.nextInt(9)).toArray();
    if (Arrays.stream(values).distinct().count() == 1) {
      return;
    }
    double[] z = deviations(values);
    double[] other = deviations(Arrays.stream(values).map(v -> scale * (v + 3)).toArray());
    GlobalMoran moran = moran(lattice, z);
    GlobalMoran same = moran(lattice, other);
    assertThat(same.value()).isCloseTo(moran.value(), within(1e-10));
    assertThat(same.sd()).isCloseTo(moran.sd(), within(1e-10));
    assertThat(same.pValue()).isEqualTo(moran.pValue());
    LocalMoran local = new LocalMoran(lattice, CHANCE);
    assertThat(local.pValues(other)).containsExactly(local.pValues(z));
    assertThat(Arrays.stream(local.values(z)).average().orElseThrow())
        .isCloseTo(moran.value(), within(1e-12));
  }

  /** Years at once or one by one: the same arrangements, so the same bits. */
  @Test
  void yearsShareTheirArrangements() {
    SpatialWeights lattice = LatticeWeights.rook(5);
    Random random = new Random(7);
    double[][] years = new double[3][];
    for (int t = 0; t < years.length; t++) {
      years[t] = deviations(random.doubles(25).toArray());
    }
    List<GlobalMoran> together = GlobalMoran.of(lattice, years, CHANCE);
    assertThat(together)
        .containsExactly(
            moran(lattice, years[0]), moran(lattice, years[1]), moran(lattice, years[2]));
  }

  /** Against all pairs of other units as neighbours, for a lattice of two neighbours each. */
  @Test
  void localPvaluesAgainstAllDraws() {
    int n = 9;
    int[][] ring = new int[n][];
    for (int i = 0; i < n; i++) {
      ring[i] = IntStream.of((i + 1) % n, (i + n - 1) % n).sorted().toArray();
    }
    double[] z = deviations(3, 1, 4, 1, 5, 9, 2, 6, 8);
    double[] p = new LocalMoran(SpatialWeights.of(ring), LONG).pValues(z);
    for (int i = 0; i < n; i++) {
      double observed = z[ring[i][0]] + z[ring[i][1]];
      int atLeast = 0;
      int atMost = 0;
      int all = 0;
      for (int a = 0; a < n; a++) {
        for (int b = a + 1; b < n; b++) {
          if (a != i && b != i) {
            all++;
            atLeast += z[a] + z[b] >= observed - 1e-12 ? 1 : 0;
            atMost += z[a] + z[b] <= observed + 1e-12 ? 1 : 0;
          }
        }
      }
      double exact = 1.0 * Math.min(atLeast, atMost) / all;
      assertThat(p[i]).isCloseTo(exact, within(0.015));
      assertThat(PermutationSampler.twoSided(p[i])).isCloseTo(Math.min(1, 2 * exact), within(0.03));
    }
  }

  /** Of 999 arrangements so many are not below, not above: one side, and two. */
  @ParameterizedTest
  @CsvSource({
    // none so high: the least there is, as GeoDa prints 0.001
    "0, 999, 0.001, 0.002",
    "24, 975, 0.025, 0.05",
    "49, 950, 0.05, 0.1",
    // folded to the smaller tail
    "950, 49, 0.05, 0.1",
    "975, 24, 0.025, 0.05",
    "499, 500, 0.5, 1",
    // ties are in both tails, and both may be more than half
    "700, 600, 0.601, 1",
    "999, 999, 1, 1"
  })
  void pseudoPvalues(int atLeast, int atMost, double oneSided, double twoSided) {
    double p = new PermutationSampler(1, "test", 999).pValue(atLeast, atMost);
    assertThat(p).isCloseTo(oneSided, within(1e-15));
    assertThat(PermutationSampler.twoSided(p)).isCloseTo(twoSided, within(1e-15));
  }

  /**
   * 9, 8, 7, 1, 2, 3 in a row: each unit's neighbours against all that could be (5 units alone at
   * the ends, 10 pairs inside), counted by hand.
   */
  @Test
  void localPvaluesOfARow() {
    double[] p =
        new LocalMoran(LatticeWeights.chain(6), LONG).pValues(deviations(9, 8, 7, 1, 2, 3));
    // 9 beside 8, the largest of 8 7 1 2 3; 8 beside 9 + 7, the largest of the pairs of 9 7 1 2 3;
    // 7 beside 8 + 1 = 9: 9 8 1 2 3 gives 3 4 5 at most 9 and, with it, 8 + 1; at least 9: 7 of 10
    // 1 beside 7 + 2 = 9: 9 8 7 2 3 gives 5 and, with it, 7 + 2; 2 beside 1 + 3, the least of pairs
    // of 9 8 7 1 3; 3 beside 2: of 9 8 7 1 2 two are no more
    double[] exact = {0.2, 0.1, 0.4, 0.2, 0.1, 0.4};
    for (int i = 0; i < exact.length; i++) {
      assertThat(p[i]).as("unit " + i).isCloseTo(exact[i], within(0.02));
    }
  }

  @Test
  void unitAtTheMeanIsNeverSignificant() {
    double[] z = {0, 1, 1, -1, -1, 0};
    LocalMoran local = new LocalMoran(LatticeWeights.chain(6), CHANCE);
    assertThat(local.pValues(z)[0]).isEqualTo(1);
    assertThat(local.values(z)[0]).isZero();
    assertThat(Arrays.stream(local.pValues(z))).allMatch(p -> p >= 1 / 200.0 && p <= 1);
  }

  @Test
  void unitsWithoutNeighboursAreLeftOut() {
    SpatialWeights lattice = SpatialWeights.of(new int[][] {{2}, {}, {0, 3}, {2}});
    assertThat(lattice.size()).isEqualTo(3);
    assertThat(lattice.place(1)).isEqualTo(2);
    assertThat(lattice.meanDegree()).isCloseTo(4 / 3.0, within(1e-15));
    assertThat(SpatialWeights.of(new int[][] {{}}).meanDegree()).isNaN();
  }

  /** Benjamini and Hochberg 1995, the example of fifteen tests: four are rejected at 0.05. */
  @Test
  void falseDiscoveriesOfThePaper() {
    double[] p = {
      0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262,
      0.5719, 0.6528, 0.7590, 1.0
    };
    assertThat(FalseDiscovery.limit(p, 0.05)).isEqualTo(0.0095);
    assertThat(FalseDiscovery.limit(new double[] {0.2, 0.6}, 0.05)).isEqualTo(-1);
  }
}
