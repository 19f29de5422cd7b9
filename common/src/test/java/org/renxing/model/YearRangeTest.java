package org.renxing.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YearRangeTest {
  @ParameterizedTest
  @CsvSource({
    "2012..2021, 2012, 2021, 1, 10",
    "2020, 2020, 2020, 1, 1",
    "2010..2020 by 10, 2010, 2020, 10, 2",
    " 2000 .. 2020  by 5 , 2000, 2020, 5, 5",
    "2010..2010 by 7, 2010, 2010, 7, 1"
  })
  void readsItsForms(String text, int first, int last, int step, int length) {
    YearRange years = YearRange.parse(text);
    assertThat(years).isEqualTo(new YearRange(first, last, step));
    assertThat(years.length()).isEqualTo(length);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "20",
        "2010-2020",
        "2010..",
        "2020 by 10",
        "2010..2020 by",
        "2010..2020by10",
        "2010..2020 by -10",
        "2010..2020 by ten"
      })
  void refusesOtherText(String text) {
    assertThatThrownBy(() -> YearRange.parse(text))
        .isInstanceOf(RenxingException.class)
        .hasMessageContaining("write 2012..2021, 2010..2020 by 10 or a single year");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2010..2020 by 3", "2010..2020 by 0", "2010..2020 by 20"})
  void theStepLeadsFromTheFirstToTheLastYear(String text) {
    assertThatThrownBy(() -> YearRange.parse(text))
        .isInstanceOf(RenxingException.class)
        .hasMessageContaining(text)
        .hasMessageContaining("need a step of at least 1 that leads");
  }

  @Test
  void withoutAStepEveryYearCountsAndTheTextIsAsEver() {
    YearRange years = new YearRange(2018, 2020);
    assertThat(years.years()).containsExactly(2018, 2019, 2020);
    assertThat(years).hasToString("2018..2020").isEqualTo(new YearRange(2018, 2020, 1));
    assertThat(new YearRange(2010, 2020, 10)).hasToString("2010..2020 by 10");
  }

  @Property(tries = 200)
  void yearsLengthContainsAndTextAgree(
      @ForAll @IntRange(min = 1900, max = 2100) int first,
      @ForAll @IntRange(min = 1, max = 12) int step,
      @ForAll @IntRange(min = 1, max = 8) int length) {
    YearRange years = new YearRange(first, first + (length - 1) * step, step);
    assertThat(years.years()).hasSize(length).startsWith(first).endsWith(years.last());
    assertThat(years.length()).isEqualTo(length);
    for (int year = first - 2; year <= years.last() + 2; year++) {
      assertThat(years.contains(year)).isEqualTo(years.years().contains(year));
    }
    assertThat(YearRange.parse(years.toString())).isEqualTo(years);
  }
}
