package org.renxing.lake;

import io.delta.kernel.Snapshot;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.hadoop.fs.FSError;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;
import org.renxing.model.TableSpec;

/**
 * One write of one table in one commit, with counts, hashes and checks of its rows. Rows that are
 * few are held here and committed by Delta Kernel ({@link KernelTable}), in milliseconds; many are
 * written by Spark ({@link DeltaWriter}), as is a table whose columns change. Both leave the same
 * table.
 */
final class TableWriter {
  private static final boolean HAS_KERNEL = KernelTable.isAvailable();
  private final Lake lake;
  private final TableSpec spec;
  private final String runId;
  private final String mark;
  private final OptionalLong before;

  TableWriter(Lake lake, TableSpec spec, String runId) {
    this.lake = lake;
    this.spec = spec;
    this.runId = runId;
    this.mark = Manifests.mark(runId);
    this.before = lake.version(spec.name());
  }

  /** What was counted of a part. */
  interface Counted {
    TableState.Part part(String fingerprint, String runId);
  }

  /**
   * A write.
   *
   * @param parts by scenario id or {@link TableState#WHOLE}
   * @param held the rows of the parts, where they were few enough to be held here; else empty
   */
  record Written(OwnCommit commit, Map<String, Counted> parts, Map<String, TableRows.Held> held) {}

  /**
   * Replaces parts of a table, or all of it.
   *
   * @param parts rows by scenario id or WHOLE
   * @param kept parts that stay; none replaces the whole table
   */
  Written write(Map<String, TableRows> parts, Set<String> kept) {
    if (!kept.isEmpty()) {
      lake.check().requireOurs(spec.name());
    }
    Optional<LocalRows> local = local(parts.values());
    boolean isWhole = kept.isEmpty();
    if (local.isPresent()) {
      OptionalLong added = replaced(local.get(), isWhole, parts.keySet());
      if (added.isPresent()) {
        return written(local.get(), added.getAsLong(), parts.keySet());
      }
    }
    return written(
        parts,
        rows -> {
          DeltaWriter writer = new DeltaWriter(spec.name(), lake.path(spec.name()), mark);
          if (!isWhole) {
            writer.replaceScenarios(rows, parts.keySet());
          } else if (before.isPresent() && hasComment()) {
            writer.overwrite(spec, rows);
          } else {
            writer.create(spec, rows);
          }
        });
  }

  /** Adds rows, and makes the table where it is not there. */
  Written append(TableRows rows) {
    if (before.isPresent()) {
      lake.check().requireOurs(spec.name());
    }
    Optional<LocalRows> local = local(List.of(rows));
    if (local.isPresent() && appended(local.get()).isPresent()) {
      return written(local.get(), local.get().size(), Set.of(TableState.WHOLE));
    }
    return written(
        Map.of(TableState.WHOLE, rows),
        all -> {
          DeltaWriter writer = new DeltaWriter(spec.name(), lake.path(spec.name()), mark);
          if (before.isEmpty()) {
            writer.create(spec, all);
          } else {
            writer.append(all);
          }
        });
  }

  /** The rows of all parts; empty where they are too many to be held here. */
  private Optional<LocalRows> local(Collection<TableRows> parts) {
    List<LocalRows> held = new ArrayList<>();
    List<Dataset<Row>> planned = new ArrayList<>();
    for (TableRows part : parts) {
      if (part instanceof TableRows.Held here) {
        held.add(LocalRows.of(spec, here, runId));
      } else {
        planned.add(shaped(part));
      }
    }
    int most = LocalRows.most(lake.mostLocal(), spec.columns().size());
    long last = lake.lastState(spec.name()).map(TableState::rows).orElse(0L);
    boolean isMany = parts.stream().anyMatch(p -> p instanceof TableRows.Planned q && q.isMany());
    if (!HAS_KERNEL || isMany || (!planned.isEmpty() && last > most)) {
      return Optional.empty();
    }
    if (!planned.isEmpty()) {
      try {
        Optional<LocalRows> some = LocalRows.of(spec, union(planned), most);
        if (some.isEmpty()) {
          return Optional.empty();
        }
        held.add(some.get());
      } catch (Exception e) { // Scala's checked exceptions are not declared
        throw DeltaErrors.translate(spec.name(), lake.path(spec.name()), e);
      }
    }
    return Optional.of(LocalRows.union(spec, held));
  }

  /** The rows as a plan, in the columns of the specification. */
  private Dataset<Row> shaped(TableRows rows) {
    return lake.shape(spec, rows.plan(lake.spark()), runId);
  }

  /** Replaces parts; returns how many rows came in new files, nothing where Spark has to. */
  private OptionalLong replaced(LocalRows rows, boolean isWhole, Set<String> scenarios) {
    if (before.isEmpty()) {
      return created(rows);
    }
    if (isWhole && !hasComment()) {
      return OptionalLong.empty();
    }
    Predicate<String> isReplaced = isWhole ? all -> true : scenarios::contains;
    return updated(
        rows,
        (table, snapshot) ->
            rows.size() - table.replace(snapshot, rows, isReplaced, this::isSound));
  }

