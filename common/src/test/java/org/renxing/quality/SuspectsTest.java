package org.renxing.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.renxing.model.PanelRules;
import org.renxing.model.QualityPolicy;
import org.renxing.quality.panel.Figure;
import org.renxing.testing.SparkExtension;

/** Spread over a cluster, the search finds what it finds in one place. */
class SuspectsTest {
  private static final StructType SCHEMA =
      StructType.fromDDL(
          "source_id string, value double, unit_id string, indicator_code string, year int");

  @ParameterizedTest
  @CsvSource({"4, 1", "7, 3", "11, 8"})
  void equalsTheSearchInOnePlace(long seed, int partitions) {
    assertEqual(seed, partitions, RandomPanel.POLICY);
  }

  @Test
  void needsNoChecksOfWholePanels() {
    QualityPolicy all = RandomPanel.POLICY;
    assertEqual(
        4,
        2,
        new QualityPolicy(
            true,
            all.limit(),
            all.leastFactor(),
            all.peerLimit(),
            all.missingShare(),
            all.responses(),
            all.identities(),
            all.ranges(),
            PanelRules.NONE));
  }

  private static void assertEqual(long seed, int partitions, QualityPolicy policy) {
    List<Figure> figures = RandomPanel.of(seed);
    List<String> expected = new ArrayList<>();
    for (Suspect suspect : SuspectSearch.of(policy, List.of()).in(figures)) {
      expected.add(text(suspect));
    }
    Collections.sort(expected);
    assertThat(expected).isNotEmpty();
    Dataset<Row> rows = new Suspects(policy).of(frame(figures, seed, partitions));
    List<String> found = new ArrayList<>();
    rows.collectAsList().forEach(row -> found.add(row.toString()));
    Collections.sort(found);
    assertThat(found).isEqualTo(expected);
  }

  private static Dataset<Row> frame(List<Figure> figures, long seed, int partitions) {
    SparkSession session = SparkExtension.session().newSession();
    session.conf().set("spark.sql.shuffle.partitions", partitions);
    List<Row> rows = new ArrayList<>();
    for (Figure x : figures) {
      rows.add(RowFactory.create(x.source(), x.value(), x.unit(), x.code(), x.year()));
    }
    Collections.shuffle(rows, new Random(seed));
    return session.createDataFrame(rows, SCHEMA).repartition(partitions);
  }

  private static String text(Suspect x) {
    return RowFactory.create(
            x.sourceId(),
            x.unitId(),
            x.year(),
            x.indicatorCode(),
            x.value(),
            x.kind().label(),
            Double.isNaN(x.expectedLower()) ? null : x.expectedLower(),
            Double.isNaN(x.expectedUpper()) ? null : x.expectedUpper(),
            x.confidence(),
            x.evidence(),
            x.level().name().toLowerCase(Locale.ROOT))
        .toString();
  }
}
