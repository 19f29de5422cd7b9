package org.renxing.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.renxing.testing.Systems.index;
import static org.renxing.testing.Systems.leaf;
import static org.renxing.testing.Systems.node;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.renxing.model.Imputation;
import org.renxing.model.IndexSystem;
import org.renxing.model.Scenario;
import org.renxing.panel.PanelCells.Cell;
import org.renxing.panel.PanelCells.Given;
import org.renxing.testing.Systems;

class PanelTest {
  private static final IndexSystem PLAIN = index(node("s", leaf("x", "x")));
  private static final IndexSystem RATIO = index(node("s", leaf("r", "num / den")));

  private static Imputation rules(
      Imputation.Interior interior,
      Imputation.Ends ends,
      Imputation.Fallback fallback,
      double cap,
      boolean dropIncomplete,
      Imputation.Basis basis) {
    return new Imputation(
        interior,
        ends,
        fallback,
        "region7",
        cap,
        Imputation.OverCap.DROP_UNIT,
        dropIncomplete,
        basis);
  }

  private static Imputation rules(Imputation.Ends ends, double cap) {
    return rules(
        Imputation.Interior.LINEAR,
        ends,
        Imputation.Fallback.NONE,
        cap,
        false,
        Imputation.Basis.DERIVED);
  }

