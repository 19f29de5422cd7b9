package org.renxing.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A condition on one row, in the part of Spark SQL that checks of tables are written in: AND, OR,
 * NOT, comparisons, BETWEEN, IN, LIKE, IS NULL, +, -, *, abs, numbers, texts and columns. It gives
 * what Spark gives: null where an operand is null, NaN equal to itself and above all numbers.
 */
public final class RowCondition {
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s*(?:(?<number>\\d+(?:\\.\\d+)?(?:[eE][-+]?\\d+)?)|(?<text>'[^']*')|(?<column>`[^`]+`)"
              + "|(?<word>\\w+)|(?<sign><>|!=|<=|>=|[-+*=<>(),]))\\s*");

  private final Node root;

  private RowCondition(Node root) {
    this.root = root;
  }

  /** The value of a part of a condition for a row: Boolean, Double, String or null. */
  private interface Node {
    Object of(Function<String, Object> row);
  }

  /**
   * Reads a condition.
   *
   * @throws IllegalArgumentException for what is not of that part of SQL
   */
  public static RowCondition parse(String sql) {
    Reader reader = new Reader(sql);
    Node root = reader.or();
    reader.requireEnd();
    return new RowCondition(root);
  }

  /**
   * Whether a row meets it; empty for null.
   *
   * @param row the value of a column by its name; null for null
   */
  public Optional<Boolean> of(Function<String, Object> row) {
    return Optional.ofNullable((Boolean) root.of(row));
  }

  /** Recursive descent over the tokens. */
  private static final class Reader {
    private final String sql;
    private final List<String> tokens = new ArrayList<>();
    private int at;

    Reader(String sql) {
      this.sql = sql;
      Matcher matcher = TOKEN.matcher(sql);
      int end = 0;
      while (end < sql.length() && matcher.find(end) && matcher.start() == end) {
        tokens.add(matcher.group().trim());
        end = matcher.end();
      }
      if (end < sql.length()) {
        throw problem("what is '" + sql.substring(end) + "'");
      }
    }

    Node or() {
      Node out = and();
      while (takes("OR")) {
        Node left = out;
        Node right = and();
        out = row -> either(left.of(row), right.of(row), true);
      }
      return out;
    }

    private Node and() {
      Node out = not();
      while (takes("AND")) {
        Node left = out;
        Node right = not();
        out = row -> either(left.of(row), right.of(row), false);
      }
      return out;
    }

    private Node not() {
      return takes("NOT") ? negated(not()) : comparison();
    }

    private Node comparison() {
      Node left = sum();
      if (takes("IS")) {
        boolean isNegated = takes("NOT");
        require("NULL");
        return row -> (left.of(row) == null) != isNegated;
      }
      if (takes("BETWEEN")) {
        Node low = sum();
        require("AND");
        Node high = sum();
        return row -> {
          Object x = left.of(row);
          return either(compared(">=", x, low.of(row)), compared("<=", x, high.of(row)), false);
        };
      }
      if (takes("IN")) {
        return in(left);
      }
      if (takes("LIKE")) {
        Pattern like = like(next());
        return row -> {
          Object x = left.of(row);
          return x == null ? null : (Object) like.matcher((String) x).matches();
        };
      }
      for (String sign : List.of("=", "<>", "!=", "<=", ">=", "<", ">")) {
        if (takes(sign)) {
          Node right = sum();
          return row -> compared(sign, left.of(row), right.of(row));
        }
      }
      return left;
    }

    private Node in(Node left) {
      List<Node> all = new ArrayList<>();
      require("(");
      do {
        all.add(sum());
      } while (takes(","));
      require(")");
      return row -> {
        Object x = left.of(row);
        Object out = false;
        for (Node one : all) {
          out = either(out, compared("=", x, one.of(row)), true);
        }
        return out;
      };
    }

    private Node sum() {
      Node out = product();
      while (true) {
        if (takes("+")) {
          out = arithmetic(out, product(), 1);
        } else if (takes("-")) {
          out = arithmetic(out, product(), -1);
        } else {
          return out;
        }
      }
    }

