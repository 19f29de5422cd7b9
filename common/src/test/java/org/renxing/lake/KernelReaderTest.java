package org.renxing.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;
import org.renxing.model.TableName;
import org.renxing.model.TableSpec;
import org.renxing.testing.SparkExtension;

/** What Delta Kernel reads is what Spark reads. */
@ExtendWith(SparkExtension.class)
class KernelReaderTest {
  private static final TableSpec TOWNS = TableWriterTest.TOWNS;

  @TempDir private Path root;
  private SparkSession spark;
  private Lake lake;

  @BeforeEach
  void opens(SparkSession session) {
    spark = session;
    lake = new Lake(spark, root.toString());
  }

  @ParameterizedTest
  @ValueSource(ints = {TableWriterTest.SPARK, LocalRows.MOST})
  void allTypesAsBothWritersWriteThem(int most) {
    TableSpec spec = TableWriterTest.ALL_TYPES;
    write(most, spec, spark.createDataFrame(TableWriterTest.random(3000), TableShape.of(spec)));
    assertAsSpark(spec.name(), 0, 3000);
    TableRows.Held rows = lake.reader(spec.name(), 0).rows(Optional.empty());
    assertThat(rows.schema().apply("texts").dataType().sql()).isEqualTo("ARRAY<STRING>");
    assertThat(rows.rows().stream().map(r -> r.<Object>getAs("texts")))
        .hasAtLeastOneElementOfType(String[].class);
  }

  @ParameterizedTest
  @ValueSource(ints = {TableWriterTest.SPARK, LocalRows.MOST})
  void eachVersionAndScenario(int most) {
    write(most, TOWNS, towns("a", "Aba").union(towns("b", "Baotou")));
    write(
        most < 0 ? LocalRows.MOST : TableWriterTest.SPARK,
        TOWNS,
        towns("b", "Benxi").union(towns("b", "Baicheng")));
    write(most, TOWNS, towns("合肥=%2F", "Chaohu"));
    for (int version = 0; version < 3; version++) {
      assertAsSpark(TOWNS.name(), version, new int[] {2, 4, 5}[version]);
    }
    assertThat(towns("b", 2)).containsExactlyInAnyOrder("Baotou", "Benxi", "Baicheng");
    assertThat(towns("b", 0)).containsExactly("Baotou");
    assertThat(towns("合肥=%2F", 2)).containsExactly("Chaohu");
    assertThat(towns("c", 2)).isEmpty();
    assertThat(lake.reader(TOWNS.name(), 2).schema().apply("area_km2").getComment().get())
        .isEqualTo("Area [km2]");
  }

  @Test
  void versionsBeforeAndAfterCheckpoints() {
    for (int i = 0; i < 13; i++) {
      write(i == 10 ? TableWriterTest.SPARK : LocalRows.MOST, TOWNS, towns("a", "Town " + i));
    }
    assertThat(
            Path.of(lake.path(TOWNS.name()), "_delta_log/00000000000000000010.checkpoint.parquet"))
        .exists();
    for (int version : new int[] {0, 9, 10, 11, 12}) {
      assertAsSpark(TOWNS.name(), version, version + 1);
    }
  }

  @Test
  void aScenarioOfATableThatIsNotPartitioned() {
    String path = lake.path(TOWNS.name());
    towns("a", "Aba").union(towns("b", "Baotou")).write().format("delta").save(path);
    assertThat(towns("b", 0)).containsExactly("Baotou");
  }

