package org.renxing.index;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.spark.sql.catalyst.analysis.UnresolvedAttribute;
import org.apache.spark.sql.catalyst.analysis.UnresolvedFunction;
import org.apache.spark.sql.catalyst.expressions.Add;
import org.apache.spark.sql.catalyst.expressions.And;
import org.apache.spark.sql.catalyst.expressions.BinaryExpression;
import org.apache.spark.sql.catalyst.expressions.Divide;
import org.apache.spark.sql.catalyst.expressions.EqualTo;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.GreaterThan;
import org.apache.spark.sql.catalyst.expressions.GreaterThanOrEqual;
import org.apache.spark.sql.catalyst.expressions.LessThan;
import org.apache.spark.sql.catalyst.expressions.LessThanOrEqual;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.catalyst.expressions.Multiply;
import org.apache.spark.sql.catalyst.expressions.Not;
import org.apache.spark.sql.catalyst.expressions.Or;
import org.apache.spark.sql.catalyst.expressions.Subtract;
import org.apache.spark.sql.catalyst.expressions.UnaryMinus;
import org.apache.spark.sql.catalyst.expressions.UnaryPositive;
import org.apache.spark.sql.catalyst.parser.CatalystSqlParser;
import org.apache.spark.sql.types.Decimal;
import org.renxing.index.ExpressionOperators.Binary;
import org.renxing.index.ExpressionOperators.Connective;
import org.renxing.index.ExpressionOperators.Extremum;
import org.renxing.index.ExpressionOperators.Relation;
import org.renxing.index.ExpressionOperators.Unary;
import org.renxing.model.ErrorCode;
import org.renxing.model.Nesting;
import org.renxing.model.RenxingException;
import scala.jdk.javaapi.CollectionConverters;

/** Reads the text of an expression with Spark's parser and lets only the stated grammar through. */
final class ExpressionReader {
  private static final String ALLOWED =
      "allowed are numbers, base indicators, + - * / ( ), = != < <= > >=, and or not,"
          + " abs ln log10 sqrt exp least greatest coalesce";

  private static final String NUMERIC = "byte|short|integer|long|float|double|decimal\\(.*\\)";

  private static final int LONGEST = 2000;
  private static final int DEEPEST = 50;
  private static final int SHOWN = 60;

  private final String text;

  private ExpressionReader(String text) {
    this.text = text;
  }

  static ExpressionNode read(String text) {
    requireBounded(text);
    ExpressionReader reader = new ExpressionReader(text);
    reader.refuseComments();
    try {
      return reader.node(reader.parsed());
    } catch (StackOverflowError e) {
      throw new RenxingException(
          ErrorCode.CONFIGURATION, "expression '" + text + "': is nested too deeply", e);
    }
  }

  private static void requireBounded(String text) {
    if (text.length() > LONGEST || Nesting.depth(text) > DEEPEST) {
      throw new RenxingException(
          ErrorCode.CONFIGURATION,
          "expression '%s…' has %s characters and brackets nested %s deep; at most %s and %s"
              .formatted(
                  text.substring(0, Math.min(SHOWN, text.length())),
                  text.length(),
                  Nesting.depth(text),
                  LONGEST,
                  DEEPEST));
    }
  }

  // The parser would drop a comment in silence, and with it the end of "a --b".
  private void refuseComments() {
    for (String mark : List.of("--", "/*")) {
      if (text.contains(mark)) {
        throw new RenxingException(
            ErrorCode.CONFIGURATION,
            "expression '"
                + text
                + "': '"
                + mark
                + "' starts a comment in SQL; write - (-x) for a"
                + " double minus; "
                + ALLOWED);
      }
    }
  }

  // Spark throws the checked ParseException without declaring it to Java.
  private Expression parsed() {
    try {
      return new CatalystSqlParser().parseExpression(text);
    } catch (Exception e) {
      String cause = e.getMessage() == null ? e.toString() : e.getMessage();
      String line = cause.lines().filter(l -> !l.isBlank()).findFirst().orElse(cause).strip();
      throw new RenxingException(
          ErrorCode.CONFIGURATION,
          "expression '" + text + "': cannot be read (" + line + "); " + ALLOWED,
          e);
    }
  }

  private ExpressionNode node(Expression e) {
    if (e instanceof Literal literal) {
      return new ExpressionNode.Constant(number(literal));
    }
    if (e instanceof UnresolvedAttribute attribute) {
      return input(attribute);
    }
    if (e instanceof UnresolvedFunction function) {
      return call(function);
    }
    if (e instanceof UnaryMinus minus) {
      return new ExpressionNode.Arithmetic(
          Binary.TIMES, new ExpressionNode.Constant(-1), node(minus.child()));
    }
    if (e instanceof UnaryPositive plus) {
      return node(plus.child());
    }
    if (e instanceof Not negated) {
      return new ExpressionNode.Negation(node(negated.child()));
    }
    if (e instanceof BinaryExpression binary) {
      return binary(binary);
    }
    throw refused(e, "is not allowed");
  }

