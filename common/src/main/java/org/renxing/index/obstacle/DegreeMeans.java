package org.renxing.index.obstacle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.renxing.column.Accumulation;
import org.renxing.index.Groups;
import org.renxing.index.vector.RowKernel;
import org.renxing.obstacles.MeanObstacles;
import org.renxing.obstacles.ObstacleScope;
import org.renxing.panel.IndicatorOrder;

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
   * @param row pair_id, scheme, sums: (year, class, a {@link MeanObstacles})
   */
  @Override
  protected List<Row> of(Row row) {
    ObstacleScope scope =
        scopes.stream()
            .filter(s -> s.id().equals(row.getString(0)) && s.scheme().equals(row.getString(1)))
            .findFirst()
            .orElseThrow();
    Map<String, Map<Integer, MeanObstacles>> means = new TreeMap<>();
    for (Row part : row.<Row>getList(2)) {
      MeanObstacles own = Accumulation.read(part.getAs(2), MeanObstacles.class);
      add(means, Groups.ALL, part.getInt(0), own);
      if (!part.isNullAt(1)) {
        add(means, part.getString(1), part.getInt(0), own);
      }
    }
    List<Row> out = new ArrayList<>();
    means.forEach(
        (group, years) ->
            years.forEach(
                (year, mean) ->
                    mean.means(scope, order)
                        .forEach(m -> out.add(row(scope, m, group, year, mean.n())))));
    return out;
  }

  private static void add(
      Map<String, Map<Integer, MeanObstacles>> means, String group, int year, MeanObstacles own) {
    for (int each : new int[] {ALL_YEARS, year}) {
      means
          .computeIfAbsent(group, g -> new TreeMap<>())
          .computeIfAbsent(each, y -> new MeanObstacles())
          .merge(own);
    }
  }

  private static Row row(
      ObstacleScope scope, MeanObstacles.Mean mean, String group, int year, long n) {
    return RowFactory.create(
        scope.id(),
        scope.scheme(),
        mean.level(),
        mean.code(),
        group,
        year,
        n,
        mean.meanDegreePct(),
        mean.rank());
  }
}
