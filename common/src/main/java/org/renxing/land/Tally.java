package org.renxing.land;

import java.io.Serializable;
import org.renxing.numerics.ExactSums;

/** Sums, counts and maxima of {@link Term}s; their order changes nothing. */
final class Tally implements Serializable {
  private static final long serialVersionUID = 1L;
  private final ExactSums sums;
  private final long[] terms;
  private final long[] counts;
  private final double[] maxima;

  Tally(int sums, int counts, int maxima) {
    this.sums = ExactSums.wide(sums);
    this.terms = new long[sums];
    this.counts = new long[counts];
    this.maxima = new double[maxima];
    java.util.Arrays.fill(this.maxima, Double.NaN);
  }

  static Tally like(Tally other) {
    return new Tally(other.terms.length, other.counts.length, other.maxima.length);
  }

  void add(Term term) {
    for (int i = 0; i < terms.length; i++) {
      double x = term.sums().get(i);
      if (!Double.isNaN(x)) {
        sums.add(i, x);
        terms[i]++;
      }
    }
    for (int i = 0; i < counts.length; i++) {
      counts[i] += term.counts().get(i) ? 1 : 0;
    }
    for (int i = 0; i < maxima.length; i++) {
      maximum(i, term.maxima().get(i));
    }
  }

  void merge(Tally other) {
    sums.merge(other.sums);
    for (int i = 0; i < terms.length; i++) {
      terms[i] += other.terms[i];
    }
    for (int i = 0; i < counts.length; i++) {
      counts[i] += other.counts[i];
    }
    for (int i = 0; i < maxima.length; i++) {
      maximum(i, other.maxima[i]);
    }
  }

  private void maximum(int i, double x) {
    if (!(x <= maxima[i]) && !Double.isNaN(x)) {
      maxima[i] = x;
    }
  }

  /** A sum; NaN of no terms. */
  double sum(int i) {
    return terms[i] == 0 ? Double.NaN : sums.total(i);
  }

  /** One sum over another; NaN where there is none, or it is 0. */
  double ratio(int i, int over) {
    return quotient(sum(i), sum(over));
  }

  /** NaN over 0. */
  static double quotient(double part, double whole) {
    return whole == 0 ? Double.NaN : part / whole;
  }

  long count(int i) {
    return counts[i];
  }

  /** How many terms a sum has. */
  long terms(int i) {
    return terms[i];
  }

  /** A maximum; NaN of none. */
  double most(int i) {
    return maxima[i];
  }
}
