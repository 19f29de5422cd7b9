package org.renxing.jobs.trace;

import java.util.List;
import java.util.Optional;

/**
 * The scores of a weight scheme, and the terms of which they are made.
 *
 * @param terms every indicator of the scenario
 * @param nodes the whole, systems and criteria
 */
public record SchemeTrace(String scheme, List<Term> terms, List<Node> nodes) {
  public SchemeTrace {
    terms = List.copyOf(terms);
    nodes = List.copyOf(nodes);
  }

  /**
   * An indicator in the scores.
   *
   * @param nodes nodes of the index above it, the whole first
   * @param contribution weight × normalised; with geometric means the scores are not their sum
   */
  public record Term(
      String indicatorCode,
      List<String> nodes,
      Optional<Double> normalised,
      Optional<Double> globalWeight,
      Optional<Double> contribution) {
    public Term {
      nodes = List.copyOf(nodes);
    }
  }

  /**
   * The score of a node.
   *
   * @param ranked how many units have a score of this node in the year
   */
  public record Node(
      String system,
      int depth,
      Optional<Double> systemWeight,
      Optional<Double> contribution,
      Optional<Double> score,
      int missing,
      Optional<Integer> rank,
      Optional<Integer> orderNo,
      Optional<Double> percentile,
      long ranked) {}
}
