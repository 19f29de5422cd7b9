package org.renxing.lake;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Manifests on record: one file a version in the folder {@code _renxing_manifest} of each table,
 * written after its commit. They follow from log and rows, and are compared with both.
 */
final class Manifests {
  static final String FOLDER = "_renxing_manifest";
  private static final int KEPT = 5;

  /** Begins what a write of the product leaves in its commit. */
  static final String OURS = "renxing ";

  private final LakeFiles files;
  private final Set<String> verified = ConcurrentHashMap.newKeySet();

  Manifests(LakeFiles files) {
    this.files = files;
  }

  /** A mark for one commit of a run, unlike all others. */
  static String mark(String runId) {
    return OURS + runId + " " + UUID.randomUUID();
  }

  /** The manifest of a version; empty where there is none, or it is not whole. */
  Optional<Manifest> find(String table, long version) {
    return files
        .recorded(file(table, version))
        .flatMap(Manifest::parse)
        .filter(m -> m.version() == version);
  }

  /** The newest manifest that is whole, up to a version. */
  Optional<Manifest> newest(String table, long upTo) {
    return versions(table).stream()
        .filter(v -> v <= upTo)
        .map(v -> find(table, v))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** Versions that have a manifest, whole or not, newest first. */
  List<Long> versions(String table) {
    List<Long> out = new ArrayList<>();
    files
        .list(table + "/" + FOLDER)
        .forEach(
            file -> {
              String name = file.getPath().getName();
              if (name.matches("\\d{20}\\.json")) {
                out.add(0, Long.parseLong(name.substring(0, 20)));
              }
            });
    return out;
  }

  /**
   * Records what a version consists of, from the manifest before it and the commits since, or from
   * all commits.
   *
   * @return empty where the log does not go back far enough, a commit is not whole, or a file is
   *     gone
   */
  Optional<Manifest> record(String table, TableLog log, long version, Optional<Manifest> before) {
    NavigableMap<String, String> rows = new TreeMap<>();
    before.ifPresent(m -> rows.putAll(m.rows()));
    for (long v = before.map(m -> m.version() + 1).orElse(0L); v <= version; v++) {
      Optional<CommitFile> commit = log.commit(v);
      if (commit.isEmpty()) {
        return Optional.empty();
      }
      commit.get().removed().forEach(rows::remove);
      commit.get().added().forEach(file -> rows.put(file.path(), ""));
    }
    for (Map.Entry<String, String> file : rows.entrySet()) {
      if (file.getValue().isEmpty()) {
        file.setValue(files.mark(table + "/" + file.getKey()).orElse(""));
      }
    }
    Manifest out =
        new Manifest(
            version, marks(table, log.segment(version)), rows, marks(table, log.hints(version)));
    if (rows.containsValue("") || out.log().containsValue("")) {
      return Optional.empty();
    }
    write(table, out);
    return Optional.of(out);
  }

  /** Puts a manifest on record, which holds. */
  void write(String table, Manifest manifest) {
    files.write(file(table, manifest.version()), manifest.text());
    verified.add(key(table, manifest));
  }

  private SortedMap<String, String> marks(String table, List<String> names) {
    SortedMap<String, String> out = new TreeMap<>();
    String folder = table + "/" + TableLog.FOLDER + "/";
    names.forEach(name -> out.put(name, files.mark(folder + name).orElse("")));
    return out;
  }

  /** Deletes all manifests but the newest few, to which a damaged table can be set back. */
  void keepNewest(String table) {
    versions(table).stream().skip(KEPT).forEach(version -> delete(table, version));
  }

  /** Deletes a manifest, so that the version counts as not recorded. */
  void delete(String table, long version) {
    files.delete(file(table, version));
  }

  /** What differs on storage from a manifest's log; empty where nothing does. */
  List<String> faultsOfLog(String table, Manifest manifest) {
    return faults(table + "/" + TableLog.FOLDER, manifest.log());
  }

  /** What differs on storage from a manifest's rows; empty where nothing does. */
  List<String> faultsOfRows(String table, Manifest manifest) {
    return faults(table, manifest.rows());
  }

  /** What differs of files that may be lost without harm, but are there. */
  List<String> faultsOfHints(String table, Manifest manifest) {
    String folder = table + "/" + TableLog.FOLDER;
    return manifest.hints().entrySet().stream()
        .filter(
            e ->
                files
                    .mark(folder + "/" + e.getKey())
                    .filter(m -> !m.equals(e.getValue()))
                    .isPresent())
        .map(e -> e.getKey())
        .toList();
  }

  /** Whether a manifest was compared with storage before, and found to hold. */
  boolean isVerified(String table, Manifest manifest) {
    return verified.contains(key(table, manifest));
  }

  /** Takes note that it was. */
  void verified(String table, Manifest manifest) {
    verified.add(key(table, manifest));
  }

  /** Forgets what was compared. */
  void forget() {
    verified.clear();
  }

  private List<String> faults(String folder, SortedMap<String, String> marks) {
    List<String> out = new ArrayList<>();
    marks.forEach(
        (name, mark) -> {
          Optional<String> now = files.mark(folder + "/" + name);
          if (now.isEmpty()) {
            out.add(name + " is gone");
          } else if (!now.get().equals(mark)) {
            out.add(name + " is not as it was written" + lengths(mark, now.get()));
          }
        });
    return out;
  }

  private static String lengths(String before, String now) {
    String was = before.substring(0, before.indexOf(':'));
    String is = now.substring(0, now.indexOf(':'));
    return was.equals(is) ? "" : " (" + is + " bytes in place of " + was + ")";
  }

  private static String key(String table, Manifest manifest) {
    return table + " " + manifest.hash();
  }

  private static String file(String table, long version) {
    return table + "/" + FOLDER + "/" + String.format(Locale.ROOT, "%020d.json", version);
  }
}
