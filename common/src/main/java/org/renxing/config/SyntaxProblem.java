package org.renxing.config;

import com.typesafe.config.ConfigException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Turns what the HOCON parser says into a problem, without quoting lines that speak of secrets. */
final class SyntaxProblem {
  private SyntaxProblem() {}

  static Problem of(String file, Path path, ConfigException e) {
    int line = e.origin() == null ? 0 : Math.max(0, e.origin().lineNumber());
    Place place = new Place(file, line);
    String prefix = e.origin() == null ? "" : e.origin().description() + ": ";
    String text = String.valueOf(e.getMessage());
    String said = text.startsWith(prefix) ? text.substring(prefix.length()) : text;
    boolean mayQuote = lines(path).stream().noneMatch(Secrets::speaksOfSecrets);
    return Problem.of(
        place, "", mayQuote ? "syntax: " + said.lines().findFirst().orElse("") : "syntax error");
  }

  private static List<String> lines(Path path) {
    try {
      return Files.readAllLines(path);
    } catch (IOException e) {
      return List.of();
    }
  }
}
