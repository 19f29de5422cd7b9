package org.renxing.lake;

import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.model.TableName;

/** What can be done with a table whose log or rows are not as they were written. */
final class Salvage {
  /** Files that were taken out of the way, by run, below the root of the lake. */
  static final String FOLDER = "_damaged";

  private static final String SCENARIO = "scenario_id";

  private final Lake lake;
  private final String runId;

  Salvage(Lake lake, String runId) {
    this.lake = lake;
    this.runId = runId;
  }

  /**
   * Takes commits after a version, and all that was recorded of them, out of the way.
   *
   * @param version -1 for all commits, after which there is no table
   */
  void rollBack(TableName table, long version) {
    String path = lake.path(table);
    String log = path + "/" + TableLog.FOLDER;
    TableLog.of(lake.files(), path).after(version).forEach(name -> aside(table, log, name));
    // it names the last checkpoint, and is only a short cut to it
    lake.files().delete(log + "/_last_checkpoint");
    lake.manifests().versions(path).stream()
        .filter(v -> v > version)
        .forEach(v -> lake.manifests().delete(path, v));
    LakeRepair.reread(lake, table);
  }

  /** Sets a table back to the version on record, by a commit after those of others. */
  void restore(TableCondition now) {
    TableName table = now.table();
    String path = lake.path(table);
    Manifest recorded = now.recorded().orElseThrow();
    Optional<TableState> state =
        lake.lastState(table).filter(s -> s.version() == recorded.version());
    lake.spark()
        .sql("RESTORE TABLE delta.`" + path + "` TO VERSION AS OF " + recorded.version())
        .collect();
    TableLog log = TableLog.of(lake.files(), path);
    long version = log.newest().orElseThrow();
    lake.manifests().record(path, log, version, Optional.of(recorded));
    state.ifPresent(s -> lake.note(table, new TableState(version, s.parts(), s.notes())));
  }

  /** Takes files away that may be lost without harm. */
  void dropHints(TableCondition now) {
    String path = lake.path(now.table());
    Manifest recorded = now.recorded().orElseThrow();
    now.faults().forEach(name -> aside(now.table(), path + "/" + TableLog.FOLDER, name));
    lake.manifests()
        .write(
            path,
            new Manifest(recorded.version(), recorded.log(), recorded.rows(), new TreeMap<>()));
    LakeRepair.reread(lake, now.table());
  }

  /**
   * Whether all rows that were recorded last are as they were written; not where the table's state
   * tells of a later version than the newest manifest that is whole.
   */
  boolean hasAllRows(TableName table) {
    String path = lake.path(table);
    Optional<TableState> state = lake.lastState(table);
    return last(table)
        .filter(m -> state.filter(s -> s.version() > m.version()).isEmpty())
        .filter(m -> lake.manifests().faultsOfRows(path, m).isEmpty())
        .isPresent();
  }

  /** The state of the version on record for the newest one, where its rows are the same. */
  Optional<TableState> stateOfSameRows(TableCondition now, TableLog log) {
    long recorded = now.recorded().map(Manifest::version).orElse(-1L);
    long newest = now.newest().orElseThrow();
    boolean isSame =
        LongStream.rangeClosed(recorded + 1, newest)
            .allMatch(v -> log.commit(v).filter(commit -> !commit.changesData()).isPresent());
    return lake.lastState(now.table())
        .filter(state -> isSame && state.version() == recorded)
        .map(state -> new TableState(newest, state.parts(), state.notes()));
  }

