package org.renxing.land;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.renxing.testing.Frames.row;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.renxing.model.DecisionTable;
import org.renxing.model.LandRules;
import org.renxing.testing.Frames;

/** Figures of land, disorder and subsidence that were worked by hand, and their edges. */
class LandTablesTest {
  private static final String PATCHES =
      "family string, patch_id string, unit_id string, zone string, year int, area_km2 double,"
          + " confidence double, patch_class string, floor_area_ratio double,"
          + " building_density double, visual_age double, visual_disorder double,"
          + " rate_mm_per_year double, depth_m double, is_main_piece boolean";
  private static final String POINTS =
      "unit_id string, zone string, year int, building double, shop_front double,"
          + " greening double, road double, infrastructure double";
  private static final Offset<Double> EXACT = within(1e-12);
  private static final LandRules RULES =
      new LandRules(
          new DecisionTable(
              List.of(
                  rule(
                      "village", "says_urban_village and building_density >= 0.4", "urban_village"),
                  rule("industry", "floor_area_ratio < 0.6", "low_industry"),
                  rule("in-use", "floor_area_ratio >= 1 and visual_age < 0.5", "none"))),
          Map.of("urban_village", List.of("Urban_Village", "城中村")),
          DecisionTable.none());

  @Test
  void landUseByHand() {
    Dataset<Row> patches =
        Frames.of(
            PATCHES,
            // a parcel over two zones: 3 km2 and 1 km2
            vacant("p", "old_town", 3.0, 0.8, true),
            vacant("p", "new_town", 1.0, 0.8, false),
            vacant("q", "old_town", 1.0, 0.4, true),
            vacant("r", "old_town", 2.0, null, true),
            vacant("zero", "other", 0.0, 0.9, true),
            vacant("broken", "old_town", null, 0.9, true),
            lowUse("v", 2.0, " 城中村", null, 0.5, null),
            lowUse("i", 1.0, "depot", 0.5, 0.1, null),
            lowUse("i2", 1.0, null, 0.5, 0.1, 0.1),
            lowUse("u", 4.0, null, null, 0.9, null),
            lowUse("none", 8.0, "depot", 2.0, 0.5, 0.1),
            subsidence("s", "area", 5.0, 10.0, null, true));
    Dataset<Row> wholes =
        Frames.of(
            "unit_id string, zone string, area_km2 double",
            row("u", "old_town", 10.0),
            row("u", "new_town", 20.0),
            row("u", "other", 0.0));
    Map<String, Row> land = Frames.by(LandUse.of(patches, wholes, RULES), "kind", "zone");
    assertThat(land.keySet())
        .containsExactlyInAnyOrder(
            "vacant/old_town",
            "vacant/new_town",
            "vacant/other",
            "vacant/all",
            "urban_village/old_town",
            "urban_village/all",
            "low_industry/old_town",
            "low_industry/all",
            "unclassified/old_town",
            "unclassified/all",
            "subsidence/old_town",
            "subsidence/all");
    Row old = land.get("vacant/old_town");
    assertThat(old.<Double>getAs("area_km2")).isCloseTo(6, EXACT);
    assertThat(old.<Double>getAs("share")).isCloseTo(0.6, EXACT);
    assertThat(old.<Long>getAs("n")).isEqualTo(3);
    // (3 · 0.8 + 1 · 0.4) / 4: the patch without a confidence does not count
    assertThat(old.<Double>getAs("mean_confidence")).isCloseTo(0.7, EXACT);
    Row all = land.get("vacant/all");
    assertThat(all.<Long>getAs("n")).as("the parcel over two zones counts once").isEqualTo(4);
    assertThat(all.<Double>getAs("share")).isCloseTo(7.0 / 30, EXACT);
    Row zero = land.get("vacant/other");
    assertThat(zero.<Double>getAs("area_km2")).isZero();
    assertThat(zero.<Object>getAs("share")).isNull();
    assertThat(zero.<Object>getAs("mean_confidence")).isNull();
    // the second has no word of the source, but is not dense enough for a village anyway
    assertThat(land.get("low_industry/all").<Long>getAs("n")).isEqualTo(2);
    assertThat(land.get("unclassified/all").<Double>getAs("area_km2")).isCloseTo(4, EXACT);
    assertThat(LandUse.of(patches.limit(0), wholes, RULES).isEmpty()).isTrue();
  }

