package org.renxing.detector;

import java.math.BigDecimal;
import java.util.Optional;

/** The order of strata: numbers by size and before texts. */
final class Labels {
  private Labels() {}

  static int compare(String a, String b) {
    Optional<BigDecimal> x = number(a);
    Optional<BigDecimal> y = number(b);
    if (x.isPresent() && y.isPresent()) {
      int bySize = x.get().compareTo(y.get());
      return bySize != 0 ? bySize : a.compareTo(b);
    }
    return x.isPresent() ? -1 : y.isPresent() ? 1 : a.compareTo(b);
  }

  private static Optional<BigDecimal> number(String text) {
    try {
      return Optional.of(new BigDecimal(text));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
