package org.renxing.jobs.cli.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.renxing.testing.SharedCases;

/** {@code method dea}: the worked example, reference sets, errors, and the reference cases. */
class DeaCommandTest {
  private static final String[] TEXTBOOK = {
    "city,labour,capital,product", "Aba,2,5,1", "Bol,2,4,2", "Cem,6,6,3", "Dar,3,2,1", "Eri,6,2,2"
  };

  @TempDir private Path folder;

  /** The example of docs/methods/dea.md. */
  @Test
  void workedExample() throws IOException {
    Path data = file(TEXTBOOK);
    Map<String, Map<String, String>> rows =
        Shell.by(
            Shell.rows(folder, "dea --id city --inputs labour,capital --outputs product", data),
            "city");
    assertThat(number(rows, "Aba", "theta")).isEqualTo(0.5, offset(1e-12));
    assertThat(number(rows, "Aba", "slack_capital")).isEqualTo(0.5, offset(1e-12));
    assertThat(number(rows, "Cem", "theta")).isEqualTo(5.0 / 6, offset(1e-12));
    String[] peers = rows.get("Cem").get("peers").split("[:;] ?", -1);
    assertThat(peers).hasSize(4).contains("Bol", "Eri");
    assertThat(Double.parseDouble(peers[1])).isEqualTo(1, offset(1e-12));
    assertThat(Double.parseDouble(peers[3])).isEqualTo(0.5, offset(1e-12));
    assertThat(rows.get("Bol"))
        .containsEntry("theta", "1.0")
        .containsEntry("is_strongly_efficient", "true")
        .containsEntry("status", "OK")
        .containsEntry("reason", "");
  }

  @Test
  void everyModelHasItsColumn() throws IOException {
    Path data = file(TEXTBOOK);
    String columns = "dea --id city --inputs labour,capital --outputs product ";
    assertThat(Shell.rows(folder, columns + "--orientation output", data).get(0))
        .containsKeys("city", "phi", "slack_sum", "slack_labour", "slack_product");
    assertThat(Shell.rows(folder, columns + "--model sbm --rts VRS", data).get(0))
        .containsKeys("rho", "slack_sum", "status", "reason");
    Map<String, Map<String, String>> above =
        Shell.by(Shell.rows(folder, columns + "--model super --rts vrs", data), "city");
    assertThat(above.get("Cem"))
        .containsEntry("super", "")
        .containsEntry("slack_sum", "")
        .containsEntry("status", "INFEASIBLE")
        .containsEntry("reason", "OUTPUTS_OUT_OF_REACH");
    assertThat(number(above, "Bol", "super")).isEqualTo(2, offset(1e-12));
  }

  @Test
  void referenceSets() throws IOException {
    Path data =
        file(
            "city,year,kind,x,y",
            "Aba,2019,coal,1,1",
            "Bol,2019,oil,2,1",
            "Aba,2020,coal,1,2",
            "Bol,2020,oil,1,1",
            "Aba,2021,coal,1,1",
            "Bol,2021,oil,2,1");
    assertThat(thetas(data, "contemporaneous")).containsExactly(1, 0.5, 1, 0.5, 1, 0.5);
    assertThat(thetas(data, "pooled")).containsExactly(0.5, 0.25, 1, 0.5, 0.5, 0.25);
    assertThat(thetas(data, "sequential")).containsExactly(1, 0.5, 1, 0.5, 0.5, 0.25);
    assertThat(thetas(data, "window:1")).containsExactly(1, 0.5, 1, 0.5, 1, 0.5);
    assertThat(thetas(data, "window:2")).containsExactly(1, 0.5, 1, 0.5, 0.5, 0.25);
    assertThat(thetas(data, "group:kind")).containsExactly(1, 1, 1, 1, 1, 1);
  }

