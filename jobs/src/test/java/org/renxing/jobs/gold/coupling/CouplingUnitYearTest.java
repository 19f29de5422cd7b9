package org.renxing.jobs.gold.coupling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.renxing.testing.Frames.row;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.renxing.config.ConfigurationLoader;
import org.renxing.config.Vocabulary;
import org.renxing.coupling.CouplingCoordination;
import org.renxing.coupling.ScoreScale;
import org.renxing.index.Expression;
import org.renxing.jobs.gold.index.IndexScore;
import org.renxing.jobs.gold.index.ScoreRow;
import org.renxing.lake.Lake;
import org.renxing.lake.TableRows;
import org.renxing.model.Coupling;
import org.renxing.model.Coupling.Variant;
import org.renxing.model.Scenario;
import org.renxing.records.LocalRecords;
import org.renxing.records.Records;
import org.renxing.run.Inputs;
import org.renxing.summary.Groupings;
import org.renxing.territory.UnitDirectory;
import org.renxing.testing.Frames;
import org.renxing.testing.SparkExtension;
import org.renxing.testing.Spread;
import org.renxing.weights.WeightingMethods;

/** Coupling of scores and its summaries, held here and distributed. */
class CouplingUnitYearTest {
  private static final Path HOME = Path.of("..").toAbsolutePath().normalize();
  private static final UnitDirectory UNITS =
      new UnitDirectory(
          List.of("region7"),
          List.of(unit("u", "N"), unit("v", "N"), unit("w", "S"), unit("known", "S")));

  @TempDir private Path folder;

  private static UnitDirectory.Unit unit(String id, String region) {
    return new UnitDirectory.Unit(id, "Unit " + id, Map.of("region7", region));
  }

  private static Coupling coupling(Variant variant) {
    return new Coupling("pair", "x", List.of("s1", "s2"), List.of(0.5, 0.5), variant);
  }

  private static ScoreRow score(String scheme, String system, String unit, int year, double x) {
    return new ScoreRow(scheme, system, 1, unit, year, x, Double.NaN, 0);
  }

  private static List<ScoreRow> unit(String id, int year, double first, double second) {
    return List.of(score("x", "s1", id, year, first), score("x", "s2", id, year, second));
  }

  private static Dataset<Row> plan(TableRows rows) {
    return rows.plan(SparkExtension.session());
  }

  private static Dataset<Row> coupled(Records<ScoreRow> scores, Variant variant, double scale) {
    return plan(new CouplingUnitYear().rows(scores, List.of(coupling(variant)), scale, UNITS));
  }

  /** Outside 0 to 1 by more than rounding: no C, T or D, in both forms. */
  @ParameterizedTest
  @EnumSource
  void scoresOutsideTheirScaleAreToldFromRounding(Variant variant) {
    double[] outside = {-0.01, 1.2, -1e-8, 1 + 1e-8, 1e308, Double.POSITIVE_INFINITY};
    double[] rounded = {-1e-13, 1 + 1e-13, -0.0, Math.nextUp(1.0), 1 + 9e-10};
    List<ScoreRow> all = new ArrayList<>();
    for (double score : outside) {
      all.addAll(unit("bad " + score, 2020, score, 0.5));
    }
    // what lies outside goes before what is missing
    all.addAll(unit("bad beside none", 2020, 1.2, Double.NaN));
    for (double score : rounded) {
      all.addAll(unit("fine " + score, 2020, score, 1.0));
    }
    Map<String, Row> rows = Frames.by(coupled(LocalRecords.of(all), variant, 1), "unit_id");
    assertThat(rows).hasSize(outside.length + rounded.length + 1);
    rows.forEach(
        (id, row) -> {
          boolean isBad = id.startsWith("bad");
          assertThat(row.<String>getAs("reason")).as(id).isEqualTo(isBad ? "OUT_OF_RANGE" : null);
          assertThat(row.<Double>getAs("t") == null).as(id).isEqualTo(isBad);
          if (!isBad) {
            // as if the score were 0 or 1 exactly
            double one = id.contains("-") && !id.contains("E-10") ? 0 : 1;
            assertThat(row.<Double>getAs("d")).as(id).isEqualTo(one);
            assertThat(row.<String>getAs("coordination_level")).as(id).isNotNull();
          }
        });
  }

