package org.renxing.obstacles;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.renxing.model.Coupling;
import org.renxing.model.ErrorCode;
import org.renxing.model.IndexSystem;
import org.renxing.model.RenxingException;
import org.renxing.model.Scenario;
import org.renxing.model.WeightScheme;
import org.renxing.panel.IndicatorOrder;

/**
 * Indicators among which obstacles are shared out: those of a coupling pair, or of the whole index.
 *
 * @param id the coupling's id, or {@code overall}
 * @param scheme the weight scheme
 * @param place where the scheme stands in the vectors of weights
 * @param members places of the indicators, upwards
 * @param systems the systems of a pair, whose weights are scaled; empty for the whole
 * @param shares α, β, …: the weight of each of them
 */
public record ObstacleScope(
    String id,
    String scheme,
    int place,
    List<Integer> members,
    List<String> systems,
    List<Double> shares)
    implements Serializable {

  public ObstacleScope {
    members = List.copyOf(members);
    systems = List.copyOf(systems);
    shares = List.copyOf(shares);
    if (members.isEmpty() || systems.size() != shares.size()) {
      throw new RenxingException(
          ErrorCode.INTERNAL,
          "obstacles " + id + ": needs indicators, and one share for each system");
    }
  }

  /**
   * The scopes of a scenario: each coupling pair under its scheme, and the whole index under each
   * scheme that no pair reads.
   */
  public static List<ObstacleScope> of(Scenario scenario) {
    IndicatorOrder order = IndicatorOrder.of(scenario.indexSystem());
    List<String> schemes = schemes(scenario);
    List<ObstacleScope> out = new ArrayList<>();
    List<String> unread = new ArrayList<>(schemes);
    for (Coupling pair : scenario.couplings()) {
      unread.remove(pair.scheme());
      out.add(
          new ObstacleScope(
              pair.id(),
              pair.scheme(),
              schemes.indexOf(pair.scheme()),
              order.placesOf(pair.systems()),
              pair.systems(),
              pair.weights()));
    }
    unread.forEach(scheme -> out.add(whole(order, scheme, schemes.indexOf(scheme))));
    return List.copyOf(out);
  }

  /** The whole index under a scheme that stands at a place of the vectors of weights. */
  public static ObstacleScope whole(IndicatorOrder order, String scheme, int place) {
    List<Integer> all = IntStream.range(0, order.size()).boxed().toList();
    return new ObstacleScope(IndexSystem.OVERALL, scheme, place, all, List.of(), List.of());
  }

  /** The weight schemes of a scenario in the order of its vectors. */
  public static List<String> schemes(Scenario scenario) {
    return scenario.schemes().stream().map(WeightScheme::id).toList();
  }

  /**
   * The weights of the members: in a pair w_j α_s/Σ_{k∈s} w_k, so that each system's sum to 1 and
   * are scaled by its share; else w_j as it is. NaN where a weight is missing, or a system of the
   * pair has none above 0.
   *
   * @param w weights in the whole of all schemes, as in the vectors
   */
  public double[] weights(double[] w, IndicatorOrder order) {
    double[] totals = new double[systems.size()];
    int first = place * order.size();
    for (int j : members) {
      int s = systems.indexOf(order.systems().get(j));
      if (s >= 0) {
        totals[s] += w[first + j];
      }
    }
    double[] out = new double[members.size()];
    Arrays.setAll(
        out,
        m -> {
          int j = members.get(m);
          int s = systems.indexOf(order.systems().get(j));
          return s < 0 ? w[first + j] : shares.get(s) * (w[first + j] / totals[s]);
        });
    return out;
  }
}
