package org.renxing.jobs.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.renxing.config.Configuration;
import org.renxing.config.ConfigurationLoader;
import org.renxing.config.Vocabulary;
import org.renxing.index.Expression;
import org.renxing.model.RenxingException;
import org.renxing.model.Settings;
import org.renxing.model.SourceSpec;
import org.renxing.testing.SharedCases;
import org.renxing.weights.WeightingMethods;

class ProfileTest {
  private static final Path HOME = Path.of("..").toAbsolutePath().normalize();
  private static final Settings SETTINGS = load(HOME).settings();

  @TempDir private Path folder;

  @Test
  void tellsOfFileWithTitleMixedNamesGapsAndOddities() throws IOException {
    String text =
        """
        2-1 主要经济指标,,,,
        城市;年份;地区生产总值（亿元）;常住人口;污水处理率(%)
        """
                .replace("2-1 主要经济指标,,,,\n", "")
            + "北京;2019;35371.3;2190.1;99.5\n"
            + "天津市;2019;14104.3;1385;95\n"
            + "石家庄;2019;5809.9;…;195\n"
            + "北京;2020;36102.6;2189;x\n"
            + "天津市;2020;14083.7;1386.6;96\n"
            + "石家装;2020;5935.1;1123.5;97\n"
            + "北京;2020;36102.6;2189;96.5\n";
    Path file = folder.resolve("f.csv");
    Files.write(file, text.getBytes(Charset.forName("GB18030")));
    ProfileRequest profile =
        ProfileRequest.read(file, Optional.empty(), SETTINGS, GivenColumns.NONE);
    JsonNode json = new ObjectMapper().readTree(profile.json());
    assertThat(json.get("encoding").asText()).isEqualTo("GB18030");
    assertThat(json.get("delimiter").asText()).isEqualTo(";");
    assertThat(json.get("unitColumn").asText()).isEqualTo("城市");
    assertThat(json.get("yearColumn").asText()).isEqualTo("年份");
    assertThat(json.get("rows").asLong()).isEqualTo(7);
    assertThat(json.at("/cities/unresolved/石家装/0").asText()).isEqualTo("石家庄市");
    assertThat(json.at("/figures/0/indicator").asText()).isEqualTo("gdp");
    assertThat(json.at("/figures/1/indicator").asText()).isEqualTo("pop_resident");
    assertThat(json.at("/figures/2/unit").asText()).isEqualTo("%");
    assertThat(json.at("/missingByYear/常住人口/2019").asLong()).isEqualTo(1);
    assertThat(json.get("suspects").toString())
        .contains("in % runs from 95.0 to 195.0", "1 no numbers", "'x'", "repeat unit and year");
    String draft = profile.draft(folder);
    assertThat(draft)
        .contains("\"地区生产总值（亿元）\" { indicator = \"gdp\" }")
        .contains(
            "\"常住人口\" { indicator = \"pop_resident\", unit = \"10^4 persons\" } # unit assumed")
        .contains("delimiter = \";\"");
  }

  @Test
  void unitsOfAnyCountryAreThoseOfTheirColumn() throws IOException {
    Path file = folder.resolve("lands.csv");
    Files.writeString(
        file, "land,when,gdp\nX,2019,35371\nY,2019,14104\nX,2020,36102\nY,2020,14083\n");
    ProfileRequest without =
        ProfileRequest.read(file, Optional.empty(), SETTINGS, GivenColumns.NONE);
    assertThatThrownBy(() -> without.draft(folder)).hasMessageContaining("--unit-column");
    GivenColumns given =
        new GivenColumns(Optional.of("land"), Optional.of("when"), Optional.empty(), Set.of());
    ProfileRequest profile = ProfileRequest.read(file, Optional.empty(), SETTINGS, given);
    assertThat(profile.draft(folder))
        .contains("unit-column = \"land\"", "year-column = \"when\"", "indicator = \"gdp\"")
        .doesNotContain("would be set aside");
    GivenColumns wrong =
        new GivenColumns(Optional.of("lend"), Optional.empty(), Optional.empty(), Set.of());
    assertThatThrownBy(() -> ProfileRequest.read(file, Optional.empty(), SETTINGS, wrong))
        .hasMessageContaining("--unit-column: the file has no column 'lend'; did you mean land?");
  }

