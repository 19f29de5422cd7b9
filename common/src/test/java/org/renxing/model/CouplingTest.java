package org.renxing.model;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class CouplingTest {
  private static Coupling pair(String second, double weight) {
    return new Coupling(
        "p", "x", List.of("s", second), List.of(0.5, weight), Coupling.Variant.STANDARD);
  }

  @Test
  void eachSystemStandsOnce() {
    assertThatThrownBy(() -> pair("s", 0.5))
        .isInstanceOf(RenxingException.class)
        .hasMessageContaining("coupling p: each system stands once, found [s, s]");
  }

  @Test
  void weightsAreNumbersThatSumToOne() {
    for (double weight : new double[] {0.6, -0.5, Double.NaN}) {
      assertThatThrownBy(() -> pair("e", weight))
          .isInstanceOf(RenxingException.class)
          .hasMessageContaining("sum to 1");
    }
  }
}
