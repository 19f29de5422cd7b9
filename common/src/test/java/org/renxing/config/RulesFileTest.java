package org.renxing.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.renxing.model.DecisionTable;
import org.renxing.model.OccupancySignal;
import org.renxing.model.PathPolicy;
import org.renxing.model.ShrinkagePolicy;
import org.renxing.model.Statistic;
import org.renxing.model.UnitRules;
import org.renxing.model.VacancyPolicy;

/** The files of conf/rules: what they give, and what is wrong with them. */
class RulesFileTest {
  @TempDir private Path home;

  @Test
  void withoutFilesTheStandardHoldsAndNothingIsDecided() {
    UnitRules rules = new ConfTree(home).load().settings().rules();
    assertThat(rules.shrinkage()).isEqualTo(ShrinkagePolicy.standard());
    assertThat(rules.path().rules()).isEmpty();
    assertThat(rules.levers()).isEmpty();
    assertThat(rules.vacancy()).isEqualTo(VacancyPolicy.standard());
    assertThat(rules.land().lowUse().rules()).isEmpty();
    assertThat(rules.land().zonePattern().rules()).isEmpty();
  }

  @Test
  void rulesOfVacancyAndLandAreRead() {
    UnitRules rules =
        new ConfTree(home)
            .write(
                "conf/rules/vacancy.conf",
                """
                standard-deviations { water = 0.05 }
                correlation = 0.5
                least-audits = 30
                classes = [{ id = full, from = 0 }, { id = half, from = 0.5 }]
                """)
            .write(
                "conf/rules/low-use.conf",
                """
                classes { low-industry = [工业] }
                rules = [{ id = a, condition = "says_low_industry and floor_area_ratio < 0.6", verdict = low-industry }]
                """)
            .write(
                "conf/rules/zone-pattern.conf",
                "rules = [{ id = a, condition = \"all_vacant_land > 0.1\", verdict = perforated }]")
            .load()
            .settings()
            .rules();
    assertThat(rules.vacancy().standardDeviation(OccupancySignal.WATER)).isEqualTo(0.05);
    assertThat(rules.vacancy().standardDeviation(OccupancySignal.LBS)).isEqualTo(0.15);
    assertThat(rules.vacancy().leastAudits()).isEqualTo(30);
    assertThat(rules.vacancy().classOf(0.5).id()).isEqualTo("half");
    assertThat(rules.land().sourceClasses())
        .containsEntry("low_industry", List.of("工业"))
        .containsEntry("urban_village", List.of("urban_village"));
    assertThat(rules.land().lowUse().rules())
        .extracting(DecisionTable.Rule::verdict)
        .containsExactly("low_industry");
    assertThat(rules.land().zonePattern().rules()).hasSize(1);
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
        "vacancy | standard-deviations.lbs = 12 | rules.vacancy.standard-deviations.lbs: must be above 0 and at most 1; 0.1 is ten points of percent, found 12.0",
        "vacancy | standard-deviations.lb = 0.1 | rules.vacancy.standard-deviations.lb: unknown key; did you mean 'lbs'?",
        "vacancy | classes = [{ id = a, from = 0.1 }] | rules.vacancy: vacancy: the first of classes must begin at 0",
        "vacancy | confidence = 95 | rules.vacancy.confidence: must be between 0 and 1, found 95.0",
        "vacancy | least-audits = 5 | rules.vacancy.least-audits: must be a whole number from 10",
        "low-use | rules = [{ id = a, condition = \"visual_ag > 1\", verdict = none }] | rules.low-use.rules[0].condition: there is no evidence 'visual_ag'; did you mean 'visual_age'?",
        "low-use | rules = [{ id = a, condition = \"visual_age > 1\", verdict = old }] | rules.low-use.rules[0].verdict: 'old' is not allowed",
        "zone-pattern | rules = [{ id = a, condition = \"all_vacant_land > 1\", verdict = donut }] | rules.zone-pattern.rules[0].verdict: 'donut' is not allowed",
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
