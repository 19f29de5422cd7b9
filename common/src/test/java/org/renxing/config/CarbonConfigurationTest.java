package org.renxing.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.renxing.model.CarbonRules;
import org.renxing.model.CarbonRules.Item;
import org.renxing.model.EmissionFactor;
import org.renxing.model.ProjectionRules;
import org.renxing.model.ResourceRules;
import org.renxing.model.Scenario;

/** Emission factors, events, and what scenarios make of them. */
class CarbonConfigurationTest {
  private static final String FACTORS =
      """
      title = "Some", source = "A handbook"
      fuels {
        coal { ncv = 20, carbon = 0.025, oxidation = 0.9 }
        gas { per = "10^8 CNY", ncv = 300, carbon = 0.015, source = "Another" }
      }
      purchased { heat { per = GJ, t-co2 = 0.11 } }
      """;
  private static final String EVENT =
      "title = Aid, year = 2015, units = [\"110000\"], source = somebody\n";

  @TempDir private Path home;

  private ConfTree tree(String scenario) {
    return new ConfTree(home)
        .write("conf/emission-factors/some.conf", FACTORS)
        .write("conf/events/aid.conf", EVENT)
        .append("conf/scenarios/small.conf", scenario);
  }

  @Test
  void itemsHaveTheirFactorsAndRulesTheirDefaults() {
    Scenario scenario =
        tree("""
                carbon {
                  factors = some, fuels { coal = "gdp * 2", gas = gdp }, purchased { heat = "pop * 3" }
                  process { cement = "green * 4" }
                  missing = zero
                }
                resource { exhaustion = all, events = [aid] }
                """)
            .load()
            .settings()
            .scenarios()
            .get("small");
    List<Item> items = scenario.carbon().items();
    assertThat(items).extracting(Item::id).containsExactly("coal", "gas", "heat", "cement");
    assertThat(items).extracting(Item::scope).containsExactly(1, 1, 2, 1);
    // 20 · 0.025 · 0.9 · 44/12
    assertThat(items.get(0).factor().tonnes()).isCloseTo(1.65, within(1e-12));
    assertThat(items.get(0).factor().source()).isEqualTo("A handbook");
    assertThat(items.get(1).factor().source()).isEqualTo("Another");
    assertThat(items.get(2).factor().tonnes()).isEqualTo(0.11);
    assertThat(scenario.carbon().missing()).isEqualTo(CarbonRules.Missing.ZERO);
    assertThat(scenario.carbon().peakYears()).isEqualTo(CarbonRules.PEAK_YEARS);
    assertThat(scenario.carbon().scheme()).isEqualTo("entropy");
    assertThat(scenario.carbon().system()).isEqualTo("overall");
    ResourceRules rules = scenario.resource();
    assertThat(rules.exhaustion()).isEqualTo(ResourceRules.Verdict.ALL);
    assertThat(rules.baseYear()).isEqualTo(2012);
    assertThat(rules.events()).singleElement().satisfies(e -> assertThat(e.year()).isEqualTo(2015));
  }

