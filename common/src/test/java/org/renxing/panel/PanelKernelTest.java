package org.renxing.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.renxing.model.Imputation;
import org.renxing.records.LocalRecords;
import org.renxing.testing.Systems;

class PanelKernelTest {
  private static final int UNITS = 20;

  /** Everything that a panel says, as text. */
  static List<String> text(PanelGrid grid, List<UnitPanel> panels) {
    List<String> out = new ArrayList<>();
    for (UnitPanel panel : panels) {
      for (int cell = 0; cell < grid.size(); cell++) {
        out.add(
            String.join(
                "|",
                panel.unitId(),
                Integer.toString(grid.year(cell)),
                grid.code(cell),
                Double.toString(panel.rawValue(cell)),
                Double.toString(panel.value(cell)),
                panel.missingReason(cell).orElse("-"),
                panel.method(cell).map(ImputationMethod::text).orElse("-"),
                panel.imputedFrom(cell).orElse("-"),
                panel.exclusion().map(UnitExclusion::toString).orElse("-")));
      }
    }
    return out;
  }

  private static List<UnitBase> packed(SimulatedBase base, PanelGrid grid, Random shuffle) {
    List<UnitBase> out = new ArrayList<>();
    base.cells()
        .forEach(
            (id, cells) -> {
              List<BaseCell> own = new ArrayList<>(cells);
              Collections.shuffle(own, shuffle);
              out.add(UnitBase.of(grid, id, base.groups().get(id), own));
            });
    Collections.shuffle(out, shuffle);
    return out;
  }

  private static List<UnitPanel> build(PanelKernel kernel, List<UnitBase> units) {
    return kernel.build(LocalRecords.of(units)).list().stream()
        .sorted(Comparator.comparing(UnitPanel::unitId))
        .toList();
  }

  @Property(tries = 60)
  void theOrderOfUnitsAndCellsDoesNotMatter(
      @ForAll @IntRange(max = 1_000_000) int seed, @ForAll long order) {
    SimulatedBase base = SimulatedBase.of(seed, UNITS);
    PanelKernel kernel = PanelKernel.of(base.scenario());
    List<UnitPanel> once = build(kernel, packed(base, kernel.base(), new Random(0)));
    List<UnitPanel> again = build(kernel, packed(base, kernel.base(), new Random(order)));
    assertThat(text(kernel.grid(), again)).isEqualTo(text(kernel.grid(), once));
  }

  @Property(tries = 60)
  void mediansOfPartsOfAGroupMergeInAnyOrder(@ForAll @IntRange(max = 1_000_000) int seed) {
    SimulatedBase base = SimulatedBase.of(seed, UNITS);
    PanelKernel kernel = PanelKernel.ofBase(base.scenario());
    GroupValues whole = new GroupValues();
    GroupValues odd = new GroupValues();
    GroupValues even = new GroupValues();
    int i = 0;
    for (UnitBase unit : packed(base, kernel.base(), new Random(seed))) {
      Optional<UnitPanel> panel = kernel.first(unit);
      if (panel.isPresent()) {
        whole.add(panel.get());
        (i++ % 2 == 0 ? even : odd).add(panel.get());
      }
    }
    GroupMedians expected = whole.medians();
    GroupMedians merged = odd.merge(even).merge(new GroupValues()).medians();
    for (int cell = 0; cell < kernel.grid().size(); cell++) {
      assertThat(merged.size(cell)).isEqualTo(expected.size(cell));
      assertThat(merged.median(cell)).isEqualTo(expected.median(cell));
    }
  }

  @Property(tries = 60)
  void aUnitStaysOutsideOthersSeries(@ForAll @IntRange(max = 1_000_000) int seed) {
    SimulatedBase base = SimulatedBase.of(seed, UNITS);
    PanelKernel kernel = PanelKernel.of(base.scenario());
    if (kernel.usesMedians()) {
      return;
    }
    List<UnitBase> units = packed(base, kernel.base(), new Random(seed));
    List<String> apart = new ArrayList<>();
    units.stream()
        .sorted(Comparator.comparing(UnitBase::unitId))
        .forEach(unit -> apart.addAll(text(kernel.grid(), build(kernel, List.of(unit)))));
    assertThat(apart).isEqualTo(text(kernel.grid(), build(kernel, units)));
  }

