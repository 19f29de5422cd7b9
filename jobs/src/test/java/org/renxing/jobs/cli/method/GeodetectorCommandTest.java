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
import org.renxing.testing.SharedCases;

/** {@code method geodetector}: the example of the docs, and reference cases. */
class GeodetectorCommandTest {
  @TempDir private Path folder;

  private Path file(String... lines) throws IOException {
    return Files.write(Files.createTempFile(folder, "in", ".csv"), List.of(lines));
  }

  private static double number(Map<String, Map<String, String>> rows, String key, String column) {
    return Double.parseDouble(rows.get(key).get(column));
  }

  /** The example of docs/methods/drivers.md. */
  @Test
  void workedExampleOfTheDetector() throws IOException {
    Path data = file("town,soil,score", "Aba,a,1", "Bol,a,2", "Cem,b,5", "Dar,b,6");
    Map<String, String> row =
        Shell.rows(folder, "geodetector --response score --factors soil", data).get(0);
    assertThat(Double.parseDouble(row.get("q"))).isCloseTo(16.0 / 17, within(1e-15));
    assertThat(Double.parseDouble(row.get("f"))).isCloseTo(32, within(1e-12));
    assertThat(Double.parseDouble(row.get("p_value"))).isCloseTo(0.0821081, within(6e-8));
    assertThat(row).containsEntry("strata", "2").containsEntry("rows", "4");
  }

  @Test
  void detectorOfVillages() throws IOException {
    Path data = SharedCases.file("cases/stats/geodetector_ntds/data.csv");
    String words = "geodetector --response incidence --factors watershed,elevation,soiltype";
    Map<String, Map<String, String>> drop = Shell.by(Shell.rows(folder, words, data), "factor");
    assertThat(number(drop, "watershed", "q")).isCloseTo(0.6377737, within(6e-8));
    assertThat(number(drop, "watershed", "p_value")).isCloseTo(0.000128803, within(1e-9));
    String other = words + " --singletons keep --variance sample";
    Map<String, Map<String, String>> keep = Shell.by(Shell.rows(folder, other, data), "factor");
    assertThat(number(keep, "watershed", "p_value")).isCloseTo(0.0001169914, within(1e-9));
    Map<String, Map<String, String>> pairs =
        Shell.by(Shell.rows(folder, other + " --table interactions", data), "factor_a", "factor_b");
    assertThat(number(pairs, "watershed/elevation", "q"))
        .isCloseTo(0.71359677853471, within(1e-12));
    assertThat(pairs.get("watershed/elevation")).containsEntry("type", "enhance_bi");
    assertThat(Shell.rows(folder, other + " --table risks", data)).hasSize(36 + 21 + 10);
    assertThat(Shell.rows(folder, other + " --table ecological", data)).hasSize(3);
  }

  @Test
  void detectorOfNumbers() throws IOException {
    Path data = SharedCases.file("cases/stats/geodetector_ndvi_discretised/data.csv");
    String words = "geodetector --response NDVIchange --factors Climatezone,Precipitation";
    Map<String, Map<String, String>> natural =
        Shell.by(Shell.rows(folder, words + " --strata 6 --discretise natural", data), "factor");
    assertThat(number(natural, "Precipitation", "q")).isCloseTo(0.8505370367899022, within(1e-9));
    assertThat(number(natural, "Climatezone", "q")).isCloseTo(0.8218335, within(6e-8));
    Shell.Result best =
        Shell.method(words + " --strata 4..6 --discretise quantile,equal,natural", data);
    assertThat(best.err()).contains("Precipitation: quantile, 5 strata (highest q) [");
    Shell.Result plain = Shell.method(words, data);
    assertThat(plain.err()).contains("Precipitation: ", "--strata N cuts numbers");
  }
}
