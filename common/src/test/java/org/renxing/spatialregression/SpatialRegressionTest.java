package org.renxing.spatialregression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.renxing.model.RenxingException;
import org.renxing.space.WeightMatrix;

class SpatialRegressionTest {
  private static SpatialFit fit(SimulatedPanel data, SpatialModel model, SpatialEffects effects) {
    return SpatialRegression.fit(data.panel(effects), model, LogDeterminant.of(data.w, 1));
  }

  /** 285 cities in ten years with effects of both: the parameters come back. */
  @Test
  void durbinOfAPanel() {
    SimulatedPanel data =
        new SimulatedPanel(SimulatedPanel.nearest(285, 6, 1), 10, 0.4, 0.7, false, 2);
    SpatialFit fit = fit(data, SpatialModel.DURBIN, SpatialEffects.TWO_WAY);
    assertThat(fit.observations()).isEqualTo(284 * 9);
    double[] truth = {2, -1, 0.7, 0};
    assertNear(fit.spatial(), 0.4);
    for (int j = 0; j < truth.length; j++) {
      assertNear(fit.terms().get(j), truth[j]);
    }
    assertThat(fit.sigma2()).isCloseTo(1, within(0.1));
    List<SpatialImpacts.Impact> impacts =
        SpatialImpacts.of(fit, LogDeterminant.of(data.w, 1), 1000, 1);
    assertNear(impacts.get(0).total(), (2 + 0.7) / 0.6);
    assertNear(impacts.get(1).total(), -1 / 0.6);
    assertThat(impacts.get(0).direct().estimate() + impacts.get(0).indirect().estimate())
        .isCloseTo(impacts.get(0).total().estimate(), within(1e-12));
  }

  private static void assertNear(SpatialFit.Term term, double truth) {
    assertThat(term.standardError()).isPositive();
    assertThat(Math.abs(term.estimate() - truth) / term.standardError())
        .as(term.name() + " " + term.estimate() + " " + truth)
        .isLessThan(3.5);
  }

  @Test
  void errorsOfAPanel() {
    SimulatedPanel data = new SimulatedPanel(SimulatedPanel.nearest(200, 5, 1), 6, 0.5, 0, true, 3);
    SpatialFit fit = fit(data, SpatialModel.ERROR, SpatialEffects.TWO_WAY);
    assertNear(fit.spatial(), 0.5);
    assertNear(fit.terms().get(0), 2);
    assertThat(fit.spatial().name()).isEqualTo("lambda");
    SpatialFit durbin = fit(data, SpatialModel.DURBIN, SpatialEffects.TWO_WAY);
    SpatialFit lag = fit(data, SpatialModel.LAG, SpatialEffects.TWO_WAY);
    List<SpatialTests.Test> tests =
        List.of(SpatialTests.simplification(durbin, lag), SpatialTests.simplification(durbin, fit));
    // the data are of an error model, so that it is a simplification and the lag model none
    assertThat(tests.get(0).pValue()).isLessThan(0.01);
    assertThat(tests.get(1).pValue()).isGreaterThan(0.01);
    assertThat(tests.get(1).degrees()).isEqualTo(2);
    List<SpatialTests.Test> lagrange = SpatialTests.lagrange(data.panel(SpatialEffects.TWO_WAY));
    assertThat(lagrange.get(2).pValue()).isLessThan(0.001);
  }

  /** Effects by full matrices: means of the diagonal and of the row sums of S^−1(β + Wθ). */
  @Test
  void impactsByFullMatrices() {
    WeightMatrix w =
        WeightMatrix.of(
            5,
            new int[] {0, 1, 1, 2, 3, 4, 4},
            new int[] {1, 0, 2, 1, 2, 3, 0},
            new double[] {1, .5, 1, 2, 1, .3, 1});
    SimulatedPanel data = new SimulatedPanel(w, 12, 0.2, 0.5, false, 6);
    SpatialFit fit = fit(data, SpatialModel.DURBIN, SpatialEffects.UNIT);
    LogDeterminant determinant = LogDeterminant.of(w, 1);
    SpatialImpacts.Impact found = SpatialImpacts.of(fit, determinant, 4000, 1).get(0);
    RealMatrix dense = new Array2DRowRealMatrix(SimulatedPanel.dense(w));
    RealMatrix one = MatrixUtils.createRealIdentityMatrix(5);
    RealMatrix s = one.subtract(dense.scalarMultiply(fit.spatial().estimate()));
    RealMatrix effects =
        new LUDecomposition(s)
            .getSolver()
            .getInverse()
            .multiply(
                one.scalarMultiply(fit.terms().get(0).estimate())
                    .add(dense.scalarMultiply(fit.terms().get(2).estimate())));
    double all = Arrays.stream(effects.getData()).flatMapToDouble(Arrays::stream).sum() / 5;
    assertThat(found.direct().estimate()).isCloseTo(effects.getTrace() / 5, within(1e-12));
    assertThat(found.total().estimate()).isCloseTo(all, within(1e-10));
    assertThat(found.total().standardError()).isPositive();
    assertThat(SpatialImpacts.of(fit, determinant, 4000, 1).get(0)).isEqualTo(found);
    assertThat(SpatialImpacts.of(fit, determinant, 4000, 2).get(0)).isNotEqualTo(found);
  }

