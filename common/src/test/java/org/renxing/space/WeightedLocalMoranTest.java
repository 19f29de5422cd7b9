package org.renxing.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class WeightedLocalMoranTest {
  /** Conflict in Africa (Anselin 1995), as spdep prints it. */
  @Test
  void africa() throws IOException {
    SpatialCase africa = new SpatialCase("local_moran_africa");
    List<String> units = africa.units();
    WeightedLocalMoran moran = new WeightedLocalMoran(africa.weights(), africa.column("totcon"));
    WeightedLocalMoran.Moments conditional = WeightedLocalMoran.Moments.CONDITIONAL;
    List<LocalStatistic> found = moran.statistics(conditional);
    List<LocalStatistic> total = moran.statistics(WeightedLocalMoran.Moments.TOTAL);
    africa.check("local_I", 84, key -> found.get(units.indexOf(key)).value());
    africa.check("local_I_z_conditional", 84, key -> found.get(units.indexOf(key)).z());
    africa.check("local_I_z_total", 42, key -> total.get(units.indexOf(key)).z());
    africa.check(
        "local_I_p_two_sided_conditional", 42, key -> found.get(units.indexOf(key)).pValue());
    africa.check(
        "local_I_E_conditional", 42, key -> moran.expected(units.indexOf(key), conditional));
    africa.check(
        "local_I_var_conditional", 42, key -> moran.variance(units.indexOf(key), conditional));
    // Egypt and Sudan lead the map of the paper
    assertThat(moran.quadrant(0)).isEqualTo("HH");
  }

  /** The pseudo p-values come near those of all arrangements, one- and two-sided. */
  @Test
  void pseudoPValues() {
    double[] x = {9, 8, 7, 1, 2, 3, 1, 2};
    WeightMatrix ring =
        WeightMatrix.binary(
            new int[][] {{1, 7}, {0, 2}, {1, 3}, {2, 4}, {3, 5}, {4, 6}, {5, 7}, {0, 6}});
    WeightedLocalMoran moran = new WeightedLocalMoran(ring.rowStandardised(), x);
    double[] p = moran.pseudoPValues(9999, 7);
    // the neighbours of 8 are 9 and 7, the highest pair of the 21 others
    assertThat(p[1]).isCloseTo(1 / 21.0, within(0.008));
    assertThat(WeightedLocalMoran.twoSided(p[1])).isCloseTo(2 / 21.0, within(0.016));
    assertThat(WeightedLocalMoran.twoSided(0.7)).isEqualTo(1);
    assertThat(moran.pseudoPValues(9999, 7)).isEqualTo(p);
    assertThat(moran.pseudoPValues(9999, 8)).isNotEqualTo(p);
  }

  @Test
  void islandsAndUnitsAtTheMean() {
    WeightMatrix w = WeightMatrix.binary(new int[][] {{1}, {0}, {}, {1}, {0}});
    double[] x = {3, 1, 5, 2, 4};
    WeightedLocalMoran moran = new WeightedLocalMoran(w, x);
    List<LocalStatistic> found = moran.statistics(WeightedLocalMoran.Moments.CONDITIONAL);
    assertThat(found.get(2).reason()).isEqualTo("NO_NEIGHBOURS");
    assertThat(moran.quadrant(2)).isEmpty();
    assertThat(moran.pseudoPValues(99, 1)[2]).isNaN();
    assertThat(moran.pseudoPValues(99, 1)[0]).isEqualTo(1);
    assertThat(found.get(0).z()).isZero();
    double[] same = new double[5];
    Arrays.fill(same, 0.1);
    WeightedLocalMoran none = new WeightedLocalMoran(w, same);
    assertThat(none.pseudoPValues(99, 1)).containsOnly(Double.NaN);
  }

  @Test
  void refusesWhatIsNoWeight() {
    int[] a = {0, 0};
    int[] b = {1, 1};
    assertThatThrownBy(() -> WeightMatrix.of(2, a, b, new double[] {1, 1}))
        .hasMessageContaining("twice");
    assertThatThrownBy(() -> WeightMatrix.of(2, a, a, new double[] {1, 1}))
        .hasMessageContaining("itself");
    assertThatThrownBy(() -> WeightMatrix.of(2, a, b, new double[] {1, -1}))
        .hasMessageContaining("-1");
  }
}
