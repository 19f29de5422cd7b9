package org.renxing.inequality;

/**
 * Mean distances of values, from sorted lists and without pairs.
 *
 * <p>A distance is the sum of the gaps between neighbouring values that lie between the two. So the
 * sum over pairs is that over gaps of the gap times the number of pairs about it: all terms are 0
 * or more, counts are exact, and nothing cancels, however near the values are to each other.
 */
final class Distances {
  private Distances() {}

  /**
   * Σ_i Σ_{r&gt;i} (y_r − y_i) / n² = Σ_i (y_(i+1) − y_(i)) i (n − i) / n², half the mean distance:
   * over the mean it is the Gini index. O(n).
   *
   * @param sorted ascending
   * @param factor by which values are multiplied, a power of two
   */
  static double within(double[] sorted, double factor) {
    CompensatedSum sum = new CompensatedSum();
    double n = sorted.length;
    double previous = sorted[0] * factor;
    for (int i = 1; i < sorted.length; i++) {
      double next = sorted[i] * factor;
      sum.add((next - previous) * (i * (n - i)));
      previous = next;
    }
    return sum.value() / n / n;
  }

  /**
   * How far the values of two groups lie above each other.
   *
   * @param above E[(a − b)⁺]
   * @param below E[(b − a)⁺]
   */
  record Sides(double above, double below) {}

  /**
   * E[(a − b)⁺] = Σ gap · (values of b up to the gap) · (values of a after it) / (n_a n_b), and the
   * other side likewise, by one merge. O(n_a + n_b).
   *
   * @param a ascending
   * @param b ascending
   * @param factor by which values are multiplied, a power of two
   */
  static Sides between(double[] a, double[] b, double factor) {
    CompensatedSum above = new CompensatedSum();
    CompensatedSum below = new CompensatedSum();
    int i = 0;
    int j = 0;
    double previous = Math.min(a[0], b[0]) * factor;
    while (i < a.length && j < b.length) {
      boolean isOfA = a[i] <= b[j];
      double next = (isOfA ? a[i] : b[j]) * factor;
      double gap = next - previous;
      above.add(gap * ((double) j * (a.length - i)));
      below.add(gap * ((double) i * (b.length - j)));
      i += isOfA ? 1 : 0;
      j += isOfA ? 0 : 1;
      previous = next;
    }
    addRest(a, i, (double) b.length, previous, factor, above);
    addRest(b, j, (double) a.length, previous, factor, below);
    double pairs = (double) a.length * b.length;
    return new Sides(above.value() / pairs, below.value() / pairs);
  }

  /** The gaps above all values of the other group. */
  private static void addRest(
      double[] values, int from, double others, double start, double factor, CompensatedSum sum) {
    double previous = start;
    for (int i = from; i < values.length; i++) {
      double next = values[i] * factor;
      sum.add((next - previous) * (others * (values.length - i)));
      previous = next;
    }
  }
}
