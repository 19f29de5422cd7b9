package org.renxing.index.diagnose;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.renxing.index.vector.RowKernel;
import org.renxing.panel.IndicatorOrder;

/** Rows of {@link Diagnosis#influence}. */
final class InfluenceRows extends RowKernel {
  static final StructType SCHEMA =
      new StructType()
          .add("scheme", DataTypes.StringType)
          .add("system", DataTypes.StringType)
          .add("indicator_code", DataTypes.StringType)
          .add("year", DataTypes.IntegerType)
          .add("n", DataTypes.LongType)
          .add("nominal_weight", DataTypes.DoubleType)
          .add("effective_influence", DataTypes.DoubleType)
          .add("correlation", DataTypes.DoubleType)
          .add("mean_abs_rank_change_if_removed", DataTypes.DoubleType);

  private static final long serialVersionUID = 1L;
  private final IndicatorOrder order;
  private final List<InfluenceTarget> targets;

  InfluenceRows(IndicatorOrder order, List<InfluenceTarget> targets) {
    this.order = order;
    this.targets = List.copyOf(targets);
  }

  @Override
  protected List<Row> of(Row row) {
    List<Row> out = new ArrayList<>();
    for (Period period : Period.of(row.getList(0), order.size())) {
      int place = 0;
      for (InfluenceTarget target : targets) {
        for (int member : target.members()) {
          Influence found = period.influence(place++);
          out.add(
              RowFactory.create(
                  target.scheme(),
                  target.node(),
                  order.codes().get(member),
                  period.year(),
                  found.n(),
                  Cells.orNull(found.nominalWeight()),
                  Cells.orNull(found.effective()),
                  Cells.orNull(found.correlation()),
                  Cells.orNull(found.meanRankChange())));
        }
      }
    }
    return out;
  }
}
