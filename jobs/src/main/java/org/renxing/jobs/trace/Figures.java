package org.renxing.jobs.trace;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/** Numbers as text. */
final class Figures {
  private static final MathContext READABLE = new MathContext(7);

  private Figures() {}

  /** All digits of a double, without an exponent where it is not very large or small. */
  static String exact(double value) {
    return plain(BigDecimal.valueOf(value));
  }

  /** Seven significant digits. */
  static String shown(double value) {
    return plain(BigDecimal.valueOf(value).round(READABLE));
  }

  /** Seven significant digits, or a dash where there is no value. */
  static String shown(Optional<Double> value) {
    return value.map(Figures::shown).orElse("-");
  }

  /** The number that a source's text writes, commas between thousands allowed. */
  static Optional<Double> parse(String text) {
    try {
      return Optional.of(Double.valueOf(text.replace(",", "").strip()));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** Whether two figures are the same but for rounding. */
  static boolean agree(Optional<Double> a, Optional<Double> b) {
    if (a.isEmpty() || b.isEmpty()) {
      return a.isEmpty() && b.isEmpty();
    }
    double scale = Math.max(Math.abs(a.get()), Math.abs(b.get()));
    return Math.abs(a.get() - b.get()) <= 1e-9 * scale;
  }

  private static String plain(BigDecimal value) {
    BigDecimal stripped = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    int exponent = stripped.precision() - stripped.scale() - 1;
    return Math.abs(exponent) > 14 ? stripped.toString() : stripped.toPlainString();
  }
}
