package org.renxing.jobs.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.renxing.config.ConfigurationLoader;
import org.renxing.config.Vocabulary;
import org.renxing.index.Expression;
import org.renxing.jobs.gold.DataDictionary;
import org.renxing.jobs.gold.GoldTables;
import org.renxing.jobs.gold.quality.BaseIndicatorQuality;
import org.renxing.jobs.gold.quality.SuspectValue;
import org.renxing.jobs.gold.reproduction.Reproduction;
import org.renxing.jobs.silver.remote.RemotePlan;
import org.renxing.lake.LakeFiles;
import org.renxing.model.Settings;
import org.renxing.model.TableSpec;
import org.renxing.weights.WeightingMethods;

/** Titles in Chinese are those of the columns that there are. */
class ColumnTitlesTest {
  private final ColumnTitles titles = new ColumnTitles();
  private final List<TableSpec> specs = specs();

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

  private static List<TableSpec> specs() {
    Settings settings =
        ConfigurationLoader.load(
                Path.of(".."),
                "default",
                Map.of(),
                name -> Optional.empty(),
                new Vocabulary(text -> Expression.parse(text).inputs(), WeightingMethods.names()))
            .settings();
    LakeFiles files = new LakeFiles(new Configuration(false));
    List<TableSpec> out = new ArrayList<>();
    GoldTables.all(files, settings.rules(), RemotePlan.of(settings, files).aggregates())
        .forEach(table -> out.add(table.spec()));
    out.add(new SuspectValue(settings.quality()).spec());
    out.add(new BaseIndicatorQuality(settings.quality()).spec());
    out.add(new Reproduction(List.of(), Map.of(), Set.of(), false).spec());
    out.add(new DataDictionary(out).spec());
    return out;
  }
}
