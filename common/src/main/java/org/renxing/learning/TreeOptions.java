package org.renxing.learning;

import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;

/**
 * How trees grow.
 *
 * @param trees of a forest in all, dealt to the folds; of boosting in each fold
 * @param depth levels of splits at most, 1 to 30
 * @param leaf rows at least on each side of a split
 * @param bins values at which a column may be split, and one, at most
 * @param rows of a fold's training rows of which trees grow, drawn without replacement; of a forest
 *     drawn anew for each group of trees
 * @param step of boosting: by how much each tree counts, over 0 to 1
 */
public record TreeOptions(int trees, int depth, int leaf, int bins, int rows, double step) {
  /**
   * Checks the ranges.
   *
   * @throws RenxingException USAGE
   */
  public TreeOptions {
    require("trees", trees, 1, 100_000);
    require("depth", depth, 1, 30);
    require("leaf", leaf, 1, 1_000_000);
    require("bins", bins, 2, 1_000);
    require("rows", rows, 10, Integer.MAX_VALUE);
    if (!(step > 0 && step <= 1)) {
      throw new RenxingException(ErrorCode.USAGE, "step " + step + ": over 0, to 1");
    }
  }

  /** The defaults of a method. */
  public static TreeOptions of(LearningMethod method) {
    return method == LearningMethod.BOOSTED
        ? new TreeOptions(100, 3, 5, 32, 20_000, 0.1)
        : new TreeOptions(500, 10, 5, 32, 5_000, 0.1);
  }

  static void require(String name, int value, int least, int most) {
    if (value < least || value > most) {
      throw new RenxingException(
          ErrorCode.USAGE, name + " " + value + ": from " + least + " to " + most);
    }
  }
}
