package org.renxing.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.renxing.testing.Systems.index;
import static org.renxing.testing.Systems.leaf;
import static org.renxing.testing.Systems.node;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.renxing.model.Imputation;
import org.renxing.model.Scenario;
import org.renxing.panel.Completeness.OfIndicator;
import org.renxing.records.LocalRecords;
import org.renxing.records.Records;
import org.renxing.testing.Distributed;
import org.renxing.testing.Systems;

class CompletenessTest {
  private static Scenario scenario(double cap) {
    Imputation rules =
        new Imputation(
            Imputation.Interior.NONE,
            Imputation.Ends.NEAREST,
            Imputation.Fallback.NONE,
            "all",
            cap,
            Imputation.OverCap.DROP_UNIT,
            false,
            Imputation.Basis.DERIVED);
    return Systems.scenario(
        index(node("s", leaf("x", "x"), leaf("same", "same"))), "2019..2020", rules, "");
  }

  private static List<UnitBase> units(PanelGrid grid) {
    List<UnitBase> out = new ArrayList<>();
    out.add(unit(grid, "a", BaseCell.of(2019, "x", 1), same(2019, 7), same(2020, 7)));
    out.add(
        unit(
            grid,
            "b",
            BaseCell.of(2019, "x", 2),
            BaseCell.of(2020, "x", 3),
            same(2019, 7),
            same(2020, 7)));
    // a unit that is left out counts as missing, not in range or imputed
    out.add(unit(grid, "c", same(2019, 8), same(2020, 8)));
    return out;
  }

  private static BaseCell same(int year, double value) {
    return BaseCell.of(year, "same", value);
  }

  private static UnitBase unit(PanelGrid grid, String id, BaseCell... cells) {
    return UnitBase.of(grid, id, "", List.of(cells));
  }

  private static List<OfIndicator> found(PanelKernel kernel, Records<UnitBase> units) {
    return kernel.build(units).reduce(() -> new Completeness(kernel.grid())).indicators();
  }

  @Test
  void countsWhatIsMissingAndWhatStays() {
    PanelKernel kernel = PanelKernel.of(scenario(0.5));
    List<UnitBase> units = units(kernel.base());
    List<OfIndicator> here = found(kernel, LocalRecords.of(units));
    assertThat(here)
        .containsExactly(
            new OfIndicator("x", 6, 3, 1, 1, 3), new OfIndicator("same", 6, 0, 0, 7, 7));
    assertThat(found(kernel, Distributed.of(units, 3))).isEqualTo(here);
  }

  @Test
  void whatNoUnitHasHasNoRange() {
    PanelKernel kernel = PanelKernel.of(scenario(1));
    UnitBase silent = unit(kernel.base(), "d", same(2019, 8));
    assertThat(found(kernel, LocalRecords.of(List.of(silent))))
        .containsExactly(
            new OfIndicator("x", 2, 2, 0, Double.NaN, Double.NaN),
            new OfIndicator("same", 2, 1, 1, 8, 8));
    assertThat(found(kernel, LocalRecords.none())).isEmpty();
  }
}
