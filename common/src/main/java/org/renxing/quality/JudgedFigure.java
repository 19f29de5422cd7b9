package org.renxing.quality;

import java.io.Serializable;
import org.renxing.quality.panel.Figure;

/**
 * A figure with what the rest of its series and the other units lead one to expect (see {@link
 * Expectation}); NaN stands for what is not known.
 *
 * @param isLog whether the indicator is judged by logarithms
 * @param y the logarithm, or the value itself
 * @param expected of y
 * @param spread robust standard deviation of y around what is expected
 */
record JudgedFigure(Figure figure, boolean isLog, double y, double expected, double spread)
    implements Serializable {

  /** Between what the value should lie; NaN where an end is not known. */
  record Range(double lower, double upper) {}

  double value() {
    return figure.value();
  }

  /** y − expected. */
  double residual() {
    return y - expected;
  }

  /** |residual| / spread; NaN where one of them is not known, or the spread is 0. */
  double score() {
    return spread > 0 ? Math.abs(residual()) / spread : Double.NaN;
  }

  /** From the scale of y to that of the value. */
  double original(double scaled) {
    return isLog ? StrictMath.exp(scaled) : scaled;
  }

  /** What the cell's own history lets expect, with {@code limit} spreads to either side. */
  Range range(double limit) {
    double reach = spread * limit;
    return new Range(original(expected - reach), original(expected + reach));
  }

  /** Whether the score is at least a limit, and the residual of logarithms at least a factor. */
  boolean departs(double limit, double factor) {
    return score() >= limit && (!isLog || Math.abs(residual()) >= StrictMath.log(factor));
  }
}
