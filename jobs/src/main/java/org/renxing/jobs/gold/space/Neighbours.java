package org.renxing.jobs.gold.space;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.renxing.lake.Fingerprint;
import org.renxing.lake.LakeFiles;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;
import org.renxing.model.SpaceOptions;
import org.renxing.space.NeighbourRule;
import org.renxing.space.NeighbourRules;

/** Who is whose neighbour in a scenario, for tables that ask. */
public final class Neighbours {
  private final LakeFiles files;

  /**
   * Neighbours.
   *
   * @param files where a scenario may keep pairs of neighbours
   */
  public Neighbours(LakeFiles files) {
    this.files = files;
  }

  /** All on which the rule depends; its text is compared between runs. */
  public Object configuration(SpaceOptions options) {
    SpaceOptions.Adjacency pairs = options.adjacency();
    List<String> read =
        isPaired(options)
            ? List.of(
                Fingerprint.of(text(pairs.file())), pairs.unitColumn(), pairs.neighbourColumn())
            : List.of();
    return List.of(options.text(), read);
  }

  /**
   * The rule.
   *
   * @throws RenxingException CONFIGURATION where the file of pairs is missing or faulty
   */
  public NeighbourRule rule(SpaceOptions options) {
    SpaceOptions.Adjacency adjacency = options.adjacency();
    Map<String, Set<String>> pairs =
        isPaired(options) ? new NeighbourPairs(adjacency, text(adjacency.file())).read() : Map.of();
    return NeighbourRules.of(options, pairs);
  }

  private static boolean isPaired(SpaceOptions options) {
    return options.weights() == SpaceOptions.Weights.ADJACENCY;
  }

  private String text(String file) {
    return files
        .read(file)
        .orElseThrow(
            () ->
                new RenxingException(
                    ErrorCode.CONFIGURATION,
                    file + ": no such file; correct space.adjacency.file of the scenario"));
  }
}
