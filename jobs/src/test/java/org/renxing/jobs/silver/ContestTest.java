package org.renxing.jobs.silver;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.renxing.model.FileForm;
import org.renxing.model.SourceSpec;
import org.renxing.testing.SparkExtension;

/** Which of several values counts. */
@ExtendWith(SparkExtension.class)
class ContestTest {
  private static final StructType CELL =
      new StructType()
          .add("source_id", "string")
          .add("precedence", "int")
          .add("source_file", "string")
          .add("row_number", "bigint")
          .add("unit_id", "string")
          .add("year", "int")
          .add("indicator_code", "string")
          .add("column_label", "string")
          .add("value_text", "string")
          .add("vintage", "string")
          .add("value", "double")
          .add("is_corrected", "boolean")
          .add("correction_reason", "string")
          .add("row_code", "string")
          .add("row_reason", "string")
          .add("fault_code", "string")
          .add("fault", "string");

  private final List<Row> cells = new ArrayList<>();

  @Test
  void lowestPrecedenceCountsAndTheOtherIsCompared(SparkSession spark) {
    cell("a", 20, 1, "110000", "", 5.0);
    cell("b", 10, 1, "110000", "", 7.0);
    cell("b", 10, 2, "120000", "", 3.0);
    assertThat(judged(spark))
        .containsExactlyInAnyOrder(
            "a 110000  5.0 false null b=7.0",
            "b 110000  7.0 true null b=7.0",
            "b 120000  3.0 true null b=3.0");
  }

  @Test
  void newestVintageOfASourceCounts(SparkSession spark) {
    cell("a", 10, 1, "110000", "2020-12-31", 5.0);
    cell("a", 10, 2, "110000", "2021-12-31", 6.0);
    assertThat(judged(spark))
        .containsExactlyInAnyOrder(
            "a 110000 2020-12-31 5.0 false null a=6.0", "a 110000 2021-12-31 6.0 true null a=6.0");
  }

  @Test
  void sameValueTwiceCountsOnceAndDifferentValuesNotAtAll(SparkSession spark) {
    cell("a", 10, 1, "110000", "", 5.0);
    cell("a", 10, 2, "110000", "", 5.0);
    cell("a", 10, 3, "120000", "", 1.0);
    cell("a", 10, 4, "120000", "", 2.0);
    cell("b", 30, 1, "120000", "", 9.0);
    assertThat(judged(spark))
        .containsExactlyInAnyOrder(
            "a 110000  5.0 true null a=5.0",
            "a 110000  5.0 false DUPLICATE a=5.0",
            "a 120000  1.0 false CONFLICTING_DUPLICATE b=9.0",
            "a 120000  2.0 false CONFLICTING_DUPLICATE b=9.0",
            "b 120000  9.0 true null b=9.0");
  }

  @Test
  void noNumberNeverCounts(SparkSession spark) {
    cell("c", 10, 1, "110000", "", null);
    cell("c", 10, 2, "120000", "", 4.0);
    assertThat(judged(spark))
        .containsExactlyInAnyOrder(
            "c 110000  null false NOT_A_NUMBER null", "c 120000  4.0 true null null");
  }

  @Test
  void aCorrectionMaySetACellAside(SparkSession spark) {
    cells.add(
        RowFactory.create(
            "c",
            10,
            "f",
            1L,
            "110000",
            2020,
            "y",
            "Y",
            "12",
            "",
            null,
            true,
            "typing error",
            null,
            null,
            null,
            null));
    assertThat(
            contest(spark).select("reason_code", "reason").collectAsList().stream()
                .map(Row::toString))
        .containsExactly("[CORRECTED_AWAY,a reviewed correction sets it aside: typing error]");
  }

  private void cell(
      String source, int precedence, long line, String unit, String vintage, Double value) {
    String code = source.equals("c") ? "y" : "x";
    cells.add(
        RowFactory.create(
            source,
            precedence,
            "f",
            line,
            unit,
            2020,
            code,
            code,
            "text",
            vintage,
            value,
            false,
            null,
            null,
            null,
            null,
            null));
  }

  private List<String> judged(SparkSession spark) {
    return contest(spark).collectAsList().stream()
        .map(
            r ->
                "%s %s %s %s %s %s %s"
                    .formatted(
                        r.getAs("source_id"),
                        r.getAs("unit_id"),
                        r.getAs("vintage"),
                        r.<Double>getAs("value"),
                        r.<Boolean>getAs("is_preferred"),
                        r.getAs("reason_code"),
                        preferred(r.getAs("preferred"))))
        .toList();
  }

  private static String preferred(Row winner) {
    return winner == null
        ? "null"
        : winner.getAs("source_id") + "=" + winner.<Double>getAs("value");
  }

  private Dataset<Row> contest(SparkSession spark) {
    var copies =
        count(when(col("row_code").isNull(), lit(1)))
            .over(Window.partitionBy("source_id", "unit_id", "year"));
    Dataset<Row> rows = spark.createDataFrame(cells, CELL).withColumn("row_copies", copies);
    return new Contest(List.of(source("a", "x"), source("b", "x"), source("c", "y"))).judge(rows);
  }

  private static SourceSpec source(String id, String indicator) {
    return new SourceSpec(
        id,
        id,
        SourceSpec.Format.CSV,
        "f",
        false,
        SourceSpec.Layout.WIDE,
        "unit",
        "year",
        Optional.empty(),
        Map.of(indicator, new SourceSpec.Mapping(indicator, "1")),
        List.of(),
        List.of(""),
        ",",
        100,
        0.05,
        true,
        Optional.empty(),
        Optional.empty(),
        FileForm.plain());
  }
}
