package org.renxing.index.diagnose;

import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.renxing.index.vector.RowKernel;
import org.renxing.index.vector.UnitVectors;
import org.renxing.panel.IndicatorOrder;
import org.renxing.ranking.Places;

/** What diagnosis needs to know of a year, as sums: one row, whatever the number of units. */
final class YearFacts extends RowKernel {
  static final StructType SCHEMA =
      new StructType()
          .add("year", DataTypes.IntegerType)
          .add("units", DataTypes.LongType)
          .add("moments", DataTypes.createArrayType(DataTypes.DoubleType, false))
          .add("rank_moments", DataTypes.createArrayType(DataTypes.DoubleType, false))
          .add("influence", DataTypes.createArrayType(DataTypes.DoubleType, false));

  private static final long serialVersionUID = 1L;
  private final IndicatorOrder order;
  private final List<InfluenceTarget> targets;
  private final boolean isGeometric;

  YearFacts(IndicatorOrder order, List<InfluenceTarget> targets, boolean isGeometric) {
    this.order = order;
    this.targets = List.copyOf(targets);
    this.isGeometric = isGeometric;
  }

  @Override
  protected List<Row> of(Row row) {
    UnitVectors units = UnitVectors.of(row);
    double[][] columns = new double[order.size()][];
    double[][] ranks = new double[order.size()][];
    for (int j = 0; j < columns.length; j++) {
      columns[j] = units.column(j);
      ranks[j] = Places.of(columns[j]).percentiles();
    }
    return List.of(
        RowFactory.create(
            units.year(),
            (long) units.size(),
            CrossMoments.of(columns).toArray(),
            CrossMoments.of(ranks).toArray(),
            influence(units, columns)));
  }

  private double[] influence(UnitVectors units, double[][] columns) {
    int members = targets.stream().mapToInt(t -> t.members().size()).sum();
    double[] out = new double[members * Influence.WIDTH];
    int offset = 0;
    for (InfluenceTarget target : targets) {
      YearScores scores = YearScores.of(units, target, order, isGeometric);
      for (int m = 0; m < target.members().size(); m++) {
        double[] values = columns[target.members().get(m)];
        Influence.of(scores, m, values, scores.rankChange(m)).write(out, offset);
        offset += Influence.WIDTH;
      }
    }
    return out;
  }
}
