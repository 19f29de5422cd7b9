package org.renxing.jobs.gold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Vacancy and land of one city in 2019, by hand from {@link HandObservations}. */
class RemoteFiguresTest {
  private static final double NORMAL_975 = 1.959963984540054;

  /** 270 of 300 dwellings are counted; of 100 water meters say that 60 are lived in, sd .08. */
  @Test
  void vacancy() {
    HandRow.of("vacancy_unit_year", "zone", "new_town")
        .has("units_vacant", 30.0, "vacancy_rate", 0.1, "lower", 0.1, "method", "counted");
    HandRow.of("vacancy_unit_year", "zone", "old_town")
        .has("units_total", 100, "vacancy_rate", 0.4, "method", "configured", "is_limited", false)
        .has("lower", 0.4 - 0.08 * NORMAL_975, "upper", 0.4 + 0.08 * NORMAL_975);
    // 70 of 400; a quarter of the dwellings is uncertain
    HandRow.of("vacancy_unit_year", "zone", "all")
        .has("vacancy_rate", 0.175, "lower", 0.175 - 0.02 * NORMAL_975, "n_areas", 2)
        .has("units_vacant", 70.0, "coverage", 1.0, "method", "mixed");
    HandRow.of("commercial_vacancy_unit_year", "zone", "all")
        .has("units_total", 40, "units_vacant", 5.0, "vacancy_rate", 0.125, "upper", 0.125);
  }

  /** Of 20 dwellings that were looked at 14 were lived in: .3 are vacant, the meters say .4. */
  @Test
  void audit() {
    HandRow.of("occupancy_audit", "predicted_class", "high", "audited_class", "high")
        .has("use", "housing", "n", 1, "share", 1.0, "n_audited", 1, "n_judged", 1)
        .has("accuracy", 1.0, "mean_absolute_error", 0.1, "bias", 0.1);
    HandRow.of("occupancy_audit", "predicted_class", "low", "audited_class", "high")
        .has("n", 0, "share", 0.0);
    HandRow.of("occupancy_signal", "use", "housing", "signal", "water")
        .has("intercept", 0.0, "slope", 1.0, "standard_deviation", 0.08, "n_audited", 1)
        .has("basis", "configured");
    double sum = 0;
    for (var row : HandScenario.rows("occupancy_signal", "use", "housing")) {
      sum += row.<Double>getAs("weight");
    }
    assertThat(sum).isCloseTo(1, within(1e-12));
  }

  /** The old town has 5 km2, the new one 15 km2. */
  @Test
  void land() {
    HandRow.of("land_use_unit_year", "kind", "vacant", "zone", "all")
        .has("area_km2", 2.0, "share", 0.1, "n", 2)
        .has("mean_confidence", (0.5 * 0.9 + 1.5 * 0.7) / 2);
    HandRow.of("land_use_unit_year", "kind", "subsidence", "zone", "old_town")
        .has("area_km2", 3.25, "share", 0.65, "n", 3);
    // 2 km2 sink by 10 mm and 1 km2 by 40 mm a year; a pit of .25 km2 is 3 m deep
    HandRow.of("subsidence_unit_year", "zone", "all")
        .has("area_km2", 3.25, "mean_rate_mm_per_year", 20.0, "max_rate_mm_per_year", 40.0)
        .has("n", 3, "n_pits", 1, "pit_area_km2", 0.25, "max_depth_m", 3.0);
    // holes in the old town: .4 against .1
    HandRow.of("zone_pattern_unit_year", "unit_id", HandRow.A)
        .has("pattern", "doughnut", "decided_by", "doughnut", "reason", null);
  }

  @Test
  void streetsAndLights() {
    // building .2 and .6; shop fronts of one point alone; the mean of the five is 2.2/5
    HandRow.of("disorder_unit_year", "dimension", "building", "zone", "old_town")
        .has("score", 0.4, "n", 2, "coverage", 1.0);
    HandRow.of("disorder_unit_year", "dimension", "shop_front", "zone", "all")
        .has("score", 0.4, "n", 1, "coverage", 0.5);
    HandRow.of("disorder_unit_year", "dimension", "all", "zone", "all")
        .has("score", 0.44, "n", 2, "coverage", 0.9);
    HandRow.of("raster_unit_year", "zone", "all")
        .has("layer", "night_light", "sum", 80.0, "mean", 80.0 / 30, "weighted_sum_km2", 8.0)
        .has("n_pixels", 30, "n_nodata", 4, "area_km2", 3.4);
  }
}
