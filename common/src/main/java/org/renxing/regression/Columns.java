package org.renxing.regression;

import java.util.Arrays;

/** Arithmetic of columns. */
final class Columns {
  private Columns() {}

  /** The scalar product, in four sums that the processor keeps apart. */
  static double dot(double[] a, double[] b) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int i = 0;
    for (; i + 3 < a.length; i += 4) {
      s0 += a[i] * b[i];
      s1 += a[i + 1] * b[i + 1];
      s2 += a[i + 2] * b[i + 2];
      s3 += a[i + 3] * b[i + 3];
    }
    for (; i < a.length; i++) {
      s0 += a[i] * b[i];
    }
    return s0 + s1 + (s2 + s3);
  }

  /** Euclidean length, without overflow or underflow. */
  static double norm(double[] a) {
    double largest = 0;
    for (double v : a) {
      largest = Math.max(largest, Math.abs(v));
    }
    if (largest == 0 || (largest > 1e-100 && largest < 1e100)) {
      return Math.sqrt(dot(a, a));
    }
    double sum = 0;
    for (double v : a) {
      sum += (v / largest) * (v / largest);
    }
    return largest * Math.sqrt(sum);
  }

  /** The mean, corrected once by that of the deviations. */
  static double mean(double[] a) {
    double sum = 0;
    for (double v : a) {
      sum += v;
    }
    double mean = sum / a.length;
    double rest = 0;
    for (double v : a) {
      rest += v - mean;
    }
    return mean + rest / a.length;
  }

  /** The deviations from the mean. */
  static double[] centred(double[] a) {
    double mean = mean(a);
    double[] out = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      out[i] = a[i] - mean;
    }
    return out;
  }

  /** target + factor · column, in place. */
  static void add(double[] target, double factor, double[] column) {
    for (int i = 0; i < target.length; i++) {
      target[i] += factor * column[i];
    }
  }

  static double[] select(double[] a, int[] rows) {
    double[] out = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      out[i] = a[rows[i]];
    }
    return out;
  }

  static double[] filled(int size, double value) {
    double[] out = new double[size];
    Arrays.fill(out, value);
    return out;
  }
}
