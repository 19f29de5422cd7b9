package org.renxing.learning;

import java.util.Optional;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;

/**
 * How a model is trained and looked at.
 *
 * @param penalty of an elastic net, the λ of glmnet, in the unit of the response; chosen by
 *     cross-validation inside each fold unless given
 * @param mixing of an elastic net, the α of glmnet: 0 ridge, 1 lasso
 * @param folds of units
 * @param look what is computed of the trained models
 */
public record LearningOptions(
    LearningMethod method,
    TreeOptions trees,
    Optional<Double> penalty,
    double mixing,
    int folds,
    Look look,
    long seed) {

  /**
   * What is computed of the trained models.
   *
   * @param repeats how often each candidate is shuffled
   * @param intervals of response curves
   * @param curveRows over which partial dependence is the mean, at most
   */
  public record Look(int repeats, int intervals, int curveRows) {
    /**
     * Checks the ranges.
     *
     * @throws RenxingException USAGE
     */
    public Look {
      TreeOptions.require("repeats", repeats, 1, 1_000);
      TreeOptions.require("intervals", intervals, 1, 1_000);
      TreeOptions.require("curve-rows", curveRows, 1, Integer.MAX_VALUE);
    }
  }

  /**
   * Checks the ranges.
   *
   * @throws RenxingException USAGE
   */
  public LearningOptions {
    TreeOptions.require("folds", folds, 2, 1_000);
    if (!(mixing >= 0 && mixing <= 1)) {
      throw new RenxingException(ErrorCode.USAGE, "mixing " + mixing + ": from 0 to 1");
    }
    if (penalty.filter(p -> !(p >= 0 && Double.isFinite(p))).isPresent()) {
      throw new RenxingException(
          ErrorCode.USAGE, "penalty " + penalty.get() + ": a number of 0 or more");
    }
    if (method == LearningMethod.ELASTIC_NET && penalty.isEmpty() && folds < 3) {
      throw new RenxingException(
          ErrorCode.USAGE,
          "folds " + folds + ": choosing the penalty inside folds needs 3 or more");
    }
    if (method == LearningMethod.FOREST && trees.trees() < folds) {
      throw new RenxingException(
          ErrorCode.USAGE,
          "trees " + trees.trees() + ": one for each of " + folds + " folds at least");
    }
  }

  /** The defaults of a method: five folds, five repeats, 20 intervals, 1,000 rows, seed 1. */
  public static LearningOptions of(LearningMethod method) {
    return new LearningOptions(
        method, TreeOptions.of(method), Optional.empty(), 0.5, 5, new Look(5, 20, 1_000), 1);
  }
}
