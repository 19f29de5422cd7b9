package org.renxing.vacancy;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sqrt;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.renxing.model.OccupancySignal;

/** The occupancy of each area, for maps and for looking closer; rates of units do not need it. */
public final class AreaOccupancy {
  private static final StructType SCHEMA =
      StructType.fromDDL(
          "w_use string, w_pattern int, w_weights array<double>, w_offset double,"
              + " w_variance double, w_shared array<double>, w_quantile double, w_method string");

  private AreaOccupancy() {}

  /**
   * Adds occupancy, occupancy_lower, occupancy_upper (in [0, 1]) and occupancy_method to rows of
   * areas; all null where the area has no units, count or usable signal. A count has no interval:
   * both ends are the count's share.
   *
   * @param areas as in {@link VacancyRates#of}; one row a row
   */
  public static Dataset<Row> of(Dataset<Row> areas, Calibration calibration) {
    Column isCounted = OccupancySums.isThere("units_occupied");
    Dataset<Row> joined =
        areas
            .withColumn(
                "w_key", when(not(coalesce(isCounted, lit(false))), OccupancySums.signals()))
            .join(
                broadcast(weights(areas.sparkSession(), calibration)),
                col("use").equalTo(col("w_use")).and(col("w_key").equalTo(col("w_pattern"))),
                "left");
    Column n = when(col("units_total").gt(0), col("units_total").cast("double"));
    Column estimate = col("w_offset");
    for (OccupancySignal signal : OccupancySignal.values()) {
      Column weight = col("w_weights").getItem(signal.place());
      estimate =
          estimate.plus(
              when(weight.equalTo(0), 0.0)
                  .otherwise(weight.multiply(col(signal.column())).divide(n)));
    }
    Column p = col("w_estimate");
    Column shared = term(0).plus(p.multiply(term(1))).plus(p.multiply(p).multiply(term(2)));
    Column half =
        coalesce(
            col("w_quantile").multiply(sqrt(col("w_variance").plus(greatest(lit(0.0), shared)))),
            lit(0.0));
    List<Column> out = new ArrayList<>();
    for (String name : areas.columns()) {
      out.add(col(name));
    }
    out.add(limited(p).as("occupancy"));
    out.add(limited(p.minus(half)).as("occupancy_lower"));
    out.add(limited(p.plus(half)).as("occupancy_upper"));
    out.add(
        when(p.isNull(), lit(null).cast("string"))
            .otherwise(coalesce(col("w_method"), lit(Method.COUNTED.code())))
            .as("occupancy_method"));
    return joined
        .withColumn(
            "w_estimate", when(isCounted, col("units_occupied").divide(n)).otherwise(estimate))
        .select(out.toArray(Column[]::new));
  }

  private static Column term(int power) {
    return col("w_shared").getItem(power);
  }

  private static Column limited(Column share) {
    return when(share.isNotNull(), greatest(lit(0.0), least(lit(1.0), share)));
  }

  private static Dataset<Row> weights(SparkSession spark, Calibration calibration) {
    List<Row> rows = new ArrayList<>();
    for (String use : Calibration.USES) {
      RateEstimator estimator = calibration.estimator(use);
      for (int pattern = 1; pattern < PatternSum.COUNTED; pattern++) {
        PatternWeights w = estimator.weights(pattern);
        if (w.isUsable()) {
          rows.add(
              RowFactory.create(
                  use,
                  pattern,
                  w.weights().toArray(),
                  w.offset(),
                  w.variance(),
                  estimator.sharedVariance(pattern),
                  w.quantile(),
                  w.method().code()));
        }
      }
    }
    return spark.createDataFrame(rows, SCHEMA);
  }
}
