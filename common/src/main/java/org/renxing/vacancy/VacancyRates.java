package org.renxing.vacancy;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.renxing.model.OccupancySignal;

/** Vacancy rates of units by year, zone and use, with intervals (methods: vacancy). */
public final class VacancyRates {
  /** The zone of rows about a whole unit. */
  public static final String ALL = "all";

  private VacancyRates() {}

  /**
   * One row a use, zone (and {@code all}), unit and year that has an area: use, zone, unit_id,
   * year, units_total (of all areas), units_vacant (of the covered ones), vacancy_rate, lower,
   * upper (in [0, 1]; lower and upper are the rate where all was counted), is_limited (the rate
   * would be outside but for the limit), n_observations (counts, and signals used), n_areas,
   * coverage (share of units in areas with a count or a usable signal), method (counted,
   * calibrated, configured, mixed). Where no unit is covered, units_vacant, rate, ends, is_limited
   * and method are null.
   *
   * @param areas as in {@link OccupancySums#of}
   */
  public static Dataset<Row> of(Dataset<Row> areas, Calibration calibration) {
    return ofSums(OccupancySums.of(areas), calibration);
  }

  /** The same from sums of {@link OccupancySums#of}. */
  public static Dataset<Row> ofSums(Dataset<Row> sums, Calibration calibration) {
    List<Column> terms = new ArrayList<>();
    terms.add(col(OccupancySums.PATTERN));
    terms.add(col("areas"));
    terms.add(col("units"));
    terms.add(col("units_squared"));
    terms.add(col("counted"));
    OccupancySignal.columns().forEach(name -> terms.add(col(name)));
    return sums.where(col("use").isin(Calibration.USES.toArray()))
        .select(
            col("use"),
            explode(array(lit(ALL), col("zone"))).as("zone"),
            col("unit_id"),
            col("year"),
            struct(terms.toArray(Column[]::new)).as("sum"))
        .groupBy("use", "zone", "unit_id", "year")
        .agg(collect_list("sum").as("sums"))
        .mapPartitions(new Estimating(calibration), Encoders.row(Estimating.SCHEMA));
  }
}
