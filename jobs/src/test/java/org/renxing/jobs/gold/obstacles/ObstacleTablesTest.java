package org.renxing.jobs.gold.obstacles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.renxing.testing.Systems.index;
import static org.renxing.testing.Systems.leaf;
import static org.renxing.testing.Systems.node;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.renxing.jobs.gold.coupling.CoupledRow;
import org.renxing.lake.TableRows;
import org.renxing.obstacles.ObstacleScope;
import org.renxing.obstacles.Obstacles;
import org.renxing.panel.IndicatorOrder;
import org.renxing.panel.IndicatorVector;
import org.renxing.records.LocalRecords;
import org.renxing.territory.UnitDirectory;
import org.renxing.testing.Frames;
import org.renxing.testing.SparkExtension;
import org.renxing.testing.Spread;
import org.renxing.weights.GlobalWeights;

/** Tables of obstacles and standings, held here and distributed. */
class ObstacleTablesTest {
  private static final double NONE = Double.NaN;
  private static final IndicatorOrder ORDER =
      IndicatorOrder.of(
          index(
              node("s", node("c", leaf("a", "x"), leaf("b", "x")), leaf("d", "x")),
              node("e", leaf("f", "x")),
              node("o", leaf("g", "x"))));
  private static final ObstacleScope PAIR =
      new ObstacleScope(
          "p", "x", 0, ORDER.placesOf(List.of("s", "e")), List.of("s", "e"), List.of(0.4, 0.6));
  private static final ObstacleScope WHOLE = ObstacleScope.whole(ORDER, "z", 1);
  private static final Obstacles OBSTACLES =
      new Obstacles(ORDER, List.of(PAIR, WHOLE), List.of("x", "z"), weights(), 1);
  private static final UnitDirectory UNITS =
      new UnitDirectory(
          List.of(),
          List.of(
              new UnitDirectory.Unit("u", "U", Map.of()),
              new UnitDirectory.Unit("v", "V", Map.of())));
  private static final List<IndicatorVector> VECTORS =
      List.of(
          vector("u", 2020, 0.0, 0.5, 1.0, 0.5, 0.0),
          vector("u", 2021, 1.0, 1.0, 1.0, 1.0, 0.0),
          vector("v", 2020, 0.0, 0.0, 0.0, 1.0, NONE),
          vector("v", 2021, 0.5, 0.0, NONE, 0.0, 0.5));

  private static IndicatorVector vector(String unit, int year, double... y) {
    return IndicatorVector.of(unit, year, y, y);
  }

  /** Under x: s has 0.1, 0.2, 0.1 and e 0.3; under z they weigh as the year says. */
  private static GlobalWeights weights() {
    List<GlobalWeights.Entry> out = new ArrayList<>();
    double[] x = {0.1, 0.2, 0.1, 0.3, 0.3};
    for (int j = 0; j < x.length; j++) {
      String code = ORDER.codes().get(j);
      out.add(new GlobalWeights.Entry("x", 0, code, x[j]));
      out.add(new GlobalWeights.Entry("z", 2020, code, 0.2));
      out.add(new GlobalWeights.Entry("z", 2021, code, j == 0 ? 1.0 : 0.0));
    }
    return new GlobalWeights(ORDER.codes(), out);
  }

  private static Map<String, Row> by(TableRows rows, String... key) {
    return Frames.by(rows.plan(SparkExtension.session()), key);
  }

  @Test
  void weightsOfAPairSumToItsShares() {
    double[] w = {0.1, 0.2, 0.1, 0.3, 0.3, 9, 9, 9, 9, 9};
    assertThat(PAIR.weights(w, ORDER))
        .containsExactly(new double[] {0.1, 0.2, 0.1, 0.6}, offset(1e-15));
    assertThat(WHOLE.weights(w, ORDER)).containsExactly(9, 9, 9, 9, 9);
  }

  @Test
  void degreesOfPairAndWhole() {
    Spread.ways(VECTORS)
        .forEach(
            way ->
                assertDegrees(
                    by(
                        way.rows(
                            new ObstacleUnitYear().columns(),
                            vector -> ObstacleUnitYear.rows(vector, OBSTACLES, UNITS)),
                        "pair_id",
                        "unit_id",
                        "year",
                        "indicator_code")));
  }

