package org.renxing.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.renxing.testing.Systems.index;
import static org.renxing.testing.Systems.leaf;
import static org.renxing.testing.Systems.node;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.renxing.model.Imputation;
import org.renxing.model.Imputation.Basis;
import org.renxing.model.Imputation.Ends;
import org.renxing.model.Imputation.Fallback;
import org.renxing.panel.PanelCells.Cell;
import org.renxing.panel.PanelCells.Given;
import org.renxing.testing.Systems;

/** Every imputed value says from which values it was made. */
class ImputedFromTest {
  private static Map<String, Cell> panel(
      String expression, Ends ends, Fallback fallback, Basis basis, List<Given> observations) {
    Imputation rules =
        new Imputation(
            Imputation.Interior.LINEAR,
            ends,
            fallback,
            "region",
            1,
            Imputation.OverCap.DROP_UNIT,
            false,
            basis);
    return PanelCells.of(
            Systems.scenario(index(node("s", leaf("x", expression))), "2001..2006", rules, ""),
            observations,
            Map.of("u", "R", "v", "R"))
        .values();
  }

  private static List<Given> cells(String code, Map<String, Double> values) {
    List<Given> out = new ArrayList<>();
    values.forEach(
        (key, value) ->
            out.add(
                new Given(key.substring(0, 1), Integer.parseInt(key.substring(2)), code, value)));
    return out;
  }

  private static void check(Map<String, Cell> rows, String key, String method, String from) {
    assertThat(rows.get(key).method()).as(key).isEqualTo(Optional.ofNullable(method));
    assertThat(rows.get(key).from()).as(key).isEqualTo(Optional.ofNullable(from));
  }

  @Test
  void namesTheYearsOfItsNeighbours() {
    List<Given> observations = cells("b", Map.of("u/2002", 2.0, "u/2005", 8.0));
    Map<String, Cell> rows = panel("b", Ends.NEAREST, Fallback.NONE, Basis.DERIVED, observations);
    check(rows, "u/2001", "nearest", "2002");
    check(rows, "u/2002", null, null);
    check(rows, "u/2003", "linear", "2002,2005");
    check(rows, "u/2006", "nearest", "2005");
    check(rows, "v/2001", null, null);
    rows = panel("b", Ends.LINEAR_EXTRAPOLATE, Fallback.NONE, Basis.DERIVED, observations);
    check(rows, "u/2001", "linear-extrapolate", "2002,2005");
    check(rows, "u/2006", "linear-extrapolate", "2002,2005");
  }

  @Test
  void namesTheGroupAndItsSize() {
    Map<String, Cell> rows =
        panel(
            "b",
            Ends.NONE,
            Fallback.GROUP_MEDIAN,
            Basis.DERIVED,
            cells("b", Map.of("u/2001", 3.0, "u/2003", 5.0)));
    check(rows, "v/2001", "group-median", "R: 1 units");
    check(rows, "v/2002", "group-median", "R: 1 units");
    check(rows, "u/2002", "linear", "2001,2003");
    check(rows, "v/2004", null, null);
  }

  @Test
  void namesTheBaseIndicatorsWhereThoseWereImputed() {
    List<Given> observations = cells("b", Map.of("u/2001", 1.0, "u/2003", 3.0, "u/2002", 2.0));
    observations.addAll(cells("c", Map.of("u/2001", 2.0, "u/2003", 2.0)));
    Map<String, Cell> rows = panel("b / c", Ends.NEAREST, Fallback.NONE, Basis.BASE, observations);
    check(rows, "u/2001", null, null);
    check(rows, "u/2002", "linear", "c: 2001,2003");
    check(rows, "u/2004", "nearest", "b: 2003; c: 2003");
  }

  @Property(tries = 5)
  void liesBetweenTheNeighboursItNames(
      @ForAll @Size(2) List<@DoubleRange(min = -1e6, max = 1e6) Double> ends) {
    Map<String, Double> given = new HashMap<>(Map.of("v/2003", 1e9));
    given.put("u/2001", ends.get(0));
    given.put("u/2006", ends.get(1));
    Map<String, Cell> rows = panel("b", Ends.NONE, Fallback.NONE, Basis.DERIVED, cells("b", given));
    double low = Math.min(ends.get(0), ends.get(1));
    double high = Math.max(ends.get(0), ends.get(1));
    for (int year = 2002; year < 2006; year++) {
      check(rows, "u/" + year, "linear", "2001,2006");
      assertThat(rows.get("u/" + year).value()).isBetween(low - 1e-9, high + 1e-9);
      check(rows, "v/" + year, null, null);
    }
  }
}
