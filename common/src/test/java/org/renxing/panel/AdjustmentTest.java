package org.renxing.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.renxing.testing.Systems.index;
import static org.renxing.testing.Systems.leaf;
import static org.renxing.testing.Systems.node;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.renxing.model.Adjustment;
import org.renxing.model.Adjustment.Boundaries;
import org.renxing.model.Adjustment.Prices;
import org.renxing.model.BaseIndicator;
import org.renxing.model.Imputation;
import org.renxing.model.PriceBasis;
import org.renxing.model.Scenario;
import org.renxing.records.LocalRecords;
import org.renxing.testing.Systems;

class AdjustmentTest {
  private static final PanelGrid GRID =
      new PanelGrid(
          IntStream.rangeClosed(2000, 2009).boxed().toList(),
          List.of("gdp", "real", "there", "rate", "p"));
  private static final BaseIndicator GDP = base("gdp", Optional.of(PriceBasis.current()), true);
  private static final BaseIndicator REAL =
      base("real", Optional.of(PriceBasis.constant(2002)), false);
  private static final BaseIndicator THERE =
      base("there", Optional.of(PriceBasis.constant(2003)), false);
  private static final BaseIndicator RATE = base("rate", Optional.empty(), false);
  private static final BaseIndicator LEVEL = base("p", Optional.empty(), false);

  private static BaseIndicator base(String code, Optional<PriceBasis> price, boolean isAdditive) {
    return new BaseIndicator(
        code, code, code, "", price.isPresent(), price, Optional.empty(), isAdditive);
  }

  private static Adjustment adjustment(Boundaries boundaries, Optional<Prices> prices) {
    return new Adjustment(
        boundaries,
        prices,
        Map.of("gdp", GDP, "real", REAL, "there", THERE, "rate", RATE, "p", LEVEL));
  }

  private static Adjustment merged() {
    return adjustment(Boundaries.MERGED, Optional.empty());
  }

  private static Adjustment pricesOf(int year) {
    return adjustment(Boundaries.AS_REPORTED, Optional.of(new Prices(year, "p")));
  }

  private static Scenario scenario(Adjustment adjustment, Imputation.Basis basis) {
    Imputation none =
        new Imputation(
            Imputation.Interior.NONE,
            Imputation.Ends.NONE,
            Imputation.Fallback.NONE,
            "all",
            1,
            Imputation.OverCap.DROP_UNIT,
            false,
            basis);
    return Systems.scenario(
        index(node("s", leaf("x", "gdp / rate"), leaf("y", "real"))),
        "2001..2004",
        none,
        "",
        adjustment);
  }

  /** What a source says of a unit. */
  private record Given(String unit, BaseCell cell) {}

  private static Given cell(String unit, int year, String code, Double value) {
    double known = value == null ? Double.NaN : value;
    return new Given(unit, new BaseCell(year, code, known, "s-" + unit, "", Set.of()));
  }

  private static List<UnitBase> adjusted(
      Adjustment adjustment, Imputation.Basis basis, List<Merge> direct, List<Given> cells) {
    AdjustmentKernel kernel =
        new AdjustmentKernel(
            scenario(adjustment, basis),
            Merge.closure(direct),
            Map.of("a", "prov", "b", "prov", "c", "prov"));
    List<UnitBase> units = new ArrayList<>();
    for (String unit : List.of("a", "b", "c", "prov")) {
      List<BaseCell> own =
          cells.stream().filter(x -> x.unit().equals(unit)).map(Given::cell).toList();
      units.add(UnitBase.of(GRID, unit, "", own));
    }
    return kernel.build(GRID, LocalRecords.of(units)).list();
  }

  private static Map<String, BaseCell> adjusted(
      Adjustment adjustment, List<Merge> direct, List<Given> cells) {
    Map<String, BaseCell> out = new TreeMap<>();
    for (UnitBase unit : adjusted(adjustment, Imputation.Basis.DERIVED, direct, cells)) {
      for (BaseCell cell : unit.cells(GRID)) {
        out.put(unit.unitId() + "/" + cell.year() + "/" + cell.code(), cell);
      }
    }
    return out;
  }