  /** The simulated standard error of β/(1 − ρ) is that of the delta method, about. */
  @Test
  void simulatedErrors() {
    SimulatedPanel data =
        new SimulatedPanel(SimulatedPanel.nearest(300, 5, 1), 5, 0.3, 0, false, 3);
    SpatialFit fit = fit(data, SpatialModel.LAG, SpatialEffects.TWO_WAY);
    double rest = 1 - fit.spatial().estimate();
    double beta = fit.terms().get(0).estimate();
    List<List<Double>> v = fit.covariance();
    double variance =
        v.get(1).get(1) / (rest * rest)
            + 2 * v.get(0).get(1) * beta / (rest * rest * rest)
            + v.get(0).get(0) * beta * beta / (rest * rest * rest * rest);
    double simulated =
        SpatialImpacts.of(fit, LogDeterminant.of(data.w, 1), 20_000, 1)
            .get(0)
            .total()
            .standardError();
    assertThat(simulated / Math.sqrt(variance)).isCloseTo(1, within(0.03));
  }

  /** Levels of units and periods do not matter to two-way effects; nor does the order of units. */
  @Property(tries = 10)
  void levelsAndOrder(@ForAll @IntRange(min = 12, max = 30) int n, @ForAll int seed) {
    SimulatedPanel data =
        new SimulatedPanel(SimulatedPanel.nearest(n, 3, seed), 4, 0.3, 0.5, false, seed);
    Random random = new Random(seed);
    int[] turned = IntStream.range(0, n).map(i -> n - 1 - i).toArray();
    double[] unit = random.doubles(n, 0, 50).toArray();
    double[][] y = new double[4][];
    double[][][] x = new double[2][4][];
    for (int t = 0; t < 4; t++) {
      double period = 10 * random.nextDouble();
      int at = t;
      y[t] =
          Arrays.stream(turned).mapToDouble(i -> 3 * (data.y[at][i] + unit[i] + period)).toArray();
      for (int j = 0; j < 2; j++) {
        int column = j;
        x[j][t] = Arrays.stream(turned).mapToDouble(i -> data.x[column][at][i]).toArray();
      }
    }
    WeightMatrix w = data.w.among(turned);
    SpatialFit a;
    try {
      a = fit(data, SpatialModel.ERROR, SpatialEffects.TWO_WAY);
    } catch (RenxingException e) {
      assertThat(e).hasMessageContaining("no maximum");
      return;
    }
    SpatialFit b =
        SpatialRegression.fit(
            new SpatialPanel(w, y, List.of("a", "b"), x, SpatialEffects.TWO_WAY),
            SpatialModel.ERROR,
            LogDeterminant.of(w, 1));
    assertThat(b.spatial().estimate()).isCloseTo(a.spatial().estimate(), within(1e-8));
    assertThat(b.terms().get(0).estimate())
        .isCloseTo(3 * a.terms().get(0).estimate(), within(1e-7));
  }

  @Test
  void whatHasNoAnswer() {
    WeightMatrix w = SimulatedPanel.nearest(20, 3, 1);
    SimulatedPanel data = new SimulatedPanel(w, 2, 0.3, 0, false, 1);
    double[][][] same = {data.x[0], data.x[0]};
    assertThatThrownBy(
            () ->
                SpatialRegression.fit(
                    new SpatialPanel(w, data.y, List.of("a", "b"), same, SpatialEffects.NONE),
                    SpatialModel.LAG,
                    LogDeterminant.of(w, 1)))
        .hasMessageContaining("b: follows from the other regressors");
    double[][][] constant = {data.x[0], {new double[20], new double[20]}};
    assertThatThrownBy(
            () ->
                SpatialRegression.fit(
                    new SpatialPanel(w, data.y, List.of("a", "c"), constant, SpatialEffects.UNIT),
                    SpatialModel.LAG,
                    LogDeterminant.of(w, 1)))
        .hasMessageContaining("c: follows");
    double[][] flat = {new double[20], new double[20]};
    assertThatThrownBy(
            () ->
                SpatialRegression.fit(
                    new SpatialPanel(w, flat, List.of("a", "b"), data.x, SpatialEffects.NONE),
                    SpatialModel.LAG,
                    LogDeterminant.of(w, 1)))
        .hasMessageContaining("constant");
    WeightMatrix island = WeightMatrix.binary(new int[20][0]);
    assertThatThrownBy(
            () -> new SpatialPanel(island, data.y, List.of(), data.x, SpatialEffects.NONE))
        .hasMessageContaining("without a neighbour");
    int[][] ring =
        IntStream.range(0, 20)
            .mapToObj(i -> IntStream.of((i + 1) % 20, (i + 19) % 20).sorted().toArray())
            .toArray(int[][]::new);
    assertThatThrownBy(
            () ->
                new SpatialPanel(
                    WeightMatrix.binary(ring),
                    data.y,
                    List.of("a", "b"),
                    data.x,
                    SpatialEffects.TWO_WAY))
        .hasMessageContaining("rows sum to 1");
    assertThatThrownBy(
            () ->
                new SpatialPanel(
                    w,
                    new double[][] {data.y[0]},
                    List.of("a"),
                    new double[][][] {{data.x[0][0]}},
                    SpatialEffects.UNIT))
        .hasMessageContaining("two periods");
  }
}
