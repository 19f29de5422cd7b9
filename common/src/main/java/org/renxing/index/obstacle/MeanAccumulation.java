package org.renxing.index.obstacle;

import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.renxing.column.Accumulation;
import org.renxing.index.vector.IndicatorVectors;
import org.renxing.obstacles.MeanObstacles;

/** {@link MeanObstacles} of degrees, an array column. */
final class MeanAccumulation extends Accumulation<MeanObstacles> {
  private static final long serialVersionUID = 1L;

  MeanAccumulation() {
    super(
        MeanObstacles.class,
        new StructType()
            .add("degrees", DataTypes.createArrayType(DataTypes.DoubleType, false), false));
  }

  @Override
  public MeanObstacles zero() {
    return new MeanObstacles();
  }

  @Override
  public MeanObstacles reduce(MeanObstacles mean, Row row) {
    mean.add(IndicatorVectors.doubles(row, 0));
    return mean;
  }

  @Override
  public MeanObstacles merge(MeanObstacles mean, MeanObstacles other) {
    mean.merge(other);
    return mean;
  }
}
