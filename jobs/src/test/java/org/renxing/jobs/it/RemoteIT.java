package org.renxing.jobs.it;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.sum;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.renxing.model.TableName;
import org.renxing.testing.SparkExtension;
import scala.jdk.javaapi.CollectionConverters;

/** What the run on the samples makes of fine-grained observations; reads the run of SamplesIT. */
@ExtendWith(SparkExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RemoteIT {
  private static final String OWN = "scenario_id = 'resource-resilience'";
  private LakeView view;

  @BeforeAll
  void run(SparkSession spark) {
    view = SamplesRun.released(spark);
  }

  @Test
  void whatWasPlantedIsSetAsideForItsReasonAndNothingElse() throws IOException {
    List<String> found = new ArrayList<>(List.of("source,observation_id,reason_code"));
    view.lake()
        .read(TableName.silver("remote_quarantine"))
        .collectAsList()
        .forEach(
            r -> {
              assertThat(r.<String>getAs("raw")).startsWith("{");
              assertThat(r.<String>getAs("reason")).isNotBlank();
              String folder = "remote-" + r.<String>getAs("source_id").replace("-sample", "");
              found.add(folder + "," + r.getAs("observation_id") + "," + r.getAs("reason_code"));
            });
    assertThat(found)
        .containsExactlyInAnyOrderElementsOf(
            Files.readAllLines(Path.of("src/test/resources/planted-remote.csv")));
  }

  @Test
  void nothingIsLost() {
    Dataset<Row> accounts = view.lake().read(TableName.silver("remote_account"));
    assertThat(accounts.count()).isEqualTo(7);
    assertThat(accounts.where("rows_in <> rows_valid + rows_quarantined").count()).isZero();
    Row land = accounts.where("source_id = 'vacant-land-sample'").first();
    double outside = land.getAs("area_outside_km2");
    double error =
        land.<Double>getAs("area_placed_km2") + outside - land.<Double>getAs("area_in_km2");
    // one parcel lies over the border of its city
    assertThat(outside).isPositive();
    assertThat(Math.abs(error)).isLessThan(1e-9 * land.<Double>getAs("area_in_km2"));
  }

  @Test
  void wholeUnitsAreTheSumsOfTheirZones() {
    for (String[] table :
        List.of(
            new String[] {"vacancy_unit_year", "units_total"},
            new String[] {"commercial_vacancy_unit_year", "units_vacant"},
            new String[] {"land_use_unit_year", "area_km2", "kind"},
            new String[] {"raster_unit_year", "sum", "layer"})) {
      Dataset<Row> rows = view.released(TableName.gold(table[0])).where(OWN);
      List<String> key = new ArrayList<>(List.of("unit_id", "year"));
      key.addAll(List.of(table).subList(2, table.length));
      Dataset<Row> parts =
          rows.where("zone <> 'all'")
              .groupBy(key.stream().map(c -> col(c)).toArray(org.apache.spark.sql.Column[]::new))
              .agg(sum(table[1]).as("parts"));
      Dataset<Row> wholes =
          rows.where("zone = 'all'").join(parts, CollectionConverters.asScala(key).toSeq());
      assertThat(wholes.count()).as(table[0]).isEqualTo(rows.where("zone = 'all'").count());
      assertThat(wholes.count()).as(table[0]).isPositive();
      assertThat(
              wholes
                  .where(
                      abs(col(table[1]).minus(col("parts"))).gt(abs(col("parts")).multiply(1e-9)))
                  .count())
          .as(table[0])
          .isZero();
    }
  }

  @Test
  void ratesLieInTheirIntervalsAndAuditsCalibrate() {
    Dataset<Row> rates = view.released(TableName.gold("vacancy_unit_year")).where(OWN);
    // six cities, three years, four zones and the whole
    assertThat(rates.count()).isEqualTo(6 * 3 * 5);
    assertThat(rates.where("method = 'calibrated' AND lower < vacancy_rate").count())
        .isEqualTo(rates.count());
    Row audit = view.released(TableName.gold("occupancy_audit")).where(OWN).first();
    assertThat(audit.<Double>getAs("accuracy")).isBetween(0.5, 1.0);
    assertThat(audit.<Integer>getAs("n_audited")).isGreaterThan(40);
    assertThat(
            view.released(TableName.gold("commercial_vacancy_unit_year"))
                .where("method <> 'counted' OR lower <> upper")
                .count())
        .isZero();
  }

  @Test
  void evenCitiesEmptyFromTheMiddleOddOnesAsAWhole() {
    Dataset<Row> patterns = view.released(TableName.gold("zone_pattern_unit_year")).where(OWN);
    assertThat(patterns.where("pattern = 'doughnut'").select("unit_id").distinct().count())
        .isEqualTo(3);
    assertThat(patterns.where("pattern = 'decline'").select("unit_id").distinct().count())
        .isEqualTo(3);
  }

  @Test
  void wholeUnitsAreBaseIndicators() {
    Dataset<Row> computed =
        view.lake()
            .read(TableName.silver("observation"))
            .where("source_file = '(computed)' AND is_preferred");
    assertThat(computed.select("indicator_code").distinct().collectAsList())
        .extracting(r -> r.getString(0))
        .containsExactlyInAnyOrder(
            "vacancy_rate",
            "commercial_vacancy_rate",
            "vacant_land_share",
            "low_use_land_share",
            "disorder_index",
            "subsidence_area",
            "night_light_sum");
    Dataset<Row> rates =
        view.released(TableName.gold("vacancy_unit_year"))
            .where(OWN + " AND zone = 'all'")
            .join(
                computed
                    .where("indicator_code = 'vacancy_rate'")
                    .select("unit_id", "year", "value"),
                CollectionConverters.asScala(List.of("unit_id", "year")).toSeq());
    assertThat(rates.count()).isEqualTo(18);
    assertThat(rates.where("abs(value - vacancy_rate) > 1e-9").count()).isZero();
  }
}
