package org.renxing.config;

import java.util.List;
import java.util.Optional;
import org.renxing.model.BaseIndicator;
import org.renxing.model.RenxingException;

/**
 * Checks expressions: their syntax, and that they name base indicators only.
 *
 * @param indicators empty where expressions cannot be checked against base indicators
 */
record ExpressionCheck(Vocabulary vocabulary, Optional<Catalog<BaseIndicator>> indicators) {

  void check(Section section, String key, String expression) {
    if (expression.isBlank()) {
      return;
    }
    try {
      var names = vocabulary.identifiers().apply(expression);
      indicators.ifPresent(known -> known.require(section, key, "base indicator", names));
    } catch (RenxingException e) {
      section.problem(key, e.getMessage());
    }
  }

  /** The known base indicators that an expression reads, in order of code; none if it is faulty. */
  List<BaseIndicator> bases(String expression) {
    try {
      return vocabulary.identifiers().apply(expression).stream()
          .sorted()
          .flatMap(code -> base(code).stream())
          .toList();
    } catch (RenxingException e) {
      return List.of(); // told where the expression stands
    }
  }

  /** The base indicator of this code, if known. */
  Optional<BaseIndicator> base(String code) {
    return indicators.flatMap(known -> known.find(code));
  }
}
