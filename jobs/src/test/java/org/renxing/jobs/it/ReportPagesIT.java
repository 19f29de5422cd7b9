package org.renxing.jobs.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.renxing.jobs.report.Browser;
import org.renxing.jobs.report.ReportFiles;
import org.renxing.testing.SparkExtension;

/** Every page of the report of the samples in a browser: nothing is wrong with it in any view. */
@ExtendWith(SparkExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportPagesIT {
  /** Each two of language, theme and width meet in one of them; colours are those of the theme. */
  private static final List<View> VIEWS =
      List.of(
          new View("en", "light", 1440, true),
          new View("zh", "dark", 1440, true),
          new View("zh", "light", 390, false),
          new View("en", "dark", 390, false));

  /** Of the pages of tables one of each kind of chart. */
  private static final List<String> TABLES =
      List.of("table/age_structure_unit_year", "table/density_year", "table/mobility_unit");

  private record View(String lang, String theme, int width, boolean isOfColours) {}

  private SamplesReport report;
  private Optional<Browser> browser = Optional.empty();

  @BeforeAll
  void write(SparkSession spark) {
    report = SamplesReport.of(spark);
  }

  @BeforeEach
  void open(@TempDir Path downloads) {
    Browser.requireInstalled();
    if (browser.isEmpty()) {
      browser = Optional.of(Browser.of(report.folder(), downloads));
      browser.get().load("page=start&lang=en");
    }
  }

  @AfterAll
  void close() {
    browser.ifPresent(Browser::close);
  }

  /** Each page of any scenario once. */
  Stream<String> pages() {
    Map<String, String> out = new LinkedHashMap<>();
    out.put("start", "page=start");
    out.put("tables", "page=tables");
    for (JsonNode scenario : new ReportFiles(report.folder()).declared("start").path("scenarios")) {
      scenario
          .path("pages")
          .fieldNames()
          .forEachRemaining(
              page ->
                  out.putIfAbsent(
                      page,
                      "page="
                          + page
                          + "&scenario="
                          + scenario.path("id").asText()
                          + (page.equals("unit") ? "&unit=320500" : "")));
    }
    out.remove("shared");
    out.keySet().removeIf(page -> page.startsWith("table/") && !TABLES.contains(page));
    return out.values().stream();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void nothingIsWrong(String page) {
    Browser browser = this.browser.orElseThrow();
    for (View view : VIEWS) {
      browser.size(view.width(), 900);
      browser.show(page + "&lang=" + view.lang() + "&theme=" + view.theme());
      assertThat(browser.text("h1")).as("%s", view).isNotBlank();
      assertThat((String) browser.ask("return document.querySelector('main').textContent"))
          .as("%s", view)
          .doesNotContain("undefined", "NaN", "[object", "null");
      assertThat(browser.ask("return document.querySelectorAll('[role=alert]').length"))
          .isEqualTo(0L);
      assertThat(browser.ask("return document.querySelectorAll('main .card').length"))
          .asInstanceOf(InstanceOfAssertFactories.LONG)
          .isPositive();
      assertThat(browser.violations(view.isOfColours())).as("%s", view).isEmpty();
      assertThat(browser.tooWide()).as("%s, wider than the page", view).isEmpty();
    }
    assertThat(browser.complaints()).isEmpty();
    assertThat(browser.requests()).allMatch(address -> address.matches("(file|data|blob):.*"));
  }
}
