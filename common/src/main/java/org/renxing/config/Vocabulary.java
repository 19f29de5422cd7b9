package org.renxing.config;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What other packages know and configuration refers to.
 *
 * @param identifiers the identifiers of an expression; throws a RenxingException on bad syntax
 * @param weightingMethods names of the weighting registry
 */
public record Vocabulary(Function<String, Set<String>> identifiers, Set<String> weightingMethods) {
  private static final Set<String> LOGIC = Set.of("and", "or", "not");
  private static final Pattern IDENTIFIER =
      Pattern.compile("(?<![\\p{L}\\p{N}_.])[\\p{L}_][\\p{L}\\p{N}_]*+(?!\\s*\\()");

  public Vocabulary {
    weightingMethods = Set.copyOf(weightingMethods);
  }

  /** Finds identifiers by their form alone, and knows entropy, equal and fixed weights. */
  public static Vocabulary standard() {
    return new Vocabulary(Vocabulary::words, Set.of("entropy", "equal", "fixed"));
  }

  /** The same, which reads each expression once: scenarios that inherit repeat theirs. */
  Vocabulary remembering() {
    Map<String, Set<String>> known = new HashMap<>();
    return new Vocabulary(
        expression -> {
          Set<String> found = known.get(expression);
          if (found == null) {
            found = identifiers.apply(expression);
            known.put(expression, found);
          }
          return found;
        },
        weightingMethods);
  }

  private static Set<String> words(String expression) {
    Set<String> out = new TreeSet<>();
    Matcher matcher = IDENTIFIER.matcher(expression);
    while (matcher.find()) {
      if (!LOGIC.contains(matcher.group().toLowerCase(Locale.ROOT))) {
        out.add(matcher.group());
      }
    }
    return out;
  }
}
