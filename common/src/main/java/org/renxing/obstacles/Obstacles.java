package org.renxing.obstacles;

import java.io.Serializable;
import java.util.List;
import org.renxing.panel.IndicatorOrder;
import org.renxing.panel.IndicatorVector;
import org.renxing.weights.GlobalWeights;

/**
 * The obstacles of a scenario: {@link ObstacleDegrees} of each unit and year within some scopes.
 *
 * @param schemes the weight schemes in the order to which the scopes' places refer
 * @param scale the upper end of normalised values: the ideal point
 */
public record Obstacles(
    IndicatorOrder order,
    List<ObstacleScope> scopes,
    List<String> schemes,
    GlobalWeights weights,
    double scale)
    implements Serializable {

  public Obstacles {
    scopes = List.copyOf(scopes);
    schemes = List.copyOf(schemes);
  }

  /** The degrees of a unit and year within each scope. */
  public List<ObstacleDegrees> of(IndicatorVector vector) {
    double[] w = weights.sideBySide(schemes, vector.year());
    return scopes.stream()
        .map(
            scope ->
                ObstacleDegrees.of(
                    scope.members().stream().mapToDouble(vector::normalised).toArray(),
                    scope.weights(w, order),
                    scale))
        .toList();
  }
}
