package org.renxing.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UnitSourcesTest {
  private static final PanelGrid GRID = new PanelGrid(List.of(2019, 2020), List.of("x", "y"));

  private static UnitSources value(
      int year, String code, String source, String vintage, double value, int precedence) {
    boolean isPreferred = source.equals("s1") && vintage.equals("2021-01-01");
    return UnitSources.of(
        "u",
        new SourceValue(year, code, source, vintage, value, precedence, isPreferred, value == 3));
  }

  private static final UnitSources UNIT =
      UnitSources.of(
          "u",
          List.of(
              UnitSources.listed("u"),
              value(2019, "x", "s1", "2020-01-01", 1, 100),
              value(2019, "x", "s1", "2020-06-01", 2, 100),
              value(2019, "x", "s1", "2021-01-01", 3, 100),
              value(2019, "x", "s2", "", 4, 200),
              value(2020, "x", "s2", "", 5, 100),
              value(2020, "x", "s3", "", 6, 100),
              value(2020, "y", "s1", "2021-01-01", 7, 100),
              value(2018, "x", "s1", "2021-01-01", 8, 100)));

  @Test
  void whatIsPreferredCountsNow() {
    UnitBase base = UNIT.base(GRID, "R", "");
    assertThat(base.group()).isEqualTo("R");
    assertThat(base.cells(GRID))
        .containsExactly(
            new BaseCell(2019, "x", 3, "s1", "", Set.of(BaseMark.CORRECTED)),
            new BaseCell(2020, "y", 7, "s1", "", Set.of()));
    assertThat(UNIT.values()).hasSize(8);
  }

  @Test
  void anEarlierDayHasItsOwnValues() {
    assertThat(UNIT.base(GRID, "", "2020-12-31").cells(GRID))
        .containsExactly(
            new BaseCell(2019, "x", 2, "s1", "", Set.of()),
            new BaseCell(2020, "x", 5, "s2", "", Set.of()));
    assertThat(UNIT.base(GRID, "", "2019-12-31").cell(GRID, 0).orElseThrow().value()).isEqualTo(4);
  }

  @Test
  void doubtsMarkCellsOrSetThemAside() {
    UnitSources doubted =
        UnitSources.of(
            "u",
            List.of(
                UnitSources.doubt("u", 2019, "x", false),
                UNIT,
                UnitSources.doubt("u", 2020, "y", false),
                UnitSources.doubt("u", 2020, "y", true)));
    assertThat(doubted.base(GRID, "", "").cells(GRID))
        .containsExactly(
            new BaseCell(2019, "x", 3, "s1", "", Set.of(BaseMark.CORRECTED, BaseMark.DOUBTFUL)));
    assertThat(doubted.values()).hasSize(8);
  }

  @Test
  void twoPreferredValuesOfACellAreRefused() {
    UnitSources twice =
        UnitSources.of("u", List.of(UNIT, value(2020, "y", "s1", "2021-01-01", 9, 100)));
    assertThatThrownBy(() -> twice.base(GRID, "", ""))
        .hasMessage("unit u has two values of y in 2020");
  }
}