  private static void assertDegrees(Map<String, Row> rows) {
    assertThat(rows).hasSize(4 * 4 + 4 * 5);
    // burdens 0.1, 0.1, 0, 0.3 of 0.5
    Row a = rows.get("p/u/2020/a");
    assertThat(a.<Double>getAs("degree_pct")).isCloseTo(20, offset(1e-12));
    assertThat(a.<Double>getAs("system_degree_pct")).isCloseTo(50, offset(1e-12));
    assertThat(a.<String>getAs("criterion")).isEqualTo("c");
    assertThat(a.<Integer>getAs("rank")).isEqualTo(2);
    assertThat(a.<Integer>getAs("order_no")).isEqualTo(2);
    Row b = rows.get("p/u/2020/b");
    assertThat(b.<Integer>getAs("rank")).isEqualTo(2);
    assertThat(b.<Integer>getAs("order_no")).isEqualTo(3);
    assertThat(b.<Double>getAs("cumulative_pct")).isCloseTo(100, offset(1e-12));
    assertThat(rows.get("p/u/2020/d").<String>getAs("criterion")).isNull();
    assertThat(rows.get("p/v/2020/f").<Double>getAs("system_degree_pct")).isNull();
    assertThat(rows.get("p/u/2021/a").<String>getAs("reason")).isEqualTo("IDEAL_POINT");
    assertThat(rows.get("p/v/2021/f").<String>getAs("reason")).isEqualTo("MISSING_INDICATOR");
    assertThat(rows.get("p/v/2021/f").<Integer>getAs("rank")).isNull();
    // the whole: missing g counts in 2020; in 2021 only a weighs
    assertThat(rows.get("overall/v/2020/a").<String>getAs("reason")).isEqualTo("MISSING_INDICATOR");
    assertThat(rows.get("overall/v/2021/a").<Double>getAs("degree_pct")).isEqualTo(100.0);
    assertThat(rows.get("overall/v/2021/d").<Double>getAs("degree_pct")).isZero();
  }

  private static CoupledRow coupled(String unit, String level) {
    return new CoupledRow("p", unit, 2020, "s", "e", NONE, NONE, NONE, NONE, NONE, "", level);
  }

  @Test
  void meansByClassYearAndLevel() {
    List<CoupledRow> classes = List.of(coupled("u", "high"), coupled("v", ""));
    Spread.ways(VECTORS)
        .forEach(
            way ->
                assertMeans(
                    by(
                        new ObstacleSummary().rows(way, LocalRecords.of(classes), OBSTACLES),
                        "pair_id",
                        "level",
                        "code",
                        "class",
                        "year")));
  }

  private static void assertMeans(Map<String, Row> rows) {
    // u 20, 20, 0, 60 and v 25, 50, 25, 0
    Row a = rows.get("p/indicator/a/all/2020");
    assertThat(a.<Double>getAs("mean_degree_pct")).isCloseTo(22.5, offset(1e-12));
    assertThat(a.<Long>getAs("n")).isEqualTo(2L);
    assertThat(a.<Integer>getAs("rank")).isEqualTo(3);
    assertThat(mean(rows, "p/indicator/b/all/2020")).isCloseTo(35, offset(1e-12));
    assertThat(mean(rows, "p/indicator/a/high/2020")).isCloseTo(20, offset(1e-12));
    assertThat(mean(rows, "p/criterion/c/all/0")).isCloseTo(57.5, offset(1e-12));
    assertThat(mean(rows, "p/system/s/all/0")).isCloseTo(70, offset(1e-12));
    assertThat(mean(rows, "p/system/e/high/0")).isCloseTo(60, offset(1e-12));
    assertThat(rows.get("p/system/e/all/2020").<Integer>getAs("rank")).isEqualTo(2);
    assertThat(rows).doesNotContainKey("p/indicator/a/all/2021");
    assertThat(rows.get("overall/indicator/g/all/2020").<Long>getAs("n")).isEqualTo(1L);
    assertThat(rows.keySet()).noneMatch(key -> key.startsWith("overall") && key.contains("high"));
  }

  private static double mean(Map<String, Row> rows, String key) {
    return rows.get(key).<Double>getAs("mean_degree_pct");
  }

  @Test
  void standingsAreNamed() {
    Spread.ways(VECTORS)
        .forEach(
            way -> {
              Map<String, Row> rows =
                  by(
                      new IndicatorStanding().rows(way, ORDER, UNITS),
                      "unit_id",
                      "year",
                      "kind",
                      "order_no");
              Row best = rows.get("u/2021/strength/1");
              assertThat(best.<String>getAs("unit_name")).isEqualTo("U");
              assertThat(best.<String>getAs("indicator_code")).isEqualTo("a");
              assertThat(best.<Double>getAs("mean")).isEqualTo(0.75);
              assertThat(rows.get("v/2021/strength/1").<String>getAs("system")).isEqualTo("o");
            });
  }
}
