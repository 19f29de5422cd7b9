package org.renxing.jobs.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.renxing.jobs.report.Browser;
import org.renxing.testing.SparkExtension;

/** A chosen unit, its figures, names, and tables that no page names, in a browser. */
@ExtendWith(SparkExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportChosenIT {
  private static final String DIGITAL = "scenario=digital-coupling&theme=light";
  private static final String SUZHOU = DIGITAL + "&unit=320500";

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

  private static String card(String chart) {
    return "section[aria-labelledby='h-" + chart + "']";
  }

  private long drawnIn(String chart, String colour) {
    return (Long)
        browser.ask(
            "return document.querySelectorAll(arguments[0] + ' svg [fill=\"' + arguments[1] + '\"],"
                + " ' + arguments[0] + ' svg [stroke=\"' + arguments[1] + '\"]').length",
            card(chart),
            colour);
  }

  @Test
  void aChosenUnitKeepsItsColourUntilItIsLetGo() {
    browser.load("page=ranking&lang=en&" + SUZHOU);
    String colour = "#c2185b";
    for (String chart : new String[] {"ranking", "map"}) {
      assertThat(drawnIn(chart, colour)).as(chart).isPositive();
    }
    assertThat(browser.text(card("ranking"))).contains("73. Suzhou");
    browser.show("page=coupling&lang=en&" + SUZHOU);
    assertThat(drawnIn("quadrant", colour)).isPositive();
    browser.show("page=unit&lang=en&" + SUZHOU);
    assertThat(drawnIn("against", colour)).isPositive();
    browser.show("page=ranking&lang=en&" + SUZHOU);
    assertThat(browser.text("#chosen")).contains("Suzhou");
    browser.element("#chosen button").click();
    browser.await("let go", "return document.getElementById('chosen').textContent === ''");
    assertThat(browser.state()).doesNotContain("unit=");
    browser.load("page=ranking&lang=en&" + DIGITAL);
    assertThat(drawnIn("ranking", colour)).isZero();
  }

  @Test
  void aFigureSaysInWhichFileAndLineItStands() {
    browser.load("page=unit&lang=en&" + SUZHOU);
    String row =
        (String)
            browser.ask(
                "return [...document.querySelectorAll(arguments[0] + ' tbody tr')]"
                    + ".find((tr) => tr.textContent.startsWith('GDP per capita')).textContent",
                card("figures"));
    for (Object place :
        report
            .ask(
                "SELECT list(source_file || ':' || row_number) FROM silver.observation"
                    + " WHERE unit_id = '320500' AND year = 2021 AND is_preferred"
                    + " AND indicator_code IN ('gdp', 'pop_resident')")
            .get(0)
            .get(0)
            .toString()
            .replaceAll("[\\[\\]\"]", "")
            .split(", ?", -1)) {
      assertThat(row).contains(place.toString());
    }
  }

  @Test
  void imputedAndSuspectFiguresAreMarkedAndLeadToQuality() {
    browser.load("page=unit&lang=en&" + DIGITAL + "&unit=140400&f.year=2019");
    assertThat(browser.text(card("figures"))).contains("▲ suspect", "○ imputed");
    assertThat(browser.element(card("figures") + " td a[href*='page=quality']").isDisplayed())
        .isTrue();
  }

  @Test
  void namesAndTitlesAreThoseOfTheProduct() {
    browser.load("page=coupling&lang=zh&" + DIGITAL);
    assertThat(browser.text("#scenario")).contains("数字技术与城市韧性耦合协调", "资源型城市韧性");
    assertThat(browser.text(card("quadrant"))).contains("数字技术 (S)", "城市韧性 (E)", "中度失调");
    browser.element(card("quadrant") + " .foot button").click();
    assertThat(browser.text(card("quadrant") + " thead")).contains("系统一得分", "耦合协调度");
    browser.show("page=coupling&lang=en&" + DIGITAL);
    assertThat(browser.text(card("quadrant"))).contains("Digital technology (S)");
  }

  @Test
  void theReaderChoosesWhatATableWithoutAPageShows() {
    String scenario = "&scenario=resource-resilience&lang=en&theme=light";
    browser.load("page=tables" + scenario);
    browser.element("a[href*='page=table%2Fage_structure_unit_year']").click();
    browser.await(
        "its page",
        "return Boolean(document.querySelector(arguments[0])?.textContent)",
        card("chart") + " .seen");
    assertThat(browser.text("h1")).isEqualTo("Age structure");
    String before = browser.text(card("chart") + " .seen");
    browser.ask(
        "const s = document.querySelector(arguments[0] + ' select[data-filter=\"v.chart\"]');"
            + "s.value = 'old_share_pct'; s.dispatchEvent(new Event('change'));",
        card("chart"));
    assertThat(browser.state()).contains("v.chart=old_share_pct");
    assertThat(browser.text(card("chart") + " .seen")).isNotEqualTo(before);
    assertThat(browser.text(card("rows"))).contains("300 rows", "Old share (%)");
  }
}
