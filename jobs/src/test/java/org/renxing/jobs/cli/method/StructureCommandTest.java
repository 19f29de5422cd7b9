package org.renxing.jobs.cli.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code method structure}. */
class StructureCommandTest {
  private static final String WORDS = "structure --id city --sectors y1,y2,y3";

  @TempDir private Path folder;

  private Path file(String... lines) throws IOException {
    return Files.write(folder.resolve("cities.csv"), List.of(lines));
  }

  /** The worked example of docs/methods/structure.md. */
  @Test
  void example() throws IOException {
    Path data = file("city,y1,y2,y3,l1,l2,l3", "Aba,1,5,4,2,4,4", "Bol,2,2,4,4,2,2");
    Map<String, Map<String, String>> rows =
        Shell.by(Shell.rows(folder, WORDS + " --employment l1,l2,l3", data), "city");
    assertThat(number(rows.get("Aba"), "upgrading")).isEqualTo(0.8);
    assertThat(number(rows.get("Aba"), "layer_index")).isCloseTo(2.3, within(1e-12));
    assertThat(number(rows.get("Aba"), "herfindahl")).isCloseTo(0.42, within(1e-12));
    assertThat(number(rows.get("Aba"), "theil_rationalisation"))
        .isCloseTo(0.1 * Math.log(0.5) + 0.5 * Math.log(1.25), within(1e-12));
    assertThat(number(rows.get("Aba"), "structural_deviation")).isCloseTo(0.75, within(1e-12));
    assertThat(number(rows.get("Aba"), "weighted_deviation")).isCloseTo(0.175, within(1e-12));
    assertThat(number(rows.get("Bol"), "theil_rationalisation"))
        .isCloseTo(0.25 * Math.log(0.5) + 0.5 * Math.log(2), within(1e-12));
    Map<String, Map<String, String>> quotients =
        Shell.by(Shell.rows(folder, WORDS + " --table quotients", data), "city", "sector");
    // 5/10 against 7/18
    assertThat(quotients.values())
        .filteredOn(row -> row.get("city").equals("Aba") && row.get("sector").equals("y2"))
        .singleElement()
        .satisfies(
            row ->
                assertThat(number(row, "location_quotient"))
                    .isCloseTo(0.5 / (7.0 / 18), within(1e-12)));
  }

  @Test
  void reasons() throws IOException {
    Path data =
        file(
            "city,y1,y2,y3,l1,l2,l3",
            "Aba,1,,4,2,4,4",
            "Bol,0,0,0,1,1,1",
            "Cem,1,2,-1,1,1,1",
            "Dan,1,2,3,0,1,1");
    Map<String, Map<String, String>> rows =
        Shell.by(Shell.rows(folder, WORDS + " --employment l1,l2,l3", data), "city");
    assertThat(rows.get("Aba")).containsEntry("reason", "MISSING").containsEntry("entropy", "");
    assertThat(rows.get("Bol")).containsEntry("reason", "NO_OUTPUT");
    assertThat(rows.get("Cem")).containsEntry("reason", "NEGATIVE");
    assertThat(rows.get("Dan"))
        .containsEntry("reason", "EMPLOYMENT_NOT_ABOVE_0")
        .containsEntry("upgrading", "1.5");
  }

  @Test
  void mistakes() throws IOException {
    Path data = file("city,y1,y2,y3,l1", "Aba,1,2,4,2");
    assertThat(Shell.method(WORDS + " --employment l1", data).exitCode()).isEqualTo(2);
    assertThat(Shell.method(WORDS + " --reference Nation", data))
        .satisfies(run -> assertThat(run.exitCode()).isEqualTo(2))
        .satisfies(run -> assertThat(run.err()).contains("--reference Nation: no such unit"));
  }

  private static double number(Map<String, String> row, String column) {
    return Double.parseDouble(row.get(column));
  }
}
