package org.renxing.jobs.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.renxing.config.Configuration;
import org.renxing.config.ConfigurationLoader;
import org.renxing.jobs.NightlyRun;
import org.renxing.jobs.RunRequest;
import org.renxing.jobs.cli.CommandLineInterface;
import org.renxing.lake.Lake;
import org.renxing.model.TableName;
import org.renxing.testing.SharedCases;
import org.renxing.testing.SparkExtension;

/** Panels of other countries, as {@code init} drafts them and a run publishes them. */
@ExtendWith(SparkExtension.class)
class InitPanelsTest {
  private static final String ASEM = "cases/indices/coinr_asem2018/";

  /** What scores need; the rest of a run is looked at elsewhere. */
  private static final String[] TO_SCORES = {
    "silver.dim_unit",
    "silver.unit_alias",
    "silver.unit_lineage",
    "silver.observation",
    "silver.quarantine",
    "gold.base_indicator_quality",
    "gold.suspect_value",
    "gold.panel_exclusion_unit",
    "gold.indicator_value_unit_year",
    "gold.indicator_weight",
    "gold.index_score_unit_year"
  };

  private static final TableName SCORES = TableName.gold("index_score_unit_year");

  @TempDir private Path home;

  @BeforeEach
  void home() throws IOException {
    Files.createDirectories(home.resolve("conf"));
    for (String file : List.of("renxing.conf", "indicators.conf", "units-of-measure.conf")) {
      Files.copy(
          Launcher.PROJECT.resolve("conf").resolve(file), home.resolve("conf").resolve(file));
    }
  }

  /** Drafts, and runs some steps, or all. */
  private LakeView run(SparkSession spark, String name, List<String> options, String... only) {
    List<String> arguments = new ArrayList<>(List.of("init", name, "--home", home.toString()));
    arguments.addAll(options);
    assertThat(CommandLineInterface.run(arguments.toArray(String[]::new))).isZero();
    Configuration configuration =
        ConfigurationLoader.load(home, name, Map.of(), variable -> Optional.empty());
    LakeView view = new LakeView(new Lake(spark, home.resolve("lake").resolve(name).toString()));
    List<String> steps = new ArrayList<>(List.of(only));
    if (only.length > 0) {
      steps.add(0, "bronze." + name);
    }
    new NightlyRun(configuration, view.lake(), new RunRequest("nightly", Optional.empty(), steps))
        .run((record, number, total) -> {}, (result, inputs) -> {});
    return view;
  }

  private static Map<String, Double> values(
      LakeView view, TableName table, String second, String value) {
    Map<String, Double> out = new TreeMap<>();
    for (Row row :
        view.lake().read(table).select("unit_id", "year", second, value).collectAsList()) {
      if (!row.isNullAt(3)) {
        out.put(row.getString(0) + "/" + row.getInt(1) + "/" + row.getString(2), row.getDouble(3));
      }
    }
    return out;
  }

  @Test
  void scoresOfTheAsemCountriesAreThoseOfCoinr(SparkSession spark) throws IOException {
    Path treated = SharedCases.file(ASEM + "stages/Treated.csv");
    LakeView view =
        run(
            spark,
            "asem",
            List.of(
                "--from",
                treated.toString(),
                "--at-year",
                "2018",
                "--indicators",
                SharedCases.file(ASEM + "meta.csv").toString(),
                "--scale",
                "100"),
            TO_SCORES);
    Map<String, Double> ours = values(view, SCORES, "system", "score");
    int compared = 0;
    for (Map<String, String> row : SharedCases.rows(SharedCases.file(ASEM + "expected.csv"))) {
      if (row.get("quantity").startsWith("score")) {
        String[] key = row.get("key").split("/", -1);
        String system = key[1].equals("Index") ? "overall" : key[1];
        boolean isFull = row.get("quantity").equals("score_full");
        assertThat(ours.get(key[0] + "/2018/" + system))
            .as(row.get("key"))
            .isCloseTo(
                Double.parseDouble(row.get("value")),
                offset(isFull ? 1e-10 : Double.parseDouble(row.get("abs_tol"))));
        compared++;
      }
    }
    assertThat(compared).isEqualTo(627);
  }