  /** 0.2 in 2010 and 0.4 in 2020: linear between, the nearest outside; the narrower code counts. */
  @Test
  void factorsOfRegionsAndYears() {
    ConfTree tree = tree("carbon { factors = some, purchased { heat = \"pop * 3\" } }");
    tree.append(
        "conf/emission-factors/some.conf",
        """
        purchased.heat.regions {
          north { codes = [15], t-co2 { 2010 = 0.2, 2020 = 0.4 } }
          east { codes = [1504, 31], t-co2 { 2010 = 1 } }
        }
        """);
    EmissionFactor heat =
        tree.load().settings().scenarios().get("small").carbon().items().get(0).factor();
    assertThat(heat.tonnes("150100", 2010)).isEqualTo(0.2);
    assertThat(heat.tonnes("150100", 2015)).isCloseTo(0.3, within(1e-15));
    assertThat(heat.tonnes("150100", 2000)).isEqualTo(0.2);
    assertThat(heat.tonnes("150100", 2022)).isEqualTo(0.4);
    assertThat(heat.tonnes("150400", 2015)).isEqualTo(1);
    assertThat(heat.tonnes("440100", 2015)).isEqualTo(0.11);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a { t-co2 { 2010 = 1 } } | regions.a.codes | needs the first digits",
        "a { codes = [x], t-co2 { 2010 = 1 } } | regions.a.codes | are not 2 to 6 digits",
        "a { codes = [11] } | regions.a.t-co2 | needs figures by year",
        "a { codes = [11], t-co2 { soon = 1 } } | regions.a.t-co2.soon | is no year",
        "a { codes = [11], t-co2 { 2010 = 0 } } | some.purchased.heat | heat of a: must be above 0",
      })
  void saysWhatIsWrongWithRegions(String regions, String where, String what) {
    ConfTree tree = tree("");
    tree.append("conf/emission-factors/some.conf", "purchased.heat.regions { " + regions + " }\n");
    assertThat(tree.problems().get(0)).asString().contains(where, what);
  }

  private static String steps(String steps) {
    return "carbon { projection { paths { policy { " + steps + " } } } }";
  }

  private static final String REST =
      "gdp-per-capita = [0, 0.01, 0.02], energy-intensity = [0, 0, 0], carbon-intensity = [0, 0, 0]";

  @Test
  void scenariosOfGrowth() {
    Scenario scenario =
        tree(steps("2050 { population = [-0.002, -0.001, 0], " + REST + " }"))
            .load()
            .settings()
            .scenarios()
            .get("small");
    ProjectionRules rules = scenario.carbon().projection();
    assertThat(rules.draws()).isEqualTo(1000);
    assertThat(rules.ownTrend()).isZero();
    assertThat(rules.paths()).extracting(ProjectionRules.Path::name).containsExactly("policy");
    ProjectionRules.Step step = rules.paths().get(0).steps().get(0);
    assertThat(step.to()).isEqualTo(2050);
    assertThat(step.ranges().get(0)).isEqualTo(new ProjectionRules.Range(-0.002, -0.001, 0));
    assertThat(step.ranges().get(1)).isEqualTo(new ProjectionRules.Range(0, 0.01, 0.02));
    assertThat(tree("").load().settings().scenarios().get("small").carbon().projection().paths())
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2050 { @ } | policy.2050.population | needs the lowest, most likely and highest",
        "2050 { population = [0, 1], @ } | policy.2050.population | needs the lowest",
        "2050 { population = [0.2, 0.1, 0.3], @ } | policy.2050.population | upwards",
        "2050 { population = [0, 1, 3], @ } | policy.2050.population | 0.03 for 3 %",
        "2050 { population = [0, x, 0], @ } | policy.2050.population | a number",
        "2050 { population = 3, @ } | policy.2050.population | a list",
        "2050 { population = [0, 0, 0], people = 1, @ } | policy.2050.people | unknown",
        "2000 { population = [0, 0, 0], @ } | policy.2000 | ends after the last year",
        "9000 { population = [0, 0, 0], @ } | policy.9000 | and by",
        "soon { population = [0, 0, 0], @ } | policy.soon | is no year",
        "'' | paths.policy | needs steps by their last year",
      })
  void saysWhatIsWrongWithScenariosOfGrowth(String given, String where, String what) {
    assertThat(tree(steps(given.replace("@", REST))).problems())
        .singleElement()
        .asString()
        .contains("carbon.projection.", where, what);
  }

  @Test
  void saysWhatIsWrongWithItemsFactorsAndEvents() {
    assertThat(tree("carbon { factors = some, fuels { col = \"gdp\" } }").problems())
        .singleElement()
        .asString()
        .contains("carbon.fuels.col", "no factor of scope 1 for 'col'", "did you mean 'coal'?");
    assertThat(tree("carbon { factors = some, fuels { heat = \"gdp * 1\" } }").problems())
        .singleElement()
        .asString()
        .contains("carbon.fuels.heat", "no factor of scope 1");
    assertThat(tree("carbon { factors = some, fuels { coal = gdp } }").problems())
        .singleElement()
        .asString()
        .contains("'gdp' is in '10^8 CNY', and the factor is for one 't'");
    assertThat(
            tree("").append("conf/emission-factors/some.conf", "fuels.coal.ncv = -1\n").problems())
        .singleElement()
        .asString()
        .contains("emission-factors.some.fuels.coal", "must be above 0");
    assertThat(tree("").append("conf/events/aid.conf", "units = []\n").problems())
        .singleElement()
        .asString()
        .contains("events.aid.units", "needs the ids of the units");
  }
}
