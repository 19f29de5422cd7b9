package org.renxing.grey;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;
import org.renxing.numerics.Finite;

/**
 * The grey model GM(1,1) of a short series of positive values at equal steps (Deng 1982).
 *
 * <p>With the running sums X and z(k) = (X(k) + X(k−1))/2, least squares of x(k) = b − a z(k), k =
 * 2…n. The fitted values are the differences of X̂(k+1) = (x(1) − b/a) exp(−a k) + b/a, the first
 * is x(1). They are computed as (b − a x(1)) (exp(a) − 1)/a · exp(−a (k−1)), which is defined at a
 * = 0.
 *
 * <p>The posterior variance ratio C is the standard deviation of all n residuals over that of the
 * values, both with divisor n; the small-error probability P is the share of residuals that lie
 * within 0.6745 standard deviations of the values from their mean. Immutable.
 */
public final class GreyModel {
  /** The fewest values that a model is made of. */
  public static final int FEWEST = 4;

  /** Of a model that is not made: fewer than {@link #FEWEST} values. */
  public static final String TOO_FEW = "TOO_FEW";

  /** Of a model that is not made: a value, with the shift, is not above 0. */
  public static final String NOT_POSITIVE = "NOT_POSITIVE";

  /** The quartile of the normal distribution, by which P counts errors. */
  private static final double QUARTILE = 0.6745;

  /** Limits of C and P by grade, from the first (Deng). */
  private static final double[] LARGEST_C = {0.35, 0.5, 0.65};

  private static final double[] SMALLEST_P = {0.95, 0.8, 0.7};

  /** A deviation of less than this share of the largest value is rounding. */
  private static final double ROUNDING = 1e-12;

  private final double[] values;
  private final double shift;
  private final double a;
  private final double b;

  private GreyModel(double[] values, double shift, double a, double b) {
    this.values = values;
    this.shift = shift;
    this.a = a;
    this.b = b;
  }

  /**
   * Why values have no model: {@link #TOO_FEW} or {@link #NOT_POSITIVE}; empty where they have.
   *
   * @param shift what is added to each before
   */
  public static Optional<String> reason(double[] values, double shift) {
    if (values.length < FEWEST) {
      return Optional.of(TOO_FEW);
    }
    boolean arePositive = Arrays.stream(values).allMatch(x -> x + shift > 0 && x + shift < 1e300);
    return arePositive ? Optional.empty() : Optional.of(NOT_POSITIVE);
  }

  /**
   * The model of a series.
   *
   * @param values at equal steps, in order
   * @param shift what is added to each before and taken off fitted values after; 0 for nothing
   * @throws RenxingException DATA_CHECK where {@link #reason} says why there is none
   */
  public static GreyModel of(double[] values, double shift) {
    Optional<String> reason = reason(values, shift);
    if (reason.isPresent()) {
      throw new RenxingException(ErrorCode.DATA_CHECK, "GM(1,1): " + reason.get());
    }
    double[] x = Arrays.stream(values).map(v -> v + shift).toArray();
    int n = x.length;
    double[] z = new double[n - 1];
    double sum = x[0];
    for (int k = 1; k < n; k++) {
      z[k - 1] = sum + x[k] / 2;
      sum += x[k];
    }
    double[] y = Arrays.copyOfRange(x, 1, n);
    double zMean = mean(z);
    double yMean = mean(y);
    double zy = 0;
    double zz = 0;
    for (int k = 0; k < z.length; k++) {
      zy += (z[k] - zMean) * (y[k] - yMean);
      zz += (z[k] - zMean) * (z[k] - zMean);
    }
    double a = -zy / zz;
    return new GreyModel(x, shift, a, yMean + a * zMean);
  }

  /** The development coefficient a; the series grows by the factor exp(−a) a step. */
  public double development() {
    return a;
  }

  /** The grey input b. */
  public double input() {
    return b;
  }

  /**
   * The fitted value of a place, or the forecast past the last.
   *
   * @param place from 0
   */
  public double fitted(int place) {
    if (place == 0) {
      return values[0] - shift;
    }
    double growth = a == 0 ? 1 : StrictMath.expm1(a) / a;
    return (b - a * values[0]) * growth * StrictMath.exp(-a * place) - shift;
  }

  /** The value less the fitted one, over the value; without the shift. NaN for a value of 0. */
  public double relativeError(int place) {
    double value = values[place] - shift;
    return Finite.quotient(residual(place), value);
  }

  private double residual(int place) {
    return values[place] - shift - fitted(place);
  }

  /** The mean of the absolute relative errors; NaN where one is. */
  public double meanRelativeError() {
    double sum = 0;
    for (int k = 0; k < values.length; k++) {
      sum += Math.abs(relativeError(k));
    }
    return sum / values.length;
  }

  /** The posterior variance ratio C; NaN for a constant series. */
  public double varianceRatio() {
    return isConstant() ? Double.NaN : deviation(residuals()) / deviation(values);
  }

  /** The small-error probability P; NaN for a constant series. */
  public double smallErrors() {
    if (isConstant()) {
      return Double.NaN;
    }
    double[] errors = residuals();
    double mean = mean(errors);
    double limit = QUARTILE * deviation(values);
    long small = Arrays.stream(errors).filter(e -> Math.abs(e - mean) < limit).count();
    return (double) small / errors.length;
  }

  /**
   * The grade by C and P, the worse of both: 1 good, 2 qualified, 3 just mark, 4 unqualified; 0 for
   * a constant series.
   */
  public int grade() {
    double c = varianceRatio();
    if (Double.isNaN(c)) {
      return 0;
    }
    double p = smallErrors();
    int grade = 1;
    while (grade <= LARGEST_C.length && !(c < LARGEST_C[grade - 1] && p > SMALLEST_P[grade - 1])) {
      grade++;
    }
    return grade;
  }

  /** The class ratio x(k−1)/x(k) of a place from 1. */
  public double classRatio(int place) {
    return values[place - 1] / values[place];
  }

  /** The least class ratio. */
  public double leastClassRatio() {
    return IntStream.range(1, values.length).mapToDouble(this::classRatio).min().orElseThrow();
  }

  /** The largest class ratio. */
  public double largestClassRatio() {
    return IntStream.range(1, values.length).mapToDouble(this::classRatio).max().orElseThrow();
  }

  /** The lower limit of class ratios, exp(−2/(n + 1)). */
  public double lowestRatio() {
    return StrictMath.exp(-2.0 / (values.length + 1));
  }

  /** The upper limit of class ratios, exp(2/(n + 1)). */
  public double highestRatio() {
    return StrictMath.exp(2.0 / (values.length + 1));
  }

  /** Whether all class ratios lie between both limits, so that the model may be used. */
  public boolean passesClassRatios() {
    return leastClassRatio() > lowestRatio() && largestClassRatio() < highestRatio();
  }

  private double[] residuals() {
    double[] out = new double[values.length];
    for (int k = 0; k < out.length; k++) {
      out[k] = residual(k);
    }
    return out;
  }

  private boolean isConstant() {
    double largest = Arrays.stream(values).max().orElseThrow();
    return largest - Arrays.stream(values).min().orElseThrow() <= ROUNDING * largest;
  }

  private static double mean(double[] x) {
    return Arrays.stream(x).sum() / x.length;
  }

  private static double deviation(double[] x) {
    double mean = mean(x);
    return Math.sqrt(Arrays.stream(x).map(v -> (v - mean) * (v - mean)).sum() / x.length);
  }
}
