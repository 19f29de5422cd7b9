package org.renxing.index;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.try_divide;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleBinaryOperator;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;

/**
 * A checked expression tree that turns into columns. Values are doubles or null (NaN and infinities
 * may pass between nodes; the root removes them); logic is three-valued as in SQL.
 */
sealed interface ExpressionNode {

  /** The value as a double. */
  Column number(Function<String, Column> columns);

  /** The value as a boolean. */
  default Column truth(Function<String, Column> columns) {
    return number(columns).notEqual(0.0);
  }

  /** The value; NaN where it is missing or undefined, as are inputs. A truth is 1 or 0. */
  double evaluate(ToDoubleFunction<String> inputs);

  /** Nodes below. */
  List<ExpressionNode> operands();

  /** Adds candidate reasons, each null where it does not apply. */
  default void collectReasons(Function<String, Column> columns, List<Column> out) {
    operands().forEach(o -> o.collectReasons(columns, out));
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

  /** A pair with an operator between. */
  sealed interface Operation extends Pair {
    ExpressionOperator operator();

    @Override
    default double evaluate(ToDoubleFunction<String> inputs) {
      return operator().of(left().evaluate(inputs), right().evaluate(inputs));
    }
  }

  /** A node that is true, false or unknown; as a number 1, 0 or null. */
  sealed interface Truth extends ExpressionNode {
    @Override
    Column truth(Function<String, Column> columns);

    @Override
    default Column number(Function<String, Column> columns) {
      return truth(columns).cast("double");
    }
  }

  /** A number as written. */
  record Constant(double value) implements ExpressionNode {
    @Override
    public Column number(Function<String, Column> columns) {
      return lit(value);
    }

    @Override
    public double evaluate(ToDoubleFunction<String> inputs) {
      return value;
    }

    @Override
    public List<ExpressionNode> operands() {
      return List.of();
    }
  }

  /** A base indicator. */
  record Input(String code) implements ExpressionNode {
    @Override
    public Column number(Function<String, Column> columns) {
      return columns.apply(code);
    }

    @Override
    public double evaluate(ToDoubleFunction<String> inputs) {
      return inputs.applyAsDouble(code);
    }

    @Override
    public List<ExpressionNode> operands() {
      return List.of();
    }

    @Override
    public void collectReasons(Function<String, Column> columns, List<Column> out) {
      out.add(when(columns.apply(code).isNull(), lit(Expression.MISSING_INPUT + code)));
    }

    @Override
    public void collectInputs(Set<String> out) {
      out.add(code);
    }
  }

  /** Plus, minus, times; unary minus is 0 − x. */
  record Arithmetic(ExpressionOperator operator, ExpressionNode left, ExpressionNode right)
      implements Operation {
    @Override
    public Column number(Function<String, Column> columns) {
      return operator.of(left.number(columns), right.number(columns));
    }
  }

  /** Division, null where the denominator is 0. */
  record Quotient(ExpressionNode left, ExpressionNode right) implements Pair {
    @Override
    public Column number(Function<String, Column> columns) {
      return try_divide(left.number(columns), right.number(columns));
    }

    @Override
    public double evaluate(ToDoubleFunction<String> inputs) {
      double divisor = right.evaluate(inputs);
      return divisor == 0 ? Double.NaN : left.evaluate(inputs) / divisor;
    }

    @Override
    public void collectReasons(Function<String, Column> columns, List<Column> out) {
      Pair.super.collectReasons(columns, out);
      out.add(when(right.number(columns).equalTo(0.0), lit(Expression.ZERO_DENOMINATOR)));
    }
  }

  /** A comparison of two numbers. */
  record Comparison(ExpressionOperator operator, ExpressionNode left, ExpressionNode right)
      implements Operation, Truth {
    @Override
    public Column truth(Function<String, Column> columns) {
      return operator.of(left.number(columns), right.number(columns));
    }
  }

  /** Negation of a truth. */
  record Negation(ExpressionNode operand) implements Truth {
    @Override
    public Column truth(Function<String, Column> columns) {
      return not(operand.truth(columns));
    }

    @Override
    public double evaluate(ToDoubleFunction<String> inputs) {
      return ExpressionOperator.EQUAL.of(operand.evaluate(inputs), 0);
    }

    @Override
    public List<ExpressionNode> operands() {
      return List.of(operand);
    }
  }

  /** And, or: known where one operand decides. */
  record Junction(ExpressionOperator operator, ExpressionNode left, ExpressionNode right)
      implements Operation, Truth {
    @Override
    public Column truth(Function<String, Column> columns) {
      return operator.of(left.truth(columns), right.truth(columns));
    }

    @Override
    public void collectReasons(Function<String, Column> columns, List<Column> out) {
      out.addAll(whereMissing(this, columns));
    }
  }

  /** The first operand that has a value. */
  record FirstKnown(List<ExpressionNode> operands) implements ExpressionNode {
    @Override
    public Column number(Function<String, Column> columns) {
      return coalesce(numbers(operands, columns).toArray(Column[]::new));
    }

    @Override
    public double evaluate(ToDoubleFunction<String> inputs) {
      return operands.stream()
          .mapToDouble(o -> o.evaluate(inputs))
          .filter(x -> !Double.isNaN(x))
          .findFirst()
          .orElse(Double.NaN);
    }

    @Override
    public void collectReasons(Function<String, Column> columns, List<Column> out) {
      out.addAll(whereMissing(this, columns));
    }
  }

  /** Least or greatest, null where any operand is. */
  record Extreme(boolean isGreatest, List<ExpressionNode> operands) implements ExpressionNode {
    @Override
    public Column number(Function<String, Column> columns) {
      Column[] all = numbers(operands, columns).toArray(Column[]::new);
      Column known = Stream.of(all).map(Column::isNotNull).reduce(Column::and).orElseThrow();
      return when(known, isGreatest ? functions.greatest(all) : functions.least(all));
    }

    @Override
    public double evaluate(ToDoubleFunction<String> inputs) {
      DoubleBinaryOperator further = isGreatest ? Math::max : Math::min;
      return operands.stream().mapToDouble(o -> o.evaluate(inputs)).reduce(further).orElseThrow();
    }
  }

  /** A function of one number, with the domain in which it is defined. */
  record Call(Kind kind, ExpressionNode operand) implements ExpressionNode {
    @Override
    public Column number(Function<String, Column> columns) {
      Column x = operand.number(columns);
      return kind.isTotal() ? kind.of(x) : when(kind.domain(x), kind.of(x));
    }

    @Override
    public double evaluate(ToDoubleFunction<String> inputs) {
      return kind.of(operand.evaluate(inputs));
    }

    @Override
    public List<ExpressionNode> operands() {
      return List.of(operand);
    }

    @Override
    public void collectReasons(Function<String, Column> columns, List<Column> out) {
      operand.collectReasons(columns, out);
      if (!kind.isTotal()) {
        Column outside = not(kind.domain(operand.number(columns)));
        out.add(when(outside, lit(Expression.OUT_OF_DOMAIN)));
      }
    }
  }

  /** Functions of one number. */
  enum Kind {
    ABS,
    EXP,
    LN,
    LOG10,
    SQRT;

    private boolean isTotal() {
      return this == ABS || this == EXP;
    }

    private Column domain(Column x) {
      return this == SQRT ? x.geq(0.0) : x.gt(0.0);
    }

    private Column of(Column x) {
      return switch (this) {
        case ABS -> functions.abs(x);
        case EXP -> functions.exp(x);
        case LN -> functions.ln(x);
        case LOG10 -> functions.log10(x);
        case SQRT -> functions.sqrt(x);
      };
    }

    /** NaN out of domain. */
    private double of(double x) {
      return switch (this) {
        case ABS -> Math.abs(x);
        case EXP -> StrictMath.exp(x);
        case LN -> x > 0 ? StrictMath.log(x) : Double.NaN;
        case LOG10 -> x > 0 ? StrictMath.log10(x) : Double.NaN;
        case SQRT -> Math.sqrt(x);
      };
    }
  }

  private static Stream<Column> numbers(
      List<ExpressionNode> nodes, Function<String, Column> columns) {
    return nodes.stream().map(n -> n.number(columns));
  }

  private static List<Column> whereMissing(ExpressionNode node, Function<String, Column> columns) {
    List<Column> below = new ArrayList<>();
    node.operands().forEach(o -> o.collectReasons(columns, below));
    if (below.isEmpty()) {
      return List.of();
    }
    Column first = coalesce(below.toArray(Column[]::new));
    return List.of(when(node.number(columns).isNull(), first));
  }
}
