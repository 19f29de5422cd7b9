package org.renxing.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.renxing.lake.Releases;
import org.renxing.model.TableName;
import picocli.CommandLine;

/** What is proposed after a run has answers in the environment of that run. */
class HintsTest {
  private static Releases.Entry entry(String table, String scenario, long rows) {
    return new Releases.Entry(TableName.gold(table), scenario, 0, "hash", rows, "");
  }

  private static String text(Releases.Entry... entries) {
    return Hints.text(
        Optional.of(new Releases.Release("r00001-0", java.time.Instant.EPOCH, List.of(entries))),
        " --env x");
  }

  @Test
  void asksTheScenarioWithTheMostRows() {
    assertThat(
            text(
                entry("coupling_unit_year", "small", 2),
                entry("coupling_unit_year", "large", 9),
                entry("index_score_unit_year", "other", 100)))
        .contains("bin/renxing sql --env x \"SELECT", "gold.coupling_unit_year", "= 'large'")
        .contains("  bin/renxing runs --env x");
  }

  @Test
  void asksNoTableWithoutRows() {
    assertThat(
            text(
                entry("coupling_unit_year", "empty", 0),
                entry("index_score_unit_year", "b", 7),
                entry("index_score_unit_year", "a", 7)))
        .contains("gold.index_score_unit_year WHERE scenario_id = 'a'")
        .doesNotContain("coupling");
    assertThat(text()).contains("FROM silver.source_account").doesNotContain("scenario_id");
    assertThat(Hints.text(Optional.empty(), "")).contains("bin/renxing sql \"SELECT * FROM silver");
  }

  @Test
  void optionsLeadToTheSameLake() {
    assertThat(options()).isEmpty();
    assertThat(options("--env", "real", "--set", "spark.x=1")).isEqualTo(" --env real");
    assertThat(options("--set", "lake.path=/a b's/lake", "--home", "/h"))
        .isEqualTo(" --home /h --set 'lake.path=/a b'\\''s/lake'");
  }

  private static String options(String... arguments) {
    CommonOptions options = CommandLine.populateCommand(new CommonOptions(), arguments);
    return options.toLake();
  }
}
