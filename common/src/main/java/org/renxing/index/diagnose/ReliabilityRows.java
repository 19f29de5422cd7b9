package org.renxing.index.diagnose;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.renxing.index.vector.RowKernel;
import org.renxing.panel.IndicatorOrder;

/** Rows of {@link Diagnosis#reliability}. */
final class ReliabilityRows extends RowKernel {
  static final StructType SCHEMA =
      new StructType()
          .add("system", DataTypes.StringType)
          .add("depth", DataTypes.IntegerType)
          .add("year", DataTypes.IntegerType)
          .add("n", DataTypes.LongType)
          .add("n_indicators", DataTypes.IntegerType)
          .add("n_varying", DataTypes.IntegerType)
          .add("cronbach_alpha", DataTypes.DoubleType)
          .add("mean_correlation", DataTypes.DoubleType)
          .add("pc1_share", DataTypes.DoubleType)
          .add("pc2_share", DataTypes.DoubleType)
          .add("pc3_share", DataTypes.DoubleType)
          .add("n_kaiser", DataTypes.IntegerType)
          .add("n_for_85_pct", DataTypes.IntegerType);

  private static final long serialVersionUID = 1L;
  private final IndicatorOrder order;

  ReliabilityRows(IndicatorOrder order) {
    this.order = order;
  }

  @Override
  protected List<Row> of(Row row) {
    List<Row> out = new ArrayList<>();
    for (Period period : Period.of(row.getList(0), order.size())) {
      for (IndicatorOrder.Node node : order.nodes()) {
        if (node.members().size() > 1) {
          out.add(row(period, node));
        }
      }
    }
    return out;
  }

  private static Row row(Period period, IndicatorOrder.Node node) {
    Reliability found = Reliability.of(period.values(), node.members());
    double[] shares = found.componentShares();
    return RowFactory.create(
        node.code(),
        node.depth(),
        period.year(),
        period.units(),
        node.members().size(),
        found.varying().size(),
        Cells.orNull(found.alpha()),
        Cells.orNull(found.meanCorrelation()),
        shares.length > 0 ? shares[0] : null,
        shares.length > 1 ? shares[1] : null,
        shares.length > 2 ? shares[2] : null,
        Reliability.kaiser(shares),
        Reliability.needed(shares));
  }
}
