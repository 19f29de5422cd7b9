package org.renxing.index.obstacle;

import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.renxing.obstacles.ObstacleDegrees;
import org.renxing.obstacles.ObstacleScope;
import org.renxing.panel.IndicatorOrder;

/** The obstacle degrees of each vector that has them, one row a scope. */
final class DegreeArrays extends ScopeKernel {
  static final StructType SCHEMA =
      KEY.add("degrees", DataTypes.createArrayType(DataTypes.DoubleType, false));

  private static final long serialVersionUID = 1L;

  DegreeArrays(IndicatorOrder order, List<ObstacleScope> scopes, double scale) {
    super(order, scopes, scale);
  }

  @Override
  void add(Row vector, ObstacleScope scope, ObstacleDegrees degrees, List<Row> out) {
    if (degrees.isKnown()) {
      out.add(
          RowFactory.create(
              scope.id(),
              scope.scheme(),
              vector.getString(0),
              vector.getInt(1),
              degrees.percent()));
    }
  }
}
