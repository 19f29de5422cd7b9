package org.renxing.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The configuration is checked, and growth at current prices warned of with exit code 0. */
class ConfigCommandTest {
  private static final String HOME = Path.of("..").toAbsolutePath().normalize().toString();

  @Test
  void warnsOfGrowthAtCurrentPrices() {
    Ended ended = Ended.run("config", "--home", HOME);
    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(ended.out()).matches("configuration default: \\d+ scenarios, .*; no problems\\R");
    assertThat(ended.err().lines())
        .hasSize(2)
        .anyMatch(
            line ->
                line.startsWith("warning: scenario resource-resilience: ")
                    && line.contains("gold.okun_unit"))
        .anyMatch(line -> line.startsWith("warning: scenario digital-coupling: "));
  }

  @Test
  void showsAndWarnsApart() {
    Ended ended = Ended.run("config", "show", "--home", HOME, "--json");
    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(ended.out()).startsWith("[").doesNotContain("warning");
    assertThat(ended.err()).contains("warning: scenario resource-resilience: ");
  }

  @Test
  void constantPricesAreNoWarning() {
    Ended ended =
        Ended.run(
            "config", "--home", HOME, "--set", "nightly.sources=[city-economy, cn-city-panel]");
    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(ended.err()).doesNotContain("digital-coupling", "gold.okun_unit");
    assertThat(ended.err()).contains("gold.exhaustion_unit_year");
  }

  @Test
  void aNominalSeriesIsNoRealOne() {
    Ended ended =
        Ended.run(
            "config",
            "--home",
            HOME,
            "--set",
            "scenarios.digital-coupling.statistics.gdp-real=gdp");
    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.err())
        .contains("scenarios.digital-coupling.statistics.gdp-real: reads gdp at current prices;");
  }
}
