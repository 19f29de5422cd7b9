package org.renxing.jobs.cli.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.renxing.testing.SharedCases;

/** {@code method grey} and {@code project}: the examples of the docs, cases, and mistakes. */
class CarbonPathCommandsTest {
  @TempDir private Path folder;

  private Path file(String... lines) throws IOException {
    return Files.write(Files.createTempFile(folder, "in", ".csv"), List.of(lines));
  }

  private static double number(Map<String, Map<String, String>> rows, String key, String column) {
    return Double.parseDouble(rows.get(key).get(column));
  }

  /** The example of docs/methods/carbon-paths.md; the printed case is in GreyModelTest. */
  @Test
  void workedExampleOfGrey() throws IOException {
    Path data = file("year,co2", "2018,100", "2019,120", "2020,145", "2021,175", "2022,210");
    String words = "grey --period year --value co2";
    Map<String, Map<String, String>> rows = Shell.by(Shell.rows(folder, words, data), "period");
    assertThat(rows.keySet()).last().isEqualTo("2025");
    assertThat(rows.get("2023")).containsEntry("value", "").containsEntry("relative_error", "");
    assertThat(number(rows, "2023", "fitted")).isCloseTo(251.9713, within(5.1e-5));
    assertThat(number(rows, "2022", "relative_error"))
        .isCloseTo((210 - number(rows, "2022", "fitted")) / 210, within(1e-15));
    Path output = folder.resolve("grey.csv");
    Shell.Result said = Shell.method(words, data, "--output", output);
    assertThat(said.out()).contains("class_ratio_passed", "0.0110694", "-0.185626", "90.57");
    Shell.Result json = Shell.method(words + " --json", data);
    assertThat(json.out()).contains("\"class_ratio_passed\" : true", "\"p\" : 1.0");
  }

  @Test
  void greyUnitsAndReasons() throws IOException {
    Path data =
        file(
            "city,year,co2",
            "Aba,2010,10",
            "Aba,2015,11",
            "Aba,2020,12",
            "Aba,2025,13",
            "Bol,2018,1",
            "Bol,2019,2",
            "Cem,2018,1",
            "Cem,2019,2",
            "Cem,2021,3",
            "Cem,2022,4",
            "Dan,2018,1",
            "Dan,2019,-2",
            "Dan,2020,3",
            "Dan,2021,4",
            "Eme,2018,3",
            "Eme,2019,3",
            "Eme,2020,3",
            "Eme,2021,3",
            "Eme,2022,NA");
    String words = "grey --id city --period year --value co2 --horizon 1";
    Map<String, Map<String, String>> models =
        Shell.by(Shell.rows(folder, words + " --table model", data), "city");
    assertThat(models.get("Bol")).containsEntry("reason", "TOO_FEW").containsEntry("a", "");
    assertThat(models.get("Cem")).containsEntry("reason", "GAP");
    assertThat(models.get("Dan")).containsEntry("reason", "NOT_POSITIVE");
    assertThat(models.get("Eme")).containsEntry("reason", "CONSTANT").containsEntry("c", "");
    Map<String, Map<String, String>> rows =
        Shell.by(Shell.rows(folder, words, data), "city", "period");
    assertThat(rows).containsKeys("Aba/2030", "Eme/2022").doesNotContainKey("Bol/2018");
    assertThat(number(rows, "Aba/2030", "fitted")).isCloseTo(14.1, within(0.1));
    Map<String, Map<String, String>> shifted =
        Shell.by(Shell.rows(folder, words + " --shift 10 --table model", data), "city");
    assertThat(shifted.get("Dan")).containsEntry("reason", "");
    assertFails(1, words.replace("--id city ", ""), data, "row 7 (2018)", "in row 5 already");
    Path few = file("year,co2", "2018,1", "2019,2");
    assertFails(1, "grey --period year --value co2", few, "has 2 values; GM(1,1) needs 4 or more");
    Path gap = file("year,co2", "2018,1", "2019,2", "2020,NA", "2021,3", "2022,4");
    assertFails(1, "grey --period year --value co2", gap, "[2018, 2019, 2021, 2022]");
    Path zero = file("year,co2", "2018,1", "2019,0", "2020,2", "2021,3");
    assertFails(1, "grey --period year --value co2", zero, "has 0.0; GM(1,1) needs", "--shift");
    assertFails(2, "grey --period year --value co2 --horizon -1", zero, "--horizon -1");
  }

  private static void assertFails(int code, String words, Path data, String... messages) {
    Shell.Result result = Shell.method(words, data);
    assertThat(result.err()).contains(messages).doesNotContain("Exception", "\tat ");
    assertThat(result.exitCode()).isEqualTo(code);
  }

  private static final String[] RATES = {
    "scenario,from,to,factor,low,mode,high",
    "policy,2020,2025,population,0,0,0",
    "policy,2020,2025,gdp_per_capita,0.04,0.05,0.06",
    "policy,2020,2025,energy_intensity,-0.03,-0.03,-0.03",
    "policy,2020,2025,carbon_intensity,-0.01,-0.01,-0.01",
    "policy,2025,2030,population,0,0,0",
    "policy,2025,2030,gdp_per_capita,0.02,0.03,0.04",
    "policy,2025,2030,energy_intensity,-0.03,-0.03,-0.03",
    "policy,2025,2030,carbon_intensity,-0.02,-0.02,-0.02"
  };

