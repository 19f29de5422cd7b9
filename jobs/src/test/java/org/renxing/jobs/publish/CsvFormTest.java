package org.renxing.jobs.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;

/** Doubles in CSV with a number of significant digits. */
class CsvFormTest {
  @ParameterizedTest
  @CsvSource({
    "0.123456789, 3, 0.123",
    "0.15, 1, 0.2",
    "-0.25, 1, -0.3",
    "1234567.0, 3, 1230000",
    "1.0E-7, 3, 0.0000001",
    "9.996, 3, 10",
    "2.50, 6, 2.5",
    "-0.0, 3, 0",
    "0.1, 17, 0.1",
    "1.0E20, 2, 100000000000000000000",
    "NaN, 3, NaN",
    "-Infinity, 3, -Infinity"
  })
  void doublesAreRoundedAndPlain(double value, int digits, String text) {
    assertThat(new CsvForm(false, OptionalInt.of(digits)).text(value)).isEqualTo(text);
  }

  @Test
  void allElseStays() {
    CsvForm three = new CsvForm(false, OptionalInt.of(3));
    assertThat(three.text(123456)).isEqualTo("123456");
    assertThat(three.text(1234567890123L)).isEqualTo("1234567890123");
    assertThat(three.text("1.23456")).isEqualTo("1.23456");
    assertThat(three.text(null)).isEmpty();
    assertThat(CsvForm.PLAIN.text(1.0E-7)).isEqualTo("1.0E-7");
  }

  @Test
  void noTextIsFurtherThanHalfAUnitOfTheLastDigit() {
    Random random = new Random(20);
    for (int i = 0; i < 2_000; i++) {
      double value = Double.longBitsToDouble(random.nextLong());
      if (Double.isFinite(value) && value != 0) {
        int digits = 1 + random.nextInt(17);
        String text = new CsvForm(false, OptionalInt.of(digits)).text(value);
        BigDecimal exact = BigDecimal.valueOf(value);
        BigDecimal written = new BigDecimal(text);
        assertThat(text).doesNotContain("E");
        assertThat(written.stripTrailingZeros().precision()).isLessThanOrEqualTo(digits);
        BigDecimal half =
            new BigDecimal("0.5").scaleByPowerOfTen(exact.precision() - exact.scale() - digits);
        assertThat(written.subtract(exact).abs()).isLessThanOrEqualTo(half);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 18})
  void otherDigitsAreRefused(int digits) {
    assertThatThrownBy(() -> new CsvForm(false, OptionalInt.of(digits)))
        .isInstanceOfSatisfying(
            RenxingException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.USAGE))
        .hasMessageContainingAll("--digits " + digits, "from 1 to 17");
  }
}
