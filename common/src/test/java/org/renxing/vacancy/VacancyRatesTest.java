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
import java.util.function.Function;
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
    Map<String, VacancyFigure> rates =
        VacancyCases.rates(areas, calibration, f -> f.use() + "/" + f.zone() + "/" + f.year());
    assertThat(rates).hasSize(8);
    assertThat(rates.keySet())
        .contains("housing/all/2020", "housing/other/2020", "commercial/all/2020");
    VacancyFigure all = rates.get("housing/all/2020");
    assertThat(all.unitsTotal()).isEqualTo(1000);
    assertThat(all.unitsVacant()).isCloseTo(184, EXACT);
    assertThat(all.rate()).isCloseTo(0.368, EXACT);
    assertThat(all.upper()).isCloseTo(0.368 + 1.959963985 * 0.121326, within(1e-6));
    assertThat(all.coverage()).isEqualTo(0.5);
    assertThat(all.observations()).isEqualTo(4);
    assertThat(all.areas()).isEqualTo(4);
    assertThat(all.method()).isEqualTo("mixed");
    assertThat(all.isLimited()).isFalse();
    VacancyFigure counted = rates.get("housing/new_town/2020");
    assertThat(counted.rate()).isCloseTo(0.1, EXACT);
    assertThat(counted.method()).isEqualTo("counted");
    VacancyFigure none = rates.get("housing/other/2020");
    assertThat(none.isCovered()).isFalse();
    for (double each : List.of(none.unitsVacant(), none.rate(), none.lower(), none.upper())) {
      assertThat(each).isNaN();
    }
    assertThat(none.coverage()).isZero();
    assertThat(rates.get("commercial/all/2020").rate()).isCloseTo(0.6, EXACT);
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
      Object[] cells = new Object[18];
      Object[] head = {"housing", "a" + i, "u" + i % 3, "old_town", 2020, n};
      System.arraycopy(head, 0, cells, 0, head.length);
      cells[10] = night;
      cells[11] = water;
      cells[16] = isAudited ? n : null;
      cells[17] = isAudited ? Math.round(p * n) : null;
      rows.add(row(cells));
    }
    Dataset<Row> areas = Frames.of(AREAS, rows);
    Collections.shuffle(rows, random);
    Dataset<Row> shuffled = Frames.of(AREAS, rows).repartition(5);
    Calibration calibration = Calibration.of(VacancyCases.held(areas).list(), POLICY);
    Calibration again = Calibration.of(OccupancySums.audited(shuffled), POLICY);
    assertThat(again.reports()).isEqualTo(calibration.reports());
    reports(calibration);
    Function<VacancyFigure, String> key = f -> f.unit() + "/" + f.zone();
    Map<String, VacancyFigure> rates = VacancyCases.rates(areas, calibration, key);
    assertThat(VacancyCases.rates(shuffled, again, key)).isEqualTo(rates);
    rates.forEach((place, rate) -> assertThat(rate.method()).as(place).isEqualTo("calibrated"));
  }

  private static void reports(Calibration calibration) {
    AuditReport report = calibration.reports().get(0);
    assertThat(report.audited()).isEqualTo(100);
    assertThat(report.judged()).isEqualTo(100);
    assertThat(report.accuracy()).isGreaterThan(0.85);
    assertThat(report.meanAbsoluteError()).isLessThan(0.06);
    assertThat(Math.abs(report.bias())).isLessThan(0.02);
    assertThat(report.confusion()).hasSize(4);
    SignalFit water = report.signals().get(4);
    assertThat(water.signal()).isEqualTo(OccupancySignal.WATER);
    assertThat(water.basis()).isEqualTo(SignalFit.Basis.CALIBRATED);
    assertThat(water.slope()).isCloseTo(0.8, within(0.1));
    assertThat(water.standardDeviation()).isCloseTo(0.04, within(0.01));
    assertThat(report.signals().get(0).basis()).isEqualTo(SignalFit.Basis.CONFIGURED);
    assertThat(report.confusion().stream().mapToInt(AuditReport.Confusion::count).sum())
        .isEqualTo(100);
    AuditReport.Agreement alone = report.alone().get(OccupancySignal.WATER.place());
    assertThat(alone.judged()).isEqualTo(100);
    assertThat(alone.accuracy()).isGreaterThan(0.8).isLessThanOrEqualTo(report.accuracy() + 0.05);
    assertThat(alone.meanAbsoluteError()).isGreaterThan(report.meanAbsoluteError() * 0.99);
    AuditReport.Agreement none = report.alone().get(OccupancySignal.POI.place());
    assertThat(none).isEqualTo(new AuditReport.Agreement(0, Double.NaN, Double.NaN));
    AuditReport commercial = calibration.reports().get(1);
    assertThat(commercial.judged()).isZero();
    assertThat(commercial.accuracy()).isNaN();
  }

  /** Their rate is the count's, and yet the audit judges their signals. */
  @Test
  void areasCountedAndAuditedCalibrateTheirSignals() {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      Object[] cells = new Object[18];
      Object[] head = {"housing", "a" + i, "u", "old_town", 2020, 100L, 40.0 + i};
      System.arraycopy(head, 0, cells, 0, head.length);
      cells[10] = 10 + 0.5 * (40 + i) + i % 3; // night light
      cells[11] = i % 2 == 0 ? Double.NaN : -1.0; // water, never sound
      cells[16] = 100L;
      cells[17] = 40L + i;
      rows.add(row(cells));
    }
    Dataset<Row> areas = Frames.of(AREAS, rows);
    Calibration calibration = Calibration.of(VacancyCases.held(areas).list(), POLICY);
    AuditReport report = calibration.reports().get(0);
    assertThat(report.audited()).isEqualTo(60);
    assertThat(report.judged()).isEqualTo(60);
    SignalFit night = report.signals().get(OccupancySignal.NIGHT_LIGHT.place());
    assertThat(night.isCalibrated()).isTrue();
    assertThat(night.audits()).isEqualTo(60);
    assertThat(night.slope()).isCloseTo(0.5, within(0.01));
    SignalFit water = report.signals().get(OccupancySignal.WATER.place());
    assertThat(water.isCalibrated()).isFalse();
    VacancyFigure all = VacancyCases.rates(areas, calibration, VacancyFigure::zone).get("all");
    assertThat(all.method()).isEqualTo("counted");
    assertThat(all.areas()).isEqualTo(60);
    assertThat(all.rate()).isCloseTo(1 - 0.695, EXACT);
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
                "5D as occupied_by_listings",
                "5D as occupied_by_poi",
                "5D as occupied_by_roads",
                "10L as audit_units",
                "5L as audit_occupied");
    assertThatThrownBy(() -> Calibration.of(OccupancySums.audited(areas), POLICY))
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
        use, id, "u", zone, year, units, counted, first, second, null, null, null, null, null, null,
        null, null, null);
  }
}