  private ExpressionNode binary(BinaryExpression e) {
    if (e instanceof Divide) {
      return new ExpressionNode.Quotient(node(left(e)), node(right(e)));
    }
    Optional<Binary> arithmetic = arithmetic(e);
    if (arithmetic.isPresent()) {
      return new ExpressionNode.Arithmetic(arithmetic.get(), node(left(e)), node(right(e)));
    }
    Optional<Relation> comparison = comparison(e);
    if (comparison.isPresent()) {
      if (comparison(left(e)).isPresent()) {
        throw refused(e, "chains comparisons; write a < b and b < c");
      }
      return new ExpressionNode.Comparison(comparison.get(), node(left(e)), node(right(e)));
    }
    if (e instanceof And) {
      return new ExpressionNode.Junction(Connective.AND, node(left(e)), node(right(e)));
    }
    if (e instanceof Or) {
      return new ExpressionNode.Junction(Connective.OR, node(left(e)), node(right(e)));
    }
    throw refused(e, "is not allowed");
  }

  // Spark's left and right are generic in Scala and erased to tree nodes in Java
  private static Expression left(BinaryExpression e) {
    return (Expression) (Object) e.left();
  }

  private static Expression right(BinaryExpression e) {
    return (Expression) (Object) e.right();
  }

  private static Optional<Binary> arithmetic(Expression e) {
    if (e instanceof Add) {
      return Optional.of(Binary.PLUS);
    }
    if (e instanceof Subtract) {
      return Optional.of(Binary.MINUS);
    }
    return e instanceof Multiply ? Optional.of(Binary.TIMES) : Optional.empty();
  }

  private static Optional<Relation> comparison(Expression e) {
    if (e instanceof EqualTo) {
      return Optional.of(Relation.EQUAL);
    }
    if (e instanceof LessThan) {
      return Optional.of(Relation.LESS);
    }
    if (e instanceof LessThanOrEqual) {
      return Optional.of(Relation.LESS_OR_EQUAL);
    }
    if (e instanceof GreaterThan) {
      return Optional.of(Relation.GREATER);
    }
    return e instanceof GreaterThanOrEqual
        ? Optional.of(Relation.GREATER_OR_EQUAL)
        : Optional.empty();
  }

  private ExpressionNode input(UnresolvedAttribute attribute) {
    List<String> parts = CollectionConverters.asJava(attribute.nameParts());
    if (parts.size() != 1) {
      throw refused(attribute, "is not a plain name");
    }
    return new ExpressionNode.Input(parts.get(0));
  }

  private double number(Literal literal) {
    Object value = literal.value();
    double number = Double.NaN;
    if (value instanceof Decimal decimal) {
      number = decimal.toDouble();
    } else if (value instanceof Number n) {
      number = n.doubleValue();
    }
    if (!Double.isFinite(number) || !literal.dataType().typeName().matches(NUMERIC)) {
      throw refused(literal, "is not a number");
    }
    return number;
  }

  private ExpressionNode call(UnresolvedFunction function) {
    List<String> name = CollectionConverters.asJava(function.nameParts());
    List<Expression> arguments = CollectionConverters.asJava(function.arguments());
    if (name.size() != 1
        || function.isDistinct()
        || function.filter().isDefined()
        || function.ignoreNulls()) {
      throw refused(function, "is not a plain function call");
    }
    List<ExpressionNode> operands = arguments.stream().map(this::node).toList();
    return switch (name.get(0).toLowerCase(Locale.ROOT)) {
      case "abs" -> one(function, Unary.ABS, operands);
      case "ln" -> one(function, Unary.LN, operands);
      case "log10" -> one(function, Unary.LOG10, operands);
      case "sqrt" -> one(function, Unary.SQRT, operands);
      case "exp" -> one(function, Unary.EXP, operands);
      case "least" -> new ExpressionNode.Extreme(Extremum.LEAST, several(function, operands));
      case "greatest" -> new ExpressionNode.Extreme(Extremum.GREATEST, several(function, operands));
      case "coalesce" -> new ExpressionNode.FirstKnown(several(function, operands));
      default -> throw refused(function, "is not an allowed function");
    };
  }

  private ExpressionNode one(Expression call, Unary kind, List<ExpressionNode> operands) {
    if (operands.size() != 1) {
      throw refused(call, "needs one operand, has " + operands.size());
    }
    return new ExpressionNode.Call(kind, operands.get(0));
  }

  private List<ExpressionNode> several(Expression call, List<ExpressionNode> operands) {
    if (operands.size() < 2) {
      throw refused(call, "needs two or more operands, has " + operands.size());
    }
    return operands;
  }

  private RenxingException refused(Expression part, String why) {
    return new RenxingException(
        ErrorCode.CONFIGURATION,
        "expression '" + text + "': '" + source(part) + "' " + why + "; " + ALLOWED);
  }

  private String source(Expression part) {
    scala.Option<Object> start = part.origin().startIndex();
    scala.Option<Object> stop = part.origin().stopIndex();
    if (start.isDefined() && stop.isDefined()) {
      int from = (Integer) start.get();
      int to = (Integer) stop.get() + 1;
      if (0 <= from && from < to && to <= text.length()) {
        return text.substring(from, to);
      }
    }
    return part.toString().replace("'", "");
  }
}
