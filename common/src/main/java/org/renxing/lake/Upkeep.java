package org.renxing.lake;

import java.io.IOException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.spark.sql.Row;
import org.renxing.lake.ReleaseMarks.Kind;
import org.renxing.lake.ReleaseMarks.Mark;
import org.renxing.model.RenxingException;
import org.renxing.model.TableName;

/**
 * Keeps a lake from growing: takes releases off the list that are neither among the newest nor
 * named, deletes files that no version needs which is kept or may be read, puts what was appended
 * in many small files into few, and lets old records of runs go. Under the lock of the lake.
 *
 * <p>Releases go off the list before a file of theirs goes, and what is deleted is needed by
 * nothing that is kept, so that upkeep may be cut off anywhere and be done again.
 */
public final class Upkeep {
  private static final long SMALL = 32L << 20;

  /** So many small files of a partition are put together. */
  private static final int MANY = 8;

  private static final TableName RUN = new TableName("ops", "run");
  private static final TableName STEP = new TableName("ops", "step");

  private final Lake lake;
  private final UpkeepPolicy policy;
  private final Clock clock;
  private final String runId;
  private final Consumer<String> progress;

  /**
   * Upkeep.
   *
   * @param progress told of each thing that is about to be done
   */
  public Upkeep(
      Lake lake, UpkeepPolicy policy, Clock clock, String runId, Consumer<String> progress) {
    this.lake = lake;
    this.policy = policy;
    this.clock = clock;
    this.runId = runId;
    this.progress = progress;
  }

  /**
   * What upkeep came to, or would.
   *
   * @param kept releases that stay on the list
   * @param removed releases that went off it
   * @param compacted tables whose small files were put together
   * @param skipped tables that were left alone, each with the reason
   */
  public record Result(
      List<String> kept,
      List<String> removed,
      List<String> compacted,
      List<String> skipped,
      LakeSize before,
      LakeSize after) {
    public Result {
      kept = List.copyOf(kept);
      removed = List.copyOf(removed);
      compacted = List.copyOf(compacted);
      skipped = List.copyOf(skipped);
    }
  }

  /** What {@link #run} would do; writes nothing. The sizes are without what it puts together. */
  public Result preview() {
    HeldReleases held = HeldReleases.of(lake, policy, clock.instant());
    LakeSize before = LakeSize.of(lake);
    Set<String> skipped = new TreeSet<>();
    SortedMap<String, LakeSize.Part> after = new TreeMap<>(before.parts());
    garbage(held, skipped)
        .forEach(
            (table, files) ->
                after.computeIfPresent(
                    table.toString(),
                    (name, part) ->
                        new LakeSize.Part(
                            part.files() - files.size(),
                            part.bytes() - files.values().stream().mapToLong(b -> b).sum())));
    return new Result(
        List.copyOf(held.kept()),
        held.removed(),
        names(scattered()),
        List.copyOf(skipped),
        before,
        new LakeSize(after));
  }

  /**
   * Does it.
   *
   * @throws RenxingException STORAGE where a file cannot be deleted; done again, it goes on
   */
  public Result run() {
    Instant now = clock.instant();
    HeldReleases held = HeldReleases.of(lake, policy, now);
    LakeSize before = LakeSize.of(lake);
    if (!held.removed().isEmpty()) {
      progress.accept("take off the list: " + String.join(", ", held.removed()));
      List<Mark> marks = held.removed().stream().map(id -> new Mark(Kind.REMOVED, id, "")).toList();
      ReleaseMarks.of(lake).add(lake, marks, now, runId);
    }
    List<TableName> scattered = scattered();
    Map<TableName, Predicate<Row>> wanted = wanted(held);
    scattered.forEach(table -> compact(table, wanted.getOrDefault(table, row -> true)));
    Set<String> skipped = new TreeSet<>();
    for (SortedMap<String, Long> files : garbage(held, skipped).values()) {
      for (String file : files.keySet()) {
        progress.accept("delete " + file);
        lake.files().delete(file);
      }
    }
    return new Result(
        List.copyOf(held.kept()),
        held.removed(),
        names(scattered),
        List.copyOf(skipped),
        before,
        LakeSize.of(lake));
  }

