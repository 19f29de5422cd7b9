package org.renxing.jobs.gold.efficiency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.renxing.efficiency.Answer;
import org.renxing.efficiency.DeaStage;
import org.renxing.efficiency.Plan;
import org.renxing.efficiency.UnitYear;
import org.renxing.jobs.gold.index.ScoreRow;
import org.renxing.lake.TableRows;
import org.renxing.model.DeaModel;
import org.renxing.model.DeaReference;
import org.renxing.records.Records;
import org.renxing.summary.Groupings;
import org.renxing.territory.UnitDirectory;
import org.renxing.testing.Frames;
import org.renxing.testing.SparkExtension;
import org.renxing.testing.Spread;

/** Tables of DEA, held here and distributed. */
class DeaTablesTest {
  private static final UnitDirectory UNITS =
      new UnitDirectory(
          List.of("region"), List.of(unit("1", "west"), unit("2", "east"), unit("3", "east")));

  private static UnitDirectory.Unit unit(String id, String region) {
    return new UnitDirectory.Unit(id, "Unit " + id, Map.of("region", region));
  }

  private static void add(String unit, double a, double b, List<ScoreRow> out) {
    out.add(new ScoreRow("w", "a", 1, unit, 2010, a, Double.NaN, 0));
    if (!Double.isNaN(b)) {
      out.add(new ScoreRow("w", "b", 1, unit, 2010, b, Double.NaN, 0));
    }
    out.add(new ScoreRow("other", "b", 1, unit, 2010, 9, Double.NaN, 0));
  }

  private static List<ScoreRow> scores() {
    List<ScoreRow> out = new ArrayList<>();
    add("1", 0.5, 0.25, out);
    add("2", 0.5, 0.5, out);
    add("3", 0.9, Double.NaN, out);
    return out;
  }

  private static Map<String, Row> by(TableRows rows, String... key) {
    return Frames.by(rows.plan(SparkExtension.session()), key);
  }

  @Test
  void rowsHoldScoresSlacksAndPeers() {
    Plan plan = Plan.of(List.of(DeaModel.ccr("m", "w", List.of("a", "b"))));
    Spread.ways(scores())
        .forEach(
            way -> {
              Records<UnitYear> panel =
                  way.groupedBy(DeaTable::unitYear, DeaTable.units(plan, UNITS)).kept();
              assertThat(panel.list()).hasSize(3);
              Records<Answer> answers = DeaStage.answers(plan, panel).kept();
              assertScores(
                  by(new DeaScore().rows(plan, answers, UNITS), "output_system", "unit_id"));
              Map<String, Row> slacks =
                  by(
                      new DeaSlack().rows(plan, answers, UNITS),
                      "output_system",
                      "unit_id",
                      "variable");
              assertThat(slacks).hasSize(2 * 2 * 2);
              assertThat(slacks.get("a/2/b").<String>getAs("role")).isEqualTo("input");
              assertThat(slacks.get("a/2/b").<Double>getAs("target")).isEqualTo(0.25);
              assertThat(slacks.get("a/2/b").<Double>getAs("slack_share")).isZero();
              assertThat(slacks.get("a/2/a").<Double>getAs("value")).isEqualTo(0.5);
              Row peer =
                  by(new DeaPeer().rows(plan, answers, UNITS), "output_system", "unit_id")
                      .get("a/2");
              assertThat(peer.<String>getAs("peer_unit_id")).isEqualTo("1");
              assertThat(peer.<Integer>getAs("peer_year")).isEqualTo(2010);
              assertThat(peer.<Double>getAs("lambda")).isEqualTo(1.0);
              answers.release();
              panel.release();
            });
  }

  private static void assertScores(Map<String, Row> rows) {
    assertThat(rows).hasSize(6);
    Row half = rows.get("a/2");
    assertThat(half.<String>getAs("unit_name")).isEqualTo("Unit 2");
    assertThat(half.<String>getAs("measure")).isEqualTo("theta");
    assertThat(half.<String>getAs("orientation")).isEqualTo("input");
    assertThat(half.<Double>getAs("theta")).isEqualTo(0.5);
    assertThat(half.<Double>getAs("phi")).isNull();
    assertThat(half.<Double>getAs("theta_minus_eps_slack")).isEqualTo(0.5);
    assertThat(half.<Double>getAs("scale_efficiency")).isEqualTo(1.0);
    assertThat(half.<String>getAs("returns_to_scale")).isEqualTo("constant");
    assertThat(half.<String>getAs("status")).isEqualTo("OK");
    assertThat(half.<String>getAs("reason")).isNull();
    Row missing = rows.get("b/3");
    assertThat(missing.<String>getAs("status")).isEqualTo("MISSING");
    assertThat(missing.<String>getAs("reason")).isEqualTo("MISSING_SCORE");
    assertThat(missing.<Double>getAs("theta")).isNull();
  }

  @Test
  void referenceSetsArePartedByColumnsOfUnits() {
    DeaModel ccr = DeaModel.ccr("m", "w", List.of("a", "b"));
    DeaModel parted =
        new DeaModel(
            "g",
            "w",
            ccr.systems(),
            ccr.reading(),
            ccr.kind(),
            ccr.returns(),
            ccr.orientation(),
            DeaReference.parse("group:colour"),
            ccr.epsilon(),
            false);
    assertThatThrownBy(() -> DeaTable.units(Plan.of(List.of(parted)), UNITS))
        .hasMessageContaining("dea: reference: units have no column 'colour'");
  }

  private static DeaSummary.Efficiency efficiency(
      String unit, int year, double theta, boolean isStrong, boolean isWeak) {
    return new DeaSummary.Efficiency("m", "a", unit, year, theta, isStrong, isWeak);
  }

  @Test
  void summariesCountAndAverage() {
    List<DeaSummary.Efficiency> scores =
        List.of(
            efficiency("2", 2010, 1.0, true, true),
            efficiency("1", 2010, 0.5, false, false),
            efficiency("3", 2010, Double.NaN, false, false),
            efficiency("2", 2011, 1.0, false, true));
    Groupings groupings = new Groupings(UNITS, List.of("region"));
    Spread.ways(scores)
        .forEach(
            way ->
                assertSummaries(
                    by(
                        new DeaSummary().rows(way, groupings),
                        "group_type",
                        "group_value",
                        "year")));
  }

  private static void assertSummaries(Map<String, Row> found) {
    assertThat(found.keySet())
        .containsExactlyInAnyOrder(
            "all/all/2010",
            "all/all/2011",
            "all/all/0",
            "region/east/2010",
            "region/east/2011",
            "region/east/0",
            "region/west/2010",
            "region/west/0");
    Row all = found.get("all/all/2010");
    assertThat(all.<Long>getAs("n")).isEqualTo(2);
    assertThat(all.<Long>getAs("n_unscored")).isEqualTo(1);
    assertThat(all.<Double>getAs("mean_theta")).isEqualTo(0.75);
    assertThat(all.<Double>getAs("min_theta")).isEqualTo(0.5);
    assertThat(all.<Long>getAs("n_efficient")).isEqualTo(1);
    assertThat(found.get("all/all/0").<Long>getAs("n_weakly_efficient")).isEqualTo(2);
    assertThat(found.get("region/east/2010").<Object>getAs("sd_theta")).isNull();
  }
}
