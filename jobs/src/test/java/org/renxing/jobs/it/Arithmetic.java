package org.renxing.jobs.it;

/** Reads sums, products and parentheses as a pocket calculator would, in code of its own. */
final class Arithmetic {
  private final String text;
  private int at;

  private Arithmetic(String text) {
    this.text = text.replace(" ", "");
  }

  static double of(String text) {
    Arithmetic reader = new Arithmetic(text);
    double value = reader.sum();
    if (reader.at != reader.text.length()) {
      throw new IllegalArgumentException("what is this? " + reader.text.substring(reader.at));
    }
    return value;
  }

  private double sum() {
    double value = product();
    while (at < text.length() && "+-".indexOf(text.charAt(at)) >= 0) {
      value = text.charAt(at++) == '+' ? value + product() : value - product();
    }
    return value;
  }

  private double product() {
    double value = factor();
    while (at < text.length() && "*/".indexOf(text.charAt(at)) >= 0) {
      value = text.charAt(at++) == '*' ? value * factor() : value / factor();
    }
    return value;
  }

  private double factor() {
    if (text.charAt(at) == '(') {
      at++;
      double value = sum();
      at++;
      return value;
    }
    int from = at;
    while (at < text.length() && isOfNumber(at, from)) {
      at++;
    }
    return Double.parseDouble(text.substring(from, at));
  }

  private boolean isOfNumber(int i, int from) {
    char c = Character.toLowerCase(text.charAt(i));
    boolean isExponent = i > from && Character.toLowerCase(text.charAt(i - 1)) == 'e';
    return Character.isDigit(c) || c == '.' || c == 'e' || (isExponent && (c == '-' || c == '+'));
  }
}
