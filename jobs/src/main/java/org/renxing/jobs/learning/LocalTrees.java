package org.renxing.jobs.learning;

import org.apache.spark.ml.regression.DecisionTreeRegressionModel;
import org.apache.spark.ml.tree.ContinuousSplit;
import org.apache.spark.ml.tree.InternalNode;
import org.apache.spark.ml.tree.Node;
import org.renxing.learning.RegressionTree;

/** Turns trees of MLlib into such that are walked in this JVM. */
final class LocalTrees {
  private LocalTrees() {}

  /** A tree, all of whose splits are at thresholds. */
  static RegressionTree of(DecisionTreeRegressionModel tree) {
    RegressionTree.Builder out = new RegressionTree.Builder();
    add(tree.rootNode(), out);
    return out.build();
  }

  private static void add(Node node, RegressionTree.Builder out) {
    if (node instanceof InternalNode inner) {
      ContinuousSplit split = (ContinuousSplit) inner.split();
      int place = out.split(split.featureIndex(), split.threshold());
      add(inner.leftChild(), out);
      out.right(place);
      add(inner.rightChild(), out);
    } else {
      out.leaf(node.prediction());
    }
  }
}
