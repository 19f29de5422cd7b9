package org.renxing.config;

import com.typesafe.config.ConfigException;

/** Turns what the HOCON parser says into a problem, without quoting lines that speak of secrets. */
final class SyntaxProblem {
  private SyntaxProblem() {}

  static Problem of(String file, String content, ConfigException e) {
    int line = e.origin() == null ? 0 : Math.max(0, e.origin().lineNumber());
    Place place = new Place(file, line);
    String prefix = e.origin() == null ? "" : e.origin().description() + ": ";
    String text = String.valueOf(e.getMessage());
    String said = text.startsWith(prefix) ? text.substring(prefix.length()) : text;
    boolean mayQuote = !Secrets.speaksOfSecrets(content);
    return Problem.of(
        place, "", mayQuote ? "syntax: " + said.lines().findFirst().orElse("") : "syntax error");
  }
}
