package org.renxing.diagnosis;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.renxing.model.IndexSystem;
import org.renxing.model.WeightScheme;
import org.renxing.panel.IndicatorOrder;

/**
 * A score whose indicators are looked at: the whole or a system, under a scheme.
 *
 * @param place where the scheme stands in the vectors of weights
 * @param isBySystem whether a weight that falls away goes to the indicator's system first
 */
public record InfluenceTarget(
    String scheme, int place, boolean isBySystem, String node, List<Integer> members)
    implements Serializable {

  public InfluenceTarget {
    members = List.copyOf(members);
  }

  /** The whole and each system of two indicators or more, under each scheme. */
  static List<InfluenceTarget> of(IndicatorOrder order, List<WeightScheme> schemes) {
    List<InfluenceTarget> out = new ArrayList<>();
    for (int place = 0; place < schemes.size(); place++) {
      WeightScheme scheme = schemes.get(place);
      boolean isBySystem =
          scheme.within() == WeightScheme.Within.SYSTEM || !scheme.systemWeights().isEmpty();
      for (IndicatorOrder.Node node : order.nodes()) {
        if (node.depth() <= 1 && node.members().size() > 1) {
          boolean isWhole = node.code().equals(IndexSystem.OVERALL);
          out.add(
              new InfluenceTarget(
                  scheme.id(), place, isBySystem && isWhole, node.code(), node.members()));
        }
      }
    }
    return List.copyOf(out);
  }

  /** The members' weights in the whole. */
  double[] weights(double[] w, int indicators) {
    return members.stream().mapToDouble(j -> w[place * indicators + j]).toArray();
  }
}
