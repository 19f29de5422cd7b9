package org.renxing.index.panel;

import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.renxing.testing.Frames.row;
import static org.renxing.testing.Systems.index;
import static org.renxing.testing.Systems.leaf;
import static org.renxing.testing.Systems.node;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.renxing.model.Adjustment;
import org.renxing.model.Adjustment.Boundaries;
import org.renxing.model.Adjustment.Prices;
import org.renxing.model.BaseIndicator;
import org.renxing.model.Imputation;
import org.renxing.model.PriceBasis;
import org.renxing.model.Scenario;
import org.renxing.panel.Merge;
import org.renxing.testing.Frames;
import org.renxing.testing.Systems;

class BaseValuesTest {
  private static final String LONG =
      "unit_id string, year int, indicator_code string, value double, source_id string,"
          + " is_corrected boolean";
  private static final String LINEAGE =
      "year int, kind string, from_unit_id string, to_unit_id string, is_whole boolean";
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

  private static Row cell(String unit, int year, String code, Double value) {
    return row(unit, year, code, value, "s-" + unit, false);
  }

  private static Dataset<Row> units(String... ids) {
    List<Row> rows = new ArrayList<>();
    for (String id : ids) {
      rows.add(row(id, "prov"));
    }
    return Frames.of("unit_id string, province_code string", rows);
  }

  private static Map<String, Row> adjusted(
      Adjustment adjustment, Dataset<Row> lineage, List<Row> cells) {
    Dataset<Row> values =
        BaseValues.of(
            scenario(adjustment, Imputation.Basis.DERIVED),
            undoubted(cells),
            units("a", "b", "c"),
            lineage);
    return Frames.by(values, "unit_id", "year", "indicator_code");
  }

  private static void check(Row row, Double value, String cause) {
    if (value == null) {
      assertThat(row.isNullAt(row.fieldIndex("value"))).isTrue();
    } else {
      assertThat(row.<Double>getAs("value")).isCloseTo(value, offset(1e-12 * Math.abs(value)));
    }
    assertThat(row.<String>getAs("cause")).isEqualTo(cause);
  }