  @ParameterizedTest
  @ValueSource(strings = {"city-economy", "city-social", "city-environment", "city-digital"})
  void draftsOfTheSamplesLoadAndMapWhatTheirContractsMap(String id) throws IOException {
    copy(HOME.resolve("conf"), folder.resolve("conf"));
    Path file;
    try (Stream<Path> files = Files.list(HOME.resolve("data-samples").resolve(id))) {
      file = files.findFirst().orElseThrow();
    }
    ProfileRequest profile =
        ProfileRequest.read(file, Optional.empty(), SETTINGS, GivenColumns.NONE);
    Files.writeString(folder.resolve("conf/sources/drafted.conf"), profile.draft(folder));
    SourceSpec drafted = load(folder).settings().sources().get("drafted");
    SourceSpec declared = SETTINGS.sources().get(id);
    assertThat(drafted.unitColumn()).isEqualTo(declared.unitColumn());
    assertThat(drafted.yearColumn()).isEqualTo(declared.yearColumn());
    assertThat(drafted.layout()).isEqualTo(declared.layout());
    assertThat(drafted.format()).isEqualTo(declared.format());
    // right for what it maps, and at least half of it; units that no file says are assumed
    assertThat(indicators(declared)).containsAllEntriesOf(indicators(drafted));
    assertThat(drafted.mappings().size()).isGreaterThan(declared.mappings().size() / 2);
  }

  @Test
  void rowsOfBlanksOrMarksBelowTheHeadAreData() throws IOException {
    for (String first : List.of("合肥市,2018,,", "合肥市,2018,—,—", "合肥市,2018,-,5", ",,,")) {
      JsonNode json =
          profiled(
              "城市,年份,地区生产总值(亿元),常住人口(万人)\n"
                  + first
                  + "\n合肥市,2019,101.5,51\n芜湖市,2018,107.5,51\n芜湖市,2019,108.5,52\n");
      assertThat(json.get("headRows").asInt()).as(first).isEqualTo(1);
      assertThat(json.get("rows").asLong()).as(first).isEqualTo(first.startsWith(",") ? 3 : 4);
      assertThat(json.at("/figures/0/indicator").asText()).isEqualTo("gdp");
    }
  }

  @Test
  void percentagesAndDecimalCommasAreFigures() throws IOException {
    JsonNode json =
        profiled("城市,年份,城镇化率(%),GDP(亿元)\n合肥市,2018,60.5%,1\n芜湖市,2018,61.5%,2\n合肥市,2019,62%,1\n");
    assertThat(json.get("layout").asText()).isEqualTo("wide");
    assertThat(json.get("figures")).hasSize(2);
    assertThat(json.at("/figures/0/least").asDouble()).isEqualTo(60.5);
    JsonNode commas = profiled("城市;年份;GDP(亿元)\n合肥市;2018;1,5\n芜湖市;2018;2,25\n合肥市;2019;1.250,75\n");
    assertThat(commas.get("decimal").asText()).isEqualTo(",");
    assertThat(commas.at("/figures/0/most").asDouble()).isEqualTo(1250.75);
    JsonNode thousands = profiled("城市,年份,常住人口(万人)\n合肥市,2018,\"1,234\"\n芜湖市,2018,567\n");
    assertThat(thousands.get("decimal").asText()).isEqualTo(".");
    assertThat(thousands.at("/figures/0/most").asDouble()).isEqualTo(1234);
    assertThat(thousands.get("suspects").toString()).doesNotContain("comma");
    JsonNode mixed = profiled("城市;年份;GDP(亿元)\n合肥市;2018;1,234\n芜湖市;2018;0,512\n合肥市;2019;7.5\n");
    assertThat(mixed.get("suspects").toString()).contains("have a comma before decimals");
  }

  @Test
  void yearsOfAnyFormAreYears() throws IOException {
    JsonNode json = profiled("城市,年份,GDP(亿元)\n合肥市,2018年,1\n芜湖市,2018.0,2\n合肥市, 2019,1\n合肥市,2019,3\n");
    assertThat(json.get("years").toString()).isEqualTo("[\"2018\",\"2019\"]");
    assertThat(json.get("suspects").toString()).contains("1 rows repeat unit and year");
  }

