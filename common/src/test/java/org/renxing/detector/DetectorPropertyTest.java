package org.renxing.detector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.renxing.model.RenxingException;

/** What must hold of the detector whatever the data. */
class DetectorPropertyTest {
  private static Strata strata(String name, int... codes) {
    return Strata.of(name, Arrays.stream(codes).mapToObj(Integer::toString).toList());
  }

  private static FactorDetector factor(double[] y, Strata strata) {
    return GeographicalDetector.of(y, List.of(strata), Convention.GDVERSE).factors().get(0);
  }

  @Property(tries = 100)
  void rowsInAnyOrderGiveTheSameBits(
      @ForAll @IntRange(min = 8, max = 200) int n, @ForAll long seed) {
    Random random = new Random(seed);
    double[] y = random.doubles(n, -5, 1000).toArray();
    int[] codes = random.ints(n, 0, 4).toArray();
    List<Integer> order = new ArrayList<>(IntStream.range(0, n).boxed().toList());
    Collections.shuffle(order, random);
    double[] moved = order.stream().mapToDouble(i -> y[i]).toArray();
    int[] movedCodes = order.stream().mapToInt(i -> codes[i]).toArray();
    assertThat(factor(moved, strata("a", movedCodes))).isEqualTo(factor(y, strata("a", codes)));
  }

  @Property(tries = 100)
  void scaleAndDuplicates(@ForAll @IntRange(min = 8, max = 100) int n, @ForAll long seed) {
    Random random = new Random(seed);
    double[] y = random.doubles(n, 1, 2).toArray();
    int[] codes = random.ints(n, 0, 3).toArray();
    double q = factor(y, strata("a", codes)).q();
    double[] scaled = Arrays.stream(y).map(v -> -3e6 * v + 7).toArray();
    assertThat(factor(scaled, strata("a", codes)).q()).isCloseTo(q, within(1e-9));
    double[] twice = IntStream.range(0, 2 * n).mapToDouble(i -> y[i % n]).toArray();
    int[] codesTwice = IntStream.range(0, 2 * n).map(i -> codes[i % n]).toArray();
    Convention keep = Convention.GEODETECTOR;
    double both =
        GeographicalDetector.of(twice, List.of(strata("a", codesTwice)), keep).factors().get(0).q();
    double once =
        GeographicalDetector.of(y, List.of(strata("a", codes)), keep).factors().get(0).q();
    assertThat(both).isCloseTo(once, within(1e-12));
  }

  @Property(tries = 50)
  void naturalBreaksAreTheBestOfAll(@ForAll @IntRange(min = 4, max = 14) int n, @ForAll long seed) {
    double[] x = new Random(seed).ints(n, 0, 30).mapToDouble(i -> i).sorted().toArray();
    double[] breaks = Discretisation.NATURAL.breaks(x, 3);
    double best = Double.POSITIVE_INFINITY;
    for (int i = 1; i < n; i++) {
      for (int j = i; j < n; j++) {
        double cost = squares(x, 0, i) + squares(x, i, j) + squares(x, j, n);
        best = Math.min(best, cost);
      }
    }
    Strata strata = Strata.of("x", x, breaks);
    double found = 0;
    for (int h = 0; h < 3; h++) {
      int at = h;
      double[] own =
          IntStream.range(0, n)
              .filter(i -> strata.codes()[i] == at)
              .mapToDouble(i -> x[i])
              .toArray();
      found += squares(own, 0, own.length);
    }
    assertThat(found).isCloseTo(best, within(1e-9));
  }

  private static double squares(double[] x, int from, int to) {
    double mean = Arrays.stream(x, from, to).average().orElse(0);
    return Arrays.stream(x, from, to).map(v -> (v - mean) * (v - mean)).sum();
  }

  /** 1, 2 in one stratum and 5, 6 in the other: SST = 17, SSW = 1, q = 16/17, F = 32. */
  @Test
  void byHand() {
    FactorDetector found = factor(new double[] {1, 2, 5, 6}, strata("a", 1, 1, 2, 2));
    assertThat(found.q()).isCloseTo(16.0 / 17, within(1e-15));
    assertThat(found.f()).isCloseTo(32, within(1e-12));
    // m = 1.5 and 5.5: 2.25 + 30.25 − (√2 · 7)²/4 = 8, over the variance 17/4
    assertThat(found.lambda()).isCloseTo(32.0 / 17, within(1e-12));
  }

  @Test
  void reasonsInPlaceOfFigures() {
    assertThat(factor(new double[0], strata("a")).reason()).isEqualTo("NO_ROWS");
    assertThat(factor(new double[] {3, 3, 3, 3}, strata("a", 1, 1, 2, 2)).reason())
        .isEqualTo("ALL_EQUAL");
    FactorDetector one = factor(new double[] {1, 2, 3}, strata("a", 1, 1, 1));
    assertThat(one.reason()).isEqualTo("ONE_STRATUM");
    assertThat(one.q()).isZero();
    assertThat(factor(new double[] {1, 2, 3}, strata("a", 1, 2, 3)).reason()).isEqualTo("NO_ROWS");
    assertThat(factor(new double[] {1, Double.NaN}, strata("a", 1, 2)).pValue()).isNaN();
  }

