package org.renxing.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.renxing.index.ExpressionOperators.Binary;
import org.renxing.index.ExpressionOperators.Connective;
import org.renxing.index.ExpressionOperators.Extremum;
import org.renxing.index.ExpressionOperators.Relation;
import org.renxing.index.ExpressionOperators.Unary;
import org.renxing.index.ExpressionTokens.Kind;
import org.renxing.index.ExpressionTokens.Token;
import org.renxing.model.ErrorCode;
import org.renxing.model.Nesting;
import org.renxing.model.RenxingException;

/**
 * Reads the text of an expression, by recursive descent. From the loosest to the tightest: or, and,
 * not, one comparison, + and -, * and /, signs, then numbers, names, calls and parentheses.
 */
final class ExpressionReader {
  private static final Map<String, Relation> RELATIONS =
      Map.of(
          "=", Relation.EQUAL,
          "==", Relation.EQUAL,
          "!=", Relation.EQUAL,
          "<>", Relation.EQUAL,
          "<", Relation.LESS,
          "<=", Relation.LESS_OR_EQUAL,
          ">", Relation.GREATER,
          ">=", Relation.GREATER_OR_EQUAL);

  private static final Map<String, Unary> FUNCTIONS =
      Map.of(
          "abs", Unary.ABS,
          "ln", Unary.LN,
          "log10", Unary.LOG10,
          "sqrt", Unary.SQRT,
          "exp", Unary.EXP);

  /** Words that stand for no base indicator unless they are quoted. */
  private static final Set<String> RESERVED = Set.of("and", "or", "not", "null", "true", "false");

  private static final int LONGEST = 2000;
  private static final int DEEPEST = 50;
  private static final int SHOWN = 60;

  private final ExpressionTokens tokens;

  private ExpressionReader(ExpressionTokens tokens) {
    this.tokens = tokens;
  }

  static ExpressionNode read(String text) {
    requireBounded(text);
    ExpressionTokens tokens = new ExpressionTokens(text);
    ExpressionNode out = new ExpressionReader(tokens).or();
    if (tokens.now().kind() != Kind.END) {
      throw tokens.unexpected();
    }
    return out;
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

  private ExpressionNode or() {
    ExpressionNode out = and();
    while (tokens.takes("or")) {
      out = new ExpressionNode.Junction(Connective.OR, out, and());
    }
    return out;
  }

  private ExpressionNode and() {
    ExpressionNode out = not();
    while (tokens.takes("and")) {
      out = new ExpressionNode.Junction(Connective.AND, out, not());
    }
    return out;
  }

  private ExpressionNode not() {
    int negations = 0;
    while (tokens.takes("not")) {
      negations++;
    }
    ExpressionNode out = comparison();
    for (int i = 0; i < negations; i++) {
      out = new ExpressionNode.Negation(out);
    }
    return out;
  }

  private ExpressionNode comparison() {
    int start = tokens.now().start();
    ExpressionNode left = sum();
    String sign = tokens.now().text();
    if (tokens.now().kind() != Kind.SYMBOL || !RELATIONS.containsKey(sign)) {
      return left;
    }
    tokens.take();
    ExpressionNode right = sum();
    boolean isChained =
        tokens.now().kind() == Kind.SYMBOL && RELATIONS.containsKey(tokens.now().text());
    if (isChained) {
      tokens.take();
      sum();
    }
    if (isChained || left instanceof ExpressionNode.Comparison) {
      throw tokens.refused(tokens.since(start), "chains comparisons; write a < b and b < c");
    }
    ExpressionNode out = new ExpressionNode.Comparison(RELATIONS.get(sign), left, right);
    return sign.equals("!=") || sign.equals("<>") ? new ExpressionNode.Negation(out) : out;
  }

  private ExpressionNode sum() {
    ExpressionNode out = product();
    while (tokens.now().is("+") || tokens.now().is("-")) {
      Binary operator = tokens.take().is("+") ? Binary.PLUS : Binary.MINUS;
      out = new ExpressionNode.Arithmetic(operator, out, product());
    }
    return out;
  }

  private ExpressionNode product() {
    ExpressionNode out = signed();
    while (tokens.now().is("*") || tokens.now().is("/")) {
      if (tokens.takes("*")) {
        out = new ExpressionNode.Arithmetic(Binary.TIMES, out, signed());
      } else {
        tokens.take();
        out = new ExpressionNode.Quotient(out, signed());
      }
    }
    return out;
  }

  private ExpressionNode signed() {
    if (tokens.takes("+")) {
      return signed();
    }
    if (tokens.takes("-")) {
      if (tokens.now().kind() == Kind.NUMBER) {
        return new ExpressionNode.Constant(-number(tokens.take().text()));
      }
      return new ExpressionNode.Arithmetic(Binary.TIMES, new ExpressionNode.Constant(-1), signed());
    }
    return primary();
  }

  private ExpressionNode primary() {
    Token token = tokens.now();
    if (tokens.takes("(")) {
      ExpressionNode out = or();
      tokens.require(")");
      return out;
    }
    boolean isReserved = token.kind() == Kind.NAME && RESERVED.contains(token.word());
    if (isReserved || token.kind() == Kind.SYMBOL || token.kind() == Kind.END) {
      throw tokens.unexpected();
    }
    tokens.take();
    if (token.kind() == Kind.NUMBER) {
      return new ExpressionNode.Constant(number(token.text()));
    }
    return tokens.now().is("(") ? call(token) : new ExpressionNode.Input(token.text());
  }

  private double number(String written) {
    double number = Double.parseDouble(written);
    if (!Double.isFinite(number)) {
      throw tokens.refused(written, "is not a number");
    }
    return number;
  }

  private ExpressionNode call(Token name) {
    List<ExpressionNode> operands = new ArrayList<>();
    tokens.require("(");
    if (!tokens.takes(")")) {
      operands.add(or());
      while (tokens.takes(",")) {
        operands.add(or());
      }
      tokens.require(")");
    }
    String call = tokens.since(name.start());
    String function = name.word();
    if (FUNCTIONS.containsKey(function)) {
      if (operands.size() != 1) {
        throw tokens.refused(call, "needs one operand, has " + operands.size());
      }
      return new ExpressionNode.Call(FUNCTIONS.get(function), operands.get(0));
    }
    return switch (function) {
      case "least" -> new ExpressionNode.Extreme(Extremum.LEAST, several(call, operands));
      case "greatest" -> new ExpressionNode.Extreme(Extremum.GREATEST, several(call, operands));
      case "coalesce" -> new ExpressionNode.FirstKnown(several(call, operands));
      default -> throw tokens.refused(call, "is not an allowed function");
    };
  }

  private List<ExpressionNode> several(String call, List<ExpressionNode> operands) {
    if (operands.size() < 2) {
      throw tokens.refused(call, "needs two or more operands, has " + operands.size());
    }
    return List.copyOf(operands);
  }
}
