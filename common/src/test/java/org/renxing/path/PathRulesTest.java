package org.renxing.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.renxing.testing.Frames.row;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.renxing.model.Evidence;
import org.renxing.model.Lever;
import org.renxing.model.PathPolicy;
import org.renxing.model.PathPolicy.Path;
import org.renxing.model.PathPolicy.Rule;
import org.renxing.model.Statistic;
import org.renxing.testing.Frames;

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

  private Map<String, Row> paths;

  @BeforeAll
  void decide() {
    String ddl =
        "unit_id string, year int, year_from int, "
            + Stream.of(Evidence.values())
                .map(e -> e.column() + " double")
                .collect(Collectors.joining(", "));
    List<Row> rows = new ArrayList<>();
    // is_severe, is_declining, is_shrinking, gdp_growth_pct
    rows.add(evidence("severe", 1.0, 0.0, 1.0, 5.0));
    rows.add(evidence("declining", 0.0, 1.0, 1.0, 5.0));
    rows.add(evidence("weak", 0.0, 0.0, 1.0, 2.9));
    rows.add(evidence("edge", 0.0, 0.0, 1.0, 3.0));
    rows.add(evidence("growing", 0.0, 1.0, 0.0, null));
    rows.add(evidence("nothing-known", null, null, null, null));
    // all that is unknown points the same way as what holds
    rows.add(evidence("type-unknown-weak", 0.0, null, 1.0, 1.0));
    // what is unknown points elsewhere
    rows.add(evidence("type-unknown-strong", 0.0, null, 1.0, 9.0));
    rows.add(evidence("no-gdp", 0.0, 0.0, 1.0, null));
    rows.add(evidence("severe-no-gdp", 1.0, null, 1.0, null));
    paths = Frames.by(new PathRules(POLICY).of(Frames.of(ddl, rows)), "unit_id");
  }

  private static Row evidence(
      String unit, Double isSevere, Double isDeclining, Double isShrinking, Double growth) {
    List<Object> values = new ArrayList<>(List.of(unit, 2020, 2010));
    for (Evidence evidence : Evidence.values()) {
      values.add(
          switch (evidence) {
            case IS_SEVERE -> isSevere;
            case IS_DECLINING -> isDeclining;
            case IS_SHRINKING -> isShrinking;
            case GDP_GROWTH_PCT -> growth;
            default -> null;
          });
    }
    return RowFactory.create(values.toArray());
  }

  @ParameterizedTest
  @CsvSource({
    "severe, smart_shrinkage, severe, 'severe,strong', '', , ",
    "declining, smart_shrinkage, type, 'type,strong', '', , ",
    "weak, smart_shrinkage, weak, weak, '', , ",
    "edge, growth, strong, strong, '', , ",
    "growing, growth, growing, growing, '', , ",
    "nothing-known, undetermined, , '', 'severe,type,weak,strong,growing',"
        + " 'gdp_growth_pct,is_declining,is_severe,is_shrinking', MISSING_EVIDENCE",
    "type-unknown-weak, smart_shrinkage, weak, weak, type, is_declining, ",
    "type-unknown-strong, undetermined, , strong, type, is_declining, MISSING_EVIDENCE",
    "no-gdp, undetermined, , '', 'weak,strong', gdp_growth_pct, MISSING_EVIDENCE",
    "severe-no-gdp, smart_shrinkage, severe, severe, 'type,weak,strong',"
        + " 'gdp_growth_pct,is_declining', "
  })
  void firstRuleThatHoldsDecidesUnlessTheUnknownPointElsewhere(
      String unit,
      String path,
      String decidedBy,
      String fired,
      String unknown,
      String missing,
      String reason) {
    Row row = paths.get(unit);
    assertThat(row.<String>getAs("path")).isEqualTo(path);
    assertThat(row.<String>getAs("decided_by")).isEqualTo(decidedBy);
    assertThat(row.<String>getAs("rules_fired")).isEqualTo(fired);
    assertThat(row.<String>getAs("rules_unknown")).isEqualTo(unknown);
    assertThat(row.<String>getAs("missing_evidence")).isEqualTo(missing);
    assertThat(row.<String>getAs("reason")).isEqualTo(reason);
  }

  @Test
  void evidenceShowsWhatIsKnown() {
    assertThat(paths.get("weak").<String>getAs("evidence"))
        .isEqualTo("gdp_growth_pct=2.9; is_declining=0.0; is_severe=0.0; is_shrinking=1.0");
    assertThat(paths.get("nothing-known").<String>getAs("evidence")).isEmpty();
  }

  @Test
  void leversGiveLowAndHighOrAReason() {
    List<Lever> levers =
        List.of(
            new Lever("roof", Statistic.ROOF_AREA, 0.34, 9.82, 0.5, 1e3, "t", "S", "no period"),
            new Lever("cool", Statistic.COOLING_ENERGY, 0.3, 0.3, 1, 1, "10^4 tce", "S", ""));
    Map<String, Row> rows =
        Frames.by(
            Levers.of(
                Frames.of(
                    "unit_id string, year int, roof_area double",
                    row("a", 2020, 2.0),
                    row("b", 2020, null),
                    row("c", 2020, -1.0),
                    row("d", 2020, 0.0)),
                levers),
            "unit_id",
            "lever");
    // 2 km2, half of it greened, 0.34 kg/m2: 0.34e6 kg
    assertThat(rows.get("a/roof").<Double>getAs("low")).isEqualTo(340.0);
    assertThat(rows.get("a/roof").<Double>getAs("high")).isEqualTo(9820.0);
    assertThat(rows.get("a/roof").<String>getAs("reason")).isNull();
    assertThat(rows.get("a/cool").<String>getAs("reason")).isEqualTo("INPUT_NOT_NAMED");
    assertThat(rows.get("b/roof").<Double>getAs("low")).isNull();
    assertThat(rows.get("b/roof").<String>getAs("reason")).isEqualTo("INPUT_MISSING");
    assertThat(rows.get("c/roof").<String>getAs("reason")).isEqualTo("INPUT_NEGATIVE");
    assertThat(rows.get("d/roof").<Double>getAs("high")).isEqualTo(0.0);
  }
}
