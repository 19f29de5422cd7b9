package org.renxing.lake;

import io.delta.kernel.DataWriteContext;
import io.delta.kernel.Operation;
import io.delta.kernel.Snapshot;
import io.delta.kernel.TableManager;
import io.delta.kernel.Transaction;
import io.delta.kernel.TransactionCommitResult;
import io.delta.kernel.commit.CommitFailedException;
import io.delta.kernel.commit.CommitMetadata;
import io.delta.kernel.commit.CommitResponse;
import io.delta.kernel.commit.Committer;
import io.delta.kernel.data.FilteredColumnarBatch;
import io.delta.kernel.defaults.engine.DefaultEngine;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.expressions.Column;
import io.delta.kernel.expressions.Literal;
import io.delta.kernel.hook.PostCommitHook;
import io.delta.kernel.internal.InternalScanFileUtils;
import io.delta.kernel.internal.actions.AddFile;
import io.delta.kernel.internal.actions.Metadata;
import io.delta.kernel.internal.actions.SingleAction;
import io.delta.kernel.internal.commit.DefaultFileSystemManagedTableOnlyCommitter;
import io.delta.kernel.internal.util.Utils;
import io.delta.kernel.transaction.DataLayoutSpec;
import io.delta.kernel.utils.CloseableIterable;
import io.delta.kernel.utils.CloseableIterator;
import io.delta.kernel.utils.DataFileStatus;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.apache.hadoop.conf.Configuration;
import org.renxing.model.TableSpec;

/**
 * Commits of rows that are held here, by Delta Kernel: in milliseconds and without Spark, in the
 * protocol that Spark's writer uses. This is the only class that touches the internal action
 * classes of Kernel: its public interface makes no remove actions, and gives a new table no
 * description.
 */
final class KernelTable {
  private static final String SCENARIO = "scenario_id";

  private final Engine engine;
  private final String path;
  private final String mark;

  /**
   * A table.
   *
   * @param mark what the commit bears as the name of its engine
   */
  KernelTable(Engine engine, String path, String mark) {
    this.engine = engine;
    this.path = path;
    this.mark = mark;
  }

  /**
   * What Kernel reads and writes files with; it compresses what it writes only if it is told to.
   */
  static Engine engine(Configuration hadoop) {
    Configuration compressing = new Configuration(hadoop);
    compressing.setIfUnset("parquet.compression", "zstd");
    return DefaultEngine.create(compressing);
  }

