package org.renxing.learning;

import java.util.List;

/**
 * Trained models.
 *
 * @param models one a fold, trained without its rows
 * @param terms of an elastic net; empty for trees
 * @param penalties of an elastic net, one a fold, and that of all rows last; empty for trees
 */
public record Trained(
    List<? extends Predictor> models, List<LinearTerm> terms, List<Double> penalties) {
  /** Models of trees. */
  public static Trained trees(List<? extends Predictor> models) {
    return new Trained(models, List.of(), List.of());
  }
}
