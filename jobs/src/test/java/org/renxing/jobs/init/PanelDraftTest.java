package org.renxing.jobs.init;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.renxing.config.ConfigurationLoader;
import org.renxing.jobs.cli.CommandLineInterface;
import org.renxing.jobs.profile.MetadataCatalog;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;
import org.renxing.model.Scenario;
import org.renxing.model.Settings;
import org.renxing.model.SourceSpec;

/** What is drafted for panels of all kinds, and that it loads. */
class PanelDraftTest {
  private static final String PANEL =
      """
      iso3,country,year,zone,gdp (USD),poverty_pct,CO2,water treated,flag,iso_code,empty,note
      AAA,Één,2015,north,10,30,1,5,7,101,,x
      BBB,Twee,2015,south,20,20,2,6,7,102,,y
      CCC,Drie,2015,north,30,10,3,7,7,103,,z
      DDD,Vier,2015,south,,15,4,8,7,104,,z
      AAA,Één,2020,north,11,29,1,5,7,101,,u
      BBB,Twee,2020,south,21,18,2,6,7,102,,v
      CCC,Drie,2020,north,31,9,3,9,7,103,3,w
      DDD,Vier,2020,south,41,14,4,8,7,104,,w
      """;

  @TempDir private Path home;

  @BeforeEach
  void home() throws IOException {
    Path product = Path.of("..", "conf").toAbsolutePath().normalize();
    Files.createDirectories(home.resolve("conf"));
    for (String file : List.of("renxing.conf", "indicators.conf", "units-of-measure.conf")) {
      Files.copy(product.resolve(file), home.resolve("conf").resolve(file));
    }
    Path main = home.resolve("conf/renxing.conf");
    Files.writeString(
        main,
        Files.readString(main)
            .replaceFirst("(?s)nightly.sources = .*?]", "nightly.sources = []")
            .replaceFirst("(?s)nightly.remote = \\[.*?]", "nightly.remote = []")
            .replaceFirst("(?s)nightly.scenarios = .*?]", "nightly.scenarios = []"));
  }

  private int init(String... arguments) {
    List<String> all = new ArrayList<>(List.of("init"));
    all.addAll(List.of(arguments));
    all.addAll(List.of("--home", home.toString()));
    return CommandLineInterface.run(all.toArray(String[]::new));
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(home.resolve(name), text);
  }

  private Settings settings(String env) {
    return ConfigurationLoader.load(home, env, Map.of(), variable -> Optional.empty()).settings();
  }

  private PanelPlan plan(Path file, String systems) {
    return PanelPlanner.plan(
        options(file, systems), MetadataCatalog.withoutUnits(settings("default")));
  }

  private static PanelOptions options(Path file, String systems) {
    return new PanelOptions(
        "lands",
        file,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        systems.isEmpty() ? Optional.empty() : Optional.of(systems),
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        "min-max",
        1,
        "unit");
  }

  @Test
  void eachColumnHasItsPartAndItsReason() throws IOException {
    PanelPlan plan = plan(file("panel.csv", PANEL), "");
    assertThat(plan.keys())
        .isEqualTo(new KeyColumns("iso3", "country", Optional.of("year"), Optional.empty()));
    assertThat(plan.yearsText()).isEqualTo("2015..2020 by 5");
    assertThat(plan.groups()).containsOnlyKeys("zone");
    assertThat(plan.units().get(0))
        .isEqualTo(new PanelPlan.Unit("AAA", "Één", Map.of("zone", "north")));
    assertThat(plan.indicators().values())
        .extracting(i -> i.label() + " " + i.direction() + " " + i.why() + " " + i.unit().unit())
        .containsExactly(
            "gdp (USD) + guessed: no word of harm USD",
            "poverty_pct - guessed: 'povert' %",
            "CO2 - guessed: 'co2' unstated",
            "water treated + guessed: no word of harm unstated");
    assertThat(plan.indicators().get("gdp (USD)").missing()).isEqualTo(1.0 / 8);
    assertThat(plan.leftOut())
        .containsEntry("flag", "the same in all rows, or empty")
        .containsEntry("empty", "the same in all rows, or empty")
        .containsEntry("iso_code", "looks like a code")
        .containsEntry("note", "text");
  }

