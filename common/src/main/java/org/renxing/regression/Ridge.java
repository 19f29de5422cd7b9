package org.renxing.regression;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;

/**
 * Ridge regression in correlation form (Hoerl and Kennard 1970): response and terms are centred and
 * divided by the roots of their centred sums of squares, b = (R + K I)⁻¹ r for the correlations R
 * of terms and r with the response, and b is brought back to the original scale; the intercept is
 * not penalised. The λ of MASS lm.ridge is n K.
 */
public final class Ridge {
  private final DesignMatrix design;
  private final List<Integer> used = new ArrayList<>();
  private final Map<String, String> absent = new LinkedHashMap<>();
  private final double[] lengths;
  private final double responseLength;
  private final double[] singular;
  private final double[][] v;
  private final double[] projected;
  private final double restSquares;

  private Ridge(DesignMatrix design) {
    this.design = design;
    int k = design.x().length;
    this.lengths = new double[k];
    List<double[]> z = new ArrayList<>();
    for (int j = 0; j < k; j++) {
      double[] column = Columns.centred(design.x()[j]);
      lengths[j] = Columns.norm(column);
      if (!(lengths[j] > 1e-12 * Columns.norm(design.x()[j]))) {
        absent.put(design.terms().get(j), "CONSTANT");
        continue;
      }
      used.add(j);
      double[] scaled = new double[column.length];
      Columns.add(scaled, 1 / lengths[j], column);
      z.add(scaled);
    }
    double[] y = Columns.centred(design.y());
    this.responseLength = Columns.norm(y);
    PivotedQr qr = PivotedQr.of(z.toArray(new double[0][]), Columns.filled(z.size(), 1e-13));
    double[] coordinates = new double[qr.kept().size()];
    qr.orthogonalise(y, coordinates);
    this.restSquares = Columns.dot(y, y);
    double[][] upper = new double[qr.kept().size()][z.size()];
    for (int i = 0; i < upper.length; i++) {
      for (int j = 0; j < z.size(); j++) {
        upper[i][j] = Columns.dot(qr.q().get(i), z.get(j));
      }
    }
    SingularValueDecomposition svd =
        new SingularValueDecomposition(new Array2DRowRealMatrix(upper, false));
    this.singular = svd.getSingularValues();
    this.v = svd.getV().getData();
    this.projected = svd.getUT().operate(coordinates);
  }

  /**
   * Takes in the data.
   *
   * @throws RenxingException DATA_CHECK for a formula without intercept, without a term that
   *     varies, or fewer than three rows
   */
  public static Ridge of(DesignMatrix design) {
    if (!design.hasIntercept()) {
      throw failed("needs an intercept; leave out - 1");
    }
    boolean isFlat = true;
    for (double[] column : design.x()) {
      double[] centred = Columns.centred(column);
      isFlat &= !(Columns.norm(centred) > 1e-12 * Columns.norm(column));
    }
    if (design.size() < 3 || isFlat) {
      throw failed(
          design.size() < 3
              ? design.size() + " rows; three or more are needed"
              : "no term varies: " + design.terms());
    }
    if (!(Columns.norm(Columns.centred(design.y())) > 1e-12 * Columns.norm(design.y()))) {
      throw failed("the response " + design.response() + " does not vary");
    }
    return new Ridge(design);
  }

  /**
   * The estimates at a penalty.
   *
   * @param coefficients on the original scale, the intercept first
   * @param inflation the variance inflation factor of each term at this penalty: the diagonal of (R
   *     + K I)⁻¹ R (R + K I)⁻¹; NaN for the intercept
   * @param gcv generalised cross-validation as MASS has it
   */
  @SuppressWarnings("ArrayRecordComponent") // an immutable result
  public record Estimates(
      double penalty,
      List<String> terms,
      double[] coefficients,
      double[] inflation,
      double gcv,
      Map<String, String> absent) {}

  /**
   * The estimates.
   *
   * @param penalty K, 0 or more
   * @throws RenxingException USAGE for a penalty below 0; DATA_CHECK for a penalty of 0 where terms
   *     are combinations of each other
   */
  public Estimates at(double penalty) {
    if (!(penalty >= 0 && penalty < Double.POSITIVE_INFINITY)) {
      throw new RenxingException(
          ErrorCode.USAGE, "penalty " + penalty + ": a finite number of 0 or more is needed");
    }
    int k = used.size();
    boolean isSingular = singular.length < k || singular[singular.length - 1] < 1e-9;
    if (penalty == 0 && isSingular) {
      throw failed(
          "without penalty there is no answer, since terms are combinations of each other: "
              + design.terms());
    }
    double[] out = new double[k + 1];
    double[] inflation = new double[k + 1];
    List<String> terms = new ArrayList<>(List.of(Formula.INTERCEPT));
    inflation[0] = Double.NaN;
    double mean = Columns.mean(design.y());
    for (int i = 0; i < k; i++) {
      int j = used.get(i);
      terms.add(design.terms().get(j));
      for (int s = 0; s < singular.length; s++) {
        double d = singular[s];
        double share = d == 0 ? 0 : d / (d * d + penalty);
        out[i + 1] += v[i][s] * share * projected[s] / lengths[j];
        inflation[i + 1] += v[i][s] * v[i][s] * share * share;
      }
      mean -= out[i + 1] * Columns.mean(design.x()[j]);
    }
    out[0] = mean;
    return new Estimates(penalty, terms, out, inflation, gcv(penalty), absent);
  }

  /** RSS / (n − Σ d²/(d² + K))²; the intercept is not counted. */
  public double gcv(double penalty) {
    double squares = restSquares;
    double free = design.size();
    for (int s = 0; s < singular.length; s++) {
      double d2 = singular[s] * singular[s];
      double share = d2 == 0 ? 0 : d2 / (d2 + penalty);
      squares += projected[s] * projected[s] * (1 - share) * (1 - share);
      free -= share;
    }
    return squares / (free * free);
  }

  /**
   * The penalty with the least {@link #gcv}: the best of a grid from 1e-8 to 100 in 20 steps a
   * decade, then by golden sections between its neighbours, to 1e-10 of it. 0 where no penalty of
   * the grid is better than none.
   */
  public double bestPenalty() {
    int best = 0;
    int most = 200;
    for (int i = 1; i <= most; i++) {
      best = gcv(grid(i)) < gcv(grid(best)) ? i : best;
    }
    if (best == 0) {
      return singular[singular.length - 1] < 1e-9 ? grid(0) : 0;
    }
    double low = Math.log(grid(best - 1));
    double high = Math.log(grid(Math.min(most, best + 1)));
    double ratio = (Math.sqrt(5) - 1) / 2;
    while (high - low > 1e-10) {
      double a = high - ratio * (high - low);
      double b = low + ratio * (high - low);
      boolean isLower = gcv(Math.exp(a)) < gcv(Math.exp(b));
      high = isLower ? b : high;
      low = isLower ? low : a;
    }
    return Math.exp((low + high) / 2);
  }

  private static double grid(int step) {
    return Math.pow(10, -8 + step / 20.0);
  }

  /** Coefficients where both sides are divided by their standard deviations. */
  public Map<String, Double> standardised(Estimates estimates) {
    Map<String, Double> out = new LinkedHashMap<>();
    for (int i = 0; i < used.size(); i++) {
      out.put(
          estimates.terms().get(i + 1),
          estimates.coefficients()[i + 1] * lengths[used.get(i)] / responseLength);
    }
    return out;
  }

  private static RenxingException failed(String what) {
    return new RenxingException(ErrorCode.DATA_CHECK, "ridge: " + what);
  }
}
