package org.renxing.regression;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;
import org.renxing.regression.FormulaNode.Column;
import org.renxing.regression.FormulaNode.Constant;
import org.renxing.regression.FormulaNode.Each;
import org.renxing.regression.FormulaNode.Earlier;
import org.renxing.regression.FormulaNode.Pair;
import org.renxing.regression.FormulaNode.Standardised;

/** Reads a formula by recursive descent. */
final class FormulaReader {
  private static final String FUNCTIONS =
      "log, log10, exp, sqrt, square, abs, lag, diff, standardised, I";

  private final String text;
  private int at;

  FormulaReader(String text) {
    this.text = text;
  }

  Formula read() {
    Term response = new Term(List.of(factor()));
    expect('~', "between response and terms");
    List<Term> terms = new ArrayList<>();
    boolean hasIntercept = true;
    boolean isAdded = !accept('-');
    do {
      int start = at;
      if (isDigit(peek())) {
        double number = number();
        if (number != 0 && number != 1) {
          throw wrong(start, "only 1 and 0 are numbers among terms, for the intercept");
        }
        hasIntercept = (number == 1) == isAdded;
      } else if (isAdded) {
        product().stream().filter(t -> !terms.contains(t)).forEach(terms::add);
      } else if (!terms.removeAll(product())) {
        throw wrong(start, "takes away a term that is not there");
      }
      isAdded = peek() != '-';
    } while (accept('+') || accept('-'));
    if (peek() != 0) {
      throw wrong(at, "+, -, * or : expected between terms");
    }
    if (terms.isEmpty() && !hasIntercept) {
      throw wrong(at, "has neither terms nor intercept");
    }
    return new Formula(response, terms, hasIntercept);
  }

  /** a * b as a + b + a:b. */
  private List<Term> product() {
    List<Term> out = new ArrayList<>(List.of(interaction()));
    while (accept('*')) {
      Term right = interaction();
      List<Term> both = out.stream().map(t -> t.times(right)).toList();
      out.add(right);
      out.addAll(both);
    }
    return out;
  }

  private Term interaction() {
    Term out = new Term(List.of(factor()));
    while (accept(':')) {
      out = out.times(new Term(List.of(factor())));
    }
    return out;
  }

  private Term.Factor factor() {
    char first = peek();
    int start = at;
    if (!isName(first) && first != '`') {
      throw wrong(start, "the name of a column or a function expected");
    }
    FormulaNode node = nameOrCall();
    return new Term.Factor(text.substring(start, at).strip(), node);
  }

  private FormulaNode nameOrCall() {
    int start = at;
    boolean isQuoted = peek() == '`';
    String name = name();
    if (isQuoted || peek() != '(') {
      return new Column(name);
    }
    at++;
    FormulaNode operand = sum();
    FormulaNode out =
        switch (name) {
          case "log", "ln" -> new Each(FormulaReader::log, operand);
          case "log10" -> new Each(x -> log(x) / Math.log(10), operand);
          case "exp" -> new Each(Math::exp, operand);
          case "sqrt" -> new Each(Math::sqrt, operand);
          case "square" -> new Each(x -> x * x, operand);
          case "abs" -> new Each(Math::abs, operand);
          case "I" -> operand;
          case "standardised", "standardized" -> new Standardised(operand);
          case "lag" -> new Earlier(operand, by(), false);
          case "diff" -> new Earlier(operand, by(), true);
          default -> throw wrong(start, "no function '" + name + "'; there are " + FUNCTIONS);
        };
    expect(')', "at the end of " + name);
    return out;
  }

  private static double log(double x) {
    return x > 0 ? Math.log(x) : Double.NaN;
  }

  private int by() {
    if (!accept(',')) {
      return 1;
    }
    peek();
    int start = at;
    double by = number();
    if (by != Math.rint(by) || by < 1 || by > 1000) {
      throw wrong(start, "a lag is a whole number from 1");
    }
    return (int) by;
  }

  private FormulaNode sum() {
    FormulaNode out = multiple();
    while (true) {
      if (accept('+')) {
        out = new Pair((a, b) -> a + b, out, multiple());
      } else if (accept('-')) {
        out = new Pair((a, b) -> a - b, out, multiple());
      } else {
        return out;
      }
    }
  }

  private FormulaNode multiple() {
    FormulaNode out = power();
    while (true) {
      if (accept('*')) {
        out = new Pair((a, b) -> a * b, out, power());
      } else if (accept('/')) {
        out = new Pair((a, b) -> b == 0 ? Double.NaN : a / b, out, power());
      } else {
        return out;
      }
    }
  }

  private FormulaNode power() {
    if (accept('-')) {
      return new Each(x -> -x, power());
    }
    FormulaNode out = operand();
    return accept('^') ? new Pair(Math::pow, out, power()) : out;
  }

  private FormulaNode operand() {
    char first = peek();
    if (isDigit(first)) {
      return new Constant(number());
    }
    if (accept('(')) {
      FormulaNode out = sum();
      expect(')', "to close (");
      return out;
    }
    return factor().node();
  }

  private String name() {
    int start = at;
    if (peek() == '`') {
      int end = text.indexOf('`', at + 1);
      if (end < 0) {
        throw wrong(start, "` is not closed");
      }
      at = end + 1;
      return text.substring(start + 1, end);
    }
    while (at < text.length() && (isName(text.charAt(at)) || isDigit(text.charAt(at)))) {
      at++;
    }
    return text.substring(start, at);
  }

  private double number() {
    int start = at;
    while (at < text.length() && (isDigit(text.charAt(at)) || isExponent(start))) {
      at++;
    }
    try {
      return Double.parseDouble(text.substring(start, at));
    } catch (NumberFormatException e) {
      throw wrong(start, "'" + text.substring(start, at) + "' is no number");
    }
  }

  private boolean isExponent(int start) {
    char c = Character.toLowerCase(text.charAt(at));
    char before = at > start ? Character.toLowerCase(text.charAt(at - 1)) : ' ';
    return (at > start && c == 'e') || (before == 'e' && (c == '-' || c == '+'));
  }

  private static boolean isName(char c) {
    return Character.isLetter(c) || c == '_' || c == '.';
  }

  private static boolean isDigit(char c) {
    return (c >= '0' && c <= '9') || c == '.';
  }

  /** The next character that is no blank; 0 at the end. */
  private char peek() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at < text.length() ? text.charAt(at) : 0;
  }

  private boolean accept(char c) {
    boolean isNext = peek() == c;
    at += isNext ? 1 : 0;
    return isNext;
  }

  private void expect(char c, String where) {
    if (!accept(c)) {
      throw wrong(at, c + " expected " + where);
    }
  }

  private RenxingException wrong(int place, String what) {
    return new RenxingException(
        ErrorCode.USAGE,
        String.format(
            Locale.ROOT,
            "formula '%s', character %d: %s",
            text,
            Math.min(place, text.length()) + 1,
            what));
  }
}
