package org.renxing.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.renxing.testing.Frames.row;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.renxing.index.Ranking;
import org.renxing.testing.Frames;

class RanksTest {
  /** Ties at 12 digits, ids beyond the basic plane, missing values: as columns are ranked. */
  @Test
  void ranksAsColumnsAreRanked() {
    List<String> units = List.of("b", "\uFB00", "\uD869\uDED7", "a", "北京", "c", "none");
    double[] values = {0.5, 1.0 / 3, 1.0 / 3 * (1 + 1e-15), 0.5, -2, 0, Double.NaN};
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      rows.add(row(units.get(i), 1, Double.isNaN(values[i]) ? null : values[i]));
    }
    Map<String, Row> columns =
        Frames.by(
            Ranking.add(
                Frames.of("unit_id string, year int, x double", rows), "x", List.of("year")),
            "unit_id");
    Ranks ranks = Ranks.of(values, units);
    for (int i = 0; i < values.length - 1; i++) {
      Row row = columns.get(units.get(i));
      assertThat(ranks.dense(i)).as(units.get(i)).isEqualTo(row.<Integer>getAs("rank"));
      assertThat(ranks.orderNo(i)).isEqualTo(row.<Integer>getAs("order_no"));
      assertThat(ranks.percentile(i)).isEqualTo(row.<Double>getAs("percentile"));
    }
    assertThat(ranks.orderNo(1)).isEqualTo(3);
    assertThat(ranks.dense(6)).isZero();
    assertThat(ranks.orderNo(6)).isZero();
    assertThat(ranks.percentile(6)).isNaN();
    assertThat(Ranks.of(new double[] {7}, List.of("one")).percentile(0)).isEqualTo(1);
  }
}
