package org.renxing.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** What the command takes. */
class ForgetCommandTest {
  @Test
  void aSourceAndItsFiles() {
    List<String> given =
        new CommandLine(new ForgetCommand())
            .parseArgs("--env", "real", "many", "a b.csv", "年鉴.xlsx").matchedPositionals().stream()
                .flatMap(p -> p.originalStringValues().stream())
                .toList();
    assertThat(given).containsExactly("many", "a b.csv", "年鉴.xlsx");
    assertThat(
            new CommandLine(new ForgetCommand())
                .parseArgs("--", "many", "-x.csv")
                .matchedPositional(1)
                .originalStringValues())
        .containsExactly("-x.csv");
  }

  @Test
  void nothingIsForgottenByDefault() {
    for (String[] arguments : new String[][] {{}, {"many"}}) {
      assertThatThrownBy(() -> new CommandLine(new ForgetCommand()).parseArgs(arguments))
          .isInstanceOf(ParameterException.class)
          .hasMessageContaining("Missing required parameter");
    }
  }
}