  @Test
  void cellsMergedDownwardsAreOfferedAsFillDown() throws IOException {
    String head = "城市,年份,GDP(亿元)\n";
    String body = "合肥市,2018,1\n,2019,2\n,2020,3\n芜湖市,2018,4\n,2019,5\n";
    Path file = Files.writeString(folder.resolve("merged.csv"), head + body);
    ProfileRequest profile =
        ProfileRequest.read(file, Optional.empty(), SETTINGS, GivenColumns.NONE);
    JsonNode json = new ObjectMapper().readTree(profile.json());
    assertThat(json.get("rowsWithoutUnit").asLong()).isEqualTo(3);
    assertThat(json.get("fillDown").toString()).isEqualTo("[\"城市\"]");
    assertThat(json.at("/cities/resolvedShare").asDouble()).isEqualTo(0.4);
    assertThat(profile.text())
        .contains("3 of 5 rows have no unit in column 城市", "40.0 % of the rows");
    assertThat(profile.draft(folder)).contains("fill-down = [\"城市\"]").doesNotContain("set aside");
    // two rows of one year below one name: not merged, but lost, and the draft says so
    Path lost =
        Files.writeString(folder.resolve("lost.csv"), head + body + ",2019,6\nNowhere,2018,7\n");
    ProfileRequest other = ProfileRequest.read(lost, Optional.empty(), SETTINGS, GivenColumns.NONE);
    assertThat(other.draft(folder))
        .contains("# As it stands, 5 of 7 rows would be set aside")
        .doesNotContain("fill-down");
  }

  @Test
  void theCasesOfOthersComeOutRight() throws IOException {
    Path cases = SharedCases.file("cases/input-files/head-detection");
    JsonNode blank = json(cases.resolve("first-row-blank.csv"));
    assertThat(blank.get("headRows").asInt()).isEqualTo(1);
    assertThat(blank.get("rows").asInt()).isEqualTo(16);
    JsonNode percent = json(cases.resolve("percent.csv"));
    assertThat(percent.get("layout").asText()).isEqualTo("wide");
    JsonNode merged = json(cases.resolve("merged-units.xlsx"));
    assertThat(merged.get("rows").asInt()).isEqualTo(15);
    assertThat(merged.get("rowsWithoutUnit").asInt()).isEqualTo(10);
    assertThat(merged.get("fillDown").toString()).isEqualTo("[\"城市\"]");
  }

  private JsonNode profiled(String text) throws IOException {
    return json(Files.writeString(folder.resolve("in-" + System.nanoTime() + ".csv"), text));
  }

  private static JsonNode json(Path file) throws IOException {
    return new ObjectMapper()
        .readTree(ProfileRequest.read(file, Optional.empty(), SETTINGS, GivenColumns.NONE).json());
  }

  @Test
  void saysWhatItCannotDo() throws IOException {
    Path none = folder.resolve("none.csv");
    assertThatThrownBy(
            () -> ProfileRequest.read(none, Optional.empty(), SETTINGS, GivenColumns.NONE))
        .isInstanceOf(RenxingException.class)
        .hasMessageContaining("no such file");
    Path strange = folder.resolve("strange.csv");
    Files.writeString(strange, "a,b\n1,2\n3,4\n");
    ProfileRequest profile =
        ProfileRequest.read(strange, Optional.empty(), SETTINGS, GivenColumns.NONE);
    assertThat(profile.text()).contains("no column names known units");
    assertThatThrownBy(() -> profile.draft(folder))
        .isInstanceOf(RenxingException.class)
        .hasMessageContaining("no source file can be drafted");
  }

  private static Map<String, String> indicators(SourceSpec source) {
    return source.mappings().entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().indicator()));
  }

  private static Configuration load(Path home) {
    return ConfigurationLoader.load(
        home,
        "default",
        Map.of(),
        name -> Optional.empty(),
        new Vocabulary(text -> Expression.parse(text).inputs(), WeightingMethods.names()));
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
  }
}
