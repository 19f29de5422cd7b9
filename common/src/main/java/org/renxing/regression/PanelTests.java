package org.renxing.regression;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.NonPositiveDefiniteMatrixException;
import org.apache.commons.math3.linear.RealVector;
import org.renxing.numerics.TailProbability;

/** Tests of regressions on panels. */
public final class PanelTests {
  private PanelTests() {}

  /**
   * Whether effects are needed: F = (RSS of the pooled − RSS of the effects regression) over their
   * degrees of freedom, over the variance of the latter. Both must rest on the same rows.
   */
  public static TestStatistic effects(RegressionFit pooled, RegressionFit within) {
    int numerator = pooled.degreesOfFreedom() - within.degreesOfFreedom();
    if (numerator < 1 || pooled.size() != within.size()) {
      return TestStatistic.without("NOT_NESTED");
    }
    double f =
        (pooled.residualSquares() - within.residualSquares()) / numerator / within.variance();
    int denominator = within.degreesOfFreedom();
    return new TestStatistic(
        f, numerator, denominator, TailProbability.fisher(f, numerator, denominator), "");
  }

  /**
   * Breusch and Pagan's (1980) Lagrange multiplier for effects of units in the residuals of a
   * pooled regression, chi-squared with 1 degree of freedom; for unbalanced panels as Baltagi and
   * Li (1990).
   */
  public static TestStatistic breuschPagan(RegressionFit pooled) {
    PanelRows panel = pooled.panel().orElseThrow();
    double[] sums = new double[panel.units()];
    double[] counts = new double[sums.length];
    for (int i = 0; i < panel.size(); i++) {
      sums[panel.unit()[i]] += pooled.residuals()[i];
      counts[panel.unit()[i]]++;
    }
    double n = panel.size();
    double spread = Columns.dot(counts, counts) - n;
    if (!(spread > 0)) {
      return TestStatistic.without("ONE_ROW_A_UNIT");
    }
    double excess = Columns.dot(sums, sums) / pooled.residualSquares() - 1;
    double value = n * n * excess * excess / (2 * spread);
    return new TestStatistic(value, 1, Double.NaN, TailProbability.chiSquared(value, 1), "");
  }

  /**
   * Hausman's (1978) test of fixed against random effects by the difference of the coefficients
   * that both have, with classic covariances. Where the difference of covariances is not positive
   * definite, as happens in small samples, there is no statistic.
   */
  public static TestStatistic hausman(RegressionFit fixed, RegressionFit random) {
    List<String> both = fixed.terms().stream().filter(random.terms()::contains).toList();
    double[][] v = Covariances.classic(fixed).matrix();
    double[][] w = Covariances.classic(random).matrix();
    int k = both.size();
    double[][] difference = new double[k][k];
    double[] b = new double[k];
    for (int i = 0; i < k; i++) {
      int fi = fixed.terms().indexOf(both.get(i));
      int ri = random.terms().indexOf(both.get(i));
      b[i] = fixed.coefficients()[fi] - random.coefficients()[ri];
      for (int j = 0; j < k; j++) {
        int fj = fixed.terms().indexOf(both.get(j));
        int rj = random.terms().indexOf(both.get(j));
        difference[i][j] = v[fi][fj] - w[ri][rj];
      }
    }
    double value = quadratic(b, difference);
    return Double.isNaN(value)
        ? TestStatistic.without("COVARIANCE_NOT_POSITIVE_DEFINITE")
        : new TestStatistic(value, k, Double.NaN, TailProbability.chiSquared(value, k), "");
  }

  /**
   * Wald's test that some coefficients are all 0, as F with the degrees of freedom of the
   * covariance.
   */
  public static TestStatistic wald(RegressionFit fit, Covariance covariance, List<String> terms) {
    int[] places =
        terms.stream().mapToInt(fit.terms()::indexOf).filter(place -> place >= 0).toArray();
    double[] b = Arrays.stream(places).mapToDouble(p -> fit.coefficients()[p]).toArray();
    double[][] v = new double[places.length][places.length];
    for (int i = 0; i < places.length; i++) {
      for (int j = 0; j < places.length; j++) {
        v[i][j] = covariance.matrix()[places[i]][places[j]];
      }
    }
    double value = quadratic(b, v) / places.length;
    if (Double.isNaN(value)) {
      return TestStatistic.without(
          places.length == 0 ? "NO_TERMS" : "COVARIANCE_NOT_POSITIVE_DEFINITE");
    }
    double free = covariance.degreesOfFreedom();
    double p =
        Double.isInfinite(free)
            ? TailProbability.chiSquared(value * places.length, places.length)
            : TailProbability.fisher(value, places.length, free);
    return new TestStatistic(value, places.length, free, p, "");
  }

  /** b' V⁻¹ b, after scaling V to ones on its diagonal; NaN where it is not positive definite. */
  private static double quadratic(double[] b, double[][] v) {
    int k = b.length;
    double[] scaled = new double[k];
    double[][] correlation = new double[k][k];
    for (int i = 0; i < k; i++) {
      if (!(v[i][i] > 0)) {
        return Double.NaN;
      }
      scaled[i] = b[i] / Math.sqrt(v[i][i]);
      for (int j = 0; j < k; j++) {
        correlation[i][j] = v[i][j] / Math.sqrt(v[i][i]) / Math.sqrt(v[j][j]);
      }
    }
    try {
      RealVector vector = MatrixUtils.createRealVector(scaled);
      return k == 0
          ? Double.NaN
          : new CholeskyDecomposition(new Array2DRowRealMatrix(correlation, false), 1e-9, 1e-12)
              .getSolver()
              .solve(vector)
              .dotProduct(vector);
    } catch (NonPositiveDefiniteMatrixException e) {
      return Double.NaN;
    }
  }
}
