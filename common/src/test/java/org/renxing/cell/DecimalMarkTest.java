package org.renxing.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which texts are numbers, and which; what is ambiguous or cannot be held is none. */
class DecimalMarkTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0            | 0
          -0           | 0
          +7           | 7
          007          | 7
          .5           | 0.5
          5.           | 5
          1,234        | 1234
          -12,345.678  | -12345.678
          1,234,567    | 1234567
          1e3          | 1000
          1.5E-3       | 0.0015
          ０.５１２     | 0.512
          １，２３４     | 1234
          －３          | -3
          \u22123       | -3
          0e-400       | 0
          2.2250738585072014e-308 | 2.2250738585072014e-308
          -1.7976931348623157e308 | -1.7976931348623157e308
          """)
  void numbersWithPoints(String text, double value) {
    assertThat(DecimalMark.POINT.value(text)).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0,512        | 0.512
          1.234        | 1234
          1.234,5      | 1234.5
          -12,5e-1     | -1.25
          1234         | 1234
          ０，５        | 0.5
          """)
  void numbersWithCommas(String text, double value) {
    assertThat(DecimalMark.COMMA.value(text)).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0,512",
        "12,34",
        "1,2345",
        "01,234",
        "1,234,56",
        ",5",
        "1,23,456",
        "1234,567",
        "1 234",
        "1'234",
        "(5)",
        "5-",
        "--5",
        "1e",
        "e5",
        ".",
        "",
        "abc",
        "12a",
        "0x1F",
        "1d",
        "1f",
        "NaN",
        "Infinity",
        "51.4%",
        "12.3¹",
        "100²",
        "12⑪",
        "½",
        "2019-01-01",
        "1.2.3",
        "1e-400",
        "1e400",
        "1e-310",
        "-1.8e308",
        "9e99999999"
      })
  void othersAreNone(String text) {
    assertThat(DecimalMark.POINT.value(text)).isNaN();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.512", "12.34", "1,234,567", "0,5.1", "1.23.456"})
  void othersAreNoneWithCommas(String text) {
    assertThat(DecimalMark.COMMA.value(text)).isNaN();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0,512      | OTHER_MARK
          1.234,5    | OTHER_MARK
          51.4%      | PERCENTAGE
          51.4 ％     | PERCENTAGE
          2019-12-31 | DATE
          2019/1/1   | DATE
          2019-01-01T08:00 | DATE
          1e-400     | OUT_OF_RANGE
          1e400      | OUT_OF_RANGE
          1e-320     | OUT_OF_RANGE
          1 234      | NOT_A_NUMBER
          #DIV/0!    | NOT_A_NUMBER
          %          | NOT_A_NUMBER
          """)
  void faultsHaveTheirKind(String text, DecimalMark.Fault fault) {
    assertThat(DecimalMark.POINT.fault(text)).isEqualTo(fault);
    assertThat(DecimalMark.POINT.inWords(fault)).startsWith("is ");
  }

  @ParameterizedTest
  @ValueSource(strings = {" 7", "7\t", "\u00A07\u3000", "\uFEFF7", "\u20077\u202F", "\u200B7"})
  void blanksOfAnyKindMayStandAboutIt(String text) {
    assertThat(DecimalMark.POINT.value(text)).isEqualTo(7);
    assertThat(DecimalMark.POINT.percentage(text + " % ")).hasValue(7);
  }

  @ParameterizedTest
  @CsvSource({
    "'1,234',true",
    "'-1,234,567',true",
    "1234,false",
    "'1,234.5',false",
    "'0,512',false"
  })
  void groupsAloneDependOnTheMark(String text, boolean isGrouped) {
    assertThat(DecimalMark.POINT.isGrouped(text)).isEqualTo(isGrouped);
  }

  @ParameterizedTest
  @CsvSource({
    "7.5,POINT,true",
    "1.234,POINT,false",
    "1.2345,POINT,true",
    "0.512,POINT,true",
    "12,POINT,false",
    "'1,234.5',POINT,true",
    "12.5%,POINT,true",
    "'0,5',POINT,false",
    "'0,5',COMMA,true",
    "'1,234',COMMA,false",
    "abc,POINT,false"
  })
  void someNumbersShowTheMark(String text, DecimalMark mark, boolean isProof) {
    assertThat(mark.isProof(text)).isEqualTo(isProof);
  }

  @Property
  void whatJavaWritesIsReadBack(@ForAll double value) {
    double read = DecimalMark.POINT.value(Double.toString(value));
    boolean isHeld = Double.isFinite(value) && (value == 0 || Math.abs(value) >= Double.MIN_NORMAL);
    assertThat(read).isEqualTo(isHeld ? value + 0.0 : Double.NaN);
  }

  @Property
  void groupedDigitsAreTheNumber(
      @ForAll @LongRange(min = 1000, max = 999_999_999_999L) long whole,
      @ForAll @IntRange(max = 999) int decimals) {
    double value = Double.parseDouble(whole + "." + String.format(Locale.ROOT, "%03d", decimals));
    String english = String.format(Locale.ENGLISH, "%,d", whole);
    String german = String.format(Locale.GERMAN, "%,d", whole);
    String tail = String.format(Locale.ROOT, "%03d", decimals);
    assertThat(DecimalMark.POINT.value(english + "." + tail)).isEqualTo(value);
    assertThat(DecimalMark.COMMA.value(german + "," + tail)).isEqualTo(value);
    assertThat(DecimalMark.POINT.value(german + "," + tail)).isNaN();
    assertThat(DecimalMark.POINT.isGrouped(english)).isTrue();
  }

  /**
   * A short number in ASCII digits is read by a shorter way, to the same end: a plus leads round.
   */
  @Property
  void shortNumbersAreAsOthers(
      @ForAll @StringLength(max = 12) @CharRange(from = '0', to = '9') @Chars({'.', '-', ','})
          String text) {
    Double value = DecimalMark.POINT.value(text);
    if (!text.startsWith("-")) {
      assertThat(DecimalMark.POINT.value("+" + text)).isEqualTo(value);
    }
    assertThat(DecimalMark.POINT.value(" " + text)).isEqualTo(value);
    DecimalMark.Form form = DecimalMark.POINT.form(text);
    boolean isGrouped = DecimalMark.POINT.isGrouped(text);
    boolean isOther = DecimalMark.COMMA.isGrouped(text);
    assertThat(form)
        .isEqualTo(
            isGrouped
                ? DecimalMark.Form.GROUPED
                : isOther
                    ? DecimalMark.Form.AMBIGUOUS
                    : DecimalMark.POINT.isProof(text)
                        ? DecimalMark.Form.PROOF
                        : DecimalMark.Form.PLAIN);
  }
}
