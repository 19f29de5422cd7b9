package org.renxing.index.obstacle;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.renxing.index.vector.IndicatorVectors;
import org.renxing.index.vector.RowKernel;
import org.renxing.obstacles.ObstacleDegrees;
import org.renxing.obstacles.ObstacleScope;
import org.renxing.panel.IndicatorOrder;

/** Makes rows of the obstacle degrees of each vector, a scope at a time. */
abstract class ScopeKernel extends RowKernel {
  /** The columns that every row begins with. */
  static final StructType KEY =
      new StructType()
          .add("pair_id", DataTypes.StringType)
          .add("scheme", DataTypes.StringType)
          .add("unit_id", DataTypes.StringType)
          .add("year", DataTypes.IntegerType);

  private static final long serialVersionUID = 1L;
  private final IndicatorOrder order;
  private final List<ObstacleScope> scopes;
  private final double scale;

  ScopeKernel(IndicatorOrder order, List<ObstacleScope> scopes, double scale) {
    this.order = order;
    this.scopes = List.copyOf(scopes);
    this.scale = scale;
  }

  final IndicatorOrder order() {
    return order;
  }

  /** Adds the rows of a scope's degrees to those made so far. */
  abstract void add(Row vector, ObstacleScope scope, ObstacleDegrees degrees, List<Row> out);

  @Override
  protected final List<Row> of(Row vector) {
    double[] y = IndicatorVectors.doubles(vector, 2);
    double[] w = IndicatorVectors.doubles(vector, 3);
    List<Row> out = new ArrayList<>();
    for (ObstacleScope scope : scopes) {
      double[] own = scope.members().stream().mapToDouble(j -> y[j]).toArray();
      add(vector, scope, ObstacleDegrees.of(own, scope.weights(w, order), scale), out);
    }
    return out;
  }
}