  @Test
  void lowUseIsThreeValued() {
    LowUseRules rules = new LowUseRules(RULES);
    Dataset<Row> patches =
        Frames.of(
            PATCHES,
            lowUse("village", 1.0, "URBAN_VILLAGE", null, 0.4, null),
            lowUse("sparse", 1.0, "urban_village", 0.5, 0.3, null),
            lowUse("open", 1.0, null, 0.5, 0.5, null),
            lowUse("closed", 1.0, null, 0.5, 0.3, null),
            lowUse("used", 1.0, "depot", 1.0, 0.9, 0.2),
            lowUse("old", 1.0, "depot", 1.0, 0.9, 0.5),
            lowUse("nan", 1.0, "depot", Double.NaN, 0.9, 0.9));
    Map<String, Row> kinds =
        Frames.by(
            patches.select(
                patches.col("patch_id"),
                rules.kind().as("kind"),
                rules.decidedBy().as("rule"),
                rules.reason().as("reason")),
            "patch_id");
    assertThat(kinds.get("village").mkString("/")).isEqualTo("village/urban_village/village/null");
    assertThat(kinds.get("sparse").mkString("/")).isEqualTo("sparse/low_industry/industry/null");
    assertThat(kinds.get("open").mkString("/")).isEqualTo("open/null/null/MISSING_EVIDENCE");
    assertThat(kinds.get("closed").mkString("/")).isEqualTo("closed/low_industry/industry/null");
    assertThat(kinds.get("used").mkString("/")).isEqualTo("used/none/in-use/null");
    assertThat(kinds.get("old").mkString("/")).isEqualTo("old/null/null/NO_RULE_HOLDS");
    assertThat(kinds.get("nan").mkString("/")).isEqualTo("nan/null/null/MISSING_EVIDENCE");
  }

  @Test
  void subsidenceByHand() {
    Dataset<Row> patches =
        Frames.of(
                PATCHES,
                subsidence("s", "area", 3.0, 10.0, null, true),
                subsidence("t", "area", 1.0, 30.0, null, true),
                subsidence("u", null, 6.0, null, null, true),
                subsidence("pit", "pit", 0.5, null, 40.0, true),
                subsidence("flat", "pit", 0.0, 99.0, null, true),
                row(
                    "subsidence",
                    "s",
                    "u",
                    "new_town",
                    2020,
                    1.0,
                    null,
                    "area",
                    null,
                    null,
                    null,
                    null,
                    10.0,
                    null,
                    false),
                vacant("p", "old_town", 3.0, 0.8, true))
            .repartition(3);
    Map<String, Row> rows = Frames.by(Subsidence.of(patches), "zone");
    assertThat(rows.keySet()).containsExactlyInAnyOrder("all", "old_town", "new_town");
    Row old = rows.get("old_town");
    assertThat(old.<Double>getAs("area_km2")).isCloseTo(10.5, EXACT);
    // (3 · 10 + 1 · 30 + 0 · 99) / 4
    assertThat(old.<Double>getAs("mean_rate_mm_per_year")).isCloseTo(15, EXACT);
    assertThat(old.<Double>getAs("max_rate_mm_per_year")).isEqualTo(99);
    assertThat(old.<Long>getAs("n")).isEqualTo(5);
    assertThat(old.<Long>getAs("n_pits")).isEqualTo(2);
    assertThat(old.<Double>getAs("pit_area_km2")).isCloseTo(0.5, EXACT);
    assertThat(old.<Double>getAs("max_depth_m")).isEqualTo(40);
    Row all = rows.get("all");
    assertThat(all.<Double>getAs("area_km2")).isCloseTo(11.5, EXACT);
    assertThat(all.<Double>getAs("mean_rate_mm_per_year")).isCloseTo(14, EXACT);
    assertThat(all.<Long>getAs("n")).isEqualTo(5);
    Row young = rows.get("new_town");
    assertThat(young.<Long>getAs("n")).isEqualTo(1);
    assertThat(young.<Double>getAs("pit_area_km2")).isZero();
    assertThat(young.<Object>getAs("max_depth_m")).isNull();
  }