  @Test
  void whatIsDraftedLoadsAndSaysWhatWasTold() throws IOException {
    Path file = file("panel.csv", PANEL);
    int exit =
        init(
            "lands",
            "--from",
            file.toString(),
            "--systems",
            "wealth=gdp (USD),poverty_pct;nature=CO2,water*",
            "--positive",
            "CO2",
            "--weights",
            "equal,entropy",
            "--scale",
            "100",
            "--level",
            "country");
    assertThat(exit).isZero();
    Settings settings = settings("lands");
    Scenario scenario = settings.scenarios().get("lands");
    assertThat(scenario.groupings()).containsExactly("zone");
    assertThat(scenario.schemes()).extracting(s -> s.id()).containsExactly("equal", "entropy");
    assertThat(scenario.normalisation().scale()).isEqualTo(100);
    assertThat(scenario.couplings()).hasSize(1);
    assertThat(scenario.indexSystem().indicators())
        .extracting(i -> i.code() + i.direction())
        .containsExactly(
            "gdp_USDPOSITIVE", "poverty_pctNEGATIVE", "CO2POSITIVE", "water_treatedPOSITIVE");
    assertThat(settings.nightlySources()).containsExactly("lands");
    assertThat(settings.nightlyRemote()).isEmpty();
    assertThat(settings.unitFiles()).isEmpty();
    assertThat(settings.panelUnits())
        .singleElement()
        .satisfies(panel -> assertThat(panel.groupColumns()).containsExactly("zone"));
    assertThat(settings.lakePath()).endsWith("lake/lands");
    // the usual environment knows nothing of it
    assertThat(settings("default").scenarios()).doesNotContainKey("lands");
  }

  @Test
  void nothingIsWrittenOverUnlessForced() throws IOException {
    String file = file("panel.csv", PANEL).toString();
    assertThat(init("lands", "--from", file)).isZero();
    Path scenario = home.resolve("conf/env/lands/scenario.conf");
    Files.writeString(scenario, Files.readString(scenario) + "# mine\n");
    assertThat(init("lands", "--from", file)).isEqualTo(2);
    assertThat(scenario).content().endsWith("# mine\n");
    assertThat(init("lands", "--from", file, "--force")).isZero();
    assertThat(scenario).content().doesNotContain("# mine");
  }

  @Test
  void allIsWrittenOrNothing() throws IOException {
    String file = file("panel.csv", PANEL).toString();
    assertThat(init("lands", "--from", file, "--weights", "eqaul")).isEqualTo(2);
    assertThat(init("lands", "--from", file, "--normalise", "none-such")).isEqualTo(2);
    assertThat(init("lands", "--from", file, "--dry-run")).isZero();
    assertThat(home.resolve("conf/env")).doesNotExist();
    // and what was there before stays as it was
    assertThat(init("lands", "--from", file)).isZero();
    Map<String, String> before = texts();
    assertThat(init("lands", "--from", file, "--force", "--weights", "eqaul")).isEqualTo(2);
    assertThat(texts()).isEqualTo(before);
  }

  private Map<String, String> texts() throws IOException {
    try (Stream<Path> files = Files.walk(home.resolve("conf/env"))) {
      Map<String, String> out = new TreeMap<>();
      for (Path path : files.filter(Files::isRegularFile).toList()) {
        out.put(home.relativize(path).toString(), Files.readString(path));
      }
      return out;
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a,b|1,2| it cannot be told which column says the unit; name it by --id; the columns are a,"
            + " b",
        "id,b|1,2| which column says the year; name it by --year, or say of which year all rows"
            + " are",
        "id,year,b|1,2000,2;1,2000,3| line 3: unit '1' comes a second time in 2000",
        "id,year,b|A b,2000,2;ab,2000,3| units 'A b' and 'ab' of column id differ in blanks",
        "id,year,b|A,2000,2;B,2000,2| no column of figures can be used as an indicator: b the same"
            + " in all rows",
        "id,year,b|A,20,2;B,30,3| no row has a unit in column id and a year in column year",
      })
  void whatIsNoPanelIsRefused(String head, String rows, String problem) throws IOException {
    Path file = file("panel.csv", head + "\n" + rows.replace(';', '\n') + "\n");
    RenxingException error = catchThrowableOfType(RenxingException.class, () -> plan(file, ""));
    assertThat(error).hasMessageContaining(problem);
    assertThat(error.code()).isEqualTo(ErrorCode.USAGE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "real=povrty_pct| --systems: the file has no column 'povrty_pct'; did you mean"
            + " poverty_pct?",
        "poverty_pct| --systems 'poverty_pct': write economy=gdp,income;society=schools or prefix",
        "a=CO2;b=CO2| --systems: column 'CO2' is named twice",
      })
  void systemsNameColumns(String systems, String problem) throws IOException {
    Path file = file("panel.csv", PANEL);
    assertThat(catchThrowableOfType(RenxingException.class, () -> plan(file, systems)))
        .hasMessageContaining(problem);
  }