  private static void check(BaseCell cell, Double value, String cause) {
    if (value == null) {
      assertThat(cell.value()).isNaN();
    } else {
      assertThat(cell.value()).isCloseTo(value, offset(1e-12 * Math.abs(value)));
    }
    assertThat(cell.cause()).isEqualTo(cause == null ? "" : cause);
  }

  @Test
  void addsTheTotalsOfUnitsThatPassedOverAndNeverAPartOfThem() {
    List<Merge> lineage = List.of(new Merge("b", "a", 2003), new Merge("c", "a", 2009));
    Map<String, BaseCell> out =
        adjusted(
            merged(),
            lineage,
            List.of(
                cell("a", 2001, "gdp", 10.0),
                cell("b", 2001, "gdp", 2.0),
                cell("a", 2002, "gdp", 11.0),
                cell("a", 2003, "gdp", 14.0),
                cell("b", 2000, "gdp", 1.0),
                cell("a", 2001, "rate", 0.5),
                cell("b", 2001, "rate", 0.7),
                cell("c", 2001, "gdp", 100.0)));
    check(out.get("a/2001/gdp"), 12.0, null);
    assertThat(out.get("a/2001/gdp").source()).isEqualTo("s-a,s-b");
    assertThat(out.get("a/2001/gdp").marks()).contains(BaseMark.MERGED);
    check(out.get("a/2002/gdp"), null, "MERGE_INCOMPLETE");
    check(out.get("a/2000/gdp"), null, "MERGE_INCOMPLETE");
    check(out.get("a/2003/gdp"), 14.0, null);
    assertThat(out.get("a/2003/gdp").marks()).doesNotContain(BaseMark.MERGED);
    check(out.get("a/2001/rate"), 0.5, null);
    check(out.get("b/2001/gdp"), 2.0, null);
    check(out.get("c/2001/gdp"), 100.0, null);
  }

  @Test
  void followsMergesOfMerges() {
    List<Merge> all = Merge.closure(List.of(new Merge("a", "b", 2003), new Merge("b", "c", 2005)));
    assertThat(all)
        .containsExactly(
            new Merge("a", "b", 2003), new Merge("a", "c", 2003), new Merge("b", "c", 2005));
    assertThat(Merge.closure(List.of(new Merge("a", "b", 2003), new Merge("b", "a", 2005))))
        .containsExactly(new Merge("b", "a", 2005), new Merge("a", "b", 2003));
  }