  @Test
  void figuresOfTheAsemCountriesAreDividedAsCoinrDividesThem(SparkSession spark)
      throws IOException {
    LakeView view =
        run(
            spark,
            "asem",
            List.of(
                "--from",
                SharedCases.file(ASEM + "data.csv").toString(),
                "--indicators",
                SharedCases.file(ASEM + "meta.csv").toString()));
    Map<String, Double> ours =
        values(view, TableName.gold("indicator_value_unit_year"), "indicator_code", "raw_value");
    int compared = 0;
    for (Map<String, String> row :
        SharedCases.rows(SharedCases.file(ASEM + "stages/Denominated.csv"))) {
      for (Map.Entry<String, String> cell : row.entrySet()) {
        String key = row.get("uCode") + "/2018/" + cell.getKey();
        if (!cell.getKey().equals("uCode") && !cell.getValue().matches("|NA")) {
          double expected = Double.parseDouble(cell.getValue());
          assertThat(ours.get(key))
              .as(key)
              .isCloseTo(expected, offset(1e-12 * Math.max(1e-3, Math.abs(expected))));
          compared++;
        } else if (!cell.getKey().equals("uCode")) {
          assertThat(ours).as(key).doesNotContainKey(key);
        }
      }
    }
    assertThat(compared).isGreaterThan(2400).isEqualTo(ours.size());
    assertThat(view.lines(TableName.gold("inequality_year"), "grouping"))
        .contains("GDP_group", "EurAsia_group");
  }

  @Test
  void scoresOfAmericanCountiesAreThoseWorkedOutHere(SparkSession spark) throws IOException {
    Path panel = cut(SharedCases.file("data/us-county-svi/wide.csv"));
    Map<String, List<String>> systems =
        Map.of(
            "people", List.of("unemployment_rate_pct", "no_hs_pct", "age65_pct"),
            "housing", List.of("crowded_pct", "vacancy_rate_pct"));
    LakeView view =
        run(
            spark,
            "counties",
            List.of(
                "--from",
                panel.toString(),
                "--negative",
                "age65_pct",
                "--systems",
                "people=unemployment_rate_pct,no_hs_pct,age65_pct;housing=crowded_pct,vacancy_rate_pct"),
            TO_SCORES);
    Map<String, Double> ours = values(view, SCORES, "system", "score");
    List<Map<String, String>> rows =
        SharedCases.rows(panel).stream()
            .filter(row -> ours.containsKey(row.get("code") + "/" + row.get("year") + "/overall"))
            .toList();
    int compared = 0;
    for (Map<String, String> row : rows) {
      double overall = 0;
      boolean isWhole = true;
      for (Map.Entry<String, List<String>> system : systems.entrySet()) {
        double sum = 0;
        for (String column : system.getValue()) {
          isWhole &= !row.get(column).isEmpty();
          sum += isWhole ? normalised(rows, column, Double.parseDouble(row.get(column))) : 0;
        }
        overall += sum / system.getValue().size() / 2;
      }
      if (isWhole) {
        assertThat(ours.get(row.get("code") + "/" + row.get("year") + "/overall"))
            .isCloseTo(overall, offset(1e-12));
        compared++;
      }
    }
    assertThat(compared).isGreaterThan(9000);
  }

  /** Three waves and the columns that are used: the whole is read in no fewer steps. */
  private Path cut(Path panel) throws IOException {
    List<String> columns =
        List.of(
            "code",
            "name",
            "state",
            "year",
            "unemployment_rate_pct",
            "no_hs_pct",
            "age65_pct",
            "crowded_pct",
            "vacancy_rate_pct");
    StringBuilder csv = new StringBuilder(String.join(",", columns) + "\n");
    for (Map<String, String> row : SharedCases.rows(panel)) {
      if (List.of("2014", "2018", "2022").contains(row.get("year"))) {
        csv.append(String.join(",", columns.stream().map(row::get).toList())).append('\n');
      }
    }
    return Files.writeString(home.resolve("counties.csv"), csv);
  }

  private final Map<String, double[]> bounds = new TreeMap<>();

