package org.renxing.panel;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A unit that passed over whole to another one.
 *
 * @param year the first year in which the successor's figures hold it
 */
public record Merge(String from, String to, int year) implements Serializable {
  /** The kind of event in a table of lineage. */
  public static final String KIND = "merge";

  /**
   * The merges given and the indirect ones, by successor, year and predecessor: where A went to B
   * in 2010 and B to C in 2015, A counts in C before 2010.
   */
  public static List<Merge> closure(List<Merge> direct) {
    Map<String, Merge> next =
        direct.stream().collect(Collectors.toMap(Merge::from, m -> m, (a, b) -> a));
    List<Merge> out = new ArrayList<>();
    for (Merge merge : direct) {
      Set<String> seen = new HashSet<>(Set.of(merge.from()));
      Optional<Merge> step = Optional.of(merge);
      while (step.isPresent() && seen.add(step.get().to())) {
        out.add(new Merge(merge.from(), step.get().to(), merge.year()));
        step = Optional.ofNullable(next.get(step.get().to()));
      }
    }
    out.sort(
        Comparator.comparing(Merge::to).thenComparingInt(Merge::year).thenComparing(Merge::from));
    return List.copyOf(out);
  }
}
