package org.renxing.jobs.silver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.renxing.cell.DecimalMark;
import org.renxing.jobs.bronze.BronzeRow;

/** Which unit, year and values a row gives, or why it does not. */
class UnitYearResolutionTest {
  private static final UnitNames UNITS =
      new UnitNames(
          List.of(
              new UnitNames.Alias("hefei", "340100", 1949, 9999, 1),
              new UnitNames.Alias("chaohu", "341400", 1999, 2011, 1),
              new UnitNames.Alias("chaohu", "340181", 2011, 9999, 3),
              new UnitNames.Alias("suzhou", "320500", 1949, 9999, 1),
              new UnitNames.Alias("suzhou", "341300", 1949, 9999, 1),
              new UnitNames.Alias("laiwu", "371200", 1992, 2018, 1)));

  private static final Map<String, SourceRules.Target> TARGETS =
      Map.of(
          "gdp", new SourceRules.Target("gdp", "gdp", 1, 10000, Double.NaN),
          "share", new SourceRules.Target("share", "green_share", 1, 1, 100),
          "mass", new SourceRules.Target("mass", "so2", 1e300, 1, Double.NaN));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          Hefei  | 2019年 | -     | 340100 |                        | ''
          ' '    | 2019   | -     | ''     | EMPTY_UNIT             | the unit is empty
          -      | 2019   | -     | ''     | EMPTY_UNIT             | the unit is empty
          Nowhere| 2019   | -     | ''     | UNKNOWN_UNIT           | 'Nowhere' is no known code or name of a unit
          Laiwu  | 2020   | -     | ''     | UNIT_NOT_VALID_IN_YEAR | 'Laiwu' means unit 371200 from 1992 to 2018, not in 2020
          Suzhou | 2019   | -     | ''     | AMBIGUOUS_UNIT         | 'Suzhou' may mean any of 320500, 341300; use the code
          Chaohu | 2011   | -     | 341400 |                        | ''
          Chaohu | 2012   | -     | 340181 |                        | ''
          Nowhere| -      | -     | ''     | EMPTY_YEAR             | the year is empty
          Nowhere| 19     | -     | ''     | NOT_A_YEAR             | '19' is not a year between 1900 and 2200
          Nowhere| 19     | short | ''     | MALFORMED_ROW          | short
          """)
  void rows(String unit, String year, String defect, String id, String code, String text) {
    Map<String, String> cells = new LinkedHashMap<>();
    cells.put("unit", unit);
    cells.put("year", year);
    SourceRow row = wide(Map.of()).of(row(cells, defect == null ? "" : defect));
    assertThat(row.unitId()).isEqualTo(id);
    assertThat(row.reason()).isEqualTo(new Reason(code == null ? "" : code, text));
    assertThat(row.isSetAside()).isEqualTo(code != null);
  }

  @Test
  void aNoteIsSetAsideWithItsText() {
    SourceRow row = wide(Map.of()).of(row(Map.of("@note", "1) revised"), "short"));
    assertThat(row.reason()).isEqualTo(new Reason("FOOTNOTE", "a note: 1) revised"));
    assertThat(row.unitText()).contains("1) revised");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          gdp   | '12,345'  | 1.2345 |              | ''
          gdp   | ' 5 '     | 0.0005 |              | ''
          gdp   | '0,512'   | NaN    | DECIMAL_MARK | '''0,512'' is not a number: its comma does not part groups of three digits; if commas stand before decimals, declare the decimal comma'
          gdp   | 5%        | NaN    | NOT_A_NUMBER | '''5%'' is a percentage, which this column does not hold'
          gdp   | much      | NaN    | NOT_A_NUMBER | '''much'' is not a number'
          share | 5%        | 0.05   |              | ''
          share | 0.05      | 0.05   |              | ''
          mass  | 1e100     | NaN    | NOT_A_NUMBER | '''1e100'' is too large for a double in the unit of its indicator'
          """)
  void cells(String label, String text, double value, String code, String reason) {
    Cell cell = only(wide(Map.of()).of(hefei(label, text)));
    assertThat(cell.value()).isEqualTo((Double) value);
    assertThat(cell.received()).isEqualTo((Double) value);
    assertThat(cell.text()).isEqualTo(text.strip());
    assertThat(cell.indicator()).isEqualTo(TARGETS.get(label).indicator());
    assertThat(cell.reason()).isEqualTo(new Reason(code == null ? "" : code, reason));
  }

  @Test
  void emptyCellsAndOthersAreLeftOut() {
    assertThat(wide(Map.of()).of(hefei("gdp", " … ")).cells()).isEmpty();
    assertThat(wide(Map.of()).of(hefei("gdp", null)).cells()).isEmpty();
    assertThat(wide(Map.of()).of(hefei("other", "5")).cells()).isEmpty();
  }

  @Test
  void aCorrectionReplacesAValueOrSetsItAside() {
    Cell corrected = only(wide(correction("gdp", 7)).of(hefei("gdp", "50000")));
    assertThat(corrected.value()).isEqualTo(7);
    assertThat(corrected.received()).isEqualTo(5);
    assertThat(corrected.isCorrected()).isTrue();
    assertThat(corrected.isSound()).isTrue();
    Cell mended = only(wide(correction("gdp", 7)).of(hefei("gdp", "much")));
    assertThat(mended.isSound()).isTrue();
    assertThat(mended.received()).isNaN();
    Cell away = only(wide(correction("gdp", Double.NaN)).of(hefei("gdp", "50000")));
    assertThat(away.reason())
        .isEqualTo(
            new Reason("CORRECTED_AWAY", "a reviewed correction sets it aside: typing error"));
    assertThat(only(wide(correction("so2", 7)).of(hefei("gdp", "50000"))).isCorrected()).isFalse();
  }

  @Test
  void aLongSourceNamesTheIndicatorInItsRows() {
    SourceRules rules = rules(new VintageText("", ""), 0, "item", "amount", DecimalMark.COMMA);
    UnitYearResolution placement = new UnitYearResolution(rules, UNITS, Map.of());
    Map<String, String> cells = new LinkedHashMap<>(hefei("item", " gdp ").cells());
    cells.put("amount", "1.234,5");
    assertThat(only(placement.of(row(cells, ""))).value()).isEqualTo(0.12345);
    cells.put("item", "unheard of");
    assertThat(placement.of(row(cells, "")).cells()).isEmpty();
    cells.put("item", null);
    assertThat(placement.of(row(cells, "")).cells()).isEmpty();
  }

  @Test
  void aFixedDivisionGoesBeforeTheYearOfTheRow() {
    SourceRules rules = rules(new VintageText("", ""), 2010, "", "", DecimalMark.POINT);
    Map<String, String> cells = Map.of("unit", "Chaohu", "year", "2019");
    SourceRow row = new UnitYearResolution(rules, UNITS, Map.of()).of(row(cells, ""));
    assertThat(row.unitId()).isEqualTo("341400");
    assertThat(row.year()).isEqualTo(2019);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "2020, 2020-12-31",
        "2020-02, 2020-02-29",
        "2020-05-31, 2020-05-31",
        "2020-02-30, -",
        "2020-13, -",
        "May, -",
        "'', -"
      })
  void vintages(String text, String day) {
    SourceRules rules = rules(new VintageText("issued", ""), 0, "", "", DecimalMark.POINT);
    SourceRow row = new UnitYearResolution(rules, UNITS, Map.of()).of(hefei("issued", text));
    String shown = text.isEmpty() ? "?" : text;
    assertThat(row.vintage()).isEqualTo(day == null ? "" : day);
    assertThat(row.reason())
        .isEqualTo(
            day == null
                ? new Reason(
                    "NOT_A_DATE",
                    "its vintage '" + shown + "' is no year, month (2020-05) or day (2020-05-31)")
                : Reason.NONE);
  }

  @Test
  void theNameOfAFileMaySayTheVintage() {
    VintageText vintage = new VintageText("", "_(\\d{4})\\.");
    assertThat(vintage.text(Map.of(), "yearbook_2021.csv")).isEqualTo("2021");
    assertThat(vintage.text(Map.of(), "yearbook.csv")).isEqualTo("?");
    assertThat(new VintageText("", "").text(Map.of(), "yearbook_2021.csv")).isEmpty();
  }

  private static Map<Correction.Key, Correction> correction(String indicator, double value) {
    Correction.Key cell = new Correction.Key("s", "340100", 2019, indicator);
    return Map.of(cell, new Correction(cell, value, "typing error", "e", "2020-01-01", "r", "p"));
  }

  private static UnitYearResolution wide(Map<Correction.Key, Correction> corrections) {
    SourceRules rules = rules(new VintageText("", ""), 0, "", "", DecimalMark.POINT);
    return new UnitYearResolution(rules, UNITS, corrections);
  }

  private static SourceRules rules(
      VintageText vintage,
      int division,
      String indicatorColumn,
      String valueColumn,
      DecimalMark mark) {
    return new SourceRules(
        "s",
        10,
        division,
        "unit",
        "year",
        vintage,
        indicatorColumn,
        valueColumn,
        Set.of("", "…"),
        mark,
        TARGETS);
  }

  private static BronzeRow hefei(String label, String text) {
    Map<String, String> cells = new LinkedHashMap<>();
    cells.put("unit", "Hefei");
    cells.put("year", "2019");
    cells.put(label, text);
    return row(cells, "");
  }

  private static BronzeRow row(Map<String, String> cells, String defect) {
    return new BronzeRow("f", 2, "h", cells, defect, false, 1);
  }

  private static Cell only(SourceRow row) {
    assertThat(row.cells()).hasSize(1);
    return row.cells().get(0);
  }
}
