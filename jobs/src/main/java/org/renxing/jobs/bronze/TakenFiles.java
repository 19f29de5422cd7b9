package org.renxing.jobs.bronze;

import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.renxing.lake.Fingerprint;
import org.renxing.lake.Lake;
import org.renxing.lake.TableState;
import org.renxing.model.FileForm;
import org.renxing.model.TableSpec;

/**
 * The files whose rows a bronze table holds: name to a {@link FileMark}. It is empty where the
 * record is lost; the names then come from the rows.
 */
record TakenFiles(SortedMap<String, String> marks) {
  private static final String FILE = "file:";
  private static final String LIMIT = "|";
  private static final String READING = "-";

  TakenFiles {
    marks = Collections.unmodifiableSortedMap(new TreeMap<>(marks));
  }

  /** The files of a table. */
  static TakenFiles of(Lake lake, TableSpec table, Optional<TableState> state) {
    SortedMap<String, String> out = new TreeMap<>();
    if (state.isPresent()) {
      state
          .get()
          .notes()
          .forEach(
              (key, mark) -> {
                if (isNote(key)) {
                  out.put(key.substring(FILE.length()), mark);
                }
              });
    } else if (lake.isThere(table.name())) {
      BronzeLog.current(lake.read(table), state)
          .where(col("source_file").isNotNull())
          .select(ReceivedRows.fileName(col("source_file")))
          .distinct()
          .collectAsList()
          .forEach((Row row) -> out.put(row.getString(0), ""));
    }
    return new TakenFiles(out);
  }

  /** What is held of a file; empty where it is not known by that name. */
  Optional<FileMark> mark(String name) {
    return Optional.ofNullable(marks.get(name)).map(FileMark::parse);
  }

  /** Those that are no longer there. */
  List<String> missing(Collection<String> here) {
    return marks.keySet().stream().filter(name -> !here.contains(name)).toList();
  }

  /**
   * Those that are no longer there under their name, but whose content is, under another, however
   * it was read: old name to new. Where several files have that content, a name that is new comes
   * first.
   *
   * @param form tells whether rows depend on the name of their file, which may give their year:
   *     then a file of the same content that was taken in before, or whose name gives another year,
   *     is another one, and one file stands for one only
   */
  SortedMap<String, String> renamed(SourceFiles here, FileForm form) {
    boolean isNameRead = form.yearFrom().isPresent();
    SortedMap<String, String> out = new TreeMap<>();
    for (String old : missing(here.byName().keySet())) {
      String content = content(marks.get(old));
      List<String> same =
          here.byName().entrySet().stream()
              .filter(e -> content(e.getValue().hash()).equals(content))
              .map(Map.Entry::getKey)
              .filter(
                  name -> !isNameRead || !(hasContent(name, content) || out.containsValue(name)))
              .filter(name -> isYearAlike(form, old, name))
              .toList();
      same.stream()
          .filter(name -> !marks.containsKey(name))
          .findFirst()
          .or(() -> same.stream().findFirst())
          .ifPresent(name -> out.put(old, name));
    }
    return out;
  }

  /** A name that gives no year leaves it to the content. */
  private static boolean isYearAlike(FileForm form, String old, String name) {
    Optional<String> before = form.yearIn(old);
    Optional<String> now = form.yearIn(name);
    return before.isEmpty() || now.isEmpty() || before.equals(now);
  }

  /** Whether the rows of a file came from the content of this hash, however it was read. */
  boolean hasContent(String name, String hash) {
    return content(marks.getOrDefault(name, "")).equals(content(hash));
  }

  /**
   * Whether of a file of this hash, and read in this way, only rows of some years were taken in.
   */
  boolean isPart(String name, String hash) {
    return marks.getOrDefault(name, "").startsWith(hash + LIMIT);
  }

  /** Those whose content was taken in for some years only: years to names. */
  SortedMap<String, List<String>> limited() {
    SortedMap<String, List<String>> out = new TreeMap<>();
    marks.forEach(
        (name, mark) -> {
          FileMark.Held newest = FileMark.parse(mark).newest();
          if (!newest.years().isEmpty()) {
            out.computeIfAbsent(FileMark.text(newest.years()), y -> new ArrayList<>()).add(name);
          }
        });
    return out;
  }

  /** What they come to once some have gone and others were taken in. */
  TakenFiles after(Collection<String> gone, Map<String, String> taken) {
    SortedMap<String, String> out = new TreeMap<>(marks);
    out.keySet().removeAll(gone);
    out.putAll(taken);
    return new TakenFiles(out);
  }

  /** Whether a key of a table's notes is one of {@link #notes}. */
  static boolean isNote(String key) {
    return key.startsWith(FILE);
  }

  /** As notes of the table's state. */
  Map<String, String> notes() {
    SortedMap<String, String> out = new TreeMap<>();
    marks.forEach((name, mark) -> out.put(FILE + name, mark));
    return out;
  }

  /** What tells the table's content from others, whatever the way there. */
  String content() {
    return Fingerprint.of(notes().toString());
  }

  /** What the file holds, without how it was read and which years were taken in. */
  private static String content(String mark) {
    return before(before(mark, LIMIT), READING);
  }

  private static String before(String text, String end) {
    int at = text.indexOf(end);
    return at < 0 ? text : text.substring(0, at);
  }
}
