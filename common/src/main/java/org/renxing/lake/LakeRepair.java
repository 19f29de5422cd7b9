package org.renxing.lake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.delta.DeltaLog;
import org.renxing.lake.TableCondition.Kind;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;
import org.renxing.model.TableName;

/**
 * Puts a lake right before a run works on it: what never was committed, or was written by others,
 * is undone; what follows from other tables is left for the run to make again; logs keep the rows
 * that are sound. Only rows that came from source files cannot be had from the lake: they are
 * refused, with the command that takes them anew.
 */
public final class LakeRepair {
  static final List<String> LAYERS = List.of("bronze", "silver", "gold", "ops");

  /** A table of silver that also holds what came of files which are gone. */
  private static final TableName SUMS = TableName.silver("raster_sum");

  private final Lake lake;
  private final Salvage salvage;
  private final SortedMap<TableName, List<String>> done = new TreeMap<>();
  private final List<String> refused = new ArrayList<>();

  /**
   * A repair.
   *
   * @param runId the run that does it; what is taken out of the way goes to a folder of that name
   */
  public LakeRepair(Lake lake, String runId) {
    this.lake = lake;
    this.salvage = new Salvage(lake, runId);
  }

  /**
   * What was found and done.
   *
   * @param done whole sentences by table
   * @param isReleaseDamaged whether the newest release names versions that are not as they were
   */
  public record Result(SortedMap<TableName, List<String>> done, boolean isReleaseDamaged) {
    public Result {
      done = new TreeMap<>(done);
    }
  }

  /**
   * Looks at all tables and repairs what can be repaired without loss.
   *
   * @throws RenxingException STORAGE where rows of source files are lost
   */
  public Result run() {
    conditions(lake).forEach(this::repair);
    if (!refused.isEmpty()) {
      done.values().forEach(refused::addAll);
      throw new RenxingException(ErrorCode.STORAGE, String.join("\n", refused));
    }
    return new Result(done, isReleaseDamaged());
  }

  /** Repairs the logs alone, for a run that takes damaged tables out of the way itself. */
  public Result runOnLogs() {
    conditions(lake).stream().filter(now -> isLog(now.table())).forEach(this::repair);
    return new Result(done, false);
  }

  /** What {@link #run} would find, without repairing it. */
  public static Result look(Lake lake) {
    SortedMap<TableName, List<String>> out = new TreeMap<>();
    conditions(lake).stream()
        .filter(now -> !now.faults().isEmpty())
        .forEach(now -> out.put(now.table(), List.of(now.text() + "; a run would see to it")));
    return new Result(out, false);
  }

  /**
   * Takes a table out of the way, rows, log and records.
   *
   * @return where it is now
   */
  public static String setAside(Lake lake, TableName table, String runId) {
    Salvage salvage = new Salvage(lake, runId);
    salvage.setAside(table);
    return salvage.place(table);
  }

  private static List<TableCondition> conditions(Lake lake) {
    return tables(lake).parallelStream().map(lake.check()::newest).toList();
  }

  /** Tables that have a folder. */
  static List<TableName> tables(Lake lake) {
    return LAYERS.stream()
        .flatMap(
            layer ->
                lake.files().list(lake.root() + "/" + layer).stream()
                    .filter(folder -> folder.isDirectory())
                    .map(folder -> folder.getPath().getName())
                    .filter(name -> name.matches("[a-z][a-z0-9_]*"))
                    .map(name -> new TableName(layer, name)))
        .toList();
  }

  private void repair(TableCondition now) {
    TableName table = now.table();
    String path = lake.path(table);
    if (lake.states().isDamaged(path)) {
      lake.states().forget(path);
      say(table, table + ": its record (" + TableStates.FILE + ") was damaged and is made again");
    }
    switch (now.kind()) {
      case ABSENT, SOUND -> {}
      case UNRECORDED -> adopt(now);
      case FOREIGN -> {
        salvage.restore(now);
        say(table, now.text() + "; the table was set back to version " + now.readable());
      }
      case TORN -> undo(now);
      case HINT_DAMAGED -> {
        salvage.dropHints(now);
        say(table, now.text() + "; it is not needed and was taken away");
      }
      case LOG_DAMAGED, ROWS_DAMAGED -> repairDamage(now);
    }
  }

