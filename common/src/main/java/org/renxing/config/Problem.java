package org.renxing.config;

import com.typesafe.config.ConfigException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * One thing that is wrong with the configuration.
 *
 * @param path the key, such as {@code scenarios.x.weights[0].method}; empty for a whole file
 * @param allowed what may stand there instead; empty where that is no list
 * @param suggestion what was probably meant
 */
record Problem(
    Place place, String path, String message, List<String> allowed, Optional<String> suggestion) {
  static final String MISSING = "is required and missing";

  private static final int LISTED = 15;

  Problem {
    allowed = List.copyOf(allowed);
  }

  static Problem of(Place place, String path, String message) {
    return new Problem(place, path, message, List.of(), Optional.empty());
  }

  /** A name that is none of the known ones. */
  static Problem unknown(
      Place place, String path, String message, String given, Collection<String> known) {
    List<String> sorted = known.stream().sorted().toList();
    return new Problem(place, path, message, sorted, Suggestion.nearest(given, sorted));
  }

  /** What the HOCON parser says, without quoting lines that speak of secrets. */
  static Problem syntax(String file, String content, ConfigException e) {
    int line = e.origin() == null ? 0 : Math.max(0, e.origin().lineNumber());
    Place place = new Place(file, line);
    String prefix = e.origin() == null ? "" : e.origin().description() + ": ";
    String text = String.valueOf(e.getMessage());
    String said = text.startsWith(prefix) ? text.substring(prefix.length()) : text;
    boolean mayQuote = !Secrets.speaksOfSecrets(content);
    return Problem.of(
        place, "", mayQuote ? "syntax: " + said.lines().findFirst().orElse("") : "syntax error");
  }

  @Override
  public String toString() {
    return text(true);
  }

  /** The problem in words, with or without the list of what is allowed. */
  String text(boolean hasList) {
    StringBuilder out = new StringBuilder(place.toString()).append(": ");
    if (!path.isEmpty()) {
      out.append(path).append(": ");
    }
    out.append(message);
    suggestion.ifPresent(s -> out.append("; did you mean '").append(s).append("'?"));
    if (hasList && !allowed.isEmpty()) {
      out.append(suggestion.isPresent() ? " allowed: " : "; allowed: ");
      out.append(String.join(", ", allowed.subList(0, Math.min(LISTED, allowed.size()))));
      out.append(allowed.size() > LISTED ? ", …" : "");
    }
    return out.toString();
  }
}
