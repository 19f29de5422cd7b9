package org.renxing.shrinkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.renxing.testing.Frames.row;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.renxing.model.ShrinkagePolicy;
import org.renxing.model.ShrinkagePolicy.SizeClass;
import org.renxing.model.YearRange;
import org.renxing.numerics.Truth;
import org.renxing.panel.UnitFigures;
import org.renxing.records.Records;
import org.renxing.summary.Groupings;
import org.renxing.territory.UnitDirectory;
import org.renxing.testing.Series;
import org.renxing.testing.Spread;

/** Summaries, parts, ages and spans. */
class ShrinkageTablesTest {
  private static final Span SPAN = new Span(2010, 2020);

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
    Truth yes = Truth.TRUE;
    Truth no = Truth.FALSE;
    Truth unknown = Truth.UNKNOWN;
    List<SpanVerdict> spans =
        List.of(
            new SpanVerdict("a", SPAN, -25, yes, yes, yes, "small"),
            new SpanVerdict("b", SPAN, -5, yes, no, unknown, "small"),
            new SpanVerdict("c", SPAN, 6, no, no, no, "large"),
            new SpanVerdict("d", SPAN, Double.NaN, unknown, unknown, unknown, ""));
    UnitDirectory units =
        new UnitDirectory(
            List.of("parent_id", "province_code", "is_resource_based", "life_cycle"),
            List.of(
                unit("a", "p", "110000", "true", "declining"),
                unit("b", "p", "110000", "true", ""),
                unit("c", "q", "440000", "false", ""),
                unit("d", "a", "440000", "", "")));
    Groupings groupings = ShrinkageSummaries.groupings(units, List.of("life_cycle"), POLICY);
    Spread.ways(spans).forEach(each -> checkGroups(ShrinkageSummaries.of(each, groupings, POLICY)));
  }

  private static void checkGroups(Records<ShrinkageGroup> groups) {
    Map<String, ShrinkageGroup> out =
        Series.by(groups.list(), g -> g.group().type() + "/" + g.group().value());
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
    ShrinkageGroup all = out.get("all/all");
    assertThat(all.shareShrinking()).isCloseTo(2.0 / 3, within(1e-15));
    assertThat(all.meanChange()).isCloseTo(-8, within(1e-12));
    assertThat(all.shareSmallOrMedium()).isCloseTo(2.0 / 3, within(1e-15));
    assertThat(all.doubleDecline()).isEqualTo(1);
    assertThat(all.doubleDeclineKnown()).isEqualTo(2);
    assertThat(out.get("parent_resource_type/declining").shareShrinking()).isNaN();
  }

  private static UnitDirectory.Unit unit(
      String id, String parent, String province, String isResourceBased, String lifeCycle) {
    Map<String, String> known = new HashMap<>();
    known.put("parent_id", parent);
    known.put("province_code", province);
    known.put("is_resource_based", isResourceBased);
    known.put("life_cycle", lifeCycle);
    known.values().removeIf(String::isEmpty);
    return new UnitDirectory.Unit(id, id, known);
  }

  private static void check(
      Map<String, ShrinkageGroup> rows,
      String group,
      long n,
      long unknown,
      long shrinking,
      long severe) {
    ShrinkageGroup row = rows.get(group);
    assertThat(row).as(group).isNotNull();
    assertThat(row.known()).as(group).isEqualTo(n);
    assertThat(row.unknown()).as(group).isEqualTo(unknown);
    assertThat(row.shrinking()).as(group).isEqualTo(shrinking);
    assertThat(row.severe()).as(group).isEqualTo(severe);
  }

  @Test
  void lossOfParts() {
    List<UnitFigures> parts =
        Series.of(
            "unit_id string, year int, sub_unit_population double, sub_unit_labour double",
            row("p1", 2010, 10.0, 5.0),
            row("p1", 2020, 7.0, 3.5), // exactly -30
            row("p2", 2010, 10.0, 5.0),
            row("p2", 2020, 7.5, null), // exactly -25
            row("p3", 2010, 10.0, 5.0),
            row("p3", 2020, 7.6, 6.0),
            row("p4", 2010, null, 5.0),
            row("p4", 2020, 0.0, 0.0));
    List<PartLoss.Part> changes =
        Series.each(
            parts,
            part -> {
              String level = part.unitId().equals("p1") ? "mining_town" : "rural_town";
              return PartLoss.Part.of(part, "city", level, List.of(SPAN));
            });
    Map<String, PartLoss> out = Series.by(PartLoss.of(changes, POLICY), PartLoss::level);
    assertThat(out).containsOnlyKeys("all", "mining_town", "rural_town");
    assertThat(out.get("mining_town").parts()).isEqualTo(1);
    assertThat(out.get("mining_town").residents().heavy()).isEqualTo(1);
    assertThat(out.get("rural_town").residents().heavy()).isZero();
    assertThat(out.get("rural_town").residents().near()).isEqualTo(1);
    PartLoss row = out.get("all");
    assertThat(row.parts()).isEqualTo(4);
    assertThat(row.residents().observed()).isEqualTo(3);
    assertThat(row.residents().heavy()).isEqualTo(1);
    assertThat(row.residents().near()).isEqualTo(1);
    assertThat(row.residents().share()).isCloseTo(2.0 / 3, within(1e-15));
    assertThat(row.residents().largest()).isCloseTo(-30, within(1e-9));
    assertThat(row.labour().observed()).isEqualTo(2);
    assertThat(row.labour().share()).isEqualTo(0.5);
  }

  @Test
  void typesOfAgeStructure() {
    List<UnitFigures> units =
        Series.of(
            "unit_id string, year int, population_0_14 double, population_15_64 double,"
                + " population_65_plus double",
            row("growing", 2020, 41.0, 56.0, 3.0),
            row("edge", 2020, 40.0, 56.0, 4.0),
            row("declining", 2020, 29.0, 63.0, 8.0),
            row("mixed", 2020, 29.0, 66.0, 5.0),
            row("unknown", 2020, 29.0, null, 5.0),
            row("empty", 2020, 0.0, 0.0, 0.0),
            row("wrong", 2020, -1.0, 90.0, 20.0));
    Map<String, AgeStructure> out =
        Series.by(Series.each(units, AgeStructure::of), AgeStructure::unitId);
    assertThat(pyramid(out, "growing")).isEqualTo("growing");
    assertThat(pyramid(out, "edge")).isEqualTo("stable");
    assertThat(pyramid(out, "declining")).isEqualTo("declining");
    assertThat(pyramid(out, "mixed")).isEqualTo("stable");
    assertThat(pyramid(out, "unknown")).isEmpty();
    assertThat(pyramid(out, "empty")).isEmpty();
    assertThat(out.get("unknown").reason()).isEqualTo("AGE_MISSING");
    assertThat(out.get("empty").reason()).isEqualTo("NO_POPULATION");
    assertThat(out.get("wrong").reason()).isEqualTo("NO_POPULATION");
    assertThat(out.get("growing").ageingIndex()).isCloseTo(300.0 / 41, within(1e-12));
  }

  private static String pyramid(Map<String, AgeStructure> rows, String unit) {
    return rows.get(unit).pyramid(POLICY.pyramid());
  }
}
