package org.renxing.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;

class ExpressionTest {
  private static final Map<String, Double> VALUES =
      Map.of("a", 6.0, "b", 4.0, "zero", 0.0, "neg", -1.0, "big", 1e300);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a / b                         | 1.5",
        "a + b * 2 - 1                 | 13",
        "-(a - b) / 2                  | -1",
        "1e2 * 0.5 + 1L                | 51",
        "`a` - +b                      | 2",
        "ABS(neg) + sqrt(b)            | 3",
        "ln(exp(1)) + log10(1000)      | 4",
        "least(a, b, 5)                | 4",
        "greatest(a, b, 5)             | 6",
        "coalesce(none, b)             | 4",
        "coalesce(a / zero, none, 9)   | 9",
        "a > b                         | 1",
        "a < b                         | 0",
        "(a != b) + (a >= 6) * 2       | 3",
        "a <> 6 or b = 4               | 1",
        "not (a <= b) and b == 4       | 1",
        "a > 0 or none > 0             | 1",
        "a < 0 and none > 0            | 0",
        "0 / a                         | 0",
        "(big * big - big * big) > big | 1",
        "not (none > 0 or a > 0)       | 0",
        "not (a < 0 and none > 0)      | 1",
        "a and b                       | 1",
        "least(a, big * big)           | 6",
      })
  void evaluates(String text, double expected) {
    assertThat(reason(text)).as(text).isEmpty();
    assertThat(value(text).orElseThrow()).isCloseTo(expected, offset(1e-15));
    assertThat(Expression.parse(text).holds(VALUES)).isEqualTo(expected != 0);
  }

  private static Optional<Double> value(String text) {
    return Expression.parse(text).value(VALUES);
  }

  private static Optional<String> reason(String text) {
    return Expression.parse(text).missingReason(VALUES);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "none                     | MISSING_INPUT:none",
        "a / none                 | MISSING_INPUT:none",
        "a / zero                 | ZERO_DENOMINATOR",
        "a / (b - 4)              | ZERO_DENOMINATOR",
        "zero / zero              | ZERO_DENOMINATOR",
        "1 / (1 / (a / zero))     | ZERO_DENOMINATOR",
        "ln(zero)                 | OUT_OF_DOMAIN",
        "log10(neg)               | OUT_OF_DOMAIN",
        "sqrt(neg)                | OUT_OF_DOMAIN",
        "big * big                | OUT_OF_DOMAIN",
        "exp(big)                 | OUT_OF_DOMAIN",
        "big * big - big * big    | OUT_OF_DOMAIN",
        "least(a, none)           | MISSING_INPUT:none",
        "greatest(none, a)        | MISSING_INPUT:none",
        "coalesce(none, a / zero) | MISSING_INPUT:none",
        "a > 0 and none > 0       | MISSING_INPUT:none",
        "none > 1                 | MISSING_INPUT:none",
        "not (none > 1)           | MISSING_INPUT:none",
        "none > 1 or a < 0        | MISSING_INPUT:none",
        "a / zero + none          | ZERO_DENOMINATOR",
        "coalesce(none, 1) / zero | ZERO_DENOMINATOR",
      })
  void saysWhyItIsMissing(String text, String reason) {
    assertThat(reason(text)).hasValue(reason);
    assertThat(value(text)).as(text).isEmpty();
    assertThat(Expression.parse(text).holds(VALUES)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "a +",
        "a b",
        "a; drop table t",
        "a % 2",
        "a div 2",
        "'text'",
        "null",
        "true",
        "t.a",
        "*",
        "pow(a, 2)",
        "a between 1 and 2",
        "a in (1, 2)",
        "case when a > 1 then 2 end",
        "cast(a as int)",
        "(select 1)",
        "sum(a)",
        "abs(distinct a)",
        "a as b",
        "a < b < 3",
        "abs()",
        "abs(a, b)",
        "least(a)",
        "reflect('java.lang.System', 'exit', 1)",
        "a is null",
        "a || b",
        "a & b",
        "date '2020-01-01'",
        "interval 1 day",
        "a[0]",
        "x -> x",
        "1e999",
        "rand()",
        "abs(a) over ()",
        "a like b",
        "a;",
        "\"a\"",
        "a <=> b",
        "X'1F'",
        "if(a > 1, 2, 3)",
        "try_reflect('java.lang.System', 'getenv', 'PATH')",
        "java_method('java.util.UUID', 'randomUUID')",
        "JAVA_METHOD('java.util.UUID', 'randomUUID')",
        "abs(reflect('java.util.UUID', 'randomUUID'))",
        "coalesce(a, java_method('java.util.UUID', 'randomUUID'))",
        "a > 1 and reflect('java.util.UUID', 'randomUUID')",
        "not reflect('java.util.UUID', 'randomUUID')",
        "-reflect('java.util.UUID', 'randomUUID')",
        "IDENTIFIER('reflect')('java.util.UUID', 'randomUUID')",
        "IDENTIFIER('a')",
        "transform(array(1), x -> reflect('java.util.UUID', 'randomUUID'))",
        "(select max(value) from text.`/etc/hostname`)",
        "exists (select * from csv.`/etc/hostname`)",
        "a in (select value from text.`/etc/hostname`)",
        "from_xml('<a/>', 'a INT', map('rowValidationXSDPath', '/etc/hostname'))",
        "system.builtin.abs(a)",
        "raise_error('x')",
        "input_file_name()",
        "version()",
        "'${env:PATH}'",
        ":a",
        "?",
        "a::double",
        "a collate unicode"
      })
  void refusesEverythingElse(String text) {
    assertThatThrownBy(() -> Expression.parse(text))
        .isInstanceOfSatisfying(
            RenxingException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CONFIGURATION))
        .hasMessageContaining("expression '" + text + "'")
        .hasMessageContaining("allowed are numbers");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a --b", "a /* b */", "a -- + b"})
  void refusesComments(String text) {
    assertThatThrownBy(() -> Expression.parse(text)).hasMessageContaining("starts a comment");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "(      | )   | 51",
        "(      | )   | 100000",
        "abs(   | )   | 400",
        "-      | ''  | 2001",
        "'not ' | ''  | 501",
        "''     | + a | 701",
      })
  void lengthAndDepthHaveLimits(String open, String close, int times) {
    String text = open.repeat(times) + "a" + close.repeat(times);
    assertThatThrownBy(() -> Expression.parse(text))
        .isInstanceOfSatisfying(
            RenxingException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CONFIGURATION))
        .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(300));
  }

  @Test
  void withinTheLimitsDepthDoesNoHarm() {
    assertThat(value("(".repeat(50) + "a" + ")".repeat(50) + " + b".repeat(100))).hasValue(406.0);
  }

  @Test
  void namesTheOffendingPart() {
    assertThatThrownBy(() -> Expression.parse("a + pow(b, 2)"))
        .hasMessageContaining("'pow(b, 2)' is not an allowed function");
  }

  @Test
  void listsItsInputsInOrder() {
    assertThat(Expression.parse("c / (a + coalesce(b, c)) > 1").inputs())
        .containsExactly("c", "a", "b");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a b                | 'b' is not expected",
        "a +                | its end is not expected",
        "a * (b + 1         | its end is not expected",
        "a % 2              | '%' is not expected",
        "not                | its end is not expected",
        "a + not b          | 'not' is not expected",
        "a < b < 3 or b > 1 | 'a < b < 3' chains comparisons",
        "1 + abs(a, b)      | 'abs(a, b)' needs one operand, has 2",
        "least( a )         | 'least( a )' needs two or more operands, has 1",
        "1e999 + a          | '1e999' is not a number",
      })
  void saysWhatIsWrong(String text, String wrong) {
    assertThatThrownBy(() -> Expression.parse(text)).hasMessageContaining(wrong);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a - b - 1          | 1",
        "a / b / 2          | 0.75",
        "-a * b             | -24",
        "- 2 * -b           | 8",
        "a - b * 2 + 1      | -1",
        "not a > 7 and b    | 1",
        "not not b          | 1",
        "a = 6 or zero and zero | 1",
        "(not zero) + .5    | 1.5",
        "2. * 1.5E1         | 30",
      })
  void bindsAsInSql(String text, double expected) {
    assertThat(value(text)).hasValue(expected);
  }
}
