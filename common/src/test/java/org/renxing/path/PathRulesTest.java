package org.renxing.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.renxing.testing.Frames.row;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.renxing.model.Lever;
import org.renxing.model.PathPolicy;
import org.renxing.model.PathPolicy.Path;
import org.renxing.model.PathPolicy.Rule;
import org.renxing.model.Statistic;
import org.renxing.panel.UnitFigures;
import org.renxing.testing.Series;

/** Rules, missing evidence, and levers. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PathRulesTest {
  private static final PathPolicy POLICY =
      new PathPolicy(
          5,
          List.of(
              new Rule("severe", "is_severe", Path.SMART_SHRINKAGE, ""),
              new Rule("type", "is_declining and is_shrinking", Path.SMART_SHRINKAGE, ""),
              new Rule("weak", "is_shrinking and gdp_growth_pct < 3", Path.SMART_SHRINKAGE, ""),
              new Rule("strong", "is_shrinking and gdp_growth_pct >= 3", Path.GROWTH, ""),
              new Rule("growing", "not is_shrinking", Path.GROWTH, "")));

  private Map<String, PathDecision> paths;

  @BeforeAll
  void decide() {
    paths = new TreeMap<>();
    // is_severe, is_declining, is_shrinking, gdp_growth_pct
    decide("severe", 1.0, 0.0, 1.0, 5.0);
    decide("declining", 0.0, 1.0, 1.0, 5.0);
    decide("weak", 0.0, 0.0, 1.0, 2.9);
    decide("edge", 0.0, 0.0, 1.0, 3.0);
    decide("growing", 0.0, 1.0, 0.0, null);
    decide("nothing-known", null, null, null, null);
    // all that is unknown points the same way as what holds
    decide("type-unknown-weak", 0.0, null, 1.0, 1.0);
    // what is unknown points elsewhere
    decide("type-unknown-strong", 0.0, null, 1.0, 9.0);
    decide("no-gdp", 0.0, 0.0, 1.0, null);
    decide("severe-no-gdp", 1.0, null, 1.0, null);
  }

  private void decide(
      String unit, Double isSevere, Double isDeclining, Double isShrinking, Double growth) {
    Map<String, Double> known = new TreeMap<>();
    known.put("is_severe", isSevere);
    known.put("is_declining", isDeclining);
    known.put("is_shrinking", isShrinking);
    known.put("gdp_growth_pct", growth);
    known.values().removeIf(Objects::isNull);
    paths.put(unit, new PathRules(POLICY).decide(known));
  }

  @ParameterizedTest
  @CsvSource({
    "severe, smart_shrinkage, severe, 'severe,strong', '', '', ''",
    "declining, smart_shrinkage, type, 'type,strong', '', '', ''",
    "weak, smart_shrinkage, weak, weak, '', '', ''",
    "edge, growth, strong, strong, '', '', ''",
    "growing, growth, growing, growing, '', '', ''",
    "nothing-known, undetermined, '', '', 'severe,type,weak,strong,growing',"
        + " 'gdp_growth_pct,is_declining,is_severe,is_shrinking', MISSING_EVIDENCE",
    "type-unknown-weak, smart_shrinkage, weak, weak, type, is_declining, ''",
    "type-unknown-strong, undetermined, '', strong, type, is_declining, MISSING_EVIDENCE",
    "no-gdp, undetermined, '', '', 'weak,strong', gdp_growth_pct, MISSING_EVIDENCE",
    "severe-no-gdp, smart_shrinkage, severe, severe, 'type,weak,strong',"
        + " 'gdp_growth_pct,is_declining', ''"
  })
  void firstRuleThatHoldsDecidesUnlessTheUnknownPointElsewhere(
      String unit,
      String path,
      String decidedBy,
      String fired,
      String unknown,
      String missing,
      String reason) {
    PathDecision row = paths.get(unit);
    assertThat(row.path()).isEqualTo(path);
    assertThat(row.decidedBy()).isEqualTo(decidedBy);
    assertThat(row.fired()).isEqualTo(fired);
    assertThat(row.unknown()).isEqualTo(unknown);
    assertThat(row.missing()).isEqualTo(missing);
    assertThat(row.reason()).isEqualTo(reason);
  }

  @Test
  void evidenceShowsWhatIsKnown() {
    assertThat(paths.get("weak").evidence())
        .isEqualTo("gdp_growth_pct=2.9; is_declining=0.0; is_severe=0.0; is_shrinking=1.0");
    assertThat(paths.get("nothing-known").evidence()).isEmpty();
  }

  @Test
  void leversGiveLowAndHighOrAReason() {
    List<Lever> levers =
        List.of(
            new Lever("roof", Statistic.ROOF_AREA, 0.34, 9.82, 0.5, 1e3, "t", "S", "no period"),
            new Lever("cool", Statistic.COOLING_ENERGY, 0.3, 0.3, 1, 1, "10^4 tce", "S", ""));
    List<UnitFigures> units =
        Series.of(
            "unit_id string, year int, roof_area double",
            row("a", 2020, 2.0),
            row("b", 2020, null),
            row("c", 2020, -1.0),
            row("d", 2020, 0.0));
    Map<String, LeverYield> rows =
        Series.by(
            Series.each(
                units,
                unit -> levers.stream().map(lever -> LeverYield.of(unit, 0, lever)).toList()),
            y -> y.unitId() + "/" + y.lever().id());
    // 2 km2, half of it greened, 0.34 kg/m2: 0.34e6 kg
    assertThat(rows.get("a/roof").low()).isEqualTo(340.0);
    assertThat(rows.get("a/roof").high()).isEqualTo(9820.0);
    assertThat(rows.get("a/roof").reason()).isEmpty();
    assertThat(rows.get("a/cool").reason()).isEqualTo("INPUT_NOT_NAMED");
    assertThat(rows.get("b/roof").low()).isNaN();
    assertThat(rows.get("b/roof").reason()).isEqualTo("INPUT_MISSING");
    assertThat(rows.get("c/roof").reason()).isEqualTo("INPUT_NEGATIVE");
    assertThat(rows.get("d/roof").high()).isEqualTo(0.0);
  }
}
