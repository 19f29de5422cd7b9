package org.renxing.inequality;

/**
 * A running sum that keeps what rounding drops (Knuth's two-sum; Ogita, Rump and Oishi 2005, Sum2):
 * as accurate as if added in twice the precision, then rounded.
 */
final class CompensatedSum {
  private double sum;
  private double carry;

  void add(double term) {
    double next = sum + term;
    double added = next - sum;
    carry += (sum - (next - added)) + (term - added);
    sum = next;
  }

  /** The sum so far; infinite where a term was. */
  double value() {
    return Double.isInfinite(sum) ? sum : sum + carry;
  }
}
