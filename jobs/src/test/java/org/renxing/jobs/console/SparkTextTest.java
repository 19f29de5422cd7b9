package org.renxing.jobs.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.renxing.testing.SparkExtension;

@ExtendWith(SparkExtension.class)
class SparkTextTest {
  private static final StructType SCHEMA =
      StructType.fromDDL("a string, `城\t市` string, n int, x double, is boolean, at timestamp");

  @Test
  void tablesAndJsonAreThoseOfSpark(SparkSession spark) {
    String longText = "合肥 ".repeat(40);
    List<Row> rows =
        List.of(
            RowFactory.create("a\tb\n\"c\"\\", longText, 1, 1.0, true, at(0)),
            RowFactory.create(null, "ｆｕｌｌ", -7, -0.0, false, at(123_456_789)),
            RowFactory.create("x".repeat(60), "é\u0001", null, Double.NaN, null, null),
            RowFactory.create("x".repeat(61), "", 0, 1e-12, true, at(999_999_999)));
    Dataset<Row> bySpark = spark.createDataFrame(rows, SCHEMA);
    List<List<String>> cells =
        bySpark.drop("at").collectAsList().stream().map(SparkTextTest::cells).toList();
    assertThat(SparkText.table(List.of(bySpark.drop("at").columns()), cells, 60))
        .isEqualTo(shown(bySpark.drop("at")))
        .contains("NULL", "...|");
    assertThat(bySpark.collectAsList().stream().map(SparkText::json))
        .isEqualTo(bySpark.toJSON().collectAsList());
  }

  @Test
  void aTableWithoutRows(SparkSession spark) {
    Dataset<Row> none = spark.createDataFrame(List.of(), SCHEMA);
    assertThat(SparkText.table(List.of(none.columns()), List.of(), 60)).isEqualTo(shown(none));
  }

  private static String shown(Dataset<Row> rows) {
    return ((org.apache.spark.sql.classic.Dataset<Row>) rows).showString(20, 60, false) + "\n";
  }

  private static List<String> cells(Row row) {
    return java.util.stream.IntStream.range(0, row.size())
        .mapToObj(i -> row.isNullAt(i) ? "NULL" : row.get(i).toString())
        .toList();
  }

  private static Timestamp at(int nanos) {
    return Timestamp.from(Instant.ofEpochSecond(1_764_500_000, nanos));
  }
}
