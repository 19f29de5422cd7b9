package org.renxing.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.renxing.testing.Frames.row;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.renxing.model.ResourceRules;
import org.renxing.model.ResourceRules.Verdict;
import org.renxing.model.Statistic;
import org.renxing.territory.Basis;
import org.renxing.territory.Boundaries;
import org.renxing.territory.Move;
import org.renxing.testing.Frames;

class ExhaustionTest {
  private static final String FRAME =
      "unit_id string, year int, output_industry double, employment_industry double, output_extractive double, employment_extractive double, unemployment_rate double, exploitation_years double";

  private static final Boundaries UNMOVED = Boundaries.of(List.of(), 2020, Map.of());

  /** Four figures of 2015 (all 10 in 2010), unemployment, years; rules a, b, c; any, all. */
  private static final Object[][] CASES = {
    {9., 9., 9., 10., 10., 40., "true", "false", "false", "true", "false"},
    {9., 9., 10., 10., 10.01, 40., "false", "true", "false", "true", "false"},
    {9., 9., 10., 10., 10., 40.5, "false", "false", "true", "true", "false"},
    {9., 9., 9., 9., 10.1, 41., "true", "true", "true", "true", "true"},
    {10., 10., 10., 10., 10., 40., "false", "false", "false", "false", "false"},
    // two fall and one is missing: it could still be three; two unchanged: no longer
    {9., 9., null, 10., 5., 5., "unknown", "false", "false", "unknown", "false"},
    {9., 9., 9., null, 5., null, "true", "false", "unknown", "true", "false"},
    {10., 10., null, 9., null, 5., "false", "unknown", "false", "unknown", "false"},
    {null, null, null, null, null, null, "unknown", "unknown", "unknown", "unknown", "unknown"},
    {null, null, null, null, 11., 50., "unknown", "true", "true", "true", "unknown"},
    {9., 9., 9., 9., null, 50., "true", "unknown", "true", "true", "unknown"}
  };

  @Test
  void eachRuleOnItsEdges() {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < CASES.length; i++) {
      Object[] c = CASES[i];
      rows.add(row("u" + i, 2010, 10.0, 10.0, 10.0, 10.0, null, null));
      rows.add(row("u" + i, 2015, c[0], c[1], c[2], c[3], c[4], c[5]));
    }
    Map<String, Row> any = judged(rows, Verdict.ANY);
    Map<String, Row> all = judged(rows, Verdict.ALL);
    for (int i = 0; i < CASES.length; i++) {
      Row row = any.get("u" + i + "/2015");
      assertThat(
              List.of(
                  row.<String>getAs("rule_a"),
                  row.<String>getAs("rule_b"),
                  row.<String>getAs("rule_c"),
                  row.<String>getAs("verdict"),
                  all.get("u" + i + "/2015").<String>getAs("verdict")))
          .as("case " + i)
          .containsExactly(
              (String) CASES[i][6],
              (String) CASES[i][7],
              (String) CASES[i][8],
              (String) CASES[i][9],
              (String) CASES[i][10]);
      // the base year compares with nothing
      assertThat(any.get("u" + i + "/2010").<String>getAs("rule_a")).isEqualTo("unknown");
    }
    Row one = any.get("u6/2015");
    assertThat(one.<Integer>getAs("n_compared")).isEqualTo(3);
    assertThat(any.get("u5/2015").<String>getAs("rule_a_reason")).isEqualTo("FIGURES_MISSING");
    assertThat(one.<String>getAs("rule_a_reason")).isNull();
    assertThat(one.<String>getAs("evidence"))
        .contains("industrial output 2010: 10.0, now 9.0 10^8 CNY")
        .contains("extractive employment missing", "exploitation missing");
  }

  @Test
  void yearsOfExploitationFollowFromItsBeginning() {
    Map<String, Row> out =
        Frames.by(
            Exhaustion.of(
                Frames.of(
                    "unit_id string, year int, exploitation_since double",
                    row("a", 2010, 1970.0),
                    row("a", 2011, 1970.0),
                    row("b", 2011, 2015.0)),
                rules(Verdict.ANY),
                UNMOVED),
            "unit_id",
            "year");
    assertThat(out.get("a/2010").<String>getAs("rule_c")).isEqualTo("false");
    assertThat(out.get("a/2011").<String>getAs("rule_c")).isEqualTo("true");
    assertThat(out.get("b/2011").<String>getAs("rule_c")).isEqualTo("unknown");
  }

  @Test
  void aCountyThatWasLostIsNoDecline() {
    List<Row> rows = new ArrayList<>();
    for (String unit : List.of("gave", "late", "heir")) {
      rows.add(row(unit, 2009, 10.0, 10.0, 10.0, 10.0, 5.0, 5.0));
      rows.add(row(unit, 2010, 10.0, 10.0, 10.0, 10.0, 5.0, 5.0));
      rows.add(row(unit, 2015, 9.0, 9.0, 9.0, 9.0, 5.0, 5.0));
    }
    List<Move> moves =
        List.of(
            new Move(2012, "carve_out", "gave", "other", false),
            new Move(2010, "carve_out", "late", "other", false),
            new Move(2013, "merge", "small", "heir", true));
    Boundaries reported = Boundaries.of(moves, 2015, Map.of());
    Map<Statistic, Basis> added = new EnumMap<>(Statistic.class);
    for (Statistic statistic : Statistic.values()) {
      added.put(statistic, Basis.MERGED);
    }
    Dataset<Row> frame = Frames.of(FRAME, rows);
    Map<String, Row> out =
        Frames.by(Exhaustion.of(frame, rules(Verdict.ANY), reported), "unit_id", "year");
    Row gave = out.get("gave/2015");
    assertThat(gave.<String>getAs("rule_a")).isEqualTo("unknown");
    assertThat(gave.<String>getAs("rule_a_reason")).isEqualTo("BOUNDARY_BREAK");
    assertThat(gave.<String>getAs("verdict")).isEqualTo("unknown");
    assertThat(gave.<Integer>getAs("n_compared")).isZero();
    assertThat(gave.<String>getAs("boundary_flag")).isEqualTo("break");
    assertThat(gave.<String>getAs("boundary_event")).isEqualTo("carve_out:gave>other");
    assertThat(gave.<String>getAs("evidence"))
        .contains("industrial output not compared: boundaries changed");
    // the base year's figures are without the county already
    assertThat(out.get("late/2015").<String>getAs("rule_a")).isEqualTo("true");
    assertThat(out.get("late/2009").<String>getAs("rule_a_reason")).isEqualTo("NO_LATER_YEAR");
    // a whole unit gained: a break as reported, a sum where boundaries are merged
    assertThat(out.get("heir/2015").<String>getAs("rule_a")).isEqualTo("unknown");
    Row heir =
        Frames.by(
                Exhaustion.of(frame, rules(Verdict.ANY), Boundaries.of(moves, 2015, added)),
                "unit_id",
                "year")
            .get("heir/2015");
    assertThat(heir.<String>getAs("rule_a")).isEqualTo("true");
    assertThat(heir.<String>getAs("boundary_flag")).isEqualTo("merged");
  }

  private static Map<String, Row> judged(List<Row> rows, Verdict verdict) {
    return Frames.by(
        Exhaustion.of(Frames.of(FRAME, rows), rules(verdict), UNMOVED), "unit_id", "year");
  }

  private static ResourceRules rules(Verdict verdict) {
    return new ResourceRules(verdict, 2010, 3, List.of());
  }
}
