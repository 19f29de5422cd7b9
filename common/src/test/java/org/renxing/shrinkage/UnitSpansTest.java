package org.renxing.shrinkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.renxing.testing.Frames.row;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.renxing.model.ShrinkagePolicy;
import org.renxing.model.ShrinkagePolicy.SizeClass;
import org.renxing.model.Statistic;
import org.renxing.numerics.Truth;
import org.renxing.panel.UnitFigures;
import org.renxing.territory.Basis;
import org.renxing.territory.Boundaries;
import org.renxing.territory.Move;
import org.renxing.testing.Series;

/** Each rule of shrinkage on its edge, and each way in which evidence can be missing. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UnitSpansTest {
  private static final String STATISTICS =
      "unit_id string, year int, population double, natural_growth double,"
          + " urban_population double, gdp double, built_up_area double";
  private static final List<Span> SPANS = List.of(new Span(2010, 2012));
  private static final ShrinkagePolicy POLICY =
      new ShrinkagePolicy(
          List.of(ShrinkagePolicy.FIRST_LAST),
          -20,
          -30,
          -25,
          java.util.Set.of("11"),
          List.of(
              new SizeClass("small", 0, true),
              new SizeClass("medium", 50, true),
              new SizeClass("large", 100, false)),
          ShrinkagePolicy.standard().pyramid());

  private Map<String, UnitSpan> reported;
  private Map<String, UnitSpan> merged;
  private Map<String, UnitSpan> fixed;

  @BeforeAll
  void compute() {
    List<Row> rows = new ArrayList<>();
    // unit: population, GDP and built-up area in 2010 and 2012
    ends(rows, "severe", 100, 80, 10, 9, 5, 6);
    ends(rows, "noise", 1.0, 0.8, 10, 11, 5, 5);
    ends(rows, "mild", 100, 80.001, 10, 10, 5, 4);
    ends(rows, "still", 100, 100, 10, 9, 5, 6);
    ends(rows, "rising", 100, 110, 10, 9, 5, 6);
    ends(rows, "zero-to", 100, 0, 10, 9, 5, 6);
    ends(rows, "zero-from", 0, 100, 10, 9, 5, 6);
    ends(rows, "no-population", null, 100, 10, 9, 5, 6);
    ends(rows, "no-gdp", 100, 90, null, 9, 5, 6);
    ends(rows, "no-land", 100, 90, 10, 9, 5, null);
    ends(rows, "grows-no-gdp", 100, 110, null, 9, 5, null);
    ends(rows, "chaohu", 400, null, 10, null, 5, null);
    ends(rows, "hefei", 500, 700, 10, 12, 5, 9);
    ends(rows, "laiwu", 130, null, 10, null, 5, null);
    ends(rows, "jinan", 900, 850, 10, 12, 5, 9);
    ends(rows, "early", 100, 90, 10, 9, 5, 6);
    // yearly: population 100, 101, 99, natural growth 10 and -5 per mille
    rows.add(row("yearly", 2010, 100.0, 3.0, 49.9, 1.0, 1.0));
    rows.add(row("yearly", 2011, 101.0, 10.0, null, 1.0, 1.0));
    rows.add(row("yearly", 2012, 99.0, -5.0, 100.0, 1.0, 1.0));
    List<UnitFigures> statistics = Series.of(STATISTICS, rows);
    List<Move> lineage =
        List.of(
            new Move(2011, "split", "chaohu", "hefei", false),
            new Move(2012, "merge", "laiwu", "jinan", true),
            new Move(2010, "carve_out", "early", "outside", false));
    reported = spans(Basis.AS_REPORTED, statistics, lineage);
    merged = spans(Basis.MERGED, statistics, lineage);
    fixed = spans(Basis.FIXED, statistics, lineage);
  }

  private static void ends(
      List<Row> rows, String unit, Number p0, Number p1, Number g0, Number g1, Number... land) {
    rows.add(row(unit, 2010, number(p0), null, null, number(g0), number(land[0])));
    rows.add(row(unit, 2011, null, null, null, null, null));
    rows.add(row(unit, 2012, number(p1), null, null, number(g1), number(land[1])));
  }

  private static Double number(Number value) {
    return value == null ? null : value.doubleValue();
  }

  private static Map<String, UnitSpan> spans(
      Basis basis, List<UnitFigures> statistics, List<Move> lineage) {
    Map<Statistic, Basis> bases = new EnumMap<>(Statistic.class);
    for (Statistic s : Statistic.values()) {
      bases.put(s, basis);
    }
    Boundaries boundaries = Boundaries.of(lineage, 2012, bases);
    UnitSpans kernel = new UnitSpans(POLICY, boundaries);
    return Series.by(Series.each(statistics, unit -> kernel.of(unit, SPANS)), UnitSpan::unitId);
  }

  @ParameterizedTest
  @CsvSource({
    // unit, change, shrinking, severe, double decline, paradox, reason
    "severe, -20, true, true, true, true, NATURAL_GROWTH_MISSING",
    "noise, -20, true, true, false, false, NATURAL_GROWTH_MISSING",
    "mild, -19.999, true, false, false, false, NATURAL_GROWTH_MISSING",
    "still, 0, false, false, false, false, NATURAL_GROWTH_MISSING",
    "rising, 10, false, false, false, false, NATURAL_GROWTH_MISSING",
    "zero-to, , , , , , ZERO_POPULATION",
    "zero-from, , , , , , ZERO_POPULATION",
    "no-population, , , , , , POPULATION_MISSING",
    "no-gdp, -10, true, false, , true, 'NATURAL_GROWTH_MISSING,GDP_MISSING'",
    "no-land, -10, true, false, true, , NATURAL_GROWTH_MISSING",
    // whoever grows is in no double decline and no paradox, whatever the other half
    "grows-no-gdp, 10, false, false, false, false, NATURAL_GROWTH_MISSING",
    "chaohu, , , , , , UNIT_ENDED",
    "laiwu, , , , , , UNIT_ENDED",
    "hefei, 40, , , , , BOUNDARY_BREAK",
    "jinan, -5.5555555, , , , , BOUNDARY_BREAK",
    "early, -10, true, false, true, true, NATURAL_GROWTH_MISSING"
  })
  void verdicts(
      String unit,
      Double change,
      Boolean isShrinking,
      Boolean isSevere,
      Boolean isDouble,
      Boolean isParadox,
      String reason) {
    UnitSpan row = reported.get(unit);
    double found = row.population().change();
    if (change == null) {
      assertThat(found).isNaN();
    } else {
      assertThat(found).isCloseTo(change, within(1e-6));
    }
    assertThat(row.isShrinking()).isEqualTo(truth(isShrinking));
    assertThat(row.isSevere()).isEqualTo(truth(isSevere));
    assertThat(row.isDoubleDecline()).isEqualTo(truth(isDouble));
    assertThat(row.isParadox()).isEqualTo(truth(isParadox));
    assertThat(row.reason()).isEqualTo(reason);
  }

  private static Truth truth(Boolean expected) {
    return expected == null ? Truth.UNKNOWN : Truth.of(expected);
  }

  @Test
  void boundariesAreFlagged() {
    assertThat(flag(reported, "hefei")).isEqualTo("break");
    assertThat(reported.get("hefei").territory().event()).isEqualTo("split:chaohu>hefei");
    assertThat(flag(reported, "still")).isEqualTo("none");
    assertThat(reported.get("still").territory().event()).isEmpty();
    // an event of the first year is in the figures of the first year already
    assertThat(flag(reported, "early")).isEqualTo("none");
  }

  @Test
  void mergedBoundariesBearAVerdictWhereWholesWereAddedOnly() {
    assertThat(flag(merged, "jinan")).isEqualTo("merged");
    assertThat(merged.get("jinan").isShrinking()).isEqualTo(Truth.TRUE);
    assertThat(flag(merged, "hefei")).isEqualTo("break");
    assertThat(merged.get("hefei").isShrinking()).isEqualTo(Truth.UNKNOWN);
    assertThat(merged.get("laiwu").isShrinking()).isEqualTo(Truth.UNKNOWN);
  }

  @Test
  void figuresOfOneTerritoryBearAVerdict() {
    assertThat(flag(fixed, "hefei")).isEqualTo("adjusted");
    assertThat(fixed.get("hefei").isShrinking()).isEqualTo(Truth.FALSE);
    assertThat(fixed.get("jinan").isShrinking()).isEqualTo(Truth.TRUE);
    assertThat(fixed.get("chaohu").isShrinking()).isEqualTo(Truth.UNKNOWN);
  }

  @Test
  void naturalChangeAndMigrationMakeTheChange() {
    UnitSpan row = reported.get("yearly");
    double natural = 0.010 * (100 + 101) / 2 - 0.005 * (101 + 99) / 2;
    assertThat(row.naturalChange()).isCloseTo(natural, within(1e-12));
    assertThat(row.netMigration()).isCloseTo(-1 - natural, within(1e-12));
    assertThat(row.reason()).isEmpty();
  }

  @Test
  void theRateOfOneUnitIsNotThatOfASum() {
    String ddl = "unit_id string, year int, population double, natural_growth double";
    List<UnitFigures> statistics =
        Series.of(
            ddl,
            row("heir", 2010, 100.0, 3.0),
            row("heir", 2011, 101.0, 10.0),
            row("heir", 2012, 99.0, -5.0));
    Map<Statistic, Basis> bases = Map.of(Statistic.POPULATION, Basis.MERGED);
    // population of 2010 to 2012 is a sum already, as small passes over in 2014
    List<Move> moves = List.of(new Move(2014, "merge", "small", "heir", true));
    UnitSpan sum =
        new UnitSpans(POLICY, Boundaries.of(moves, 2014, bases))
            .of(statistics.get(0), SPANS)
            .get(0);
    assertThat(sum.isShrinking()).isEqualTo(Truth.TRUE);
    assertThat(sum.naturalChange()).isNaN();
    assertThat(sum.reason()).startsWith("NATURAL_GROWTH_BOUNDARY_BREAK");
    UnitSpan alone =
        new UnitSpans(POLICY, Boundaries.of(moves, 2013, bases))
            .of(statistics.get(0), SPANS)
            .get(0);
    assertThat(alone.naturalChange()).isNotNaN();
  }

  @Test
  void landAgainstPopulation() {
    UnitSpan row = reported.get("severe");
    assertThat(row.density().from()).isEqualTo(200_000.0);
    assertThat(row.densityChange()).isCloseTo((0.8 / 1.2 - 1) * 100, within(1e-9));
    assertThat(row.elasticity()).isCloseTo(-1, within(1e-12));
    assertThat(row.landReason()).isEmpty();
    assertThat(reported.get("still").elasticity()).isNaN();
    assertThat(reported.get("still").landReason()).isEqualTo("POPULATION_UNCHANGED");
    assertThat(reported.get("no-land").landReason()).isEqualTo("BUILT_UP_AREA_MISSING");
    assertThat(reported.get("hefei").elasticity()).isNaN();
  }

  @Test
  void sizeClassesBeginAtTheirBound() {
    UnitSpan row = reported.get("yearly");
    assertThat(row.sizeFrom()).isEqualTo("small");
    assertThat(row.sizeTo()).isEqualTo("large");
    assertThat(reported.get("severe").sizeTo()).isEmpty();
  }

  private static String flag(Map<String, UnitSpan> rows, String unit) {
    return rows.get(unit).territory().flag();
  }
}
