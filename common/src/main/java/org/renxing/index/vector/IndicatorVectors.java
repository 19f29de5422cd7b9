package org.renxing.index.vector;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.struct;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.renxing.panel.IndicatorOrder;

/**
 * A scenario's panel as one row a unit and year, its indicators side by side with their weights.
 *
 * <p>Methods that need all indicators of a unit at once (obstacles, influence, correlations) then
 * work in plain loops over arrays; one shuffle of the panel serves them all.
 */
public final class IndicatorVectors {
  /**
   * unit_id; year; y: normalised values in the order of the indicators; w: weights in the whole,
   * those of the first scheme, then of the second, …; missing is NaN.
   */
  public static final StructType SCHEMA =
      new StructType()
          .add("unit_id", DataTypes.StringType, false)
          .add("year", DataTypes.IntegerType, false)
          .add("y", DataTypes.createArrayType(DataTypes.DoubleType, false), false)
          .add("w", DataTypes.createArrayType(DataTypes.DoubleType, false), false);

  private IndicatorVectors() {}

  /**
   * The vectors, lazily.
   *
   * @param values unit_id, year, indicator_code, normalised, each cell once; what is not there, or
   *     null, is missing; indicators that the order does not name are left out
   * @param weights scheme, year (0 for all years), indicator_code, global_weight
   * @param schemes weight schemes in the order of {@code w}; others are left out
   */
  public static Dataset<Row> of(
      Dataset<Row> values, Dataset<Row> weights, IndicatorOrder order, List<String> schemes) {
    Dataset<Row> weighing =
        weights.select(
            col("indicator_code").as("weighed"),
            col("year").as("weight_year"),
            col("scheme"),
            col("global_weight"));
    Column holds =
        col("indicator_code")
            .equalTo(col("weighed"))
            .and(col("weight_year").equalTo(0).or(col("weight_year").equalTo(col("year"))));
    Column cell = struct("indicator_code", "normalised", "scheme", "global_weight");
    return values
        .select("unit_id", "year", "indicator_code", "normalised")
        .join(broadcast(weighing), holds, "left")
        .groupBy("unit_id", "year")
        .agg(collect_list(cell).as("cells"))
        .mapPartitions(new VectorAssembly(order, schemes), Encoders.row(SCHEMA));
  }

  /** All units of a year in one row: year, units (unit_id, y, w). */
  public static Dataset<Row> byYear(Dataset<Row> vectors) {
    return vectors.groupBy("year").agg(collect_list(struct("unit_id", "y", "w")).as("units"));
  }

  /**
   * An array of doubles of a row. Where one kernel follows another Spark hands its rows on as they
   * are, and the array is still one of Java.
   */
  public static double[] doubles(Row row, int place) {
    if (row.get(place) instanceof double[] given) {
      return given.clone();
    }
    List<Double> values = row.getList(place);
    double[] out = new double[values.size()];
    for (int i = 0; i < out.length; i++) {
      out[i] = values.get(i);
    }
    return out;
  }
}
