package org.renxing.jobs.cli.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.renxing.testing.SharedCases;

/** {@code method lmdi}: the example of the docs, cases, and mistakes. */
class LmdiCommandTest {
  private static final String FACTORS =
      "activity=sum(output),structure=output/sum(output),intensity=energy/output";
  private static final String KAYA =
      "population=population,affluence=gdp/population,energy_intensity=energy/gdp,"
          + "carbon_intensity=co2/energy";

  @TempDir private Path folder;

  private Path file(String... lines) throws IOException {
    return Files.write(Files.createTempFile(folder, "in", ".csv"), List.of(lines));
  }

  private static double number(Map<String, Map<String, String>> rows, String key, String column) {
    return Double.parseDouble(rows.get(key).get(column));
  }

  private Path sectors() throws IOException {
    return file(
        "year,sector,output,energy",
        "2019,steel,10,50",
        "2019,farms,30,15",
        "2020,steel,8,36",
        "2020,farms,42,21");
  }

  /** The worked example of docs/methods/carbon-paths.md: L of steel 42.6174, of farms 17.8321. */
  @Test
  void workedExampleOfLmdi() throws IOException {
    String words = "lmdi --period year --sector sector --total energy --driver sum(output)";
    Map<String, Map<String, String>> rows =
        Shell.by(Shell.rows(folder, words, sectors(), "--factors", FACTORS), "factor");
    assertThat(rows.keySet()).containsExactly("activity", "structure", "intensity", "total");
    double steel = 14 / Math.log(50.0 / 36);
    double farms = 6 / Math.log(21.0 / 15);
    assertThat(number(rows, "activity", "effect"))
        .isCloseTo((steel + farms) * Math.log(50.0 / 40), within(1e-12));
    assertThat(number(rows, "structure", "effect"))
        .isCloseTo(steel * Math.log(0.16 / 0.25) + farms * Math.log(0.84 / 0.75), within(1e-12));
    assertThat(number(rows, "intensity", "effect"))
        .isCloseTo(steel * Math.log(4.5 / 5), within(1e-12));
    assertThat(rows.get("total"))
        .containsEntry("period_from", "2019")
        .containsEntry("period_to", "2020")
        .containsEntry("effect", "-8.0")
        .containsEntry("reason", "");
    Map<String, Map<String, String>> parts =
        Shell.by(
            Shell.rows(folder, words + " --table elasticities", sectors(), "--factors", FACTORS),
            "factor");
    assertThat(number(parts, "total", "elasticity")).isCloseTo(-8 / 65.0 / 0.25, within(1e-12));
    assertThat(parts.get("total")).containsEntry("state", "strong decoupling");
    assertThat(Shell.method(words, sectors(), "--factors", FACTORS).out())
        .contains("13.4889", "-16.9987", "-4.49019", "-0.492308");
  }

  /** The printed figures of LMDIR, additive and multiplicative, each pair, direct and chained. */
  @Test
  void lmdir() throws IOException {
    Path data = SharedCases.file("cases/stats/lmdi_lmdir/data.csv");
    int compared = 0;
    for (String form : List.of("additive", "multiplicative")) {
      for (String span : List.of("each", "direct", "chained")) {
        String words =
            "lmdi --period year --sector sector --total f1*f2*f3 --factors f1,f2,f3 --form "
                + form
                + " --span "
                + span;
        Map<String, Map<String, String>> rows =
            Shell.by(Shell.rows(folder, words, data), "period_from", "period_to", "factor");
        String effect = form + "_effect" + (span.equals("each") ? "" : "_" + span);
        for (Map<String, String> row :
            SharedCases.rows(SharedCases.file("cases/stats/lmdi_lmdir/expected.csv"))) {
          boolean isTotal = row.get("quantity").equals(form + "_total") && span.equals("each");
          if (row.get("quantity").equals(effect) || isTotal) {
            String key = row.get("key").replace('-', '/').replace(':', '/');
            assertThat(number(rows, isTotal ? key + "/total" : key, "effect"))
                .as(row.toString())
                .isCloseTo(
                    Double.parseDouble(row.get("value")),
                    within(Double.parseDouble(row.get("abs_tol"))));
            compared++;
          }
        }
      }
    }
    assertThat(compared).isEqualTo(45);
  }

