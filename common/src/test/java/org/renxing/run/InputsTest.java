package org.renxing.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.renxing.lake.Lake;
import org.renxing.lake.TableRows;
import org.renxing.lake.TableState;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.TableName;
import org.renxing.model.TableSpec;
import org.renxing.records.LocalRecords;
import org.renxing.records.Records;
import org.renxing.records.SparkRecords;
import org.renxing.records.TableRecords;
import org.renxing.testing.SparkExtension;

/** What a step reads as records, wherever the rows are. */
@ExtendWith(SparkExtension.class)
class InputsTest {
  private static final TableSpec SPEC =
      TableSpec.of(TableName.gold("towns"), "One row a town")
          .key("scenario_id", Type.STRING, "Scenario")
          .key("town", Type.STRING, "Town")
          .optional("size", Type.DOUBLE, "", "Size")
          .required("run_id", Type.STRING, "", "Run")
          .build();
  private static final StructType SHAPE = StructType.fromDDL("town string, size double");
  private static final List<Row> ROWS =
      List.of(RowFactory.create("Aba", 3.0), RowFactory.create("Yili", null));

  /** A town; its size is NaN where nobody knows. */
  private record Town(String name, double size) implements Serializable {}

  private static final TableRecords<Town> TOWNS =
      TableRecords.of(
          SPEC.name(),
          List.of("town", "size"),
          row -> new Town(row.text("town"), row.number("size")));

  @Test
  void fewStoredRowsAreHeldHere(@TempDir Path root, SparkSession spark) {
    Lake lake = new Lake(spark, root.toString());
    Map<String, Lake.Part> parts =
        Map.of("a", part(ROWS.subList(0, 1), "a"), "b", part(ROWS.subList(1, 2), "b"));
    lake.write(SPEC, parts, Map.of(), "r1", Map::of);
    Inputs inputs = new Inputs(lake);
    assertThat(inputs.records(TOWNS, "a")).isInstanceOf(LocalRecords.class);
    assertThat(inputs.records(TOWNS, "a").list()).containsExactly(new Town("Aba", 3));
    assertThat(inputs.records(TOWNS, "b").list()).containsExactly(new Town("Yili", Double.NaN));
  }

  @Test
  void rowsThatWereHandedOnComeAsTheyAre(@TempDir Path root, SparkSession spark) {
    Inputs inputs = new Inputs(new Lake(spark, root.toString()));
    inputs.handOn(
        SPEC.name(), Map.of(), Map.of("a", new TableRows.Held(SHAPE, ROWS).with("run_id", "r1")));
    Records<Town> held = inputs.records(TOWNS, "a");
    assertThat(held).isInstanceOf(LocalRecords.class);
    assertThat(inputs.read(SPEC.name(), "a").collectAsList()).containsExactlyElementsOf(ROWS);
    Dataset<Row> plan = spark.createDataFrame(ROWS, SHAPE);
    inputs.handOn(SPEC.name(), Map.of("a", plan));
    Records<Town> distributed = inputs.records(TOWNS, "a");
    assertThat(distributed).isInstanceOf(SparkRecords.class);
    assertThat(distributed.list()).containsExactlyInAnyOrderElementsOf(held.list());
    inputs.release();
  }

  @Test
  void rowsOfAGroupArePackedAsTheyAreRead(@TempDir Path root, SparkSession spark) {
    TableSpec spec =
        TableSpec.of(TableName.silver("houses"), "One row a house")
            .key("town", Type.STRING, "Town")
            .optional("size", Type.DOUBLE, "", "Size")
            .required("run_id", Type.STRING, "", "Run")
            .build();
    TableRecords<Town> houses =
        TableRecords.of(
            spec.name(), List.of("town", "size"), r -> new Town(r.text("town"), r.number("size")));
    List<Row> rows = List.of(ROWS.get(0), ROWS.get(0), RowFactory.create("Yili", 5.0));
    Lake lake = new Lake(spark, root.toString());
    Inputs inputs = new Inputs(lake);
    inputs.handOn(spec.name(), Map.of("", spark.createDataFrame(rows, SHAPE)));
    Records<Town> distributed = inputs.packed(houses, Town::name, InputsTest::together);
    assertThat(distributed).isInstanceOf(SparkRecords.class);
    TableRows.Held held = new TableRows.Held(SHAPE, rows);
    lake.write(spec, Map.of(TableState.WHOLE, new Lake.Part(held, "f")), Map.of(), "r1", Map::of);
    Records<Town> here = new Inputs(lake).packed(houses, Town::name, InputsTest::together);
    assertThat(here).isInstanceOf(LocalRecords.class);
    assertThat(here.list()).containsExactlyInAnyOrder(new Town("Aba", 6), new Town("Yili", 5));
    assertThat(distributed.list()).containsExactlyInAnyOrderElementsOf(here.list());
    inputs.release();
  }

  private static Iterator<Town> together(String name, List<Town> parts) {
    return List.of(new Town(name, parts.stream().mapToDouble(Town::size).sum())).iterator();
  }

  @Test
  void aColumnThatIsNotThereIsNamed(@TempDir Path root, SparkSession spark) {
    Inputs inputs = new Inputs(new Lake(spark, root.toString()));
    inputs.handOn(SPEC.name(), Map.of(), Map.of("a", new TableRows.Held(SHAPE, ROWS)));
    TableRecords<Town> wrong =
        TableRecords.of(
            SPEC.name(), List.of("city"), row -> new Town(row.text("city"), Double.NaN));
    assertThatThrownBy(() -> inputs.records(wrong, "a"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("city");
  }

  @Test
  void whatIsSharedIsComputedOnce(@TempDir Path root, SparkSession spark) {
    Inputs inputs = new Inputs(new Lake(spark, root.toString()));
    AtomicInteger times = new AtomicInteger();
    SharedKey<Integer> key = new SharedKey<>("times", "a");
    assertThat(inputs.shared(key, times::incrementAndGet)).isEqualTo(1);
    assertThat(inputs.shared(key, times::incrementAndGet)).isEqualTo(1);
    assertThat(inputs.shared(new SharedKey<Integer>("times", "b"), times::incrementAndGet))
        .isEqualTo(2);
  }

  private static Lake.Part part(List<Row> rows, String scenario) {
    return new Lake.Part(new TableRows.Held(SHAPE, rows).with("scenario_id", scenario), "f");
  }
}
