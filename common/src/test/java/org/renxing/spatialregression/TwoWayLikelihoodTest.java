package org.renxing.spatialregression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two-way effects against the likelihood of transformed data in full matrices. */
class TwoWayLikelihoodTest {
  /**
   * Lee and Yu 2010: the likelihood of data that orthonormal contrasts transform, in full matrices,
   * is that of the fit, and it is at its maximum there.
   */
  @ParameterizedTest
  @EnumSource(SpatialModel.class)
  void likelihoodOfTheTransformedData(SpatialModel model) {
    SimulatedPanel data =
        new SimulatedPanel(SimulatedPanel.nearest(9, 3, 4), 4, 0.3, 0.5, false, 5);
    SpatialFit fit =
        SpatialRegression.fit(
            data.panel(SpatialEffects.TWO_WAY), model, LogDeterminant.of(data.w, 1));
    double[][] f = SimulatedPanel.contrasts(9);
    double[][] w = product(f, product(SimulatedPanel.dense(data.w), transposed(f)));
    double rho = fit.spatial().estimate();
    double[] beta = fit.terms().stream().mapToDouble(SpatialFit.Term::estimate).toArray();
    double at = likelihood(data, w, f, model, rho, beta, fit.sigma2());
    assertThat(fit.logLikelihood()).isCloseTo(at, within(1e-9));
    double h = 1e-5;
    double above = likelihood(data, w, f, model, rho + h, beta, fit.sigma2());
    double below = likelihood(data, w, f, model, rho - h, beta, fit.sigma2());
    assertThat((above - below) / (2 * h)).isCloseTo(0, within(1e-4));
    for (int j = 0; j < beta.length; j++) {
      double[] up = beta.clone();
      double[] down = beta.clone();
      up[j] += h;
      down[j] -= h;
      double slope =
          likelihood(data, w, f, model, rho, up, fit.sigma2())
              - likelihood(data, w, f, model, rho, down, fit.sigma2());
      assertThat(slope / (2 * h)).isCloseTo(0, within(1e-4));
    }
    assertThat(fit.spatial().standardError())
        .isCloseTo(standardError(data, w, f, model, rho, beta, fit.sigma2()), within(1e-8));
  }

  private static double[][] product(double[][] a, double[][] b) {
    return new Array2DRowRealMatrix(a).multiply(new Array2DRowRealMatrix(b)).getData();
  }

  private static double[][] transposed(double[][] a) {
    return new Array2DRowRealMatrix(a).transpose().getData();
  }

  /** Contrasts of periods, then of units, of period × unit. */
  private static double[][] contrasted(double[][] values, double[][] f) {
    double[][] over = product(SimulatedPanel.contrasts(values.length), values);
    return product(over, transposed(f));
  }

  private static double[][][] columns(
      SimulatedPanel data, double[][] w, double[][] f, SpatialModel model) {
    int k = model.hasLaggedRegressors() ? 4 : 2;
    double[][][] out = new double[k][][];
    for (int j = 0; j < k; j++) {
      double[][] plain = contrasted(data.x[j % 2], f);
      out[j] = j < 2 ? plain : product(plain, transposed(w));
    }
    return out;
  }

  private static double likelihood(
      SimulatedPanel data,
      double[][] w,
      double[][] f,
      SpatialModel model,
      double rho,
      double[] beta,
      double sigma2) {
    double[][] y = contrasted(data.y, f);
    double[][][] x = columns(data, w, f, model);
    RealMatrix s =
        MatrixUtils.createRealIdentityMatrix(w.length)
            .subtract(new Array2DRowRealMatrix(w).scalarMultiply(rho));
    double sum = 0;
    for (int t = 0; t < y.length; t++) {
      double[] mean = new double[w.length];
      for (int i = 0; i < mean.length; i++) {
        for (int j = 0; j < beta.length; j++) {
          mean[i] += beta[j] * x[j][t][i];
        }
      }
      double[] e = s.operate(y[t]);
      double[] shift = model.hasLag() ? mean : s.operate(mean);
      for (int i = 0; i < e.length; i++) {
        sum += (e[i] - shift[i]) * (e[i] - shift[i]);
      }
    }
    double n = y.length * w.length;
    return -n / 2 * Math.log(2 * Math.PI * sigma2)
        - sum / (2 * sigma2)
        + y.length * Math.log(new LUDecomposition(s).getDeterminant());
  }

  /** Of ρ, from the information matrix in full. */
  private static double standardError(
      SimulatedPanel data,
      double[][] w,
      double[][] f,
      SpatialModel model,
      double rho,
      double[] beta,
      double sigma2) {
    RealMatrix s =
        MatrixUtils.createRealIdentityMatrix(w.length)
            .subtract(new Array2DRowRealMatrix(w).scalarMultiply(rho));
    RealMatrix g =
        new Array2DRowRealMatrix(w).multiply(new LUDecomposition(s).getSolver().getInverse());
    double[][][] x = columns(data, w, f, model);
    int periods = data.y.length - 1;
    int k = beta.length;
    double[][] out = new double[k + 2][k + 2];
    out[0][0] = periods * w.length / (2 * sigma2 * sigma2);
    out[0][1] = periods * g.getTrace() / sigma2;
    out[1][0] = out[0][1];
    out[1][1] = periods * (g.multiply(g).getTrace() + g.transpose().multiply(g).getTrace());
    for (int t = 0; t < periods; t++) {
      double[] mean = new double[w.length];
      for (int j = 0; j < k; j++) {
        for (int i = 0; i < mean.length; i++) {
          mean[i] += beta[j] * x[j][t][i];
        }
      }
      double[] gm = g.operate(mean);
      out[1][1] += model.hasLag() ? LeastSquares.dot(gm, gm) / sigma2 : 0;
      for (int j = 0; j < k; j++) {
        double cross = model.hasLag() ? LeastSquares.dot(gm, x[j][t]) / sigma2 : 0;
        out[1][j + 2] += cross;
        out[j + 2][1] += cross;
        for (int i = 0; i < k; i++) {
          double[] a = model.hasLag() ? x[i][t] : s.operate(x[i][t]);
          double[] b = model.hasLag() ? x[j][t] : s.operate(x[j][t]);
          out[i + 2][j + 2] += LeastSquares.dot(a, b) / sigma2;
        }
      }
    }
    RealMatrix inverse =
        new LUDecomposition(new Array2DRowRealMatrix(out), 0).getSolver().getInverse();
    return Math.sqrt(inverse.getEntry(1, 1));
  }
}
