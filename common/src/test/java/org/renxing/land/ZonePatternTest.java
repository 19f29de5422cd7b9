package org.renxing.land;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.renxing.model.DecisionTable;
import org.renxing.model.LandRules;
import org.renxing.vacancy.VacancyFigure;

/** Patterns on their edges, and with zones missing. */
class ZonePatternTest {
  private static final LandRules RULES =
      new LandRules(
          DecisionTable.none(),
          Map.of(),
          new DecisionTable(
              List.of(
                  rule(
                      "hollow",
                      "old_town_housing_vacancy >= 0.2 and new_town_housing_vacancy < 0.2",
                      "doughnut"),
                  rule(
                      "holes",
                      "old_town_housing_vacancy >= 0.2 and new_town_housing_vacancy >= 0.2",
                      "perforated"),
                  rule("land", "coalesce(all_vacant_land, 0) >= 0.3", "perforated"),
                  rule(
                      "full",
                      "old_town_housing_vacancy < 0.2 and new_town_housing_vacancy < 0.2",
                      "compact"))));

  @Test
  void patternsAndWhatIsMissing() {
    List<VacancyFigure> vacancy = new ArrayList<>();
    unit(vacancy, "doughnut", 0.2, 0.1999);
    unit(vacancy, "perforated", 0.2, 0.2);
    unit(vacancy, "compact", 0.1, 0.1);
    unit(vacancy, "by-land", 0.1, 0.1);
    unit(vacancy, "no-new-town", 0.3, Double.NaN);
    unit(vacancy, "rim", 0.1, 0.3);
    vacancy.add(figure("commercial", "old_town", "shops", 0.9));
    List<LandUse.Figure> land =
        List.of(
            land("vacant", "by-land", 0.3),
            land("subsidence", "compact", 0.9),
            land("vacant", "land-alone", 0.5));
    Map<String, ZonePattern.Figure> rows = new TreeMap<>();
    ZonePattern.of(vacancy, List.of(), land, RULES).forEach(p -> rows.put(p.unit(), p));
    assertThat(rows).hasSize(8);
    rows.forEach((unit, r) -> assertThat(r.year()).as(unit).isEqualTo(2020));
    check(rows.get("doughnut"), "doughnut", "hollow", "");
    check(rows.get("perforated"), "perforated", "holes", "");
    check(rows.get("compact"), "compact", "full", "");
    check(rows.get("by-land"), "perforated", "land", "");
    check(rows.get("no-new-town"), "unknown", "", "MISSING_EVIDENCE");
    check(rows.get("rim"), "unknown", "", "NO_RULE_HOLDS");
    check(rows.get("shops"), "unknown", "", "MISSING_EVIDENCE");
    // doughnut is not ruled out
    check(rows.get("land-alone"), "unknown", "", "MISSING_EVIDENCE");
    assertThat(rows.get("doughnut").evidence())
        .isEqualTo("new_town_housing_vacancy=0.1999; old_town_housing_vacancy=0.2");
    assertThat(rows.get("no-new-town").missing())
        .isEqualTo("all_vacant_land,new_town_housing_vacancy");
    assertThat(ZonePattern.of(vacancy, List.of(), land, LandRules.none()))
        .extracting(ZonePattern.Figure::pattern)
        .containsOnly("unknown");
  }

  /** Of the product's own rules: holes within a zone, or all zones empty alike. */
  @Test
  void dispersionWithinAZoneTellsHolesFromDecline() {
    String emptyAlike = "old_town_housing_vacancy >= 0.2 and new_town_housing_vacancy >= 0.2";
    LandRules rules =
        new LandRules(
            DecisionTable.none(),
            Map.of(),
            new DecisionTable(
                List.of(
                    rule(
                        "within", "coalesce(old_town_housing_dispersion, 0) >= 0.15", "perforated"),
                    rule("alike", emptyAlike, "decline"))));
    assertThat(ZonePattern.asksForDispersion(rules)).isTrue();
    assertThat(ZonePattern.asksForDispersion(RULES)).isFalse();
    List<VacancyFigure> vacancy = new ArrayList<>();
    unit(vacancy, "holes", 0.3, 0.3);
    unit(vacancy, "even", 0.3, 0.3);
    List<ZoneDispersion.Figure> dispersion =
        List.of(dispersion("holes", 0.15), dispersion("even", 0.14));
    Map<String, ZonePattern.Figure> rows = new TreeMap<>();
    ZonePattern.of(vacancy, dispersion, List.of(), rules).forEach(p -> rows.put(p.unit(), p));
    check(rows.get("holes"), "perforated", "within", "");
    check(rows.get("even"), "decline", "alike", "");
  }

  private static ZoneDispersion.Figure dispersion(String unit, double deviation) {
    return new ZoneDispersion.Figure(new ZoneYear("housing", "old_town", unit, 2020), deviation, 9);
  }

  private static void check(ZonePattern.Figure row, String pattern, String rule, String reason) {
    assertThat(row.pattern()).isEqualTo(pattern);
    assertThat(row.decidedBy()).isEqualTo(rule);
    assertThat(row.reason()).isEqualTo(reason);
  }

  private static VacancyFigure figure(String use, String zone, String unit, double rate) {
    return new VacancyFigure(
        use, zone, unit, 2020, 1, 0, rate, rate, rate, false, 1, 1, 1, "counted");
  }

  private static LandUse.Figure land(String kind, String unit, double share) {
    return new LandUse.Figure(
        new ZoneYear(kind, ZoneYear.ALL, unit, 2020), 1, share, 1, Double.NaN);
  }

  private static void unit(List<VacancyFigure> rows, String unit, double oldTown, double newTown) {
    rows.add(figure("housing", "old_town", unit, oldTown));
    rows.add(figure("housing", "new_town", unit, newTown));
  }

  private static DecisionTable.Rule rule(String id, String condition, String verdict) {
    return new DecisionTable.Rule(id, condition, verdict, "");
  }
}
