package org.renxing.panel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.renxing.model.Statistic;
import org.renxing.records.LocalRecords;
import org.renxing.records.Records;
import org.renxing.testing.Distributed;

/** What Spark distributes gives what is held here, whatever the order and partitions. */
class PanelRecordsTest {

  private static List<UnitBase> units(SimulatedBase base, PanelGrid grid) {
    List<UnitBase> out = new ArrayList<>();
    base.cells().forEach((id, own) -> out.add(UnitBase.of(grid, id, base.groups().get(id), own)));
    return out;
  }

  private static List<String> text(PanelGrid grid, Records<UnitPanel> panels) {
    return PanelKernelTest.text(grid, panels.list()).stream().sorted().toList();
  }

  @Property(tries = 6)
  void giveTheSamePanelsAndStatistics(@ForAll @IntRange(max = 1_000_000) int seed) {
    SimulatedBase base = SimulatedBase.of(seed, 12);
    AdjustmentKernel adjustment =
        new AdjustmentKernel(base.scenario(), SimulatedBase.MERGES, base.provinces());
    PanelGrid grid = adjustment.base(SimulatedBase.CODES);
    List<UnitBase> units = units(base, grid);
    Records<UnitBase> here = adjustment.build(grid, LocalRecords.of(units));
    Records<UnitBase> there = adjustment.build(grid, Distributed.of(units, 1 + seed % 5));
    PanelKernel panel = PanelKernel.of(base.scenario()).reading(grid);
    assertThat(text(panel.grid(), panel.build(there)))
        .isNotEmpty()
        .isEqualTo(text(panel.grid(), panel.build(here)));
    StatisticsKernel statistics = StatisticsKernel.of(base.scenario()).reading(grid);
    assertThat(rows(statistics.build(there))).isEqualTo(rows(statistics.build(here)));
  }

  private static List<String> rows(Records<UnitFigures> units) {
    List<String> out = new ArrayList<>();
    for (UnitFigures unit : units.list()) {
      for (int year = 0; year < unit.size(); year++) {
        double real = unit.of(Statistic.GDP_REAL, year);
        out.add(unit.unitId() + unit.year(year) + " " + unit.of(Statistic.GDP, year) + " " + real);
      }
    }
    Collections.sort(out);
    return out;
  }
}
