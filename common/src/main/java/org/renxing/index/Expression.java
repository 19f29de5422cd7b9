package org.renxing.index;

import java.io.Serializable;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Arithmetic over base indicators, as configuration writes it: {@code gdp / pop_resident}.
 *
 * <p>Grammar: numbers, names of base indicators, {@code + - * /}, parentheses, comparisons {@code =
 * != < <= > >=}, {@code and or not}, {@code abs ln log10 sqrt exp least greatest coalesce}, with
 * the precedence that SQL gives them. A comparison counts as 1 or 0 in arithmetic; a number other
 * than 0 counts as true in logic.
 *
 * <p>Values: a double, never NaN or infinite. Missing inputs make the result missing, except where
 * {@code coalesce}, {@code and} or {@code or} can do without them; {@code least} and {@code
 * greatest} need all their operands. Division by zero, a logarithm or root out of domain, and
 * overflow make it missing. {@link #missingReason} says why, naming the first cause from left to
 * right.
 */
public final class Expression implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Reason of a null: the base indicator named after it has no value. */
  public static final String MISSING_INPUT = "MISSING_INPUT:";

  /** Reason of a null: division by zero. */
  public static final String ZERO_DENOMINATOR = "ZERO_DENOMINATOR";

  /** Reason of a null: logarithm or root out of domain, or a result too large for a double. */
  public static final String OUT_OF_DOMAIN = "OUT_OF_DOMAIN";

  private final String text;
  private final ExpressionNode root;

  private Expression(String text, ExpressionNode root) {
    this.text = text;
    this.root = root;
  }

  /**
   * Reads and checks an expression.
   *
   * @throws org.renxing.model.RenxingException CONFIGURATION, naming the expression, the part that
   *     is not allowed, and what is
   */
  public static Expression parse(String text) {
    return new Expression(text, ExpressionReader.read(text));
  }

  /** Codes of the base indicators that it reads, in order of appearance. */
  public Set<String> inputs() {
    Set<String> out = new LinkedHashSet<>();
    root.collectInputs(out);
    return out;
  }

  /**
   * The value at given values of base indicators; empty where it is missing. One that is not among
   * them is missing.
   */
  public Optional<Double> value(Map<String, Double> values) {
    return root.number(values).filter(Double::isFinite);
  }

  /** Why {@link #value(Map)} is empty; empty where it is not. */
  public Optional<String> missingReason(Map<String, Double> values) {
    return value(values).isPresent()
        ? Optional.empty()
        : Optional.of(root.reason(values).orElse(OUT_OF_DOMAIN));
  }

  /** Whether it holds: the value is known and not 0. */
  public boolean holds(Map<String, Double> values) {
    return value(values).filter(x -> x != 0.0).isPresent();
  }

  @Override
  public String toString() {
    return text;
  }
}
