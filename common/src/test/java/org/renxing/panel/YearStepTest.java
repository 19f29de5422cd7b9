package org.renxing.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.renxing.testing.Systems.index;
import static org.renxing.testing.Systems.leaf;
import static org.renxing.testing.Systems.node;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.renxing.model.Imputation;
import org.renxing.model.IndexSystem;
import org.renxing.panel.PanelCells.Cell;
import org.renxing.panel.PanelCells.Given;
import org.renxing.testing.Systems;

/** The panel of a scenario whose years are some years apart, as those of a census. */
class YearStepTest {
  private static final IndexSystem PLAIN = index(node("s", leaf("x", "x")));

  private static PanelCells panel(String years, double cap, boolean dropIncomplete) {
    Imputation rules =
        new Imputation(
            Imputation.Interior.LINEAR,
            Imputation.Ends.NONE,
            Imputation.Fallback.NONE,
            "all",
            cap,
            Imputation.OverCap.DROP_UNIT,
            dropIncomplete,
            Imputation.Basis.DERIVED);
    List<Given> observations =
        List.of(
            new Given("u", 2000, "x", 1.0),
            new Given("u", 2005, "x", 50.0),
            new Given("u", 2020, "x", 7.0),
            new Given("v", 2000, "x", 1.0),
            new Given("v", 2010, "x", 2.0),
            new Given("v", 2011, "x", 50.0),
            new Given("w", 2005, "x", 5.0));
    return PanelCells.of(
        Systems.scenario(PLAIN, years, rules, ""), observations, List.of("u", "v", "w"));
  }

  @Test
  void yearsBetweenTheStepsNeitherCountNorHelp() {
    PanelCells panel = panel("2000..2020 by 10", 0.34, false);
    Map<String, Cell> rows = panel.values();
    assertThat(rows).containsOnlyKeys("u/2000", "u/2010", "u/2020", "v/2000", "v/2010", "v/2020");
    assertThat(rows.get("u/2010").value()).isCloseTo(4.0, offset(1e-12));
    assertThat(rows.get("u/2010").from()).contains("2000,2020");
    assertThat(rows.get("v/2010").value()).isEqualTo(2.0);
    assertThat(rows.get("v/2020").value()).isNaN();
  }

  @Test
  void theCapIsAShareOfTheYearsThatThereAre() {
    Map<String, UnitExclusion> out = panel("2000..2020 by 10", 0.32, false).exclusions();
    assertThat(out).containsOnlyKeys("u", "v", "w");
    assertThat(out.get("u").detail(3, 0.32))
        .isEqualTo("x: 1 of 3 years missing, cap is a share of 0.32");
  }

  @Test
  void aUnitIsCompleteInTheYearsThatThereAre() {
    PanelCells panel = panel("2000..2020 by 20", 1, true);
    assertThat(panel.values()).containsOnlyKeys("u/2000", "u/2020");
    assertThat(panel.exclusions()).containsOnlyKeys("v", "w");
  }
}
