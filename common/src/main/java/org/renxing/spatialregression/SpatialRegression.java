package org.renxing.spatialregression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;

/**
 * Maximum likelihood of spatial regressions (Ord 1975; Anselin 1988; for panels Lee and Yu 2010).
 * For each ρ the other parameters are known, so that ln L(ρ) = −n/2 (ln 2πσ²(ρ) + 1) + c ln|I − ρW|
 * is a function of ρ alone. A grid finds its highest place, and the root of its slope the maximum.
 */
public final class SpatialRegression {
  private static final int GRID = 24;
  private static final double END = 0.9999;

  private final SpatialPanel panel;
  private final SpatialModel model;
  private final LogDeterminant determinant;
  private final List<String> names;
  private final double[][] x;
  private final double[][] wx;
  private final double limit;

  private SpatialRegression(SpatialPanel panel, SpatialModel model, LogDeterminant determinant) {
    this.panel = panel;
    this.model = model;
    this.determinant = determinant;
    this.names = panel.terms(model.hasLaggedRegressors());
    this.x = panel.columns(model.hasLaggedRegressors());
    this.wx = model.hasLag() ? new double[0][] : panel.laggedColumns(model.hasLaggedRegressors());
    this.limit = determinant.bound() * END;
  }

  /**
   * Fits a model.
   *
   * @param determinant of the panel's weights
   * @throws RenxingException DATA_CHECK for regressors that follow from others, and a likelihood
   *     that has no maximum inside the range of ρ
   */
  public static SpatialFit fit(SpatialPanel panel, SpatialModel model, LogDeterminant determinant) {
    return new SpatialRegression(panel, model, determinant).fit();
  }

  /** The sum of squared residuals at a ρ, and its slope. */
  private record Rest(double squares, double slope) {}

  private SpatialFit fit() {
    LeastSquares ols = new LeastSquares(x, names);
    double[] own = ols.residuals(panel.y());
    double n = panel.observations();
    double olsSquares = LeastSquares.dot(own, own);
    if (!(olsSquares > 1e-20 * LeastSquares.dot(panel.y(), panel.y()))) {
      throw new RenxingException(
          ErrorCode.DATA_CHECK, "the regressors explain everything (or y is constant)");
    }
    double[] lagged = ols.residuals(panel.wy());
    double rho = maximum(r -> model.hasLag() ? lagRest(own, lagged, r) : errorRest(r));
    Rest rest = model.hasLag() ? lagRest(own, lagged, rho) : errorRest(rho);
    double[] beta =
        model.hasLag()
            ? ols.coefficients(minus(panel.y(), panel.wy(), rho))
            : filtered(rho).coefficients(minus(panel.y(), panel.wy(), rho));
    double sigma2 = rest.squares / n;
    double[][] covariance = covariance(rho, beta, sigma2);
    return new SpatialFit(
        model,
        new SpatialFit.Term(model.parameter(), rho, Math.sqrt(covariance[0][0])),
        terms(beta, covariance),
        Arrays.stream(covariance).map(row -> Arrays.stream(row).boxed().toList()).toList(),
        sigma2,
        panel.observations(),
        likelihood(rest.squares) + panel.copies() * value(rho),
        likelihood(olsSquares),
        determinant.isExact());
  }

  private double likelihood(double squares) {
    double n = panel.observations();
    return -n / 2 * (Math.log(2 * Math.PI * squares / n) + 1);
  }

  private List<SpatialFit.Term> terms(double[] beta, double[][] covariance) {
    List<SpatialFit.Term> out = new ArrayList<>();
    for (int j = 0; j < beta.length; j++) {
      double error = Math.sqrt(covariance[j + 1][j + 1]);
      out.add(new SpatialFit.Term(names.get(j), beta[j], error));
    }
    return out;
  }

  /** ln|I − ρW| without the eigenvalue that effects of periods take out. */
  private double value(double rho) {
    return determinant.value(rho) - (panel.isReduced() ? Math.log1p(-rho) : 0);
  }

  private LogDeterminant.Derivatives derivatives(double rho) {
    LogDeterminant.Derivatives of = determinant.derivatives(rho);
    double one = panel.isReduced() ? 1 / (1 - rho) : 0;
    return new LogDeterminant.Derivatives(value(rho), of.first() + one, of.second() + one * one);
  }

