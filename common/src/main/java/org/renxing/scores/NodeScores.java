package org.renxing.scores;

import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import org.renxing.model.Scenario.Aggregation;
import org.renxing.numerics.CodePointOrder;
import org.renxing.numerics.ExactSums;
import org.renxing.panel.IndicatorOrder;

/**
 * Scores of every inner node under one set of weights (methods: scores; R eq. 7, C eq. 6–7).
 *
 * <p>Arithmetic: score = Σ W y / Σ W over the indicators below the node, contribution = Σ W y with
 * weights of the whole, so that contribution = system_weight · score and the systems' contributions
 * sum to the overall score, which is Σ W y itself: weights that hold as printed and sum to 0.98
 * leave it below 0.98. Geometric: score = exp(Σ W ln y / Σ W), 0 where any y with W &gt; 0 is 0,
 * and contribution is defined as system_weight · score (they do not sum to the overall score).
 *
 * <p>Because leaf weights are shares of the whole, an arithmetic score at any depth equals nested
 * weighted means up the tree.
 */
public final class NodeScores implements Serializable {
  private static final long serialVersionUID = 1L;
  private final Aggregation aggregation;
  private final double[] weights;
  private final List<Node> nodes;

  /**
   * Prepares the nodes.
   *
   * @param weights of the indicators in the whole, in their order; NaN where undefined or absent
   */
  public NodeScores(IndicatorOrder order, double[] weights, Aggregation aggregation) {
    this.aggregation = aggregation;
    this.weights = weights.clone();
    this.nodes = order.nodes().stream().map(node -> Node.of(node, order.codes(), weights)).toList();
  }

  /** A node: the places of its indicators with a weight above 0, and the sum of their weights. */
  private static final class Node implements Serializable {
    private static final long serialVersionUID = 1L;
    private final boolean isWhole;
    private final int[] counted;
    private final double weight;

    private Node(boolean isWhole, int[] counted, double weight) {
      this.isWhole = isWhole;
      this.counted = counted;
      this.weight = weight;
    }

    static Node of(IndicatorOrder.Node node, List<String> codes, double[] weights) {
      double total =
          node.members().stream()
              .sorted(Comparator.comparing(codes::get, CodePointOrder.ASCENDING))
              .mapToDouble(j -> weights[j])
              .reduce(0, Double::sum);
      int[] counted =
          node.members().stream().mapToInt(j -> j).filter(j -> weights[j] > 0).toArray();
      return new Node(node.depth() == 0, counted, total);
    }
  }

  /** How many nodes. */
  public int size() {
    return nodes.size();
  }

  /**
   * The score of a node, at its place among {@link IndicatorOrder#nodes}. It is NaN where any
   * indicator with a weight above 0 is missing, where the weight of any of its indicators is
   * undefined, where all are 0, and, for geometric, where a y is negative.
   *
   * @param row normalised values in the order of the indicators, NaN where missing
   */
  public Score of(int place, double[] row) {
    Node node = nodes.get(place);
    ExactSums sum = ExactSums.unit(1);
    double least = Double.POSITIVE_INFINITY;
    int missing = 0;
    for (int j : node.counted) {
      double y = row[j];
      if (Double.isNaN(y)) {
        missing++;
      } else {
        least = Math.min(least, y);
        if (aggregation == Aggregation.ARITHMETIC || y > 0) {
          sum.add(0, weights[j] * (aggregation == Aggregation.ARITHMETIC ? y : StrictMath.log(y)));
        }
      }
    }
    double total = sum.total(0);
    double score = missing > 0 || !(node.weight > 0) ? Double.NaN : score(node, total, least);
    score = Double.isFinite(score) ? score : Double.NaN;
    double contribution =
        aggregation == Aggregation.GEOMETRIC
            ? score * node.weight
            : Double.isNaN(score) ? Double.NaN : total;
    return new Score(score, contribution, node.weight, missing);
  }

  private double score(Node node, double total, double least) {
    if (aggregation == Aggregation.ARITHMETIC) {
      return node.isWhole ? total : total / node.weight;
    }
    return least > 0 ? StrictMath.exp(total / node.weight) : least == 0 ? 0 : Double.NaN;
  }
}
