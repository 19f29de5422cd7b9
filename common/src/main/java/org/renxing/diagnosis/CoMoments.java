package org.renxing.diagnosis;

import java.io.Serializable;

/**
 * Number, means and centred second moments of two columns over the rows that have both; those of
 * several sets of rows can be put together (Chan, Golub and LeVeque 1983).
 */
public final class CoMoments implements Serializable {
  private static final long serialVersionUID = 1L;
  private double n;
  private double meanA;
  private double meanB;
  private double aa;
  private double bb;
  private double ab;

  /** Of no rows. */
  CoMoments() {}

  /** Of two columns, NaN where a value is missing; in two passes. */
  static CoMoments of(double[] a, double[] b) {
    CoMoments out = new CoMoments();
    double firstA = Double.NaN;
    double firstB = Double.NaN;
    boolean isSameA = true;
    boolean isSameB = true;
    for (int i = 0; i < a.length; i++) {
      if (isKnown(a[i], b[i])) {
        firstA = out.n == 0 ? a[i] : firstA;
        firstB = out.n == 0 ? b[i] : firstB;
        isSameA &= a[i] == firstA;
        isSameB &= b[i] == firstB;
        out.n++;
        out.meanA += a[i];
        out.meanB += b[i];
      }
    }
    if (out.n == 0) {
      return out;
    }
    // a constant is its own mean, also where the sum of its values rounds
    out.meanA = isSameA ? firstA : out.meanA / out.n;
    out.meanB = isSameB ? firstB : out.meanB / out.n;
    for (int i = 0; i < a.length; i++) {
      if (isKnown(a[i], b[i])) {
        double da = a[i] - out.meanA;
        double db = b[i] - out.meanB;
        out.aa += da * da;
        out.bb += db * db;
        out.ab += da * db;
      }
    }
    return out;
  }

  /** Adds the rows of another. */
  void add(CoMoments other) {
    if (other.n == 0) {
      return;
    }
    double sum = n + other.n;
    double da = other.meanA - meanA;
    double db = other.meanB - meanB;
    double factor = n * other.n / sum;
    aa += other.aa + da * da * factor;
    bb += other.bb + db * db * factor;
    ab += other.ab + da * db * factor;
    meanA += da * other.n / sum;
    meanB += db * other.n / sum;
    n = sum;
  }

  /** How many rows have both. */
  public long n() {
    return (long) n;
  }

  /** Whether the first column varies. */
  boolean isVarying() {
    return aa > 0;
  }

  /** The sample covariance; NaN for fewer than two rows. */
  double covariance() {
    return n < 2 ? Double.NaN : ab / (n - 1);
  }

  /** Pearson's correlation; NaN where either does not vary. */
  public double correlation() {
    double scale = Math.sqrt(aa) * Math.sqrt(bb);
    return scale > 0 ? Math.max(-1, Math.min(1, ab / scale)) : Double.NaN;
  }

  /** Σ(a − ā)(b − b̄)/Σ(b − b̄)²: the slope of a on b; NaN where b does not vary. */
  double slope() {
    return bb > 0 ? ab / bb : Double.NaN;
  }

  private static boolean isKnown(double a, double b) {
    return !Double.isNaN(a) && !Double.isNaN(b);
  }
}
