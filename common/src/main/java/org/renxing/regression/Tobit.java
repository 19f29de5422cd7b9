package org.renxing.regression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.NonPositiveDefiniteMatrixException;
import org.apache.commons.math3.linear.RealMatrix;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;

/**
 * A regression of a response that is censored from below, above or both (Tobin 1958), by maximum
 * likelihood. Newton's method on δ = β/σ and θ = 1/σ, in which the log-likelihood is concave (Olsen
 * 1978), in orthonormal columns. Standard errors are from the observed information.
 *
 * @param terms those with an estimate
 * @param covariance of the coefficients and log σ, which is last
 * @param counts rows at or below the lower limit, between the limits, at or above the upper one
 * @param absent terms without an estimate, with the reason
 */
@SuppressWarnings("ArrayRecordComponent") // an immutable result
public record Tobit(
    List<String> order,
    List<String> terms,
    double[] coefficients,
    double sigma,
    double[][] covariance,
    double logLikelihood,
    List<Integer> counts,
    Map<String, String> absent) {
  private static final int MOST_STEPS = 200;

  /** Limits of the response; infinite for none. */
  public record Limits(double lower, double upper) {
    /**
     * Checks the order.
     *
     * @throws RenxingException USAGE where the lower limit is not below the upper one
     */
    public Limits {
      if (!(lower < upper)) {
        throw new RenxingException(
            ErrorCode.USAGE,
            String.format(
                Locale.ROOT, "limits %s and %s: lower must be below upper", lower, upper));
      }
    }
  }

  /**
   * Fits.
   *
   * @throws RenxingException DATA_CHECK where all rows are censored, there are too few, or a term
   *     parts censored rows from others, so that the likelihood has no maximum
   */
  public static Tobit of(DesignMatrix design, Limits limits) {
    RegressionFit start = LeastSquares.pooled(design);
    double[] y = design.y();
    int below = (int) Arrays.stream(y).filter(v -> v <= limits.lower).count();
    int above = (int) Arrays.stream(y).filter(v -> v >= limits.upper).count();
    int between = y.length - below - above;
    if (between == 0) {
      throw failed("no row lies between the limits; all " + y.length + " are censored");
    }
    Columnwise columns = Columnwise.of(design, start.terms());
    requireSpread(design, start, limits, columns);
    TobitLikelihood likelihood = new TobitLikelihood(columns.q(), y, limits);
    double sd = Math.sqrt(start.residualSquares() / y.length);
    double[] at = columns.coordinates(y);
    for (int j = 0; j < at.length; j++) {
      at[j] /= sd > 0 ? sd : 1;
    }
    double[] parameters = Arrays.copyOf(at, at.length + 1);
    parameters[at.length] = sd > 0 ? 1 / sd : 1;
    double[] best = climb(likelihood, parameters);
    return columns.answer(start, best, likelihood, List.of(below, between, above));
  }

  /** Rows between the limits must not be fitted exactly: σ would be 0. */
  private static void requireSpread(
      DesignMatrix design, RegressionFit start, Limits limits, Columnwise columns) {
    int[] inside =
        IntStream.range(0, design.size())
            .filter(i -> design.y()[i] > limits.lower && design.y()[i] < limits.upper)
            .toArray();
    List<double[]> own = columns.q().stream().map(c -> Columns.select(c, inside)).toList();
    double[] least = own.stream().mapToDouble(c -> 1e-10).toArray();
    PivotedQr qr = PivotedQr.of(own.toArray(new double[0][]), least);
    double[] rest = Columns.select(design.y(), inside);
    double length = Columns.norm(rest);
    qr.orthogonalise(rest, new double[qr.kept().size()]);
    if (!(Columns.norm(rest) > 1e-12 * length)) {
      throw failed(
          "the "
              + inside.length
              + " rows between the limits are fitted exactly by "
              + start.terms().size()
              + " coefficients, so that sigma is 0");
    }
  }

  private static double[] climb(TobitLikelihood likelihood, double[] start) {
    double[] at = start;
    TobitLikelihood.Point point = likelihood.at(at);
    for (int step = 0; step < MOST_STEPS; step++) {
      double[] move;
      try {
        move =
            new CholeskyDecomposition(
                    new Array2DRowRealMatrix(point.information(), false), 1e-9, 1e-13)
                .getSolver()
                .solve(new ArrayRealVector(point.gradient()))
                .toArray();
      } catch (NonPositiveDefiniteMatrixException e) {
        throw separated();
      }
      double share = 1;
      double[] next = moved(at, move, share);
      TobitLikelihood.Point better = likelihood.at(next);
      while (!(better.value() >= point.value() - 1e-9) && share > 1e-10) {
        share /= 2;
        next = moved(at, move, share);
        better = likelihood.at(next);
      }
      double largest = 0;
      for (int j = 0; j < at.length; j++) {
        largest = Math.max(largest, Math.abs(next[j] - at[j]) / (1 + Math.abs(at[j])));
      }
      at = next;
      point = better;
      if (largest < 1e-11) {
        return at;
      }
    }
    throw separated();
  }

  private static double[] moved(double[] at, double[] move, double share) {
    double[] out = at.clone();
    Columns.add(out, share, move);
    return out;
  }

  private static RenxingException separated() {
    return failed(
        "the likelihood has no maximum: some term parts the censored rows from the others, as a"
            + " group whose rows are all censored does; leave it out");
  }

  private static RenxingException failed(String what) {
    return new RenxingException(ErrorCode.DATA_CHECK, "tobit: " + what);
  }

  /** All terms in order, then sigma with the standard error of the delta method. */
  public List<Coefficient> table() {
    List<Coefficient> out = new ArrayList<>();
    for (String term : order) {
      int place = terms.indexOf(term);
      out.add(
          place < 0
              ? Coefficient.without(term, absent.get(term))
              : Coefficient.of(
                  term,
                  coefficients[place],
                  Math.sqrt(covariance[place][place]),
                  Double.POSITIVE_INFINITY));
    }
    double error = sigma * Math.sqrt(covariance[terms.size()][terms.size()]);
    out.add(Coefficient.of("sigma", sigma, error, Double.POSITIVE_INFINITY));
    return out;
  }

  /** The columns of terms with an estimate, orthonormal, and the way back. */
  @SuppressWarnings("ArrayRecordComponent") // an immutable result
  private record Columnwise(List<double[]> q, double[][] inverse) {
    static Columnwise of(DesignMatrix design, List<String> terms) {
      List<double[]> columns = new ArrayList<>();
      for (String term : terms) {
        columns.add(
            term.equals(Formula.INTERCEPT)
                ? Columns.filled(design.size(), 1)
                : design.x()[design.terms().indexOf(term)]);
      }
      PivotedQr qr = PivotedQr.of(columns.toArray(new double[0][]), new double[columns.size()]);
      return new Columnwise(qr.q(), qr.inverse());
    }

    double[] coordinates(double[] y) {
      return q.stream().mapToDouble(c -> Columns.dot(c, y)).toArray();
    }

    Tobit answer(
        RegressionFit start, double[] best, TobitLikelihood likelihood, List<Integer> counts) {
      int k = q.size();
      double sigma = 1 / best[k];
      RealMatrix back = new Array2DRowRealMatrix(k + 1, k + 1);
      double[] coefficients = new double[k];
      for (int i = 0; i < k; i++) {
        for (int j = i; j < k; j++) {
          back.setEntry(i, j, inverse[i][j] * sigma);
          coefficients[i] += inverse[i][j] * best[j] * sigma;
        }
        back.setEntry(i, k, -coefficients[i] * sigma);
      }
      back.setEntry(k, k, -sigma);
      TobitLikelihood.Point point = likelihood.at(best);
      RealMatrix inner;
      try {
        inner =
            new CholeskyDecomposition(
                    new Array2DRowRealMatrix(point.information(), false), 1e-9, 1e-13)
                .getSolver()
                .getInverse();
      } catch (NonPositiveDefiniteMatrixException e) {
        throw separated();
      }
      return new Tobit(
          start.order(),
          start.terms(),
          coefficients,
          sigma,
          back.multiply(inner).multiply(back.transpose()).getData(),
          point.value(),
          counts,
          start.absent());
    }
  }
}
