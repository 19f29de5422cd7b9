package org.renxing.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WeightRulesTest {
  private static final Places LINE =
      Places.plane(new double[] {0, 1, 3, 7, Double.NaN}, new double[5]);

  @Test
  void inverseDistance() {
    WeightMatrix w = WeightRules.inverseDistance(LINE, 2, 4);
    assertThat(w.of(0, 1)).isEqualTo(1);
    assertThat(w.of(2, 0)).isCloseTo(1 / 9.0, within(1e-15));
    assertThat(w.of(2, 3)).isCloseTo(1 / 16.0, within(1e-15));
    assertThat(w.of(1, 3)).isZero();
    assertThat(w.islands()).containsExactly(4);
    assertThat(w.rowStandardised().rowSum(0)).isCloseTo(1, within(1e-15));
    assertThat(w.rowStandardised().rowSum(4)).isZero();
    assertThat(w.rowStandardised().isRowStandardised()).isFalse();
    Places same = Places.plane(new double[] {1, 1}, new double[2]);
    assertThat(same.coincident()).containsExactly(0, 1);
    assertThatThrownBy(() -> WeightRules.inverseDistance(same, 1, 9))
        .hasMessageContaining("same place");
  }

  @Test
  void economicDistance() {
    WeightMatrix w = WeightRules.economicDistance(new double[] {10, 12, Double.NaN, 20});
    assertThat(w.of(0, 1)).isEqualTo(0.5);
    assertThat(w.of(3, 0)).isEqualTo(0.1);
    assertThat(w.degree(2)).isZero();
  }

  @Test
  void kernels() {
    Map<WeightRules.Kernel, Double> halfway =
        Map.of(
            WeightRules.Kernel.UNIFORM,
            1.0,
            WeightRules.Kernel.TRIANGULAR,
            0.5,
            WeightRules.Kernel.EPANECHNIKOV,
            0.75,
            WeightRules.Kernel.QUARTIC,
            0.5625,
            WeightRules.Kernel.GAUSSIAN,
            Math.exp(-0.125));
    halfway.forEach(
        (kernel, expected) -> {
          WeightMatrix w = WeightRules.kernel(LINE, kernel, 2);
          assertThat(w.of(0, 1)).isCloseTo(expected, within(1e-15));
          assertThat(w.of(0, 2)).isZero();
        });
    WeightMatrix w = WeightRules.adaptiveKernel(LINE, WeightRules.Kernel.TRIANGULAR, 2);
    assertThat(w.of(0, 1)).isCloseTo(2 / 3.0, within(1e-15));
    assertThat(w.of(3, 2)).isCloseTo(1 - 4 / 6.0, within(1e-15));
    assertThat(w.of(3, 0)).isZero();
    assertThat(w.degree(4)).isZero();
  }

  @Test
  void nearestAndBand() {
    assertThat(WeightRules.nearest(LINE, 1).neighbour(3, 0)).isEqualTo(2);
    assertThat(WeightRules.nearest(LINE, 1).degree(4)).isZero();
    assertThat(WeightRules.nearest(LINE, 9).degree(0)).isEqualTo(3);
    assertThat(WeightRules.band(LINE, 2).degree(1)).isEqualTo(2);
    assertThat(WeightRules.band(LINE, 2).islands()).containsExactly(3, 4);
  }

  /** Three cities in a line; by hand: flows 6 between A and B, 12/16 = 0.75, 8/9 … */
  @Test
  void gravity() {
    Places cities = Places.plane(new double[] {0, 1, 4, 4}, new double[4]);
    double[] size = {3, 2, 4, Double.NaN};
    GravityNetwork network = GravityNetwork.of(cities, size, 2, false);
    assertThat(network.flow(0, 1)).isEqualTo(6);
    assertThat(network.flow(2, 0)).isEqualTo(0.75);
    assertThat(network.flow(1, 2)).isCloseTo(8 / 9.0, within(1e-15));
    assertThat(network.flow(2, 3)).isNaN();
    List<GravityNetwork.Node> nodes = network.nodes();
    assertThat(nodes.get(0).outStrength()).isEqualTo(6.75);
    assertThat(nodes.get(0).inStrength()).isEqualTo(6.75);
    assertThat(nodes.get(0).outDegree()).isEqualTo(1);
    assertThat(nodes.get(1).inDegree()).isEqualTo(2);
    assertThat(nodes.get(2).inDegree()).isZero();
    assertThat(network.hasLink(2, 1)).isTrue();
    assertThat(nodes.get(3).reason()).isEqualTo("MISSING");
    assertThat(network.density()).isCloseTo(0.5, within(1e-15));
    GravityNetwork directed = GravityNetwork.of(cities, size, 2, true);
    assertThat(directed.flow(0, 1)).isCloseTo(6 * 3 / 5.0, within(1e-15));
    assertThat(directed.flow(1, 0)).isCloseTo(6 * 2 / 5.0, within(1e-15));
  }
}
