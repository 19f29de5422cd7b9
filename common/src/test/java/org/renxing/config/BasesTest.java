package org.renxing.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.renxing.model.Adjustment;
import org.renxing.model.Adjustment.Boundaries;
import org.renxing.model.Adjustment.Prices;
import org.renxing.model.PriceBasis;

/** Prices, populations and boundaries in configuration: what is read, and what is a problem. */
class BasesTest {
  @TempDir private Path home;

  private ConfTree tree() {
    return new ConfTree(home)
        .append("conf/units-of-measure.conf", "index { dimension = index, factor = 1 }\n")
        .append("conf/indicators.conf", "index { name-en = \"price index\", unit = index }\n");
  }

  private ConfTree priced() {
    return tree().append("conf/indicators.conf", "gdp.price = current\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "boundaries = merge | .boundaries: 'merge' is not allowed; did you mean 'merged'? allowed: as-reported, merged",
        "prices = 2015 | .prices: an object { … } expected, found a number",
        "prices { year = 15, deflator = index } | .prices.year: must be a whole number from 1900 to 2200, found 15.0",
        "prices { deflator = index } | .prices.year: is required and missing",
        "prices { year = 2015 } | .prices.deflator: is required and missing",
        "prices { year = 2015, deflator = indx } | .prices.deflator: there is no base indicator 'indx'; did you mean 'index'?",
        "prices { year = 2015, deflator = gdp } | .prices.deflator: 'gdp' is money, in '10^8 CNY'; a deflator is an index of prices",
      })
  void ofScenarios(String line, String problem) {
    assertThat(priced().append("conf/scenarios/small.conf", line).problems())
        .singleElement()
        .asString()
        .contains("scenarios.small" + problem);
  }

  @Test
  void areRead() {
    Adjustment adjustment =
        tree()
            .append("conf/indicators.conf", "gdp { price = constant-2010, additive = true }\n")
            .append("conf/indicators.conf", "pop { population-basis = registered }\n")
            .append(
                "conf/scenarios/small.conf",
                "boundaries = merged, prices { year = 2015, deflator = index }\n")
            .load()
            .settings()
            .scenarios()
            .get("small")
            .adjustment();
    assertThat(adjustment.boundaries()).isEqualTo(Boundaries.MERGED);
    assertThat(adjustment.prices()).contains(new Prices(2015, "index"));
    assertThat(adjustment.bases()).containsOnlyKeys("gdp", "green", "index", "pop");
    assertThat(adjustment.bases().get("gdp").price()).contains(PriceBasis.constant(2010));
    assertThat(adjustment.additive()).containsExactly("gdp");
    assertThat(adjustment.priced()).containsExactly("gdp");
    assertThat(adjustment.priceBases(adjustment.bases().keySet())).containsExactly("constant-2015");
    assertThat(adjustment.populationBases(adjustment.bases().keySet()))
        .containsExactly("registered");
    Adjustment asIs = new Adjustment(Boundaries.AS_REPORTED, Optional.empty(), adjustment.bases());
    assertThat(asIs.isNone()).isTrue();
    assertThat(asIs.priceBases(asIs.bases().keySet())).containsExactly("constant-2010");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "gdp.price = constant | indicators.gdp.price: 'constant' is not allowed; write current, or constant-2015",
        "pop.price = current | indicators.pop.price: only money has prices, and 'person' measures none",
        "pop.population-basis = residents | indicators.pop.population-basis: 'residents' is not allowed; did you mean 'resident'? allowed: registered, resident",
        "gdp.additive = yes please | indicators.gdp.additive: 'yes please' is not allowed; allowed: false, true",
      })
  void ofBaseIndicators(String line, String problem) {
    assertThat(tree().append("conf/indicators.conf", line).problems())
        .singleElement()
        .asString()
        .matches("conf/indicators.conf:\\d+: .*")
        .contains(problem);
  }

  @Test
  void ofPopulationsThatMix() {
    ConfTree tree =
        tree()
            .append("conf/indicators.conf", "pop.population-basis = resident\n")
            .append(
                "conf/indicators.conf",
                "hukou { name-en = registered, unit = person, population-basis = registered }\n")
            .append(
                "conf/index-systems/small.conf",
                "children.wealth.children.h { name-en = h, direction = \"+\", expression = \"gdp / hukou\" }\n");
    assertThat(tree.problems())
        .singleElement()
        .asString()
        .startsWith("conf/index-systems/small.conf:")
        .endsWith(
            "index-systems.small.mixes-population-bases: mixes populations: resident (pop in w2) and registered (hukou in h); use one of them, or write mixes-population-bases = true");
    assertThat(
            tree.append("conf/index-systems/small.conf", "mixes-population-bases = true\n")
                .problems())
        .isEmpty();
  }

  @Test
  void ofASourceThatCountsOtherPeople() {
    ConfTree tree =
        tree()
            .append("conf/indicators.conf", "pop.population-basis = resident\n")
            .append(
                "conf/sources/yearbook.conf",
                "columns.P { indicator = pop, unit = person, population-basis = registered }\n");
    assertThat(tree.problems())
        .singleElement()
        .asString()
        .contains(
            "sources.yearbook.columns.P.population-basis: the source counts the registered population, but base indicator pop declares resident;");
  }

  @Test
  void ofPricesThatAnIndicatorWants() {
    String wants = "children.wealth.children.w2.price = constant\n";
    ConfTree tree = tree().append("conf/index-systems/small.conf", wants);
    assertThat(tree.problems())
        .singleElement()
        .asString()
        .contains(
            "scenarios.small.prices: indicator w2 wants constant prices, but reads gdp (not declared); write prices {");
    tree.append("conf/indicators.conf", "gdp.price = current\n");
    assertThat(tree.problems()).singleElement().asString().contains("but reads gdp (current);");
    tree.append("conf/scenarios/small.conf", "prices { year = 2015, deflator = index }\n");
    assertThat(tree.problems()).isEmpty();
    tree.append("conf/index-systems/small.conf", wants.replace("constant", "current"));
    assertThat(tree.problems())
        .singleElement()
        .asString()
        .contains("scenarios.small.prices: indicator w2 wants current prices; leave prices out");
  }

  @Test
  void ofMoneyWhosePricesAreNotKnown() {
    assertThat(
            tree()
                .append("conf/scenarios/small.conf", "prices { year = 2015, deflator = index }\n")
                .problems())
        .singleElement()
        .asString()
        .contains("scenarios.small.prices: the prices of gdp are not declared; write price =");
  }
}
