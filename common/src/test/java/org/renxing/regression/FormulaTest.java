package org.renxing.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.renxing.model.RenxingException;

class FormulaTest {
  private static final double NONE = Double.NaN;

  private static Frame frame() {
    Map<String, double[]> columns = new LinkedHashMap<>();
    columns.put("y", new double[] {1, 2, 3, 4, 5, NONE});
    columns.put("x", new double[] {1, 4, 9, 16, 0, 36});
    columns.put("人口 万", new double[] {2, 2, 4, 4, 8, 8});
    PanelRows panel =
        PanelRows.of(
            List.of("a", "a", "a", "b", "b", "b"), new int[] {2001, 2000, 2003, 2000, 2001, 2002});
    return new Frame(columns, Optional.of(panel));
  }

  private static double[] term(String text) {
    return Formula.parse("`人口 万` ~ " + text).design(frame()).x()[0];
  }

  @Test
  void termsAreAsWritten() {
    Formula formula = Formula.parse(" log( y )~x*`人口 万` +  lag(x, 2)+ x:y - x - 1 ");
    assertThat(formula.response()).isEqualTo("log( y )");
    assertThat(formula.terms()).containsExactly("`人口 万`", "x:`人口 万`", "lag(x, 2)", "x:y");
    assertThat(formula.hasIntercept()).isFalse();
    assertThat(formula.columns()).containsExactly("y", "人口 万", "x");
    assertThat(Formula.parse("y ~ 0 + x").hasIntercept()).isFalse();
    assertThat(Formula.parse("y ~ 1").terms()).isEmpty();
    assertThat(Formula.parse("y ~ x + x").terms()).containsExactly("x");
    assertThat(Formula.parse("y~a*b*c").terms())
        .containsExactly("a", "b", "a:b", "c", "a:c", "b:c", "a:b:c");
  }

  @Test
  void functions() {
    assertThat(term("sqrt(x)")).containsExactly(1, 2, 3, 4, 0, 6);
    assertThat(term("square(x)")[3]).isEqualTo(256);
    assertThat(term("I(x / `人口 万` - 2^3 * -(1 + 0.5e1))")[0]).isEqualTo(48.5);
    assertThat(term("x:x")).containsExactly(1, 4, 9, 16, 0, 36);
    double[] z = term("standardised(x)");
    assertThat(z[0] + z[1] + z[2] + z[3] + z[4] + z[5]).isCloseTo(0, within(1e-14));
  }

  /** Lags go by unit and year, whatever the order of rows; gaps and first years have none. */
  @Test
  void lags() {
    DesignMatrix lag = Formula.parse("x ~ lag(x)").design(frame());
    assertThat(lag.rows()).containsExactly(0, 4, 5);
    assertThat(lag.x()[0]).containsExactly(4, 16, 0);
    assertThat(lag.leftOut()).isEqualTo(3);
    assertThat(lag.undefined()).containsExactly(Map.entry("lag(x)", 3));
    DesignMatrix diff = Formula.parse("x ~ diff(x, 2)").design(frame());
    assertThat(diff.rows()).containsExactly(2, 5);
    assertThat(diff.x()[0]).containsExactly(8, 20);
    assertThatThrownBy(() -> Formula.parse("x ~ lag(x)").design(Frame.of(frame().columns())))
        .isInstanceOf(RenxingException.class)
        .hasMessageContaining("lag needs the unit and year");
    Frame twice =
        new Frame(
            Map.of("x", new double[] {1, 2}),
            Optional.of(PanelRows.of(List.of("a", "a"), new int[] {1, 1})));
    assertThatThrownBy(() -> Formula.parse("x ~ lag(x)").design(twice))
        .hasMessageContaining("time 1 recurs");
  }

  @Test
  void undefinedValuesAreCountedByTerm() {
    DesignMatrix design = Formula.parse("y ~ log(x) + `人口 万`").design(frame());
    assertThat(design.leftOut()).isEqualTo(2);
    assertThat(design.undefined()).containsEntry("log(x)", 1).containsEntry("y", 1);
    assertThatThrownBy(() -> Formula.parse("y ~ z").design(frame()))
        .hasMessageContaining("no column 'z'; there are [y, x, 人口 万]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "y|character 2: ~ expected",
        "y ~|character 4: the name of a column",
        "y ~ x +|character 8: the name",
        "y ~ foo(x)|character 5: no function 'foo'; there are log,",
        "y ~ log(x|character 10: ) expected at the end of log",
        "y ~ x x|character 7: +, -, * or :",
        "y ~ 2 + x|character 5: only 1 and 0",
        "y ~ x - z|takes away a term that is not there",
        "y ~ lag(x, 1.5)|a lag is a whole number",
        "y ~ `x|character 5: ` is not closed",
        "y ~ 0|neither terms nor intercept",
        "y ~ I(1.2.3)|'1.2.3' is no number"
      })
  void mistakesAreNamed(String formula, String message) {
    assertThatThrownBy(() -> Formula.parse(formula))
        .isInstanceOf(RenxingException.class)
        .hasMessageContaining("formula '" + formula)
        .hasMessageContaining(message);
  }
}
