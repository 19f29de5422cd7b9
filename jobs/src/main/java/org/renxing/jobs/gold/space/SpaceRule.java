package org.renxing.jobs.gold.space;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.renxing.lake.Fingerprint;
import org.renxing.lake.LakeFiles;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;
import org.renxing.model.Scenario;
import org.renxing.model.SpaceOptions;
import org.renxing.space.NeighbourRule;
import org.renxing.space.NeighbourRules;

/**
 * Which units are neighbours in a scenario.
 *
 * @param files where pairs of neighbours may be kept
 */
public record SpaceRule(LakeFiles files) {
  /** The part of the scenario that says it, the content of the file of pairs included. */
  public Object configured(Scenario scenario) {
    SpaceOptions.Adjacency pairs = scenario.space().adjacency();
    List<String> read =
        isPaired(scenario)
            ? List.of(
                Fingerprint.of(text(pairs.file())), pairs.unitColumn(), pairs.neighbourColumn())
            : List.of();
    return List.of(scenario.space().text(), read);
  }

  /**
   * The rule.
   *
   * @throws RenxingException CONFIGURATION where the file of pairs is not there or has other
   *     columns
   */
  public NeighbourRule of(Scenario scenario) {
    SpaceOptions.Adjacency adjacency = scenario.space().adjacency();
    Map<String, Set<String>> pairs =
        isPaired(scenario)
            ? new NeighbourPairs(adjacency, text(adjacency.file())).read()
            : Map.of();
    return NeighbourRules.of(scenario.space(), pairs);
  }

  private static boolean isPaired(Scenario scenario) {
    return scenario.space().weights() == SpaceOptions.Weights.ADJACENCY;
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
