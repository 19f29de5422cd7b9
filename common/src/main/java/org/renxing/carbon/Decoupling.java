package org.renxing.carbon;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_max;
import static org.apache.spark.sql.functions.array_union;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.forall;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.slice;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.try_divide;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.zip_with;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.column.Finite;
import org.renxing.column.SignificantDigits;

/** Changes of emissions against changes of a driver, and whether emissions have peaked. */
public final class Decoupling {
  private static final int DIGITS = 12;

  private Decoupling() {}

  /**
   * One row a driver, unit and span, from each year to the next and from the first to the last:
   * driver, unit_id, year_from, year_to, is_whole_span, emissions_from_t, emissions_to_t,
   * driver_from, driver_to, change_emission and change_driver (shares of the first figure),
   * elasticity (their quotient), state ({@link Tapio#state}, on the elasticity at 12 significant
   * digits), reason; on the whole span also peak_year (the last year of the largest emissions) and
   * has_peaked (whether that lies before the last {@code peakYears} years; null where a year is
   * missing or there are no more years than these).
   *
   * <p>A missing figure, a first figure that is not above 0, or a driver that does not change gives
   * null and a reason: MISSING_EMISSIONS, MISSING_DRIVER, BASE_NOT_POSITIVE, DRIVER_UNCHANGED.
   *
   * @param rows driver, unit_id, year, emissions_t, value: a row for every year
   */
  public static Dataset<Row> of(Dataset<Row> rows, int peakYears) {
    Column all = col("series");
    Column n = size(all);
    Column steps =
        zip_with(
            slice(all, lit(1), n.minus(1)),
            slice(all, lit(2), n.minus(1)),
            (a, b) -> struct(a.as("a"), b.as("b")));
    Column whole = struct(element_at(all, 1).as("a"), element_at(all, -1).as("b"));
    Dataset<Row> series =
        rows.groupBy("driver", "unit_id")
            .agg(
                sort_array(collect_list(struct(col("year"), col("emissions_t"), col("value"))))
                    .as("series"))
            .where(n.gt(1));
    Dataset<Row> spans =
        series.select(
            col("driver"),
            col("unit_id"),
            element_at(all, 1).getField("year").as("first"),
            element_at(all, -1).getField("year").as("last"),
            peakYear(all).as("peak"),
            when(n.gt(peakYears), element_at(all, -peakYears).getField("year")).as("recent"),
            explode(array_union(steps, array(whole))).as("span"));
    return states(spans);
  }

  private static Column peakYear(Column series) {
    Column emissions = transform(series, y -> y.getField("emissions_t"));
    Column isWhole = forall(emissions, Column::isNotNull);
    Column largest = array_max(emissions);
    Column years =
        transform(
            filter(series, y -> y.getField("emissions_t").equalTo(largest)),
            y -> y.getField("year"));
    return when(isWhole, array_max(years));
  }

  private static Dataset<Row> states(Dataset<Row> spans) {
    Column isWhole =
        col("span.a.year").equalTo(col("first")).and(col("span.b.year").equalTo(col("last")));
    Dataset<Row> changes =
        spans.select(
            col("driver"),
            col("unit_id"),
            col("span.a.year").as("year_from"),
            col("span.b.year").as("year_to"),
            isWhole.as("is_whole_span"),
            col("span.a.emissions_t").as("emissions_from_t"),
            col("span.b.emissions_t").as("emissions_to_t"),
            col("span.a.value").as("driver_from"),
            col("span.b.value").as("driver_to"),
            change("emissions_t").as("change_emission"),
            change("value").as("change_driver"),
            when(isWhole, col("peak")).as("peak_year"),
            when(isWhole, col("peak").lt(col("recent"))).as("has_peaked"));
    return changes
        .withColumn(
            "elasticity", Finite.orNull(try_divide(col("change_emission"), col("change_driver"))))
        .withColumn("rounded", SignificantDigits.round(col("elasticity"), DIGITS))
        .withColumn(
            "state", Tapio.state(col("change_emission"), col("change_driver"), col("rounded")))
        .withColumn("reason", reason())
        .drop("rounded");
  }

  private static Column change(String figure) {
    Column from = col("span.a." + figure);
    return Finite.orNull(try_divide(col("span.b." + figure).minus(from), when(from.gt(0), from)));
  }

  private static Column reason() {
    Column isMissing = col("emissions_from_t").isNull().or(col("emissions_to_t").isNull());
    Column isDriverMissing = col("driver_from").isNull().or(col("driver_to").isNull());
    return when(isMissing, "MISSING_EMISSIONS")
        .when(isDriverMissing, "MISSING_DRIVER")
        .when(col("emissions_from_t").leq(0).or(col("driver_from").leq(0)), "BASE_NOT_POSITIVE")
        .when(col("change_driver").equalTo(0.0), "DRIVER_UNCHANGED");
  }
}
