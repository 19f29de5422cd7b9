package org.renxing.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Problems of files, substitutions, environments and overrides. */
class FileProblemsTest {
  @TempDir private Path home;

  private ConfTree tree() {
    return new ConfTree(home);
  }

  @Test
  void missingFilesAreNamedAndNothingThatFollowsFromThem() throws IOException {
    ConfTree tree = tree();
    for (String file : List.of("renxing", "indicators", "units-of-measure")) {
      Files.delete(home.resolve("conf/" + file + ".conf"));
    }
    assertThat(tree.problems())
        .containsExactly(
            "conf/indicators.conf: file is missing or not readable",
            "conf/renxing.conf: file is missing or not readable",
            "conf/units-of-measure.conf: file is missing or not readable");
  }

  @Test
  void syntaxErrorsAreToldTogetherWithTheRest() {
    assertThat(
            tree()
                .write("conf/index-systems/small.conf", "title = x\nchildren { a")
                .write("conf/scenarios/other.conf", "title = [\n")
                .append("conf/sources/yearbook.conf", "titel = x")
                .problems())
        .satisfiesExactly(
            p -> assertThat(p).startsWith("conf/index-systems/small.conf:2: syntax: "),
            p -> assertThat(p).startsWith("conf/scenarios/other.conf:2: syntax: "),
            p ->
                assertThat(p)
                    .endsWith("sources.yearbook.titel: unknown key; did you mean 'title'?"));
  }

  @Test
  void everyUnresolvedSubstitutionIsNamed() {
    assertThat(
            tree()
                .append("conf/scenarios/small.conf", "missing.cap = ${CAP}\nunits.ids = [${ID}]")
                .variable("OTHER", "x")
                .problems())
        .hasSize(2)
        .anyMatch(p -> p.startsWith("conf/scenarios/small.conf:4: ${CAP} has no value"))
        .anyMatch(p -> p.startsWith("conf/scenarios/small.conf:5: ${ID} has no value"));
  }

  @Test
  void unknownEnvironmentsListTheKnownOnes() {
    assertThat(tree().write("conf/env/real.conf", "").env("reel").problems())
        .containsExactly(
            "conf/env: --env: there is no environment 'reel'; did you mean 'real'? allowed:"
                + " default, real");
  }

  @Test
  void overridesAreCheckedLikeFiles() {
    assertThat(
            tree()
                .set("scenarios.smal.aggregation", "geometric")
                .set("scenarios.small.agregation", "geometric")
                .set("scenarios.small.missing.cap", "7")
                .set("scenarios.small.weights[0].shift", "7")
                .set("nightly.sources", "[yearbook")
                .problems())
        .satisfiesExactly(
            p -> assertThat(p).startsWith("--set: nightly.sources: write KEY=VALUE"),
            p ->
                assertThat(p)
                    .contains(
                        "scenarios.smal.aggregation: there is no 'smal' in scenarios; did you mean"
                            + " 'small'?"),
            p ->
                assertThat(p)
                    .contains("small.agregation: unknown key; did you mean 'aggregation'?"),
            p ->
                assertThat(p).contains("small.missing.cap: must be a share from 0 to 1, found 7.0"),
            p -> assertThat(p).contains("weights[0].shift: write KEY=VALUE"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a = ${b}\nb = ${a}", "a = [1]\nb = ${a} { x = 1 }", "a = ${a}"})
  void substitutionsThatCannotBeResolvedAreProblems(String lines) {
    assertThat(tree().append("conf/renxing.conf", lines).problems())
        .anyMatch(p -> p.startsWith("conf/renxing.conf:"));
  }
}
