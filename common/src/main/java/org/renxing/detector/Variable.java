package org.renxing.detector;

/**
 * A variable, shifted and scaled to [−1, 1]: value = shift + scale · z.
 *
 * @param shift the middle of the range
 * @param scale a power of two, so that scaling is exact
 */
@SuppressWarnings("ArrayRecordComponent") // an immutable result
record Variable(double[] z, double shift, double scale) {
  /** The scaled form of values without NaN. */
  static Variable of(double[] values) {
    double least = Double.POSITIVE_INFINITY;
    double largest = Double.NEGATIVE_INFINITY;
    for (double v : values) {
      least = Math.min(least, v);
      largest = Math.max(largest, v);
    }
    double shift = values.length == 0 ? 0 : least / 2 + largest / 2;
    double half = values.length == 0 ? 0 : largest / 2 - least / 2;
    double scale = half > 0 ? Math.scalb(1.0, Math.getExponent(half) + 1) : 1;
    double[] z = new double[values.length];
    for (int i = 0; i < z.length; i++) {
      z[i] = (values[i] - shift) / scale;
    }
    return new Variable(z, shift, scale);
  }
}
