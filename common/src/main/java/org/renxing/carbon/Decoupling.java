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
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.slice;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.try_divide;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.zip_with;

import java.util.Set;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.column.Finite;
import org.renxing.column.RelativeChange;
import org.renxing.column.SignificantDigits;
import org.renxing.territory.Basis;
import org.renxing.territory.Boundaries;

/** Changes of emissions against changes of a driver, and whether emissions have peaked. */
public final class Decoupling {
  private static final int DIGITS = 12;

  private Decoupling() {}

  /**
   * One row a driver, unit and span, from each year of the scenario to its next and from the first
   * to the last: driver, unit_id, year_from, year_to, is_whole_span, emissions_from_t,
   * emissions_to_t, driver_from, driver_to, change_emission and change_driver (shares of the first
   * figure), elasticity (their quotient), state ({@link Tapio#state}, on the elasticity at 12
   * significant digits), boundary_flag and boundary_event (of emissions and driver), reason; on the
   * whole span also peak_year (the last year of the largest emissions) and has_peaked (whether that
   * lies before the last {@code peakYears} calendar years; null where there are no more years than
   * these). Both are null where a calendar year is missing, or boundaries keep emissions from being
   * compared.
   *
   * <p>A change within 10^-12 of the larger figure is none ({@link RelativeChange}): else the noise
   * of rounding would name a state. A missing figure, a first figure that is not above 0, a change
   * of boundaries over which figures cannot be compared, or a driver that does not change gives
   * null and a reason: MISSING_EMISSIONS, MISSING_DRIVER, BASE_NOT_POSITIVE, BOUNDARY_BREAK,
   * DRIVER_UNCHANGED.
   *
   * @param rows driver, unit_id, year, emissions_t, value: a row for every year of the scenario
   * @param bases of emissions and of each driver
   */
  public static Dataset<Row> of(
      Dataset<Row> rows, int peakYears, Boundaries boundaries, CarbonBases bases) {
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
            explode(array_union(steps, array(whole))).as("span"));
    return states(boundaries.onto(spans), peakYears, bases);
  }

  private static Column peakYear(Column series) {
    Column emissions = transform(series, y -> y.getField("emissions_t"));
    Column first = element_at(series, 1).getField("year");
    Column years = element_at(series, -1).getField("year").minus(first).plus(1);
    Column isWhole = forall(emissions, Column::isNotNull).and(size(series).equalTo(years));
    Column largest = array_max(emissions);
    Column ofLargest =
        transform(
            filter(series, y -> y.getField("emissions_t").equalTo(largest)),
            y -> y.getField("year"));
    return when(isWhole, array_max(ofLargest));
  }

  private static Dataset<Row> states(Dataset<Row> spans, int peakYears, CarbonBases bases) {
    Column from = col("span.a.year");
    Column to = col("span.b.year");
    Column isWhole = from.equalTo(col("first")).and(to.equalTo(col("last")));
    Column recent = col("last").minus(peakYears - 1);
    Column isPeakKnown = isWhole.and(Boundaries.isComparable(from, to, bases.emissions()));
    Dataset<Row> changes =
        spans.select(
            col("driver"),
            col("unit_id"),
            from.as("year_from"),
            to.as("year_to"),
            isWhole.as("is_whole_span"),
            col("span.a.emissions_t").as("emissions_from_t"),
            col("span.b.emissions_t").as("emissions_to_t"),
            col("span.a.value").as("driver_from"),
            col("span.b.value").as("driver_to"),
            byDriver(bases, both -> Boundaries.flag(from, to, both)).as("boundary_flag"),
            byDriver(bases, both -> Boundaries.text(from, to, both)).as("boundary_event"),
            change("emissions_t").as("emission"),
            change("value").as("driven"),
            when(isPeakKnown, col("peak")).as("peak_year"),
            when(isPeakKnown.and(recent.gt(col("first"))), col("peak").lt(recent))
                .as("has_peaked"));
    Column isSame = not(col("boundary_flag").equalTo(Boundaries.BREAK));
    return changes
        .withColumn("change_emission", when(isSame, col("emission")))
        .withColumn("change_driver", when(isSame, col("driven")))
        .withColumn(
            "elasticity", Finite.orNull(try_divide(col("change_emission"), col("change_driver"))))
        .withColumn("rounded", SignificantDigits.round(col("elasticity"), DIGITS))
        .withColumn(
            "state", Tapio.state(col("change_emission"), col("change_driver"), col("rounded")))
        .withColumn("reason", reason())
        .drop("rounded", "emission", "driven");
  }

  private static Column change(String figure) {
    return RelativeChange.of(col("span.a." + figure), col("span.b." + figure));
  }

  /** What a driver's figures and emissions give together. */
  private static Column byDriver(CarbonBases bases, Function<Set<Basis>, Column> what) {
    Column out = lit(null).cast("string");
    for (String driver : bases.drivers().keySet()) {
      out = when(col("driver").equalTo(driver), what.apply(bases.with(driver))).otherwise(out);
    }
    return out;
  }

  private static Column reason() {
    Column isMissing = col("emissions_from_t").isNull().or(col("emissions_to_t").isNull());
    Column isDriverMissing = col("driver_from").isNull().or(col("driver_to").isNull());
    return when(isMissing, "MISSING_EMISSIONS")
        .when(isDriverMissing, "MISSING_DRIVER")
        .when(col("emissions_from_t").leq(0).or(col("driver_from").leq(0)), "BASE_NOT_POSITIVE")
        .when(col("boundary_flag").equalTo(Boundaries.BREAK), Boundaries.BOUNDARY_BREAK)
        .when(col("change_driver").equalTo(0.0), "DRIVER_UNCHANGED");
  }
}
