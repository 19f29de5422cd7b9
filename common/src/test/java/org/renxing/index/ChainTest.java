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
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.renxing.index.score.Scores;
import org.renxing.index.weigh.Weights;
import org.renxing.model.Direction;
import org.renxing.model.IndexSystem;
import org.renxing.model.Scenario;
import org.renxing.panel.BaseCell;
import org.renxing.panel.PanelGrid;
import org.renxing.panel.PanelKernel;
import org.renxing.panel.UnitBase;
import org.renxing.panel.UnitPanel;
import org.renxing.records.LocalRecords;
import org.renxing.testing.Frames;
import org.renxing.testing.NormalisedFrame;
import org.renxing.testing.SparkExtension;
import org.renxing.testing.Systems;

/** From observations to scores, on one partition and on seven. */
class ChainTest {
  private static final IndexSystem SYSTEM =
      index(
          node("s", leaf("a", "x0 / x1"), leaf("b", Direction.NEGATIVE, "ln(x2) + x1")),
          node("e", leaf("c", "x3 * 1e6"), leaf("d", "coalesce(x4, x0)")));
  private static final Scenario SCENARIO =
      Systems.scenario(SYSTEM, "2012..2021", Systems.DEFAULT_IMPUTATION, "");

  private static Dataset<Row> normalised() {
    Random random = new Random(5);
    PanelKernel kernel = PanelKernel.of(SCENARIO);
    PanelGrid grid = kernel.grid();
    List<UnitBase> units = new ArrayList<>();
    for (int unit = 0; unit < 40; unit++) {
      List<BaseCell> cells = new ArrayList<>();
      for (int year = 2012; year <= 2021; year++) {
        for (int j = 0; j < 5; j++) {
          if (random.nextDouble() > 0.05) {
            cells.add(BaseCell.of(year, "x" + j, 0.1 + random.nextDouble()));
          }
        }
      }
      units.add(UnitBase.of(kernel.base(), "u" + unit, "", cells));
    }
    List<Row> rows = new ArrayList<>();
    for (UnitPanel panel : kernel.build(LocalRecords.of(units)).list()) {
      for (int cell = 0; panel.exclusion().isEmpty() && cell < grid.size(); cell++) {
        Double value = panel.isMissing(cell) ? null : (Double) panel.value(cell);
        rows.add(row(panel.unitId(), grid.year(cell), grid.code(cell), value));
      }
    }
    return NormalisedFrame.of(SCENARIO.normalisation(), SYSTEM, rows);
  }

  private static Map<String, Row> scores(Dataset<Row> values) {
    Dataset<Row> weights = new Weights(SYSTEM).of(values, SCENARIO.schemes(), Map.of());
    return Frames.by(
        new Scores(SYSTEM, SCENARIO.aggregation()).of(values, weights),
        "system",
        "unit_id",
        "year");
  }

  @Test
  void partitionsDoNotMatter() {
    Map<String, Row> one = scores(normalised().coalesce(1));
    SparkExtension.session().conf().set("spark.sql.shuffle.partitions", "7");
    Map<String, Row> seven;
    try {
      seven = scores(normalised().repartition(7, col("year"), col("indicator_code")));
    } finally {
      SparkExtension.session().conf().set("spark.sql.shuffle.partitions", "2");
    }
    assertThat(one).isNotEmpty();
    assertThat(seven.keySet()).containsExactlyInAnyOrderElementsOf(one.keySet());
    one.forEach(
        (key, row) -> {
          double score = row.<Double>getAs("score");
          assertThat(seven.get(key).<Double>getAs("score"))
              .as(key)
              .isCloseTo(score, offset(1e-12 * score));
          assertThat(seven.get(key).<Integer>getAs("rank")).isEqualTo(row.<Integer>getAs("rank"));
          assertThat(seven.get(key).<Integer>getAs("order_no"))
              .isEqualTo(row.<Integer>getAs("order_no"));
        });
  }
}
