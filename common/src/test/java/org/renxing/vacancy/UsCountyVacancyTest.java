package org.renxing.vacancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.renxing.testing.Frames.row;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;
import org.renxing.model.OccupancySignal;
import org.renxing.model.VacancyPolicy;
import org.renxing.testing.Frames;
import org.renxing.testing.SharedCases;

/**
 * Housing vacancy of US counties from their units and households, against the file's own column.
 */
class UsCountyVacancyTest {
  private static final String COUNTED =
      "use string, area_id string, unit_id string, zone string, year int, units_total bigint,"
          + " units_occupied double, rate_pct double";

  /**
   * Autauga and Baldwin, Alabama, as the Social Vulnerability Index of the CDC has them (public
   * domain): 1914 of 22135 homes in 2010, 2127 of 22431 and 32505 of 105563 in 2014.
   */
  @Test
  void threeCountyYears() {
    List<Row> both =
        rates(
            List.of(
                county("01001", 2010, 22135L, 20221.0, 8.6469),
                county("01001", 2014, 22431L, 20304.0, 9.4824),
                county("01003", 2014, 105563L, 73058.0, 30.7920)));
    assertThat(both).hasSize(3);
    for (Row each : both) {
      assertThat(100 * each.<Double>getAs("vacancy_rate"))
          .as(each.toString())
          .isCloseTo(each.getAs("rate_pct"), within(0.5001e-4));
      assertThat(each.<String>getAs("method")).isEqualTo("counted");
    }
  }

  @Test
  void everyCountyAndWaveHasTheRateOfTheFile() throws IOException {
    Path file = SharedCases.file("data/us-county-svi/wide.csv");
    List<Row> rows = new ArrayList<>();
    for (Map<String, String> line : SharedCases.rows(file)) {
      String code = line.get("code");
      Double units = number(line.get("housing_units"));
      rows.add(
          county(
              code,
              Integer.parseInt(line.get("year")),
              units == null ? null : units.longValue(),
              number(line.get("households")),
              number(line.get("vacancy_rate_pct"))));
    }
    List<Row> both = rates(rows);
    int compared = 0;
    for (Row each : both) {
      Double printed = each.getAs("rate_pct");
      Double ours = each.getAs("vacancy_rate");
      if (printed == null) {
        assertThat(ours).as(each.toString()).isNull();
      } else {
        assertThat(100 * ours).as(each.toString()).isCloseTo(printed, within(tolerance(each)));
        assertThat(each.<Double>getAs("lower")).isEqualTo(ours);
        assertThat(each.<String>getAs("method")).isEqualTo("counted");
        compared++;
      }
    }
    assertThat(both).hasSize(21_997);
    assertThat(compared).isGreaterThan(18_800);
  }

  private static Row county(String code, int year, Long units, Double households, Double rate) {
    return row("housing", code, code, "other", year, units, households, rate);
  }

  /** The rows with our rate beside the printed one. */
  private static List<Row> rates(List<Row> rows) {
    Dataset<Row> given = Frames.of(COUNTED, rows);
    Dataset<Row> areas = given.drop("rate_pct");
    for (String signal : OccupancySignal.columns()) {
      areas = areas.withColumn(signal, functions.lit(null).cast("double"));
    }
    areas =
        areas
            .withColumn("audit_units", functions.lit(null).cast("bigint"))
            .withColumn("audit_occupied", functions.lit(null).cast("bigint"));
    Dataset<Row> rates =
        VacancyRates.of(areas, Calibration.configured(VacancyPolicy.standard()))
            .where("zone = 'all'");
    return given
        .select("unit_id", "year", "units_total", "units_occupied", "rate_pct")
        .join(
            rates.select("unit_id", "year", "vacancy_rate", "lower", "method"),
            scala.jdk.javaapi.CollectionConverters.asScala(List.of("unit_id", "year")).toSeq(),
            "left")
        .collectAsList();
  }

  /**
   * The rate is printed with four decimals; it was taken from counts of which the file prints six
   * digits, so that those of a million and more are off by up to five.
   */
  private static double tolerance(Row row) {
    double units = row.<Long>getAs("units_total");
    double households = row.getAs("units_occupied");
    double lost = (households >= 1e6 ? 5 / households : 0) + (units >= 1e6 ? 5 / units : 0);
    return 0.5001e-4 + 100 * households / units * lost;
  }

  private static Double number(String text) {
    return text.isBlank() ? null : Double.valueOf(text);
  }
}
