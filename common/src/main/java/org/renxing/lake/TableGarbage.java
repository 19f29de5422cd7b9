package org.renxing.lake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.hadoop.fs.FileStatus;
import org.renxing.model.TableName;

/** The files of a table that no version needs which is kept or may be read. */
final class TableGarbage {
  private final Lake lake;
  private final TableName table;
  private final String path;
  private final TableLog log;
  private final Instant due;
  private final Set<Long> pinned;

  /**
   * A table.
   *
   * @param pinned versions that are held whatever their age
   * @param due files count as garbage where no reader can have come to them since
   */
  TableGarbage(Lake lake, TableName table, Set<Long> pinned, Instant due) {
    this.lake = lake;
    this.table = table;
    this.path = lake.path(table);
    this.log = TableLog.of(lake.files(), path);
    this.due = due;
    this.pinned = Set.copyOf(pinned);
  }

  /**
   * Paths of files with their bytes, in the order in which they may be deleted: nothing that is
   * held needs any of them.
   *
   * @throws org.renxing.model.RenxingException STORAGE where it is not known what a held version
   *     consists of
   */
  SortedMap<String, Long> files() {
    SortedMap<String, Long> out = new TreeMap<>();
    if (log.newest().isEmpty()) {
      return out;
    }
    NavigableSet<Long> held = held();
    rows(held, out);
    log(held, out);
    String folder = path + "/" + Manifests.FOLDER;
    for (FileStatus file : lake.files().list(folder)) {
      String name = file.getPath().getName();
      boolean isOfHeld =
          name.matches("\\d{20}\\.json") && held.contains(Long.parseLong(name.substring(0, 20)));
      if (!isOfHeld && isDue(file)) {
        out.put(folder + "/" + name, file.getLen());
      }
    }
    return out;
  }

  /** Versions whose files stay: pinned ones, the newest, and those that a reader may be at. */
  private NavigableSet<Long> held() {
    NavigableSet<Long> out = new TreeSet<>(pinned);
    out.retainAll(log.commits().keySet());
    out.add(log.newest().getAsLong());
    lake.lastState(table).map(TableState::version).filter(v -> v >= 0).ifPresent(out::add);
    lake.manifests().newest(path, log.newest().getAsLong()).ifPresent(m -> out.add(m.version()));
    log.commits()
        .forEach(
            (version, at) -> {
              if (at.isAfter(due) && log.commits().containsKey(version - 1)) {
                out.add(version - 1); // its rows were the newest until then
              }
            });
    out.retainAll(log.commits().keySet());
    return out;
  }

  private void rows(Set<Long> held, SortedMap<String, Long> out) {
    VersionFiles files = new VersionFiles(lake);
    Set<String> needed = new HashSet<>();
    held.forEach(version -> needed.addAll(files.of(table, version).keySet()));
    rows("", needed, out);
  }

  private void rows(String below, Set<String> needed, SortedMap<String, Long> out) {
    for (FileStatus file : lake.files().list(path + "/" + below)) {
      String name = below + file.getPath().getName();
      if (file.isDirectory() && file.getPath().getName().contains("=")) {
        rows(name + "/", needed, out);
      } else if (!file.isDirectory() && isLeft(file, below, needed)) {
        out.put(path + "/" + name, file.getLen());
      }
    }
  }

  /** Whether a file is one of rows, or what writers leave beside such files or in place of them. */
  private boolean isLeft(FileStatus file, String below, Set<String> needed) {
    String name = file.getPath().getName();
    String of = name.replaceFirst("^\\.(.*)\\.crc$", "$1");
    boolean isRows = of.endsWith(".parquet") && !needed.contains(below + of);
    return (isRows || name.startsWith("_part-")) && isDue(file);
  }

  private void log(Set<Long> held, SortedMap<String, Long> out) {
    Set<String> needed = new HashSet<>();
    for (long version : held) {
      Optional<Manifest> manifest = lake.manifests().find(path, version);
      manifest.ifPresent(m -> needed.addAll(m.log().keySet()));
      manifest.ifPresent(m -> needed.addAll(m.hints().keySet()));
      needed.addAll(log.segment(version));
    }
    // a checkpoint is found with the commit of its version
    List.copyOf(needed).stream()
        .filter(name -> name.contains(".checkpoint."))
        .forEach(name -> needed.add(TableLog.commitName(TableLog.versionOf(name))));
    long newest = log.newest().getAsLong();
    log.files()
        .forEach(
            (name, bytes) -> {
              if (!needed.contains(name) && TableLog.versionOf(name) < newest) {
                out.put(path + "/" + TableLog.FOLDER + "/" + name, bytes);
              }
            });
  }

  private boolean isDue(FileStatus file) {
    return !Instant.ofEpochMilli(file.getModificationTime()).isAfter(due);
  }

  /** How many small files the fullest partition of the newest version has. */
  int smallFiles(long small) {
    SortedMap<String, Long> newest = new VersionFiles(lake).of(table, log.newest().orElseThrow());
    SortedMap<String, Integer> count = new TreeMap<>();
    newest.forEach(
        (name, bytes) -> {
          if (bytes < small) {
            count.merge(name.substring(0, name.lastIndexOf('/') + 1), 1, Integer::sum);
          }
        });
    return new ArrayList<>(count.values()).stream().mapToInt(n -> n).max().orElse(0);
  }
}
