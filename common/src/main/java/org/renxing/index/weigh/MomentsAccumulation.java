package org.renxing.index.weigh;

import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.renxing.column.Accumulation;
import org.renxing.index.vector.IndicatorVectors;
import org.renxing.weights.PanelMeans;
import org.renxing.weights.PanelMoments;
import org.renxing.weights.WeightingPlan;

/** {@link PanelMoments} of arrays of raw and normalised values, about the means of all rows. */
final class MomentsAccumulation extends Accumulation<BegunMoments> {
  private static final long serialVersionUID = 1L;
  private final WeightingPlan plan;

  MomentsAccumulation(WeightingPlan plan) {
    super(
        BegunMoments.class,
        new StructType()
            .add("means", DataTypes.BinaryType, false)
            .add("x", DataTypes.createArrayType(DataTypes.DoubleType, false), false)
            .add("y", DataTypes.createArrayType(DataTypes.DoubleType, false), false));
    this.plan = plan;
  }

  @Override
  public BegunMoments zero() {
    return new BegunMoments();
  }

  @Override
  public BegunMoments reduce(BegunMoments begun, Row row) {
    if (begun.isEmpty()) {
      PanelMeans means = Accumulation.read(row.getAs(0), PanelMeans.class);
      begun.begin(new PanelMoments(means, plan));
    }
    begun.moments().add(IndicatorVectors.doubles(row, 1), IndicatorVectors.doubles(row, 2));
    return begun;
  }

  @Override
  public BegunMoments merge(BegunMoments begun, BegunMoments others) {
    if (begun.isEmpty()) {
      return others;
    }
    if (!others.isEmpty()) {
      begun.moments().merge(others.moments());
    }
    return begun;
  }
}
