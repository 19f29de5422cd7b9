package org.renxing.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.renxing.model.PanelRules;
import org.renxing.model.PerHead;

/** What follows from declarations of base indicators for the search of suspect figures. */
class QualityConfigurationTest {
  @TempDir Path home;
  private ConfTree tree;

  @BeforeEach
  void declare() {
    tree =
        new ConfTree(home)
            .set("units-of-measure.\"10^4 persons\"", "{ dimension = persons, factor = 1e4 }")
            .set("units-of-measure.\"CNY/person\"", "{ dimension = money-per-person, factor = 1 }")
            .set("indicators.gdp.price", "current")
            .set("indicators.residents", indicator("10^4 persons", "population-basis = resident"))
            .set("indicators.at_home", indicator("10^4 persons", "population-basis = registered"))
            .set("indicators.rate", indicator("CNY/person", "price = current"))
            .set("indicators.land", indicator("km2", "steady = true"));
  }

  @Test
  void steadyAndComparableIndicatorsFollowFromTheirDeclarations() {
    PanelRules rules = tree.load().settings().quality().panel();
    assertThat(rules.steady()).containsExactly("land");
    assertThat(rules.steadyStep()).isEqualTo(0.03);
    assertThat(rules.dimensions())
        .containsExactly(List.of("green", "land"), List.of("at_home", "pop", "residents"));
    assertThat(rules.distinct()).containsExactly(List.of("residents", "at_home"));
    assertThat(rules.perHead()).isEmpty();
  }

  @Test
  void whatCannotBeEqualCanBeNamed() {
    PanelRules rules =
        tree.set("quality.steady-step", "0.1")
            .set("quality.distinct.areas", "[green, land]")
            .load()
            .settings()
            .quality()
            .panel();
    assertThat(rules.steadyStep()).isEqualTo(0.1);
    assertThat(rules.distinct())
        .containsExactly(List.of("residents", "at_home"), List.of("green", "land"));
    assertThat(problems("quality.distinct.areas", "[green]")).contains("two base indicators");
    assertThat(problems("quality.distinct.areas", "[green, lands]")).contains("lands");
    assertThat(problems("quality.steady-step", "0")).contains("above 0");
  }

  @Test
  void theFactorOfARatePerHeadFollowsFromTheUnitsOfMeasure() {
    tree.set("quality.identities.pc", perHead("rate", "gdp", "[residents, at_home]"));
    List<PerHead> found = tree.load().settings().quality().panel().perHead();
    assertThat(found).hasSize(1);
    PerHead rule = found.get(0);
    assertThat(rule.heads()).containsExactly("residents", "at_home");
    assertThat(rule.tolerance()).isEqualTo(0.2);
    // 1 CNY a head and 10^4 persons are 10^4 CNY, which is 10^-4 of 10^8 CNY
    assertThat(rule.factor()).isCloseTo(1e-4, within(1e-18));
    assertThat(tree.load().settings().quality().identities()).isEmpty();
  }

  @Test
  void aRatePerHeadIsRefusedWhereItCannotHold() {
    assertThat(problems("quality.identities.pc", perHead("rate", "gdp", "[]")))
        .contains("one base indicator or more expected");
    assertThat(problems("quality.identities.pc", perHead("rate", "gdp", "[people]")))
        .contains("there is no base indicator 'people'");
    assertThat(problems("quality.identities.pc", perHead("rate", "gdp", "[residents, pop]")))
        .contains("one unit of measure expected, found 10^4 persons and person");
    tree.set("indicators.gdp.price", "constant-2000");
    assertThat(problems("quality.identities.pc", perHead("rate", "gdp", "[residents]")))
        .contains(
            "rate is at prices current and gdp at prices constant-2000; name a total at the prices"
                + " of the rate");
  }

  @Test
  void theProductItselfChecksWhatItsIndicatorsDeclare() {
    PanelRules rules =
        ConfigurationLoader.load(
                Path.of(".."),
                "default",
                Map.of(),
                name -> Optional.empty(),
                new Vocabulary(
                    text -> org.renxing.index.Expression.parse(text).inputs(),
                    org.renxing.weights.WeightingMethods.names()))
            .settings()
            .quality()
            .panel();
    assertThat(rules.steady()).containsExactly("built_up_area", "land_area");
    assertThat(rules.distinct()).contains(List.of("pop_resident", "pop_registered"));
    assertThat(rules.perHead()).extracting(PerHead::id).contains("gdp-per-head", "wage-per-head");
    assertThat(rules.perHead()).extracting(PerHead::factor).contains(1.0, 1e-4);
  }

  private String problems(String key, String value) {
    return String.join("\n", tree.set(key, value).problems());
  }

  private static String perHead(String rate, String total, String heads) {
    return "{ rate = " + rate + ", total = " + total + ", heads = " + heads + " }";
  }

  private static String indicator(String unit, String more) {
    return "{ name-en = \"x\", unit = \"" + unit + "\", " + more + " }";
  }
}
