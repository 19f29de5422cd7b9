package org.renxing.carbon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.renxing.testing.Frames.row;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.renxing.model.CarbonRules;
import org.renxing.model.CarbonRules.Item;
import org.renxing.model.CarbonRules.Missing;
import org.renxing.model.EmissionFactor;
import org.renxing.model.ProjectionRules;
import org.renxing.model.YearRange;
import org.renxing.panel.UnitFigures;
import org.renxing.testing.Series;

class CarbonAccountTest {
  private static final String FRAME =
      "unit_id string, year int, population double, gdp double, use_coal double, use_gas double,"
          + " use_power double";
  private static final EmissionFactor COAL =
      new EmissionFactor("coal", "t", EmissionFactor.combustion(20, 0.025, 0.9), 1, "A");
  private static final EmissionFactor GAS = new EmissionFactor("gas", "10^4 m3", 20, 1, "B");
  private static final EmissionFactor POWER = new EmissionFactor("power", "10^4 kWh", 5, 2, "C");

  /** By hand, digit by digit: NCV times carbon, times oxidation, times 44, by 12. */
  @ParameterizedTest
  @CsvSource({
    // IPCC 2006: other bituminous coal 25.8 GJ/t, 25.8 kg C/GJ: 0.66564 t C, 2.44068 t CO2
    "25.8, 0.0258, 1, 2.44068",
    // diesel 43.0 and 20.2: 0.8686 t C
    "43.0, 0.0202, 1, 3.184866667",
    // motor gasoline 44.3 and 18.9: 0.83727 t C
    "44.3, 0.0189, 1, 3.06999",
    // natural gas 48.0 and 15.3: 0.7344 t C
    "48.0, 0.0153, 1, 2.6928",
    // coke 28.2 and 29.2: 0.82344 t C
    "28.2, 0.0292, 1, 3.01928",
    // China: coke 28.435 GJ/t, 0.02942, 95 %: 0.79473 t C
    "28.435, 0.02942, 0.95, 2.914009",
    // China: natural gas 389.31 GJ/10^4 m3, 0.01532, 99 %: 5.904587 t C
    "389.31, 0.01532, 0.99, 21.650151",
    // China: diesel 42.652, 0.0202, 98 %: 0.844339 t C
    "42.652, 0.0202, 0.98, 3.095909"
  })
  void factorsAreThoseOfHand(double ncv, double carbon, double oxidation, double tonnes) {
    assertThat(EmissionFactor.combustion(ncv, carbon, oxidation)).isCloseTo(tonnes, within(1e-6));
  }

  @Test
  void addsUpScopesAndSaysWhatIsMissing() {
    Map<String, CarbonYear> out = byUnitYear(account(Missing.UNKNOWN), units());
    // coal 1000 t · 20 · 0.025 · 0.9 · 44/12 = 1650; gas 10 · 20 = 200; power 30 · 5 = 150
    CarbonYear whole = out.get("a/2010");
    assertThat(whole.scope1()).isCloseTo(1850, within(1e-9));
    assertThat(whole.scope2()).isEqualTo(150);
    assertThat(whole.emissions()).isCloseTo(2000, within(1e-9));
    // 0.1 · 10^4 persons, 0.04 · 10^8 CNY = 400 · 10^4 CNY
    assertThat(whole.perCapita()).isCloseTo(2, within(1e-12));
    assertThat(whole.perGdp()).isCloseTo(5, within(1e-12));
    assertThat(whole.reason()).isEmpty();
    assertThat(out.get("a/2011").cumulative()).isCloseTo(4000, within(1e-9));
    // population 0, GDP missing
    CarbonYear second = out.get("a/2011");
    assertThat(second.perCapita()).isNaN();
    assertThat(second.perGdp()).isNaN();
    assertThat(second.reason()).contains("per capita", "per GDP");
    // gas missing: no total of scope 1, and none at all; purchased energy is known
    CarbonYear partial = out.get("b/2010");
    assertThat(partial.emissions()).isNaN();
    assertThat(partial.scope1()).isNaN();
    assertThat(partial.scope2()).isEqualTo(150);
    assertThat(partial.missing()).isEqualTo(1);
    assertThat(partial.reason()).isEqualTo("emissions: missing gas");
    // known again, but the sum since 2010 is not
    assertThat(out.get("b/2011").cumulative()).isNaN();
    assertThat(out.get("b/2011").reason()).contains("cumulative: a year since 2010 is missing");
    assertThat(out.get("c/2010").emissions()).isNaN();
  }

  @Test
  void takesMissingAsZeroOnlyWhereToldAndNeverWhereNothingIsKnown() {
    Map<String, CarbonYear> out = byUnitYear(account(Missing.ZERO), units());
    assertThat(out.get("b/2010").emissions()).isCloseTo(1800, within(1e-9));
    assertThat(out.get("b/2010").reason()).isEqualTo("taken as 0: gas");
    assertThat(out.get("c/2010").emissions()).isNaN();
    assertThat(out.get("c/2010").missing()).isEqualTo(3);
  }

  @Test
  void itemsAddUpToTheTotal() {
    List<ItemUse> items =
        Series.each(units(), account(Missing.UNKNOWN)::byItem).stream()
            .filter(use -> use.unitId().equals("a") && use.year() == 2010)
            .toList();
    assertThat(items).extracting(use -> use.item().id()).contains("coal", "gas", "power");
    assertThat(items.stream().mapToDouble(ItemUse::emissions).sum()).isCloseTo(2000, within(1e-9));
  }

  @Test
  void takesAGivenInventoryAsItIs() {
    List<UnitFigures> given =
        Series.of(
            "unit_id string, year int, co2 double, population double",
            row("a", 2010, 700.0, 0.01),
            row("a", 2011, null, 0.01));
    Map<String, CarbonYear> out =
        byUnitYear(
            new CarbonAccount(rules(List.of(), Missing.UNKNOWN), YearRange.parse("2010..2011")),
            given);
    assertThat(out.get("a/2010").perCapita()).isCloseTo(7, within(1e-12));
    assertThat(out.get("a/2010").scope1()).isNaN();
    assertThat(out.get("a/2011").emissions()).isNaN();
    assertThat(out.get("a/2011").reason()).isEqualTo("emissions: missing inventory");
  }

  private static Map<String, CarbonYear> byUnitYear(
      CarbonAccount account, List<UnitFigures> units) {
    return Series.by(Series.each(units, account::of), y -> y.unitId() + "/" + y.year());
  }

  private static List<UnitFigures> units() {
    return Series.of(
        FRAME,
        row("a", 2010, 0.1, 0.04, 1000.0, 10.0, 30.0),
        row("a", 2011, 0.0, null, 1000.0, 10.0, 30.0),
        row("b", 2010, 0.1, 0.04, 1000.0, null, 30.0),
        row("b", 2011, 0.1, 0.04, 1000.0, 10.0, 30.0),
        row("c", 2010, 0.1, 0.04, null, null, null));
  }

  private static CarbonAccount account(Missing missing) {
    return new CarbonAccount(
        rules(
            List.of(
                new Item("coal", 1, "coal", COAL),
                new Item("gas", 1, "gas", GAS),
                new Item("power", 2, "power", POWER)),
            missing),
        YearRange.parse("2010..2011"));
  }

  private static CarbonRules rules(List<Item> items, Missing missing) {
    return new CarbonRules(items, missing, 2, "entropy", "overall", ProjectionRules.none());
  }
}
