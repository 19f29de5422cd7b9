package org.renxing.vacancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.renxing.testing.Frames.row;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.renxing.model.OccupancySignal;
import org.renxing.model.RenxingException;
import org.renxing.model.VacancyPolicy;
import org.renxing.testing.Frames;

/** The way from rows of areas to rates, areas and reports. */
class VacancyRatesTest {
  private static final String AREAS =
      "use string, area_id string, unit_id string, zone string, year int, units_total bigint,"
          + " units_occupied double, "
          + String.join(" double, ", OccupancySignal.columns())
          + " double, audit_units bigint, audit_occupied bigint";
  private static final Offset<Double> EXACT = within(1e-9);
  private static final VacancyPolicy POLICY = VacancyCases.policy(0, 0.95, 0.1, 0.2);
  private static final Double NONE = null;

  @Test
  void zonesUsesAndYearsApartAndTogether() {
    Dataset<Row> areas =
        Frames.of(
            AREAS,
            area("housing", "a", "old_town", 2020, 100L, NONE, 80.0, 60.0),
            area("housing", "b", "old_town", 2020, 300L, NONE, NONE, 150.0),
            area("housing", "c", "new_town", 2020, 100L, 90.0, 10.0, NONE),
            area("housing", "d", null, 2020, 500L, NONE, Double.NaN, -1.0),
            area("housing", "e", "old_town", 2021, 10L, NONE, 5.0, NONE),
            area("commercial", "a", "old_town", 2020, 10L, 4.0, NONE, NONE),
            area("housing", "f", "old_town", 2020, 0L, 0.0, NONE, NONE),
            area("housing", "g", "old_town", 2020, null, 5.0, NONE, NONE));
    Calibration calibration = Calibration.configured(POLICY);
    Map<String, Row> rates = Frames.by(VacancyRates.of(areas, calibration), "use", "zone", "year");
    assertThat(rates).hasSize(8);
    assertThat(rates.keySet())
        .contains("housing/all/2020", "housing/other/2020", "commercial/all/2020");
    Row all = rates.get("housing/all/2020");
    assertThat(all.<Long>getAs("units_total")).isEqualTo(1000);
    assertThat(all.<Double>getAs("units_vacant")).isCloseTo(184, EXACT);
    assertThat(all.<Double>getAs("vacancy_rate")).isCloseTo(0.368, EXACT);
    assertThat(all.<Double>getAs("upper")).isCloseTo(0.368 + 1.959963985 * 0.121326, within(1e-6));
    assertThat(all.<Double>getAs("coverage")).isEqualTo(0.5);
    assertThat(all.<Long>getAs("n_observations")).isEqualTo(4);
    assertThat(all.<Long>getAs("n_areas")).isEqualTo(4);
    assertThat(all.<String>getAs("method")).isEqualTo("mixed");
    assertThat(all.<Boolean>getAs("is_limited")).isFalse();
    Row counted = rates.get("housing/new_town/2020");
    assertThat(counted.<Double>getAs("vacancy_rate")).isCloseTo(0.1, EXACT);
    assertThat(counted.<String>getAs("method")).isEqualTo("counted");
    Row none = rates.get("housing/other/2020");
    for (String column :
        List.of("units_vacant", "vacancy_rate", "lower", "upper", "is_limited", "method")) {
      assertThat(none.<Object>getAs(column)).as(column).isNull();
    }
    assertThat(none.<Double>getAs("coverage")).isZero();
    assertThat(rates.get("commercial/all/2020").<Double>getAs("vacancy_rate"))
        .isCloseTo(0.6, EXACT);
    areasOneByOne(areas, calibration);
  }

