package org.renxing.jobs.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.renxing.model.RenxingException;
import org.renxing.model.VacancyPolicy;
import org.renxing.model.YearRange;
import org.renxing.testing.SparkExtension;
import org.renxing.vacancy.AuditReport;
import org.renxing.vacancy.Calibration;
import org.renxing.vacancy.OccupancySums;
import org.renxing.vacancy.SignalFit;
import org.renxing.vacancy.VacancyFigure;
import org.renxing.vacancy.VacancyRates;

/** Simulated areas: the same on any number of partitions, and their truth is recovered. */
class RemoteSimulationTest {
  private static final RemoteSimulation SMALL =
      new RemoteSimulation(20_000, 20, new YearRange(2019, 2020), 7);

  @Test
  void theEstimatorRecoversTheTruthWhateverThePartitions() {
    var spark = SparkExtension.session();
    Dataset<Row> areas = SMALL.areas(spark, 2).persist();
    Dataset<Row> again = SMALL.areas(spark, 5);
    assertThat(areas.count()).isEqualTo(20_000);
    assertThat(areas.exceptAll(again).isEmpty()).isTrue();
    Calibration calibration =
        Calibration.of(OccupancySums.audited(areas), VacancyPolicy.standard());
    AuditReport report = calibration.reports().get(0);
    assertThat(report.audited()).isBetween(250, 450);
    SignalFit phones = report.signals().get(1);
    assertThat(phones.basis()).isEqualTo(SignalFit.Basis.CALIBRATED);
    assertThat(phones.slope()).isBetween(0.6, 0.8);
    assertThat(phones.standardDeviation()).isBetween(0.06, 0.08);
    Map<String, Double> truth = new HashMap<>();
    for (Row row :
        RemoteSimulation.truth(areas).where("use = 'housing' and zone = 'all'").collectAsList()) {
      truth.put(row.getAs("unit_id") + " " + row.getAs("year"), row.getAs("vacancy_rate"));
    }
    List<VacancyFigure> rates =
        VacancyRates.of(OccupancySums.of(areas), calibration).stream()
            .filter(f -> f.use().equals("housing") && f.zone().equals("all"))
            .toList();
    areas.unpersist(true);
    assertThat(rates).hasSize(40);
    int held = 0;
    for (VacancyFigure rate : rates) {
      double real = truth.get(rate.unit() + " " + rate.year());
      assertThat(rate.rate()).isCloseTo(real, within(0.04));
      assertThat(rate.coverage()).isEqualTo(1);
      held += real >= rate.lower() && real <= rate.upper() ? 1 : 0;
    }
    // 0.95 of 40, less three standard errors; one calibration for all makes them less than
    // independent
    assertThat(held).isGreaterThanOrEqualTo(33);
  }

  @Test
  void sizesThatCannotBeAreRefused() {
    YearRange years = new YearRange(2019, 2020);
    assertThatThrownBy(() -> new RemoteSimulation(1, 20, years, 7))
        .isInstanceOf(RenxingException.class)
        .hasMessageContaining("--rows 1: from the number of years, 2");
    assertThatThrownBy(() -> new RemoteSimulation(10, 0, years, 7))
        .isInstanceOf(RenxingException.class)
        .hasMessageContaining("--units 0: from 1 to 1000");
  }
}
