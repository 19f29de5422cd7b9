package org.renxing.shrinkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.renxing.testing.Frames.row;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.renxing.model.ShrinkagePolicy;
import org.renxing.model.ShrinkagePolicy.SizeClass;
import org.renxing.model.YearRange;
import org.renxing.testing.Frames;

/** Summaries, parts, ages and spans. */
class ShrinkageTablesTest {
  private static final ShrinkagePolicy POLICY =
      new ShrinkagePolicy(
          List.of(ShrinkagePolicy.FIRST_LAST),
          -20,
          -30,
          -25,
          Set.of("11"),
          List.of(new SizeClass("small", 0, true), new SizeClass("large", 100, false)),
          ShrinkagePolicy.standard().pyramid());

  @ParameterizedTest
  @CsvSource({
    "2010..2012, 'consecutive,first-last', 2010-2011 2010-2012 2011-2012",
    "2010..2020 by 10, 'consecutive,first-last', 2010-2020",
    "2010..2020 by 5, '2010..2015,2012..2015', 2010-2015",
    "2010..2010, 'consecutive,first-last', ''"
  })
  void spansOfAScenario(String years, String wanted, String expected) {
    List<Span> spans = Span.of(YearRange.parse(years), List.of(wanted.split(",")));
    assertThat(text(spans)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "2010..2013, 2, 2010-2012 2011-2013",
    "2010..2020 by 10, 5, 2010-2020",
    "2010..2012, 5, ''"
  })
  void spansThatEndInAYear(String years, int back, String expected) {
    assertThat(text(Span.back(YearRange.parse(years), back))).isEqualTo(expected);
  }

  private static String text(List<Span> spans) {
    return String.join(" ", spans.stream().map(span -> span.from() + "-" + span.to()).toList());
  }

  @Test
  void countsAndSharesByGroup() {
    Dataset<Row> spans =
        Frames.of(
            "unit_id string, year_from int, year_to int, comparable_change_pct double,"
                + " is_shrinking boolean, is_severe boolean, is_double_decline boolean,"
                + " size_class_to string",
            row("a", 2010, 2020, -25.0, true, true, true, "small"),
            row("b", 2010, 2020, -5.0, true, false, null, "small"),
            row("c", 2010, 2020, 6.0, false, false, false, "large"),
            row("d", 2010, 2020, null, null, null, null, null));
    Dataset<Row> units =
        Frames.of(
            "unit_id string, parent_id string, province_code string, is_resource_based boolean,"
                + " life_cycle string",
            row("a", "p", "110000", true, "declining"),
            row("b", "p", "110000", true, null),
            row("c", "q", "440000", false, null),
            row("d", "a", "440000", null, null));
    Map<String, Row> out =
        Frames.by(
            ShrinkageSummaries.of(
                spans, ShrinkageSummaries.grouped(units, POLICY), List.of("life_cycle"), POLICY),
            "group_type",
            "group_value");
    check(out, "all/all", 3, 1, 2, 1);
    check(out, "is_resource_based/true", 2, 0, 2, 1);
    check(out, "is_resource_based/false", 1, 0, 0, 0);
    check(out, "resource_type/declining", 1, 0, 1, 1);
    check(out, "resource_type/unknown", 1, 0, 1, 0);
    check(out, "resource_type/other", 1, 0, 0, 0);
    check(out, "parent_resource_type/declining", 0, 1, 0, 0);
    check(out, "north_south/north", 2, 0, 2, 1);
    check(out, "north_south/south", 1, 1, 0, 0);
    check(out, "size_class/small", 2, 0, 2, 1);
    check(out, "life_cycle/declining", 1, 0, 1, 1);
    Row all = out.get("all/all");
    assertThat(all.<Double>getAs("share_shrinking")).isCloseTo(2.0 / 3, within(1e-15));
    assertThat(all.<Double>getAs("mean_change_pct")).isCloseTo(-8, within(1e-12));
    assertThat(all.<Double>getAs("share_small_or_medium")).isCloseTo(2.0 / 3, within(1e-15));
    assertThat(all.<Long>getAs("n_double_decline")).isEqualTo(1);
    assertThat(all.<Long>getAs("n_double_decline_known")).isEqualTo(2);
    assertThat(out.get("parent_resource_type/declining").<Double>getAs("share_shrinking")).isNull();
  }

