package org.renxing.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RanksTest {
  /** Ties at 12 digits, ids beyond the basic plane in the order of UTF-8, missing values. */
  @Test
  void sharesRanksAndOrdersTiesById() {
    List<String> units = List.of("b", "\uFB00", "\uD869\uDED7", "a", "北京", "c", "none");
    double[] values = {0.5, 1.0 / 3, 1.0 / 3 * (1 + 1e-15), 0.5, -2, 0, Double.NaN};
    int[] dense = {1, 2, 2, 1, 4, 3};
    int[] order = {2, 3, 4, 1, 6, 5};
    double[] percentiles = {1, 1 - 2 / 5.0, 1 - 2 / 5.0, 1, 0, 1 - 4 / 5.0};
    Ranks ranks = Ranks.of(values, units);
    for (int i = 0; i < dense.length; i++) {
      assertThat(ranks.dense(i)).as(units.get(i)).isEqualTo(dense[i]);
      assertThat(ranks.orderNo(i)).isEqualTo(order[i]);
      assertThat(ranks.percentile(i)).isEqualTo(percentiles[i]);
    }
    assertThat(ranks.dense(6)).isZero();
    assertThat(ranks.orderNo(6)).isZero();
    assertThat(ranks.percentile(6)).isNaN();
    assertThat(Ranks.of(new double[] {7}, List.of("one")).percentile(0)).isEqualTo(1);
  }
}