    private static Node arithmetic(Node left, Node right, int sign) {
      return row -> {
        Object a = left.of(row);
        Object b = right.of(row);
        return a == null || b == null ? null : (Object) (number(a) + sign * number(b));
      };
    }

    private Node product() {
      Node out = factor();
      while (takes("*")) {
        Node left = out;
        Node right = factor();
        out =
            row -> {
              Object a = left.of(row);
              Object b = right.of(row);
              return a == null || b == null ? null : (Object) (number(a) * number(b));
            };
      }
      return out;
    }

    private Node factor() {
      if (takes("-")) {
        Node of = factor();
        return row -> {
          Object x = of.of(row);
          return x == null ? null : (Object) (-number(x));
        };
      }
      if (takes("(")) {
        Node out = or();
        require(")");
        return out;
      }
      if (takes("abs")) {
        require("(");
        Node of = sum();
        require(")");
        return row -> {
          Object x = of.of(row);
          return x == null ? null : (Object) Math.abs(number(x));
        };
      }
      return operand(next());
    }

    private Node operand(String token) {
      char first = token.charAt(0);
      if (Character.isDigit(first)) {
        Double value = Double.valueOf(token);
        return row -> value;
      }
      if (first == '\'') {
        String text = token.substring(1, token.length() - 1);
        return row -> text;
      }
      if (first == '`') {
        String column = token.substring(1, token.length() - 1);
        return row -> plain(row.apply(column));
      }
      if (!Character.isLetter(first) && first != '_') {
        throw problem("an operand is missing before '" + token + "'");
      }
      return row -> plain(row.apply(token));
    }

    private boolean takes(String token) {
      if (at < tokens.size() && tokens.get(at).equalsIgnoreCase(token)) {
        at++;
        return true;
      }
      return false;
    }

    private void require(String token) {
      if (!takes(token)) {
        throw problem("'" + token + "' is missing");
      }
    }

    private String next() {
      if (at == tokens.size()) {
        throw problem("it ends too early");
      }
      return tokens.get(at++);
    }

    void requireEnd() {
      if (at < tokens.size()) {
        throw problem("what is '" + tokens.get(at) + "'");
      }
    }

    private IllegalArgumentException problem(String text) {
      return new IllegalArgumentException("condition " + sql + ": " + text);
    }
  }

  private static Node negated(Node of) {
    return row -> {
      Object x = of.of(row);
      return x == null ? null : (Object) !(Boolean) x;
    };
  }

  /** OR where a true side decides, AND where a false one does; null where nothing decides. */
  private static Object either(Object a, Object b, boolean deciding) {
    if (Boolean.valueOf(deciding).equals(a) || Boolean.valueOf(deciding).equals(b)) {
      return deciding;
    }
    return a == null || b == null ? null : (Object) !deciding;
  }

  private static Object compared(String sign, Object a, Object b) {
    if (a == null || b == null) {
      return null;
    }
    int order = order(a, b);
    return switch (sign) {
      case "=" -> order == 0;
      case "<>", "!=" -> order != 0;
      case "<=" -> order <= 0;
      case ">=" -> order >= 0;
      case "<" -> order < 0;
      default -> order > 0;
    };
  }

  private static int order(Object a, Object b) {
    if (a instanceof String text) {
      return text.compareTo((String) b);
    }
    if (a instanceof Boolean flag) {
      return flag.compareTo((Boolean) b);
    }
    return Double.compare(number(a) + 0.0, number(b) + 0.0); // -0 is 0
  }

  private static double number(Object x) {
    return ((Number) x).doubleValue();
  }

  private static Object plain(Object value) {
    return value instanceof Number number ? (Object) number.doubleValue() : value;
  }

  private static Pattern like(String token) {
    StringBuilder out = new StringBuilder();
    for (char sign : token.substring(1, token.length() - 1).toCharArray()) {
      out.append(sign == '%' ? ".*" : Pattern.quote(String.valueOf(sign)));
    }
    return Pattern.compile(out.toString(), Pattern.DOTALL);
  }
}
