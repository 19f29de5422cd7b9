package org.renxing.cell;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One year in all its forms. */
class YearTextTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "2019",
        "2019.0",
        "2019.",
        "2019.000",
        " 2019",
        "2019 ",
        "2019\u3000",
        "\u00A02019",
        "２０１９",
        "2019年",
        "2019 年",
        "2019年度",
        "2019.0年",
        "2019-12-31",
        "2019/1/1",
        "2019.1.31",
        "2019年12月31日",
        "2019-01-01T00:00",
        "2019-01-01 00:00:00",
        "2019-06-30T12:00:00Z"
      })
  void formsOf2019(String text) {
    assertThat(YearText.year(text)).hasValue(2019);
    assertThat(YearText.canonical(text)).isEqualTo("2019");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "19",
        "2019.5",
        "20190",
        "2019Q1",
        "2019-13-01",
        "2019-02-30",
        "2019-2020",
        "1899",
        "2201",
        "2,019",
        "2019e0",
        "+2019",
        "-2019",
        "MMXIX",
        "2019a",
        "20 19"
      })
  void otherTextsAreNone(String text) {
    assertThat(YearText.year(text)).isEmpty();
    assertThat(YearText.canonical(" " + text)).isEqualTo(text);
  }

  @Property
  void everyYearIsReadBack(@ForAll @IntRange(min = 1000, max = 9999) int year) {
    boolean isKnown = year >= YearText.FIRST && year <= YearText.LAST;
    assertThat(YearText.year(year + "年").isPresent()).isEqualTo(isKnown);
    YearText.year(year + ".0").ifPresent(y -> assertThat(y).isEqualTo(year));
  }
}
