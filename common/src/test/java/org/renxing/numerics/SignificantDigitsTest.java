package org.renxing.numerics;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class SignificantDigitsTest {
  @Test
  void agreesWithDecimalRoundingOverTheWholeRange() {
    Random random = new Random(7);
    for (int e = -323; e <= 307; e++) {
      double size = Double.parseDouble((1 + 9 * random.nextDouble()) + "e" + e);
      double x = e % 2 == 0 ? size : -size;
      double expected =
          new BigDecimal(x).round(new MathContext(10, RoundingMode.HALF_EVEN)).doubleValue();
      assertThat(SignificantDigits.round(x, 10)).as("%s", x).isCloseTo(expected, within(expected));
    }
  }

  private static Offset<Double> within(double x) {
    return Offset.offset(Math.abs(x) * 1e-14 + Double.MIN_VALUE);
  }

  @Test
  void joinsBothSidesOfAPowerOfTen() {
    for (int e = -300; e <= 307; e++) {
      double power = Double.parseDouble("1e" + e);
      assertThat(SignificantDigits.tieKey(Math.nextDown(power)))
          .isEqualTo(SignificantDigits.tieKey(Math.nextUp(power)));
    }
  }

  @Test
  void roundingTwiceChangesNothing() {
    Random random = new Random(8);
    for (int i = 0; i < 500; i++) {
      double once =
          SignificantDigits.tieKey(random.nextGaussian() * Math.pow(10, random.nextInt(40) - 20));
      assertThat(SignificantDigits.tieKey(once)).isEqualTo(once);
    }
  }

  @Test
  void keepsWhatCannotBeRounded() {
    for (double x : new double[] {0, Double.MIN_VALUE, Double.MAX_VALUE}) {
      assertThat(SignificantDigits.round(x, 4)).isEqualTo(x);
    }
    assertThat(1 / SignificantDigits.round(-0.0, 4)).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(SignificantDigits.round(Double.NaN, 4)).isNaN();
    assertThat(SignificantDigits.round(Double.NEGATIVE_INFINITY, 4)).isInfinite();
    assertThat(SignificantDigits.round(-1234.5678, 4)).isEqualTo(-1235.0);
  }
}
