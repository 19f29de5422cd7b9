package org.renxing.lake;

import io.delta.kernel.Scan;
import io.delta.kernel.Snapshot;
import io.delta.kernel.Transaction;
import io.delta.kernel.data.FilteredColumnarBatch;
import io.delta.kernel.defaults.internal.data.vector.DefaultGenericVector;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.expressions.Literal;
import io.delta.kernel.internal.InternalScanFileUtils;
import io.delta.kernel.types.BooleanType;
import io.delta.kernel.utils.CloseableIterator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/**
 * Puts the rows of a table that lie in many small files into few, a partition at a time, by Delta
 * Kernel: in one commit, which changes no data unless rows are left out.
 */
final class KernelRewrite {
  private static final String SCENARIO = "scenario_id";

  private final Engine engine;
  private final KernelTable table;
  private final Predicate<Row> isKept;
  private long rows;
  private long left;

  /**
   * A rewrite.
   *
   * @param isKept which rows stay
   */
  KernelRewrite(Engine engine, KernelTable table, Predicate<Row> isKept) {
    this.engine = engine;
    this.table = table;
    this.isKept = isKept;
  }

  /** Commits it. */
  void run() throws IOException {
    Snapshot snapshot = table.newest();
    Scan scan = snapshot.getScanBuilder().build();
    Map<String, List<io.delta.kernel.data.Row>> byPartition = new TreeMap<>();
    List<io.delta.kernel.data.Row> files = KernelReader.files(engine, scan, true);
    for (io.delta.kernel.data.Row file : files) {
      Map<String, String> values = InternalScanFileUtils.getPartitionValues(file);
      byPartition
          .computeIfAbsent(values.getOrDefault(SCENARIO, ""), key -> new ArrayList<>())
          .add(file);
    }
    boolean isByScenario = snapshot.getPartitionColumnNames().contains(SCENARIO);
    StructType schema = KernelRows.schema(snapshot.getSchema());
    Transaction transaction = table.update(snapshot);
    List<io.delta.kernel.data.Row> added = new ArrayList<>();
    for (Map.Entry<String, List<io.delta.kernel.data.Row>> part : byPartition.entrySet()) {
      Map<String, Literal> partition =
          isByScenario ? Map.of(SCENARIO, Literal.ofString(part.getKey())) : Map.of();
      try (CloseableIterator<FilteredColumnarBatch> kept = kept(scan, part.getValue(), schema)) {
        table.added(transaction, kept, partition, added);
      }
    }
    boolean changesData = left > 0;
    long now = System.currentTimeMillis();
    List<io.delta.kernel.data.Row> actions = new ArrayList<>();
    added.forEach(
        add ->
            actions.add(changesData ? add : KernelActions.unchanging(add, snapshot.getSchema())));
    files.forEach(file -> actions.add(KernelActions.removed(file, changesData, now)));
    table.commit(transaction, actions);
  }

  /** How many rows the table has now. */
  long rows() {
    return rows;
  }

  /** The batches of files, one file after the other, without the rows that are left out. */
  private CloseableIterator<FilteredColumnarBatch> kept(
      Scan scan, List<io.delta.kernel.data.Row> files, StructType schema) {
    Iterator<io.delta.kernel.data.Row> rest = files.iterator();
    return new CloseableIterator<>() {
      private Optional<CloseableIterator<FilteredColumnarBatch>> open = Optional.empty();

      @Override
      public boolean hasNext() {
        while (open.isEmpty() || !open.get().hasNext()) {
          if (!rest.hasNext()) {
            return false;
          }
          close();
          open = Optional.of(opened(scan, rest.next()));
        }
        return true;
      }

      @Override
      public FilteredColumnarBatch next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        return selected(open.orElseThrow().next(), schema);
      }

      @Override
      public void close() {
        try {
          if (open.isPresent()) {
            open.get().close();
          }
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    };
  }

  private CloseableIterator<FilteredColumnarBatch> opened(
      Scan scan, io.delta.kernel.data.Row file) {
    try {
      return KernelReader.batches(engine, scan, file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private FilteredColumnarBatch selected(FilteredColumnarBatch batch, StructType schema) {
    Boolean[] selected = new Boolean[batch.getData().getSize()];
    java.util.Arrays.fill(selected, false);
    KernelReader.forEach(
        batch,
        schema,
        (row, place) -> {
          selected[place] = isKept.test(row);
          rows += selected[place] ? 1 : 0;
          left += selected[place] ? 0 : 1;
        });
    return new FilteredColumnarBatch(
        batch.getData(),
        Optional.of(DefaultGenericVector.fromArray(BooleanType.BOOLEAN, selected)));
  }
}