  @Test
  void addsTheTotalsOfUnitsThatPassedOverAndNeverAPartOfThem() {
    Dataset<Row> lineage =
        Frames.of(
            LINEAGE,
            row(2003, "merge", "b", "a", true),
            row(2003, "carve_out", "c", "a", false),
            row(2009, "merge", "c", "a", true));
    Map<String, Row> out =
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
    assertThat(out.get("a/2001/gdp").<String>getAs("source_id")).isEqualTo("s-a,s-b");
    assertThat(out.get("a/2001/gdp").<Boolean>getAs("is_merged")).isTrue();
    check(out.get("a/2002/gdp"), null, "MERGE_INCOMPLETE");
    check(out.get("a/2000/gdp"), null, "MERGE_INCOMPLETE");
    check(out.get("a/2003/gdp"), 14.0, null);
    assertThat(out.get("a/2003/gdp").<Boolean>getAs("is_merged")).isFalse();
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
    List<Row> cells = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      cells.add(cell("a", 2001 + i, "gdp", v.get(i)));
      cells.add(cell("b", 2001 + i, "gdp", v.get(2 + i)));
      cells.add(cell("c", 2001 + i, "gdp", v.get(4 + i)));
    }
    Dataset<Row> lineage =
        Frames.of(LINEAGE, row(2003, "merge", "a", "b", true), row(2004, "merge", "b", "c", true));
    Map<String, Row> out = adjusted(merged(), lineage, cells);
    for (int i = 0; i < 2; i++) {
      double total = v.get(i) + v.get(2 + i) + v.get(4 + i);
      check(out.get("c/" + (2001 + i) + "/gdp"), total, null);
      check(out.get("b/" + (2001 + i) + "/gdp"), v.get(i) + v.get(2 + i), null);
    }
  }

  @Test
  void bringsMoneyToOneYearByTheUnitsDeflatorOrItsProvinces() {
    Map<String, Row> out =
        adjusted(
            pricesOf(2003),
            Frames.of(LINEAGE),
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
    assertThat(out.get("b/2001/gdp").<String>getAs("source_id")).isEqualTo("s-b,s-prov");
    check(out.get("b/2002/gdp"), null, "NO_DEFLATOR");
    check(out.get("b/2004/gdp"), null, "NO_DEFLATOR");
    check(out.get("b/2002/real"), null, null);
    assertThat(out.get("a/2001/gdp").<Boolean>getAs("is_deflated")).isTrue();
    assertThat(out.get("a/2001/there").<Boolean>getAs("is_deflated")).isFalse();
    assertThat(out.get("b/2002/gdp").<Boolean>getAs("is_deflated")).isFalse();
  }

  @Property(tries = 6)
  void deflatingThereAndBackIsTheIdentity(
      @ForAll @DoubleRange(min = 0.01, max = 1e6) double x,
      @ForAll @DoubleRange(min = 0.1, max = 1000) double from,
      @ForAll @DoubleRange(min = 0.1, max = 1000) double to) {
    List<Row> levels = List.of(cell("a", 2002, "p", from), cell("a", 2004, "p", to));
    List<Row> cells = new ArrayList<>(levels);
    cells.add(cell("a", 2002, "gdp", x));
    double there =
        adjusted(pricesOf(2004), Frames.of(LINEAGE), cells)
            .get("a/2002/gdp")
            .<Double>getAs("value");
    assertThat(there).isCloseTo(x * to / from, offset(1e-12 * there));
    cells.add(cell("a", 2004, "gdp", there));
    double back =
        adjusted(pricesOf(2002), Frames.of(LINEAGE), cells)
            .get("a/2004/gdp")
            .<Double>getAs("value");
    assertThat(back).isCloseTo(x, offset(1e-12 * x));
  }

  @Test
  void thePanelSaysWhyAnAdjustedValueIsMissing() {
    for (Imputation.Basis basis : Imputation.Basis.values()) {
      Scenario scenario = scenario(pricesOf(2003), basis);
      PanelBuilder builder = new PanelBuilder(scenario);
      assertThat(builder.inputs()).containsExactly("gdp", "rate", "real", "p");
      Dataset<Row> observations =
          undoubted(
              List.of(
                  cell("a", 2001, "gdp", 10.0),
                  cell("a", 2001, "rate", 2.0),
                  cell("a", 2002, "gdp", 10.0),
                  cell("a", 2002, "rate", 2.0),
                  cell("a", 2002, "p", 1.0),
                  cell("a", 2003, "p", 2.0)));
      Dataset<Row> values = BaseValues.of(scenario, observations, units("a"), Frames.of(LINEAGE));
      Map<String, Row> rows =
          Frames.by(builder.build(values, units("a")).values(), "year", "indicator_code");
      assertThat(rows.get("2001/x").<String>getAs("missing_reason")).isEqualTo("NO_DEFLATOR:gdp");
      assertThat(rows.get("2002/x").<Double>getAs("raw_value")).isEqualTo(10.0);
      assertThat(rows.get("2002/x").<String>getAs("missing_reason")).isNull();
      assertThat(rows.get("2004/x").<String>getAs("missing_reason")).isEqualTo("MISSING_INPUT:gdp");
    }
  }

  @Test
  void leavesObservationsAloneWhereNothingIsAdjusted() {
    Dataset<Row> observations = undoubted(List.of(cell("a", 2001, "gdp", 1.0)));
    assertThat(
            BaseValues.of(
                scenario(Adjustment.none(), Imputation.Basis.DERIVED),
                observations,
                units("a"),
                Frames.of(LINEAGE)))
        .isSameAs(observations);
  }

  private static Dataset<Row> undoubted(List<Row> cells) {
    return Frames.of(LONG, cells).withColumn("is_doubtful", lit(false));
  }
}
