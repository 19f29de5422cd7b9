package org.renxing.quality;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.renxing.model.QualityPolicy;
import org.renxing.quality.Cells.Key;
import org.renxing.quality.panel.Figure;

/**
 * How many planted errors were found, by kind of error.
 *
 * @param found of the planted cells, by kind
 * @param planted cells, by kind
 * @param unexpected suspect cells that were neither planted nor suspect before
 * @param cells of the panel
 */
public record Recall(
    Map<String, Integer> found, Map<String, Integer> planted, int unexpected, int cells) {

  /** Errors by a smaller factor than this lie within what years differ by, and do not count. */
  private static final double LEAST_SIZE = Math.log(1.35);

  /** Judges a spoilt panel against the cells that were suspect before it was. */
  public static Recall of(Spoiler spoiler, QualityPolicy policy, Set<Key> before) {
    Set<Key> suspects = suspects(Cells.figures(spoiler.panel()), policy);
    Map<String, Integer> found = new TreeMap<>();
    Map<String, Integer> planted = new TreeMap<>();
    spoiler
        .planted()
        .forEach(
            (key, kind) -> {
              if (spoiler.size(key) >= LEAST_SIZE) {
                planted.merge(kind, 1, Integer::sum);
                found.merge(kind, suspects.contains(key) ? 1 : 0, Integer::sum);
              }
            });
    long unexpected =
        suspects.stream()
            .filter(key -> !spoiler.planted().containsKey(key) && !before.contains(key))
            .count();
    return new Recall(found, planted, (int) unexpected, spoiler.panel().size());
  }

  /** The cells that are suspect. */
  public static Set<Key> suspects(List<Figure> panel, QualityPolicy policy) {
    return SuspectSearch.of(policy, List.of()).in(panel).stream()
        .map(Cells::keyOf)
        .collect(Collectors.toSet());
  }

  /** Share of the planted errors of a kind that were found. */
  public double share(String kind) {
    return (double) found.get(kind) / planted.get(kind);
  }
}