  private double normalised(List<Map<String, String>> rows, String column, double value) {
    double[] found =
        bounds.computeIfAbsent(
            column,
            c ->
                rows.stream()
                    .map(row -> row.get(c))
                    .filter(text -> !text.isEmpty())
                    .map(Double::parseDouble)
                    .collect(
                        () -> new double[] {Double.MAX_VALUE, -Double.MAX_VALUE},
                        (b, v) -> {
                          b[0] = Math.min(b[0], v);
                          b[1] = Math.max(b[1], v);
                        },
                        (a, b) -> {}));
    return (found[1] - value) / (found[1] - found[0]);
  }

  /** Names with accents, blanks and apostrophes, one that is a mark elsewhere; decimal commas. */
  @Test
  void aPanelOfCountriesWithDecimalCommas(SparkSession spark) throws IOException {
    StringBuilder csv =
        new StringBuilder("Land;Zone;Jahr;W: BIP je Kopf (EUR);W: Arbeitslose (%);S: Schuljahre\n");
    List<String> lands =
        List.of("Côte d'Ivoire", "São Tomé e Príncipe", "Korea, Rep.", "Åland", "NA", "Suzhou");
    for (int i = 0; i < lands.size(); i++) {
      for (int year = 2018; year <= 2020; year++) {
        csv.append(
            String.format(
                Locale.GERMANY,
                "%s;%s;%d;%.2f;%.1f;%s%n",
                lands.get(i),
                i % 2 == 0 ? "Süd" : "Nord",
                year,
                1000.0 + 500 * i,
                20.0 - 2 * i,
                i == 2 && year == 2019 ? ".." : String.valueOf(6 + i)));
      }
    }
    Path file = Files.writeString(home.resolve("laender.csv"), csv);
    LakeView view =
        run(
            spark,
            "laender",
            List.of("--from", file.toString(), "--systems", "prefix", "--level", "country"),
            Stream.concat(Stream.of(TO_SCORES), Stream.of("gold.index_summary_year"))
                .toArray(String[]::new));
    Map<String, Double> ours = values(view, SCORES, "system", "score");
    // each figure grows evenly from the first country to the last, so that scores do
    for (int i = 0; i < lands.size(); i++) {
      for (int year = 2018; year <= 2020; year++) {
        for (String system : List.of("W", "S", "overall")) {
          assertThat(ours.get(lands.get(i) + "/" + year + "/" + system))
              .as(lands.get(i) + system)
              .isCloseTo(i / 5.0, offset(1e-12));
        }
      }
    }
    assertThat(view.lines(TableName.silver("quarantine"), "reason_code")).isEmpty();
    assertThat(view.lines(TableName.gold("index_summary_year"), "group_type", "group_value"))
        .contains("Zone,Nord", "Zone,Süd");
    assertThat(view.lines(TableName.silver("dim_unit"), "unit_id", "province_name"))
        .hasSize(6)
        .contains("Suzhou,null");
  }

  @Test
  void aLongPanelWithCodes(SparkSession spark) throws IOException {
    StringBuilder csv = new StringBuilder("country,iso3,year,series,value\n");
    for (int i = 0; i < 6; i++) {
      for (int year = 2000; year <= 2010; year += 5) {
        for (String item : List.of("GDP per head (USD)", "Poverty rate (%)")) {
          double value = item.startsWith("GDP") ? 900 + 100 * i : 60 - 3 * i;
          csv.append("\"Land, ").append(i).append("\",X").append(i).append(',').append(year);
          csv.append(',').append(item).append(',').append(value).append('\n');
        }
      }
    }
    Path file = Files.writeString(home.resolve("long.csv"), csv);
    LakeView view = run(spark, "long", List.of("--from", file.toString()), TO_SCORES);
    Map<String, Double> ours = values(view, SCORES, "system", "score");
    for (int i = 0; i < 6; i++) {
      assertThat(ours.get("X" + i + "/2005/overall")).isCloseTo(i / 5.0, offset(1e-12));
    }
    assertThat(view.lines(TableName.silver("dim_unit"), "name_zh")).contains("Land, 3");
  }
}