  @Property(tries = 6)
  void mergingKeepsTheTotalOfEveryYear(
      @ForAll @Size(6) List<@DoubleRange(min = 0.1, max = 1e6) Double> v) {
    List<Given> cells = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      cells.add(cell("a", 2001 + i, "gdp", v.get(i)));
      cells.add(cell("b", 2001 + i, "gdp", v.get(2 + i)));
      cells.add(cell("c", 2001 + i, "gdp", v.get(4 + i)));
    }
    List<Merge> lineage = List.of(new Merge("a", "b", 2003), new Merge("b", "c", 2004));
    Map<String, BaseCell> out = adjusted(merged(), lineage, cells);
    for (int i = 0; i < 2; i++) {
      double total = v.get(i) + v.get(2 + i) + v.get(4 + i);
      check(out.get("c/" + (2001 + i) + "/gdp"), total, null);
      check(out.get("b/" + (2001 + i) + "/gdp"), v.get(i) + v.get(2 + i), null);
    }
  }

  @Test
  void bringsMoneyToOneYearByTheUnitsDeflatorOrItsProvinces() {
    Map<String, BaseCell> out =
        adjusted(
            pricesOf(2003),
            List.of(),
            List.of(
                cell("a", 2001, "p", 1.0),
                cell("a", 2002, "p", 1.25),
                cell("a", 2003, "p", 1.5),
                cell("prov", 2001, "p", 100.0),
                cell("prov", 2003, "p", 120.0),
                cell("prov", 2004, "p", 0.0),
                cell("a", 2001, "gdp", 10.0),
                cell("a", 2003, "gdp", 10.0),
                cell("a", 2001, "real", 10.0),
                cell("a", 2001, "there", 10.0),
                cell("a", 2001, "rate", 10.0),
                cell("b", 2001, "gdp", 10.0),
                cell("b", 2002, "gdp", 10.0),
                cell("b", 2004, "gdp", 10.0),
                cell("b", 2002, "real", null)));
    check(out.get("a/2001/gdp"), 15.0, null);
    check(out.get("a/2003/gdp"), 10.0, null);
    check(out.get("a/2001/real"), 12.0, null);
    check(out.get("a/2001/there"), 10.0, null);
    check(out.get("a/2001/rate"), 10.0, null);
    check(out.get("b/2001/gdp"), 12.0, null);
    assertThat(out.get("b/2001/gdp").source()).isEqualTo("s-b,s-prov");
    check(out.get("b/2002/gdp"), null, "NO_DEFLATOR");
    check(out.get("b/2004/gdp"), null, "NO_DEFLATOR");
    check(out.get("b/2002/real"), null, null);
    assertThat(out.get("a/2001/gdp").marks()).contains(BaseMark.DEFLATED);
    assertThat(out.get("a/2001/there").marks()).doesNotContain(BaseMark.DEFLATED);
    assertThat(out.get("b/2002/gdp").marks()).doesNotContain(BaseMark.DEFLATED);
  }

  @Property(tries = 6)
  void deflatingThereAndBackIsTheIdentity(
      @ForAll @DoubleRange(min = 0.01, max = 1e6) double x,
      @ForAll @DoubleRange(min = 0.1, max = 1000) double from,
      @ForAll @DoubleRange(min = 0.1, max = 1000) double to) {
    List<Given> levels = List.of(cell("a", 2002, "p", from), cell("a", 2004, "p", to));
    List<Given> cells = new ArrayList<>(levels);
    cells.add(cell("a", 2002, "gdp", x));
    double there = adjusted(pricesOf(2004), List.of(), cells).get("a/2002/gdp").value();
    assertThat(there).isCloseTo(x * to / from, offset(1e-12 * there));
    cells.add(cell("a", 2004, "gdp", there));
    double back = adjusted(pricesOf(2002), List.of(), cells).get("a/2004/gdp").value();
    assertThat(back).isCloseTo(x, offset(1e-12 * x));
  }

  @Test
  void thePanelSaysWhyAnAdjustedValueIsMissing() {
    for (Imputation.Basis basis : Imputation.Basis.values()) {
      List<UnitBase> units =
          adjusted(
              pricesOf(2003),
              basis,
              List.of(),
              List.of(
                  cell("a", 2001, "gdp", 10.0),
                  cell("a", 2001, "rate", 2.0),
                  cell("a", 2002, "gdp", 10.0),
                  cell("a", 2002, "rate", 2.0),
                  cell("a", 2002, "p", 1.0),
                  cell("a", 2003, "p", 2.0)));
      PanelKernel kernel = PanelKernel.of(scenario(pricesOf(2003), basis));
      assertThat(kernel.base().codes()).containsExactly("gdp", "rate", "real");
      Map<String, PanelCells.Cell> rows = PanelCells.of(kernel.reading(GRID), units).values();
      assertThat(rows.get("a/2001/x").reason()).contains("NO_DEFLATOR:gdp");
      assertThat(rows.get("a/2002/x").raw()).isEqualTo(10.0);
      assertThat(rows.get("a/2002/x").reason()).isEmpty();
      assertThat(rows.get("a/2004/x").reason()).contains("MISSING_INPUT:gdp");
    }
  }

  @Test
  void leavesValuesAloneWhereNothingIsAdjusted() {
    Map<String, BaseCell> out =
        adjusted(Adjustment.none(), List.of(), List.of(cell("a", 2001, "gdp", 1.0)));
    assertThat(out).containsOnlyKeys("a/2001/gdp");
    assertThat(out.get("a/2001/gdp"))
        .isEqualTo(new BaseCell(2001, "gdp", 1.0, "s-a", "", Set.of()));
  }
}
