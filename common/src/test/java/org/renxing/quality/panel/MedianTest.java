package org.renxing.quality.panel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MedianTest {
  @Test
  void isTheMiddleOrTheMeanOfTheTwoInTheMiddle() {
    assertThat(Median.of(3, 1, 2)).isEqualTo(2);
    assertThat(Median.of(4, 1, 3, 2)).isEqualTo(2.5);
    assertThat(Median.of(Double.NaN, 7, Double.NEGATIVE_INFINITY)).isEqualTo(-1.0 / 0);
    assertThat(Median.of(5)).isEqualTo(5);
  }

  @Test
  void isUnknownOfNothing() {
    assertThat(Median.of()).isNaN();
    assertThat(Median.of(Double.NaN)).isNaN();
  }

  @Test
  void leavesTheValuesInTheirOrder() {
    double[] values = {3, 1, 2};
    Median.of(values);
    assertThat(values).containsExactly(3, 1, 2);
  }
}
