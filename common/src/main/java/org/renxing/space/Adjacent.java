package org.renxing.space;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.renxing.measure.MeasurePanel.Unit;

/**
 * Units that a table pairs, either way round. Pairs of units that are not in the panel do not
 * count.
 */
final class Adjacent implements NeighbourRule {
  private static final long serialVersionUID = 1L;
  private final HashMap<String, TreeSet<String>> pairs = new HashMap<>();

  Adjacent(Map<String, ? extends Set<String>> pairs) {
    pairs.forEach(
        (a, others) ->
            others.forEach(
                b -> {
                  if (!a.equals(b)) {
                    this.pairs.computeIfAbsent(a, key -> new TreeSet<>()).add(b);
                    this.pairs.computeIfAbsent(b, key -> new TreeSet<>()).add(a);
                  }
                }));
  }

  @Override
  public int[][] neighbours(List<Unit> units) {
    Map<String, Integer> place = new HashMap<>();
    for (int i = 0; i < units.size(); i++) {
      place.put(units.get(i).id(), i);
    }
    int[][] out = new int[units.size()][];
    for (int i = 0; i < out.length; i++) {
      TreeSet<String> ids = pairs.getOrDefault(units.get(i).id(), new TreeSet<>());
      out[i] = ids.stream().filter(place::containsKey).mapToInt(place::get).sorted().toArray();
    }
    return out;
  }

  @Override
  public String text() {
    return "adjacency";
  }
}