  private static void areasOneByOne(Dataset<Row> areas, Calibration calibration) {
    Map<String, Row> each =
        Frames.by(AreaOccupancy.of(areas, calibration), "use", "area_id", "year");
    assertThat(each).hasSize(8);
    Row signals = each.get("housing/a/2020");
    assertThat(signals.<Double>getAs("occupancy")).isCloseTo(0.76, EXACT);
    assertThat(signals.<Double>getAs("occupancy_lower")).isCloseTo(0.584696, within(1e-6));
    assertThat(signals.<Double>getAs("occupancy_upper")).isCloseTo(0.935304, within(1e-6));
    assertThat(signals.<String>getAs("occupancy_method")).isEqualTo("configured");
    Row counted = each.get("housing/c/2020");
    assertThat(counted.<Double>getAs("occupancy")).isCloseTo(0.9, EXACT);
    assertThat(counted.<Double>getAs("occupancy_lower")).isCloseTo(0.9, EXACT);
    assertThat(counted.<String>getAs("occupancy_method")).isEqualTo("counted");
    for (String nothing : List.of("housing/d/2020", "housing/f/2020", "housing/g/2020")) {
      assertThat(each.get(nothing).<Object>getAs("occupancy")).as(nothing).isNull();
      assertThat(each.get(nothing).<Object>getAs("occupancy_method")).as(nothing).isNull();
    }
  }

  @Test
  void anAuditCalibratesAndReportsWhateverTheOrderAndPartitions() {
    List<Row> rows = new ArrayList<>();
    Random random = new Random(7);
    for (int i = 0; i < 400; i++) {
      double p = 0.4 + 0.5 * random.nextDouble();
      long n = 100L + random.nextInt(400);
      Double night = i % 3 == 0 ? null : n * (0.3 + 0.5 * p + 0.05 * random.nextGaussian());
      Double water = n * (0.1 + 0.8 * p + 0.04 * random.nextGaussian());
      boolean isAudited = i % 4 == 0;
      Object[] cells = new Object[15];
      Object[] head = {"housing", "a" + i, "u" + i % 3, "old_town", 2020, n};
      System.arraycopy(head, 0, cells, 0, head.length);
      cells[10] = night;
      cells[11] = water;
      cells[13] = isAudited ? n : null;
      cells[14] = isAudited ? Math.round(p * n) : null;
      rows.add(row(cells));
    }
    Dataset<Row> areas = Frames.of(AREAS, rows);
    Collections.shuffle(rows, random);
    Dataset<Row> shuffled = Frames.of(AREAS, rows).repartition(5);
    Calibration calibration = Calibration.of(areas, POLICY);
    Calibration again = Calibration.of(shuffled, POLICY);
    assertThat(again.reports()).isEqualTo(calibration.reports());
    reports(calibration);
    Map<String, Row> rates = Frames.by(VacancyRates.of(areas, calibration), "unit_id", "zone");
    Map<String, Row> others = Frames.by(VacancyRates.of(shuffled, again), "unit_id", "zone");
    assertThat(others).hasSameSizeAs(rates);
    rates.forEach(
        (key, rate) -> {
          assertThat(rate.<String>getAs("method")).isEqualTo("calibrated");
          for (String column : List.of("vacancy_rate", "lower", "upper", "units_vacant")) {
            double value = rate.getAs(column);
            assertThat(others.get(key).<Double>getAs(column))
                .as(key + " " + column)
                .isCloseTo(value, within(1e-12 * Math.max(1, value)));
          }
        });
  }

