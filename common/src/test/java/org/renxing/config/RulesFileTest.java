package org.renxing.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.renxing.model.PathPolicy;
import org.renxing.model.ShrinkagePolicy;
import org.renxing.model.Statistic;
import org.renxing.model.UnitRules;

/** The files of conf/rules: what they give, and what is wrong with them. */
class RulesFileTest {
  @TempDir private Path home;

  @Test
  void withoutFilesTheStandardHoldsAndNothingIsDecided() {
    UnitRules rules = new ConfTree(home).load().settings().rules();
    assertThat(rules.shrinkage()).isEqualTo(ShrinkagePolicy.standard());
    assertThat(rules.path().rules()).isEmpty();
    assertThat(rules.levers()).isEmpty();
  }

  @Test
  void filesAreRead() {
    UnitRules rules =
        new ConfTree(home)
            .write(
                "conf/rules/shrinkage.conf",
                """
                spans = [consecutive, "2010..2020"]
                severe-pct = -15
                north-provinces = ["11"]
                size-classes = [{ id = small, from = 0, small-or-medium = true }, { id = large, from = 100 }]
                """)
            .write(
                "conf/rules/path.conf",
                """
                years-back = 10
                rules = [{ id = r, condition = "is_paradox and gdp_growth_pct < 3", points-to = smart-shrinkage }]
                """)
            .write(
                "conf/rules/levers.conf",
                "levers = [{ id = l, input = roof-area, low = 1, high = 2, unit = t, source = S }]")
            .load()
            .settings()
            .rules();
    assertThat(rules.shrinkage().spans()).containsExactly("consecutive", "2010..2020");
    assertThat(rules.shrinkage().severePct()).isEqualTo(-15);
    assertThat(rules.shrinkage().sizeClasses()).extracting("from").containsExactly(0.0, 100.0);
    assertThat(rules.path().yearsBack()).isEqualTo(10);
    assertThat(rules.path().rules())
        .singleElement()
        .extracting(PathPolicy.Rule::pointsTo)
        .isEqualTo(PathPolicy.Path.SMART_SHRINKAGE);
    assertThat(rules.levers())
        .singleElement()
        .satisfies(l -> assertThat(l.input()).isEqualTo(Statistic.ROOF_AREA))
        .satisfies(l -> assertThat(l.share()).isEqualTo(1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "shrinkage | severe-pct = 20 | rules.shrinkage.severe-pct: must be below 0, found 20.0",
        "shrinkage | near-pct = -40 | rules.shrinkage: shrinkage: near-pct must be below 0 and not below loss-pct",
        "shrinkage | spans = [consecutiv] | rules.shrinkage.spans: there is no span 'consecutiv', and it is no 2010..2020; did you mean 'consecutive'?",
        "shrinkage | spans = [\"2010..2010\"] | rules.shrinkage.spans: '2010..2010' is no span of two years",
        "shrinkage | sever-pct = -1 | rules.shrinkage.sever-pct: unknown key; did you mean 'severe-pct'?",
        "shrinkage | north-provinces = [\"110000\"] | rules.shrinkage.north-provinces: '110000' is no code of two digits",
        "shrinkage | size-classes = [{ id = a, from = 5 }] | rules.shrinkage: shrinkage: the first of size-classes must begin at 0",
        "shrinkage | pyramid.growing-old-pct = 120 | rules.shrinkage.pyramid.growing-old-pct: must be a percentage from 0 to 100",
        "path | rules = [{ id = a, condition = \"is_paradx\", points-to = growth }] | rules.path.rules[0].condition: there is no evidence 'is_paradx'; did you mean 'is_paradox'?",
        "path | rules = [{ id = a, condition = is_paradox, points-to = grow }] | rules.path.rules[0].points-to: 'grow' is not allowed; did you mean 'growth'? allowed: growth, smart-shrinkage",
        "path | rules = [{ condition = is_paradox, points-to = growth }] | rules.path.rules[0].id: is required and missing",
        "path | years-back = 0 | rules.path.years-back: must be a whole number from 1 to 200",
        "levers | levers = [{ id = a, input = roof, low = 1, high = 2, unit = t, source = S }] | rules.levers.levers[0].input: 'roof' is not allowed",
        "levers | levers = [{ id = a, input = gdp, low = 3, high = 2, unit = t, source = S }] | rules.levers.levers[0]: lever a: low must not be above high, found 3.0 and 2.0",
      })
  void problems(String file, String text, String problem) {
    assertThat(new ConfTree(home).write("conf/rules/" + file + ".conf", text).problems())
        .singleElement()
        .asString()
        .startsWith("conf/rules/" + file + ".conf:")
        .contains(problem);
  }

  @Test
  void allAreToldAtOnceAndUnknownFilesToo() {
    assertThat(
            new ConfTree(home)
                .write("conf/rules/path.conf", "rules = [{ id = a, condition = b, points-to = c }]")
                .write("conf/rules/paths.conf", "rules = []")
                .problems())
        .satisfiesExactlyInAnyOrder(
            p -> assertThat(p).contains("condition: there is no evidence 'b'"),
            p -> assertThat(p).contains("points-to: 'c' is not allowed"),
            p -> assertThat(p).contains("rules.paths: unknown key; did you mean 'path'?"));
  }
}
