package org.renxing.jobs.cli.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.renxing.testing.SharedCases;

/** The methods on published cases, from the command line. */
class MethodCasesTest {
  private static final String INDICES = "cases/indices/";
  private static final String RAW_ENTROPY = "weights --id unit --normalise none";

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"entropy_xu2004", "entropy_zavadskas2016", "entropy_2x2_skcriteria"})
  void publishedEntropyWeights(String name) throws IOException {
    Path data = SharedCases.file(INDICES + name + "/data.csv");
    var weights = Shell.by(Shell.rows(folder, RAW_ENTROPY, data), "indicator_code");
    List<Map<String, String>> expected = rows(name + "/expected.csv");
    expected.forEach(e -> assertClose(weights.get(e.get("key")).get("weight"), e));
    assertThat(expected).hasSize(weights.size());
  }

  /** Diakoulaki 1995, as the tests of scikit-criteria print it, and base R on the same data. */
  @ParameterizedTest
  @CsvSource({
    "critic_diakoulaki1995, weight_pearson_scaled, --method critic",
    "critic_diakoulaki1995, weight_pearson_unscaled, --method critic --normalise none",
    "critic_diakoulaki1995, weight_pearson_unscaled, --method critic --basis raw --sigma sample",
    "critic_improved_on_diakoulaki, cv_absr, --method critic-improved",
    "critic_improved_on_diakoulaki, cv_absr, --method critic-improved --sigma sample"
  })
  void publishedCriticWeights(String name, String quantity, String options) throws IOException {
    Path data = SharedCases.file(INDICES + name + "/data.csv");
    var weights =
        Shell.by(Shell.rows(folder, "weights --id unit " + options, data), "indicator_code");
    List<Map<String, String>> expected =
        rows(name + "/expected.csv").stream()
            .filter(e -> e.get("quantity").equals(quantity))
            .toList();
    expected.forEach(e -> assertClose(weights.get(e.get("key")).get("weight"), e));
    assertThat(expected).hasSize(3);
  }

  /** The same restated, and what the raw values of C1 come to: both signs about a mean near 0. */
  @Test
  void excerptOfCritic() throws IOException {
    Path data =
        write(
            """
            unit,C1,C2,C3
            A1,61.0,1.08,4.33
            A2,20.7,0.26,4.34
            A3,16.3,1.98,2.53
            A4,9.0,3.29,1.65
            A5,5.4,2.77,2.33
            A6,4.0,4.12,1.21
            A7,-6.1,3.52,2.1
            A8,-34.6,3.31,0.98
            """);
    var weights =
        Shell.by(Shell.rows(folder, "weights --id unit --method critic", data), "indicator_code");
    Map<String, Double> printed = Map.of("C1", .20222554, "C2", .48090173, "C3", .31687273);
    printed.forEach(
        (code, weight) ->
            assertThat(number(weights, code, "weight")).isCloseTo(weight, offset(1e-8)));
    assertThat(number(weights, "C1", "conflict")).isPositive();
    Shell.Result raw = Shell.method("weights --id unit --method critic-improved --basis raw", data);
    assertThat(raw.exitCode()).isEqualTo(1);
    assertThat(raw.err()).contains("no weight of C1: has a mean near 0");
    var combined =
        Shell.by(
            Shell.rows(
                folder,
                "weights --id unit --method combined --parts critic,entropy --combine mean",
                data),
            "indicator_code");
    var entropy = Shell.by(Shell.rows(folder, "weights --id unit", data), "indicator_code");
    assertThat(number(combined, "C2", "weight"))
        .isCloseTo(
            (number(weights, "C2", "weight") + number(entropy, "C2", "weight")) / 2, offset(1e-14));
    Shell.Result without = Shell.method("weights --id unit --method combined", data);
    assertThat(without.exitCode()).isEqualTo(2);
    assertThat(without.err()).contains("needs --parts");
  }

  @Test
  void logistics() throws IOException {
    Path data = SharedCases.file(INDICES + "ccd_urban_rural_logistics/data.csv");
    var degrees = Shell.by(Shell.rows(folder, "coupling --id year --systems Uu,Ur", data), "year");
    List<Map<String, String>> expected = rows("ccd_urban_rural_logistics/expected.csv");
    expected.forEach(e -> assertClose(degrees.get(e.get("key")).get(lower(e.get("quantity"))), e));
    assertThat(expected).hasSize(30);
  }

  @ParameterizedTest
  @ValueSource(strings = {"standard_equal", "wang2021_w433"})
  void threeSystems(String form) throws IOException {
    Path data = SharedCases.file(INDICES + "ccd_obstacle_mathmodels/data.csv");
    String words =
        "coupling --id unit --systems s1,s2,s3"
            + (form.startsWith("wang") ? " --variant revised --weights .4,.3,.3" : "");
    var degrees = Shell.by(Shell.rows(folder, words, data), "unit");
    List<Map<String, String>> expected =
        rows("ccd_obstacle_mathmodels/expected.csv").stream()
            .filter(e -> e.get("quantity").equals("ccd_" + form))
            .toList();
    for (Map<String, String> e : expected) {
      String[] key = e.get("key").split("/", -1);
      assertClose(degrees.get(key[0]).get(lower(key[1])), e);
    }
    assertThat(expected).hasSize(18);
  }

  @Test
  void fourLevelsOfAsem() throws IOException, URISyntaxException {
    Path treated = SharedCases.file(INDICES + "coinr_asem2018/stages/Treated.csv");
    Path conf = Path.of(MethodCasesTest.class.getResource("/method/asem.conf").toURI());
    List<Map<String, String>> wide =
        Shell.rows(folder, "index --id uCode --scale 100", treated, "--index-system", conf);
    assertThat(wide.stream().map(r -> r.get("uCode")).toList())
        .isEqualTo(SharedCases.rows(treated).stream().map(r -> r.get("uCode")).toList());
    assertThat(String.join(" ", wide.get(0).keySet()))
        .isEqualTo(
            "uCode overall Conn Physical ConEcFin Political Instit P2P Sust Environ Social"
                + " SusEcFin rank");
    var scores = Shell.by(wide, "uCode");
    int compared = 0;
    for (Map<String, String> e : rows("coinr_asem2018/expected.csv")) {
      if (e.get("quantity").startsWith("score")) {
        String[] key = e.get("key").split("/", -1);
        assertClose(scores.get(key[0]).get(key[1].equals("Index") ? "overall" : key[1]), e);
        compared++;
      }
    }
    assertThat(compared).isEqualTo(627);
    assertThat(scores.get("CHE").get("rank")).isEqualTo("1");
  }

  /** Zavadskas and Podvezko 2016, restated for where the reference data are absent. */
  @Test
  void excerptOfEntropy() throws IOException {
    Path data =
        write("unit,C1,C2,C3,C4\nA1,3,100,10,7\nA2,2.5,80,8,5\nA3,1.8,50,20,11\nA4,2.2,70,12,9\n");
    var weights = Shell.by(Shell.rows(folder, RAW_ENTROPY, data), "indicator_code");
    Map<String, Double> printed = Map.of("C1", .1146, "C2", .1981, "C3", .4185, "C4", .2689);
    printed.forEach(
        (code, weight) ->
            assertThat(number(weights, code, "weight")).isCloseTo(weight, offset(5e-5)));
  }

  /** Uneven depths, by hand: nested means up the tree. */
  @Test
  void excerptOfNestedMeans() throws IOException {
    Path conf =
        Files.writeString(
            folder.resolve("nested.conf"),
            """
            title = "nested"
            children {
              p { name-en = "p", children {
                q { name-en = "q", children {
                  a { name-en = "a", direction = "+" }, b { name-en = "b", direction = "-" } } }
                c { name-en = "c", direction = "+" } } }
              d { name-en = "d", direction = "+" }
            }
            """);
    Path data = write("unit,a,b,c,d\nu,0,1,10,4\nv,1,3,20,0\nw,4,5,15,1\n");
    var scores =
        Shell.by(
            Shell.rows(folder, "index --id unit --scale 100", data, "--index-system", conf),
            "unit");
    // v: a 25, b 50, q 37.5; c 100, p 68.75; d 0, overall 34.375
    assertThat(number(scores, "v", "q")).isCloseTo(37.5, offset(1e-12));
    assertThat(number(scores, "v", "p")).isCloseTo(68.75, offset(1e-12));
    assertThat(number(scores, "v", "overall")).isCloseTo(34.375, offset(1e-12));
    assertThat(scores.get("u").get("rank")).isEqualTo("1");
  }

  /** Urban and rural logistics 2022, Table 4; C is 0.8 at (0.2, 0.8). */
  @Test
  void excerptOfCoupling() throws IOException {
    Path data = write("year,Uu,Ur\n2011,.101,.28\n2018,.694,.581\n2019,.2,.8\n2020,0,0\n");
    var degrees = Shell.by(Shell.rows(folder, "coupling --id year --systems Uu,Ur", data), "year");
    assertThat(number(degrees, "2011", "d")).isCloseTo(0.41, offset(1.2e-3));
    assertThat(number(degrees, "2018", "d")).isCloseTo(0.797, offset(1.2e-3));
    assertThat(number(degrees, "2019", "c")).isCloseTo(0.8, offset(1e-12));
    assertThat(degrees.get("2011"))
        .containsEntry("coupling_level", "highly coupled")
        .containsEntry("coordination_stage", "near disorder");
    assertThat(degrees.get("2020")).containsEntry("c", "").containsEntry("reason", "ALL_ZERO");
  }

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("in.csv"), text);
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private static List<Map<String, String>> rows(String file) throws IOException {
    return SharedCases.rows(SharedCases.file(INDICES + file));
  }

  private static double number(Map<String, Map<String, String>> rows, String key, String column) {
    return Double.parseDouble(rows.get(key).get(column));
  }

  private static void assertClose(String ours, Map<String, String> expected) {
    double tolerance =
        expected.get("quantity").equals("score_full")
            ? 1e-10
            : Double.parseDouble(expected.get("abs_tol"));
    assertThat(Double.parseDouble(ours))
        .as(expected.toString())
        .isCloseTo(Double.parseDouble(expected.get("value")), offset(tolerance));
  }
}
