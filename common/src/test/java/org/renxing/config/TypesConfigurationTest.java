package org.renxing.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.renxing.model.Scenario;
import org.renxing.model.TypeCount;
import org.renxing.model.TypeYears;
import org.renxing.model.Typology;
import org.renxing.model.YearRange;

/** How scenarios say what types there are. */
class TypesConfigurationTest {
  @TempDir private Path home;

  private Scenario scenario(String lines) {
    return new ConfTree(home)
        .append("conf/scenarios/small.conf", lines)
        .load()
        .settings()
        .scenarios()
        .get("small");
  }

  @Test
  void whatHoldsUnlessWritten() {
    Scenario scenario =
        scenario(
            """
            variables { head = "gdp / pop" }
            types = [
              { id = a, features = [score.entropy.overall, head], k = 3 }
              { id = b, features = [score.entropy.wealth, score.entropy.nature], method = lag }
              { id = c, features = [head], k = "2..8", years = "2015..2020", names = [] }
            ]
            """);
    Typology first = scenario.typologies().get(0);
    assertThat(first.k()).isEqualTo(new TypeCount(3, 3));
    assertThat(first.method()).isEqualTo(Typology.Method.KMEANS);
    assertThat(first.criterion()).isEqualTo(Typology.Criterion.SILHOUETTE);
    assertThat(first.years()).isEqualTo(TypeYears.all());
    assertThat(first.standardise()).isEqualTo(Typology.Standardise.Z_SCORE);
    assertThat(List.of(first.starts(), first.resamples())).containsExactly(20, 20);
    assertThat(first.typeName(2)).isEqualTo("type 2");
    Typology lag = scenario.typologies().get(1);
    assertThat(lag.lagThresholds()).containsExactly(0.8, 1.2);
    assertThat(List.of(lag.typeName(1), lag.typeName(2), lag.typeName(3)))
        .containsExactly("wealth lags", "in step", "nature lags");
    Typology span = scenario.typologies().get(2);
    assertThat(span.years().span()).isEqualTo(new YearRange(2015, 2020));
    assertThat(span.k().numbers()).containsExactly(2, 3, 4, 5, 6, 7, 8);
    assertThat(scenario.overallMeasure())
        .isEqualTo("score.entropy.overall")
        .isIn(scenario.measures());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "types = [{ id = t, features = [score.entropy.wealth] }] | .types[0]: types t: kmeans needs"
            + " k, such as 4 or \"2..8\"",
        "types = [{ id = t, k = 2 }] | .types[0]: types t: needs one feature or more",
        "types = [{ features = [score.entropy.wealth], k = 2 }] | .types[0].id: is required",
        "types = [{ id = t, k = 2, features = [score.entropy.welth] }] | .types[0].features: the"
            + " scenario has no score or variable 'score.entropy.welth'; did you mean"
            + " 'score.entropy.wealth'?",
        "types = [{ id = t, k = 2, features = [score.entropy.wealth, score.entropy.wealth] }] |"
            + " .types[0].features: 'score.entropy.wealth' stands here twice",
        "types = [{ id = t, k = few, features = [score.entropy.wealth] }] | .types[0].k: k 'few':"
            + " write a number such as 4, or \"2..8\"",
        "types = [{ id = t, k = 0, features = [score.entropy.wealth] }] | .types[0].k: k '0': needs"
            + " 1 type or more",
        "types = [{ id = t, k = \"8..2\", features = [score.entropy.wealth] }] | .types[0].k: k from 8"
            + " to 2: need 1 <= first <= last <= 100",
        "types = [{ id = t, k = \"1..4\", features = [score.entropy.wealth] }] | .types[0]: types t:"
            + " criterion silhouette compares 2 types or more; write k = \"2..4\"",
        "types = [{ id = t, k = \"2..4\", criterion = bic, features = [score.entropy.wealth] }] |"
            + " .types[0]: types t: criterion bic is for gaussian-mixture",
        "types = [{ id = t, k = \"2..4\", criterion = gap, method = bisecting, features ="
            + " [score.entropy.wealth] }] | .types[0]: types t: criterion gap is for kmeans",
        "types = [{ id = t, k = 2, method = kmean, features = [score.entropy.wealth] }] |"
            + " .types[0].method: 'kmean' is not allowed; did you mean 'kmeans'?",
        "types = [{ id = t, k = 2, years = latst, features = [score.entropy.wealth] }] |"
            + " .types[0].years: years 'latst': write all, latest, each, or years",
        "types = [{ id = t, k = 2, years = \"2015..2012\", features = [score.entropy.wealth] }] |"
            + " .types[0].years: years 2015..2012: need first <= last",
        "types = [{ id = t, k = 2, names = [a], features = [score.entropy.wealth] }] | .types[0]:"
            + " types t: names must be 2, one for each type, found 1",
        "types = [{ id = t, k = \"2..3\", names = [a, b], features = [score.entropy.wealth] }] |"
            + " .types[0]: types t: names need a fixed k; it is 2..3",
        "types = [{ id = t, k = 2, names = [a, a], features = [score.entropy.wealth] }] |"
            + " .types[0].names: 'a' stands here twice",
        "types = [{ id = t, k = 2, starts = 0, features = [score.entropy.wealth] }] |"
            + " .types[0].starts: must be a whole number from 1 to 1000, found 0",
        "types = [{ id = t, k = 2, thresholds = [1, 2], features = [score.entropy.wealth] }] |"
            + " .types[0]: types t: thresholds are for lag and quadrant",
        "types = [{ id = t, method = lag, features = [score.entropy.wealth] }] | .types[0]: types t:"
            + " lag needs two features, found 1",
        "types = [{ id = t, method = lag, k = 3, features = [score.entropy.wealth,"
            + " score.entropy.nature] }] | .types[0]: types t: lag has 3 types; leave k out",
        "types = [{ id = t, method = lag, thresholds = [2, 1], features = [score.entropy.wealth,"
            + " score.entropy.nature] }] | .types[0]: types t: thresholds of lag must be above 0",
        "types = [{ id = t, method = quadrant, thresholds = [2], features = [score.entropy.wealth,"
            + " score.entropy.nature] }] | .types[0]: types t: thresholds must be two, found [2.0]",
        "types = [{ id = t, method = quadrant, years = each, features = [score.entropy.wealth,"
            + " score.entropy.nature] }] | .types[0]: types t: quadrant takes each unit and year by",
        "types = [{ id = t, method = lag, features = [score.entropy.wealth, score.entropy.nature] },"
            + " { id = t, k = 2, features = [score.entropy.wealth] }] | .types[1].id: 't' is used"
            + " twice",
        "variables { \"a b\" = gdp } | .variables.\"a b\": a variable's name has ASCII letters",
        "variables { a = gpd } | .variables.a: there is no base indicator 'gpd'; did you mean 'gdp'?"
      })
  void whatIsWrong(String line, String problem) {
    assertThat(new ConfTree(home).append("conf/scenarios/small.conf", line).problems())
        .singleElement()
        .asString()
        .startsWith("conf/scenarios/small.conf:")
        .contains("scenarios.small" + problem);
  }
}
