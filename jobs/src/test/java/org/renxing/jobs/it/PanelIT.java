package org.renxing.jobs.it;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.renxing.config.ConfigurationLoader;
import org.renxing.jobs.console.Json;
import org.renxing.jobs.trace.Trace;
import org.renxing.jobs.trace.TraceQuery;
import org.renxing.jobs.trace.TraceText;
import org.renxing.jobs.trace.Tracer;
import org.renxing.model.Settings;
import org.renxing.model.TableName;
import org.renxing.testing.Frames;
import org.renxing.testing.SparkExtension;

/** Merged boundaries and constant prices, from files to the release. */
@ExtendWith(SparkExtension.class)
class PanelIT {
  private static final Map<Integer, Double> LEVELS =
      Map.of(2018, 100.0, 2019, 105.0, 2020, 104.0, 2021, 110.0);

  /** Line of Tangshan, the fourth of the cities, in its second of four years. */
  private static final int TANGSHAN_2019 = 15;

  private static MiniHome home(Path folder) {
    StringBuilder prices = new StringBuilder("code,year,deflator\n");
    for (String series : List.of("130000", "110000", "310000")) {
      LEVELS.forEach((year, level) -> prices.append(series + "," + year + "," + level + "\n"));
    }
    return MiniHome.write(folder)
        .setCell(MiniHome.SOCIETY, TANGSHAN_2019, 3, "")
        .put("in/prices.csv", prices.toString().replaceFirst("110000,2019,.*\n", ""))
        .put(
            "conf/sources/prices.conf",
            """
            title = "Made-up prices of provinces"
            path = ${home}"/in/prices.csv"
            unit-column = code
            year-column = year
            columns { deflator { indicator = gdp_deflator, unit = index } }
            simulated = true
            """)
        .put(
            "conf/reference/lineage.csv",
            """
            year,kind,from_unit_id,to_unit_id,is_whole,note,source
            2020,merge,130200,130100,true,made up,made up
            """)
        .put(
            "conf/scenarios/real-terms.conf",
            """
            title = "In prices of 2020 and boundaries of 2021"
            base = mini
            units.ids = ["130100", "110000", "310000"]
            boundaries = merged
            prices { year = 2020, deflator = gdp_deflator }
            """)
        .edit(
            "conf/renxing.conf",
            text ->
                text.replaceFirst("sources = .*", "sources = [economy, society, prices]")
                    .replaceFirst("nightly.scenarios = .*", "nightly.scenarios = [real-terms]"));
  }

  @Test
  void areCarriedThroughToGold(@TempDir Path folder, SparkSession spark) throws IOException {
    MiniHome home = home(folder);
    LakeView view = LakeView.of(spark, home);
    home.nightly(view.lake(), Map.of());
    Map<String, Row> values =
        Frames.by(
            view.released(TableName.gold("indicator_value_unit_year"))
                .where(col("indicator_code").isin("w1", "c2")),
            "unit_id",
            "year",
            "indicator_code");
    for (int year = 2018; year <= 2021; year++) {
      double gdp = given(folder, "in/economy.csv", "130100", year, "gdp");
      double people = given(folder, "in/society.csv", "石家庄", year, "population") / 1e4;
      if (year < 2020) {
        gdp += given(folder, "in/economy.csv", "130200", year, "gdp");
        people += given(folder, "in/society.csv", "唐山", year, "population") / 1e4;
      }
      double expected = gdp * LEVELS.get(2020) / LEVELS.get(year) * 1e4 / people;
      Row row = values.get("130100/" + year + "/w1");
      assertThat(row.<Double>getAs("raw_value")).isCloseTo(expected, within(1e-9 * expected));
      assertThat(row.<String>getAs("adjustment"))
          .isEqualTo(year < 2020 ? "merged,deflated" : "deflated");
      assertThat(row.<String>getAs("source_id")).isEqualTo("economy,prices,society");
      assertThat(values.get("130100/" + year + "/c2").<Double>getAs("raw_value"))
          .isCloseTo(people, within(1e-9 * people));
    }
    Row beijing = values.get("110000/2019/w1");
    assertThat(beijing.<Double>getAs("raw_value")).isNull();
    assertThat(beijing.<String>getAs("missing_reason")).isEqualTo("NO_DEFLATOR:gdp");
    assertThat(beijing.<String>getAs("imputation_method")).isEqualTo("linear");
    assertThat(beijing.<String>getAs("imputed_from")).isEqualTo("2018,2020");
    assertThat(beijing.<String>getAs("adjustment")).isNull();
    assertThat(
            view
                .lines(TableName.gold("comparability_unit_year"), "unit_id", "year", "flag")
                .stream()
                .filter(line -> line.startsWith("130100")))
        .containsExactlyInAnyOrder(
            "130100,2018,BOUNDARY_MERGED",
            "130100,2019,BOUNDARY_MERGED,IMPUTED",
            "130100,2020,BOUNDARY_BREAK",
            "130100,2021,");
    assertThat(
            view.lines(
                TableName.gold("dim_indicator"),
                "indicator_code",
                "price_basis",
                "population_basis"))
        .contains("w1,constant-2020,resident", "c2,null,resident");
    isTracedToItsParts(folder, view);
    isTracedToWhatIsMissing(folder, view);
    stopsWhereTheScenarioSaysSo(home, view);
  }

