package org.renxing.lake;

import static org.apache.spark.sql.functions.sum;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Observation;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.RenxingException;
import org.renxing.model.TableName;
import org.renxing.model.TableSpec;
import org.renxing.records.TableRows;
import org.renxing.testing.SparkExtension;
import scala.jdk.javaapi.CollectionConverters;

/** What Delta Kernel writes and what Spark writes are one table, with one content. */
@ExtendWith(SparkExtension.class)
class TableWriterTest {
  static final int SPARK = -1;
  static final TableSpec TOWNS =
      TableSpec.of(TableName.gold("towns"), "One row a town")
          .key("scenario_id", Type.STRING, "Scenario")
          .key("town", Type.STRING, "Town")
          .optional("area_km2", Type.DOUBLE, "km2", "Area")
          .required("run_id", Type.STRING, "", "Run")
          .check("areas are above 0", "area_km2 > 0")
          .build();
  static final TableSpec ALL_TYPES =
      TableSpec.of(new TableName("bronze", "rows"), "One row a row")
          .key("id", Type.LONG, "Number")
          .optional("text", Type.STRING, "", "Text")
          .optional("small", Type.INT, "", "Number")
          .optional("x", Type.DOUBLE, "", "Number")
          .optional("flag", Type.BOOLEAN, "", "Flag")
          .optional("bytes", Type.BINARY, "", "Bytes")
          .optional("at", Type.TIMESTAMP, "", "When")
          .optional("texts", Type.STRINGS, "", "Texts")
          .optional("cells", Type.STRING_MAP, "", "Cells")
          .build();

  @TempDir private Path root;
  private Lake lake;

  @BeforeEach
  void opens(SparkSession spark) {
    lake = new Lake(spark, root.toString());
  }

  @Test
  void bothWritersStoreAndHashTheSame(SparkSession spark) {
    Dataset<Row> rows = spark.createDataFrame(random(500), TableShape.of(ALL_TYPES));
    TableState.Part bySpark = append(ALL_TYPES, rows, SPARK);
    List<String> stored = stored(ALL_TYPES.name(), "id");
    TableSpec other = named(ALL_TYPES, new TableName("bronze", "others"));
    TableState.Part byKernel = append(other, rows, LocalRows.MOST);
    assertThat(byKernel).isEqualTo(bySpark);
    assertThat(byKernel.violations()).containsKey("x is finite");
    assertThat(stored(other.name(), "id")).isEqualTo(stored).hasSize(500);
    assertThat(lake.read(other.name()).schema()).isEqualTo(lake.read(ALL_TYPES.name()).schema());
    assertThat(engines(other.name())).containsExactly("Kernel");
    assertThat(engines(ALL_TYPES.name())).containsExactly("Spark");
  }

  @Test
  void bothWritersTakeTurns() {
    replace(Map.of("a", towns("a", "Aba", 1.0), "b", towns("b", "Baotou", 2.0)), Set.of(), 9);
    replace(Map.of("a", towns("a", "Anshan", 3.0)), Set.of("b"), SPARK);
    replace(Map.of("b", towns("b", "Benxi", 4.0)), Set.of("a"), 9);
    replace(Map.of("a", towns("a", "Aba", 5.0)), Set.of("b"), SPARK);
    assertThat(stored(TOWNS.name(), "town")).containsExactly("[a,Aba,5.0,r]", "[b,Benxi,4.0,r]");
    assertThat(lake.readAt(TOWNS.name(), 1).orderBy("town").collectAsList().toString())
        .isEqualTo("[[a,Anshan,3.0,r], [b,Baotou,2.0,r]]");
    replace(Map.of("b", towns("b", "Baotou", 6.0)), Set.of(), 9);
    assertThat(stored(TOWNS.name(), "town")).containsExactly("[b,Baotou,6.0,r]");
    assertThat(engines(TOWNS.name()))
        .containsExactly("Kernel", "Spark", "Kernel", "Spark", "Kernel");
  }

  @Test
  void theTableBearsItsCommentsAndProperties(SparkSession spark) {
    replace(Map.of("a", towns("a", "Aba", 1.0)), Set.of(), 9);
    Row detail = spark.sql("DESCRIBE DETAIL delta.`" + lake.path(TOWNS.name()) + "`").first();
    assertThat(detail.<String>getAs("description")).isEqualTo("One row a town");
    assertThat(detail.<String>getList(detail.fieldIndex("partitionColumns")))
        .containsExactly("scenario_id");
    assertThat(detail.getJavaMap(detail.fieldIndex("properties")).toString())
        .contains("delta.logRetentionDuration=interval 3650 days");
    assertThat(lake.read(TOWNS.name()).schema().apply("area_km2").getComment().get())
        .isEqualTo("Area [km2]");
  }

