package org.renxing.index.weigh;

import java.util.List;
import java.util.OptionalLong;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.renxing.column.Accumulation;
import org.renxing.index.vector.RowKernel;
import org.renxing.weights.Evidence;
import org.renxing.weights.Weight;
import org.renxing.weights.WeightingCase;
import org.renxing.weights.WeightingPlan;

/** The weights of each scope, one row an indicator. */
final class WeightRows extends RowKernel {
  static final StructType SCHEMA =
      new StructType()
          .add("system", DataTypes.StringType)
          .add("indicator_code", DataTypes.StringType)
          .add("year", DataTypes.IntegerType)
          .add("weight", DataTypes.DoubleType)
          .add("global_weight", DataTypes.DoubleType)
          .add("entropy", DataTypes.DoubleType)
          .add("variation", DataTypes.DoubleType)
          .add("conflict", DataTypes.DoubleType)
          .add("mean", DataTypes.DoubleType)
          .add("sd", DataTypes.DoubleType)
          .add("n", DataTypes.LongType)
          .add("n_negative", DataTypes.LongType)
          .add("reason", DataTypes.StringType);

  private static final long serialVersionUID = 1L;
  private final WeightingPlan plan;

  WeightRows(WeightingPlan plan) {
    this.plan = plan;
  }

  /**
   * The weights of a scope.
   *
   * @param row scope, moments: what {@link MomentsAccumulation} gave
   */
  @Override
  protected List<Row> of(Row row) {
    BegunMoments begun = Accumulation.read(row.<byte[]>getAs(1), BegunMoments.class);
    return of(
        org.renxing.weights.Weights.shareOut(
            new WeightingCase(plan, begun.moments()), row.getInt(0)));
  }

  /** Weights as rows. */
  static List<Row> of(List<Weight> weights) {
    return weights.stream().map(WeightRows::row).toList();
  }

  private static Row row(Weight weight) {
    Evidence evidence = weight.evidence();
    return RowFactory.create(
        weight.system(),
        weight.indicator(),
        weight.year(),
        orNull(weight.weight()),
        orNull(weight.globalWeight()),
        orNull(evidence.entropy()),
        orNull(evidence.variation()),
        orNull(evidence.conflict()),
        orNull(evidence.mean()),
        orNull(evidence.sd()),
        orNull(evidence.n()),
        orNull(evidence.nNegative()),
        weight.reason().isEmpty() ? null : weight.reason());
  }

  private static Object orNull(double x) {
    return Double.isNaN(x) ? null : x;
  }

  private static Object orNull(OptionalLong n) {
    return n.isPresent() ? n.getAsLong() : null;
  }
}
