package org.renxing.shrinkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.renxing.testing.Frames.row;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.renxing.model.ShrinkagePolicy;
import org.renxing.model.ShrinkagePolicy.SizeClass;
import org.renxing.model.Statistic;
import org.renxing.territory.Basis;
import org.renxing.territory.Boundaries;
import org.renxing.territory.Move;
import org.renxing.testing.Frames;

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

  private Map<String, Row> reported;
  private Map<String, Row> merged;
  private Map<String, Row> fixed;

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
    Dataset<Row> statistics = Frames.of(STATISTICS, rows);
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

  private static Map<String, Row> spans(Basis basis, Dataset<Row> statistics, List<Move> lineage) {
    Map<Statistic, Basis> bases = new EnumMap<>(Statistic.class);
    for (Statistic s : Statistic.values()) {
      bases.put(s, basis);
    }
    Boundaries boundaries = Boundaries.of(lineage, 2012, bases);
    return Frames.by(new UnitSpans(POLICY, boundaries).of(statistics, SPANS), "unit_id");
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
    Row row = reported.get(unit);
    Double found = row.getAs("population_change_pct");
    if (change == null) {
      assertThat(found).isNull();
    } else {
      assertThat(found).isCloseTo(change, within(1e-6));
    }
    assertThat(row.<Boolean>getAs("is_shrinking")).isEqualTo(isShrinking);
    assertThat(row.<Boolean>getAs("is_severe")).isEqualTo(isSevere);
    assertThat(row.<Boolean>getAs("is_double_decline")).isEqualTo(isDouble);
    assertThat(row.<Boolean>getAs("is_paradox")).isEqualTo(isParadox);
    assertThat(row.<String>getAs("reason")).isEqualTo(reason);
  }

  @Test
  void boundariesAreFlagged() {
    assertThat(flag(reported, "hefei")).isEqualTo("break");
    assertThat(reported.get("hefei").<String>getAs("boundary_event"))
        .isEqualTo("split:chaohu>hefei");
    assertThat(flag(reported, "still")).isEqualTo("none");
    assertThat(reported.get("still").<String>getAs("boundary_event")).isNull();
    // an event of the first year is in the figures of the first year already
    assertThat(flag(reported, "early")).isEqualTo("none");
  }

  @Test
  void mergedBoundariesBearAVerdictWhereWholesWereAddedOnly() {
    assertThat(flag(merged, "jinan")).isEqualTo("merged");
    assertThat(merged.get("jinan").<Boolean>getAs("is_shrinking")).isTrue();
    assertThat(flag(merged, "hefei")).isEqualTo("break");
    assertThat(merged.get("hefei").<Boolean>getAs("is_shrinking")).isNull();
    assertThat(merged.get("laiwu").<Boolean>getAs("is_shrinking")).isNull();
  }

  @Test
  void figuresOfOneTerritoryBearAVerdict() {
    assertThat(flag(fixed, "hefei")).isEqualTo("adjusted");
    assertThat(fixed.get("hefei").<Boolean>getAs("is_shrinking")).isFalse();
    assertThat(fixed.get("jinan").<Boolean>getAs("is_shrinking")).isTrue();
    assertThat(fixed.get("chaohu").<Boolean>getAs("is_shrinking")).isNull();
  }

  @Test
  void naturalChangeAndMigrationMakeTheChange() {
    Row row = reported.get("yearly");
    double natural = 0.010 * (100 + 101) / 2 - 0.005 * (101 + 99) / 2;
    assertThat(row.<Double>getAs("natural_change")).isCloseTo(natural, within(1e-12));
    assertThat(row.<Double>getAs("net_migration")).isCloseTo(-1 - natural, within(1e-12));
    assertThat(row.<String>getAs("reason")).isNull();
  }

  @Test
  void theRateOfOneUnitIsNotThatOfASum() {
    String ddl = "unit_id string, year int, population double, natural_growth double";
    Dataset<Row> statistics =
        Frames.of(
            ddl,
            row("heir", 2010, 100.0, 3.0),
            row("heir", 2011, 101.0, 10.0),
            row("heir", 2012, 99.0, -5.0));
    Map<Statistic, Basis> bases = Map.of(Statistic.POPULATION, Basis.MERGED);
    // population of 2010 to 2012 is a sum already, as small passes over in 2014
    List<Move> moves = List.of(new Move(2014, "merge", "small", "heir", true));
    Row sum =
        new UnitSpans(POLICY, Boundaries.of(moves, 2014, bases)).of(statistics, SPANS).first();
    assertThat(sum.<Boolean>getAs("is_shrinking")).isTrue();
    assertThat(sum.<Double>getAs("natural_change")).isNull();
    assertThat(sum.<String>getAs("reason")).startsWith("NATURAL_GROWTH_BOUNDARY_BREAK");
    Row alone =
        new UnitSpans(POLICY, Boundaries.of(moves, 2013, bases)).of(statistics, SPANS).first();
    assertThat(alone.<Double>getAs("natural_change")).isNotNull();
  }

  @Test
  void landAgainstPopulation() {
    Row row = reported.get("severe");
    assertThat(row.<Double>getAs("density_from")).isEqualTo(200_000.0);
    assertThat(row.<Double>getAs("density_change_pct"))
        .isCloseTo((0.8 / 1.2 - 1) * 100, within(1e-9));
    assertThat(row.<Double>getAs("elasticity")).isCloseTo(-1, within(1e-12));
    assertThat(row.<String>getAs("land_reason")).isNull();
    assertThat(reported.get("still").<Double>getAs("elasticity")).isNull();
    assertThat(reported.get("still").<String>getAs("land_reason"))
        .isEqualTo("POPULATION_UNCHANGED");
    assertThat(reported.get("no-land").<String>getAs("land_reason"))
        .isEqualTo("BUILT_UP_AREA_MISSING");
    assertThat(reported.get("hefei").<Double>getAs("elasticity")).isNull();
  }

  @Test
  void sizeClassesBeginAtTheirBound() {
    Row row = reported.get("yearly");
    assertThat(row.<String>getAs("size_class_from")).isEqualTo("small");
    assertThat(row.<String>getAs("size_class_to")).isEqualTo("large");
    assertThat(reported.get("severe").<String>getAs("size_class_to")).isNull();
  }

  private static String flag(Map<String, Row> rows, String unit) {
    return rows.get(unit).getAs("boundary_flag");
  }
}