  @Test
  void manyCommitsLeaveCheckpointsThatBothRead() {
    for (int i = 0; i < 12; i++) {
      append(named(TOWNS, TableName.gold("log")), towns("a", "Town " + (10 + i), 1.0 + i), 9);
    }
    TableName log = TableName.gold("log");
    assertThat(Path.of(lake.path(log), "_delta_log/00000000000000000010.checkpoint.parquet"))
        .exists();
    assertThat(stored(log, "town")).hasSize(12).first().isEqualTo("[a,Town 10,1.0,r]");
    append(named(TOWNS, log), towns("a", "Zunyi", 1.0), SPARK);
    append(named(TOWNS, log), towns("a", "Zzz", 1.0), 9);
    assertThat(stored(log, "town")).hasSize(14).last().isEqualTo("[a,Zzz,1.0,r]");
  }

  @Test
  void anotherWriterInBetweenIsAConflict() throws IOException {
    replace(Map.of("a", towns("a", "Aba", 1.0)), Set.of(), 9);
    TableWriter late = new TableWriter(lake, TOWNS, "late");
    towns("a", "Zunyi", 7.0).write().format("delta").mode("append").save(lake.path(TOWNS.name()));
    assertThatThrownBy(
            () -> late.write(Map.of("a", new TableRows.Planned(towns("a", "Late", 1.0))), Set.of()))
        .isInstanceOf(RenxingException.class)
        .hasMessageContaining("gold.towns: another writer changed it meanwhile");
    assertThat(lake.version(TOWNS.name())).hasValue(1);
    TableName fresh = TableName.gold("fresh");
    TableWriter first = new TableWriter(lake, named(TOWNS, fresh), "r");
    append(named(TOWNS, fresh), towns("a", "Aba", 1.0), 9);
    assertThatThrownBy(() -> first.append(new TableRows.Planned(towns("a", "Aba", 1.0))))
        .isInstanceOf(RenxingException.class)
        .hasMessageContaining("another writer changed it meanwhile");
    assertThat(stored(fresh, "town")).hasSize(1);
  }

  /** As a process leaves it that is killed after the file of rows and before the commit. */
  @Test
  void aFileWithoutCommitIsNotRead() throws IOException {
    replace(Map.of("a", towns("a", "Aba", 1.0)), Set.of(), 9);
    Path folder = Path.of(lake.path(TOWNS.name()), "scenario_id=a");
    try (Stream<Path> files = Files.list(folder)) {
      Files.copy(files.findFirst().orElseThrow(), folder.resolve("left-behind.parquet"));
    }
    assertThat(stored(TOWNS.name(), "town")).hasSize(1);
    replace(Map.of("a", towns("a", "Anshan", 1.0)), Set.of(), 9);
    assertThat(stored(TOWNS.name(), "town")).containsExactly("[a,Anshan,1.0,r]");
  }

  @Test
  void brokenChecksAndRepeatedKeysAreCountedAlike() {
    Dataset<Row> rows =
        towns("a", "Aba", 1.0).union(towns("a", "Aba", -1.0)).union(towns("a", null, -2.0));
    TableState.Part byKernel = append(TOWNS, rows, 9);
    TableState.Part bySpark = append(named(TOWNS, TableName.gold("same")), rows, SPARK);
    assertThat(byKernel).isEqualTo(bySpark);
    assertThat(byKernel.violations())
        .isEqualTo(
            new TreeMap<>(
                Map.of("areas are above 0", 2L, "the key is unique", 1L, "town is given", 1L)));
  }

  @Test
  @Timeout(120)
  void whatObservesTheRowsIsTold() throws InterruptedException {
    Observation seen = new Observation();
    append(TOWNS, towns("a", "Aba", 2.5).observe(seen, sum("area_km2").as("area")), 9);
    assertThat(seen.getAsJava().get("area")).isEqualTo(2.5);
  }

  @Test
  void moreRowsThanAreHeldAreWrittenBySpark() {
    Dataset<Row> rows = towns("a", "Aba", 1.0).union(towns("a", "Anshan", 2.0));
    append(TOWNS, rows, 1);
    assertThat(engines(TOWNS.name())).containsExactly("Spark");
    assertThat(stored(TOWNS.name(), "town")).hasSize(2);
  }

  @Test
  void aLakeOfAnyPathCanBeMoved(@TempDir Path folder, SparkSession spark) throws IOException {
    Path odd = Files.createDirectories(folder.resolve("a b's \"x\" 合肥+;,=&#%41@v/y=1"));
    lake = new Lake(spark, odd.toString());
    append(TOWNS, towns("a", "Aba", 1.0), LocalRows.MOST);
    assertThat(engines(TOWNS.name())).containsExactly("Kernel");
    lake = new Lake(spark, Files.move(odd, folder.resolve("moved")).toString());
    assertThat(stored(TOWNS.name(), "town")).containsExactly("[a,Aba,1.0,r]");
  }

