package org.renxing.index;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.renxing.index.ExpressionOperators.Binary;
import org.renxing.index.ExpressionOperators.Connective;
import org.renxing.index.ExpressionOperators.Extremum;
import org.renxing.index.ExpressionOperators.Relation;
import org.renxing.index.ExpressionOperators.Unary;

/**
 * A checked expression tree. Values are doubles or missing (NaN and infinities may pass between
 * nodes; the root removes them); logic is three-valued as in SQL.
 */
sealed interface ExpressionNode extends Serializable {

  /** The value of the expression, given those of base indicators; one without is missing. */
  Optional<Double> number(Map<String, Double> values);

  /** The value as a boolean. */
  default Optional<Boolean> truth(Map<String, Double> values) {
    return number(values).map(x -> x != 0.0);
  }

  /** Nodes below. */
  List<ExpressionNode> operands();

  /** Why the value is missing, the first cause from left to right; empty where none is known. */
  default Optional<String> reason(Map<String, Double> values) {
    for (ExpressionNode operand : operands()) {
      Optional<String> reason = operand.reason(values);
      if (reason.isPresent()) {
        return reason;
      }
    }
    return Optional.empty();
  }

  /** Adds the base indicators below. */
  default void collectInputs(Set<String> out) {
    operands().forEach(o -> o.collectInputs(out));
  }

  /** A node of two operands. */
  sealed interface Pair extends ExpressionNode {
    ExpressionNode left();

    ExpressionNode right();

    @Override
    default List<ExpressionNode> operands() {
      return List.of(left(), right());
    }
  }

  /** A node that is true, false or unknown; as a number 1, 0 or null. */
  sealed interface Truth extends ExpressionNode {
    @Override
    Optional<Boolean> truth(Map<String, Double> values);

    @Override
    default Optional<Double> number(Map<String, Double> values) {
      return truth(values).map(holds -> holds ? 1.0 : 0.0);
    }
  }

  /** A number as written. */
  record Constant(double value) implements ExpressionNode {
    @Override
    public Optional<Double> number(Map<String, Double> values) {
      return Optional.of(value);
    }

    @Override
    public List<ExpressionNode> operands() {
      return List.of();
    }
  }

  /** A base indicator. */
  record Input(String code) implements ExpressionNode {
    @Override
    public Optional<Double> number(Map<String, Double> values) {
      return Optional.ofNullable(values.get(code));
    }

    @Override
    public List<ExpressionNode> operands() {
      return List.of();
    }

    @Override
    public Optional<String> reason(Map<String, Double> values) {
      return values.containsKey(code)
          ? Optional.empty()
          : Optional.of(Expression.MISSING_INPUT + code);
    }

    @Override
    public void collectInputs(Set<String> out) {
      out.add(code);
    }
  }

  /** Plus, minus, times; unary minus is 0 − x. */
  record Arithmetic(Binary operator, ExpressionNode left, ExpressionNode right) implements Pair {
    @Override
    public Optional<Double> number(Map<String, Double> values) {
      return left.number(values).flatMap(x -> right.number(values).map(y -> operator.of(x, y)));
    }
  }

  /** Division, missing where the denominator is 0. */
  record Quotient(ExpressionNode left, ExpressionNode right) implements Pair {
    @Override
    public Optional<Double> number(Map<String, Double> values) {
      return left.number(values)
          .flatMap(x -> right.number(values).filter(y -> y != 0.0).map(y -> x / y));
    }

    @Override
    public Optional<String> reason(Map<String, Double> values) {
      return Pair.super
          .reason(values)
          .or(
              () ->
                  right.number(values).filter(y -> y == 0.0).map(y -> Expression.ZERO_DENOMINATOR));
    }
  }

  /** A comparison of two numbers. */
  record Comparison(Relation operator, ExpressionNode left, ExpressionNode right)
      implements Pair, Truth {
    @Override
    public Optional<Boolean> truth(Map<String, Double> values) {
      return left.number(values).flatMap(x -> right.number(values).map(y -> operator.holds(x, y)));
    }
  }

  /** Negation of a truth. */
  record Negation(ExpressionNode operand) implements Truth {
    @Override
    public Optional<Boolean> truth(Map<String, Double> values) {
      return operand.truth(values).map(holds -> !holds);
    }

    @Override
    public List<ExpressionNode> operands() {
      return List.of(operand);
    }
  }

  /** And, or: known where one operand decides. */
  record Junction(Connective operator, ExpressionNode left, ExpressionNode right)
      implements Pair, Truth {
    @Override
    public Optional<Boolean> truth(Map<String, Double> values) {
      return operator.of(left.truth(values), right.truth(values));
    }

    @Override
    public Optional<String> reason(Map<String, Double> values) {
      return number(values).isPresent() ? Optional.empty() : Pair.super.reason(values);
    }
  }

  /** The first operand that has a value. */
  record FirstKnown(List<ExpressionNode> operands) implements ExpressionNode {
    @Override
    public Optional<Double> number(Map<String, Double> values) {
      return operands.stream().flatMap(o -> o.number(values).stream()).findFirst();
    }

    @Override
    public Optional<String> reason(Map<String, Double> values) {
      return number(values).isPresent() ? Optional.empty() : ExpressionNode.super.reason(values);
    }
  }

  /** Least or greatest, missing where any operand is. */
  record Extreme(Extremum operator, List<ExpressionNode> operands) implements ExpressionNode {
    @Override
    public Optional<Double> number(Map<String, Double> values) {
      return operands.stream()
          .map(o -> o.number(values))
          .reduce((a, b) -> a.flatMap(x -> b.map(y -> operator.of(x, y))))
          .orElseThrow();
    }
  }

  /** A function of one number, with the domain in which it is defined. */
  record Call(Unary function, ExpressionNode operand) implements ExpressionNode {
    @Override
    public Optional<Double> number(Map<String, Double> values) {
      return operand.number(values).filter(function::isDefined).map(x -> function.of(x));
    }

    @Override
    public List<ExpressionNode> operands() {
      return List.of(operand);
    }

    @Override
    public Optional<String> reason(Map<String, Double> values) {
      return operand
          .reason(values)
          .or(
              () ->
                  operand
                      .number(values)
                      .filter(x -> !function.isDefined(x))
                      .map(x -> Expression.OUT_OF_DOMAIN));
    }
  }
}