  @Test
  void kayaAndTapio() throws IOException {
    Path data = SharedCases.file("cases/stats/kaya_tapio/data.csv");
    String words = "lmdi --period year --total co2 --driver gdp --factors " + KAYA;
    String[] keys = {"period_from", "period_to", "factor"};
    Map<String, Map<String, String>> additive = Shell.by(Shell.rows(folder, words, data), keys);
    Map<String, Map<String, String>> ratios =
        Shell.by(Shell.rows(folder, words + " --form multiplicative", data), keys);
    Map<String, Map<String, String>> parts =
        Shell.by(Shell.rows(folder, words + " --table elasticities", data), keys);
    int compared = 0;
    for (Map<String, String> row :
        SharedCases.rows(SharedCases.file("cases/stats/kaya_tapio/expected.csv"))) {
      String key = row.get("key").replace('-', '/').replace(':', '/');
      double found =
          switch (row.get("quantity")) {
            case "additive_effect" -> number(additive, key, "effect");
            case "multiplicative_effect" -> number(ratios, key, "effect");
            case "tapio_part" -> number(parts, key, "elasticity");
            case "tapio" -> number(parts, key + "/total", "elasticity");
            default -> Double.NaN;
          };
      if (row.get("quantity").equals("tapio_state")) {
        assertThat(parts.get(key + "/total")).containsEntry("state", row.get("value"));
        compared++;
      } else if (!Double.isNaN(found)) {
        assertThat(found)
            .as(row.toString())
            .isCloseTo(
                Double.parseDouble(row.get("value")),
                within(Double.parseDouble(row.get("abs_tol"))));
        compared++;
      }
    }
    assertThat(compared).isEqualTo(56);
  }

  @Test
  void lmdiDoesNotDependOnTheOrderOfRows() throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(sectors()));
    Collections.reverse(lines.subList(1, lines.size()));
    String words = "lmdi --period year --sector sector --total energy --factors " + FACTORS;
    assertThat(Shell.rows(folder, words, file(lines.toArray(String[]::new))))
        .isEqualTo(Shell.rows(folder, words, sectors()));
  }

  /** Units with a gap, a missing figure, a sector that comes, and zeros. */
  @Test
  void lmdiReasons() throws IOException {
    Path data =
        file(
            "city,year,kind,output,energy",
            "Aba,2019,a,0,0",
            "Aba,2020,a,5,10",
            "Bol,2019,a,4,8",
            "Bol,2020,a,4,NA",
            "Bol,2021,a,4,4",
            "Cem,2019,a,4,8",
            "Cem,2020,a,4,8",
            "Cem,2020,b,4,8",
            "Dan,2019,a,1,1");
    String words = "lmdi --id city --period year --sector kind --total energy";
    Object[] factors = {"--factors", "output=output,intensity=energy/output"};
    Map<String, Map<String, String>> rows =
        Shell.by(
            Shell.rows(folder, words, data, factors), "city", "period_from", "period_to", "factor");
    assertThat(rows).hasSize(12);
    assertThat(rows.get("Aba/2019/2020/output")).containsEntry("effect", "10.0");
    assertThat(rows.get("Aba/2019/2020/intensity")).containsEntry("effect", "0.0");
    assertThat(rows.get("Bol/2020/2021/total"))
        .containsEntry("effect", "")
        .containsEntry("reason", "MISSING_INPUT:energy");
    assertThat(rows.get("Cem/2019/2020/total")).containsEntry("reason", "SECTORS_DIFFER");
    Map<String, Map<String, String>> direct =
        Shell.by(Shell.rows(folder, words + " --span direct", data, factors), "city", "factor");
    assertThat(direct.get("Bol/intensity")).containsEntry("effect", "-4.0");
    assertThat(direct.get("Bol/output")).containsEntry("effect", "0.0");
    Map<String, Map<String, String>> chained =
        Shell.by(Shell.rows(folder, words + " --span chained", data, factors), "city", "factor");
    assertThat(chained.get("Bol/total")).containsEntry("reason", "MISSING_INPUT:energy");
    Map<String, Map<String, String>> ratios =
        Shell.by(
            Shell.rows(folder, words + " --form multiplicative", data, factors),
            "city",
            "period_from",
            "factor");
    assertThat(ratios.get("Aba/2019/total")).containsEntry("reason", "ZERO_TOTAL");
  }

  @Test
  void lmdiMistakes() throws IOException {
    Path data = sectors();
    String words = "lmdi --period year --sector sector --total energy --factors ";
    Shell.Result product = Shell.method(words + "output,other=2", data);
    assertThat(product.exitCode()).isEqualTo(1);
    assertThat(product.err())
        .contains("row 2 (2019, farms): the product of the factors output, other is 60.0")
        .doesNotContain("Exception");
    Path negative = file("year,co2,gdp", "2019,5,1", "2020,-3,2");
    Shell.Result below =
        Shell.method("lmdi --period year --total co2 --factors gdp,i=co2/gdp", negative);
    assertThat(below.exitCode()).isEqualTo(1);
    assertThat(below.err()).contains("row 2 (2020): the total is -3.0; LMDI needs numbers of 0");
    Shell.Result twice =
        Shell.method("lmdi --period year --total energy --factors output,i=energy/output", data);
    assertThat(twice.exitCode()).isEqualTo(1);
    assertThat(twice.err()).contains("row 2 (2019): stands in row 1 already");
    Shell.Result unknown = Shell.method(words + "output,i=energy/wealth", data);
    assertThat(unknown.exitCode()).isEqualTo(2);
    assertThat(unknown.err()).contains("--factors", "no column 'wealth'");
    Shell.Result one =
        Shell.method("lmdi --period year --total a --factors a", file("year,a", "2019,1"));
    assertThat(one.exitCode()).isEqualTo(1);
    assertThat(one.err()).contains("no unit has two periods");
  }
}