  @Test
  void strataThatSeparate() {
    FactorDetector found = factor(new double[] {1, 1, 2, 2, 3, 3}, strata("a", 1, 1, 2, 2, 3, 3));
    assertThat(found.q()).isEqualTo(1);
    assertThat(found.pValue()).isZero();
  }

  @Test
  void missingRowsCountForNone() {
    double[] y = {1, 2, 5, 6, Double.NaN, 9};
    Strata a = Strata.of("a", List.of("1", "1", "2", "2", "1", ""));
    GeographicalDetector detector = GeographicalDetector.of(y, List.of(a), Convention.GDVERSE);
    assertThat(detector.leftOut()).isEqualTo(2);
    assertThat(detector.factors().get(0).q()).isCloseTo(16.0 / 17, within(1e-15));
  }

  @Test
  void breaksOfEachWay() {
    double[] x = {1, 2, 4, 8, Double.NaN};
    assertThat(Discretisation.EQUAL.breaks(x, 2)).containsExactly(1, 4.5, 8);
    assertThat(Discretisation.QUANTILE.breaks(x, 3)).containsExactly(1, 2, 4, 8);
    assertThat(Discretisation.GEOMETRIC.breaks(x, 3)[1]).isCloseTo(2, within(1e-12));
    assertThat(Discretisation.NATURAL.breaks(x, 2)).containsExactly(1, 4, 8);
    // mean 3.75 between the ends
    assertThat(Discretisation.SD.breaks(x, 2)).containsExactly(1, 3.75, 8);
    assertThat(Discretisation.QUANTILE.breaks(new double[] {5, 5, 5}, 3)).containsExactly(5, 5);
    assertThat(Strata.of("x", new double[] {5, 5}, new double[] {5, 5}).codes())
        .containsExactly(0, 0);
    assertThat(Discretisation.QUANTILE.breaks(new double[] {0, 0, 0, 1, 2}, 2))
        .containsExactly(0, 0, 2);
    assertThat(Strata.of("x", new double[] {0, 1, 3}, new double[] {0, 0, 2, 3}).codes())
        .containsExactly(0, 1, 2);
    assertThat(Strata.of("x", x, new double[] {1, 2, 8}).codes()).containsExactly(0, 0, 1, 1, -1);
    assertThatThrownBy(() -> Discretisation.GEOMETRIC.breaks(new double[] {0, 1}, 2))
        .isInstanceOf(RenxingException.class)
        .hasMessageContaining("above 0");
  }

  @Test
  void typesOfInteraction() {
    // y is the exclusive or of both: alone neither explains anything
    double[] y = {0, 1, 1, 0, 0, 1, 1, 0};
    Strata a = strata("a", 0, 0, 1, 1, 0, 0, 1, 1);
    Strata b = strata("b", 0, 1, 0, 1, 0, 1, 0, 1);
    Interaction found =
        GeographicalDetector.of(y, List.of(a, b), Convention.GDVERSE).interactions().get(0);
    assertThat(found.type()).isEqualTo("enhance_nonlinear");
    assertThat(found.q()).isEqualTo(1);
    // a sum of both: independent
    double[] sum = {0, 1, 2, 3, 0, 1, 2, 3};
    assertThat(
            GeographicalDetector.of(sum, List.of(a, b), Convention.GDVERSE)
                .interactions()
                .get(0)
                .type())
        .isEqualTo("independent");
  }

  @Test
  void bestNumberOfStrata() {
    double[] x = IntStream.range(0, 60).mapToDouble(i -> i).toArray();
    double[] y = Arrays.stream(x).map(v -> v < 20 ? 0 : v < 40 ? 5 : 1).toArray();
    OptimalStrata best =
        OptimalStrata.of("x", y, x, List.of(Discretisation.QUANTILE), 2, 6, Convention.GDVERSE)
            .orElseThrow();
    assertThat(best.asked()).isEqualTo(3);
    assertThat(best.q()).isEqualTo(1);
  }

  /** R: pf(2, 3, 20, ncp = 5, lower.tail = FALSE) and without noncentrality. */
  @Test
  void noncentralTail() {
    assertThat(NoncentralF.upperTail(0, 3, 20, 5)).isEqualTo(1);
    assertThat(NoncentralF.upperTail(3.098391, 3, 20, 0)).isCloseTo(0.05, within(1e-6));
    double near = NoncentralF.upperTail(40, 3, 200, 0.999e9 / 1e7);
    assertThat(near).isBetween(0.0, 1.0);
    // both sides of the change of method agree
    double below = NoncentralF.upperTail(3.4e8, 3, 200, 0.9999e9);
    double above = NoncentralF.upperTail(3.4e8, 3, 200, 1.0001e9);
    assertThat(below).isCloseTo(above, within(1e-3));
  }

  /** Pairs of many strata are numbered without room for those that do not occur. */
  @Test
  void manyStrata() {
    int n = 60_000;
    String[] texts = IntStream.range(0, n).mapToObj(i -> "s" + i / 2).toArray(String[]::new);
    Strata a = Strata.of("a", Arrays.asList(texts));
    Strata b = Strata.of("b", Arrays.asList(texts));
    double[] y = IntStream.range(0, n).map(i -> i / 2).asDoubleStream().toArray();
    GeographicalDetector detector = GeographicalDetector.of(y, List.of(a, b), Convention.GDVERSE);
    assertThat(detector.interactions().get(0).q()).isEqualTo(1);
    assertThat(detector.risks(50)).isEmpty();
  }
}