  /** Whether Kernel works here: it needs a newer Parquet than a Spark of the user's may bring. */
  static boolean isAvailable() {
    try {
      Class.forName(
          "org.apache.parquet.schema.LogicalTypeAnnotation$GeometryLogicalTypeAnnotation",
          false,
          KernelTable.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException | LinkageError old) {
      return false;
    }
  }

  /**
   * Makes a table that is not there.
   *
   * @return the version that the commit made
   */
  long create(LocalRows rows, Map<String, String> properties) throws IOException {
    TableSpec spec = rows.spec();
    DataLayoutSpec layout =
        spec.isByScenario()
            ? DataLayoutSpec.partitioned(List.of(new Column(SCENARIO)))
            : DataLayoutSpec.noDataLayout();
    Transaction transaction =
        TableManager.buildCreateTableTransaction(path, KernelRows.schema(spec), mark)
            .withTableProperties(properties)
            .withDataLayoutSpec(layout)
            .withMaxRetries(0)
            .withCommitter(described(spec.grain()))
            .build(engine);
    return commit(transaction, added(transaction, rows));
  }

  /** The newest version, as Kernel reads it. */
  Snapshot newest() {
    return TableManager.loadSnapshot(path).build(engine);
  }

  /** Whether a table has the columns and comments that rows are written with. */
  static boolean hasShape(Snapshot snapshot, TableSpec spec) {
    return snapshot.getSchema().equals(KernelRows.schema(spec))
        && snapshot
            .getPartitionColumnNames()
            .equals(spec.isByScenario() ? List.of(SCENARIO) : List.of());
  }

  /** Adds rows to a version of the table. */
  long append(Snapshot snapshot, LocalRows rows) throws IOException {
    Transaction transaction = update(snapshot);
    return commit(transaction, added(transaction, rows));
  }

  /**
   * Puts rows in the place of others, in one commit.
   *
   * @param isReplaced which scenarios go; asked with the empty text where the table has none
   */
  long replace(Snapshot snapshot, LocalRows rows, Predicate<String> isReplaced) throws IOException {
    Transaction transaction = update(snapshot);
    List<io.delta.kernel.data.Row> actions = added(transaction, rows);
    long now = System.currentTimeMillis();
    try (CloseableIterator<FilteredColumnarBatch> files =
        snapshot.getScanBuilder().build().getScanFiles(engine, true)) {
      while (files.hasNext()) {
        try (CloseableIterator<io.delta.kernel.data.Row> some = files.next().getRows()) {
          while (some.hasNext()) {
            removed(some.next(), isReplaced, now).ifPresent(actions::add);
          }
        }
      }
    }
    return actions.isEmpty() ? snapshot.getVersion() : commit(transaction, actions);
  }

  /** How many rows a file of a scan holds, by its statistics; empty where they do not say. */
  static OptionalLong rowCount(io.delta.kernel.data.Row file) {
    AddFile added = new AddFile(file.getStruct(InternalScanFileUtils.ADD_FILE_ORDINAL));
    long deleted = added.getDeletionVector().map(v -> v.getCardinality()).orElse(0L);
    return added.getNumRecords().stream().mapToLong(rows -> rows - deleted).findFirst();
  }

  /** The path of a file of a scan below the folder of its table, and its bytes. */
  static void describe(io.delta.kernel.data.Row file, BiConsumer<String, Long> use) {
    AddFile add = new AddFile(file.getStruct(InternalScanFileUtils.ADD_FILE_ORDINAL));
    use.accept(URI.create(add.getPath()).getPath(), add.getSize());
  }

  Transaction update(Snapshot snapshot) {
    return snapshot
        .buildUpdateTableTransaction(mark, Operation.WRITE)
        .withMaxRetries(0)
        .build(engine);
  }

  private static Optional<io.delta.kernel.data.Row> removed(
      io.delta.kernel.data.Row file, Predicate<String> isReplaced, long now) {
    String scenario = InternalScanFileUtils.getPartitionValues(file).getOrDefault(SCENARIO, "");
    if (!isReplaced.test(scenario)) {
      return Optional.empty();
    }
    return Optional.of(removed(file, true, now));
  }

  /** Takes a file of a scan away. */
  static io.delta.kernel.data.Row removed(
      io.delta.kernel.data.Row file, boolean changesData, long now) {
    AddFile add = new AddFile(file.getStruct(InternalScanFileUtils.ADD_FILE_ORDINAL));
    return SingleAction.createRemoveFileSingleAction(
        add.toRemoveFileRow(changesData, Optional.of(now)));
  }

  /** The same addition of a file, as one that brings no new rows. */
  static io.delta.kernel.data.Row unchanging(
      io.delta.kernel.data.Row action, io.delta.kernel.types.StructType schema) {
    AddFile add = new AddFile(action.getStruct(SingleAction.ADD_FILE_ORDINAL));
    return SingleAction.createAddFileSingleAction(
        AddFile.createAddFileRow(
            schema,
            add.getPath(),
            add.getPartitionValues(),
            add.getSize(),
            add.getModificationTime(),
            false,
            add.getDeletionVector(),
            add.getTags(),
            add.getBaseRowId(),
            add.getDefaultRowCommitVersion(),
            add.getStats(schema)));
  }

  /** Writes files of rows, one a scenario, and says what came. */
  private List<io.delta.kernel.data.Row> added(Transaction transaction, LocalRows rows)
      throws IOException {
    List<io.delta.kernel.data.Row> out = new ArrayList<>();
    if (!rows.spec().isByScenario()) {
      if (rows.size() > 0) {
        added(transaction, rows, Map.of(), out);
      }
      return out;
    }
    for (Map.Entry<String, LocalRows> part : rows.by(SCENARIO).entrySet()) {
      added(transaction, part.getValue(), Map.of(SCENARIO, Literal.ofString(part.getKey())), out);
    }
    return out;
  }

  private void added(
      Transaction transaction,
      LocalRows rows,
      Map<String, Literal> partition,
      List<io.delta.kernel.data.Row> out)
      throws IOException {
    FilteredColumnarBatch batch = new FilteredColumnarBatch(KernelRows.of(rows), Optional.empty());
    added(transaction, Utils.singletonCloseableIterator(batch), partition, out);
  }

  /** Writes rows of a partition as files, and says what came. */
  void added(
      Transaction transaction,
      CloseableIterator<FilteredColumnarBatch> rows,
      Map<String, Literal> partition,
      List<io.delta.kernel.data.Row> out)
      throws IOException {
    io.delta.kernel.data.Row state = transaction.getTransactionState(engine);
    DataWriteContext context = Transaction.getWriteContext(engine, state, partition);
    try (CloseableIterator<FilteredColumnarBatch> data =
            Transaction.transformLogicalData(engine, state, rows, partition);
        CloseableIterator<DataFileStatus> files =
            engine
                .getParquetHandler()
                .writeParquetFiles(folder(partition), data, context.getStatisticsColumns());
        CloseableIterator<io.delta.kernel.data.Row> actions =
            Transaction.generateAppendActions(engine, state, files, context)) {
      actions.forEachRemaining(out::add);
    }
  }

  /** Where files of rows go; Kernel's own answer is encoded as in an address, and no path then. */
  private String folder(Map<String, Literal> partition) {
    return partition.isEmpty()
        ? path
        : path + "/" + SCENARIO + "=" + partition.get(SCENARIO).getValue();
  }

  long commit(Transaction transaction, List<io.delta.kernel.data.Row> actions) throws IOException {
    TransactionCommitResult result =
        transaction.commit(
            engine,
            CloseableIterable.inMemoryIterable(Utils.toCloseableIterator(actions.iterator())));
    for (PostCommitHook hook : result.getPostCommitHooks()) {
      // no checksum of the version: Spark 4.0 takes what Kernel writes for a table without metadata
      if (hook.getType() == PostCommitHook.PostCommitHookType.CHECKPOINT) {
        hook.threadSafeInvoke(engine);
      }
    }
    return result.getVersion();
  }

  /** Commits a new table with a description. */
  private static Committer described(String text) {
    return new DefaultFileSystemManagedTableOnlyCommitter() {
      @Override
      public CommitResponse commit(
          Engine engine,
          CloseableIterator<io.delta.kernel.data.Row> actions,
          CommitMetadata metadata)
          throws CommitFailedException {
        return super.commit(engine, actions.map(row -> described(row, text)), metadata);
      }
    };
  }

  private static io.delta.kernel.data.Row described(io.delta.kernel.data.Row action, String text) {
    if (action.isNullAt(SingleAction.METADATA_ORDINAL)) {
      return action;
    }
    Metadata given = Metadata.fromRow(action.getStruct(SingleAction.METADATA_ORDINAL));
    Metadata out =
        new Metadata(
            given.getId(),
            given.getName(),
            Optional.of(text),
            given.getFormat(),
            given.getSchemaString(),
            given.getSchema(),
            given.getPartitionColumns(),
            given.getCreatedTime(),
            given.getConfigurationMapValue());
    return SingleAction.createMetadataSingleAction(out.toRow());
  }
}
