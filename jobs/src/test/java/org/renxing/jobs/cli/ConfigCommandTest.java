package org.renxing.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The configuration is checked, and growth at current prices warned of with exit code 0. */
class ConfigCommandTest {
  private static final String HOME = Path.of("..").toAbsolutePath().normalize().toString();

  /** How a command line ended. */
  private record Ended(int exitCode, String out, String err) {}

  private static Ended run(String... arguments) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream outBytes = new ByteArrayOutputStream();
    ByteArrayOutputStream errBytes = new ByteArrayOutputStream();
    try {
      System.setOut(new PrintStream(outBytes, true, StandardCharsets.UTF_8));
      System.setErr(new PrintStream(errBytes, true, StandardCharsets.UTF_8));
      int exitCode = CommandLineInterface.run(arguments);
      return new Ended(
          exitCode,
          outBytes.toString(StandardCharsets.UTF_8),
          errBytes.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }

  @Test
  void warnsOfGrowthAtCurrentPrices() {
    Ended ended = run("config", "--home", HOME);
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
    Ended ended = run("config", "show", "--home", HOME, "--json");
    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(ended.out()).startsWith("[").doesNotContain("warning");
    assertThat(ended.err()).contains("warning: scenario resource-resilience: ");
  }

  @Test
  void constantPricesAreNoWarning() {
    Ended ended =
        run("config", "--home", HOME, "--set", "nightly.sources=[city-economy, cn-city-panel]");
    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(ended.err()).doesNotContain("digital-coupling", "gold.okun_unit");
    assertThat(ended.err()).contains("gold.exhaustion_unit_year");
  }

  @Test
  void aNominalSeriesIsNoRealOne() {
    Ended ended =
        run(
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