  private static void reports(Calibration calibration) {
    AuditReport report = calibration.reports().get(0);
    assertThat(report.audited()).isEqualTo(100);
    assertThat(report.judged()).isEqualTo(100);
    assertThat(report.accuracy()).isGreaterThan(0.85);
    assertThat(report.meanAbsoluteError()).isLessThan(0.06);
    assertThat(Math.abs(report.bias())).isLessThan(0.02);
    assertThat(report.confusion()).hasSize(4);
    var spark = org.renxing.testing.SparkExtension.session();
    List<Row> signals = AuditRows.signals(spark, calibration).collectAsList();
    assertThat(signals).hasSize(12);
    Row water = signals.get(4);
    assertThat(water.<String>getAs("signal")).isEqualTo("water");
    assertThat(water.<String>getAs("basis")).isEqualTo("calibrated");
    assertThat(water.<Double>getAs("slope")).isCloseTo(0.8, within(0.1));
    assertThat(water.<Double>getAs("standard_deviation")).isCloseTo(0.04, within(0.01));
    assertThat(signals.get(0).<String>getAs("basis")).isEqualTo("configured");
    List<Row> confusion = AuditRows.confusion(spark, calibration).collectAsList();
    assertThat(confusion).hasSize(4);
    assertThat(confusion.stream().mapToInt(r -> r.getAs("n")).sum()).isEqualTo(100);
    assertThat(confusion.stream().mapToDouble(r -> r.getAs("share")).sum()).isCloseTo(1, EXACT);
    List<Row> summary = AuditRows.summary(spark, calibration).collectAsList();
    assertThat(summary).hasSize(2);
    assertThat(summary.get(1).<Integer>getAs("n_judged")).isZero();
    assertThat(summary.get(1).<Object>getAs("accuracy")).isNull();
  }

  /** Their rate is the count's, and yet the audit judges their signals. */
  @Test
  void areasCountedAndAuditedCalibrateTheirSignals() {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      Object[] cells = new Object[15];
      Object[] head = {"housing", "a" + i, "u", "old_town", 2020, 100L, 40.0 + i};
      System.arraycopy(head, 0, cells, 0, head.length);
      cells[10] = 10 + 0.5 * (40 + i) + i % 3; // night light
      cells[11] = i % 2 == 0 ? Double.NaN : -1.0; // water, never sound
      cells[13] = 100L;
      cells[14] = 40L + i;
      rows.add(row(cells));
    }
    Dataset<Row> areas = Frames.of(AREAS, rows);
    Calibration calibration = Calibration.of(areas, POLICY);
    AuditReport report = calibration.reports().get(0);
    assertThat(report.audited()).isEqualTo(60);
    assertThat(report.judged()).isEqualTo(60);
    SignalFit night = report.signals().get(OccupancySignal.NIGHT_LIGHT.place());
    assertThat(night.isCalibrated()).isTrue();
    assertThat(night.audits()).isEqualTo(60);
    assertThat(night.slope()).isCloseTo(0.5, within(0.01));
    SignalFit water = report.signals().get(OccupancySignal.WATER.place());
    assertThat(water.isCalibrated()).isFalse();
    Row all = Frames.by(VacancyRates.of(areas, calibration), "zone").get("all");
    assertThat(all.<String>getAs("method")).isEqualTo("counted");
    assertThat(all.<Long>getAs("n_areas")).isEqualTo(60);
    assertThat(all.<Double>getAs("vacancy_rate")).isCloseTo(1 - 0.695, EXACT);
  }

  @Test
  void anAuditOfEverythingIsRefused() {
    Dataset<Row> areas =
        org.renxing.testing.SparkExtension.session()
            .range(200_001)
            .selectExpr(
                "'housing' as use",
                "cast(id as string) as area_id",
                "'u' as unit_id",
                "'other' as zone",
                "2020 as year",
                "10L as units_total",
                "cast(null as double) as units_occupied",
                "5D as occupied_by_resident_population",
                "5D as occupied_by_mobile_signalling",
                "5D as occupied_by_lbs",
                "5D as occupied_by_night_light",
                "5D as occupied_by_water",
                "5D as occupied_by_electricity",
                "10L as audit_units",
                "5L as audit_occupied");
    assertThatThrownBy(() -> Calibration.of(areas, POLICY))
        .isInstanceOf(RenxingException.class)
        .hasMessageContaining("more than 200,000 audited areas");
  }

  /** An area with a count and the first two signals. */
  private static Row area(
      String use,
      String id,
      String zone,
      int year,
      Long units,
      Double counted,
      Double first,
      Double second) {
    return row(
        use, id, "u", zone, year, units, counted, first, second, null, null, null, null, null,
        null);
  }
}