  private SortedMap<TableName, SortedMap<String, Long>> garbage(
      HeldReleases held, Collection<String> skipped) {
    Map<TableName, Set<Long>> pinned = new TreeMap<>();
    held.readable().stream()
        .flatMap(release -> release.entries().stream())
        .forEach(e -> pins(pinned, e.table()).add(e.version()));
    policy
        .lineage()
        .apply(held.readable())
        .forEach((table, versions) -> pins(pinned, table).addAll(versions));
    SortedMap<TableName, SortedMap<String, Long>> out = new ConcurrentSkipListMap<>();
    Set<String> alone = java.util.concurrent.ConcurrentHashMap.newKeySet();
    LakeRepair.tables(lake).parallelStream()
        .forEach(
            table -> {
              Set<Long> versions = pinned.getOrDefault(table, Set.of());
              try {
                out.put(table, new TableGarbage(lake, table, versions, due()).files());
              } catch (RenxingException e) {
                alone.add(table + ": left alone, since " + e.getMessage());
              }
            });
    skipped.addAll(alone);
    return out;
  }

  private static Set<Long> pins(Map<TableName, Set<Long>> pinned, TableName table) {
    return pinned.computeIfAbsent(table, t -> new HashSet<>());
  }

  private Instant due() {
    return clock.instant().minus(policy.grace());
  }

  /** Tables to which rows are appended, and that have many small files. */
  private List<TableName> scattered() {
    return LakeRepair.tables(lake).stream()
        .filter(table -> KernelTable.isAvailable() && isAppended(table))
        .filter(table -> lake.state(table).isPresent())
        .filter(table -> lake.check().newest(table).kind() == TableCondition.Kind.SOUND)
        .filter(table -> new TableGarbage(lake, table, Set.of(), due()).smallFiles(SMALL) >= MANY)
        .toList();
  }

  private static boolean isAppended(TableName table) {
    return table.layer().equals("bronze")
        || table.layer().equals("ops")
        || table.equals(Releases.TABLE);
  }

  /** Which rows stay of tables that are put together anyway. */
  private Map<TableName, Predicate<Row>> wanted(HeldReleases held) {
    Set<String> releases = new HashSet<>();
    held.readable().forEach(release -> releases.add(release.id()));
    Set<String> old = oldRuns();
    return Map.of(
        Releases.TABLE,
        row -> releases.contains(row.<String>getAs("release_id")),
        RUN,
        row -> !old.contains(row.<String>getAs("run_id")),
        STEP,
        row -> !old.contains(row.<String>getAs("run_id")));
  }

  /** Runs whose records are no longer wanted. */
  private Set<String> oldRuns() {
    Set<String> out = new HashSet<>();
    Instant first = clock.instant().minus(Duration.ofDays(policy.logDays()));
    OptionalLong version = lake.version(RUN);
    if (version.isPresent() && KernelTable.isAvailable()) {
      lake.reader(RUN, version.getAsLong())
          .forEach(
              java.util.Optional.empty(),
              row -> {
                Timestamp at = row.getAs("started_at");
                if (at != null && at.toInstant().isBefore(first)) {
                  out.add(row.getAs("run_id"));
                }
              });
    }
    return out;
  }

  private void compact(TableName table, Predicate<Row> isKept) {
    progress.accept("put together " + table);
    TableState state = lake.state(table).orElseThrow();
    OptionalLong before = lake.version(table);
    String mark = Manifests.mark(runId);
    KernelRewrite rewrite =
        new KernelRewrite(
            lake.kernel(), new KernelTable(lake.kernel(), lake.path(table), mark), isKept);
    try {
      rewrite.run();
    } catch (IOException | RuntimeException e) {
      throw DeltaErrors.translate(table, lake.path(table), e);
    }
    progress.accept("record " + table);
    OwnCommit commit = OwnCommit.find(lake, table, mark, before, rewrite.rows());
    commit.record();
    lake.note(table, new TableState(commit.version(), state.parts(), state.notes()));
    LakeRepair.reread(lake, table);
  }

  private static List<String> names(List<TableName> tables) {
    return new ArrayList<>(tables.stream().map(TableName::toString).toList());
  }
}
