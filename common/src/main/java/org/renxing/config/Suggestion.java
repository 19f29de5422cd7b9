package org.renxing.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds what was probably meant. */
final class Suggestion {
  private Suggestion() {}

  /**
   * The candidate with the smallest edit distance, in which case does not count, if at most a third
   * of the letters (two for short words) differ; of equally near ones the first by name.
   */
  static Optional<String> nearest(String given, Collection<String> candidates) {
    int most = Math.max(2, given.length() / 3);
    LevenshteinDistance distance = new LevenshteinDistance(most);
    String wanted = given.toLowerCase(Locale.ROOT);
    record Scored(String name, int distance) {}
    return candidates.stream()
        .map(c -> new Scored(c, distance.apply(wanted, c.toLowerCase(Locale.ROOT))))
        .filter(s -> s.distance() >= 0 && s.distance() < s.name().length())
        .min(Comparator.comparingInt(Scored::distance).thenComparing(Scored::name))
        .map(Scored::name);
  }
}