  @Test
  void namesOfTheConfigurationAreTaken() throws IOException {
    String file = file("panel.csv", PANEL).toString();
    Path source = home.resolve("conf/index-systems/lands.conf");
    Files.createDirectories(source.getParent());
    Files.copy(Path.of("..", "conf/index-systems/real-us-counties.conf"), source);
    // the index system itself does not load here, which no draft depends on
    assertThat(init("la nds", "--from", file)).isEqualTo(2);
    assertThat(init("default", "--from", file)).isEqualTo(2);
  }

  @Test
  void aCrossSectionHasTheYearThatIsSaid() throws IOException {
    String rows = "unit;size;harm\nA;1,5;3\nB;2,5;2\nC;;1\n";
    Path named = file("panel-2011.csv", rows);
    assertThat(plan(named, "").keys().atYear()).contains(2011);
    assertThat(init("flat", "--from", named.toString(), "--at-year", "2018")).isZero();
    SourceSpec source = settings("flat").sources().get("flat");
    assertThat(source.form().atYear()).contains(2018);
    assertThat(source.form().decimal().toString()).isEqualTo(",");
    Scenario scenario = settings("flat").scenarios().get("flat");
    assertThat(scenario.years().toString()).isEqualTo("2018..2018");
    assertThat(scenario.imputation().cap()).isEqualTo(1);
  }

  @Test
  void unitsThatCannotBeReadFromThePanelAreListed() throws IOException {
    Path file = home.resolve("panel.csv");
    Files.writeString(
        file,
        """
        人口与经济 2020 年统计表
        代码,名称,年份,大区,失业率(%),收入
        1,甲,2019,东,4,9
        2,乙,2019,西,5,8
        3,丙,2019,东,6,7
        4,"丁,""戊",2019,西,3,4
        """,
        Charset.forName("GB18030"));
    assertThat(init("zh", "--from", file.toString())).isZero();
    assertThat(home.resolve("conf/env/zh/reference/units.csv"))
        .content()
        .contains("successor_id,note,大区\n", "1,1,甲,,unit,,1949,,,,,,东\n", "\"丁,\"\"戊\"");
    Settings settings = settings("zh");
    assertThat(settings.groupColumns()).containsExactly("大区");
    assertThat(settings.panelUnits()).isEmpty();
    assertThat(settings.scenarios().get("zh").indexSystem().indicators())
        .extracting(i -> i.nameEn() + i.direction())
        .containsExactly("失业率NEGATIVE", "收入POSITIVE");
  }

  @Test
  void yearsAreTheLongestEvenRow() {
    assertThat(YearChoice.of(List.of(2000, 2010, 2014, 2016, 2018, 2020, 2022)))
        .hasToString("2014..2022 by 2");
    assertThat(YearChoice.of(List.of(2001, 2003, 2010, 2015))).hasToString("2010..2015 by 5");
    assertThat(YearChoice.of(List.of(2001))).hasToString("2001..2001");
    assertThat(YearChoice.of(List.of(2001, 2002, 2003, 2007))).hasToString("2001..2003");
  }

  @Test
  void codesAreOfLettersAndEachOnce() {
    Codes codes = new Codes();
    assertThat(List.of("GDP", "gdp", "65plus", "失业率", "ln", "año %"))
        .extracting(label -> codes.of(label, "c1"))
        .containsExactly("GDP", "gdp_2", "x65plus", "c1", "ln_2", "ano");
  }
}
