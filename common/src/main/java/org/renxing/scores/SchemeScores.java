package org.renxing.scores;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.renxing.model.Scenario.Aggregation;
import org.renxing.panel.IndicatorOrder;
import org.renxing.panel.IndicatorVector;
import org.renxing.weights.GlobalWeights;

/** {@link NodeScores} of all schemes of a scenario. */
public final class SchemeScores implements Serializable {
  private static final long serialVersionUID = 1L;
  private final IndicatorOrder order;

  /** By scheme and scope year of its weights. */
  private final TreeMap<String, TreeMap<Integer, NodeScores>> formulas = new TreeMap<>();

  /** Scores by these weights. */
  public SchemeScores(IndicatorOrder order, GlobalWeights weights, Aggregation aggregation) {
    this.order = order;
    for (String scheme : weights.schemes()) {
      TreeMap<Integer, NodeScores> own = new TreeMap<>();
      for (int scope : weights.scopes(scheme)) {
        own.put(scope, new NodeScores(order, weights.in(scheme, scope), aggregation));
      }
      formulas.put(scheme, own);
    }
  }

  /** The score of a unit and year at a node under a scheme. */
  public record AtNode(
      String scheme, String system, int depth, String unitId, int year, Score score)
      implements Serializable {}

  /** The scores of a unit and year at every node; none under a scheme that does not weigh it. */
  public List<AtNode> of(IndicatorVector vector) {
    double[] y = vector.normalised();
    List<AtNode> out = new ArrayList<>();
    formulas.forEach(
        (scheme, scopes) -> {
          NodeScores formula = scopes.getOrDefault(0, scopes.get(vector.year()));
          for (int i = 0; formula != null && i < order.nodes().size(); i++) {
            IndicatorOrder.Node node = order.nodes().get(i);
            out.add(
                new AtNode(
                    scheme,
                    node.code(),
                    node.depth(),
                    vector.unitId(),
                    vector.year(),
                    formula.of(i, y)));
          }
        });
    return out;
  }
}