  @Test
  void mistakesAreNamed() throws IOException {
    String columns = "dea --id city --inputs labour,capital --outputs product";
    assertFails(1, columns, "row 2 (Bol), column capital: is missing", "Aba,1,1,1", "Bol,1,NA,1");
    assertFails(1, columns, "row 1 (Aba), column labour: 'x' is no number", "Aba,x,1,1");
    assertFails(1, columns, "row 1 (Aba), column product: is -1", "Aba,1,1,-1");
    assertFails(1, columns, "row 1 (Aba), columns labour, capital: all inputs", "Aba,0,0,1");
    assertFails(1, columns, "Aba stands in rows 1 and 2", "Aba,1,1,1", "Aba,1,1,1");
    assertFails(1, columns, "row 1: has 2 fields where the head has 4", "Aba,1");
    assertFails(2, columns.replace("capital", "land"), "has no column 'land'", "Aba,1,1,1");
    assertFails(2, columns + ",labour", "'labour' stands twice", "Aba,1,1,1");
    assertFails(2, columns + " --reference sequential", "needs --period", "Aba,1,1,1");
    assertFails(2, columns + " --reference window:0", "whole number of 1", "Aba,1,1,1");
    assertFails(2, columns + " --reference nearest", "one of contemporaneous", "Aba,1,1,1");
    assertFails(2, columns + " --rts increasing", "--rts", "Aba,1,1,1");
  }

  @ParameterizedTest
  @CsvSource({
    "coelli1998, 'x1,x2', y",
    "edge_3in1out, 'x1,x2,x3', y",
    "edge_zeros_3in1out, 'x1,x2,x3', y",
    "electric_plants_3in1out, 'labor,fuel,capital', output",
    "fortune500_epsilon, 'assets,equity,employees', 'revenue,profit'",
    "power_plants_super, 'x1,x2,x3,x4', 'y1,y2'",
    "tone2001_sbm, 'x1,x2', 'y1,y2'"
  })
  void referenceCases(String name, String inputs, String outputs) throws IOException {
    Path place = SharedCases.file("cases/dea/" + name);
    Path data = place.resolve("data.csv");
    List<Map<String, String>> expected = SharedCases.rows(place.resolve("expected.csv"));
    String columns = "dea --id dmu --inputs " + inputs + " --outputs " + outputs + " ";
    agree(expected, "theta_crs_in", "theta", columns, data);
    agree(expected, "theta_vrs_in", "theta", columns + "--rts vrs", data);
    agree(expected, "theta_nirs_in", "theta", columns + "--rts nirs", data);
    agree(expected, "max_sum_slack_crs_in", "slack_sum", columns, data);
    agree(expected, "phi_vrs_out", "phi", columns + "--rts vrs --orientation output", data);
    agree(expected, "super_crs_in", "super", columns + "--model super", data);
    agree(expected, "super_vrs_in", "super", columns + "--model super --rts vrs", data);
    agree(expected, "sbm_crs_no", "rho", columns + "--model sbm", data);
  }

  private void agree(
      List<Map<String, String>> expected, String column, String ours, String words, Path data)
      throws IOException {
    if (!expected.get(0).containsKey(column)) {
      return;
    }
    List<Map<String, String>> rows = Shell.rows(folder, words.strip(), data);
    assertThat(rows).hasSameSizeAs(expected).isNotEmpty();
    for (int i = 0; i < rows.size(); i++) {
      String value = expected.get(i).get(column);
      assertThat(rows.get(i).get("dmu")).isEqualTo(expected.get(i).get("dmu"));
      if (value.equals("NA")) {
        assertThat(rows.get(i)).containsEntry(ours, "").containsEntry("status", "INFEASIBLE");
      } else {
        double size = Math.max(1, Double.parseDouble(value));
        assertThat(Double.parseDouble(rows.get(i).get(ours)))
            .as(column + " of " + rows.get(i))
            .isCloseTo(Double.parseDouble(value), offset(1e-9 * size));
      }
    }
  }

  private double[] thetas(Path data, String reference) throws IOException {
    return Shell.rows(
            folder,
            "dea --id city --period year --inputs x --outputs y --reference " + reference,
            data)
        .stream()
        .mapToDouble(row -> Double.parseDouble(row.get("theta")))
        .toArray();
  }

  private void assertFails(int exitCode, String words, String message, String... rows)
      throws IOException {
    String[] lines = new String[rows.length + 1];
    lines[0] = "city,labour,capital,product";
    System.arraycopy(rows, 0, lines, 1, rows.length);
    Shell.Result result = Shell.method(words, file(lines));
    assertThat(result.exitCode()).as(result.toString()).isEqualTo(exitCode);
    assertThat(result.err()).contains(message);
  }

  private Path file(String... lines) throws IOException {
    Path out = Files.createTempFile(folder, "data", ".csv");
    return Files.write(out, List.of(lines));
  }

  private static double number(Map<String, Map<String, String>> rows, String city, String column) {
    return Double.parseDouble(rows.get(city).get(column));
  }
}
