package org.renxing.index.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.renxing.testing.Frames.row;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.panel.BaseCell;
import org.renxing.panel.BaseMark;
import org.renxing.panel.PanelGrid;
import org.renxing.panel.PanelKernel;
import org.renxing.panel.SimulatedBase;
import org.renxing.panel.StatisticsKernel;
import org.renxing.panel.UnitBase;
import org.renxing.panel.UnitPanel;
import org.renxing.testing.Frames;

/** What Spark gives is what the kernels give, whatever the order and partitions of rows. */
class KernelAndFramesTest {
  private static final String LONG =
      "unit_id string, year int, indicator_code string, value double, source_id string,"
          + " is_corrected boolean, is_doubtful boolean";

  private static Dataset<Row> observations(SimulatedBase base, Random random) {
    List<Row> rows = new ArrayList<>();
    base.cells()
        .forEach(
            (id, cells) -> {
              for (BaseCell cell : cells) {
                rows.add(
                    row(
                        id,
                        cell.year(),
                        cell.code(),
                        cell.value(),
                        cell.source(),
                        cell.marks().contains(BaseMark.CORRECTED),
                        cell.marks().contains(BaseMark.DOUBTFUL)));
              }
            });
    Collections.shuffle(rows, random);
    return Frames.of(LONG, rows).repartition(1 + random.nextInt(5));
  }

  private static Dataset<Row> units(SimulatedBase base) {
    List<Row> rows = new ArrayList<>();
    Map<String, String> provinces = base.provinces();
    base.groups()
        .forEach(
            (id, group) -> rows.add(row(id, provinces.get(id), group.isEmpty() ? null : group)));
    return Frames.of("unit_id string, province_code string, region string", rows);
  }

  private static Dataset<Row> lineage() {
    List<Row> rows = new ArrayList<>();
    SimulatedBase.MERGES.forEach(m -> rows.add(row(m.year(), "merge", m.from(), m.to(), true)));
    rows.removeIf(r -> r.getString(2).equals("u1") && r.getString(3).equals("u3"));
    return Frames.of(
        "year int, kind string, from_unit_id string, to_unit_id string, is_whole boolean", rows);
  }

  private static List<String> text(List<Row> rows) {
    return rows.stream().map(Row::toString).sorted().toList();
  }

  @Property(tries = 8)
  void giveTheSame(@ForAll @IntRange(max = 1_000_000) int seed) {
    SimulatedBase base = SimulatedBase.of(seed, 12);
    Dataset<Row> units = units(base);
    Dataset<Row> values =
        BaseValues.of(base.scenario(), observations(base, new Random(seed)), units, lineage());
    Dataset<Row> cells = new PanelBuilder(base.scenario()).build(values, units).cells();
    PanelGrid grid = PanelKernel.of(base.scenario()).grid();
    List<Row> expected = new ArrayList<>();
    for (UnitPanel panel : base.panels()) {
      Iterator<Row> rows = PanelRows.of(grid, panel);
      rows.forEachRemaining(expected::add);
    }
    assertThat(expected).isNotEmpty();
    assertThat(text(cells.collectAsList())).isEqualTo(text(expected));
  }

  @Property(tries = 4)
  void giveTheSameBaseValues(@ForAll @IntRange(max = 1_000_000) int seed) {
    SimulatedBase base = SimulatedBase.of(seed, 12);
    PanelGrid grid =
        new PanelGrid(
            IntStream.rangeClosed(1999, 2010).boxed().toList(), List.of("a", "b", "c", "d", "p"));
    List<String> expected = new ArrayList<>();
    for (UnitBase unit : base.adjusted(grid)) {
      for (BaseCell cell : unit.cells(grid)) {
        expected.add(
            row(
                    unit.unitId(),
                    cell.year(),
                    cell.code(),
                    PanelRows.number(cell.value()),
                    cell.source(),
                    cell.marks().contains(BaseMark.DOUBTFUL))
                .toString());
      }
    }
    Collections.sort(expected);
    Dataset<Row> values =
        BaseValues.of(
            base.scenario(), observations(base, new Random(seed)), units(base), lineage());
    List<Row> rows =
        values
            .selectExpr(
                "unit_id",
                "year",
                "indicator_code",
                "IF(isnan(value), NULL, value)",
                "source_id",
                "is_doubtful")
            .collectAsList();
    assertThat(text(rows)).isEqualTo(expected);
  }

  @Property(tries = 3)
  void giveTheSameStatistics(@ForAll @IntRange(max = 1_000_000) int seed) {
    SimulatedBase base = SimulatedBase.of(seed, 12);
    StatisticsKernel kernel = StatisticsKernel.of(base.scenario());
    List<String> expected = new ArrayList<>();
    base.cells()
        .forEach(
            (id, cells) -> {
              UnitPanel panel = kernel.of(UnitBase.of(kernel.base(), id, "", cells));
              for (int year = 2001; year <= 2009; year++) {
                double gdp = panel.value(kernel.grid().find(year, "gdp").orElseThrow());
                double real = panel.value(kernel.grid().find(year, "gdp_real").orElseThrow());
                expected.add(
                    row(id, year, PanelRows.number(gdp), PanelRows.number(real)).toString());
              }
            });
    Collections.sort(expected);
    Dataset<Row> statistics =
        new StatisticsPanel(base.scenario())
            .of(observations(base, new Random(seed)), units(base))
            .select("unit_id", "year", "gdp", "gdp_real");
    assertThat(text(statistics.collectAsList())).isEqualTo(expected);
  }
}