  /** Scores as shares, bands in both languages, ranks; a system without a row is missing. */
  @Test
  void rowsHoldTheDegrees() {
    List<ScoreRow> scores = new ArrayList<>(unit("known", 2020, 20, 80));
    scores.addAll(unit("none", 2020, 0, 0));
    scores.add(score("x", "s1", "absent", 2020, 50));
    scores.add(score("other scheme", "s1", "absent", 2020, 50));
    scores.add(score("x", "other system", "absent", 2020, 50));
    Spread.ways(scores)
        .forEach(
            way -> {
              Map<String, Row> rows = Frames.by(coupled(way, Variant.STANDARD, 100), "unit_id");
              assertThat(rows).containsOnlyKeys("known", "none", "absent");
              assertDegrees(rows);
            });
  }

  private static void assertDegrees(Map<String, Row> rows) {
    Row known = rows.get("known");
    assertThat(known.<String>getAs("unit_name")).isEqualTo("Unit known");
    assertThat(known.<Double>getAs("s")).isEqualTo(0.2);
    assertThat(known.<Double>getAs("d"))
        .isEqualTo(new CouplingCoordination(coupling(Variant.STANDARD), 100).of(20, 80).d());
    assertThat(known.<String>getAs("variant")).isEqualTo("standard");
    assertThat(known.<String>getAs("coupling_level")).isEqualTo("running-in");
    assertThat(known.<String>getAs("coordination_stage_zh")).isEqualTo("初级协调");
    assertThat(known.<Integer>getAs("rank")).isEqualTo(1);
    assertThat(rows.get("none").<String>getAs("reason")).isEqualTo("ALL_ZERO");
    assertThat(rows.get("none").<Double>getAs("t")).isZero();
    assertThat(rows.get("none").<Integer>getAs("rank")).isNull();
    assertThat(rows.get("none").<String>getAs("coordination_level")).isNull();
    assertThat(rows.get("absent").<String>getAs("reason")).isEqualTo("MISSING_SCORE");
    assertThat(rows.get("absent").<Double>getAs("t")).isNull();
  }

  private static CoupledRow degree(String unit, int year, double d, String level) {
    return new CoupledRow(
        "p", unit, year, "s", "e", d * d, d * d, 1, d * d, d, "highly coupled", level);
  }

  private static List<CoupledRow> degrees() {
    return List.of(
        degree("u", 2001, 0.1, "disordered decline"),
        degree("u", 2002, 0.3, "moderately disordered"),
        degree("u", 2004, 0.5, "basically coordinated"),
        degree("v", 2001, 0.15, "disordered decline"),
        degree("v", 2002, 0.16, "disordered decline"),
        degree("v", 2004, Double.NaN, ""),
        degree("w", 2002, 0.9, "highly coordinated"));
  }

  @Test
  void countsByLevelSumToTheUnits() {
    Groupings groupings = new Groupings(UNITS, List.of("region7"));
    Spread.ways(degrees())
        .forEach(
            way ->
                assertCounts(
                    Frames.by(
                        plan(new CouplingSummary().rows(way, groupings)), "group_value", "year")));
  }

  private static void assertCounts(Map<String, Row> rows) {
    Row all = rows.get("all/2002");
    assertThat(all.<Long>getAs("n")).isEqualTo(3L);
    assertThat(all.<Double>getAs("mean_d")).isCloseTo((0.3 + 0.16 + 0.9) / 3, offset(1e-14));
    assertThat(all.<Double>getAs("mean_c")).isEqualTo(1.0);
    assertThat(all.<Long>getAs("n_highly_coordinated")).isEqualTo(1L);
    assertThat(all.<Long>getAs("n_moderately_disordered")).isEqualTo(1L);
    assertThat(all.<Long>getAs("n_disordered_decline")).isEqualTo(1L);
    assertThat(all.<Long>getAs("n_basically_coordinated")).isZero();
    assertThat(all.<Long>getAs("n_highly_coupled")).isEqualTo(3L);
    assertThat(rows.get("N/2002").<Long>getAs("n")).isEqualTo(2L);
    assertThat(rows.get("all/2004").<Long>getAs("n")).isEqualTo(1L);
  }

