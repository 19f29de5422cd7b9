package org.renxing.jobs.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What declarations of pages promise before any data are there. */
class PagesTest {
  private static final Path METHODS = Path.of("../docs/methods");

  @Test
  void namesAreTheirOwn() {
    assertThat(Pages.all()).extracting(Page::id).doesNotHaveDuplicates();
    for (Page page : Pages.all()) {
      assertThat(page.charts())
          .as(page.id())
          .isNotEmpty()
          .extracting(Chart::id)
          .doesNotHaveDuplicates();
      assertThat(page.data()).as(page.id()).extracting(DataSet::id).doesNotHaveDuplicates();
    }
  }

  @Test
  void everyTextIsInBothLanguages() {
    List<Label> texts = new ArrayList<>();
    for (Page page : Pages.all()) {
      texts.add(page.title());
      texts.add(page.question());
      page.charts().forEach(chart -> texts.addAll(List.of(chart.title(), chart.note())));
    }
    assertThat(texts)
        .allSatisfy(
            text -> {
              assertThat(text.en()).isNotBlank().doesNotContainPattern("\\p{IsHan}");
              assertThat(text.zh()).isNotBlank();
            });
    assertThat(texts).filteredOn(text -> text.zh().matches(".*\\p{IsHan}.*")).hasSameSizeAs(texts);
  }

  @Test
  void everyChartNamesAPageOfTheMethods() {
    for (Page page : Pages.all()) {
      for (Chart chart : page.charts()) {
        assertThat(METHODS.resolve(chart.method() + ".md"))
            .as(page.id() + "/" + chart.id())
            .matches(Files::isRegularFile);
      }
    }
  }

  @Test
  void aDataSetKnowsItsTables() {
    assertThat(new DataSet("d", "year", "SELECT * FROM gold.b JOIN gold.a USING (x)").tables())
        .extracting(Object::toString)
        .containsExactly("gold.a", "gold.b");
    assertThat(new DataSet("d", "year", "SELECT * FROM silver.c").tables())
        .extracting(Object::toString)
        .containsExactly("silver.c");
  }

  @Test
  void aChartWithoutWhatItsKindNeedsIsRefused() {
    assertThatThrownBy(
            () -> Chart.of("c", ChartKind.LINES, "d").with(Role.YEAR, "year").method("scores"))
        .hasMessageContaining("chart c")
        .hasMessageContaining("VALUE");
    Chart chart = Chart.of("c", ChartKind.TABLE, "none").method("scores");
    Label label = new Label("a", "b");
    assertThatThrownBy(() -> new Page("p", label, label, false, List.of(), List.of(chart)))
        .hasMessageContaining("page p, chart c: no data set none");
  }
}
