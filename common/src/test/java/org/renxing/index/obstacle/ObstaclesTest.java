package org.renxing.index.obstacle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.renxing.testing.Frames.row;
import static org.renxing.testing.Systems.index;
import static org.renxing.testing.Systems.leaf;
import static org.renxing.testing.Systems.node;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.renxing.index.vector.IndicatorVectors;
import org.renxing.obstacles.ObstacleScope;
import org.renxing.panel.IndicatorOrder;
import org.renxing.testing.Frames;

class ObstaclesTest {
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
  private static final Obstacles OBSTACLES = new Obstacles(ORDER, List.of(PAIR, WHOLE), 1);
  private static final String VALUES =
      "unit_id string, year int, indicator_code string, normalised double";

  /** Under x: s has 0.1, 0.2, 0.1 and e 0.3; under z they weigh as the year says. */
  private static Dataset<Row> vectors(List<Row> values) {
    List<Row> weights = new ArrayList<>();
    double[] x = {0.1, 0.2, 0.1, 0.3, 0.3};
    for (int j = 0; j < x.length; j++) {
      weights.add(row("x", 0, ORDER.codes().get(j), x[j]));
      weights.add(row("z", 2020, ORDER.codes().get(j), 0.2));
      weights.add(row("z", 2021, ORDER.codes().get(j), j == 0 ? 1.0 : 0.0));
    }
    return IndicatorVectors.of(
        Frames.of(VALUES, values),
        Frames.of("scheme string, year int, indicator_code string, global_weight double", weights),
        ORDER,
        List.of("x", "z"));
  }

  private static void add(List<Row> rows, String unit, int year, Double... y) {
    for (int j = 0; j < y.length; j++) {
      rows.add(row(unit, year, ORDER.codes().get(j), y[j]));
    }
  }

  private static List<Row> values() {
    List<Row> rows = new ArrayList<>();
    add(rows, "u", 2020, 0.0, 0.5, 1.0, 0.5, 0.0);
    add(rows, "u", 2021, 1.0, 1.0, 1.0, 1.0, 0.0);
    add(rows, "v", 2020, 0.0, 0.0, 0.0, 1.0, null);
    add(rows, "v", 2021, 0.5, 0.0, null, 0.0, 0.5);
    return rows;
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
    Map<String, Row> rows =
        Frames.by(OBSTACLES.of(vectors(values())), "pair_id", "unit_id", "year", "indicator_code");
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

  @Test
  void meansByClassYearAndLevel() {
    Dataset<Row> classes =
        Frames.of(
            "pair_id string, unit_id string, year int, class string",
            row("p", "u", 2020, "high"),
            row("p", "v", 2020, null));
    Map<String, Row> rows =
        Frames.by(
            OBSTACLES.means(vectors(values()), classes),
            "pair_id",
            "level",
            "code",
            "class",
            "year");
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

  @Test
  void strengthsAndWeaknesses() {
    List<Row> values = new ArrayList<>();
    add(values, "u", 2020, 1.0, 0.5, 0.0, 0.1, 0.3);
    add(values, "v", 2020, 0.0, 0.5, 1.0, 0.2, null);
    add(values, "w", 2020, 0.5, 0.5, 0.8, 0.9, 0.3);
    Map<String, Row> rows =
        Frames.by(Standings.of(vectors(values), ORDER), "unit_id", "year", "kind", "order_no");
    Row best = rows.get("u/2020/strength/1");
    assertThat(best.<String>getAs("indicator_code")).isEqualTo("a");
    assertThat(best.<Double>getAs("z")).isCloseTo(Math.sqrt(1.5), offset(1e-12));
    assertThat(best.<Double>getAs("percentile")).isEqualTo(1.0);
    assertThat(rows.get("u/2020/weakness/1").<String>getAs("indicator_code")).isEqualTo("d");
    assertThat(rows.get("w/2020/strength/1").<String>getAs("indicator_code")).isEqualTo("f");
    // b and g are equal for all, and so neither
    assertThat(rows.values())
        .noneMatch(r -> Set.of("b", "g").contains(r.<String>getAs("indicator_code")));
    assertThat(rows).containsKeys("v/2020/weakness/2").doesNotContainKey("v/2020/weakness/3");
  }

  @Test
  void sameBitsInAnyOrder() {
    Random random = new Random(3);
    List<Row> values = new ArrayList<>();
    List<Row> classes = new ArrayList<>();
    for (int unit = 0; unit < 40; unit++) {
      add(
          values,
          "u" + unit,
          2020,
          random.nextDouble(),
          random.nextDouble(),
          random.nextDouble(),
          random.nextDouble(),
          random.nextDouble());
      classes.add(row("p", "u" + unit, 2020, unit % 3 == 0 ? "low" : "high"));
    }
    Set<String> one = bits(values, classes, 1);
    Collections.shuffle(values, random);
    assertThat(bits(values, classes, 5)).isEqualTo(one);
  }

  private static Set<String> bits(List<Row> values, List<Row> classes, int partitions) {
    Dataset<Row> vectors = vectors(values).repartition(partitions);
    Dataset<Row> means =
        OBSTACLES.means(
            vectors, Frames.of("pair_id string, unit_id string, year int, class string", classes));
    Set<String> out =
        means.collectAsList().stream()
            .map(Row::toString)
            .collect(Collectors.toCollection(TreeSet::new));
    Standings.of(vectors, ORDER).collectAsList().forEach(r -> out.add(r.toString()));
    return out;
  }

  private static double mean(Map<String, Row> rows, String key) {
    return rows.get(key).<Double>getAs("mean_degree_pct");
  }
}
