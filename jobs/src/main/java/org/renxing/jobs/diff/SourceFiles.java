package org.renxing.jobs.diff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
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

  /** Rows that are matched one by one, of all files of a source that differ. */
  private static final long MOST_MATCHED = 1_000_000;

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
   * @param came rows of B that A does not have; empty where the file has too many rows to match
   * @param went rows of A that B does not have, likewise
   */
  record FileChange(
      String file,
      Optional<Long> rowsA,
      Optional<Long> rowsB,
      Optional<Long> came,
      Optional<Long> went) {}

  /** Rows of a file, and a sum of their hashes that does not depend on their order. */
  private record Content(long rows, long hash) {
    static final Content NONE = new Content(0, 0);

    static Content of(Row row) {
      long hash = hashOf(row);
      return row.<Boolean>getAs("is_removed") ? new Content(-1, -hash) : new Content(1, hash);
    }

    Content plus(Content other) {
      return new Content(rows + other.rows, hash + other.hash);
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
    names.removeIf(name -> Objects.equals(filesA.get(name), filesB.get(name)));
    if (names.isEmpty()) {
      return Optional.empty();
    }
    Map<String, Map<Long, Integer>> moved = moved(names, filesA, filesB, a, b);
    List<FileChange> files = new ArrayList<>();
    for (String name : names) {
      Optional<Map<Long, Integer>> rows = Optional.ofNullable(moved.get(name));
      files.add(
          new FileChange(
              name,
              Optional.ofNullable(filesA.get(name)).map(Content::rows),
              Optional.ofNullable(filesB.get(name)).map(Content::rows),
              rows.map(m -> count(m, 1)),
              rows.map(m -> count(m, -1))));
    }
    return Optional.of(new Change(table.name(), rows(filesA), rows(filesB), files));
  }

  /** Of each file that is not too large how often B has a row more than A, by its hash. */
  private static Map<String, Map<Long, Integer>> moved(
      SortedSet<String> names,
      Map<String, Content> filesA,
      Map<String, Content> filesB,
      Optional<RowReader> a,
      Optional<RowReader> b) {
    Map<String, Map<Long, Integer>> out = new HashMap<>();
    long held = 0;
    for (String name : names) {
      held += filesA.getOrDefault(name, Content.NONE).rows();
      held += filesB.getOrDefault(name, Content.NONE).rows();
      if (held <= MOST_MATCHED) {
        out.put(name, new HashMap<>());
      }
    }
    a.ifPresent(log -> move(log, out, -1));
    b.ifPresent(log -> move(log, out, 1));
    return out;
  }

  private static void move(RowReader log, Map<String, Map<Long, Integer>> into, int sign) {
    log.with(READ)
        .forEach(
            Optional.empty(),
            row -> {
              Map<Long, Integer> rows = into.get(row.<String>getAs("source_file"));
              if (rows != null) {
                int one = row.<Boolean>getAs("is_removed") ? -sign : sign;
                rows.merge(hashOf(row), one, (x, y) -> x + y == 0 ? null : Integer.valueOf(x + y));
              }
            });
  }

  private static long count(Map<Long, Integer> moved, int sign) {
    return moved.values().stream().mapToLong(n -> Math.max(0, sign * n)).sum();
  }

  private static long hashOf(Row row) {
    String text = row.getAs("row_hash");
    return Long.parseLong(text.substring(0, Math.min(HASH_DIGITS, text.length())), 16);
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
            row -> out.merge(row.getAs("source_file"), Content.of(row), Content::plus));
    out.values().removeIf(Content.NONE::equals);
    return new TreeMap<>(out);
  }
}
