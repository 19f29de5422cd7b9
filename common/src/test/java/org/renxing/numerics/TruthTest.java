package org.renxing.numerics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The logic of SQL, and its arithmetic, without Spark. */
class TruthTest {
  @ParameterizedTest
  @CsvSource({
    "TRUE, TRUE, TRUE",
    "TRUE, FALSE, FALSE",
    "TRUE, UNKNOWN, UNKNOWN",
    "FALSE, UNKNOWN, FALSE",
    "UNKNOWN, UNKNOWN, UNKNOWN"
  })
  void bothHoldWhereNeitherIsKnownNotTo(Truth a, Truth b, Truth both) {
    assertThat(a.and(b)).isEqualTo(both);
    assertThat(b.and(a)).isEqualTo(both);
  }

  @ParameterizedTest
  @CsvSource({"1, 2, TRUE", "2, 2, FALSE", "NaN, 2, UNKNOWN", "1, NaN, UNKNOWN"})
  void comparisonsNeedBothSides(double x, double limit, Truth isBelow) {
    assertThat(Truth.isBelow(x, limit)).isEqualTo(isBelow);
    assertThat(Truth.isAbove(limit, x)).isEqualTo(isBelow);
  }

  @Test
  void quotientsThatCannotBeAreMissing() {
    assertThat(Finite.quotient(3, 2)).isEqualTo(1.5);
    assertThat(Finite.quotient(3, -0.0)).isNaN();
    assertThat(Finite.quotient(1e300, 1e-300)).isNaN();
    assertThat(Finite.percent(1e307, 1)).isNaN();
    assertThat(Finite.positive(0)).isNaN();
  }

  @ParameterizedTest
  @CsvSource({
    "100, 110, 0.1",
    "300, 300.00000000000006, 0", // 2 parts in 10^16
    "100, 99.999999999, -1e-11",
    "0, 1, NaN",
    "-1, 1, NaN",
    "1, NaN, NaN"
  })
  void changesWithinTheNoiseOfRoundingAreNone(double from, double to, double change) {
    double found = RelativeChange.of(from, to);
    if (change == 0 || Double.isNaN(change)) {
      assertThat(found).isEqualTo(Double.valueOf(change));
    } else {
      assertThat(found / change).isBetween(1 - 1e-4, 1 + 1e-4);
    }
  }

  /** 2.5, −2.5 and 1.005 as they are written, not as they are stored. */
  @ParameterizedTest
  @CsvSource({"2.5, 0, 3", "-2.5, 0, -3", "1.005, 2, 1.01", "NaN, 2, NaN", "1e300, 4, 1e300"})
  void decimalsAreRoundedHalfUp(double x, int decimals, double rounded) {
    assertThat(Decimals.round(x, decimals)).isEqualTo(Double.valueOf(rounded));
  }
}
