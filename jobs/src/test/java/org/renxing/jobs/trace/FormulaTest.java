package org.renxing.jobs.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FormulaTest {
  @Test
  void valuesTakeThePlaceOfNames() {
    Map<String, Optional<Double>> values =
        Map.of("gdp", Optional.of(12.5), "gdp_index", Optional.of(1e-20), "pop", Optional.empty());
    assertThat(Formula.filledIn("ln(gdp * 1e4) / (pop + `gdp_index`)", values))
        .isEqualTo("ln(12.5 * 1e4) / (? + 1E-20)");
  }

  @Test
  void figuresAreReadable() {
    assertThat(Figures.shown(1234567.891)).isEqualTo("1234568");
    assertThat(Figures.shown(0.000123456789)).isEqualTo("0.0001234568");
    assertThat(Figures.shown(0.0)).isEqualTo("0");
    assertThat(Figures.exact(0.1 + 0.2)).isEqualTo("0.30000000000000004");
    assertThat(Figures.shown(Optional.empty())).isEqualTo("-");
  }
}
