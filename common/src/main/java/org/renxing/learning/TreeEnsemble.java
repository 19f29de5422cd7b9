package org.renxing.learning;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A weighted sum of trees: a forest with weights 1/T, or boosted trees. Rows are taken in blocks,
 * tree by tree, so that a tree stays in the processor's cache; where a column is swapped, only the
 * rows whose path splits by it are walked again.
 */
public final class TreeEnsemble implements Predictor {
  private static final int BLOCK = 512;

  private final RegressionTree[] trees;
  private final double[] weights;

  /**
   * Takes trees.
   *
   * @param weights one a tree
   * @throws IllegalArgumentException where there are more or fewer
   */
  public TreeEnsemble(List<RegressionTree> trees, double[] weights) {
    if (trees.size() != weights.length) {
      throw new IllegalArgumentException("as many weights as trees expected");
    }
    this.trees = trees.toArray(new RegressionTree[0]);
    this.weights = weights.clone();
  }

  /** The mean of trees. */
  public static TreeEnsemble mean(List<RegressionTree> trees) {
    return new TreeEnsemble(trees, trees.stream().mapToDouble(t -> 1.0 / trees.size()).toArray());
  }

  @Override
  public double predict(double[] row) {
    double sum = 0;
    for (int t = 0; t < trees.length; t++) {
      sum += weights[t] * trees[t].predict(row);
    }
    return sum;
  }

  @Override
  public double[][] swapped(double[][] rows, List<Swap> swaps) {
    double[][] out = new double[swaps.size()][rows.length];
    IntStream.range(0, (rows.length + BLOCK - 1) / BLOCK)
        .parallel()
        .forEach(b -> block(rows, swaps, b * BLOCK, Math.min(rows.length, (b + 1) * BLOCK), out));
    return out;
  }

  private void block(double[][] rows, List<Swap> swaps, int from, int to, double[][] out) {
    double[] total = new double[to - from];
    double[] leaf = new double[to - from];
    long[] path = new long[to - from];
    for (int t = 0; t < trees.length; t++) {
      RegressionTree tree = trees[t];
      for (int i = from; i < to; i++) {
        leaf[i - from] = tree.predict(rows[i]);
        path[i - from] = tree.path(rows[i]);
        total[i - from] += weights[t] * leaf[i - from];
      }
      for (int s = 0; s < out.length; s++) {
        Swap swap = swaps.get(s);
        long bit = RegressionTree.bit(swap.column());
        if ((tree.used() & bit) == 0) {
          continue;
        }
        for (int i = from; i < to; i++) {
          if ((path[i - from] & bit) != 0) {
            double other = tree.predict(rows[i], swap.column(), swap.values()[i]);
            out[s][i] += weights[t] * (other - leaf[i - from]);
          }
        }
      }
    }
    for (double[] moved : out) {
      for (int i = from; i < to; i++) {
        moved[i] += total[i - from];
      }
    }
  }
}
