package org.renxing.config;

import java.util.List;
import java.util.Optional;
import org.renxing.model.BaseIndicator;
import org.renxing.model.Key;
import org.renxing.model.RenxingException;

/** Checks expressions: their syntax, and that they name base indicators only. */
record ExpressionCheck(Vocabulary vocabulary, Catalog<BaseIndicator> indicators) {

  void check(Section section, String key, String expression) {
    check(vocabulary, section, key, expression, Key.BASE_INDICATOR, indicators);
  }

  /** Reports what names none of the known. */
  static void check(
      Vocabulary vocabulary,
      Section section,
      String key,
      String expression,
      String kind,
      Catalog<?> known) {
    if (expression.isBlank()) {
      return;
    }
    try {
      known.require(section, key, kind, vocabulary.identifiers().apply(expression));
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
    return indicators.find(code);
  }
}
