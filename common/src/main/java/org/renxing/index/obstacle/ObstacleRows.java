package org.renxing.index.obstacle;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.renxing.obstacles.ObstacleDegrees;
import org.renxing.obstacles.ObstacleScope;
import org.renxing.panel.IndicatorOrder;
import org.renxing.ranking.Places;

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
      addKnown(vector, scope, degrees.percent(), out);
    } else {
      for (int m = 0; m < scope.members().size(); m++) {
        out.add(row(vector, scope, m, null, null, null, null, null, degrees.reason()));
      }
    }
  }

  private void addKnown(Row vector, ObstacleScope scope, double[] percent, List<Row> out) {
    Map<String, Double> totals = new HashMap<>();
    for (int m = 0; m < percent.length; m++) {
      totals.merge(order().systems().get(scope.members().get(m)), percent[m], Double::sum);
    }
    Places places = Places.of(percent);
    int[] ranks = places.dense();
    int no = 0;
    double held = 0;
    for (int m : places.descending()) {
      held += percent[m];
      double total = totals.get(order().systems().get(scope.members().get(m)));
      Double inSystem = total > 0 ? percent[m] / total * 100 : null;
      out.add(row(vector, scope, m, percent[m], inSystem, held, ranks[m], ++no, null));
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