  private static void check(
      Map<String, Row> rows, String group, long n, long unknown, long shrinking, long severe) {
    Row row = rows.get(group);
    assertThat(row).as(group).isNotNull();
    assertThat(row.<Long>getAs("n")).as(group).isEqualTo(n);
    assertThat(row.<Long>getAs("n_unknown")).as(group).isEqualTo(unknown);
    assertThat(row.<Long>getAs("n_shrinking")).as(group).isEqualTo(shrinking);
    assertThat(row.<Long>getAs("n_severe")).as(group).isEqualTo(severe);
  }

  @Test
  void lossOfParts() {
    Dataset<Row> parts =
        Frames.of(
            "unit_id string, year int, sub_unit_population double, sub_unit_labour double",
            row("p1", 2010, 10.0, 5.0),
            row("p1", 2020, 7.0, 3.5), // exactly -30
            row("p2", 2010, 10.0, 5.0),
            row("p2", 2020, 7.5, null), // exactly -25
            row("p3", 2010, 10.0, 5.0),
            row("p3", 2020, 7.6, 6.0),
            row("p4", 2010, null, 5.0),
            row("p4", 2020, 0.0, 0.0));
    Dataset<Row> parents =
        Frames.of(
            "unit_id string, parent_id string, level string",
            row("p1", "city", "mining_town"),
            row("p2", "city", "rural_town"),
            row("p3", "city", "rural_town"),
            row("p4", "city", "rural_town"));
    Map<String, Row> out =
        Frames.by(PartLoss.of(parts, parents, List.of(new Span(2010, 2020)), POLICY), "part_level");
    assertThat(out).containsOnlyKeys("all", "mining_town", "rural_town");
    assertThat(out.get("mining_town").<Long>getAs("n_parts")).isEqualTo(1);
    assertThat(out.get("mining_town").<Long>getAs("n_loss")).isEqualTo(1);
    assertThat(out.get("rural_town").<Long>getAs("n_loss")).isZero();
    assertThat(out.get("rural_town").<Long>getAs("n_near")).isEqualTo(1);
    Row row = out.get("all");
    assertThat(row.<Long>getAs("n_parts")).isEqualTo(4);
    assertThat(row.<Long>getAs("n_observed")).isEqualTo(3);
    assertThat(row.<Long>getAs("n_loss")).isEqualTo(1);
    assertThat(row.<Long>getAs("n_near")).isEqualTo(1);
    assertThat(row.<Double>getAs("share_over_or_near")).isCloseTo(2.0 / 3, within(1e-15));
    assertThat(row.<Double>getAs("largest_loss_pct")).isCloseTo(-30, within(1e-9));
    assertThat(row.<Long>getAs("labour_n_observed")).isEqualTo(2);
    assertThat(row.<Double>getAs("labour_share_over_or_near")).isEqualTo(0.5);
  }

  @Test
  void typesOfAgeStructure() {
    Map<String, Row> out =
        Frames.by(
            AgeStructure.of(
                Frames.of(
                    "unit_id string, year int, population_0_14 double, population_15_64 double,"
                        + " population_65_plus double",
                    row("growing", 2020, 41.0, 56.0, 3.0),
                    row("edge", 2020, 40.0, 56.0, 4.0),
                    row("declining", 2020, 29.0, 63.0, 8.0),
                    row("mixed", 2020, 29.0, 66.0, 5.0),
                    row("unknown", 2020, 29.0, null, 5.0),
                    row("empty", 2020, 0.0, 0.0, 0.0),
                    row("wrong", 2020, -1.0, 90.0, 20.0)),
                POLICY.pyramid()),
            "unit_id");
    assertThat(pyramid(out, "growing")).isEqualTo("growing");
    assertThat(pyramid(out, "edge")).isEqualTo("stable");
    assertThat(pyramid(out, "declining")).isEqualTo("declining");
    assertThat(pyramid(out, "mixed")).isEqualTo("stable");
    assertThat(pyramid(out, "unknown")).isNull();
    assertThat(pyramid(out, "empty")).isNull();
    assertThat(out.get("unknown").<String>getAs("reason")).isEqualTo("AGE_MISSING");
    assertThat(out.get("empty").<String>getAs("reason")).isEqualTo("NO_POPULATION");
    assertThat(out.get("wrong").<String>getAs("reason")).isEqualTo("NO_POPULATION");
    assertThat(out.get("growing").<Double>getAs("ageing_index_pct"))
        .isCloseTo(300.0 / 41, within(1e-12));
  }

  private static String pyramid(Map<String, Row> rows, String unit) {
    return rows.get(unit).getAs("pyramid");
  }
}
