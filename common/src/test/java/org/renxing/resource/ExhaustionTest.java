package org.renxing.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.renxing.testing.Frames.row;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.renxing.model.ResourceRules;
import org.renxing.model.ResourceRules.Verdict;
import org.renxing.model.Statistic;
import org.renxing.panel.UnitFigures;
import org.renxing.territory.Basis;
import org.renxing.territory.Boundaries;
import org.renxing.territory.Move;
import org.renxing.testing.Series;

class ExhaustionTest {
  private static final String FRAME =
      "unit_id string, year int, output_industry double, employment_industry double,"
          + " output_extractive double, employment_extractive double, unemployment_rate double,"
          + " exploitation_years double";

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
    Map<String, ExhaustionYear> any = judged(rows, Verdict.ANY);
    Map<String, ExhaustionYear> all = judged(rows, Verdict.ALL);
    for (int i = 0; i < CASES.length; i++) {
      ExhaustionYear row = any.get("u" + i + "/2015");
      assertThat(
              List.of(
                  row.ruleA().toString(),
                  row.ruleB().toString(),
                  row.ruleC().toString(),
                  row.verdict().toString(),
                  all.get("u" + i + "/2015").verdict().toString()))
          .as("case " + i)
          .containsExactly(
              (String) CASES[i][6],
              (String) CASES[i][7],
              (String) CASES[i][8],
              (String) CASES[i][9],
              (String) CASES[i][10]);
      // the base year compares with nothing
      assertThat(any.get("u" + i + "/2010").ruleA().toString()).isEqualTo("unknown");
    }
    ExhaustionYear one = any.get("u6/2015");
    assertThat(one.compared()).isEqualTo(3);
    assertThat(any.get("u5/2015").ruleReason()).isEqualTo("FIGURES_MISSING");
    assertThat(one.ruleReason()).isEmpty();
    assertThat(one.evidence())
        .contains("industrial output 2010: 10.0, now 9.0 10^8 CNY")
        .contains("extractive employment missing", "exploitation missing");
  }

  @Test
  void yearsOfExploitationFollowFromItsBeginning() {
    Map<String, ExhaustionYear> out =
        judged(
            new Exhaustion(rules(Verdict.ANY), UNMOVED),
            Series.of(
                "unit_id string, year int, exploitation_since double",
                row("a", 2010, 1970.0),
                row("a", 2011, 1970.0),
                row("b", 2011, 2015.0)));
    assertThat(out.get("a/2010").ruleC().toString()).isEqualTo("false");
    assertThat(out.get("a/2011").ruleC().toString()).isEqualTo("true");
    assertThat(out.get("b/2011").ruleC().toString()).isEqualTo("unknown");
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
    List<UnitFigures> units = Series.of(FRAME, rows);
    Map<String, ExhaustionYear> out = judged(new Exhaustion(rules(Verdict.ANY), reported), units);
    ExhaustionYear gave = out.get("gave/2015");
    assertThat(gave.ruleA().toString()).isEqualTo("unknown");
    assertThat(gave.ruleReason()).isEqualTo("BOUNDARY_BREAK");
    assertThat(gave.verdict().toString()).isEqualTo("unknown");
    assertThat(gave.compared()).isZero();
    assertThat(gave.flag()).isEqualTo("break");
    assertThat(gave.event()).isEqualTo("carve_out:gave>other");
    assertThat(gave.evidence()).contains("industrial output not compared: boundaries changed");
    // the base year's figures are without the county already
    assertThat(out.get("late/2015").ruleA().toString()).isEqualTo("true");
    assertThat(out.get("late/2009").ruleReason()).isEqualTo("NO_LATER_YEAR");
    // a whole unit gained: a break as reported, a sum where boundaries are merged
    assertThat(out.get("heir/2015").ruleA().toString()).isEqualTo("unknown");
    ExhaustionYear heir =
        judged(new Exhaustion(rules(Verdict.ANY), Boundaries.of(moves, 2015, added)), units)
            .get("heir/2015");
    assertThat(heir.ruleA().toString()).isEqualTo("true");
    assertThat(heir.flag()).isEqualTo("merged");
  }

  private static Map<String, ExhaustionYear> judged(List<Row> rows, Verdict verdict) {
    return judged(new Exhaustion(rules(verdict), UNMOVED), Series.of(FRAME, rows));
  }

  private static Map<String, ExhaustionYear> judged(
      Exhaustion exhaustion, List<UnitFigures> units) {
    return Series.by(Series.each(units, exhaustion::of), y -> y.unitId() + "/" + y.year());
  }

  private static ResourceRules rules(Verdict verdict) {
    return new ResourceRules(verdict, 2010, 3, List.of());
  }
}