  /** Series of one unit from 2001 on; null is missing (no row). */
  private static List<Given> series(String unit, String code, Double... values) {
    List<Given> out = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      if (values[i] != null) {
        out.add(new Given(unit, 2001 + i, code, values[i]));
      }
    }
    return out;
  }

  @SafeVarargs
  @SuppressWarnings("varargs") // they are only read
  private static List<Given> observations(List<Given>... series) {
    return Arrays.stream(series).flatMap(List::stream).toList();
  }

  private static Map<String, String> units(String... ids) {
    Map<String, String> out = new TreeMap<>();
    Stream.of(ids).forEach(id -> out.put(id, "R"));
    return out;
  }

  private static PanelCells panel(
      IndexSystem system,
      Imputation rules,
      String filter,
      List<Given> obs,
      Map<String, String> units) {
    return PanelCells.of(Systems.scenario(system, "2001..2006", rules, filter), obs, units);
  }

  private static void check(Map<String, Cell> rows, String key, Double value, String method) {
    Cell cell = rows.get(key);
    if (value == null) {
      assertThat(cell.value()).as(key).isNaN();
    } else {
      assertThat(cell.value()).as(key).isCloseTo(value, offset(1e-12));
    }
    assertThat(cell.method()).as(key).isEqualTo(Optional.ofNullable(method));
  }

  @Test
  void interpolatesInsideAndCarriesEndsWithinTheUnit() {
    List<Given> obs =
        observations(
            series("u", "x", null, 2.0, null, null, 8.0, null),
            series("v", "x", 100.0, 100.0, 100.0, 100.0, 100.0, 100.0));
    PanelCells panel = panel(PLAIN, rules(Imputation.Ends.NEAREST, 0.7), "", obs, units("u", "v"));
    Map<String, Cell> rows = panel.values();
    assertThat(rows).hasSize(12);
    check(rows, "u/2001", 2.0, "nearest");
    check(rows, "u/2002", 2.0, null);
    check(rows, "u/2003", 4.0, "linear");
    check(rows, "u/2004", 6.0, "linear");
    check(rows, "u/2006", 8.0, "nearest");
    check(rows, "v/2001", 100.0, null);
    assertThat(rows.get("u/2003").reason()).contains("MISSING_INPUT:x");
    assertThat(rows.get("u/2003").raw()).isNaN();
    assertThat(panel.exclusions()).isEmpty();
  }

  @Test
  void extrapolatesTheLineOfTheTwoNearestValues() {
    List<Given> obs =
        observations(
            series("u", "x", null, 2.0, null, 4.0, 8.0, null),
            series("one", "x", null, 5.0, null, null, null, null));
    Map<String, Cell> rows =
        panel(PLAIN, rules(Imputation.Ends.LINEAR_EXTRAPOLATE, 1), "", obs, units("u", "one"))
            .values();
    check(rows, "u/2001", 1.0, "linear-extrapolate");
    check(rows, "u/2003", 3.0, "linear");
    check(rows, "u/2006", 12.0, "linear-extrapolate");
    check(rows, "one/2002", 5.0, null);
    check(rows, "one/2003", null, null);
  }

  @Test
  void leavesEndsAndInteriorWhereToldTo() {
    List<Given> obs = observations(series("u", "x", null, 2.0, null, 4.0, null, null));
    Imputation none =
        rules(
            Imputation.Interior.NONE,
            Imputation.Ends.NEAREST,
            Imputation.Fallback.NONE,
            1,
            false,
            Imputation.Basis.DERIVED);
    Map<String, Cell> rows = panel(PLAIN, none, "", obs, units("u")).values();
    check(rows, "u/2001", 2.0, "nearest");
    check(rows, "u/2003", null, null);
    check(rows, "u/2005", 4.0, "nearest");
    rows = panel(PLAIN, rules(Imputation.Ends.NONE, 1), "", obs, units("u")).values();
    check(rows, "u/2001", null, null);
    check(rows, "u/2003", 3.0, "linear");
  }

  @Test
  void dropsUnitsOverTheCapAndSaysWhich() {
    List<Given> obs =
        observations(
            series("at", "x", 1.0, null, null, null, 2.0, 3.0),
            series("over", "x", null, null, null, null, 2.0, 3.0));
    PanelCells panel =
        panel(PLAIN, rules(Imputation.Ends.NEAREST, 0.5), "", obs, units("at", "over", "silent"));
    assertThat(panel.values()).hasSize(6);
    Map<String, UnitExclusion> out = panel.exclusions();
    assertThat(out).containsOnlyKeys("over", "silent");
    assertThat(out.get("over").reason()).isEqualTo("OVER_CAP");
    assertThat(out.get("over").indicatorCode()).isEqualTo("x");
    assertThat(out.get("over").missingYears()).isEqualTo(4);
    assertThat(out.get("over").detail(6, 0.5))
        .isEqualTo("x: 4 of 6 years missing, cap is a share of 0.5");
    assertThat(out.get("silent").missingYears()).isEqualTo(6);
  }

  @Test
  void fillsFromTheGroupsMedianOfTheYearThenDropsTheIncomplete() {
    List<Given> obs =
        observations(
            series("a", "x", 1.0, 1.0, 1.0, 1.0, 1.0, 1.0),
            series("b", "x", 2.0, 2.0, 2.0, 2.0, 2.0, 4.0),
            series("c", "x", 9.0, 9.0, 9.0, 9.0, 9.0, 9.0));
    Map<String, String> units = Map.of("a", "R", "b", "R", "c", "Q", "empty", "R", "alone", "S");
    Imputation rules =
        rules(
            Imputation.Interior.LINEAR,
            Imputation.Ends.NEAREST,
            Imputation.Fallback.GROUP_MEDIAN,
            1,
            true,
            Imputation.Basis.DERIVED);
    PanelCells panel = panel(PLAIN, rules, "", obs, units);
    Map<String, Cell> rows = panel.values();
    assertThat(rows).hasSize(24);
    check(rows, "empty/2001", 1.5, "group-median");
    check(rows, "empty/2006", 2.5, "group-median");
    Map<String, UnitExclusion> out = panel.exclusions();
    assertThat(out).containsOnlyKeys("alone");
    assertThat(out.get("alone").reason()).isEqualTo("INCOMPLETE");
  }

  @Test
  void imputesDerivedOrBaseValues() {
    List<Given> obs =
        observations(
            series("u", "num", 1.0, 2.0, 3.0, 4.0, 5.0, 6.0),
            series("u", "den", 1.0, null, 3.0, 2.0, 0.0, null));
    Map<String, Cell> derived =
        panel(RATIO, rules(Imputation.Ends.NEAREST, 1), "", obs, units("u")).values();
    check(derived, "u/2002", 1.0, "linear");
    assertThat(derived.get("u/2005").reason()).contains("ZERO_DENOMINATOR");
    check(derived, "u/2005", 2.0, "nearest");
    Imputation base =
        rules(
            Imputation.Interior.LINEAR,
            Imputation.Ends.NEAREST,
            Imputation.Fallback.NONE,
            1,
            false,
            Imputation.Basis.BASE);
    Map<String, Cell> rows = panel(RATIO, base, "", obs, units("u")).values();
    check(rows, "u/2001", 1.0, null);
    check(rows, "u/2002", 1.0, "linear");
    check(rows, "u/2005", null, null);
    check(rows, "u/2006", null, null);
    assertThat(rows.get("u/2002").reason()).contains("MISSING_INPUT:den");
  }

  @Test
  void capsBaseSeriesWhereBaseValuesAreImputed() {
    List<Given> obs =
        observations(
            series("u", "num", 1.0, 2.0, null, null, null, 6.0),
            series("u", "den", 1.0, null, null, 2.0, 1.0, 3.0));
    Imputation base =
        rules(
            Imputation.Interior.LINEAR,
            Imputation.Ends.NEAREST,
            Imputation.Fallback.NONE,
            0.3,
            false,
            Imputation.Basis.BASE);
    PanelCells panel = panel(RATIO, base, "", obs, units("u"));
    assertThat(panel.values()).isEmpty();
    UnitExclusion out = panel.exclusions().get("u");
    assertThat(out.indicatorCode()).isEqualTo("num");
    assertThat(out.detail(6, 0.3))
        .isEqualTo("num: 3 of 6 years missing, cap is a share of 0.3; 2 series in all");
  }

  @Test
  void keepsUnitsForWhichTheFilterHoldsInAnyYear() {
    List<Given> obs =
        observations(
            series("small", "pop", 1.0, 2.0, 3.0, 4.0, 5.0, 6.0),
            series("grown", "pop", 1.0, 2.0, 3.0, 40.0, 5.0, 6.0),
            series("grown", "x", 1.0, 2.0, 3.0, 4.0, 5.0, 6.0));
    Scenario scenario =
        Systems.scenario(PLAIN, "2001..2006", rules(Imputation.Ends.NEAREST, 1), "pop / 2 > 10");
    assertThat(PanelKernel.of(scenario).base().codes()).containsExactly("x", "pop");
    PanelCells panel = PanelCells.of(scenario, obs, units("small", "grown", "unknown"));
    assertThat(panel.values()).hasSize(6).containsKey("grown/2006");
    assertThat(panel.exclusions()).isEmpty();
  }

  @Test
  void givesAnEmptyPanelForNoUnits() {
    PanelCells panel = panel(PLAIN, Systems.DEFAULT_IMPUTATION, "", List.of(), units());
    assertThat(panel.values()).isEmpty();
    assertThat(panel.exclusions()).isEmpty();
  }

  @Test
  void ignoresOtherYearsAndNotFiniteValues() {
    List<Given> obs =
        List.of(
            new Given("u", 2001, "x", 1.0),
            new Given("u", 2002, "x", Double.NaN),
            new Given("u", 1999, "x", 5.0),
            new Given("u", 2003, "y", 5.0));
    Map<String, Cell> rows =
        panel(PLAIN, rules(Imputation.Ends.NONE, 1), "", obs, units("u")).values();
    assertThat(rows).hasSize(6);
    check(rows, "u/2001", 1.0, null);
    check(rows, "u/2002", null, null);
  }
}
