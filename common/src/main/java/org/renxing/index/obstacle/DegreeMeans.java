package org.renxing.index.obstacle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.renxing.index.Groups;
import org.renxing.index.vector.IndicatorVectors;
import org.renxing.index.vector.RowKernel;
import org.renxing.obstacles.ObstacleScope;
import org.renxing.panel.IndicatorOrder;
import org.renxing.ranking.Places;

/** Means and ranks of a scope's obstacles, from the sums of all partitions. */
final class DegreeMeans extends RowKernel {
  /** The year that stands for all. */
  static final int ALL_YEARS = 0;

  static final StructType SCHEMA =
      new StructType()
          .add("pair_id", DataTypes.StringType)
          .add("scheme", DataTypes.StringType)
          .add("level", DataTypes.StringType)
          .add("code", DataTypes.StringType)
          .add("class", DataTypes.StringType)
          .add("year", DataTypes.IntegerType)
          .add("n", DataTypes.LongType)
          .add("mean_degree_pct", DataTypes.DoubleType)
          .add("rank", DataTypes.IntegerType);

  private static final long serialVersionUID = 1L;
  private final IndicatorOrder order;
  private final List<ObstacleScope> scopes;

  DegreeMeans(IndicatorOrder order, List<ObstacleScope> scopes) {
    this.order = order;
    this.scopes = List.copyOf(scopes);
  }

  /**
   * The means of a scope.
   *
   * @param row pair_id, scheme, sums: (year, class, n, parts)
   */
  @Override
  protected List<Row> of(Row row) {
    ObstacleScope scope =
        scopes.stream()
            .filter(s -> s.id().equals(row.getString(0)) && s.scheme().equals(row.getString(1)))
            .findFirst()
            .orElseThrow();
    Map<String, Map<Integer, DegreeSums.Sum>> sums = new TreeMap<>();
    for (Row part : row.<Row>getList(2)) {
      add(sums, Groups.ALL, part, scope);
      if (!part.isNullAt(1)) {
        add(sums, part.getString(1), part, scope);
      }
    }
    List<Row> out = new ArrayList<>();
    sums.forEach(
        (group, years) -> years.forEach((year, sum) -> addMeans(scope, group, year, sum, out)));
    return out;
  }

  private static void add(
      Map<String, Map<Integer, DegreeSums.Sum>> sums, String group, Row part, ObstacleScope scope) {
    double[] parts = IndicatorVectors.doubles(part, 3);
    for (int year : new int[] {ALL_YEARS, part.getInt(0)}) {
      sums.computeIfAbsent(group, g -> new TreeMap<>())
          .computeIfAbsent(year, y -> new DegreeSums.Sum(scope.members().size()))
          .merge(part.getLong(2), parts);
    }
  }

  private void addMeans(
      ObstacleScope scope, String group, int year, DegreeSums.Sum sum, List<Row> out) {
    Map<String, Map<String, Double>> levels = new LinkedHashMap<>();
    for (int m = 0; m < scope.members().size(); m++) {
      int j = scope.members().get(m);
      double mean = sum.mean(m);
      levels
          .computeIfAbsent("indicator", l -> new LinkedHashMap<>())
          .put(order.codes().get(j), mean);
      levels
          .computeIfAbsent("system", l -> new LinkedHashMap<>())
          .merge(order.systems().get(j), mean, Double::sum);
      if (!order.criteria().get(j).isEmpty()) {
        levels
            .computeIfAbsent("criterion", l -> new LinkedHashMap<>())
            .merge(order.criteria().get(j), mean, Double::sum);
      }
    }
    levels.forEach(
        (level, means) -> {
          int[] ranks =
              Places.of(means.values().stream().mapToDouble(Double::doubleValue).toArray()).dense();
          int i = 0;
          for (Map.Entry<String, Double> e : means.entrySet()) {
            out.add(
                RowFactory.create(
                    scope.id(),
                    scope.scheme(),
                    level,
                    e.getKey(),
                    group,
                    year,
                    sum.n(),
                    e.getValue(),
                    ranks[i++]));
          }
        });
  }
}
