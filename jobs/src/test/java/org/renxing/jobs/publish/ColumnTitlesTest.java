package org.renxing.jobs.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.renxing.jobs.gold.PublishedSpecs;
import org.renxing.model.TableSpec;

/** Titles in Chinese are those of the columns that there are. */
class ColumnTitlesTest {
  private final ColumnTitles titles = new ColumnTitles();
  private final List<TableSpec> specs = PublishedSpecs.all();

  @Test
  void everyColumnOfGoldHasATitle() {
    Set<String> without = new TreeSet<>();
    for (TableSpec spec : specs) {
      for (String column : spec.columnNames()) {
        if (titles.of(spec.name().name(), column).equals(column)) {
          without.add(column);
        }
      }
    }
    assertThat(without).isEmpty();
  }

  @Test
  void noTwoColumnsOfATableShareATitle() {
    for (TableSpec spec : specs) {
      assertThat(spec.columnNames().stream().map(c -> titles.of(spec.name().name(), c)))
          .as(spec.name().name())
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void noTitleIsLeftOver() {
    Set<String> left = new TreeSet<>(titles.all().keySet());
    for (TableSpec spec : specs) {
      for (String column : spec.columnNames()) {
        left.remove(column);
        left.remove(spec.name().name() + "." + column);
      }
    }
    assertThat(left).isEmpty();
  }

  @Test
  void headsAreNamesTitlesOrBoth() {
    List<String> columns = List.of("year", "of_the_future");
    assertThat(titles.heads(ExportForm.Titles.EN, "x", columns)).containsExactly(columns);
    List<String> chinese = List.of("年份", "of_the_future");
    assertThat(titles.heads(ExportForm.Titles.ZH, "x", columns)).containsExactly(chinese);
    assertThat(titles.heads(ExportForm.Titles.BOTH, "x", columns))
        .containsExactly(chinese, columns);
    assertThat(titles.of("inequality_year", "within")).isNotEqualTo(titles.of("x", "within"));
  }
}
