package org.renxing.jobs.gold.space;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.renxing.intake.ReferenceFile;
import org.renxing.intake.ReferenceRow;
import org.renxing.model.SpaceOptions.Adjacency;

/**
 * A table of neighbours: CSV with one row a pair.
 *
 * @param text the whole file
 */
record NeighbourPairs(Adjacency adjacency, String text) {
  private static final String WHY = "every row names two units";

  /**
   * The second of each pair by the first.
   *
   * @throws org.renxing.model.RenxingException CONFIGURATION naming the line, where one of the two
   *     is not given
   */
  Map<String, Set<String>> read() {
    Map<String, Set<String>> out = new TreeMap<>();
    for (ReferenceRow row : ReferenceFile.of(adjacency.file(), text).rows()) {
      String neighbour = row.required(adjacency.neighbourColumn(), WHY);
      out.computeIfAbsent(row.required(adjacency.unitColumn(), WHY), key -> new TreeSet<>())
          .add(neighbour);
    }
    return out;
  }
}