  @Test
  void rowsThatADeletionVectorTakesAwayAreLeftOut() {
    String path = lake.path(TOWNS.name());
    Dataset<Row> rows = towns("a", "Aba");
    for (String town : List.of("Anshan", "Anqing", "Anyang", "Ankang")) {
      rows = rows.union(towns("a", town));
    }
    rows.coalesce(1)
        .write()
        .format("delta")
        .option("delta.enableDeletionVectors", "true")
        .save(path);
    spark.sql("DELETE FROM delta.`" + path + "` WHERE town IN ('Anqing', 'Ankang')");
    assertThat(logOf(path, 1)).contains("\"deletionVector\":{");
    assertAsSpark(TOWNS.name(), 1, 3);
    assertThat(towns("a", 1)).containsExactlyInAnyOrder("Aba", "Anshan", "Anyang");
    assertAsSpark(TOWNS.name(), 0, 5);
    RowReader some = lake.reader(TOWNS.name(), 1).with(List.of("town"));
    assertThat(some.schema().fieldNames()).containsExactly("scenario_id", "town");
    assertThat(some.rowCount()).isEqualTo(3);
    assertThat(some.rows(Optional.empty()).rows())
        .containsExactlyInAnyOrder(
            RowFactory.create("a", "Aba"),
            RowFactory.create("a", "Anshan"),
            RowFactory.create("a", "Anyang"));
    assertThat(KernelReader.open(lake.kernel(), "towns", path, 0).pinned(TOWNS.name()).files())
        .hasSize(1);
    KernelReader reader = KernelReader.open(lake.kernel(), "towns", path, 1);
    assertThatThrownBy(() -> reader.pinned(TOWNS.name()))
        .isInstanceOfSatisfying(
            RenxingException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.USAGE))
        .hasMessageContainingAll("deletion vectors", "--engine spark");
  }

  /** A manifest marks the end alone of a file of this size. */
  @Test
  void pagesOfLargeFilesAreComparedWithTheirChecksums() throws IOException {
    String path = lake.path(TOWNS.name());
    spark
        .range(2_400_000)
        .selectExpr("rand(1) AS x")
        .coalesce(1)
        .write()
        .format("delta")
        .save(path);
    PinnedTable.File file =
        KernelReader.open(lake.kernel(), "towns", path, 0).pinned(TOWNS.name()).files().get(0);
    assertThat(LakeFiles.isMarkedWhole(file.length())).isFalse();
    PageChecksums.require(lake.files(), TOWNS.name(), file);
    try (RandomAccessFile bytes =
        new RandomAccessFile(new org.apache.hadoop.fs.Path(file.path()).toUri().getPath(), "rw")) {
      bytes.seek(file.length() / 2);
      int there = bytes.read();
      bytes.seek(file.length() / 2);
      bytes.write(there ^ 1);
    }
    assertThatThrownBy(() -> PageChecksums.require(lake.files(), TOWNS.name(), file))
        .isInstanceOfSatisfying(
            RenxingException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.STORAGE))
        .hasMessageContainingAll(TOWNS.name().toString(), ".parquet");
  }

  @ParameterizedTest
  @ValueSource(ints = {TableWriterTest.SPARK, LocalRows.MOST})
  void someColumnsOfAScenario(int most) {
    write(most, TOWNS, towns("a", "Aba").union(towns("b", "Baotou")));
    RowReader some = lake.reader(TOWNS.name(), 0).with(List.of("area_km2"));
    assertThat(some.rows(Optional.of("b")).rows()).containsExactly(RowFactory.create("b", 1.5));
  }

  @Test
  void filesWithoutStatisticsAreCounted() {
    String path = lake.path(TOWNS.name());
    spark.conf().set("spark.databricks.delta.stats.collect", "false");
    try {
      towns("a", "Aba").union(towns("b", "Baotou")).write().format("delta").save(path);
    } finally {
      spark.conf().unset("spark.databricks.delta.stats.collect");
    }
    assertThat(logOf(path, 0)).doesNotContain("numRecords");
    assertThat(lake.reader(TOWNS.name(), 0).rowCount()).isEqualTo(2);
  }

  @Test
  void aLakeOfAnyPathIsRead(@TempDir Path folder) throws IOException {
    Path odd = Files.createDirectories(folder.resolve("a b's \"x\" 合肥+;,=&#%41@v/y=1"));
    lake = new Lake(spark, odd.toString());
    write(LocalRows.MOST, TOWNS, towns("a b%", "Aba"));
    write(TableWriterTest.SPARK, TOWNS, towns("a b%", "Anshan"));
    assertAsSpark(TOWNS.name(), 1, 2);
    assertThat(towns("a b%", 1)).containsExactlyInAnyOrder("Aba", "Anshan");
  }

  @Test
  void moreRowsThanAreHeldAreLeftToSpark() {
    write(LocalRows.MOST, TOWNS, towns("a", "Aba").union(towns("b", "Baotou")));
    Lake small = new Lake(spark, root.toString(), 1);
    assertThat(small.few(TOWNS.name(), 0, Optional.of("a"))).isEmpty();
    assertThat(lake.few(TOWNS.name(), 0, Optional.of("a")).orElseThrow().rows())
        .singleElement()
        .matches(row -> row.getAs("town").equals("Aba"));
  }

  @Test
  void columnsThatATableLacksAreNull() {
    String path = lake.path(TOWNS.name());
    towns("a", "Aba").drop("area_km2").write().format("delta").save(path);
    TableRows.Held rows = lake.few(TOWNS).orElseThrow();
    assertThat(rows.schema().fieldNames()).isEqualTo(TableShape.of(TOWNS).fieldNames());
    assertThat(rows.rows()).singleElement().matches(row -> row.getAs("area_km2") == null);
  }

  @Test
  void damagedVersionsAreRefused() throws IOException {
    write(LocalRows.MOST, TOWNS, towns("a", "Aba"));
    Path file = file();
    byte[] bytes = Files.readAllBytes(file);
    Files.delete(file);
    assertDamaged(file.getFileName() + " is gone");
    bytes[20] ^= 1;
    Files.write(file, bytes);
    assertDamaged("is not as it was written");
  }

  /** Nothing is on record of it, and the page bears a checksum. */
  @Test
  void aPageThatIsNotAsItWasWrittenIsRefused() throws IOException {
    write(TableWriterTest.SPARK, TOWNS, towns("a", "Aba"));
    lake.manifests().delete(lake.path(TOWNS.name()), 0);
    Path file = file();
    byte[] bytes = Files.readAllBytes(file);
    int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("Aba");
    bytes[at] = 'O';
    Files.write(file, bytes);
    assertDamaged(file.getFileName() + ": a file of rows is damaged");
    Files.delete(file);
    assertDamaged(file.getFileName().toString());
  }

  private void assertDamaged(String what) {
    Lake opened = new Lake(spark, root.toString());
    assertThatThrownBy(() -> opened.reader(TOWNS.name(), 0).rows(Optional.empty()))
        .isInstanceOfSatisfying(
            RenxingException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.STORAGE))
        .hasMessageContainingAll("gold.towns, version 0", what);
  }

  private void assertAsSpark(TableName table, long version, int rows) {
    Dataset<Row> bySpark = lake.readAt(table, version);
    RowReader byKernel = lake.reader(table, version);
    assertThat(byKernel).isInstanceOf(KernelReader.class);
    assertThat(byKernel.schema()).isEqualTo(bySpark.schema());
    assertThat(byKernel.rowCount()).isEqualTo(rows);
    assertThat(texts(byKernel))
        .hasSize(rows)
        .containsExactlyInAnyOrderElementsOf(texts(new SparkReader(bySpark)));
  }

  private static List<String> texts(RowReader reader) {
    return reader.rows(Optional.empty()).rows().stream().map(KernelReaderTest::text).toList();
  }

  /** Values with their classes, bytes and texts in arrays and maps one by one. */
  private static String text(Row row) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < row.size(); i++) {
      Object value = row.get(i) instanceof Map<?, ?> map ? new TreeMap<>(map) : row.get(i);
      out.append(Arrays.deepToString(new Object[] {value}));
      out.append(value == null ? "" : value.getClass().getSimpleName());
    }
    return out.toString();
  }

  private List<String> towns(String scenario, long version) {
    return lake.reader(TOWNS.name(), version).rows(Optional.of(scenario)).rows().stream()
        .map(row -> row.<String>getAs("town"))
        .toList();
  }

  private Dataset<Row> towns(String scenario, String town) {
    List<Row> rows = List.of(RowFactory.create(scenario, town, 1.5, "r"));
    return spark.createDataFrame(rows, TableShape.of(TOWNS)).coalesce(1);
  }

  /** Adds rows, by Spark where none are to be held. */
  private void write(int most, TableSpec spec, Dataset<Row> rows) {
    new Lake(spark, lake.root(), most)
        .append(spec, new Lake.Part(rows, "f"), "r", Map.of("comment", spec.grain()));
  }

  private Path file() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(lake.path(TOWNS.name()), "scenario_id=a"))) {
      return files.filter(f -> f.toString().endsWith(".parquet")).findFirst().orElseThrow();
    }
  }

  private String logOf(String path, long version) {
    return lake.files()
        .recorded(path + "/_delta_log/" + TableLog.commitName(version))
        .orElseThrow();
  }
}
