package org.renxing.index.weigh;

import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.renxing.column.Accumulation;
import org.renxing.index.vector.IndicatorVectors;
import org.renxing.weights.PanelMeans;

/** {@link PanelMeans} of arrays of raw and normalised values. */
final class MeansAccumulation extends Accumulation<PanelMeans> {
  private static final long serialVersionUID = 1L;
  private final int indicators;
  private final boolean isRaw;

  MeansAccumulation(int indicators, boolean isRaw) {
    super(
        PanelMeans.class,
        new StructType()
            .add("x", DataTypes.createArrayType(DataTypes.DoubleType, false), false)
            .add("y", DataTypes.createArrayType(DataTypes.DoubleType, false), false));
    this.indicators = indicators;
    this.isRaw = isRaw;
  }

  @Override
  public PanelMeans zero() {
    return new PanelMeans(indicators, isRaw);
  }

  @Override
  public PanelMeans reduce(PanelMeans means, Row row) {
    means.add(IndicatorVectors.doubles(row, 0), IndicatorVectors.doubles(row, 1));
    return means;
  }

  @Override
  public PanelMeans merge(PanelMeans means, PanelMeans others) {
    means.merge(others);
    return means;
  }
}
