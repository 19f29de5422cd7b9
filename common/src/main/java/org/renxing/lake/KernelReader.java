package org.renxing.lake;

import io.delta.kernel.Scan;
import io.delta.kernel.ScanBuilder;
import io.delta.kernel.Snapshot;
import io.delta.kernel.TableManager;
import io.delta.kernel.data.ColumnVector;
import io.delta.kernel.data.FilteredColumnarBatch;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.engine.FileReadResult;
import io.delta.kernel.expressions.Column;
import io.delta.kernel.expressions.Literal;
import io.delta.kernel.expressions.Predicate;
import io.delta.kernel.internal.InternalScanFileUtils;
import io.delta.kernel.internal.data.ScanStateRow;
import io.delta.kernel.internal.util.Utils;
import io.delta.kernel.types.StructField;
import io.delta.kernel.utils.CloseableIterator;
import io.delta.kernel.utils.FileStatus;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.StructType;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;
import org.renxing.model.TableName;

/**
 * Reads a version of a table by Delta Kernel: without Spark, and in milliseconds where it is small.
 * Rows that a deletion vector takes away are left out.
 */
final class KernelReader implements RowReader {
  private static final String SCENARIO = "scenario_id";
  private static final String PHYSICAL_NAME = "delta.columnMapping.physicalName";

  private final Engine engine;
  private final String subject;
  private final Snapshot snapshot;
  private final io.delta.kernel.types.StructType columns;
  private final StructType schema;

  private KernelReader(
      Engine engine, String subject, Snapshot snapshot, io.delta.kernel.types.StructType columns) {
    this.engine = engine;
    this.subject = subject;
    this.snapshot = snapshot;
    this.columns = columns;
    this.schema = KernelRows.schema(columns);
  }

  /**
   * Opens a version.
   *
   * @param subject how messages call it
   * @param path folder of the table
   */
  static KernelReader open(Engine engine, String subject, String path, long version) {
    return reading(
        subject,
        () -> {
          Snapshot snapshot = TableManager.loadSnapshot(path).atVersion(version).build(engine);
          return new KernelReader(engine, subject, snapshot, snapshot.getSchema());
        });
  }

  @Override
  public RowReader with(List<String> wanted) {
    io.delta.kernel.types.StructType some = new io.delta.kernel.types.StructType();
    for (StructField field : columns.fields()) {
      if (wanted.contains(field.getName()) || field.getName().equals(SCENARIO)) {
        some = some.add(field);
      }
    }
    return new KernelReader(engine, subject, snapshot, some);
  }

  /**
   * The version as a table of files, for a reader of Parquet.
   *
   * @throws RenxingException USAGE where rows of a file are taken away by a deletion vector, or
   *     columns have other names in files: no writer of the product leaves such a table
   */
  PinnedTable pinned(TableName table) {
    List<PinnedTable.File> out = new ArrayList<>();
    for (io.delta.kernel.data.Row file : files(scan().build(), false)) {
      if (InternalScanFileUtils.getDeletionVectorDescriptorFromRow(file) != null) {
        throw sparkAlone("rows are taken away by deletion vectors");
      }
      FileStatus status = InternalScanFileUtils.getAddFileStatus(file);
      out.add(
          new PinnedTable.File(
              status.getPath(), status.getSize(), InternalScanFileUtils.getPartitionValues(file)));
    }
    if (columns.fields().stream().anyMatch(f -> f.getMetadata().contains(PHYSICAL_NAME))) {
      throw sparkAlone("columns have other names in its files");
    }
    return new PinnedTable(table, schema, out);
  }

  private RenxingException sparkAlone(String why) {
    return new RenxingException(
        ErrorCode.USAGE, subject + ": " + why + "; ask with sql --engine spark");
  }

  private ScanBuilder scan() {
    return snapshot.getScanBuilder().withReadSchema(columns);
  }

  @Override
  public StructType schema() {
    return schema;
  }

  /** By the statistics of its files; rows of a file without any are counted. */
  @Override
  public long rowCount() {
    Scan scan = scan().build();
    return files(scan, true).stream().mapToLong(file -> rowCount(scan, file)).sum();
  }

  private long rowCount(Scan scan, io.delta.kernel.data.Row file) {
    OptionalLong stated = KernelActions.rowCount(file);
    if (stated.isPresent()) {
      return stated.getAsLong();
    }
    long[] count = {0};
    read(scan, file, row -> count[0]++);
    return count[0];
  }

