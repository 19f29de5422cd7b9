package org.renxing.vacancy;

import static org.apache.spark.sql.functions.col;

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
   * <p>A signal or count that is null, below 0, NaN or infinite counts as missing. Areas without
   * units, and of other uses than {@link Calibration#USES}, are left out. A null zone is {@code
   * other}.
   *
   * @param areas rows of silver.occupancy_area: use, unit_id, zone, year, units_total,
   *     units_occupied and the columns of {@link OccupancySignal#columns}
   */
  public static Dataset<Row> of(Dataset<Row> areas, Calibration calibration) {
    List<Column> columns =
        new ArrayList<>(
            List.of(
                col("unit_id"),
                col("year"),
                OccupancySums.use().as("use"),
                col("zone"),
                OccupancySums.patternOfKind().as("pattern"),
                col("areas"),
                col("units"),
                col("units_squared"),
                col("counted")));
    OccupancySignal.columns().forEach(name -> columns.add(col(name)));
    return OccupancySums.of(areas)
        .select(columns.toArray(Column[]::new))
        .repartition(col("unit_id"), col("year"))
        .sortWithinPartitions("unit_id", "year")
        .mapPartitions(new Estimating(calibration), Encoders.row(Estimating.SCHEMA));
  }
}