  /** Undoes commits that are not whole, unless the record of their table tells that they were. */
  private void undo(TableCondition now) {
    long before = now.recorded().orElseThrow().version();
    boolean wasWhole =
        lake.lastState(now.table()).filter(state -> state.version() > before).isPresent();
    if (wasWhole && isSource(now.table())) {
      refuse(now);
    } else {
      salvage.rollBack(now.table(), before);
      say(now.table(), now.text() + "; it is undone");
    }
  }

  /** Records a version that is whole, and was not recorded. */
  private void adopt(TableCondition now) {
    TableName table = now.table();
    String path = lake.path(table);
    long version = now.newest().orElseThrow();
    Optional<TableStates.Recorded> known =
        lake.states().find(path).filter(r -> r.state().version() == version);
    TableLog log = TableLog.of(lake.files(), path);
    Optional<Manifest> base =
        now.recorded().isPresent()
            ? now.recorded()
            : new VersionFiles(lake).base(table, version, log);
    Optional<Manifest> made = lake.manifests().record(path, log, version, base);
    if (made.isEmpty() && log.commit(0).isEmpty()) {
      return; // the log does not go back far enough to tell
    }
    String hash = known.map(TableStates.Recorded::manifest).orElse("");
    if (made.isEmpty() || !(hash.isEmpty() || hash.equals(made.get().hash()))) {
      repairDamage(
          new TableCondition(
              table,
              Kind.ROWS_DAMAGED,
              now.newest(),
              made,
              List.of("files of its rows are gone or not as they were written")));
      return;
    }
    known
        .map(TableStates.Recorded::state)
        .or(() -> salvage.stateOfSameRows(now, log))
        .ifPresent(state -> lake.note(table, state));
  }

  private void repairDamage(TableCondition now) {
    TableName table = now.table();
    if (isLog(table)) {
      say(table, now.text() + "; " + salvage.fromRows(now));
    } else if (!isSource(table)) {
      if (now.kind() == Kind.LOG_DAMAGED) {
        salvage.rollBack(table, now.recorded().map(Manifest::version).orElse(-1L));
      }
      lake.states().forget(lake.path(table));
      say(table, now.text() + "; the table is made again");
    } else if (now.kind() == Kind.LOG_DAMAGED && salvage.hasAllRows(table)) {
      say(table, now.text() + "; " + salvage.fromRows(now));
    } else {
      refuse(now);
    }
  }

  private static boolean isLog(TableName table) {
    return table.layer().equals("ops") || table.equals(Releases.TABLE);
  }

  private static boolean isSource(TableName table) {
    return table.layer().equals("bronze") || table.equals(SUMS);
  }

  private void refuse(TableCondition now) {
    refused.add(
        now.text()
            + "; its rows came from files: run bin/renxing repair "
            + now.table()
            + ", and the next run takes them in again");
  }

  private boolean isReleaseDamaged() {
    Optional<Releases.Release> newest;
    try {
      newest = new Releases(lake).newest();
    } catch (RenxingException e) {
      say(Releases.TABLE, e.getMessage());
      return true;
    }
    if (newest.isEmpty()) {
      return false;
    }
    List<TableCondition> damaged =
        newest.get().tables().parallelStream()
            .flatMap(
                table ->
                    newest.get().version(table).stream()
                        .map(v -> lake.check().released(table, v, newest.get().manifest(table))))
            .filter(c -> !c.isReadable())
            .toList();
    damaged.stream()
        .filter(c -> !done.containsKey(c.table()))
        .forEach(
            c ->
                say(
                    c.table(),
                    "release "
                        + newest.get().id()
                        + " names "
                        + c.text()
                        + "; the release is published anew"));
    return !damaged.isEmpty();
  }

  private void say(TableName table, String text) {
    done.merge(
        table,
        List.of(text),
        (before, more) -> Stream.concat(before.stream(), more.stream()).toList());
  }

  /** Makes Spark read the log of a table again. */
  static void reread(Lake lake, TableName table) {
    LakeSession.atWork()
        .ifPresent(
            spark ->
                DeltaLog.invalidateCache(
                    (org.apache.spark.sql.classic.SparkSession) spark,
                    new org.apache.hadoop.fs.Path(lake.path(table))));
    lake.manifests().forget();
  }
}
