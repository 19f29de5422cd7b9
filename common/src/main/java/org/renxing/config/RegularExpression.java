package org.renxing.config;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads regular expressions, none of which is too long or too deep to compile. */
final class RegularExpression {
  private static final int LONGEST = 1000;

  private RegularExpression() {}

  /** The expression at a key, if there is one; what is none is a problem there. */
  static Optional<Pattern> read(Section s, String key) {
    String text = s.text(key, "");
    if (text.length() > LONGEST) {
      s.problem(key, "has " + text.length() + " characters; at most " + LONGEST);
      return Optional.empty();
    }
    try {
      return s.optionalText(key).map(Pattern::compile);
    } catch (PatternSyntaxException e) {
      s.problem(key, "no regular expression: " + e.getDescription() + ", in '" + text + "'");
      return Optional.empty();
    }
  }
}
