package org.renxing.carbon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.renxing.testing.Frames.row;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.renxing.model.CarbonRules;
import org.renxing.model.CarbonRules.Item;
import org.renxing.model.CarbonRules.Missing;
import org.renxing.model.EmissionFactor;
import org.renxing.model.YearRange;
import org.renxing.testing.Frames;

class CarbonAccountTest {
  private static final String FRAME =
      "unit_id string, year int, population double, gdp double, use_coal double, use_gas double, use_power double";
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
    Map<String, Row> out = Frames.by(account(Missing.UNKNOWN).of(frame()), "unit_id", "year");
    // coal 1000 t · 20 · 0.025 · 0.9 · 44/12 = 1650; gas 10 · 20 = 200; power 30 · 5 = 150
    Row whole = out.get("a/2010");
    assertThat(whole.<Double>getAs("scope_1_t")).isCloseTo(1850, within(1e-9));
    assertThat(whole.<Double>getAs("scope_2_t")).isEqualTo(150);
    assertThat(whole.<Double>getAs("emissions_t")).isCloseTo(2000, within(1e-9));
    // 0.1 · 10^4 persons, 0.04 · 10^8 CNY = 400 · 10^4 CNY
    assertThat(whole.<Double>getAs("per_capita_t")).isCloseTo(2, within(1e-12));
    assertThat(whole.<Double>getAs("per_gdp_t_per_10k_cny")).isCloseTo(5, within(1e-12));
    assertThat(whole.<String>getAs("reason")).isNull();
    assertThat(out.get("a/2011").<Double>getAs("cumulative_t")).isCloseTo(4000, within(1e-9));
    // population 0, GDP missing
    Row second = out.get("a/2011");
    assertThat(second.<Double>getAs("per_capita_t")).isNull();
    assertThat(second.<Double>getAs("per_gdp_t_per_10k_cny")).isNull();
    assertThat(second.<String>getAs("reason")).contains("per capita", "per GDP");
    // gas missing: no total of scope 1, and none at all; purchased energy is known
    Row partial = out.get("b/2010");
    assertThat(partial.<Double>getAs("emissions_t")).isNull();
    assertThat(partial.<Double>getAs("scope_1_t")).isNull();
    assertThat(partial.<Double>getAs("scope_2_t")).isEqualTo(150);
    assertThat(partial.<Long>getAs("n_missing")).isEqualTo(1);
    assertThat(partial.<String>getAs("reason")).isEqualTo("emissions: missing gas");
    // known again, but the sum since 2010 is not
    assertThat(out.get("b/2011").<Double>getAs("cumulative_t")).isNull();
    assertThat(out.get("b/2011").<String>getAs("reason"))
        .contains("cumulative: a year since 2010 is missing");
    assertThat(out.get("c/2010").<Double>getAs("emissions_t")).isNull();
  }

  @Test
  void takesMissingAsZeroOnlyWhereToldAndNeverWhereNothingIsKnown() {
    Map<String, Row> out = Frames.by(account(Missing.ZERO).of(frame()), "unit_id", "year");
    assertThat(out.get("b/2010").<Double>getAs("emissions_t")).isCloseTo(1800, within(1e-9));
    assertThat(out.get("b/2010").<String>getAs("reason")).isEqualTo("taken as 0: gas");
    assertThat(out.get("c/2010").<Double>getAs("emissions_t")).isNull();
    assertThat(out.get("c/2010").<Long>getAs("n_missing")).isEqualTo(3);
  }

  @Test
  void itemsAddUpToTheTotal() {
    List<Row> items =
        account(Missing.UNKNOWN)
            .byItem(frame())
            .where("unit_id = 'a' AND year = 2010")
            .collectAsList();
    assertThat(items).extracting(r -> r.<String>getAs("fuel")).contains("coal", "gas", "power");
    assertThat(items.stream().mapToDouble(r -> r.<Double>getAs("emissions_t")).sum())
        .isCloseTo(2000, within(1e-9));
  }

  @Test
  void takesAGivenInventoryAsItIs() {
    Dataset<Row> given =
        Frames.of(
            "unit_id string, year int, co2 double, population double",
            row("a", 2010, 700.0, 0.01),
            row("a", 2011, null, 0.01));
    Map<String, Row> out =
        Frames.by(
            new CarbonAccount(rules(List.of(), Missing.UNKNOWN), YearRange.parse("2010..2011"))
                .of(given),
            "unit_id",
            "year");
    assertThat(out.get("a/2010").<Double>getAs("per_capita_t")).isCloseTo(7, within(1e-12));
    assertThat(out.get("a/2010").<Double>getAs("scope_1_t")).isNull();
    assertThat(out.get("a/2011").<Double>getAs("emissions_t")).isNull();
    assertThat(out.get("a/2011").<String>getAs("reason")).isEqualTo("emissions: missing inventory");
  }

  private static Dataset<Row> frame() {
    return Frames.of(
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
    return new CarbonRules(items, missing, 2, "entropy", "overall");
  }
}
