package org.renxing.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.renxing.testing.SparkExtension;

@ExtendWith(SparkExtension.class)
class RowConditionTest {
  private static final StructType SHAPE =
      StructType.fromDDL("x double, n int, t string, b boolean");
  private static final List<String> CONDITIONS =
      List.of(
          "x BETWEEN 0 AND 1",
          "x BETWEEN -1e-12 AND 1 + 1e-12",
          "x >= 0 AND x < 1 OR n = 3",
          "NOT b OR (x < 0 AND n > 0)",
          "(x IS NULL) = (t IS NOT NULL)",
          "(t IS NULL) <> (x IS NULL)",
          "t IN ('a', 'super b', 'undetermined')",
          "t LIKE 'super%' OR x <= 1",
          "t LIKE '%b'",
          "abs(x - n) <= 1e-9 * n",
          "`x` IS NULL OR `x` - `x` = 0",
          "x = 0 AND b",
          "t <> 'fail'",
          "t != 'a' OR NOT t IN ('a', 'b')",
          "t <= 'b'",
          "-x * 2 + n <= 3 AND abs(x) <= 1e300");

  @Test
  void givesWhatSparkGives(SparkSession spark) {
    List<Row> rows = new ArrayList<>();
    Object[] doubles = {
      null, 0.0, -0.0, 1.0, 1 + 5e-13, 0.3, -2.0, 3.0, Double.NaN, Double.POSITIVE_INFINITY, 1e300
    };
    for (Object x : doubles) {
      for (Object n : new Object[] {null, 0, 1, 3}) {
        for (Object t : new Object[] {null, "a", "super b", "fail"}) {
          for (Object b : new Object[] {null, true, false}) {
            rows.add(RowFactory.create(x, n, t, b));
          }
        }
      }
    }
    Dataset<Row> frame = spark.createDataFrame(rows, SHAPE);
    List<Row> expected = frame.selectExpr(CONDITIONS.toArray(String[]::new)).collectAsList();
    for (int c = 0; c < CONDITIONS.size(); c++) {
      RowCondition condition = RowCondition.parse(CONDITIONS.get(c));
      for (int r = 0; r < rows.size(); r++) {
        Row row = rows.get(r);
        assertThat(condition.of(name -> row.get(SHAPE.fieldIndex(name))))
            .as(CONDITIONS.get(c) + " of " + row)
            .isEqualTo(Optional.ofNullable(expected.get(r).get(c)));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "x BETWEEN 0",
        "x IN (1",
        "x = ",
        "x == 1",
        "x = 1 y",
        "x / 2 = 1",
        "x ; y",
        "AND x"
      })
  void whatIsNotOfThatPartOfSqlIsRefused(String sql) {
    if (sql.equals("x")) { // a column of booleans alone is a condition
      assertThat(RowCondition.parse(sql).of(name -> true)).contains(true);
      return;
    }
    assertThatThrownBy(() -> RowCondition.parse(sql))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("condition " + sql);
  }
}
