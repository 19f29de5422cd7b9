package org.renxing.jobs.trace;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.renxing.index.Expression;

/** Expressions of indicators over the base values of one unit and year. */
final class Formula {
  /** A number, or a name with or without back-ticks. */
  private static final Pattern WORD =
      Pattern.compile(
          "(?<number>\\d+\\.?\\d*(?:[eE][+-]?\\d+)?|\\.\\d+)|`?(?<name>[\\p{L}_][\\p{L}\\d_]*)`?");

  private Formula() {}

  /** The expression with values in place of the names that have one, and ? where it is missing. */
  static String filledIn(String expression, Map<String, Optional<Double>> values) {
    Matcher words = WORD.matcher(expression);
    StringBuilder out = new StringBuilder();
    while (words.find()) {
      String name = words.group("name");
      String text =
          name != null && values.containsKey(name)
              ? values.get(name).map(Figures::exact).orElse("?")
              : words.group();
      words.appendReplacement(out, Matcher.quoteReplacement(text));
    }
    return words.appendTail(out).toString();
  }

  /** The values of expressions by indicator code, by the same code that made the panel. */
  static Map<String, Optional<Double>> values(
      Map<String, Expression> expressions, Map<String, Optional<Double>> values) {
    Map<String, Double> known = new HashMap<>();
    values.forEach((code, value) -> value.ifPresent(x -> known.put(code, x)));
    Map<String, Optional<Double>> out = new LinkedHashMap<>();
    expressions.forEach((code, expression) -> out.put(code, expression.value(known)));
    return out;
  }
}