  @Test
  void gainsRunFromTheFirstToTheLastKnownYear() {
    Spread.ways(degrees())
        .forEach(
            way -> {
              Map<String, Row> rows =
                  Frames.by(plan(new CouplingGain().rows(way, UNITS)), "unit_id");
              assertThat(rows.get("u").<Double>getAs("gain")).isCloseTo(0.4, offset(1e-14));
              assertThat(rows.get("u").<Integer>getAs("year_last")).isEqualTo(2004);
              assertThat(rows.get("u").<Boolean>getAs("is_over_0_2")).isTrue();
              assertThat(rows.get("v").<Integer>getAs("year_last")).isEqualTo(2002);
              assertThat(rows.get("w").<Double>getAs("gain")).isZero();
              // D of .1, .3 and .5
              assertThat(rows.get("u").<Double>getAs("mean_d")).isCloseTo(0.3, offset(1e-14));
              assertThat(rows.get("u").<String>getAs("span_level"))
                  .isEqualTo("moderately disordered");
              assertThat(rows.get("v").<String>getAs("span_level")).isEqualTo("disordered decline");
            });
  }

  @Test
  void movesAreThoseOfKnownLevels() {
    Spread.ways(degrees())
        .forEach(
            way -> {
              Map<String, Row> rows =
                  Frames.by(
                      plan(new CouplingTransition().rows(way, 1)),
                      "span",
                      "from_level",
                      "to_level");
              assertThat(rows)
                  .containsOnlyKeys(
                      "adjacent/disordered decline/moderately disordered",
                      "adjacent/disordered decline/disordered decline",
                      "first-last/disordered decline/basically coordinated",
                      "first-last/disordered decline/disordered decline");
              Row step = rows.get("adjacent/disordered decline/moderately disordered");
              assertThat(step.<Long>getAs("n")).isEqualTo(1L);
              assertThat(step.<Double>getAs("share")).isEqualTo(0.5);
            });
  }

  private static Scenario scenario() {
    return ConfigurationLoader.load(
            HOME,
            "default",
            Map.of(),
            name -> Optional.empty(),
            new Vocabulary(text -> Expression.parse(text).inputs(), WeightingMethods.names()))
        .settings()
        .scenarios()
        .get("digital-coupling");
  }

  private static Dataset<Row> scores() {
    Object[][] given = {
      {"140600", 2012, 0.5, 0.5},
      {"140600", 2013, 1.2, 0.5},
      {"511300", 2012, 1 + 1e-13, 0.5},
      {"511300", 2013, 0.5, -0.01},
      {"511300", 2014, null, 0.5}
    };
    List<Row> rows = new ArrayList<>();
    for (Object[] unit : given) {
      rows.add(row("entropy", "digital", 1, unit[0], unit[1], unit[2], null, null));
      rows.add(row("entropy", "resilience", 1, unit[0], unit[1], unit[3], null, null));
    }
    return Frames.of(
        "scheme string, system string, depth int, unit_id string, year int, score double,"
            + " contribution double, rank int",
        rows);
  }

  /** Scores outside their scale break a check of the table, and the message names each. */
  @Test
  void scoresOutsideAreCountedByTheCheckAndNamed() {
    Scenario scenario = scenario();
    CouplingUnitYear table = new CouplingUnitYear();
    String check = table.spec().conditions().get("scores lie on their scale");
    Records<ScoreRow> records = ScoreRow.ROWS.reading().of(scores());
    Dataset<Row> coupled = plan(table.rows(records, scenario.couplings(), 1, UNITS)).persist();
    assertThat(coupled.where("NOT (" + check + ")").select("unit_id", "year").collectAsList())
        .containsExactlyInAnyOrder(row("140600", 2013), row("511300", 2013));
    assertThat(coupled.where("reason = 'MISSING_SCORE'").count()).isEqualTo(1);
    coupled.unpersist();
    Inputs inputs = new Inputs(new Lake(SparkExtension.session(), folder.toString()));
    inputs.handOn(IndexScore.TABLE, Map.of(scenario.id(), scores()));
    assertThat(table.explain(scenario, inputs).lines().toList())
        .containsExactly(
            "",
            "scenarios.digital-coupling.coupling, digital-resilience, unit 140600, year 2013,"
                + " system digital: 1.2 lies outside the scale of coupled scores, from 0 to 1; take"
                + " normalisation.clamp = true, another normalisation, or leave the coupling out",
            "scenarios.digital-coupling.coupling, digital-resilience, unit 511300, year 2013,"
                + " system resilience: -0.01 lies outside the scale of coupled scores, from 0 to 1;"
                + " take normalisation.clamp = true, another normalisation, or leave the coupling"
                + " out");
    assertThat(new ScoreScale(100).problem("unit b", 101.0))
        .isEqualTo("unit b: 101.0 lies outside the scale of coupled scores, from 0 to 100");
  }
}
