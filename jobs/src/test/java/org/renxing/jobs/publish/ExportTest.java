package org.renxing.jobs.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.renxing.jobs.TinyLake;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;
import org.renxing.testing.SparkExtension;

/** CSV of small tables without a session. */
@ExtendWith(SparkExtension.class)
class ExportTest {
  @TempDir private Path folder;

  @Test
  void csvNeedsNoSession(SparkSession spark) throws IOException {
    TinyLake tiny = filled(spark);
    assertThat(export(tiny, "b", "all").stream().map(Export.Written::rows))
        .containsExactlyInAnyOrder(2L, 2L, 21L);
    assertThat(folder.resolve("out/scores.csv"))
        .hasContent(
            """
            scenario_id,unit_id,year,score,level,run_id
            b,110000,2019,,low,r1
            b,340100,2019,0.1,,r1
            """);
    assertThat(folder.resolve("out/places.csv"))
        .hasContent(
            """
            unit_id,households,is_coastal,seen_at,run_id
            110000,,true,2019-05-04 01:02:03.5,r1
            340100,7,,,r1
            """);
    assertThat(export(tiny, "all", "scores")).singleElement().matches(w -> w.rows() == 3);
  }

  @Test
  void damageIsFoundWithoutASession(SparkSession spark) throws IOException {
    TinyLake tiny = filled(spark);
    try (Stream<Path> files = Files.walk(folder.resolve("lake/gold/scores/scenario_id=b"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.delete(file);
      }
    }
    assertThatThrownBy(() -> export(tiny, "b", "scores"))
        .isInstanceOfSatisfying(
            RenxingException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.STORAGE))
        .hasMessageContainingAll("gold.scores, version 0", "is gone");
  }

  @Test
  void theOrderIsThatOfSpark(SparkSession spark) {
    Random random = new Random(3);
    String[] texts = {"", "a", "ａ", "合肥", "\uD83D\uDE00", "\uFFFD", "z"};
    double[] numbers = {Double.NaN, -0.0, 0.0, 1, Double.NEGATIVE_INFINITY, -1e-300};
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      rows.add(
          RowFactory.create(
              maybe(random, texts[random.nextInt(texts.length)]),
              maybe(random, numbers[random.nextInt(numbers.length)]),
              maybe(random, random.nextBoolean()),
              maybe(random, new Timestamp(random.nextInt(3))),
              i));
    }
    StructType schema = StructType.fromDDL("t string, x double, is boolean, at timestamp, n int");
    Dataset<Row> bySpark = spark.createDataFrame(rows, schema);
    Column[] columns = Stream.of(bySpark.columns()).map(functions::col).toArray(Column[]::new);
    assertThat(rows.stream().sorted(new RowOrder()).map(row -> row.getInt(4)))
        .isEqualTo(
            bySpark.orderBy(columns).collectAsList().stream().map(row -> row.getInt(4)).toList());
  }

  private static Object maybe(Random random, Object value) {
    return random.nextInt(5) == 0 ? null : value;
  }

  private TinyLake filled(SparkSession spark) {
    TinyLake tiny =
        new TinyLake(spark, folder.resolve("lake"))
            .with(
                TinyLake.SCORES,
                new Object[] {"b", "340100", 2019, 0.1, null},
                new Object[] {"a", "110000", 2019, 0.3, "high"},
                new Object[] {"b", "110000", 2019, null, "low"})
            .with(
                TinyLake.PLACES,
                new Object[] {"340100", 7L, null, null},
                new Object[] {"110000", null, true, Timestamp.valueOf("2019-05-04 01:02:03.5")});
    tiny.publish("r1");
    return tiny;
  }

  private List<Export.Written> export(TinyLake tiny, String scenario, String tables) {
    FilesRead read = new FilesRead(Optional.empty(), List.of(), List.of());
    return new Export(tiny.withoutSession(), ExportForm.of(ExportForm.Format.CSV), () -> read)
        .write(Optional.empty(), scenario, List.of(tables), folder.resolve("out"));
  }
}