  private static void isTracedToItsParts(Path folder, LakeView view) throws IOException {
    Trace trace = trace(folder, view, "130100", 2019, Optional.empty());
    JsonNode json = new ObjectMapper().readTree(Json.of(trace));
    new ChainCheck(json).all();
    JsonNode gdp = json.at("/indicators/0/base/0");
    JsonNode tangshan = gdp.at("/adjusted/passed_over/0");
    assertThat(tangshan.get("unit_id").asText()).isEqualTo("130200");
    assertThat(tangshan.get("unit_name").asText()).isEqualTo("唐山市");
    assertThat(tangshan.get("year").asInt()).isEqualTo(2020);
    assertThat(tangshan.get("value").asDouble())
        .isEqualTo(given(folder, "in/economy.csv", "130200", 2019, "gdp"));
    assertThat(tangshan.at("/sources/0/row_number").asInt()).isEqualTo(TANGSHAN_2019);
    JsonNode series = gdp.at("/adjusted/prices/series");
    assertThat(series).hasSize(2);
    assertThat(series.at("/0/is_used").asBoolean()).isFalse();
    assertThat(series.at("/1/of").asText()).isEqualTo("province");
    assertThat(series.at("/1/unit_id").asText()).isEqualTo("130000");
    assertThat(series.at("/1/given/value").asDouble()).isEqualTo(LEVELS.get(2019));
    assertThat(series.at("/1/wanted/sources/0/source_id").asText()).isEqualTo("prices");
    assertThat(json.at("/indicators/0/base/1/adjusted/prices").isNull()).isTrue();
    JsonNode beds = json.at("/indicators/2/base/0");
    assertThat(beds.at("/adjusted/cause").asText()).isEqualTo("MERGE_INCOMPLETE");
    assertThat(beds.get("observed").asDouble()).isPositive();
    assertThat(json.at("/indicators/2/missing_reason").asText())
        .isEqualTo("MERGE_INCOMPLETE:hospital_beds");
  }

  private static void isTracedToWhatIsMissing(Path folder, LakeView view) throws IOException {
    Trace trace = trace(folder, view, "110000", 2019, Optional.of("w1"));
    JsonNode json = new ObjectMapper().readTree(Json.of(trace));
    new ChainCheck(json).all();
    JsonNode gdp = json.at("/indicators/0/base/0/adjusted");
    assertThat(gdp.get("cause").asText()).isEqualTo("NO_DEFLATOR");
    assertThat(gdp.at("/prices/series/0/given/value").isNull()).isTrue();
    assertThat(gdp.at("/prices/series/0/wanted/value").asDouble()).isEqualTo(LEVELS.get(2020));
    assertThat(TraceText.of(trace))
        .contains("× ? = NO_DEFLATOR")
        .contains("(own), 2020 ÷ 2019 missing");
  }

  private static Trace trace(
      Path folder, LakeView view, String unit, int year, Optional<String> indicator) {
    Settings settings =
        ConfigurationLoader.load(folder, "default", Map.of(), name -> Optional.empty()).settings();
    return new Tracer(view.lake(), settings)
        .trace(new TraceQuery("real-terms", unit, year, indicator, Optional.empty()));
  }

  /** Beijing lacks one year of one indicator. */
  private static void stopsWhereTheScenarioSaysSo(MiniHome home, LakeView view) {
    Launcher.Ended ended =
        home.launcher()
            .run(
                "nightly",
                "--set",
                "scenarios.real-terms.missing.cap=0",
                "--set",
                "scenarios.real-terms.missing.over-cap=stop");
    assertThat(ended.exitCode()).as(ended.err()).isEqualTo(1);
    assertThat(ended.err())
        .contains("gold.panel_exclusion_unit", "no unit is over the cap where over-cap = stop");
    assertThat(view.release().id()).startsWith("r00001-");
  }

  private static double given(Path home, String file, String unit, int year, String column)
      throws IOException {
    try (var csv = CsvReader.builder().ofNamedCsvRecord(home.resolve(file))) {
      List<NamedCsvRecord> rows = csv.stream().toList();
      return rows.stream()
          .filter(r -> r.getField(0).equals(unit))
          .filter(r -> r.getField("year").equals(String.valueOf(year)))
          .mapToDouble(r -> Double.parseDouble(r.getField(column)))
          .findFirst()
          .orElseThrow();
    }
  }
}
