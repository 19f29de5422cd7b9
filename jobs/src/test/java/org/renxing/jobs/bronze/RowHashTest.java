package org.renxing.jobs.bronze;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.renxing.testing.SparkExtension;
import scala.jdk.javaapi.CollectionConverters;

/** A row is known again by its hash, whether Spark took it in or this JVM. */
@ExtendWith(SparkExtension.class)
class RowHashTest {
  private static final StructType SHAPE =
      StructType.fromDDL("cells map<string,string>, defect string");

  /** What JSON escapes, and what it does not. */
  private static final String SIGNS =
      "ab1 ,;\"'\\/\b\f\n\r\t\u0000\u001f\u007f\u0085\u2028\u2029é城市\ufeff\ufffd";

  @Test
  void sparkAndThisJvmGiveTheSame(SparkSession spark) {
    Random random = new Random(7);
    List<Row> rows = new ArrayList<>();
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      Map<String, String> cells = new LinkedHashMap<>();
      for (int c = random.nextInt(5); c > 0; c--) {
        cells.put(text(random), random.nextInt(6) == 0 ? null : text(random));
      }
      Optional<String> defect = Optional.of(text(random)).filter(t -> random.nextBoolean());
      rows.add(RowFactory.create(CollectionConverters.asScala(cells), defect.orElse(null)));
      expected.add(RowHash.of(cells, defect));
    }
    List<String> actual =
        spark.createDataFrame(rows, SHAPE).select(RowHash.column()).collectAsList().stream()
            .map(row -> row.getString(0))
            .toList();
    assertThat(actual).isEqualTo(expected);
  }

  private static String text(Random random) {
    StringBuilder out = new StringBuilder();
    for (int n = random.nextInt(8); n >= 0; n--) {
      out.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
    }
    return out.append("😀").toString();
  }
}