  @Test
  void anEmptyTableAndNothingInPlaceOfNothing() {
    TableState.Part none = append(TOWNS, towns("a", "Aba", 1.0).limit(0), 9);
    assertThat(none.rows()).isZero();
    assertThat(none)
        .isEqualTo(
            append(named(TOWNS, TableName.gold("same")), towns("a", "Aba", 1.0).limit(0), SPARK));
    replace(Map.of("a", towns("a", "Aba", 1.0).limit(0)), Set.of(), 9);
    assertThat(lake.version(TOWNS.name())).hasValue(0);
    assertThat(lake.read(TOWNS.name()).count()).isZero();
  }

  private Lake holding(int most) {
    return new Lake(lake.spark(), lake.root(), most);
  }

  private TableState.Part append(TableSpec spec, Dataset<Row> rows, int most) {
    TableWriter.Written written =
        new TableWriter(holding(most), spec, "r").append(new TableRows.Planned(rows));
    return kept(spec, written).get(TableState.WHOLE);
  }

  private void replace(Map<String, Dataset<Row>> parts, Set<String> kept, int most) {
    Map<String, TableRows> shaped = new TreeMap<>();
    parts.forEach((key, rows) -> shaped.put(key, new TableRows.Planned(rows)));
    kept(TOWNS, new TableWriter(holding(most), TOWNS, "r").write(shaped, kept));
  }

  private Map<String, TableState.Part> kept(TableSpec spec, TableWriter.Written written) {
    Map<String, TableState.Part> parts = new TreeMap<>();
    written.parts().forEach((key, counted) -> parts.put(key, counted.part("f", "r")));
    written.commit().record();
    Map<String, String> notes = Map.of("comment", spec.grain());
    lake.note(
        spec.name(),
        new TableState(written.commit().version(), new TreeMap<>(parts), new TreeMap<>(notes)));
    return parts;
  }

  private Dataset<Row> towns(String scenario, String town, double area) {
    return lake.spark()
        .createDataFrame(List.of(RowFactory.create(scenario, town, area, "")), TableShape.of(TOWNS))
        .coalesce(1);
  }

  private List<String> stored(TableName table, String order) {
    return lake.read(table).orderBy(order).collectAsList().stream()
        .map(TableWriterTest::text)
        .toList();
  }

  private static String text(Row row) {
    List<String> out = new ArrayList<>();
    for (int i = 0; i < row.size(); i++) {
      Object value = row.get(i);
      out.add(value instanceof byte[] b ? new String(b, StandardCharsets.UTF_8) : "" + value);
    }
    return "[" + String.join(",", out) + "]";
  }

  private List<String> engines(TableName table) {
    TableLog log = TableLog.of(lake.files(), lake.path(table));
    List<String> out = new ArrayList<>();
    for (long v = 0; v <= log.newest().getAsLong(); v++) {
      out.add(log.commit(v).orElseThrow().writer().contains("Kernel") ? "Kernel" : "Spark");
    }
    return out;
  }

  static TableSpec named(TableSpec spec, TableName name) {
    return new TableSpec(name, spec.grain(), spec.keys(), spec.columns(), spec.checks());
  }

  static List<Row> random(int size) {
    Random random = new Random(7);
    double[] edges = {0.0, -0.0, Double.NaN, Double.POSITIVE_INFINITY, 1e301, Double.MIN_VALUE};
    List<Row> out = new ArrayList<>();
    for (long i = 0; i < size; i++) {
      Map<String, String> cells = new LinkedHashMap<>();
      for (int c = 0; c < random.nextInt(4); c++) {
        cells.put("列\"" + c, random.nextInt(4) == 0 ? null : "a\\\"\u0001é" + random.nextInt());
      }
      boolean isEdge = random.nextInt(5) == 0;
      out.add(
          RowFactory.create(
              i,
              maybe(random, "城市 " + random.nextInt(9)),
              maybe(random, random.nextInt()),
              maybe(random, isEdge ? edges[random.nextInt(edges.length)] : random.nextGaussian()),
              maybe(random, random.nextBoolean()),
              maybe(random, ("b" + i).getBytes(StandardCharsets.UTF_8)),
              maybe(random, Timestamp.from(Instant.ofEpochSecond(random.nextInt(), 123456000))),
              maybe(random, new String[] {"x", random.nextBoolean() ? null : "y"}),
              maybe(random, CollectionConverters.asScala(cells))));
    }
    return out;
  }

  private static Object maybe(Random random, Object value) {
    return random.nextInt(6) == 0 ? null : value;
  }
}
