package org.renxing.jobs.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.renxing.model.TableName;
import org.renxing.testing.SharedCases;
import org.renxing.testing.SparkExtension;

/**
 * Commands under environments that are not the tests': without a locale, as under cron, and under
 * other locales, charsets and time zones. Their names need not be known to the system: one that is
 * unknown leaves a JVM without UTF-8, which is the hard case.
 */
@ExtendWith(SparkExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EnvironmentIT {
  /** Eight cities by four years in either source. */
  private static final int ROWS = 32;

  private static final String PANEL =
      """
      城市,大区,年份,人均
      合肥,中部,2019,1
      芜湖,中部,2019,3
      上海,东部,2019,2
      南京,东部,2019,6
      """;

  private MiniHome bare;
  private Launcher.Ended bareRun;
  private String plainAnswer = "";

  /** A home and sources with Chinese names, run without a locale. */
  @BeforeAll
  void run(@TempDir Path folder) throws IOException {
    bare = MiniHome.write(folder.resolve("韧性 家"));
    Path sources = Files.createDirectories(bare.folder().resolve("in/城市 数据/2021年"));
    Files.move(bare.folder().resolve(MiniHome.ECONOMY), sources.resolve("经济 一.csv"));
    bare.edit(
        "conf/sources/economy.conf",
        text -> text.replace("/in/economy.csv", "/in/城市 数据/2021年/*.csv"));
    bareRun = withoutLocale(bare).run("nightly");
  }

  @Test
  void nightlyWithoutLocaleGivesTheSameRelease(SparkSession spark) {
    assertThat(bareRun.exitCode()).as(bareRun.err()).isZero();
    LakeView view = LakeView.of(spark, bare);
    assertThat(view.contents()).isEqualTo(plain(spark).contents()).hasSizeGreaterThan(10);
    assertThat(filesInBronze(view, "economy")).isEqualTo(Map.of("经济 一.csv", ROWS));
    assertThat(filesInBronze(view, "society")).isEqualTo(Map.of("society.csv", ROWS));
  }

  @Test
  void nightlyUnderOtherDigitsAndAFarZoneGivesTheSameRelease(
      @TempDir Path folder, SparkSession spark) throws IOException {
    MiniHome home = MiniHome.write(folder);
    Launcher.Ended ended =
        home.launcher()
            .with("LC_ALL", "ar_EG.ISO-8859-6")
            .with("TZ", "Pacific/Kiritimati")
            .with("JAVA_TOOL_OPTIONS", "-Dfile.encoding=GBK -Duser.timezone=Asia/Kolkata")
            .with(
                "RENXING_JAVA_OPTIONS",
                "-Xmx1g -Duser.language=ar -Duser.country=EG -Duser.extensions=u-nu-arab"
                    + " -Duser.language.format=fa -Duser.country.format=IR")
            .run("nightly");
    assertThat(ended.exitCode()).as(ended.err()).isZero();
    LakeView view = LakeView.of(spark, home);
    assertThat(view.contents()).isEqualTo(plain(spark).contents());
    for (String source : List.of("economy", "society")) {
      TableName table = new TableName("bronze", source);
      String[] columns = {"source_file", "row_number", "row_hash"};
      assertThat(view.lines(table, columns))
          .isEqualTo(plain(spark).lines(table, columns))
          .hasSize(ROWS);
    }
    Path log = Path.of(home.lake(), "gold/release_table/_delta_log");
    try (Stream<Path> files = Files.list(log)) {
      assertThat(files.map(f -> f.getFileName().toString()))
          .contains("00000000000000000000.json")
          .allMatch(name -> name.matches("[\\x20-\\x7E]+"));
    }
  }

  @Test
  void queriesWithoutLocaleFindAndPrintChinese() {
    String sql =
        "SELECT DISTINCT unit_name AS \"城市\" FROM gold.index_score_unit_year WHERE unit_name ="
            + " '北京市'";
    for (String format : List.of("table", "json")) {
      Launcher.Ended ended = withoutLocale(bare).run("sql", "--format", format, sql);
      assertThat(ended.exitCode()).as(ended.err()).isZero();
      assertThat(ended.out()).contains("北京", "城市").doesNotContain("?");
    }
  }

  /** Of all indicators, whose chain is in {@link TraceIT}. */
  @Test
  void tracesWithoutLocaleNameTheFile() throws IOException {
    Launcher.Ended ended =
        withoutLocale(bare)
            .run("trace", "--scenario", "mini", "--unit", "北京", "--year", "2019", "--json");
    assertThat(ended.exitCode()).as(ended.err()).isZero();
    JsonNode trace = new ObjectMapper().readTree(ended.out());
    assertThat(ended.out()).contains("北京");
    assertThat(trace.at("/unit/unit_id").asText()).isEqualTo("110000");
    assertThat(trace.findValuesAsText("source_file")).contains("经济 一.csv");
  }

  @Test
  void exportsWithoutLocaleHaveChineseNames(@TempDir Path folder) throws IOException {
    Path out = folder.resolve("发布");
    Launcher.Ended ended =
        withoutLocale(bare)
            .run("export", "--scenario=mini", "--table=index_score_unit_year", "--out=" + out);
    assertThat(ended.exitCode()).as(ended.err()).isZero();
    try (Stream<Path> files = Files.list(out)) {
      Path file = files.findFirst().orElseThrow();
      assertThat(Files.readString(file)).contains("北京", "石家庄").doesNotContain("?");
    }
  }

  @Test
  void methodsWithoutLocaleReadAndWriteChineseNames(@TempDir Path folder) throws IOException {
    Path input = Files.writeString(folder.resolve("城市.csv"), PANEL);
    Path output = folder.resolve("结果.csv");
    Launcher.Ended ended = withoutLocale(bare).run(dagum(input, "--output=" + output));
    assertThat(ended.exitCode()).as(ended.err()).isZero();
    // half the mean difference over the mean: (2 + 1 + 5 + 1 + 3 + 4) * 2 / 16 / (2 * 3)
    assertThat(Files.readString(output)).contains("0.33333333").contains("人均");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "LC_ALL=C",
        "LC_ALL=tr_TR.ISO-8859-9 TZ=Asia/Kolkata",
        "LC_ALL=fa_IR.UTF-8 TZ=Asia/Tehran",
        "LANG=zh_CN.GB18030 LC_CTYPE=zh_CN.GBK TZ=Not/AZone",
        "JAVA_TOOL_OPTIONS=-Duser.language=tr;-Duser.country=TR",
        "JDK_JAVA_OPTIONS=-Duser.language=fa;-Duser.country=IR;-Dfile.encoding=UTF-16",
        "RENXING_JAVA_OPTIONS=-Dfile.encoding=ISO-8859-1;-Dsun.jnu.encoding=GBK;-Dsun.stdout.encoding=GBK",
        "_JAVA_OPTIONS=-Duser.language.format=ar;-Duser.country.format=EG;-Duser.timezone=Asia/Kolkata"
      })
  void everyEnvironmentPrintsTheSame(String environment, @TempDir Path folder) throws IOException {
    Path input = Files.writeString(folder.resolve("城市 İı.csv"), PANEL);
    Launcher launcher = MiniHome.released().checked().launcher();
    for (String variable : List.of("LANG", "LC_ALL", "LC_CTYPE")) {
      launcher.without(variable);
    }
    for (String setting : environment.split(" ", -1)) {
      String[] parts = setting.split("=", 2);
      launcher.with(parts[0], parts[1].replace(';', ' '));
    }
    Launcher.Ended ended = launcher.run(dagum(input, "--json"));
    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(ended.out()).isEqualTo(expected(input)).contains("中部", "0.3333333333");
  }

  @Test
  void argumentsThatAreNotUtf8AreRefused() {
    Launcher shell =
        new Launcher(Path.of("/bin/bash")).with("RENXING_HOME", bare.folder().toString());
    Launcher.Ended ended =
        shell.run(
            "-c",
            "exec '"
                + Launcher.PROJECT.resolve("bin/renxing")
                + "' sql $'SELECT \\'\\xba\\xcf\\''");
    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.lastLine())
        .startsWith("renxing: exit 2 (USAGE): argument 2, 'SELECT '")
        .contains("not UTF-8");
  }

  /** With a JVM started by others; the option changes what the JVM says, not what it does. */
  @ParameterizedTest
  @ValueSource(strings = {"-Duser.language=en", "-Dsun.jnu.encoding=UTF-8"})
  void jvmWithoutUtf8FileNamesIsRefused(String option) {
    Launcher.Ended ended =
        java("C").run(option, "-cp", classPath(), "org.renxing.jobs.Main", "runs");
    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.lastLine())
        .startsWith("renxing: exit 2 (USAGE): ")
        .contains("sun.jnu.encoding", "set LC_ALL=C.UTF-8", "now LC_ALL=C, ");
  }

  @Test
  void jvmWithAnotherCharsetIsRefused() {
    Launcher.Ended ended =
        java("C.UTF-8")
            .run("-Dfile.encoding=GBK", "-cp", classPath(), "org.renxing.jobs.Main", "runs");
    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.lastLine()).contains("charset", "GBK", "-Dfile.encoding=UTF-8");
  }

  /** The reference case: 35 rows in each of two files. */
  @Test
  void filesWithChineseNamesOfTheReferenceCaseAreAllTakenIn(
      @TempDir Path folder, SparkSession spark) {
    Path files = SharedCases.file("cases/input-files/locale-file-names");
    MiniHome home = MiniHome.write(folder);
    home.edit("conf/renxing.conf", text -> text.replace("[economy, society]", "[cities]"));
    home.put(
        "conf/sources/cities.conf",
        """
        title = "Cities"
        path = "%s/*.csv"
        unit-column = 城市
        year-column = 年份
        columns { "地区生产总值(亿元)" { indicator = gdp, unit = "10^8 CNY" } }
        simulated = true
        """
            .formatted(files));
    Launcher.Ended ended = withoutLocale(home).run("nightly", "--only=bronze.cities");
    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(filesInBronze(LakeView.of(spark, home), "cities"))
        .isEqualTo(Map.of("plain.csv", 35, "城市数据 一.csv", 35));
  }

  /** The answer in the environment of the tests, asked for once. */
  private String expected(Path input) {
    if (plainAnswer.isEmpty()) {
      Launcher.Ended ended = MiniHome.released().checked().launcher().run(dagum(input, "--json"));
      assertThat(ended.exitCode()).as(ended.err()).isZero();
      plainAnswer = ended.out();
    }
    return plainAnswer;
  }

  private static LakeView plain(SparkSession spark) {
    return LakeView.of(spark, MiniHome.released().checked());
  }

  private static Launcher withoutLocale(MiniHome home) {
    return home.launcher().without("LANG").without("LC_CTYPE").with("LC_ALL", "C");
  }

  private static Launcher java(String locale) {
    return new Launcher(Path.of(System.getProperty("java.home"), "bin/java"))
        .without("LANG")
        .with("LC_ALL", locale);
  }

  private static String classPath() {
    Path target = Launcher.PROJECT.resolve("jobs/target");
    return target.resolve("renxing-0.1.0.jar") + ":" + target.resolve("spark-home/jars") + "/*";
  }

  private static String[] dagum(Path input, String... more) {
    return Stream.concat(
            Stream.of(
                "method", "dagum", "--input=" + input, "--value=人均", "--group=大区", "--year=年份"),
            Stream.of(more))
        .toArray(String[]::new);
  }

  private static Map<String, Integer> filesInBronze(LakeView view, String source) {
    return view.lines(new TableName("bronze", source), "source_file").stream()
        .collect(Collectors.toMap(file -> file, file -> 1, Integer::sum));
  }
}