  @Test
  void theSimulationUsesEveryStep() {
    Set<Object> seen = new HashSet<>();
    for (int seed = 0; seed < 60; seed++) {
      for (UnitPanel panel : SimulatedBase.of(seed, UNITS).panels()) {
        seen.add(panel.exclusion().map(UnitExclusion::reason).orElse("stays"));
        for (int cell = 0; cell < 45; cell++) {
          panel.method(cell).ifPresent(seen::add);
          panel.missingReason(cell).ifPresent(seen::add);
        }
      }
    }
    assertThat(seen)
        .contains((Object[]) ImputationMethod.values())
        .contains(UnitExclusion.OVER_CAP, UnitExclusion.INCOMPLETE, "stays")
        .contains("MISSING_INPUT:a", "NO_DEFLATOR:b", "MERGE_INCOMPLETE:a", "OUT_OF_DOMAIN");
  }

  @Test
  void takesTheMeanOfTheTwoMiddleValuesOfAnEvenGroup() {
    GroupMedians medians = medians(1e308, 1.5e308, 7, -3);
    assertThat(medians.size(0)).isEqualTo(4);
    assertThat(medians.median(0)).isEqualTo(5e307);
    assertThat(medians(1.5e308, 1.7e308).median(0)).isEqualTo(1.6e308);
    assertThat(medians(2, 9, 4).median(0)).isEqualTo(4);
    assertThat(medians().size(0)).isZero();
  }

  private static GroupMedians medians(double... values) {
    PanelGrid grid = new PanelGrid(List.of(2001), List.of("x"));
    GroupValues group = new GroupValues();
    for (double value : values) {
      UnitBase unit = UnitBase.of(grid, "u", "", List.of(BaseCell.of(2001, "x", value)));
      group.add(UnitPanel.of(unit, grid.places(grid), grid));
    }
    return group.medians();
  }

  @Test
  void ofSeriesThatLackTheSameTheFirstByCodeIsNamed() {
    PanelGrid grid = new PanelGrid(List.of(2001, 2002), List.of("b", "a", "c"));
    Imputation rules =
        new Imputation(
            Imputation.Interior.NONE,
            Imputation.Ends.NONE,
            Imputation.Fallback.NONE,
            "all",
            0.4,
            Imputation.OverCap.DROP_UNIT,
            false,
            Imputation.Basis.DERIVED);
    UnitBase unit = UnitBase.of(grid, "u", "", List.of(BaseCell.of(2002, "c", 1)));
    UnitExclusion out =
        new Imputer(rules, grid)
            .impute(UnitPanel.of(unit, grid.places(grid), grid))
            .exclusion()
            .orElseThrow();
    assertThat(out).isEqualTo(new UnitExclusion(UnitExclusion.OVER_CAP, "a", 2, 3));
    assertThat(out.detail(2, 0.4))
        .isEqualTo("a: 2 of 2 years missing, cap is a share of 0.4; 3 series in all");
  }

  @Test
  void aLineThatLeavesTheDoublesGivesNoValue() {
    PanelGrid grid = new PanelGrid(List.of(2001, 2002, 2003), List.of("x"));
    UnitBase unit =
        UnitBase.of(
            grid,
            "u",
            "",
            List.of(BaseCell.of(2001, "x", -1.7e308), BaseCell.of(2003, "x", 1.7e308)));
    Imputer imputer = new Imputer(Systems.DEFAULT_IMPUTATION, grid);
    assertThat(imputer.impute(UnitPanel.of(unit, grid.places(grid), grid)).isMissing(1)).isTrue();
  }

  @Test
  void refusesACellThatStandsTwice() {
    PanelGrid grid = new PanelGrid(List.of(2001), List.of("x"));
    BaseCell missing = BaseCell.of(2001, "x", Double.NaN);
    assertThatThrownBy(() -> UnitBase.of(grid, "u", "", List.of(missing, missing)))
        .hasMessage("unit u has two values of x in 2001");
    assertThatThrownBy(() -> new PanelGrid(List.of(2001, 2001), List.of("x")))
        .hasMessageContaining("2001");
    assertThatThrownBy(() -> new PanelGrid(List.of(2001), List.of("x", "x")))
        .hasMessageContaining("x");
  }

  @Test
  void keepsWhatIsKnownOfACell() {
    PanelGrid grid = new PanelGrid(List.of(2001, 2002), List.of("x", "y"));
    BaseCell known =
        new BaseCell(2002, "y", 3, "s1,s2", "", Set.of(BaseMark.CORRECTED, BaseMark.DEFLATED));
    BaseCell empty = new BaseCell(2001, "x", Double.NaN, "s1", "NO_DEFLATOR", Set.of());
    UnitBase unit = UnitBase.of(grid, "u", "R", List.of(known, empty));
    assertThat(unit.cells(grid)).containsExactly(empty, known);
    assertThat(unit.isObserved(1)).isFalse();
  }
}
