package org.renxing.jobs.diff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.renxing.lake.Lake;
import org.renxing.lake.RowReader;
import org.renxing.model.RenxingException;
import org.renxing.model.TableName;

/**
 * The rows of sources behind two releases, file by file. A bronze table is a log of rows that came
 * and went; what holds of a file at a version are the rows that came without those that went.
 */
final class SourceFiles {
  private static final List<String> READ = List.of("source_file", "row_hash", "is_removed");

  /** Rows of a log that are read to tell files apart; of a longer one only the length is told. */
  private static final long MOST_ROWS = 5_000_000;

  private static final int HASH_DIGITS = 15;

  private SourceFiles() {}

  /**
   * A source whose rows differ.
   *
   * @param rowsA rows in force behind A; of a log that is too long to be read, all its rows
   * @param files files that came, went or hold other rows, by name; none for a log that is too long
   */
  record Change(String source, long rowsA, long rowsB, List<FileChange> files) {
    Change {
      files = List.copyOf(files);
    }
  }

  /**
   * A file that only one has, or whose rows differ.
   *
   * @param rowsA rows behind A; empty where A does not have the file
   */
  record FileChange(String file, Optional<Long> rowsA, Optional<Long> rowsB) {}

  /** Rows of a file, and a sum of their hashes that does not depend on their order. */
  private record Content(long rows, long hash) {
    static final Content NONE = new Content(0, 0);

    Content with(String rowHash, boolean isRemoved) {
      int digits = Math.min(HASH_DIGITS, rowHash.length());
      long hash = Long.parseLong(rowHash.substring(0, digits), 16);
      return isRemoved
          ? new Content(rows - 1, this.hash - hash)
          : new Content(rows + 1, this.hash + hash);
    }
  }

  /**
   * The sources whose rows differ between the versions of their bronze tables.
   *
   * @param notRead takes the sources whose rows can no longer be read, with the reason
   */
  static List<Change> changes(
      Lake a,
      SortedMap<TableName, Long> tablesA,
      Lake b,
      SortedMap<TableName, Long> tablesB,
      List<String> notRead) {
    SortedSet<TableName> tables = new TreeSet<>(tablesA.keySet());
    tables.addAll(tablesB.keySet());
    List<Change> out = new ArrayList<>();
    for (TableName table : tables) {
      Optional<Long> versionA = Optional.ofNullable(tablesA.get(table));
      Optional<Long> versionB = Optional.ofNullable(tablesB.get(table));
      boolean isSame = a.root().equals(b.root()) && versionA.equals(versionB);
      if (!isSame) {
        try {
          Optional<RowReader> readerA = versionA.map(version -> a.reader(table, version));
          Optional<RowReader> readerB = versionB.map(version -> b.reader(table, version));
          change(table, readerA, readerB).ifPresent(out::add);
        } catch (RenxingException e) {
          notRead.add(Origin.unlessStorage(e));
        }
      }
    }
    return out;
  }

  private static Optional<Change> change(
      TableName table, Optional<RowReader> a, Optional<RowReader> b) {
    long logA = a.map(RowReader::rowCount).orElse(0L);
    long logB = b.map(RowReader::rowCount).orElse(0L);
    if (Math.max(logA, logB) > MOST_ROWS) {
      return logA == logB
          ? Optional.empty()
          : Optional.of(new Change(table.name(), logA, logB, List.of()));
    }
    SortedMap<String, Content> filesA = a.map(SourceFiles::files).orElseGet(TreeMap::new);
    SortedMap<String, Content> filesB = b.map(SourceFiles::files).orElseGet(TreeMap::new);
    SortedSet<String> names = new TreeSet<>(filesA.keySet());
    names.addAll(filesB.keySet());
    List<FileChange> files = new ArrayList<>();
    for (String name : names) {
      Optional<Content> own = Optional.ofNullable(filesA.get(name));
      Optional<Content> other = Optional.ofNullable(filesB.get(name));
      if (!own.equals(other)) {
        files.add(new FileChange(name, own.map(Content::rows), other.map(Content::rows)));
      }
    }
    return files.isEmpty()
        ? Optional.empty()
        : Optional.of(new Change(table.name(), rows(filesA), rows(filesB), files));
  }

  private static long rows(Map<String, Content> files) {
    return files.values().stream().mapToLong(Content::rows).sum();
  }

  private static SortedMap<String, Content> files(RowReader log) {
    List<String> columns = List.of(log.schema().fieldNames());
    if (!columns.containsAll(READ)) {
      return new TreeMap<>();
    }
    Map<String, Content> out = new HashMap<>();
    log.with(READ)
        .forEach(
            Optional.empty(),
            row ->
                out.merge(
                    row.getAs("source_file"),
                    Content.NONE.with(row.getAs("row_hash"), row.getAs("is_removed")),
                    (x, y) -> new Content(x.rows() + y.rows(), x.hash() + y.hash())));
    out.values().removeIf(Content.NONE::equals);
    return new TreeMap<>(out);
  }
}
