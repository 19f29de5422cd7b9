package org.renxing.index.weigh;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.renxing.index.vector.RowKernel;
import org.renxing.weights.WeightingPlan;

/** The raw and the normalised values of each unit and year in the order of the indicators. */
final class PairedVectors extends RowKernel {
  /** scope; x: raw values; y: normalised values with the shift of the plan; missing is NaN. */
  static final StructType SCHEMA =
      new StructType()
          .add("scope", DataTypes.IntegerType, false)
          .add("x", DataTypes.createArrayType(DataTypes.DoubleType, false), false)
          .add("y", DataTypes.createArrayType(DataTypes.DoubleType, false), false);

  private static final long serialVersionUID = 1L;
  private final Map<String, Integer> places = new HashMap<>();
  private final double shift;

  PairedVectors(WeightingPlan plan) {
    plan.codes().forEach(code -> places.put(code, places.size()));
    this.shift = plan.shift();
  }

  /**
   * One pair of vectors.
   *
   * @param row scope, cells: (indicator_code, value, normalised)
   */
  @Override
  protected List<Row> of(Row row) {
    double[] x = missing();
    double[] y = missing();
    for (Row cell : row.<Row>getList(1)) {
      Integer place = places.get(cell.getString(0));
      if (place != null) {
        x[place] = cell.isNullAt(1) ? Double.NaN : cell.getDouble(1);
        y[place] = cell.isNullAt(2) ? Double.NaN : cell.getDouble(2) + shift;
      }
    }
    return List.of(RowFactory.create(row.getInt(0), x, y));
  }

  private double[] missing() {
    double[] out = new double[places.size()];
    Arrays.fill(out, Double.NaN);
    return out;
  }
}
