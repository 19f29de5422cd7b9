package org.renxing.index.obstacle;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.renxing.index.vector.IndicatorOrder;
import org.renxing.index.vector.IndicatorVectors;
import org.renxing.index.vector.RowKernel;

/** The obstacle degrees of each vector that has them, one row a scope. */
final class DegreeArrays extends RowKernel {
  static final StructType SCHEMA =
      new StructType()
          .add("pair_id", DataTypes.StringType)
          .add("scheme", DataTypes.StringType)
          .add("unit_id", DataTypes.StringType)
          .add("year", DataTypes.IntegerType)
          .add("degrees", DataTypes.createArrayType(DataTypes.DoubleType, false));

  private static final long serialVersionUID = 1L;
  private final IndicatorOrder order;
  private final List<ObstacleScope> scopes;
  private final double scale;

  DegreeArrays(IndicatorOrder order, List<ObstacleScope> scopes, double scale) {
    this.order = order;
    this.scopes = List.copyOf(scopes);
    this.scale = scale;
  }

  @Override
  protected List<Row> of(Row vector) {
    double[] y = IndicatorVectors.doubles(vector, 2);
    double[] w = IndicatorVectors.doubles(vector, 3);
    List<Row> out = new ArrayList<>();
    for (ObstacleScope scope : scopes) {
      ObstacleDegrees degrees = ObstacleRows.degrees(scope, order, y, w, scale);
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
    return out;
  }
}
