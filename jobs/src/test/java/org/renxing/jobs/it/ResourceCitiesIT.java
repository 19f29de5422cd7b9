package org.renxing.jobs.it;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.sum;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

/** What the run on the samples says of the resource-based cities; reads the run of SamplesIT. */
@ExtendWith(SparkExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ResourceCitiesIT {
  private LakeView view;

  @BeforeAll
  void run(SparkSession spark) {
    view = SamplesRun.released(spark);
  }

  @Test
  void resourceCities() {
    Dataset<Row> scores =
        view.released(TableName.gold("index_score_unit_year"))
            .where("scenario_id = 'resource-resilience' AND system = 'overall'");
    assertThat(scores.groupBy("scheme").count().collectAsList())
        .hasSize(2)
        .allSatisfy(row -> assertThat(row.getLong(1)).isEqualTo(300L));
    assertThat(scores.where("score IS NULL").count()).isZero();
    Dataset<Row> weights =
        view.released(TableName.gold("indicator_weight"))
            .where("scenario_id = 'resource-resilience'");
    assertThat(weights.where("scheme = 'critic' AND conflict > 0 AND sd > 0").count())
        .isEqualTo(36);
    for (Row row : weights.groupBy("scheme").sum("weight", "global_weight").collectAsList()) {
      assertThat(row.getDouble(1)).isCloseTo(1, within(1e-12));
      assertThat(row.getDouble(2))
          .isCloseTo(row.getString(0).equals("published") ? 0.98 : 1, within(1e-12));
    }
    assertThat(
            view.released(TableName.gold("index_summary_year"))
                .where("scenario_id = 'resource-resilience'")
                .select("group_type")
                .distinct()
                .collectAsList())
        .extracting(r -> r.getString(0))
        .containsExactlyInAnyOrder("all", "life_cycle", "endowment", "province_name", "region3");
    assertThat(
            view.released(TableName.gold("index_summary_unit"))
                .where("scenario_id = 'resource-resilience' AND scheme = 'critic'")
                .where("system = 'overall' AND n_years = 10")
                .count())
        .isEqualTo(30);
  }

  @Test
  void carbonAddsUp() {
    Dataset<Row> fuels =
        view.released(TableName.gold("carbon_fuel_unit_year"))
            .groupBy("unit_id", "year")
            .agg(sum("emissions_t").as("of_fuels"));
    Dataset<Row> rows = view.released(TableName.gold("carbon_unit_year"));
    assertThat(rows.count()).isEqualTo(300);
    assertThat(rows.where("(emissions_t IS NULL) <> (n_missing > 0)").count()).isZero();
    Dataset<Row> known =
        rows.where("emissions_t IS NOT NULL")
            .join(fuels, CollectionConverters.asScala(List.of("unit_id", "year")).toSeq());
    assertThat(known.count()).isGreaterThan(250);
    assertThat(known.where("abs(of_fuels / emissions_t - 1) > 1e-12").count()).isZero();
  }

  @Test
  void peopleLandAndPathOfResourceCities() {
    String own = "scenario_id = 'resource-resilience'";
    Dataset<Row> shrinkage = view.released(TableName.gold("shrinkage_unit")).where(own);
    assertThat(shrinkage.count()).isEqualTo(30 * 10);
    assertThat(shrinkage.where("is_shrinking IS NULL AND reason IS NULL").count()).isZero();
    Dataset<Row> paths = view.released(TableName.gold("path_unit_year")).where(own);
    assertThat(paths.count()).isEqualTo(30 * 5);
    assertThat(paths.where("path = 'undetermined' AND reason IS NULL").count()).isZero();
    assertThat(view.released(TableName.gold("lever_unit")).where(own).count()).isEqualTo(30 * 4);
    assertThat(view.released(TableName.gold("age_structure_unit_year")).where(own).count())
        .isEqualTo(300);
  }

  /** Townships of six cities, ten spans: mining towns, rural ones, and both. */
  @Test
  void townsLoseResidentsAndLabour() {
    Dataset<Row> losses = view.released(TableName.gold("sub_unit_loss_unit"));
    assertThat(losses.count()).isEqualTo(6 * 10 * 3);
    Map<String, Row> decade = new HashMap<>();
    losses
        .where("year_from = 2010 AND year_to = 2019")
        .groupBy("part_level")
        .agg(
            sum("n_parts").as("parts"),
            sum(col("n_loss").plus(col("n_near"))).as("lost"),
            sum(col("labour_n_loss").plus(col("labour_n_near"))).as("labour_lost"))
        .collectAsList()
        .forEach(row -> decade.put(row.getString(0), row));
    assertThat(decade.get("mining_town").<Long>getAs("parts")).isEqualTo(12);
    assertThat(decade.get("rural_town").<Long>getAs("parts")).isEqualTo(24);
    for (String figure : List.of("parts", "lost", "labour_lost")) {
      long both =
          decade.get("mining_town").<Long>getAs(figure)
              + decade.get("rural_town").<Long>getAs(figure);
      assertThat(decade.get("all").<Long>getAs(figure)).as(figure).isEqualTo(both).isPositive();
    }
  }
}
