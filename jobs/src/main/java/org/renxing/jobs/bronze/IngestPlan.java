package org.renxing.jobs.bronze;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.renxing.jobs.bronze.SourceFiles.SourceFile;
import org.renxing.model.YearRange;

/**
 * What there is to do with the files of a source.
 *
 * @param known files whose rows the table holds before
 * @param renamed files that are known by an old name, which is no longer there, to the new one
 * @param read files to be read: new, changed, or known for other years only under the old name
 */
record IngestPlan(
    SourceFiles here,
    TakenFiles known,
    SortedMap<String, String> renamed,
    SortedMap<String, SourceFile> read) {
  IngestPlan {
    renamed = new TreeMap<>(renamed);
    read = new TreeMap<>(read);
  }

  boolean isEmpty() {
    return read.isEmpty() && renamed.isEmpty();
  }

  /** Names under which the content of a renamed file was taken in: old ones, and maybe its own. */
  Set<String> before(String name) {
    Set<String> out = new TreeSet<>(renamed.keySet());
    out.removeIf(old -> !renamed.get(old).equals(name));
    if (known.hasContent(name, here.byName().get(name).hash())) {
      out.add(name);
    }
    return out;
  }

  /**
   * Whether a renamed file is read without limit of years: all of it was taken in before, or it was
   * read otherwise, so that the rows of other years cannot be told by what they were.
   */
  boolean isReadWhole(String name) {
    return renamed.containsValue(name)
        && !before(name).stream()
            .allMatch(old -> known.isPart(old, here.byName().get(name).hash()));
  }

  /**
   * What the table holds of a file once it has been read.
   *
   * @param years to which the ingest is limited; empty for all
   * @param lost stands for the content of rows whose record is lost
   */
  String mark(String name, Optional<YearRange> years, String lost) {
    String hash = here.byName().get(name).hash();
    if (years.isEmpty() || isReadWhole(name)) {
      return hash;
    }
    Set<String> names = renamed.containsValue(name) ? before(name) : Set.of(name);
    List<String> marks =
        names.stream().flatMap(n -> Optional.ofNullable(known.marks().get(n)).stream()).toList();
    FileMark before = marks.isEmpty() ? new FileMark(List.of()) : FileMark.of(marks);
    return before.with(hash, years.get(), lost).text();
  }

  String text() {
    return read.size() + " new or changed files";
  }
}
