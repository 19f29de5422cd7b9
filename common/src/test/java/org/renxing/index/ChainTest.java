package org.renxing.index;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.renxing.testing.Frames.row;
import static org.renxing.testing.Systems.index;
import static org.renxing.testing.Systems.leaf;
import static org.renxing.testing.Systems.node;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.renxing.index.normalise.Normaliser;
import org.renxing.index.panel.PanelBuilder;
import org.renxing.model.Direction;
import org.renxing.model.IndexSystem;
import org.renxing.model.Scenario;
import org.renxing.testing.Frames;
import org.renxing.testing.SparkExtension;
import org.renxing.testing.Systems;

/** From observations to normalised values, on one partition and on seven. */
class ChainTest {
  private static final IndexSystem SYSTEM =
      index(
          node("s", leaf("a", "x0 / x1"), leaf("b", Direction.NEGATIVE, "ln(x2) + x1")),
          node("e", leaf("c", "x3 * 1e6"), leaf("d", "coalesce(x4, x0)")));
  private static final Scenario SCENARIO =
      Systems.scenario(SYSTEM, "2012..2021", Systems.DEFAULT_IMPUTATION, "");

  private static Dataset<Row> observations() {
    Random random = new Random(5);
    List<Row> rows = new ArrayList<>();
    for (int unit = 0; unit < 40; unit++) {
      for (int year = 2012; year <= 2021; year++) {
        for (int j = 0; j < 5; j++) {
          if (random.nextDouble() > 0.05) {
            rows.add(row("u" + unit, year, "x" + j, 0.1 + random.nextDouble()));
          }
        }
      }
    }
    return Frames.of("unit_id string, year int, indicator_code string, value double", rows);
  }

  private static Dataset<Row> units() {
    List<Row> rows = new ArrayList<>();
    for (int unit = 0; unit < 40; unit++) {
      rows.add(row("u" + unit));
    }
    return Frames.of("unit_id string", rows);
  }

  private static Map<String, Row> normalised(Dataset<Row> observations) {
    return Frames.by(
        new Normaliser(SCENARIO.normalisation())
            .apply(
                new PanelBuilder(SCENARIO).build(observations, units()).values(),
                IndicatorTable.of(SparkExtension.session(), SYSTEM),
                Optional.empty()),
        "indicator_code",
        "unit_id",
        "year");
  }

  @Test
  void partitionsDoNotMatter() {
    Map<String, Row> one = normalised(observations().coalesce(1));
    SparkExtension.session().conf().set("spark.sql.shuffle.partitions", "7");
    Map<String, Row> seven;
    try {
      seven = normalised(observations().repartition(7, col("year"), col("indicator_code")));
    } finally {
      SparkExtension.session().conf().set("spark.sql.shuffle.partitions", "2");
    }
    assertThat(one).isNotEmpty();
    assertThat(seven.keySet()).containsExactlyInAnyOrderElementsOf(one.keySet());
    one.forEach(
        (key, row) ->
            assertThat(seven.get(key).<Double>getAs("normalised"))
                .as(key)
                .isCloseTo(row.<Double>getAs("normalised"), offset(1e-12)));
  }

  @Test
  void onePanelTakesOneShuffle() {
    String plan =
        new PanelBuilder(SCENARIO)
            .build(observations(), units())
            .values()
            .queryExecution()
            .executedPlan()
            .toString();
    assertThat(plan.split("Exchange hashpartitioning", -1)).hasSize(2);
  }
}
