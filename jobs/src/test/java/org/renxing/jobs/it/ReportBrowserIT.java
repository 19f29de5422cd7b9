package org.renxing.jobs.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import javax.imageio.ImageIO;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.renxing.jobs.report.Browser;
import org.renxing.testing.SparkExtension;

/** What a reader does with the report of the samples in a browser. */
@ExtendWith(SparkExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportBrowserIT {
  private static final String RANKING = "page=ranking&scenario=digital-coupling&lang=en";

  @TempDir static Path downloads;
  private SamplesReport report;
  private Optional<Browser> opened = Optional.empty();
  private Browser browser;

  @BeforeAll
  void write(SparkSession spark) {
    report = SamplesReport.of(spark);
  }

  @BeforeEach
  void open() {
    Browser.requireInstalled();
    if (opened.isEmpty()) {
      opened = Optional.of(Browser.of(report.folder(), downloads));
    }
    browser = opened.get();
    browser.size(1440, 900);
  }

  @AfterAll
  void close() {
    opened.ifPresent(Browser::close);
  }

  private void awaitState(String part) {
    browser.await(part, "return location.hash.includes(arguments[0])", part);
    browser.await(part + " shown", "return document.documentElement.dataset.ready === 'true'");
  }

  private void awaitText(String selector, String text) {
    browser.await(
        selector + " " + text,
        "return document.querySelector(arguments[0])?.textContent.includes(arguments[1]) === true",
        selector,
        text);
  }

  private String theme() {
    return (String) browser.ask("return document.documentElement.dataset.theme");
  }

  private long brightness() {
    return (Long)
        browser.ask(
            "return getComputedStyle(document.body).backgroundColor.match(/\\d+/g).slice(0, 3)"
                + ".reduce((sum, part) => sum + Number(part), 0)");
  }

  @Test
  void theLanguageIsSwitchedOnEveryPageAndRemembered() {
    browser.load(RANKING);
    assertThat(browser.text("h1")).isEqualTo("Ranking");
    browser.element("#lang").click();
    awaitState("lang=zh");
    awaitText("h1", "排名");
    assertThat(browser.ask("return document.documentElement.lang")).isEqualTo("zh-CN");
    assertThat(browser.text("nav")).contains("首页", "排名", "数据表").doesNotContain("Start");
    assertThat(browser.text("main")).contains("最高：", "得分0到1");
    browser.load("page=start");
    assertThat(browser.ask("return document.documentElement.lang")).isEqualTo("zh-CN");
    browser.element("#lang").click();
    awaitState("lang=en");
    awaitText("h1", "Start");
    assertThat(browser.ask("return document.documentElement.lang")).isEqualTo("en");
  }

  @Test
  void lightAndDarkAreSwitchedAndRemembered() {
    browser.load(RANKING + "&theme=light");
    long light = brightness();
    browser.element("#theme").click();
    awaitState("theme=dark");
    assertThat(theme()).isEqualTo("dark");
    assertThat(brightness()).isLessThan(light / 2);
    browser.load("page=start");
    assertThat(theme()).isEqualTo("dark");
    browser.element("#theme").click();
    awaitState("theme=light");
    assertThat(brightness()).isEqualTo(light);
  }

  @Test
  void theSliderOfYearsIsMovedByKeys() {
    browser.load(RANKING);
    assertThat(browser.text(".tools output")).isEqualTo("2021");
    browser.tabTo("#year");
    browser.press(Keys.ARROW_LEFT, Keys.ARROW_LEFT);
    assertThat(browser.text(".tools output")).isEqualTo("2019");
    assertThat(browser.element("#year").getDomAttribute("aria-valuetext")).isEqualTo("2019");
    assertThat(browser.state()).contains("year=2019");
    List<Object> first =
        report
            .ask(
                "SELECT name_en, score FROM gold.index_score_unit_year s"
                    + " JOIN gold.dim_unit u USING (scenario_id, unit_id)"
                    + " WHERE scenario_id = 'digital-coupling' AND depth = 0 AND s.year = 2019"
                    + " AND rank = 1 AND u.is_newest")
            .get(0);
    assertThat(browser.text("section[aria-labelledby='h-ranking'] .seen"))
        .contains(
            "2019", String.format(Locale.ROOT, "%s %.3f", first.get(0), (Double) first.get(1)));
    browser.press(Keys.HOME);
    assertThat(browser.text(".tools output")).isEqualTo("2012");
  }

  @Test
  void aUnitIsFoundByTypingAndTheButtonGoesBack() {
    browser.load("page=start&scenario=digital-coupling&lang=en");
    browser.tabTo("#unit");
    browser.press("苏州市", Keys.ENTER);
    awaitState("unit=320500");
    awaitText("h1", "Suzhou");
    assertThat(browser.state()).contains("page=unit");
    assertThat(browser.text(".lead")).contains("苏州市", "320500");
    browser.back();
    awaitState("page=start");
    awaitText("h1", "Start");
    browser.tabTo("#unit");
    browser.press("Atlantis", Keys.ENTER);
    awaitText("#live", "No unit of this scenario has this name");
    assertThat(browser.state()).contains("page=start");
  }

  @Test
  void aRowOfATableOpensItsUnit() {
    browser.load(RANKING);
    browser.element("section[aria-labelledby='h-ranking'] .foot button").click();
    awaitText("section[aria-labelledby='h-ranking'] caption", "288 rows");
    String name = browser.text("section[aria-labelledby='h-ranking'] tbody tr a");
    browser.element("section[aria-labelledby='h-ranking'] tbody tr a").click();
    awaitState("page=unit");
    awaitText("h1", name);
  }

  @Test
  void theAddressHoldsTheWholeState() {
    browser.load("page=gaps&scenario=resource-resilience&lang=en&theme=dark&year=2015");
    String choice = "select[data-filter=measure]";
    String last = browser.element(choice + " option:last-child").getDomAttribute("value");
    assertThat(chosen(choice)).isNotEqualTo(last);
    browser.element(choice + " option:last-child").click();
    String state = browser.state();
    assertThat(state).contains("f.measure=" + last, "year=2015", "theme=dark", "lang=en");
    List<String> seen = seen();
    browser.load("page=start&scenario=digital-coupling&lang=zh");
    browser.load(state);
    assertThat(seen()).isEqualTo(seen);
    assertThat(browser.state()).isEqualTo(state);
    assertThat(chosen(choice)).isEqualTo(last);
  }

  private Object chosen(String select) {
    return browser.ask("return document.querySelector(arguments[0]).value", select);
  }

  private List<String> seen() {
    return ((List<?>)
            browser.ask("return [...document.querySelectorAll('.seen')].map(e => e.textContent)"))
        .stream().map(String::valueOf).toList();
  }

  @Test
  void figuresAreDownloadedAsTheReleaseHasThem() {
    browser.load(RANKING);
    browser.element("section[aria-labelledby='h-ranking'] .foot button:nth-of-type(2)").click();
    String id = report.release().id();
    String text =
        new String(
            browser.download("digital-coupling_ranking_ranking_" + id + ".csv"),
            StandardCharsets.UTF_8);
    List<String> lines = text.lines().toList();
    assertThat(lines.get(0))
        .isEqualTo(
            "\ufeffrelease_id,scenario_id,unit_name,scheme,system,unit_id,year,score,rank,"
                + "imputed_share,n_suspect");
    List<List<Object>> expected =
        report.askShort(
            "SELECT '"
                + id
                + "', scenario_id, name_zh, scheme, system, unit_id, s.year, score, rank,"
                + " share_imputed, n_suspect FROM gold.index_score_unit_year s"
                + " JOIN gold.comparability_unit_year c USING (scenario_id, unit_id, year)"
                + " JOIN gold.dim_unit u USING (scenario_id, unit_id)"
                + " WHERE scenario_id = 'digital-coupling' AND depth = 0 AND u.is_newest"
                + " ORDER BY s.year, rank, unit_id");
    assertThat(lines.subList(1, lines.size()).stream().map(ReportBrowserIT::cells).toList())
        .hasSize(2880)
        .isEqualTo(expected);
  }

  /** The cells of a line; the last five are numbers. */
  private static List<Object> cells(String line) {
    List<String> parts = List.of(line.split(",", -1));
    List<Object> out = new ArrayList<>(parts.subList(0, parts.size() - 5));
    parts.subList(parts.size() - 5, parts.size()).forEach(p -> out.add(Double.valueOf(p)));
    return out;
  }

  @Test
  void chartsAreDownloadedAsPictures() throws IOException {
    browser.load(RANKING + "&theme=light");
    browser.element("section[aria-labelledby='h-map'] .foot button:nth-of-type(3)").click();
    byte[] file =
        browser.download("digital-coupling_ranking_map_" + report.release().id() + ".png");
    BufferedImage picture = ImageIO.read(new ByteArrayInputStream(file));
    assertThat(picture.getWidth()).isEqualTo(2000);
    assertThat(picture.getHeight()).isEqualTo(1280);
    TreeSet<Integer> colours = new TreeSet<>();
    for (int x = 0; x < picture.getWidth(); x += 2) {
      for (int y = 0; y < picture.getHeight(); y += 2) {
        colours.add(picture.getRGB(x, y));
      }
    }
    assertThat(colours).hasSizeGreaterThan(100);
  }

  @Test
  void onANarrowScreenPagesAreBehindAButton() {
    browser.size(390, 844);
    browser.load(RANKING);
    assertThat(browser.element("#nav").isDisplayed()).isFalse();
    browser.tabTo("#menu");
    browser.press(Keys.ENTER);
    assertThat(browser.element("#nav").isDisplayed()).isTrue();
    assertThat(browser.element("#menu").getDomAttribute("aria-expanded")).isEqualTo("true");
    browser.press(Keys.ESCAPE);
    assertThat(browser.element("#nav").isDisplayed()).isFalse();
    assertThat(browser.element("#menu").getDomAttribute("aria-expanded")).isEqualTo("false");
  }
}
