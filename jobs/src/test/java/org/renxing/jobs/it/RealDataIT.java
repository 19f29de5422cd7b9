package org.renxing.jobs.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.renxing.lake.Lake;
import org.renxing.testing.SharedCases;
import org.renxing.testing.SparkExtension;

/**
 * The environment {@code real} on real figures, where they are beside the project: figures that the
 * sources print, and figures that were counted from the files apart from the product.
 */
@ExtendWith(SparkExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealDataIT {
  /** A system property: a lake that such a run has filled before, for quick runs of one test. */
  private static final String READY = "renxing.real.lake";

  private static final String SOURCES =
      "[cn-city-panel, cn-census, census-adjusted-2010, census-adjusted-2020,"
          + " mapped-prefectures-2000, mapped-prefectures-2010, cn-co2, cn-remote-sensing]";
  private LakeView view;

  @BeforeAll
  void run(SparkSession spark) {
    Path data = SharedCases.file("data/cn-remote-sensing/long.csv").getParent().resolveSibling("");
    Path lake = Path.of(System.getProperty(READY, "target/it/real/lake")).toAbsolutePath();
    if (System.getProperty(READY) == null) {
      MiniHome.delete(lake);
      Launcher.Ended ended =
          Launcher.at(Launcher.PROJECT)
              .with("RENXING_JAVA_OPTIONS", "-Xmx2g")
              .with("RENXING_DATA", data.toString())
              .run(
                  "nightly",
                  "--env=real",
                  "--set=lake.path=" + lake,
                  "--set=nightly.sources=" + SOURCES,
                  "--set=nightly.scenarios=[real-prefectures, real-cities, real-land]",
                  "--set=scenarios.real-cities.dea=[]",
                  "--set=scenarios.real-cities.types=[]",
                  "--set=scenarios.real-cities.drivers=[]",
                  "--set=scenarios.real-cities.analyses=[]",
                  "--set=nightly.remote=[]",
                  "--set=reference.panel-units=[]",
                  "--set=quality.enabled=false");
      assertThat(ended.exitCode()).as(ended.err()).isZero();
    }
    view = new LakeView(new Lake(spark, lake.toString()));
  }

  /** Source X prints 189, 182 and 179 · 10^4 persons, -3.73 % and -1.83 %. */
  @Test
  void populationOfFuxinFellAsPrinted() {
    Map<String, Double> changes =
        numbers(
            "SELECT concat(year_from, '-', year_to), change_pct FROM gold.shrinkage_unit"
                + " WHERE scenario_id = 'real-land' AND unit_id = '210900'"
                + " AND (year_from IN (2000, 2010) AND year_to IN (2010, 2014))");
    assertThat(changes.get("2000-2010")).isCloseTo(-3.73, within(0.005));
    assertThat(changes.get("2010-2014")).isCloseTo(-1.83, within(0.005));
  }

  /** Source Q prints "under 45 %": that is per city, 45.3 %, where 64.6 % is per head. */
  @Test
  void foreignInvestmentOfResourceCities() {
    List<Row> found =
        view.ask(
                "SELECT n, mean_amount_ratio_to_national, ratio_to_national FROM"
                    + " gold.new_factor_summary_year WHERE scenario_id = 'real-cities'"
                    + " AND factor = 'fdi_usd_per_capita' AND group_type = 'is_resource_based'"
                    + " AND group_value = 'true' AND year = 2020")
            .collectAsList();
    assertThat(found).hasSize(1);
    assertThat(found.get(0).getLong(0)).isEqualTo(88);
    assertThat(found.get(0).getDouble(1)).isCloseTo(0.453, within(5e-4));
    assertThat(found.get(0).getDouble(2)).isCloseTo(0.646, within(5e-4));
  }

  /** Counted from the file apart from the product. */
  @Test
  void miningShareOfJobsByLifeCycle() {
    Map<String, Double> shares =
        numbers(
            "SELECT concat(group_value, ' ', year), extractive_employment_share_pct"
                + " FROM gold.resource_dependence_summary_year WHERE scenario_id ="
                + " 'real-prefectures' AND (group_type = 'life_cycle' OR group_value = 'false')");
    Map<String, Double> expected = new TreeMap<>();
    expected.putAll(Map.of("declining 2010", 4.25, "declining 2020", 2.32));
    expected.putAll(Map.of("growing 2010", 2.24, "growing 2020", 3.19));
    expected.putAll(Map.of("mature 2010", 2.62, "mature 2020", 2.33));
    expected.putAll(Map.of("regenerative 2010", 1.54, "regenerative 2020", 1.13));
    expected.putAll(Map.of("false 2010", 0.54, "false 2020", 0.36));
    assertThat(shares.keySet()).isEqualTo(expected.keySet());
    expected.forEach(
        (key, share) -> assertThat(shares.get(key)).as(key).isCloseTo(share, within(0.005)));
  }

  /** Two of the four figures of rule a are known: it can be false, and never true. */
  @Test
  void exhaustionIsKnownInPart() {
    Map<String, Double> verdicts =
        numbers(
            "SELECT concat(rule_a, ' ', n_compared, ' ', n_falling), count(*) FROM"
                + " gold.exhaustion_unit_year WHERE scenario_id = 'real-prefectures' AND year ="
                + " 2020 GROUP BY 1");
    assertThat(verdicts.keySet())
        .containsExactly("false 2 0", "unknown 0 0", "unknown 2 1", "unknown 2 2");
    assertThat(verdicts.values().stream().mapToDouble(n -> n).sum()).isEqualTo(337);
  }

  /** The index of light and land has all prefectures in all years of its source, and no other. */
  @Test
  void lightAndLandHaveTwentyYears() {
    Map<String, Double> scored =
        numbers(
            "SELECT concat('', year), count(score) FROM gold.index_score_unit_year WHERE"
                + " scenario_id = 'real-land' AND system = 'ecology' GROUP BY year");
    assertThat(scored).hasSize(24).containsEntry("2000", 0.0).containsEntry("2021", 0.0);
    assertThat(scored.values().stream().filter(n -> n >= 336)).hasSize(20);
    // EDGAR: 295 cities in each of 24 years
    assertThat(
            view.ask(
                    "SELECT count(emissions_t) FROM gold.carbon_unit_year WHERE scenario_id ="
                        + " 'real-land'")
                .first()
                .getLong(0))
        .isEqualTo(295 * 24);
  }

  private Map<String, Double> numbers(String sql) {
    Map<String, Double> out = new TreeMap<>();
    for (Row row : view.ask(sql).collectAsList()) {
      out.put(row.getString(0), ((Number) row.get(1)).doubleValue());
    }
    return out;
  }
}
