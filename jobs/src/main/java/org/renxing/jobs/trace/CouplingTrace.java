package org.renxing.jobs.trace;

import java.util.List;
import java.util.Optional;

/**
 * Coupling coordination of systems.
 *
 * @param scheme weight scheme of the scores; empty where the configuration no longer has the pair
 * @param parts systems with their scores and weights in T; the first is s, the second e
 * @param c coupling degree: geometric over arithmetic mean of the scores (standard)
 * @param t comprehensive degree: weighted mean
 * @param d coordination degree: square root of c t
 * @param reason why c is empty
 */
public record CouplingTrace(
    String pairId,
    String variant,
    Optional<String> scheme,
    List<Part> parts,
    Optional<Double> s,
    Optional<Double> e,
    Optional<Double> c,
    Optional<Double> t,
    Optional<Double> d,
    Optional<String> couplingLevel,
    Optional<String> coordinationLevel,
    Optional<String> coordinationStage,
    Optional<String> reason,
    Optional<Integer> rank) {

  public CouplingTrace {
    parts = List.copyOf(parts);
  }

  /** A system with its score, as a share of the scale, and its weight in T. */
  public record Part(String system, double alpha, Optional<Double> score) {}
}