  private interface Rests {
    Rest at(double rho);
  }

  private double maximum(Rests rests) {
    double[] places = new double[GRID + 1];
    int best = 0;
    double most = Double.NEGATIVE_INFINITY;
    for (int g = 0; g <= GRID; g++) {
      places[g] = limit * (2.0 * g / GRID - 1);
      double found = likelihood(rests.at(places[g]).squares) + panel.copies() * value(places[g]);
      best = found > most ? g : best;
      most = Math.max(most, found);
    }
    double low = places[Math.max(0, best - 1)];
    double high = places[Math.min(GRID, best + 1)];
    DoubleUnaryOperator slope =
        r -> {
          Rest rest = rests.at(r);
          return panel.copies() * derivatives(r).first()
              - panel.observations() / 2.0 * rest.slope / rest.squares;
        };
    if (!(slope.applyAsDouble(low) > 0 && slope.applyAsDouble(high) < 0)) {
      throw new RenxingException(
          ErrorCode.DATA_CHECK,
          "the likelihood has no maximum for "
              + model.parameter()
              + " inside its range; another model or other weights may have one");
    }
    return new BrentSolver(1e-12, 1e-14).solve(200, slope::applyAsDouble, low, high);
  }

  private static double[] minus(double[] a, double[] b, double times) {
    double[] out = new double[a.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = a[i] - times * b[i];
    }
    return out;
  }

  private static Rest lagRest(double[] own, double[] lagged, double rho) {
    double[] e = minus(own, lagged, rho);
    return new Rest(LeastSquares.dot(e, e), -2 * LeastSquares.dot(e, lagged));
  }

  private LeastSquares filtered(double lambda) {
    double[][] columns = new double[x.length][];
    for (int j = 0; j < x.length; j++) {
      columns[j] = minus(x[j], wx[j], lambda);
    }
    return new LeastSquares(columns, names);
  }

  /** At the best β its own slope is 0, so that only the direct one counts. */
  private Rest errorRest(double lambda) {
    LeastSquares squares = filtered(lambda);
    double[] target = minus(panel.y(), panel.wy(), lambda);
    double[] beta = squares.coefficients(target);
    double[] e = squares.residuals(target);
    double[] we = panel.wy().clone();
    for (int j = 0; j < x.length; j++) {
      we = minus(we, wx[j], beta[j]);
    }
    return new Rest(LeastSquares.dot(e, e), -2 * LeastSquares.dot(e, we));
  }

  /** Of the spatial parameter and β: the inverse information matrix without its row of σ². */
  private double[][] covariance(double rho, double[] beta, double sigma2) {
    int k = beta.length;
    double c = panel.copies();
    LogDeterminant.Derivatives of = derivatives(rho);
    double trace = -of.first();
    double squares = determinant.squares(rho);
    if (panel.isReduced()) {
      double[] sums = determinant.columnSums(rho);
      squares -= LeastSquares.dot(sums, sums) / sums.length;
    }
    double[][] information = new double[k + 2][k + 2];
    information[0][0] = panel.observations() / (2 * sigma2 * sigma2);
    information[0][1] = c * trace / sigma2;
    information[1][0] = information[0][1];
    information[1][1] = c * (squares - of.second());
    double[][] columns = x;
    if (model.hasLag()) {
      double[] fitted = new double[panel.y().length];
      for (int j = 0; j < k; j++) {
        fitted = minus(fitted, x[j], -beta[j]);
      }
      double[] multiplied = panel.multiplied(fitted, rho, determinant);
      information[1][1] += LeastSquares.dot(multiplied, multiplied) / sigma2;
      for (int j = 0; j < k; j++) {
        information[1][j + 2] = LeastSquares.dot(x[j], multiplied) / sigma2;
        information[j + 2][1] = information[1][j + 2];
      }
    } else {
      columns = new double[k][];
      for (int j = 0; j < k; j++) {
        columns[j] = minus(x[j], wx[j], rho);
      }
    }
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < k; j++) {
        information[i + 2][j + 2] = LeastSquares.dot(columns[i], columns[j]) / sigma2;
      }
    }
    double[][] all = Inverse.of(information);
    double[][] out = new double[k + 1][];
    for (int i = 0; i <= k; i++) {
      out[i] = Arrays.copyOfRange(all[i + 1], 1, k + 2);
    }
    return out;
  }
}
