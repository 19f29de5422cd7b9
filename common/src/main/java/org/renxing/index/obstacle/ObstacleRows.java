package org.renxing.index.obstacle;

import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.renxing.obstacles.ObstacleDegrees;
import org.renxing.obstacles.ObstacleRanking;
import org.renxing.obstacles.ObstacleScope;
import org.renxing.panel.IndicatorOrder;

/** The obstacles of each vector, one row a scope and indicator. */
final class ObstacleRows extends ScopeKernel {
  static final StructType SCHEMA =
      KEY.add("indicator_code", DataTypes.StringType)
          .add("system", DataTypes.StringType)
          .add("criterion", DataTypes.StringType)
          .add("degree_pct", DataTypes.DoubleType)
          .add("system_degree_pct", DataTypes.DoubleType)
          .add("cumulative_pct", DataTypes.DoubleType)
          .add("rank", DataTypes.IntegerType)
          .add("order_no", DataTypes.IntegerType)
          .add("n_indicators", DataTypes.IntegerType)
          .add("reason", DataTypes.StringType);

  private static final long serialVersionUID = 1L;

  ObstacleRows(IndicatorOrder order, List<ObstacleScope> scopes, double scale) {
    super(order, scopes, scale);
  }

  @Override
  void add(Row vector, ObstacleScope scope, ObstacleDegrees degrees, List<Row> out) {
    if (degrees.isKnown()) {
      for (ObstacleRanking o : ObstacleRanking.of(degrees.percent(), scope, order())) {
        Double inSystem = Double.isNaN(o.systemDegreePct()) ? null : o.systemDegreePct();
        out.add(
            row(
                vector,
                scope,
                o.member(),
                o.degreePct(),
                inSystem,
                o.cumulativePct(),
                o.rank(),
                o.orderNo(),
                null));
      }
    } else {
      for (int m = 0; m < scope.members().size(); m++) {
        out.add(row(vector, scope, m, null, null, null, null, null, degrees.reason()));
      }
    }
  }

  /**
   * A row.
   *
   * @param found degree_pct, system_degree_pct, cumulative_pct, rank, order_no, reason
   */
  private Row row(Row vector, ObstacleScope scope, int member, Object... found) {
    int j = scope.members().get(member);
    String criterion = order().criteria().get(j);
    return RowFactory.create(
        scope.id(),
        scope.scheme(),
        vector.getString(0),
        vector.getInt(1),
        order().codes().get(j),
        order().systems().get(j),
        criterion.isEmpty() ? null : criterion,
        found[0],
        found[1],
        found[2],
        found[3],
        found[4],
        scope.members().size(),
        found[5]);
  }
}
