package org.renxing.spatialregression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.renxing.space.WeightMatrix;

class LogDeterminantTest {
  /** Against a dense factorisation with pivots, weights of any shape. */
  @Property(tries = 60)
  void exact(
      @ForAll @IntRange(min = 2, max = 25) int n,
      @ForAll @DoubleRange(min = -0.95, max = 0.95) double share,
      @ForAll int seed) {
    Random random = new Random(seed);
    int[][] pairs =
        IntStream.range(0, n * n)
            .filter(e -> e / n != e % n && (random.nextInt(4) == 0 || e % n == (e / n + 1) % n))
            .mapToObj(e -> new int[] {e / n, e % n})
            .toArray(int[][]::new);
    WeightMatrix w =
        WeightMatrix.of(
            n,
            IntStream.range(0, pairs.length).map(e -> pairs[e][0]).toArray(),
            IntStream.range(0, pairs.length).map(e -> pairs[e][1]).toArray(),
            random.doubles(pairs.length, 0.1, 2).toArray());
    LogDeterminant determinant = LogDeterminant.of(w, 1);
    double rho = share * determinant.bound();
    RealMatrix dense = new Array2DRowRealMatrix(SimulatedPanel.dense(w));
    RealMatrix s = MatrixUtils.createRealIdentityMatrix(n).subtract(dense.scalarMultiply(rho));
    LUDecomposition lu = new LUDecomposition(s);
    RealMatrix g = dense.multiply(lu.getSolver().getInverse());
    assertThat(determinant.value(rho)).isCloseTo(Math.log(lu.getDeterminant()), within(1e-9));
    LogDeterminant.Derivatives found = determinant.derivatives(rho);
    double size = 1 + g.getFrobeniusNorm() * g.getFrobeniusNorm();
    assertThat(found.value()).isCloseTo(determinant.value(rho), within(1e-12 * size));
    assertThat(found.first()).isCloseTo(-g.getTrace(), within(1e-9 * size));
    assertThat(found.second()).isCloseTo(-g.multiply(g).getTrace(), within(1e-9 * size));
    assertThat(determinant.squares(rho)).isCloseTo(size - 1, within(1e-9 * size));
    double[] b = random.doubles(n).toArray();
    double[] x = determinant.solve(rho, b);
    double[] back = s.operate(x);
    double[] series = determinant.series(rho, b);
    double[] sums = determinant.columnSums(rho);
    double[] ones = new double[n];
    Arrays.fill(ones, 1);
    double[] expected = g.preMultiply(ones);
    for (int i = 0; i < n; i++) {
      assertThat(back[i]).isCloseTo(b[i], within(1e-9));
      assertThat(series[i]).isCloseTo(x[i], within(1e-7 * size));
      assertThat(sums[i]).isCloseTo(expected[i], within(1e-7 * size));
    }
  }

  /** Random traces come near, also at the ends of the range. */
  @Test
  void stochastic() {
    WeightMatrix w = SimulatedPanel.nearest(1500, 6, 5);
    LogDeterminant exact = LogDeterminant.of(w, 1);
    LogDeterminant random = new StochasticDeterminant(w, 1);
    assertThat(exact.isExact()).isTrue();
    assertThat(random.isExact()).isFalse();
    for (double rho : new double[] {-0.9, -0.3, 0, 0.4, 0.8, 0.97}) {
      double value = exact.value(rho);
      assertThat(random.value(rho)).isCloseTo(value, within(0.02 * Math.abs(value) + 0.01));
      double first = exact.derivatives(rho).first();
      assertThat(random.derivatives(rho).first())
          .isCloseTo(first, within(0.05 * Math.abs(first) + 1));
      double second = exact.derivatives(rho).second();
      assertThat(random.derivatives(rho).second())
          .isCloseTo(second, within(0.1 * Math.abs(second) + 5));
    }
    assertThat(random.squares(0.5) / exact.squares(0.5)).isCloseTo(1, within(0.02));
    assertThat(new StochasticDeterminant(w, 1).value(0.5)).isEqualTo(random.value(0.5));
    assertThat(new StochasticDeterminant(w, 2).value(0.5)).isNotEqualTo(random.value(0.5));
  }

  @Test
  void manyUnitsAreTakenAtRandom() {
    int n = LogDeterminant.MOST_EXACT + 1;
    int[][] ring =
        IntStream.range(0, n)
            .mapToObj(i -> IntStream.of((i + 1) % n, (i + n - 1) % n).sorted().toArray())
            .toArray(int[][]::new);
    LogDeterminant determinant = LogDeterminant.of(WeightMatrix.binary(ring).rowStandardised(), 3);
    assertThat(determinant.isExact()).isFalse();
    // eigenvalues of a ring are cosines: ln|S|/n → ln((1 + √(1 − ρ²))/2)
    double limit = Math.log((1 + Math.sqrt(1 - 0.36)) / 2);
    assertThat(determinant.value(0.6) / n).isCloseTo(limit, within(1e-3));
  }
}