  /**
   * The example of docs/methods/carbon-paths.md: all peak by 2025, since 1.04 · 0.97 · 0.98 < 1.
   */
  @Test
  void workedExampleOfProject() throws IOException {
    Path data = file("city,kind,co2", "Aba,coal,100", "Bol,,20", "Cem,coal,0", "Dan,coal,NA");
    Object[] more = {"--rates", file(RATES)};
    String words = "project --id city --co2 co2 --base-year 2020 --group kind";
    Map<String, Map<String, String>> path =
        Shell.by(Shell.rows(folder, words, data, more), "level", "id", "year");
    assertThat(path).hasSize(5 * 11);
    double low = Math.pow(1.04 * 0.97 * 0.99, 5);
    double high = Math.pow(1.06 * 0.97 * 0.99, 5);
    assertThat(number(path, "unit/Aba/2025", "median"))
        .isCloseTo(100 * Math.pow(1.05 * 0.97 * 0.99, 5), within(0.3));
    assertThat(number(path, "unit/Aba/2025", "p05")).isBetween(100 * low, 100 * high);
    assertThat(number(path, "all/all/2025", "median"))
        .isCloseTo(1.2 * number(path, "unit/Aba/2025", "median"), within(1e-9));
    assertThat(number(path, "group/coal/2030", "p95"))
        .isCloseTo(number(path, "unit/Aba/2030", "p95"), within(1e-9));
    Map<String, Map<String, String>> peak =
        Shell.by(Shell.rows(folder, words + " --table peak", data, more), "level", "id");
    assertThat(peak.get("all/all"))
        .containsEntry("peak_year", "2025")
        .containsEntry("share_before", "1.0")
        .containsEntry("share_at_end", "0.0")
        .containsEntry("reason", "");
    assertThat(peak.get("unit/Cem"))
        .containsEntry("peak_year", "")
        .containsEntry("reason", "NO_EMISSIONS");
    Shell.Result said = Shell.method(words, data, more);
    assertThat(said.err()).contains("1 units without co2 are left out", "1,000 draws, seed 1");
  }

  /** Fixed rates give C₀ Π (1 + g)^t. */
  @Test
  void scenariosOfTheCase() throws IOException {
    List<String> lines = new ArrayList<>(List.of(RATES[0]));
    for (Map<String, String> row :
        SharedCases.rows(SharedCases.file("cases/stats/kaya_tapio/scenarios.csv"))) {
      for (String[] factor :
          new String[][] {
            {"population", "g_population"},
            {"gdp_per_capita", "g_affluence"},
            {"energy_intensity", "g_energy_intensity"},
            {"carbon_intensity", "g_carbon_intensity"}
          }) {
        String g = row.get(factor[1]);
        lines.add("%s,2020,2030,%s,%s,%s,%s".formatted(row.get("scenario"), factor[0], g, g, g));
      }
    }
    Path data = SharedCases.file("cases/stats/kaya_tapio/data.csv");
    Path named = folder.resolve("country.csv");
    List<String> named2 = new ArrayList<>();
    Files.readAllLines(data).forEach(l -> named2.add((named2.isEmpty() ? "id," : "x,") + l));
    Files.write(named, named2);
    Map<String, Map<String, String>> path =
        Shell.by(
            Shell.rows(
                folder,
                "project --id id --year year --co2 co2 --base-year 2020 --draws 5",
                named,
                "--rates",
                file(lines.toArray(String[]::new))),
            "scenario",
            "level",
            "year");
    int compared = 0;
    for (Map<String, String> row :
        SharedCases.rows(SharedCases.file("cases/stats/kaya_tapio/expected.csv"))) {
      if (row.get("quantity").equals("scenario_co2")) {
        String[] key = row.get("key").split("[:+]", -1);
        int year = Integer.parseInt(key[1]) + Integer.parseInt(key[2]);
        assertThat(number(path, key[0] + "/all/" + year, "median"))
            .isCloseTo(
                Double.parseDouble(row.get("value")),
                within(Double.parseDouble(row.get("abs_tol"))));
        compared++;
      }
    }
    assertThat(compared).isEqualTo(9);
  }

  @Test
  void projectMistakes() throws IOException {
    Path data = file("city,co2", "Aba,100");
    String words = "project --id city --co2 co2 --base-year 2020";
    String[][] wrong = {
      {"policy,2020,2025,population,0,0,0", "has no rates of gdp_per_capita for Aba"},
      {"policy,2020,2025,wealth,0,0,0", "row 1, column factor: 'wealth' is none of population"},
      {"policy,2020,2025,population,0,3,3", "column mode: 3.0 is no growth a year as a share"},
      {"policy,2020,2025,population,0.2,0.1,0.3", "column mode: 0.1 does not lie between"},
      {"policy,2020,2025,population,0,,0", "column mode: is missing"},
      {"policy,2021,2025,population,0,0,0", "2021 to 2025 does not follow 2020"},
      {",2020,2025,population,0,0,0", "row 1: has no scenario"}
    };
    for (String[] one : wrong) {
      Shell.Result result = Shell.method(words, data, "--rates", file(RATES[0], one[0]));
      assertThat(result.exitCode()).as(one[0]).isEqualTo(1);
      assertThat(result.err()).contains(one[1]).doesNotContain("Exception");
    }
    Path rates = file(RATES);
    for (String more : List.of("--draws 0", "--elasticities 1,1", "--elasticities a,1,1,1")) {
      Shell.Result result = Shell.method(words + " " + more, data, "--rates", rates);
      assertThat(result.exitCode()).as(more).isEqualTo(2);
      assertThat(result.err()).contains(more).doesNotContain("Exception");
    }
    Shell.Result none = Shell.method(words, file("city,co2", "Aba,NA"), "--rates", rates);
    assertThat(none.exitCode()).isEqualTo(1);
    assertThat(none.err()).contains("no row has co2 in 2020");
    Shell.Result gone = Shell.method(words, data, "--rates", folder.resolve("none.csv"));
    assertThat(gone.exitCode()).isEqualTo(2);
  }
}
