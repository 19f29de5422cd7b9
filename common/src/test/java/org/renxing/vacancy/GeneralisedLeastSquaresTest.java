package org.renxing.vacancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.renxing.model.OccupancySignal;
import org.renxing.vacancy.ErrorModel.Shared;
import org.renxing.vacancy.SignalFit.Basis;

/** Properties of the weights under any covariance, intercepts and slopes. */
class GeneralisedLeastSquaresTest {
  private static final int K = OccupancySignal.COUNT;

  @Property(tries = 200)
  void weightsAreThoseOfARegressionOnWhitenedSignals(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 63) int pattern) {
    SplittableRandom random = new SplittableRandom(seed);
    ErrorModel model = model(random);
    PatternWeights w = PatternWeights.of(pattern, model, 0.95);
    double[] rates = random.doubles(K).toArray();
    int[] present =
        java.util.stream.IntStream.range(0, K).filter(k -> (pattern >> k & 1) == 1).toArray();
    RealMatrix s =
        MatrixUtils.createRealMatrix(model.covariance().toArray()).getSubMatrix(present, present);
    // least squares without an intercept on S^-½ b and S^-½ (r − a), by eigenvectors
    EigenDecomposition eigen = new EigenDecomposition(s);
    double xx = 0;
    double xy = 0;
    for (int e = 0; e < present.length; e++) {
      double x = 0;
      double y = 0;
      for (int i = 0; i < present.length; i++) {
        SignalFit fit = model.fits().get(present[i]);
        x += eigen.getEigenvector(e).getEntry(i) * fit.slope();
        y += eigen.getEigenvector(e).getEntry(i) * (rates[present[i]] - fit.intercept());
      }
      xx += x * x / eigen.getRealEigenvalue(e);
      xy += x * y / eigen.getRealEigenvalue(e);
    }
    assertThat(w.estimate(new PerSignal(rates))).isCloseTo(xy / xx, within(1e-8));
    assertThat(w.variance()).isCloseTo(1 / xx, within(1e-8));
  }

  @Property(tries = 200)
  void aFurtherSignalNeverWidensTheIntervalAndAbsentOnesWeighNothing(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 63) int pattern) {
    ErrorModel model = model(new SplittableRandom(seed));
    PatternWeights w = PatternWeights.of(pattern, model, 0.95);
    double slope = 0;
    for (int k = 0; k < K; k++) {
      boolean isThere = (pattern >> k & 1) == 1;
      if (!isThere) {
        assertThat(w.weights().get(k)).isZero();
        PatternWeights more = PatternWeights.of(pattern | 1 << k, model, 0.95);
        assertThat(more.variance()).isLessThanOrEqualTo(w.variance() * (1 + 1e-9));
      }
      slope += w.weights().get(k) * model.fits().get(k).slope();
    }
    assertThat(slope).as("W'b").isCloseTo(1, within(1e-9));
  }

  @Property(tries = 200)
  void splittingAndOrderOfSumsChangeNothing(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    RateEstimator estimator = new RateEstimator(model(random), 0.9);
    List<PatternSum> areas = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      long units = random.nextLong(1, 1000);
      areas.add(VacancyCases.area(units, random.doubles(1 + i % K, 0, (double) units).toArray()));
    }
    VacancyRate forward = estimator.estimate(areas);
    List<PatternSum> backward = new ArrayList<>(areas);
    java.util.Collections.reverse(backward);
    assertThat(estimator.estimate(backward)).isEqualTo(forward);
    assertThat(forward.lower()).isBetween(0.0, forward.rate());
    assertThat(forward.upper()).isBetween(forward.rate(), 1.0);
  }

  @Property(tries = 200)
  void correlationsBecomePossible(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] r = new double[K][K];
    for (int k = 0; k < K; k++) {
      r[k][k] = 1;
      for (int l = 0; l < k; l++) {
        r[k][l] = r[l][k] = random.nextDouble(-1, 1);
      }
    }
    double[][] fixed = PositiveDefinite.correlations(r);
    EigenDecomposition eigen = new EigenDecomposition(MatrixUtils.createRealMatrix(fixed));
    for (double value : eigen.getRealEigenvalues()) {
      assertThat(value).isGreaterThan(0.001);
    }
    for (int k = 0; k < K; k++) {
      assertThat(fixed[k][k]).isEqualTo(1);
    }
    assertThat(PositiveDefinite.correlations(fixed)[1][0]).isCloseTo(fixed[1][0], within(0.05));
  }

  /** Any covariance B B' + 0.01 I, slopes about 1, intercepts about 0. */
  private static ErrorModel model(SplittableRandom random) {
    double[][] b = new double[K][K];
    for (double[] row : b) {
      for (int l = 0; l < K; l++) {
        row[l] = random.nextDouble(-0.2, 0.2);
      }
    }
    RealMatrix m = MatrixUtils.createRealMatrix(b);
    RealMatrix s =
        m.multiply(m.transpose()).add(MatrixUtils.createRealIdentityMatrix(K).scalarMultiply(0.01));
    List<SignalFit> fits = new ArrayList<>();
    for (OccupancySignal signal : OccupancySignal.values()) {
      double sd = Math.sqrt(s.getEntry(signal.place(), signal.place()));
      fits.add(
          new SignalFit(
              signal,
              random.nextDouble(-0.2, 0.2),
              random.nextDouble(0.5, 1.5),
              sd,
              0,
              Basis.CONFIGURED));
    }
    PerPair none = new PerPair(new double[K][K]);
    return new ErrorModel(fits, new PerPair(s.getData()), new Shared(none, none, none));
  }
}
