package org.renxing.resource;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.first_value;
import static org.apache.spark.sql.functions.not;
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
import org.renxing.territory.Boundaries;

/** How employment and unemployment go with output (Q). */
public final class Employment {
  private Employment() {}

  /**
   * One row a unit and year: growth_employment_pct, growth_output_pct, elasticity = (ΔL/L)/(ΔY/Y)
   * from the year before, boundary_flag, reason; and from the first year of the frame
   * elasticity_since_first, boundary_flag_since_first, reason_since_first. Output is GDP, at
   * constant prices where the scenario names that.
   *
   * <p>Null where there is no year to compare with (FIRST_YEAR, GAP), a figure is missing or a
   * first one not above 0 (MISSING_EMPLOYMENT, MISSING_OUTPUT), territory came or went
   * (BOUNDARY_BREAK), or output does not change (OUTPUT_UNCHANGED). The sign alone says little:
   * both may fall.
   *
   * @param statistics with a row for every year
   */
  public static Dataset<Row> elasticity(Dataset<Row> statistics, Boundaries boundaries) {
    StatisticColumns s = new StatisticColumns(statistics);
    Column labour = s.of(Statistic.EMPLOYMENT);
    Statistic output = s.outputStatistic();
    Column year = col("year");
    Column first = first_value(year).over(Growth.SERIES);
    Dataset<Row> growth =
        boundaries
            .onto(statistics)
            .select(
                col("unit_id"),
                year,
                Growth.ofYear(labour).as("labour"),
                Growth.ofYear(s.output()).as("output"),
                sinceFirst(labour).as("labour_since"),
                sinceFirst(s.output()).as("output_since"),
                boundaries.isComparable(year.minus(1), year, Statistic.EMPLOYMENT).as("is_labour"),
                boundaries.isComparable(year.minus(1), year, output).as("is_output"),
                boundaries
                    .flag(year.minus(1), year, Statistic.EMPLOYMENT, output)
                    .as("boundary_flag"),
                boundaries
                    .flag(first, year, Statistic.EMPLOYMENT, output)
                    .as("boundary_flag_since_first"),
                Growth.noYearBefore().as("no_year"),
                when(year.equalTo(first), Growth.FIRST_YEAR).as("no_first"));
    return growth.select(
        col("unit_id"),
        year,
        when(col("is_labour"), col("labour")).as("growth_employment_pct"),
        when(col("is_output"), col("output")).as("growth_output_pct"),
        quotient("labour", "output", "boundary_flag").as("elasticity"),
        quotient("labour_since", "output_since", "boundary_flag_since_first")
            .as("elasticity_since_first"),
        col("boundary_flag"),
        col("boundary_flag_since_first"),
        reason("no_year", "labour", "output", "boundary_flag").as("reason"),
        reason("no_first", "labour_since", "output_since", "boundary_flag_since_first")
            .as("reason_since_first"));
  }

  private static Column sinceFirst(Column figure) {
    return Growth.percent(first_value(figure).over(Growth.SERIES), figure);
  }

  private static Column isSame(String flag) {
    return not(col(flag).equalTo(Boundaries.BREAK));
  }

  private static Column quotient(String labour, String output, String flag) {
    return when(isSame(flag), Finite.orNull(try_divide(col(labour), col(output))));
  }

  private static Column reason(String noYear, String labour, String output, String flag) {
    return coalesce(
        col(noYear),
        when(col(labour).isNull(), "MISSING_EMPLOYMENT")
            .when(col(output).isNull(), "MISSING_OUTPUT")
            .when(not(isSame(flag)), Boundaries.BOUNDARY_BREAK)
            .when(col(output).equalTo(0.0), "OUTPUT_UNCHANGED"));
  }

  /**
   * Okun's law by unit: n, n_boundary_breaks (yearly changes left out since they compare two
   * territories), coefficient, intercept, standard_error (of the coefficient), r2, reason, of the
   * ordinary least squares of the change of the unemployment rate (percentage points) on the growth
   * of output (%), see {@link LeastSquares}. One row a unit. Changes are from one calendar year to
   * the next.
   *
   * @param statistics with a row for every year
   */
  public static Dataset<Row> okun(Dataset<Row> statistics, Boundaries boundaries) {
    StatisticColumns s = new StatisticColumns(statistics);
    Column rate = s.of(Statistic.UNEMPLOYMENT_RATE);
    Column year = col("year");
    Dataset<Row> points =
        boundaries
            .onto(statistics)
            .select(
                col("unit_id"),
                year,
                boundaries
                    .isComparable(
                        year.minus(1), year, Statistic.UNEMPLOYMENT_RATE, s.outputStatistic())
                    .as("is_same"),
                Growth.ofYear(s.output()).as("x"),
                Finite.orNull(rate.minus(Growth.at(rate, -1))).as("y"));
    Column isKnown = col("x").isNotNull().and(col("y").isNotNull());
    Column isPoint = isKnown.and(col("is_same"));
    return LeastSquares.of(
        points
            .groupBy("unit_id")
            .agg(
                count(when(isPoint, 1)).as("n"),
                count_if(isKnown.and(not(col("is_same")))).as("n_boundary_breaks"),
                sort_array(collect_list(when(isPoint, struct(year, col("x"), col("y")))))
                    .as("points")));
  }
}
