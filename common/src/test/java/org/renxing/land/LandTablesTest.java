package org.renxing.land;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.renxing.index.DecisionList;
import org.renxing.land.LandUse.ZoneArea;
import org.renxing.model.DecisionTable;
import org.renxing.model.LandRules;
import org.renxing.records.Records;
import org.renxing.testing.Parts;

/** Figures of land, disorder and subsidence that were worked by hand, and their edges. */
class LandTablesTest {
  private static final double NONE = Double.NaN;
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
    List<LandPiece> pieces =
        List.of(
            // a parcel over two zones: 3 km2 and 1 km2
            vacant("old_town", 3.0, 0.8, true),
            vacant("new_town", 1.0, 0.8, false),
            vacant("old_town", 1.0, 0.4, true),
            vacant("old_town", 2.0, NONE, true),
            vacant("other", 0.0, 0.9, true),
            vacant("old_town", NONE, 0.9, true),
            lowUse(2.0, " 城中村", NONE, 0.5, NONE),
            lowUse(1.0, "depot", 0.5, 0.1, NONE),
            lowUse(1.0, "", 0.5, 0.1, 0.1),
            lowUse(4.0, "", NONE, 0.9, NONE),
            lowUse(8.0, "depot", 2.0, 0.5, 0.1),
            subsidence("area", 5.0, 10.0, NONE, true));
    List<ZoneArea> wholes =
        List.of(
            new ZoneArea("u", "old_town", 10.0),
            new ZoneArea("u", "new_town", 20.0),
            new ZoneArea("u", "other", 0.0));
    Map<String, LandUse.Figure> land = land(pieces, wholes);
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
    LandUse.Figure old = land.get("vacant/old_town");
    assertThat(old.areaKm2()).isCloseTo(6, EXACT);
    assertThat(old.share()).isCloseTo(0.6, EXACT);
    assertThat(old.patches()).isEqualTo(3);
    // (3 · 0.8 + 1 · 0.4) / 4: the patch without a confidence does not count
    assertThat(old.meanConfidence()).isCloseTo(0.7, EXACT);
    LandUse.Figure all = land.get("vacant/all");
    assertThat(all.patches()).as("the parcel over two zones counts once").isEqualTo(4);
    assertThat(all.share()).isCloseTo(7.0 / 30, EXACT);
    LandUse.Figure zero = land.get("vacant/other");
    assertThat(zero.areaKm2()).isZero();
    assertThat(zero.share()).isNaN();
    assertThat(zero.meanConfidence()).isNaN();
    // the second has no word of the source, but is not dense enough for a village anyway
    assertThat(land.get("low_industry/all").patches()).isEqualTo(2);
    assertThat(land.get("unclassified/all").areaKm2()).isCloseTo(4, EXACT);
    assertThat(land(List.of(), wholes)).isEmpty();
  }

  @Test
  void whatIsAbandonedAndWhereCoalLiesAreKindsOfLand() {
    List<LandPiece> pieces = new ArrayList<>();
    List.of("abandoned_building", "abandoned_infrastructure", "coal_yard")
        .forEach(family -> pieces.add(of(family, "old_town", 0.5, 0.9, true)));
    pieces.add(of("coal_yard", "new_town", 1.5, NONE, true));
    pieces.add(of("street_view", "new_town", 1.5, NONE, true));
    Map<String, LandUse.Figure> land = land(pieces, List.of(new ZoneArea("u", "old_town", 10.0)));
    assertThat(land).hasSize(7);
    assertThat(land.get("abandoned_building/all").share()).isCloseTo(0.05, EXACT);
    assertThat(land.get("abandoned_infrastructure/old_town").meanConfidence()).isEqualTo(0.9);
    assertThat(land.get("coal_yard/all").areaKm2()).isCloseTo(2, EXACT);
  }

  @Test
  void lowUseIsThreeValued() {
    assertThat(decided(lowUse(1.0, "URBAN_VILLAGE", NONE, 0.4, NONE)))
        .isEqualTo("urban_village/village/");
    assertThat(decided(lowUse(1.0, "urban_village", 0.5, 0.3, NONE)))
        .isEqualTo("low_industry/industry/");
    assertThat(decided(lowUse(1.0, "", 0.5, 0.5, NONE))).isEqualTo("//MISSING_EVIDENCE");
    assertThat(decided(lowUse(1.0, "", 0.5, 0.3, NONE))).isEqualTo("low_industry/industry/");
    assertThat(decided(lowUse(1.0, "depot", 1.0, 0.9, 0.2))).isEqualTo("none/in-use/");
    assertThat(decided(lowUse(1.0, "depot", 1.0, 0.9, 0.5))).isEqualTo("//NO_RULE_HOLDS");
    assertThat(decided(lowUse(1.0, "depot", NONE, 0.9, 0.9))).isEqualTo("//MISSING_EVIDENCE");
    assertThat(decided(lowUse(1.0, "depot", Double.POSITIVE_INFINITY, 0.9, 0.9)))
        .isEqualTo("//MISSING_EVIDENCE");
  }

  private static String decided(LandPiece piece) {
    DecisionList.Decision decision = new LowUseRules(RULES).of(piece);
    return decision.verdict() + "/" + decision.decidedBy() + "/" + decision.reason();
  }

  @Test
  void subsidenceByHand() {
    List<LandPiece> pieces =
        List.of(
            subsidence("area", 3.0, 10.0, NONE, true),
            subsidence("area", 1.0, 30.0, NONE, true),
            subsidence("", 6.0, NONE, NONE, true),
            subsidence("pit", 0.5, NONE, 40.0, true),
            subsidence("pit", 0.0, 99.0, NONE, true),
            subsidence("new_town", "area", 1.0, 10.0, NONE, false),
            vacant("old_town", 3.0, 0.8, true));
    Map<String, Subsidence.Figure> rows = subsidence(pieces);
    assertThat(rows.keySet()).containsExactlyInAnyOrder("all", "old_town", "new_town");
    Subsidence.Figure old = rows.get("old_town");
    assertThat(old.areaKm2()).isCloseTo(10.5, EXACT);
    // (3 · 10 + 1 · 30 + 0 · 99) / 4
    assertThat(old.meanRate()).isCloseTo(15, EXACT);
    assertThat(old.maxRate()).isEqualTo(99);
    assertThat(old.patches()).isEqualTo(5);
    assertThat(old.pits()).isEqualTo(2);
    assertThat(old.pitAreaKm2()).isCloseTo(0.5, EXACT);
    assertThat(old.maxDepthM()).isEqualTo(40);
    Subsidence.Figure all = rows.get("all");
    assertThat(all.areaKm2()).isCloseTo(11.5, EXACT);
    assertThat(all.meanRate()).isCloseTo(14, EXACT);
    assertThat(all.patches()).isEqualTo(5);
    Subsidence.Figure young = rows.get("new_town");
    assertThat(young.patches()).isEqualTo(1);
    assertThat(young.pitAreaKm2()).isZero();
    assertThat(young.maxDepthM()).isNaN();
  }

  /** 0 and below do not sink, an unknown rate and a pit do, in both tables alike. */
  @Test
  void risingGroundIsNoSubsidenceButIsCounted() {
    List<LandPiece> pieces =
        List.of(
            subsidence("area", 1.0, 1e-9, NONE, true),
            subsidence("area", 2.0, 0.0, NONE, true),
            subsidence("area", 4.0, -0.0, NONE, true),
            subsidence("area", 8.0, -5.0, NONE, true),
            subsidence("", 16.0, -5.0, NONE, true),
            subsidence("area", 32.0, NONE, NONE, true),
            subsidence("area", 64.0, Double.NaN, NONE, true),
            subsidence("pit", 128.0, -1.0, 3.0, true));
    Subsidence.Figure all = subsidence(pieces).get("all");
    assertThat(all.areaKm2()).isEqualTo(1 + 32 + 64 + 128);
    assertThat(all.pitAreaKm2()).isEqualTo(128);
    assertThat(all.patches()).isEqualTo(8);
    // over all with a rate: (1e-9 - 8 · 5 - 16 · 5 - 128 · 1) / 159
    assertThat(all.meanRate()).isCloseTo(-248.0 / 159, within(1e-9));
    List<ZoneArea> wholes = List.of(new ZoneArea("u", "old_town", 900.0));
    LandUse.Figure land = land(pieces, wholes).get("subsidence/all");
    assertThat(land.areaKm2()).isEqualTo(225);
    assertThat(land.share()).isCloseTo(0.25, EXACT);
    assertThat(land.patches()).isEqualTo(8);
    List<LandPiece> rising = pieces.stream().filter(p -> p.rateMmPerYear() < -4).toList();
    Subsidence.Figure none = subsidence(rising).get("old_town");
    assertThat(none.areaKm2()).isZero();
    assertThat(none.patches()).isEqualTo(2);
  }

  @Test
  void disorderByHand() {
    List<StreetPoint> points =
        List.of(
            point("u", "old_town", 1.0, 0.5, NONE, NONE, NONE),
            point("u", "old_town", 0.5, NONE, NONE, NONE, NONE),
            point("u", "old_town", NONE, NONE, NONE, NONE, NONE),
            point("u", "new_town", 0.0, 1.5, NONE, 0.25, NONE),
            point("v", "other", NONE, NONE, NONE, NONE, NONE));
    Map<String, DisorderScores.Figure> rows = new TreeMap<>();
    for (Records<StreetPoint> all : Parts.of(points)) {
      rows.clear();
      for (DisorderScores.Figure d : DisorderScores.of(all)) {
        ZoneYear at = d.about();
        assertThat(rows.put(at.unit() + "/" + at.zone() + "/" + at.kind(), d)).isNull();
      }
      disorder(rows);
    }
  }

  private static void disorder(Map<String, DisorderScores.Figure> rows) {
    assertThat(rows).hasSize(5 * 6);
    check(rows.get("u/old_town/building"), 0.75, 2, 2.0 / 3);
    check(rows.get("u/old_town/shop_front"), 0.5, 1, 1.0 / 3);
    check(rows.get("u/old_town/road"), NONE, 0, 0);
    check(rows.get("u/old_town/all"), 0.625, 2, 3.0 / 15);
    check(rows.get("u/new_town/shop_front"), NONE, 0, 0);
    check(rows.get("u/all/building"), 0.5, 3, 0.75);
    // building 0.5, shop fronts 0.5, road 0.25
    check(rows.get("u/all/all"), 1.25 / 3, 3, 5.0 / 20);
    check(rows.get("v/other/all"), NONE, 0, 0);
  }

  private static void check(DisorderScores.Figure row, double score, long n, double coverage) {
    if (Double.isNaN(score)) {
      assertThat(row.score()).isNaN();
    } else {
      assertThat(row.score()).isCloseTo(score, EXACT);
    }
    assertThat(row.scored()).isEqualTo(n);
    assertThat(row.coverage()).isCloseTo(coverage, EXACT);
  }

  private static StreetPoint point(String unit, String zone, Double... scores) {
    return new StreetPoint(unit, zone, 2020, List.of(scores));
  }

  /** The figures by kind and zone: the same of pieces that are held and distributed. */
  private static Map<String, LandUse.Figure> land(List<LandPiece> pieces, List<ZoneArea> zones) {
    List<Map<String, LandUse.Figure>> out = new ArrayList<>();
    for (Records<LandPiece> all : Parts.of(pieces)) {
      Map<String, LandUse.Figure> found = new TreeMap<>();
      LandUse.of(all, zones, RULES)
          .forEach(l -> found.put(l.about().kind() + "/" + l.about().zone(), l));
      out.add(found);
    }
    assertThat(out.get(1)).isEqualTo(out.get(0));
    return out.get(0);
  }

  /** The figures by zone, likewise. */
  private static Map<String, Subsidence.Figure> subsidence(List<LandPiece> pieces) {
    List<Map<String, Subsidence.Figure>> out = new ArrayList<>();
    for (Records<LandPiece> all : Parts.of(pieces)) {
      Map<String, Subsidence.Figure> found = new TreeMap<>();
      Subsidence.of(all).forEach(s -> found.put(s.about().zone(), s));
      out.add(found);
    }
    assertThat(out.get(1)).isEqualTo(out.get(0));
    return out.get(0);
  }

  private static DecisionTable.Rule rule(String id, String condition, String verdict) {
    return new DecisionTable.Rule(id, condition, verdict, "");
  }

  private static LandPiece vacant(String zone, double area, double confidence, boolean isMain) {
    return of("vacant_parcel", zone, area, confidence, isMain);
  }

  private static LandPiece of(
      String family, String zone, double area, double confidence, boolean isMain) {
    return new LandPiece(
        family,
        "u",
        zone,
        2020,
        area,
        area,
        isMain,
        "bare",
        confidence,
        NONE,
        NONE,
        NONE,
        NONE,
        NONE,
        NONE);
  }

  private static LandPiece lowUse(
      double area, String type, double ratio, double density, double age) {
    return new LandPiece(
        "low_use_land",
        "u",
        "old_town",
        2020,
        area,
        area,
        true,
        type,
        0.9,
        ratio,
        density,
        age,
        NONE,
        NONE,
        NONE);
  }

  private static LandPiece subsidence(
      String type, double area, double rate, double depth, boolean isMain) {
    return subsidence("old_town", type, area, rate, depth, isMain);
  }

  private static LandPiece subsidence(
      String zone, String type, double area, double rate, double depth, boolean isMain) {
    return new LandPiece(
        "subsidence",
        "u",
        zone,
        2020,
        area,
        area,
        isMain,
        type,
        NONE,
        NONE,
        NONE,
        NONE,
        NONE,
        rate,
        depth);
  }
}
