package org.renxing.name;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Known names that are nearly the one given. */
public final class Nearest {
  private Nearest() {}

  /**
   * The nearest of some names by edit distance (Levenshtein, 1966) of their keys, nearest first and
   * of equally near ones by name; none that differ in more than a third of the letters (one for
   * names of up to four letters, such as most Chinese ones).
   *
   * @param key the form in which names are compared
   * @param most how many at most
   */
  public static List<String> to(
      String given, Collection<String> known, UnaryOperator<String> key, int most) {
    String wanted = key.apply(given);
    int allowed = Math.max(1, wanted.codePointCount(0, wanted.length()) / 3);
    LevenshteinDistance distance = new LevenshteinDistance(allowed);
    record Scored(String name, int distance) {}
    return known.stream()
        .map(name -> new Scored(name, apart(distance, wanted, key.apply(name))))
        .filter(s -> s.distance() >= 0)
        .sorted(Comparator.comparingInt(Scored::distance).thenComparing(Scored::name))
        .map(Scored::name)
        .distinct()
        .limit(most)
        .toList();
  }

  /** The sentence that a message may end with. */
  public static Optional<String> question(List<String> nearest) {
    return nearest.isEmpty()
        ? Optional.empty()
        : Optional.of("did you mean " + String.join(" or ", nearest) + "?");
  }

  /** Edit distance, or -1 where it is too large or nothing is in common. */
  private static int apart(LevenshteinDistance distance, String a, String b) {
    if (a.isEmpty() || b.isEmpty()) {
      return -1;
    }
    int edits = distance.apply(a, b);
    return edits < Math.min(a.length(), b.length()) ? edits : -1;
  }
}