  @Override
  public void forEach(Optional<String> scenario, Consumer<Row> use) {
    boolean isPartition = snapshot.getPartitionColumnNames().contains(SCENARIO);
    ScanBuilder builder = scan();
    Consumer<Row> wanted = use;
    if (scenario.isPresent() && isPartition) {
      Literal id = Literal.ofString(scenario.get());
      builder = builder.withFilter(new Predicate("=", new Column(SCENARIO), id));
    } else if (scenario.isPresent() && List.of(schema.fieldNames()).contains(SCENARIO)) {
      wanted = only(scenario.get(), use);
    }
    Scan scan = builder.build();
    for (io.delta.kernel.data.Row file : files(scan, false)) {
      read(scan, file, wanted);
    }
  }

  private Consumer<Row> only(String scenario, Consumer<Row> use) {
    int place = schema.fieldIndex(SCENARIO);
    return row -> {
      if (scenario.equals(row.get(place))) {
        use.accept(row);
      }
    };
  }

  private List<io.delta.kernel.data.Row> files(Scan scan, boolean withStatistics) {
    return reading(subject, () -> files(engine, scan, withStatistics));
  }

  /** The files of a scan. */
  static List<io.delta.kernel.data.Row> files(Engine engine, Scan scan, boolean withStatistics)
      throws IOException {
    List<io.delta.kernel.data.Row> out = new ArrayList<>();
    try (CloseableIterator<FilteredColumnarBatch> batches =
        scan.getScanFiles(engine, withStatistics)) {
      while (batches.hasNext()) {
        try (CloseableIterator<io.delta.kernel.data.Row> files = batches.next().getRows()) {
          files.forEachRemaining(out::add);
        }
      }
    }
    return out;
  }

  private void read(Scan scan, io.delta.kernel.data.Row file, Consumer<Row> use) {
    String path = InternalScanFileUtils.getAddFileStatus(file).getPath();
    String name = subject + ", file " + path.substring(path.lastIndexOf('/') + 1);
    try (CloseableIterator<FilteredColumnarBatch> batches =
        reading(name, () -> batches(engine, scan, file))) {
      while (reading(name, batches::hasNext)) {
        hand(reading(name, batches::next), use);
      }
    } catch (IOException e) {
      throw DeltaErrors.unreadable(name, e);
    }
  }

  /** The rows of a file of a scan. */
  static CloseableIterator<FilteredColumnarBatch> batches(
      Engine engine, Scan scan, io.delta.kernel.data.Row file) throws IOException {
    io.delta.kernel.data.Row state = scan.getScanState(engine);
    CloseableIterator<FileReadResult> stored =
        engine
            .getParquetHandler()
            .readParquetFiles(
                Utils.singletonCloseableIterator(InternalScanFileUtils.getAddFileStatus(file)),
                ScanStateRow.getPhysicalDataReadSchema(state),
                Optional.empty());
    return Scan.transformPhysicalData(engine, state, file, stored.map(FileReadResult::getData));
  }

  /** What Kernel does, with its errors told as those of the table. */
  private static <T> T reading(String subject, Callable<T> step) {
    try {
      return step.call();
    } catch (Exception e) {
      throw DeltaErrors.unreadable(subject, e);
    }
  }

  private void hand(FilteredColumnarBatch batch, Consumer<Row> use) {
    forEach(batch, schema, (row, place) -> use.accept(row));
  }

  /**
   * The rows of a batch that count.
   *
   * @param use takes each with its place in the batch
   */
  static void forEach(
      FilteredColumnarBatch batch, StructType schema, BiConsumer<Row, Integer> use) {
    ColumnVector[] columns = new ColumnVector[schema.length()];
    for (int i = 0; i < columns.length; i++) {
      columns[i] = batch.getData().getColumnVector(i);
    }
    Optional<ColumnVector> selected = batch.getSelectionVector();
    for (int r = 0; r < batch.getData().getSize(); r++) {
      if (selected.isEmpty() || (!selected.get().isNullAt(r) && selected.get().getBoolean(r))) {
        Object[] values = new Object[columns.length];
        for (int i = 0; i < values.length; i++) {
          values[i] = KernelRows.value(columns[i], r);
        }
        use.accept(new GenericRowWithSchema(values, schema), r);
      }
    }
  }
}
