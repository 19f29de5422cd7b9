package org.renxing.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.renxing.model.ErrorCode;
import org.renxing.model.QualityPolicy;
import org.renxing.model.RenxingException;
import org.renxing.model.Settings;

/** Which broken file keeps which command from its work. */
class ReachTest {
  private static final String SYNTAX = "title = [\n";

  @TempDir private Path home;

  private ConfTree tree() {
    return new ConfTree(home);
  }

  /** A second scenario of a second index system, which nightly does not name. */
  private ConfTree treeOfTwo() {
    return tree()
        .write(
            "conf/index-systems/other.conf",
            "title = x, children { a { name-en = a, children { gdp { name-en = g, direction = \"+\""
                + " } } } }")
        .write(
            "conf/scenarios/other.conf",
            "title = Other, index-system = other, years = \"2012..2013\"");
  }

  @Test
  void theLakeIsReachedThroughAnyOtherBrokenFile() {
    ConfTree tree = tree();
    List<String> broken =
        List.of(
            "conf/events/war.conf",
            "conf/index-systems/small.conf",
            "conf/indicators.conf",
            "conf/rules/path.conf",
            "conf/scenarios/small.conf",
            "conf/sources/yearbook.conf",
            "conf/units-of-measure.conf");
    broken.forEach(file -> tree.write(file, SYNTAX));
    Configuration configuration = tree.load(Reach.lake());
    assertThat(configuration.settings().lakePath()).isEqualTo(home.resolve("lake").toString());
    assertThat(configuration.settings().spark()).containsEntry("spark.sql.shuffle.partitions", "2");
    assertThat(configuration.settings().scenarios()).isEmpty();
    assertThat(configuration.warnings()).hasSameSizeAs(broken);
    for (int i = 0; i < broken.size(); i++) {
      assertThat(configuration.warnings().get(i))
          .startsWith(broken.get(i))
          .endsWith("; this command does not need it, and goes on; bin/renxing config tells all")
          .doesNotContain("\n");
    }
    assertThatThrownBy(tree::load)
        .isInstanceOfSatisfying(
            RenxingException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CONFIGURATION))
        .hasMessageContainingAll(broken.toArray(String[]::new));
  }

  @Test
  void severalProblemsOfAFileAreOneWarning() {
    ConfTree tree = tree().append("conf/sources/yearbook.conf", "a = 1\nb = 2\nc = 3\n");
    assertThat(tree.load(Reach.lake()).warnings())
        .singleElement()
        .asString()
        .startsWith("conf/sources/yearbook.conf:")
        .contains("sources.yearbook.a: unknown key", "(and 2 more)");
  }

  @Test
  void whatIsNotReadHasItsDefaults() {
    ConfTree tree =
        tree()
            .append("conf/renxing.conf", "quality.limit = many")
            .write("conf/rules/path.conf", "rules = 3");
    Settings settings = tree.load(Reach.lake()).settings();
    assertThat(settings.quality()).isEqualTo(QualityPolicy.standard());
    assertThat(settings.rules().path().rules()).isEmpty();
    assertThatThrownBy(() -> tree.load(Reach.nightly()))
        .hasMessageContainingAll("quality.limit: a number expected", "rules.path.rules: a list");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "spark = 3",
        "lake.path = [1]",
        "lakee.path = x",
        "lake { path = ${NONE} }",
        "a = ["
      })
  void theLakeItselfHasToBeRight(String line) {
    ConfTree tree = tree().append("conf/renxing.conf", line);
    assertThatThrownBy(() -> tree.load(Reach.lake())).hasMessageContaining("conf/renxing.conf");
  }

  @Test
  void nightlyNeedsWhatItNames() {
    ConfTree tree =
        treeOfTwo()
            .write("conf/sources/draft.conf", "title = ${NOT_SET}\nunit-colum = x")
            .write("conf/scenarios/other.conf", SYNTAX)
            .write("conf/index-systems/other.conf", "title = x\nchildren = 3");
    Configuration configuration = tree.load(Reach.nightly());
    assertThat(configuration.settings().scenarios()).containsOnlyKeys("small");
    assertThat(configuration.settings().sources()).containsOnlyKeys("yearbook");
    assertThat(configuration.warnings())
        .extracting(w -> w.replaceFirst("[:;].*", ""))
        .containsExactly(
            "conf/index-systems/other.conf",
            "conf/scenarios/other.conf",
            "conf/sources/draft.conf");
    tree.set("nightly.scenarios", "[small, other]");
    assertThatThrownBy(() -> tree.load(Reach.nightly()))
        .hasMessageStartingWith("conf/scenarios/other.conf");
  }

  @ParameterizedTest
  @CsvSource({
    "conf/index-systems/other.conf, other, true",
    "conf/index-systems/other.conf, small, false",
    "conf/scenarios/other.conf, other, true",
    "conf/scenarios/other.conf, small, false",
    "conf/scenarios/other.conf, heir, true",
    "conf/index-systems/other.conf, heir, true",
    "conf/sources/yearbook.conf, other, false",
    "conf/indicators.conf, small, true"
  })
  void aScenarioNeedsWhatItRefersTo(String file, String scenario, boolean isNeeded) {
    ConfTree tree = treeOfTwo().write("conf/scenarios/heir.conf", "base = other\ntitle = Heir");
    assertThat(tree.load(Reach.scenario("heir")).warnings()).isEmpty();
    tree.write(file, SYNTAX);
    if (isNeeded) {
      assertThatThrownBy(() -> tree.load(Reach.scenario(scenario))).hasMessageContaining(file);
    } else {
      assertThat(tree.load(Reach.scenario(scenario)).warnings()).anyMatch(w -> w.startsWith(file));
    }
  }

  @Test
  void whatWasTypedHasToBeRightInAnyCase() {
    ConfTree tree = tree().set("scenarios.small.years", "soon");
    assertThatThrownBy(() -> tree.load(Reach.lake()))
        .hasMessageStartingWith("--set: scenarios.small.years");
  }

  @Test
  void aSourceAndFilesNeedTheirMeasures() {
    ConfTree tree = tree().write("conf/scenarios/small.conf", SYNTAX);
    assertThat(tree.load(Reach.source("yearbook")).settings().sources()).containsKey("yearbook");
    assertThat(tree.load(Reach.files()).settings().baseIndicators()).containsKey("gdp");
    tree.append("conf/sources/yearbook.conf", "x = 1");
    assertThat(tree.load(Reach.files()).warnings()).hasSize(2);
    assertThatThrownBy(() -> tree.load(Reach.source("yearbook"))).hasMessageContaining(".x:");
  }

  @Test
  void whatIsAllowedIsListedOnce() {
    StringBuilder columns = new StringBuilder("columns {\n");
    for (int i = 0; i < 21; i++) {
      columns.append("  c").append(i).append(" { indicator = zzzzzzzzz").append(i).append(" }\n");
    }
    List<String> problems =
        tree().append("conf/sources/yearbook.conf", columns.append("}\n").toString()).problems();
    assertThat(problems).hasSize(21);
    assertThat(problems).filteredOn(p -> p.contains("; allowed: gdp, green, pop")).hasSize(1);
    assertThat(problems.get(0)).contains("allowed:");
    assertThat(problems).allMatch(p -> p.contains("there is no base indicator 'zzzzzzzzz"));
  }
}
