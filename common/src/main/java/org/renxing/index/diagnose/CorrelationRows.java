package org.renxing.index.diagnose;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.renxing.index.vector.RowKernel;
import org.renxing.panel.IndicatorOrder;

/** Rows of {@link Diagnosis#correlations}. */
final class CorrelationRows extends RowKernel {
  static final StructType SCHEMA =
      new StructType()
          .add("indicator_a", DataTypes.StringType)
          .add("indicator_b", DataTypes.StringType)
          .add("year", DataTypes.IntegerType)
          .add("system_a", DataTypes.StringType)
          .add("system_b", DataTypes.StringType)
          .add("is_within_system", DataTypes.BooleanType)
          .add("n", DataTypes.LongType)
          .add("pearson", DataTypes.DoubleType)
          .add("spearman", DataTypes.DoubleType)
          .add("is_redundant", DataTypes.BooleanType)
          .add("is_contrary", DataTypes.BooleanType);

  private static final double REDUNDANT = 0.9;
  private static final long serialVersionUID = 1L;
  private final IndicatorOrder order;

  CorrelationRows(IndicatorOrder order) {
    this.order = order;
  }

  @Override
  protected List<Row> of(Row row) {
    List<Row> out = new ArrayList<>();
    for (Period period : Period.of(row.getList(0), order.size())) {
      for (int a = 0; a < order.size(); a++) {
        for (int b = a + 1; b < order.size(); b++) {
          out.add(row(period, a, b));
        }
      }
    }
    return out;
  }

  private Row row(Period period, int a, int b) {
    String systemA = order.systems().get(a);
    String systemB = order.systems().get(b);
    boolean isWithin = systemA.equals(systemB);
    double r = period.values().pair(a, b).correlation();
    boolean isKnown = !Double.isNaN(r);
    return RowFactory.create(
        order.codes().get(a),
        order.codes().get(b),
        period.year(),
        systemA,
        systemB,
        isWithin,
        period.values().pair(a, b).n(),
        Cells.orNull(r),
        Cells.orNull(period.ranks().pair(a, b).correlation()),
        isKnown ? Math.abs(r) >= REDUNDANT : null,
        isKnown ? isWithin && r < 0 : null);
  }
}
