package org.renxing.scores;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.renxing.model.Scenario.Aggregation;
import org.renxing.panel.IndicatorOrder;
import org.renxing.panel.PackedPanel;
import org.renxing.ranking.Ranks;
import org.renxing.weights.Weight;

/** Scores of a panel's rows by node, see {@link NodeScores}, ranked within node and year. */
public final class Scores {
  private final Score[][] scores;
  private final int[][] ranks;
  private final int[][] orderNos;

  private Scores(int rows, int nodes) {
    scores = new Score[rows][nodes];
    ranks = new int[rows][nodes];
    orderNos = new int[rows][nodes];
  }

  /**
   * Scores a panel whose columns are the indicators in their order.
   *
   * @param weights of one scheme; year 0 holds for all years
   */
  public static Scores of(
      PackedPanel normalised, List<Weight> weights, IndicatorOrder order, Aggregation aggregation) {
    Map<Integer, NodeScores> nodes = new HashMap<>();
    for (int year : weights.stream().mapToInt(Weight::year).distinct().toArray()) {
      nodes.put(year, new NodeScores(order, ofYear(weights, year, order), aggregation));
    }
    Scores out = new Scores(normalised.rows(), order.nodes().size());
    for (int row = 0; row < normalised.rows(); row++) {
      NodeScores formula = nodes.getOrDefault(normalised.year(row), nodes.get(0));
      for (int node = 0; node < order.nodes().size(); node++) {
        out.scores[row][node] = formula.of(node, normalised.row(row));
      }
    }
    out.rank(normalised);
    return out;
  }

  /** The weights in the whole of one scope year, in the order of the indicators; NaN where none. */
  public static double[] ofYear(List<Weight> weights, int year, IndicatorOrder order) {
    double[] out = new double[order.size()];
    Arrays.fill(out, Double.NaN);
    for (Weight weight : weights) {
      if (weight.year() == year) {
        out[order.codes().indexOf(weight.indicator())] = weight.globalWeight();
      }
    }
    return out;
  }

  private void rank(PackedPanel panel) {
    Map<Integer, List<Integer>> years = new HashMap<>();
    for (int row = 0; row < panel.rows(); row++) {
      years.computeIfAbsent(panel.year(row), y -> new ArrayList<>()).add(row);
    }
    int nodes = panel.rows() == 0 ? 0 : scores[0].length;
    for (List<Integer> rows : years.values()) {
      List<String> units = rows.stream().map(panel.units()::get).toList();
      for (int node = 0; node < nodes; node++) {
        int at = node;
        double[] values = rows.stream().mapToDouble(row -> scores[row][at].score()).toArray();
        Ranks found = Ranks.of(values, units);
        for (int i = 0; i < values.length; i++) {
          ranks[rows.get(i)][node] = found.dense(i);
          orderNos[rows.get(i)][node] = found.orderNo(i);
        }
      }
    }
  }

  /** The score of a row at a node. */
  public Score score(int row, int node) {
    return scores[row][node];
  }

  /** The dense rank of a row at a node within its year; 0 without a score. */
  public int rank(int row, int node) {
    return ranks[row][node];
  }

  /** The place of a row at a node in the total order of its year; 0 without a score. */
  public int orderNo(int row, int node) {
    return orderNos[row][node];
  }
}
