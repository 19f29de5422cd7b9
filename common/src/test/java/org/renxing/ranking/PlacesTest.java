package org.renxing.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PlacesTest {
  private static final double NONE = Double.NaN;

  @Test
  void ranksAreDenseAndMissingOnesHaveNone() {
    Places places = Places.of(new double[] {0.5, NONE, 2, 0.5, 0, -0.0, -3});
    assertThat(places.dense()).containsExactly(2, 0, 1, 2, 3, 3, 4);
    assertThat(places.descending()).containsExactly(2, 0, 3, 4, 5, 6);
  }

  @Test
  void twelveDigitsTie() {
    double third = 1.0 / 3;
    assertThat(Places.of(new double[] {third, third * (1 + 1e-14), third * (1 + 1e-10)}).dense())
        .containsExactly(2, 2, 1);
    assertThat(Places.of(new double[] {0.99999999999999, 1, 1e-300, 0}).dense())
        .containsExactly(1, 1, 2, 3);
  }

  @Test
  void percentilesCountTiesHalf() {
    double[] shares = Places.of(new double[] {4, 1, 4, NONE, 9}).percentiles();
    assertThat(shares).containsExactly(0.5, 0, 0.5, NONE, 1);
    assertThat(Places.of(new double[] {7}).percentiles()).containsExactly(0.5);
    assertThat(Places.of(new double[] {2, 2, 2}).percentiles()).containsExactly(0.5, 0.5, 0.5);
  }

  @Property(tries = 300)
  void equalToTheRoundedDecimals(
      @ForAll @Size(min = 1, max = 12) @DoubleRange(min = -1e6, max = 1e6) double[] x) {
    int[] dense = Places.of(x).dense();
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < x.length; j++) {
        int byDecimal = Double.compare(rounded(x[j]), rounded(x[i]));
        assertThat(Integer.signum(Integer.compare(dense[i], dense[j])))
            .as("%s against %s", x[i], x[j])
            .isEqualTo(byDecimal);
      }
    }
  }

  private static double rounded(double x) {
    return new BigDecimal(x).round(new MathContext(12)).doubleValue() + 0.0;
  }
}
