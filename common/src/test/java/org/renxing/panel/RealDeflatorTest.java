package org.renxing.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.renxing.testing.Systems.index;
import static org.renxing.testing.Systems.leaf;
import static org.renxing.testing.Systems.node;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.renxing.model.Adjustment;
import org.renxing.model.Adjustment.Boundaries;
import org.renxing.model.Adjustment.Prices;
import org.renxing.model.BaseIndicator;
import org.renxing.model.PriceBasis;
import org.renxing.records.LocalRecords;
import org.renxing.testing.SharedCases;
import org.renxing.testing.Systems;

/**
 * Deflation of the real panel against its own series of real GDP. The two need not meet: real GDP
 * is chained from growth rates, and the deflator belongs to another vintage of nominal GDP in many
 * rows. Where the panel's three columns fit each other, ours must.
 */
class RealDeflatorTest {
  private static final String PANEL = "data/cn-city-panel/wide_2010_2021.csv";
  private static final Map<String, String> COLUMNS =
      Map.of("gdp", "gdp", "gdp_deflator", "p", "gdp_real_2000prices", "real");
  private static final int YEAR = 2015;

  private static BaseIndicator money(String code, PriceBasis price) {
    return new BaseIndicator(
        code, code, code, "", true, Optional.of(price), Optional.empty(), false);
  }

  private static Map<String, List<BaseCell>> observations(List<Map<String, String>> panel) {
    Map<String, List<BaseCell>> out = new TreeMap<>();
    for (Map<String, String> line : panel) {
      COLUMNS.forEach(
          (column, code) -> {
            if (!line.get(column).isEmpty()) {
              double value = Double.parseDouble(line.get(column));
              int year = Integer.parseInt(line.get("year"));
              out.computeIfAbsent(line.get("code"), unit -> new ArrayList<>())
                  .add(BaseCell.of(year, code, value));
            }
          });
    }
    return out;
  }

  @Test
  void meetsRealGdpWhereThePanelDoes() throws IOException {
    Path file = SharedCases.file(PANEL);
    Map<String, List<BaseCell>> observations = observations(SharedCases.rows(file));
    Map<String, Double> given = new HashMap<>();
    observations.forEach(
        (unit, cells) ->
            cells.forEach(x -> given.put(unit + "/" + x.year() + "/" + x.code(), x.value())));
    Adjustment adjustment =
        new Adjustment(
            Boundaries.AS_REPORTED,
            Optional.of(new Prices(YEAR, "p")),
            Map.of(
                "gdp", money("gdp", PriceBasis.current()),
                "real", money("real", PriceBasis.constant(2000))));
    AdjustmentKernel kernel =
        new AdjustmentKernel(
            Systems.scenario(
                index(node("s", leaf("gdp", "gdp"), leaf("real", "real"))),
                "2010..2021",
                Systems.DEFAULT_IMPUTATION,
                "",
                adjustment),
            List.of(),
            Map.of());
    PanelGrid grid = kernel.base(COLUMNS.values());
    List<UnitBase> units = new ArrayList<>();
    observations.forEach((unit, cells) -> units.add(UnitBase.of(grid, unit, "", cells)));
    Map<String, BaseCell> out = new TreeMap<>();
    for (UnitBase unit : kernel.build(grid, LocalRecords.of(units)).list()) {
      unit.cells(grid).forEach(x -> out.put(unit.unitId() + "/" + x.year() + "/" + x.code(), x));
    }
    int n = 0;
    int meeting = 0;
    for (String key : given.keySet()) {
      String cell = key.replaceFirst("/[^/]*$", "");
      Double real = given.get(cell + "/real");
      Double level = given.get(cell.replaceFirst("/.*", "") + "/" + YEAR + "/p");
      if (key.endsWith("/gdp") && real != null && level != null && given.containsKey(cell + "/p")) {
        double ours = out.get(key).value() / level;
        double panels = given.get(key) / given.get(cell + "/p");
        assertThat(ours / panels).as(key).isCloseTo(1, within(1e-12));
        n++;
        meeting += Math.abs(ours / real - 1) <= 1e-5 ? 1 : 0;
      }
    }
    assertThat(n).isEqualTo(3543);
    assertThat(meeting).isEqualTo(1315);
    // no level of 2000 in the panel: amounts in prices of 2000 cannot be brought to 2015
    assertThat(out.values().stream().filter(x -> x.code().equals("real")))
        .isNotEmpty()
        .allMatch(x -> x.cause().equals("NO_DEFLATOR"));
  }
}
