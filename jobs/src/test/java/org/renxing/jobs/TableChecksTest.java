package org.renxing.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.renxing.config.ConfigurationLoader;
import org.renxing.config.Vocabulary;
import org.renxing.index.Expression;
import org.renxing.lake.LakeFiles;
import org.renxing.model.RowCondition;
import org.renxing.model.Settings;
import org.renxing.model.TableSpec;
import org.renxing.run.TableStep;
import org.renxing.weights.WeightingMethods;

/** The checks of all tables are written in what both writers understand. */
class TableChecksTest {
  @ParameterizedTest
  @ValueSource(strings = {"default", "real"})
  void allChecksCanBeReadWithoutSpark(String environment) {
    Settings settings =
        ConfigurationLoader.load(
                Path.of(".."),
                environment,
                Map.of(),
                name -> Optional.empty(),
                new Vocabulary(text -> Expression.parse(text).inputs(), WeightingMethods.names()))
            .settings();
    List<TableSpec> specs =
        new Pipeline(settings, new LakeFiles(new Configuration()))
            .steps(Optional.empty()).stream()
                .filter(TableStep.class::isInstance)
                .map(step -> ((TableStep) step).task().spec())
                .toList();
    assertThat(specs).hasSizeGreaterThan(40);
    assertThat(specs.stream().mapToInt(spec -> spec.checks().size()).sum()).isGreaterThan(30);
    for (TableSpec spec : specs) {
      for (TableSpec.RowCheck check : spec.checks()) {
        assertThatCode(() -> RowCondition.parse(check.sql()).of(column -> null))
            .as(spec.name() + ": " + check.sql())
            .doesNotThrowAnyException();
      }
    }
  }
}