  /**
   * Makes a table anew from the files of its rows that are sound.
   *
   * @return what was done, as a clause
   */
  String fromRows(TableCondition now) {
    TableName table = now.table();
    String path = lake.path(table);
    Optional<Manifest> last = last(table);
    List<String> sound = last.map(m -> sound(path, m)).orElseGet(() -> readable(table));
    int lost = last.map(m -> m.rows().size()).orElse(sound.size()) - sound.size();
    Optional<TableState> state = lake.lastState(table);
    if (now.kind() == TableCondition.Kind.LOG_DAMAGED) {
      rollBack(table, -1);
    }
    if (sound.isEmpty()) {
      rollBack(table, -1);
      keepNotes(table, state);
      return "none of its rows could be saved, and it begins anew";
    }
    Dataset<Row> rows =
        lake.spark().read().option("basePath", path).parquet(sound.toArray(String[]::new));
    if (isByScenario(rows)) { // the value stands in the name of a folder, where 1 may be a number
      rows = rows.withColumn(SCENARIO, col(SCENARIO).cast("string"));
    }
    if (last.isEmpty()) {
      rows = rows.distinct();
    }
    rows = rows.cache();
    try {
      write(table, rows, state, last.isPresent() && lost == 0);
    } finally {
      rows.unpersist();
    }
    return lost == 0
        ? "it was made anew from its rows, which are whole"
        : "the rows of " + lost + " of its files are lost, the others were saved";
  }

  private void write(
      TableName table, Dataset<Row> rows, Optional<TableState> state, boolean isWhole) {
    OptionalLong before = lake.version(table);
    String mark = Manifests.mark(runId);
    DeltaWriter writer = new DeltaWriter(table, lake.path(table), mark);
    writer.replace(rows, isByScenario(rows) ? new String[] {SCENARIO} : new String[0]);
    OwnCommit commit = OwnCommit.find(lake, table, mark, before, rows.count());
    commit.record();
    if (isWhole && state.isPresent()) {
      lake.note(table, new TableState(commit.version(), state.get().parts(), state.get().notes()));
    } else {
      keepNotes(table, state);
    }
  }

  /**
   * A record that fits no version, so that only what it notes is known, such as the last release.
   */
  private void keepNotes(TableName table, Optional<TableState> state) {
    String path = lake.path(table);
    state.ifPresentOrElse(
        s -> lake.states().write(path, new TableState(-1, new TreeMap<>(), s.notes()), ""),
        () -> lake.states().forget(path));
  }

  /** Takes a table out of the way, rows and all. */
  void setAside(TableName table) {
    lake.files().move(lake.path(table), place(table));
    LakeRepair.reread(lake, table);
  }

  /** Where files of a table go that are taken out of the way. */
  String place(TableName table) {
    return lake.root() + "/" + FOLDER + "/" + runId + "/" + table.layer() + "/" + table.name();
  }

  private Optional<Manifest> last(TableName table) {
    return lake.manifests().newest(lake.path(table), Long.MAX_VALUE);
  }

  private List<String> sound(String path, Manifest manifest) {
    List<String> out = new ArrayList<>();
    manifest
        .rows()
        .forEach(
            (name, mark) ->
                lake.files()
                    .mark(path + "/" + name)
                    .filter(mark::equals)
                    .ifPresent(same -> out.add(path + "/" + name)));
    return out;
  }

  private static boolean isByScenario(Dataset<Row> rows) {
    return List.of(rows.columns()).contains(SCENARIO);
  }

  /** Files of rows in the folder of a table that can be read to their end. */
  private List<String> readable(TableName table) {
    List<String> out = new ArrayList<>();
    List<FileStatus> files = new ArrayList<>(lake.files().list(lake.path(table)));
    lake.files().list(lake.path(table)).stream()
        .filter(f -> f.isDirectory() && f.getPath().getName().startsWith(SCENARIO + "="))
        .forEach(f -> files.addAll(lake.files().list(f.getPath().toString())));
    for (FileStatus file : files) {
      String name = file.getPath().toString();
      if (file.isFile() && name.endsWith(".parquet") && isReadable(name)) {
        out.add(name);
      }
    }
    return out;
  }

  private boolean isReadable(String file) {
    try {
      lake.spark().read().parquet(file).write().format("noop").mode("overwrite").save();
      return true;
    } catch (RuntimeException damaged) {
      return false; // said by the one who asked
    }
  }

  private void aside(TableName table, String folder, String name) {
    lake.files().move(folder + "/" + name, place(table) + "/" + name);
  }
}