  /** Whether the files of the newest version are as they were recorded. */
  private boolean isSound() {
    return lake.check().newest(spec.name()).kind() == TableCondition.Kind.SOUND;
  }

  private OptionalLong appended(LocalRows rows) {
    return before.isEmpty()
        ? created(rows)
        : updated(
            rows,
            (table, snapshot) -> {
              table.append(snapshot, rows);
              return rows.size();
            });
  }

  private OptionalLong created(LocalRows rows) {
    return OptionalLong.of(
        byKernel(
            table -> {
              table.create(rows, DeltaWriter.PROPERTIES);
              return rows.size();
            }));
  }

  /** Changes the table as it was when the write began; nothing where its columns would change. */
  private OptionalLong updated(LocalRows rows, Update update) {
    long added =
        byKernel(
            table -> {
              Snapshot snapshot = table.newest();
              if (snapshot.getVersion() != before.orElse(-1)) {
                throw new RenxingException(
                    ErrorCode.CONFLICT,
                    spec.name() + ": another writer changed it meanwhile; run again");
              }
              return KernelTable.hasShape(snapshot, rows.spec())
                  ? update.commit(table, snapshot)
                  : -1L;
            });
    return added < 0 ? OptionalLong.empty() : OptionalLong.of(added);
  }

  private long byKernel(Commit commit) {
    try {
      return commit.by(new KernelTable(lake.kernel(), lake.path(spec.name()), mark));
    } catch (IOException | RuntimeException e) {
      throw DeltaErrors.translate(spec.name(), lake.path(spec.name()), e);
    } catch (FSError e) { // what Hadoop's local file system makes of a full disk
      throw DeltaErrors.translate(spec.name(), lake.path(spec.name()), new IOException(e));
    }
  }

  /** A commit by Kernel; returns how many rows came in new files. */
  private interface Commit {
    long by(KernelTable table) throws IOException;
  }

  /** A commit by Kernel on a version of the table. */
  private interface Update {
    long commit(KernelTable table, Snapshot snapshot) throws IOException;
  }

  private Written written(LocalRows rows, long added, Set<String> keys) {
    OwnCommit commit = OwnCommit.find(lake, spec.name(), mark, before, added);
    Map<String, LocalRows> byScenario = spec.isByScenario() ? rows.by("scenario_id") : Map.of();
    Map<String, Counted> out = new LinkedHashMap<>();
    Map<String, TableRows.Held> held = new LinkedHashMap<>();
    for (String key : keys) {
      LocalRows own =
          key.equals(TableState.WHOLE)
              ? rows
              : byScenario.getOrDefault(key, new LocalRows(spec, List.of()));
      out.put(key, new RowAudit(own)::part);
      held.put(key, new TableRows.Held(TableShape.of(spec), own.rows()));
    }
    return new Written(commit, out, held);
  }

  private Written written(Map<String, TableRows> parts, SparkWrite write) {
    Map<String, RowWatch> watches = new LinkedHashMap<>();
    Map<String, Dataset<Row>> watched = new LinkedHashMap<>();
    parts.forEach(
        (key, rows) -> {
          RowWatch watch = new RowWatch(spec);
          watches.put(key, watch);
          watched.put(key, watch.watch(shaped(rows)));
        });
    write.of(union(watched.values()));
    long count = watches.values().stream().mapToLong(RowWatch::rows).sum();
    OwnCommit commit = OwnCommit.find(lake, spec.name(), mark, before, count);
    Map<String, Counted> out = new LinkedHashMap<>();
    watches.forEach((key, watch) -> out.put(key, (f, run) -> part(key, watch, f, run)));
    return new Written(commit, out, Map.of());
  }

  /** A write by Spark. */
  private interface SparkWrite {
    void of(Dataset<Row> rows);
  }

  private TableState.Part part(String key, RowWatch watch, String fingerprint, String runId) {
    BrokenRows broken = new BrokenRows(lake, spec, key);
    SortedMap<String, Long> violations = watch.broken() > 0 ? broken.conditions() : new TreeMap<>();
    long repeated = watch.repeated() == 0 ? 0 : broken.keys();
    if (repeated > 0) {
      violations.put(TableSpec.UNIQUE_KEY, repeated);
    }
    return new TableState.Part(fingerprint, watch.hash(), watch.rows(), runId, violations);
  }

  private static Dataset<Row> union(Iterable<Dataset<Row>> parts) {
    Dataset<Row> out = null;
    for (Dataset<Row> part : parts) {
      out = out == null ? part : out.unionByName(part);
    }
    return out;
  }

  private boolean hasComment() {
    return lake.lastState(spec.name())
        .map(state -> spec.grain().equals(state.notes().get(Lake.COMMENT)))
        .orElse(false);
  }
}
