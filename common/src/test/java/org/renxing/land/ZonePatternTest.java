package org.renxing.land;

import static org.assertj.core.api.Assertions.assertThat;
import static org.renxing.testing.Frames.row;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.renxing.model.DecisionTable;
import org.renxing.model.LandRules;
import org.renxing.testing.Frames;

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
    List<Row> vacancy = new ArrayList<>();
    unit(vacancy, "doughnut", 0.2, 0.1999);
    unit(vacancy, "perforated", 0.2, 0.2);
    unit(vacancy, "compact", 0.1, 0.1);
    unit(vacancy, "by-land", 0.1, 0.1);
    unit(vacancy, "no-new-town", 0.3, null);
    unit(vacancy, "rim", 0.1, 0.3);
    vacancy.add(row("commercial", "old_town", "shops", 2020, 0.9));
    Dataset<Row> rates =
        Frames.of(
            "use string, zone string, unit_id string, year int, vacancy_rate double", vacancy);
    Dataset<Row> land =
        Frames.of(
            "kind string, zone string, unit_id string, year int, share double",
            row("vacant", "all", "by-land", 2020, 0.3),
            row("subsidence", "all", "compact", 2020, 0.9),
            row("vacant", "all", "land-alone", 2020, 0.5));
    Map<String, Row> rows = Frames.by(ZonePattern.of(rates, land, RULES).repartition(3), "unit_id");
    assertThat(rows).hasSize(8);
    rows.forEach((unit, r) -> assertThat(r.<Integer>getAs("year")).as(unit).isEqualTo(2020));
    check(rows.get("doughnut"), "doughnut", "hollow", null);
    check(rows.get("perforated"), "perforated", "holes", null);
    check(rows.get("compact"), "compact", "full", null);
    check(rows.get("by-land"), "perforated", "land", null);
    check(rows.get("no-new-town"), "unknown", null, "MISSING_EVIDENCE");
    check(rows.get("rim"), "unknown", null, "NO_RULE_HOLDS");
    check(rows.get("shops"), "unknown", null, "MISSING_EVIDENCE");
    // doughnut is not ruled out
    check(rows.get("land-alone"), "unknown", null, "MISSING_EVIDENCE");
    assertThat(rows.get("doughnut").<String>getAs("evidence"))
        .isEqualTo("new_town_housing_vacancy=0.1999; old_town_housing_vacancy=0.2");
    assertThat(rows.get("no-new-town").<String>getAs("missing_evidence"))
        .isEqualTo("all_vacant_land,new_town_housing_vacancy");
    assertThat(ZonePattern.of(rates, land, LandRules.none()).select("pattern").distinct().first())
        .isEqualTo(row("unknown"));
  }

  private static void check(Row row, String pattern, String rule, String reason) {
    assertThat(row.<String>getAs("pattern")).isEqualTo(pattern);
    assertThat(row.<String>getAs("decided_by")).isEqualTo(rule);
    assertThat(row.<String>getAs("reason")).isEqualTo(reason);
  }

  private static void unit(List<Row> rows, String unit, Double oldTown, Double newTown) {
    rows.add(row("housing", "old_town", unit, 2020, oldTown));
    rows.add(row("housing", "new_town", unit, 2020, newTown));
  }

  private static DecisionTable.Rule rule(String id, String condition, String verdict) {
    return new DecisionTable.Rule(id, condition, verdict, "");
  }
}
