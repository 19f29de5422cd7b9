package org.renxing.vacancy;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/** Vacancy rates of units by year, zone and use, with intervals (methods: vacancy). */
public final class VacancyRates {
  /** The zone of rows about a whole unit. */
  public static final String ALL = "all";

  private static final StructType UNIT_YEAR = StructType.fromDDL("unit_id string, year int");

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
   * @param sums rows of {@link OccupancySums#of}
   */
  public static Dataset<Row> of(Dataset<Row> sums, Calibration calibration) {
    return sums.groupBy("unit_id", "year")
        .as(Encoders.row(UNIT_YEAR), Encoders.row(sums.schema()))
        .flatMapGroups(new Estimating(calibration), Encoders.row(Estimating.SCHEMA));
  }
}
