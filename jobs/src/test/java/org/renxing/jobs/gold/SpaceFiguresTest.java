package org.renxing.jobs.gold;

import static org.renxing.jobs.gold.HandRow.A;
import static org.renxing.jobs.gold.HandRow.B;
import static org.renxing.jobs.gold.HandRow.C;
import static org.renxing.jobs.gold.HandRow.D;

import org.junit.jupiter.api.Test;

/**
 * How the scores of {@link HandScenario} lie in space, by hand; the scores are in {@link
 * ExplainedFiguresTest}. The cities lie on the equator at 0, 1, 10 and 11 degrees, so that A and B
 * are each other's neighbours, and C and D.
 */
class SpaceFiguresTest {
  private static final String OVERALL = "score.fixed.overall";
  private static final double KM_PER_DEGREE = Math.toRadians(1) * 6371.0088;

  /** z = (.725 - 2 · .5) / (s √((4 · 2 - 4) / 3)) with s² = .18125 / 4. */
  @Test
  void hotSpots() {
    double z = 0.275 / (Math.sqrt(0.18125 / 4) * Math.sqrt(4.0 / 3));
    HandRow.of("hotspot_unit_year", "measure", OVERALL, "year", 2015, "unit_id", A)
        .has("value", 0.2, "z", -z, "kind", null, "n_neighbours", 1, "reason", null);
    HandRow.of("hotspot_unit_year", "measure", OVERALL, "year", 2015, "unit_id", D)
        .has("value", 0.8, "z", z);
  }

  /** A goes Q1 Q1 Q1 Q2 Q3 beside B, which goes Q2 Q3 Q3 Q3 Q2; C stays in Q1 beside D in Q4. */
  @Test
  void transitions() {
    HandRow.of(
            "spatial_transition",
            "measure",
            OVERALL,
            "neighbour_class",
            "Q3",
            "from_class",
            "Q1",
            "to_class",
            "Q2")
        .has("n", 1, "probability", 0.5);
    HandRow.of(
            "spatial_transition",
            "measure",
            OVERALL,
            "neighbour_class",
            "Q4",
            "from_class",
            "Q1",
            "to_class",
            "Q1")
        .has("n", 4, "probability", 1.0);
    HandRow.of(
            "spatial_transition",
            "measure",
            OVERALL,
            "neighbour_class",
            "all",
            "from_class",
            "Q1",
            "to_class",
            "Q2")
        .has("n", 1, "probability", 1.0 / 7);
  }

  /**
   * From Q1 one of seven moves up: none of one beside Q2, one of two beside Q3, none of four beside
   * Q4. From Q3 one of three moves down: none of two beside Q1, one of one beside Q2. Nothing
   * differs from Q2 and Q4.
   */
  @Test
  void homogeneity() {
    double ratio =
        5 * Math.log(7.0 / 6)
            + Math.log(7.0 / 12)
            + Math.log(3.5)
            + 2 * Math.log(1.5)
            + Math.log(3);
    HandRow.of("spatial_transition_test", "measure", OVERALL)
        .has("n", 16, "n_left_out", 0, "chi_square", 35.0 / 12 + 3, "df", 3)
        .has("likelihood_ratio", 2 * ratio);
  }

  /** Degrees weighted by .2 .525 .475 .8, and by .3 .625 .475 .8 a year later. */
  @Test
  void centres() {
    double before = (0.525 + 4.75 + 8.8) / 2;
    double after = (0.625 + 4.75 + 8.8) / 2.2;
    double squares =
        0.2 * before * before
            + 0.525 * (1 - before) * (1 - before)
            + 0.475 * (10 - before) * (10 - before)
            + 0.8 * (11 - before) * (11 - before);
    HandRow.of("measure_centre_year", "measure", OVERALL, "year", 2015)
        .has("n", 4, "lon", before, "lat", 0.0, "shift_km", null)
        .has("standard_distance_km", Math.sqrt(squares / 2) * KM_PER_DEGREE, "reason", null);
    HandRow.of("measure_centre_year", "measure", OVERALL, "year", 2016)
        .has("lon", after, "shift_km", (before - after) * KM_PER_DEGREE);
  }

  /** Products of scores over squared degrees: AB .105, AC .095/100, AD .16/121, and so on. */
  @Test
  void gravity() {
    double ab = 0.105;
    double ac = 0.095 / 100;
    double ad = 0.16 / 121;
    double bc = 0.249375 / 81;
    double bd = 0.42 / 100;
    double cd = 0.38;
    double all = 2 * (ab + ac + ad + bc + bd + cd);
    HandRow.of("gravity_unit_year", "measure", OVERALL, "year", 2015, "unit_id", A)
        .has("value", 0.2, "strength", (ab + ac + ad) / (KM_PER_DEGREE * KM_PER_DEGREE))
        .has("share", (ab + ac + ad) / all, "out_degree", 1, "in_degree", 1);
    HandRow.of("gravity_unit_year", "measure", OVERALL, "year", 2015, "unit_id", C)
        .has("share", (ac + bc + cd) / all, "out_degree", 1, "in_degree", 1);
    HandRow.of("gravity_unit_year", "measure", OVERALL, "year", 2015, "unit_id", B)
        .has("share", (ab + bc + bd) / all);
  }
}
