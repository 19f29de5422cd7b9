package org.renxing.decomposition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.renxing.index.Expression;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;
import org.renxing.numerics.Distribution;

/**
 * An {@link Expression} over the columns of sectors in which {@code sum(x)} is the sum of x over
 * all sectors of the period.
 */
public final class SectorExpression {
  private static final String SUM = "sum";
  private static final String NAME_OF_SUM = "sum of ";

  private final String text;
  private final Expression whole;
  private final Map<String, Expression> sums;

  private SectorExpression(String text, Expression whole, Map<String, Expression> sums) {
    this.text = text;
    this.whole = whole;
    this.sums = sums;
  }

  /**
   * The value for a sector.
   *
   * @param number NaN where there is none
   * @param reason why there is none, as {@link Expression#missingReason} says; empty where there is
   */
  public record Value(double number, String reason) {
    /** Whether a column has no value, rather than the expression being undefined. */
    public boolean isMissing() {
      return reason.startsWith(Expression.MISSING_INPUT);
    }
  }

  /**
   * Reads an expression.
   *
   * @throws RenxingException CONFIGURATION for what cannot be read, and sums within sums
   */
  public static SectorExpression parse(String text) {
    Map<String, Expression> sums = new LinkedHashMap<>();
    StringBuilder whole = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      int open = sumAt(text, at);
      if (open < 0) {
        int end = text.charAt(at) == '`' ? text.indexOf('`', at + 1) + 1 : at + 1;
        end = end == 0 ? text.length() : end;
        whole.append(text, at, end);
        at = end;
      } else {
        int close = closing(text, open);
        String inner = text.substring(open + 1, close);
        String name = NAME_OF_SUM + inner.replace("`", "").strip();
        sums.put(name, Expression.parse(requireNoSum(text, inner)));
        whole.append('`').append(name).append('`');
        at = close + 1;
      }
    }
    return new SectorExpression(text.strip(), Expression.parse(whole.toString()), sums);
  }

  /** The place of the bracket of a sum that begins here; −1 where none does. */
  private static int sumAt(String text, int at) {
    boolean isStart = at == 0 || !isOfName(text.charAt(at - 1));
    if (!isStart || !text.toLowerCase(Locale.ROOT).startsWith(SUM, at)) {
      return -1;
    }
    int open = at + SUM.length();
    while (open < text.length() && Character.isWhitespace(text.charAt(open))) {
      open++;
    }
    return open < text.length() && text.charAt(open) == '(' ? open : -1;
  }

  private static boolean isOfName(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '`';
  }

  private static int closing(String text, int open) {
    int depth = 0;
    for (int i = open; i < text.length(); i++) {
      char c = text.charAt(i);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    throw unreadable(text, "a bracket of sum( is not closed");
  }

  private static String requireNoSum(String text, String inner) {
    for (int i = 0; i < inner.length(); i++) {
      if (sumAt(inner, i) >= 0) {
        throw unreadable(text, "sum() within sum()");
      }
    }
    return inner;
  }

  private static RenxingException unreadable(String text, String what) {
    return new RenxingException(ErrorCode.CONFIGURATION, "expression '" + text + "': " + what);
  }

  /** The columns that it reads, in order of appearance. */
  public Set<String> inputs() {
    Set<String> out = new LinkedHashSet<>();
    for (String input : whole.inputs()) {
      Expression sum = sums.get(input);
      out.addAll(sum == null ? Set.of(input) : sum.inputs());
    }
    return out;
  }

  /**
   * The values for the sectors of a period.
   *
   * @param sectors the columns of each; those without a value are left out
   */
  public List<Value> values(List<Map<String, Double>> sectors) {
    Map<String, Value> totals = new HashMap<>();
    sums.forEach((name, expression) -> totals.put(name, sum(expression, sectors)));
    List<Value> out = new ArrayList<>();
    for (Map<String, Double> sector : sectors) {
      Map<String, Double> all = new HashMap<>(sector);
      String reason = "";
      for (Map.Entry<String, Value> total : totals.entrySet()) {
        all.put(total.getKey(), total.getValue().number());
        reason = reason.isEmpty() ? total.getValue().reason() : reason;
      }
      out.add(reason.isEmpty() ? value(whole, all) : new Value(Double.NaN, reason));
    }
    return out;
  }

  private static Value sum(Expression expression, List<Map<String, Double>> sectors) {
    List<Value> parts = sectors.stream().map(s -> value(expression, s)).toList();
    Optional<Value> absent = parts.stream().filter(p -> !p.reason().isEmpty()).findFirst();
    return absent.orElseGet(() -> new Value(Distribution.of(parts, Value::number).sum(), ""));
  }

  private static Value value(Expression expression, Map<String, Double> columns) {
    return new Value(
        expression.value(columns).orElse(Double.NaN), expression.missingReason(columns).orElse(""));
  }

  @Override
  public String toString() {
    return text;
  }
}
