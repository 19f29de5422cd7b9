package org.renxing.lake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.fs.FileStatus;

/**
 * The files of the log of a Delta table, by version. They are looked at by name and read by
 * themselves, so that a damaged one is found and not passed over.
 */
final class TableLog {
  static final String FOLDER = "_delta_log";
  private static final Pattern NAME =
      Pattern.compile("(?:\\d{20}\\.)?(\\d{20})\\.(json|crc|compacted\\.json|checkpoint\\..*)");

  private final LakeFiles files;
  private final String folder;
  private final NavigableMap<Long, List<String>> names = new TreeMap<>();
  private final NavigableMap<Long, Instant> commits = new TreeMap<>();
  private final NavigableMap<String, Long> bytes = new TreeMap<>();

  private TableLog(LakeFiles files, String folder) {
    this.files = files;
    this.folder = folder;
  }

  /** The log of the table in a folder, as it is now. */
  static TableLog of(LakeFiles files, String table) {
    TableLog out = new TableLog(files, table + "/" + FOLDER);
    for (FileStatus file : files.list(out.folder)) {
      Matcher name = NAME.matcher(file.getPath().getName());
      if (name.matches()) {
        long version = Long.parseLong(name.group(1));
        out.names.computeIfAbsent(version, v -> new ArrayList<>()).add(name.group());
        out.bytes.put(name.group(), file.getLen());
        if (name.group().equals(commitName(version))) {
          out.commits.put(version, Instant.ofEpochMilli(file.getModificationTime()));
        }
      }
    }
    return out;
  }

  /** The newest version that is committed. */
  OptionalLong newest() {
    return commits.isEmpty() ? OptionalLong.empty() : OptionalLong.of(commits.lastKey());
  }

  /** When each version was committed, as far as the log goes back. */
  NavigableMap<Long, Instant> commits() {
    return Collections.unmodifiableNavigableMap(commits);
  }

  /** All files of the log that have a version, each with its bytes. */
  SortedMap<String, Long> files() {
    return Collections.unmodifiableSortedMap(bytes);
  }

  /** The version that the name of a file tells. */
  static long versionOf(String name) {
    Matcher matcher = NAME.matcher(name);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(name);
    }
    return Long.parseLong(matcher.group(1));
  }

  /** A commit; empty where its file is gone or not whole. */
  Optional<CommitFile> commit(long version) {
    return files.recorded(folder + "/" + commitName(version)).flatMap(CommitFile::parse);
  }

  /**
   * The files that a reader of a version needs: the last checkpoint up to it, all that comes after,
   * and its own commit.
   */
  List<String> segment(long version) {
    long checkpoint =
        names.headMap(version, true).descendingMap().entrySet().stream()
            .filter(e -> e.getValue().stream().anyMatch(name -> name.contains(".checkpoint.")))
            .mapToLong(e -> e.getKey())
            .findFirst()
            .orElse(-1);
    List<String> out = new ArrayList<>();
    names
        .subMap(checkpoint, true, version, true)
        .forEach(
            (at, all) ->
                all.stream()
                    .filter(name -> !name.endsWith(".crc"))
                    .filter(name -> at > checkpoint || name.contains(".checkpoint."))
                    .forEach(out::add));
    if (checkpoint == version) {
      out.add(commitName(version));
    }
    return out;
  }

  /** The checksum of a version, where there is one. */
  List<String> hints(long version) {
    return names.getOrDefault(version, List.of()).stream()
        .filter(name -> name.endsWith(".crc"))
        .toList();
  }

  /** All files of versions after one. */
  List<String> after(long version) {
    return names.tailMap(version, false).values().stream().flatMap(List::stream).toList();
  }

  static String commitName(long version) {
    return String.format(java.util.Locale.ROOT, "%020d.json", version);
  }
}
