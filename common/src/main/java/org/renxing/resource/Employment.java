package org.renxing.resource;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.first_value;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.try_divide;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.column.Finite;
import org.renxing.index.panel.StatisticColumns;
import org.renxing.model.Statistic;

/** How employment and unemployment go with output (Q). */
public final class Employment {
  private Employment() {}

  /**
   * One row a unit and year: growth_employment_pct, growth_output_pct, elasticity = (ΔL/L)/(ΔY/Y)
   * from the year before, elasticity_since_first (the same from the first year of the frame),
   * reason. Output is GDP, at constant prices where the scenario names that.
   *
   * <p>Null where a figure is missing, a first figure is not above 0, or output does not change;
   * reason says which. The sign alone says little: both may fall.
   *
   * @param statistics with a row for every year
   */
  public static Dataset<Row> elasticity(Dataset<Row> statistics) {
    StatisticColumns s = new StatisticColumns(statistics);
    Column labour = s.of(Statistic.EMPLOYMENT);
    Column output = s.output();
    Column byLabour = Growth.percent(first_value(labour).over(Growth.SERIES), labour);
    Column byOutput = Growth.percent(first_value(output).over(Growth.SERIES), output);
    Dataset<Row> growth =
        statistics.select(
            col("unit_id"),
            col("year"),
            Growth.ofYear(labour).as("growth_employment_pct"),
            Growth.ofYear(output).as("growth_output_pct"),
            Finite.orNull(try_divide(byLabour, byOutput)).as("elasticity_since_first"),
            lag(col("year"), 1).over(Growth.SERIES).isNull().as("is_first"));
    Column dl = col("growth_employment_pct");
    Column dy = col("growth_output_pct");
    return growth
        .select(
            col("*"),
            Finite.orNull(try_divide(dl, dy)).as("elasticity"),
            when(col("is_first"), "FIRST_YEAR")
                .when(dl.isNull(), "MISSING_EMPLOYMENT")
                .when(dy.isNull(), "MISSING_OUTPUT")
                .when(dy.equalTo(0.0), "OUTPUT_UNCHANGED")
                .as("reason"))
        .drop("is_first");
  }

  /**
   * Okun's law by unit: n, coefficient, intercept, standard_error (of the coefficient), r2, reason,
   * of the ordinary least squares of the change of the unemployment rate (percentage points) on the
   * growth of output (%), see {@link LeastSquares}. One row a unit.
   *
   * @param statistics with a row for every year
   */
  public static Dataset<Row> okun(Dataset<Row> statistics) {
    StatisticColumns s = new StatisticColumns(statistics);
    Column rate = s.of(Statistic.UNEMPLOYMENT_RATE);
    Column change = rate.minus(lag(rate, 1).over(Growth.SERIES));
    Dataset<Row> points =
        statistics.select(
            col("unit_id"),
            col("year"),
            Growth.ofYear(s.output()).as("x"),
            Finite.orNull(change).as("y"));
    Column isPoint = col("x").isNotNull().and(col("y").isNotNull());
    return LeastSquares.of(
        points
            .groupBy("unit_id")
            .agg(
                count(when(isPoint, 1)).as("n"),
                sort_array(collect_list(when(isPoint, struct(col("year"), col("x"), col("y")))))
                    .as("points")));
  }
}
