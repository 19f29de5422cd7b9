package org.renxing.index.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;
import static org.renxing.testing.Frames.row;
import static org.renxing.testing.Systems.index;
import static org.renxing.testing.Systems.leaf;
import static org.renxing.testing.Systems.node;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.renxing.model.Imputation;
import org.renxing.model.IndexSystem;
import org.renxing.testing.Frames;
import org.renxing.testing.Systems;

class PanelBuilderTest {
  private static final String LONG =
      "unit_id string, year int, indicator_code string, value double";
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
  private static List<Row> series(String unit, String code, Double... values) {
    List<Row> out = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      if (values[i] != null) {
        out.add(row(unit, 2001 + i, code, values[i]));
      }
    }
    return out;
  }

  @SafeVarargs
  private static Dataset<Row> observations(List<Row>... series) {
    List<Row> all = new ArrayList<>();
    for (List<Row> s : series) {
      all.addAll(s);
    }
    return Frames.of(LONG, all);
  }

  private static Dataset<Row> units(String... ids) {
    List<Row> rows = new ArrayList<>();
    for (String id : ids) {
      rows.add(row(id, "R"));
    }
    return Frames.of("unit_id string, region7 string", rows);
  }

  private static Panel panel(
      IndexSystem system, Imputation rules, String filter, Dataset<Row> obs, Dataset<Row> units) {
    return new PanelBuilder(Systems.scenario(system, "2001..2006", rules, filter))
        .build(obs, units);
  }

  private static void check(Map<String, Row> rows, String key, Double value, String method) {
    Row row = rows.get(key);
    if (value == null) {
      assertThat(row.isNullAt(row.fieldIndex("value"))).as(key).isTrue();
    } else {
      assertThat(row.<Double>getAs("value")).as(key).isCloseTo(value, offset(1e-12));
    }
    assertThat(row.<String>getAs("imputation_method")).as(key).isEqualTo(method);
    assertThat(row.<Boolean>getAs("is_imputed")).as(key).isEqualTo(method != null);
  }

  @Test
  void interpolatesInsideAndCarriesEndsWithinTheUnit() {
    Dataset<Row> obs =
        observations(
            series("u", "x", null, 2.0, null, null, 8.0, null),
            series("v", "x", 100.0, 100.0, 100.0, 100.0, 100.0, 100.0));
    Panel panel = panel(PLAIN, rules(Imputation.Ends.NEAREST, 0.7), "", obs, units("u", "v"));
    Map<String, Row> rows = Frames.by(panel.values(), "unit_id", "year");
    assertThat(rows).hasSize(12);
    check(rows, "u/2001", 2.0, "nearest");
    check(rows, "u/2002", 2.0, null);
    check(rows, "u/2003", 4.0, "linear");
    check(rows, "u/2004", 6.0, "linear");
    check(rows, "u/2006", 8.0, "nearest");
    check(rows, "v/2001", 100.0, null);
    assertThat(rows.get("u/2003").<String>getAs("missing_reason")).isEqualTo("MISSING_INPUT:x");
    assertThat(rows.get("u/2003").isNullAt(rows.get("u/2003").fieldIndex("raw_value"))).isTrue();
    assertThat(panel.exclusions().count()).isZero();
  }

  @Test
  void extrapolatesTheLineOfTheTwoNearestValues() {
    Dataset<Row> obs =
        observations(
            series("u", "x", null, 2.0, null, 4.0, 8.0, null),
            series("one", "x", null, 5.0, null, null, null, null));
    Map<String, Row> rows =
        Frames.by(
            panel(PLAIN, rules(Imputation.Ends.LINEAR_EXTRAPOLATE, 1), "", obs, units("u", "one"))
                .values(),
            "unit_id",
            "year");
    check(rows, "u/2001", 1.0, "linear-extrapolate");
    check(rows, "u/2003", 3.0, "linear");
    check(rows, "u/2006", 12.0, "linear-extrapolate");
    check(rows, "one/2002", 5.0, null);
    check(rows, "one/2003", null, null);
  }

  @Test
  void leavesEndsAndInteriorWhereToldTo() {
    Dataset<Row> obs = observations(series("u", "x", null, 2.0, null, 4.0, null, null));
    Imputation none =
        rules(
            Imputation.Interior.NONE,
            Imputation.Ends.NEAREST,
            Imputation.Fallback.NONE,
            1,
            false,
            Imputation.Basis.DERIVED);
    Map<String, Row> rows =
        Frames.by(panel(PLAIN, none, "", obs, units("u")).values(), "unit_id", "year");
    check(rows, "u/2001", 2.0, "nearest");
    check(rows, "u/2003", null, null);
    check(rows, "u/2005", 4.0, "nearest");
    rows =
        Frames.by(
            panel(PLAIN, rules(Imputation.Ends.NONE, 1), "", obs, units("u")).values(),
            "unit_id",
            "year");
    check(rows, "u/2001", null, null);
    check(rows, "u/2003", 3.0, "linear");
  }

  @Test
  void dropsUnitsOverTheCapAndSaysWhich() {
    Dataset<Row> obs =
        observations(
            series("at", "x", 1.0, null, null, null, 2.0, 3.0),
            series("over", "x", null, null, null, null, 2.0, 3.0));
    Panel panel =
        panel(PLAIN, rules(Imputation.Ends.NEAREST, 0.5), "", obs, units("at", "over", "silent"));
    assertThat(Frames.by(panel.values(), "unit_id", "year")).hasSize(6);
    Map<String, Row> out = Frames.by(panel.exclusions(), "unit_id");
    assertThat(out).containsOnlyKeys("over", "silent");
    assertThat(out.get("over").<String>getAs("reason")).isEqualTo("OVER_CAP");
    assertThat(out.get("over").<String>getAs("indicator_code")).isEqualTo("x");
    assertThat(out.get("over").<Integer>getAs("missing_years")).isEqualTo(4);
    assertThat(out.get("over").<Double>getAs("missing_share")).isCloseTo(4 / 6.0, offset(1e-15));
    assertThat(out.get("over").<String>getAs("detail"))
        .isEqualTo("x: 4 of 6 years missing, cap is a share of 0.5");
    assertThat(out.get("silent").<Integer>getAs("missing_years")).isEqualTo(6);
  }

  @Test
  void fillsFromTheGroupsMedianOfTheYearThenDropsTheIncomplete() {
    Dataset<Row> obs =
        observations(
            series("a", "x", 1.0, 1.0, 1.0, 1.0, 1.0, 1.0),
            series("b", "x", 2.0, 2.0, 2.0, 2.0, 2.0, 4.0),
            series("c", "x", 9.0, 9.0, 9.0, 9.0, 9.0, 9.0));
    Dataset<Row> units =
        Frames.of(
            "unit_id string, region7 string",
            row("a", "R"),
            row("b", "R"),
            row("c", "Q"),
            row("empty", "R"),
            row("alone", "S"));
    Imputation rules =
        rules(
            Imputation.Interior.LINEAR,
            Imputation.Ends.NEAREST,
            Imputation.Fallback.GROUP_MEDIAN,
            1,
            true,
            Imputation.Basis.DERIVED);
    Panel panel = panel(PLAIN, rules, "", obs, units);
    Map<String, Row> rows = Frames.by(panel.values(), "unit_id", "year");
    assertThat(rows).hasSize(24);
    check(rows, "empty/2001", 1.5, "group-median");
    check(rows, "empty/2006", 2.5, "group-median");
    Map<String, Row> out = Frames.by(panel.exclusions(), "unit_id");
    assertThat(out).containsOnlyKeys("alone");
    assertThat(out.get("alone").<String>getAs("reason")).isEqualTo("INCOMPLETE");
  }

  @Test
  void imputesDerivedOrBaseValues() {
    Dataset<Row> obs =
        observations(
            series("u", "num", 1.0, 2.0, 3.0, 4.0, 5.0, 6.0),
            series("u", "den", 1.0, null, 3.0, 2.0, 0.0, null));
    Map<String, Row> derived =
        Frames.by(
            panel(RATIO, rules(Imputation.Ends.NEAREST, 1), "", obs, units("u")).values(), "year");
    check(derived, "2002", 1.0, "linear");
    assertThat(derived.get("2005").<String>getAs("missing_reason")).isEqualTo("ZERO_DENOMINATOR");
    check(derived, "2005", 2.0, "nearest");
    Imputation base =
        rules(
            Imputation.Interior.LINEAR,
            Imputation.Ends.NEAREST,
            Imputation.Fallback.NONE,
            1,
            false,
            Imputation.Basis.BASE);
    Map<String, Row> rows = Frames.by(panel(RATIO, base, "", obs, units("u")).values(), "year");
    check(rows, "2001", 1.0, null);
    check(rows, "2002", 1.0, "linear");
    check(rows, "2005", null, null);
    check(rows, "2006", null, null);
    assertThat(rows.get("2002").<String>getAs("missing_reason")).isEqualTo("MISSING_INPUT:den");
  }

  @Test
  void capsBaseSeriesWhereBaseValuesAreImputed() {
    Dataset<Row> obs =
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
    Panel panel = panel(RATIO, base, "", obs, units("u"));
    assertThat(panel.values().count()).isZero();
    Row out = panel.exclusions().first();
    assertThat(out.<String>getAs("indicator_code")).isEqualTo("num");
    assertThat(out.<String>getAs("detail"))
        .isEqualTo("num: 3 of 6 years missing, cap is a share of 0.3; 2 series in all");
  }

  @Test
  void keepsUnitsForWhichTheFilterHoldsInAnyYear() {
    Dataset<Row> obs =
        observations(
            series("small", "pop", 1.0, 2.0, 3.0, 4.0, 5.0, 6.0),
            series("grown", "pop", 1.0, 2.0, 3.0, 40.0, 5.0, 6.0),
            series("grown", "x", 1.0, 2.0, 3.0, 4.0, 5.0, 6.0));
    PanelBuilder builder =
        new PanelBuilder(
            Systems.scenario(
                PLAIN, "2001..2006", rules(Imputation.Ends.NEAREST, 1), "pop / 2 > 10"));
    assertThat(builder.inputs()).containsExactly("x", "pop");
    Panel panel = builder.build(obs, units("small", "grown", "unknown"));
    assertThat(Frames.by(panel.cells(), "unit_id", "year")).hasSize(6).containsKey("grown/2006");
  }

  @Test
  void namesAFallbackGroupThatIsNotThere() {
    Dataset<Row> bare = Frames.of("unit_id string", row("u"));
    assertThatThrownBy(
            () -> panel(PLAIN, rules(Imputation.Ends.NEAREST, 1), "", Frames.of(LONG), bare))
        .hasMessageContaining("missing.fallback-group")
        .hasMessageContaining("no column 'region7'");
  }

  @Test
  void givesAnEmptyPanelForNoUnits() {
    Panel panel = panel(PLAIN, Systems.DEFAULT_IMPUTATION, "", Frames.of(LONG), units());
    assertThat(panel.values().count()).isZero();
    assertThat(panel.exclusions().count()).isZero();
  }

  @Test
  void ignoresOtherUnitsYearsAndNotFiniteValues() {
    Dataset<Row> obs =
        Frames.of(
            LONG,
            row("u", 2001, "x", 1.0),
            row("u", 2002, "x", Double.NaN),
            row("u", 1999, "x", 5.0),
            row("other", 2001, "x", 5.0),
            row("u", 2003, "y", 5.0));
    Map<String, Row> rows =
        Frames.by(
            panel(PLAIN, rules(Imputation.Ends.NONE, 1), "", obs, units("u")).values(),
            "unit_id",
            "year");
    assertThat(rows).hasSize(6);
    check(rows, "u/2001", 1.0, null);
    check(rows, "u/2002", null, null);
  }
}
