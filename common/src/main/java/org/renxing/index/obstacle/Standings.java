package org.renxing.index.obstacle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.renxing.index.vector.IndicatorVectors;
import org.renxing.index.vector.RowKernel;
import org.renxing.index.vector.UnitVectors;
import org.renxing.panel.IndicatorOrder;
import org.renxing.ranking.Places;

/**
 * Strengths and weaknesses of units: the indicators in which a unit stands highest and lowest
 * against the units of its year, by z = (y − mean)/σ of normalised values with the population σ.
 */
public final class Standings extends RowKernel {
  /** Strengths, and weaknesses, of a unit and year. */
  public static final int COUNT = 3;

  private static final StructType SCHEMA =
      new StructType()
          .add("unit_id", DataTypes.StringType)
          .add("year", DataTypes.IntegerType)
          .add("kind", DataTypes.StringType)
          .add("order_no", DataTypes.IntegerType)
          .add("indicator_code", DataTypes.StringType)
          .add("system", DataTypes.StringType)
          .add("normalised", DataTypes.DoubleType)
          .add("mean", DataTypes.DoubleType)
          .add("z", DataTypes.DoubleType)
          .add("percentile", DataTypes.DoubleType);

  private static final long serialVersionUID = 1L;
  private final IndicatorOrder order;

  private Standings(IndicatorOrder order) {
    this.order = order;
  }

  /**
   * Up to three strengths (z above 0) and weaknesses (z below 0) a unit and year: unit_id, year,
   * kind ({@code strength} or {@code weakness}), order_no (1 is the strongest of its kind; equal to
   * 12 significant digits, the order of the index system), indicator_code, system, normalised, mean
   * (of the year's units), z, percentile (share of the other units that stand lower, ties counted
   * half). Missing values do not count; an indicator equal for all units is neither.
   *
   * @param vectors see {@link IndicatorVectors}
   */
  public static Dataset<Row> of(Dataset<Row> vectors, IndicatorOrder order) {
    return IndicatorVectors.byYear(vectors)
        .mapPartitions(new Standings(order), Encoders.row(SCHEMA));
  }

  @Override
  protected List<Row> of(Row row) {
    UnitVectors units = UnitVectors.of(row);
    double[] means = new double[order.size()];
    double[][] z = new double[units.size()][order.size()];
    double[][] percentiles = new double[order.size()][];
    for (int j = 0; j < means.length; j++) {
      double[] column = units.column(j);
      percentiles[j] = Places.of(column).percentiles();
      means[j] = Arrays.stream(column).filter(y -> !Double.isNaN(y)).average().orElse(Double.NaN);
      double sd = deviation(column, means[j]);
      for (int i = 0; i < column.length; i++) {
        z[i][j] = sd > 0 ? (column[i] - means[j]) / sd : Double.NaN;
      }
    }
    List<Row> out = new ArrayList<>();
    for (int i = 0; i < units.size(); i++) {
      for (int sign : new int[] {1, -1}) {
        double[] signed = Arrays.stream(z[i]).map(x -> sign * x).toArray();
        int no = 0;
        for (int j : Places.of(signed).descending()) {
          if (no < COUNT && signed[j] > 0) {
            out.add(
                RowFactory.create(
                    units.unit(i),
                    units.year(),
                    sign > 0 ? "strength" : "weakness",
                    ++no,
                    order.codes().get(j),
                    order.systems().get(j),
                    units.vector(i)[j],
                    means[j],
                    z[i][j],
                    percentiles[j][i]));
          }
        }
      }
    }
    return out;
  }

  /** The population σ of the values that are there; 0 where all are equal, also by rounding. */
  private static double deviation(double[] column, double mean) {
    double[] known = Arrays.stream(column).filter(y -> !Double.isNaN(y)).toArray();
    if (Arrays.stream(known).allMatch(y -> y == known[0])) {
      return 0;
    }
    return Math.sqrt(
        Arrays.stream(known).map(y -> (y - mean) * (y - mean)).average().orElse(Double.NaN));
  }
}