  /** 0 and below do not sink, an unknown rate and a pit do, in both tables alike. */
  @Test
  void risingGroundIsNoSubsidenceButIsCounted() {
    Dataset<Row> patches =
        Frames.of(
            PATCHES,
            subsidence("sinks", "area", 1.0, 1e-9, null, true),
            subsidence("still", "area", 2.0, 0.0, null, true),
            subsidence("still too", "area", 4.0, -0.0, null, true),
            subsidence("rises", "area", 8.0, -5.0, null, true),
            subsidence("rises, unnamed", null, 16.0, -5.0, null, true),
            subsidence("no rate", "area", 32.0, null, null, true),
            subsidence("no number", "area", 64.0, Double.NaN, null, true),
            subsidence("rising pit", "pit", 128.0, -1.0, 3.0, true));
    Row all = Frames.by(Subsidence.of(patches), "zone").get("all");
    assertThat(all.<Double>getAs("area_km2")).isEqualTo(1 + 32 + 64 + 128);
    assertThat(all.<Double>getAs("pit_area_km2")).isEqualTo(128);
    assertThat(all.<Long>getAs("n")).isEqualTo(8);
    // over all with a rate: (1e-9 - 8 · 5 - 16 · 5 - 128 · 1) / 159
    assertThat(all.<Double>getAs("mean_rate_mm_per_year")).isCloseTo(-248.0 / 159, within(1e-9));
    Dataset<Row> wholes =
        Frames.of("unit_id string, zone string, area_km2 double", row("u", "old_town", 900.0));
    Row land = Frames.by(LandUse.of(patches, wholes, RULES), "kind", "zone").get("subsidence/all");
    assertThat(land.<Double>getAs("area_km2")).isEqualTo(225);
    assertThat(land.<Double>getAs("share")).isCloseTo(0.25, EXACT);
    assertThat(land.<Long>getAs("n")).isEqualTo(8);
    Row none =
        Frames.by(Subsidence.of(patches.where("rate_mm_per_year < -4")), "zone").get("old_town");
    assertThat(none.<Double>getAs("area_km2")).isZero();
    assertThat(none.<Long>getAs("n")).isEqualTo(2);
  }

  @Test
  void disorderByHand() {
    Dataset<Row> points =
        Frames.of(
                POINTS,
                row("u", "old_town", 2020, 1.0, 0.5, null, null, null),
                row("u", "old_town", 2020, 0.5, null, null, null, null),
                row("u", "old_town", 2020, null, null, null, null, null),
                row("u", "new_town", 2020, 0.0, 1.5, Double.NaN, 0.25, null),
                row("v", null, 2020, null, null, null, null, null))
            .repartition(3);
    Map<String, Row> rows = Frames.by(DisorderScores.of(points), "unit_id", "zone", "dimension");
    assertThat(rows).hasSize(5 * 6);
    check(rows.get("u/old_town/building"), 0.75, 2, 2.0 / 3);
    check(rows.get("u/old_town/shop_front"), 0.5, 1, 1.0 / 3);
    check(rows.get("u/old_town/road"), null, 0, 0);
    check(rows.get("u/old_town/all"), 0.625, 2, 3.0 / 15);
    check(rows.get("u/new_town/shop_front"), null, 0, 0);
    check(rows.get("u/all/building"), 0.5, 3, 0.75);
    // building 0.5, shop fronts 0.5, road 0.25
    check(rows.get("u/all/all"), 1.25 / 3, 3, 5.0 / 20);
    check(rows.get("v/other/all"), null, 0, 0);
  }

  private static void check(Row row, Double score, long n, double coverage) {
    if (score == null) {
      assertThat(row.<Object>getAs("score")).isNull();
    } else {
      assertThat(row.<Double>getAs("score")).isCloseTo(score, EXACT);
    }
    assertThat(row.<Long>getAs("n")).isEqualTo(n);
    assertThat(row.<Double>getAs("coverage")).isCloseTo(coverage, EXACT);
  }

  private static DecisionTable.Rule rule(String id, String condition, String verdict) {
    return new DecisionTable.Rule(id, condition, verdict, "");
  }

  private static Row vacant(String id, String zone, Double area, Double confidence, boolean main) {
    return row(
        "vacant_parcel",
        id,
        "u",
        zone,
        2020,
        area,
        confidence,
        "bare",
        null,
        null,
        null,
        null,
        null,
        null,
        main);
  }

  private static Row lowUse(
      String id, Double area, String type, Double ratio, Double density, Double age) {
    return row(
        "low_use_land",
        id,
        "u",
        "old_town",
        2020,
        area,
        0.9,
        type,
        ratio,
        density,
        age,
        null,
        null,
        null,
        true);
  }

  private static Row subsidence(
      String id, String type, Double area, Double rate, Double depth, boolean main) {
    return row(
        "subsidence",
        id,
        "u",
        "old_town",
        2020,
        area,
        null,
        type,
        null,
        null,
        null,
        null,
        rate,
        depth,
        main);
  }
}
