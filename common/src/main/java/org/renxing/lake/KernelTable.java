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
import io.delta.kernel.internal.commit.DefaultFileSystemManagedTableOnlyCommitter;
import io.delta.kernel.internal.util.Utils;
import io.delta.kernel.transaction.DataLayoutSpec;
import io.delta.kernel.utils.CloseableIterable;
import io.delta.kernel.utils.CloseableIterator;
import io.delta.kernel.utils.DataFileStatus;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.apache.hadoop.conf.Configuration;
import org.renxing.model.TableSpec;

/**
 * Commits of rows that are held here, by Delta Kernel: in milliseconds and without Spark, in the
 * protocol that Spark's writer uses.
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

  /** Makes a table that is not there. */
  void create(LocalRows rows, Map<String, String> properties) throws IOException {
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
    commit(transaction, added(transaction, rows, new TreeMap<>()));
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
  void append(Snapshot snapshot, LocalRows rows) throws IOException {
    Transaction transaction = update(snapshot);
    commit(transaction, added(transaction, rows, new TreeMap<>()));
  }

  /**
   * Puts rows in the place of others, in one commit. Files that hold pieces of the new rows stay.
   *
   * @param isReplaced which scenarios go; asked with the empty text where the table has none
   * @param isSound whether the files of the version are as they were written, so that they may stay
   * @return how many rows were in files that stay
   */
  long replace(
      Snapshot snapshot, LocalRows rows, Predicate<String> isReplaced, BooleanSupplier isSound)
      throws IOException {
    List<io.delta.kernel.data.Row> gone = new ArrayList<>();
    SortedMap<String, io.delta.kernel.data.Row> pieces = new TreeMap<>();
    for (io.delta.kernel.data.Row file :
        KernelReader.files(engine, snapshot.getScanBuilder().build(), true)) {
      String scenario = InternalScanFileUtils.getPartitionValues(file).getOrDefault(SCENARIO, "");
      if (isReplaced.test(scenario)) {
        Optional<String> piece = KernelActions.piece(file).filter(mark -> isSound.getAsBoolean());
        piece.ifPresentOrElse(mark -> pieces.put(key(scenario, mark), file), () -> gone.add(file));
      }
    }
    long before =
        pieces.values().stream().mapToLong(f -> KernelActions.rowCount(f).orElse(0)).sum();
    Transaction transaction = update(snapshot);
    List<io.delta.kernel.data.Row> actions = added(transaction, rows, pieces);
    long kept =
        before - pieces.values().stream().mapToLong(f -> KernelActions.rowCount(f).orElse(0)).sum();
    gone.addAll(pieces.values());
    long now = System.currentTimeMillis();
    gone.forEach(file -> actions.add(KernelActions.removed(file, true, now)));
    if (!actions.isEmpty()) {
      commit(transaction, actions);
    }
    return kept;
  }

  private static String key(String scenario, String mark) {
    return scenario + "\n" + mark;
  }

  Transaction update(Snapshot snapshot) {
    return snapshot
        .buildUpdateTableTransaction(mark, Operation.WRITE)
        .withMaxRetries(0)
        .build(engine);
  }

  /**
   * Writes files of rows, scenario by scenario, and says what came.
   *
   * @param there files of pieces that are there; those that stay are taken out
   */
  private List<io.delta.kernel.data.Row> added(
      Transaction transaction, LocalRows rows, SortedMap<String, io.delta.kernel.data.Row> there)
      throws IOException {
    List<io.delta.kernel.data.Row> out = new ArrayList<>();
    var schema = KernelRows.schema(rows.spec());
    Map<String, LocalRows> parts =
        rows.spec().isByScenario()
            ? rows.by(SCENARIO)
            : rows.size() > 0 ? Map.of("", rows) : Map.of();
    for (Map.Entry<String, LocalRows> part : parts.entrySet()) {
      Map<String, Literal> partition =
          rows.spec().isByScenario() ? Map.of(SCENARIO, Literal.ofString(part.getKey())) : Map.of();
      List<LocalRows> pieces = Pieces.of(part.getValue());
      if (pieces.size() == 1) {
        added(transaction, batch(part.getValue()), partition, out);
        continue;
      }
      for (LocalRows piece : pieces) {
        String mark = Pieces.mark(piece);
        if (there.remove(key(part.getKey(), mark)) == null) {
          List<io.delta.kernel.data.Row> own = new ArrayList<>();
          added(transaction, batch(piece), partition, own);
          own.forEach(
              action ->
                  out.add(own.size() == 1 ? KernelActions.tagged(action, mark, schema) : action));
        }
      }
    }
    return out;
  }

  private static CloseableIterator<FilteredColumnarBatch> batch(LocalRows rows) {
    return Utils.singletonCloseableIterator(
        new FilteredColumnarBatch(KernelRows.of(rows), Optional.empty()));
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
        return super.commit(
            engine, actions.map(row -> KernelActions.described(row, text)), metadata);
      }
    };
  }
}
