package org.renxing.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.renxing.geo.PixelType.FLOAT32;
import static org.renxing.geo.PixelType.FLOAT64;
import static org.renxing.geo.PixelType.INT16;
import static org.renxing.geo.PixelType.INT32;
import static org.renxing.geo.PixelType.UINT16;
import static org.renxing.geo.PixelType.UINT32;
import static org.renxing.geo.PixelType.UINT8;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.renxing.model.NoDataMark;
import org.renxing.model.RenxingException;

class NoDataTest {
  private static final double LARGEST = Float.MAX_VALUE;

  private static boolean fits(String mark, PixelType type, double pixel) {
    return NoData.of(List.of(new NoDataMark(mark)), type, false).holds(pixel);
  }

  /** What %g, %.7g, %.9g, %.17g and %f make of the least number of single precision. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "-3.40282e+38",
        "-3.402823e+38",
        "-3.4028235e+38",
        "-3.40282347e+38",
        "-3.4028234663852886e+38",
        "-3.4e+38",
        "-3.403e+38",
        "-340282346638528859811704183484516925440.000000",
        "-1.7976931348623157e+308",
        "-1.79769e+308"
      })
  void theLeastFloatIsFoundInEveryPrint(String mark) {
    assertThat(fits(mark, FLOAT32, -LARGEST)).isTrue();
    assertThat(fits(mark, FLOAT32, LARGEST)).isFalse();
    assertThat(fits(mark, FLOAT32, 3)).isFalse();
    assertThat(fits(mark, FLOAT32, -3.3e38f)).isFalse();
  }

  @Test
  void aPrintFitsWhatRoundsToItAndNoMore() {
    assertThat(fits("9.96921e+36", FLOAT32, 9.969209968386869e36)).isTrue();
    assertThat(fits("9.96921e+36", FLOAT32, 9.96922e36f)).isFalse();
    assertThat(fits("1.70141e38", FLOAT32, 0x1p127)).isTrue();
    assertThat(fits("-1.79769313486232e+308", FLOAT64, -Double.MAX_VALUE)).isTrue();
    assertThat(fits("-1.79769e+308", FLOAT64, -Double.MAX_VALUE)).isTrue();
    assertThat(fits("-1.7976931348623157e+308", FLOAT64, -Double.MAX_VALUE)).isTrue();
    assertThat(fits("-1.79769e+308", FLOAT64, -1.7976e308)).isFalse();
  }

  /** A typed number is that number: what only rounds to it is a value. */
  @Test
  void aShortMarkIsNoNet() {
    assertThat(fits("-9999", FLOAT32, -9999)).isTrue();
    assertThat(fits("-9999", FLOAT32, -9999.3f)).isFalse();
    assertThat(fits("0", FLOAT32, 0.3f)).isFalse();
    assertThat(fits("0.1", FLOAT32, 0.1f)).isTrue();
    assertThat(fits("0.1", FLOAT32, 0.14f)).isFalse();
    assertThat(fits("0.1", FLOAT64, 0.1)).isTrue();
    assertThat(fits("0.1", FLOAT64, 0.1f)).isTrue();
    assertThat(fits("1", FLOAT64, Math.nextUp(1.0))).isFalse();
    assertThat(fits("1e+20", FLOAT32, 1e20f)).isTrue();
    assertThat(fits("1e+20", FLOAT32, 1.4e20f)).isFalse();
  }

  @Test
  void wholeNumbersAreComparedAsSuch() {
    assertThat(fits("255.0", UINT8, 255)).isTrue();
    assertThat(fits("2.55e2", UINT8, 255)).isTrue();
    assertThat(fits("-9999.0", INT16, -9999)).isTrue();
    assertThat(fits("4294967295", UINT32, 4294967295.0)).isTrue();
    assertThat(fits("-2147483648", INT32, -2147483648.0)).isTrue();
    assertThat(fits("254.5", UINT8, 254)).isFalse();
    assertThat(fits("254.5", UINT8, 255)).isFalse();
  }

  /** Neither clamped nor wrapped: −9999 is neither 0 nor 55537. */
  @ParameterizedTest
  @ValueSource(strings = {"-9999", "1e+20", "-3.40282e+38", "nan", "inf", "1e-50", "1e999999"})
  void aMarkBeyondTheTypeFitsNoPixel(String mark) {
    for (double pixel : new double[] {0, 1, 255, 55537, 65535}) {
      assertThat(fits(mark, UINT16, pixel)).isFalse();
    }
  }

  @Test
  void aMarkTooSmallForTheTypeIsNotZero() {
    assertThat(fits("2.2250738585072014e-308", FLOAT32, 0)).isFalse();
    assertThat(fits("1e-50", FLOAT64, 0)).isFalse();
    assertThat(fits("1e-50", FLOAT64, 1e-50)).isTrue();
    assertThat(fits("-0.0", FLOAT32, 0)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"nan", "NaN", "-nan", "+NAN", "nan(ind)", "-nan(ind)", "1.#QNAN", "-1.#IND"})
  void whatIsNoNumberHasManySpellings(String mark) {
    assertThat(fits(mark, FLOAT32, Double.NaN)).isTrue();
    assertThat(fits(mark, FLOAT64, 0)).isFalse();
    assertThat(fits("0", FLOAT32, Double.NaN)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"inf", "INF", "+Infinity", "1.#INF"})
  void infinityHasASign(String mark) {
    assertThat(fits(mark, FLOAT32, Double.POSITIVE_INFINITY)).isTrue();
    assertThat(fits(mark, FLOAT32, Double.NEGATIVE_INFINITY)).isFalse();
    assertThat(fits("-inf", FLOAT64, Double.NEGATIVE_INFINITY)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "none", "-9999 m", "-3,40282e+38", "1d", "0x1p3", "--1", "1 2", "e5"})
  void whatIsNoNumberIsRefused(String mark) {
    assertThatThrownBy(() -> new NoDataMark(mark))
        .isInstanceOf(RenxingException.class)
        .hasMessageContaining("'" + mark + "' is no number");
  }
}
