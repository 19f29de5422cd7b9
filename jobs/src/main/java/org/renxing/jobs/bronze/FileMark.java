package org.renxing.jobs.bronze;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.renxing.model.YearRange;

/**
 * What a bronze table holds of a file: the hash of the content as it was taken in last, with the
 * years where the ingest was limited to some, then what is held beside that from earlier ingests,
 * newest first. As text {@code HASH}, or {@code HASH|2018..2019;OLDER|2017..2017;OLDEST}.
 *
 * <p>All of it is on record and not the last ingest alone, since it stands for the content of the
 * table: two tables that hold other years must never have equal records.
 */
record FileMark(List<Held> held) {
  private static final String AND = ";";
  private static final String LIMIT = "|";
  private static final String YEARS = ",";

  FileMark {
    held = List.copyOf(held);
  }

  /**
   * Rows from one content of the file.
   *
   * @param years of the rows; empty for all that are not held of a newer content
   */
  record Held(String hash, SortedSet<Integer> years) {
    Held {
      years = Collections.unmodifiableSortedSet(new TreeSet<>(years));
    }

    private boolean isWhole() {
      return years.isEmpty();
    }

    private String text() {
      return isWhole() ? hash : hash + LIMIT + FileMark.text(years);
    }
  }

  /** Reads a mark; an empty one holds rows of which nothing is known. */
  static FileMark parse(String text) {
    List<Held> out = new ArrayList<>();
    for (String part : text.split(AND, -1)) {
      int at = part.indexOf(LIMIT);
      TreeSet<Integer> years = new TreeSet<>();
      if (at >= 0) {
        Arrays.stream(part.substring(at + 1).split(YEARS, -1))
            .forEach(range -> years.addAll(YearRange.parse(range).years()));
      }
      out.add(new Held(at < 0 ? part : part.substring(0, at), years));
    }
    return new FileMark(out);
  }

  /** That of several names of one file. */
  static FileMark of(Collection<String> texts) {
    return new FileMark(texts.stream().flatMap(t -> parse(t).held().stream()).toList());
  }

  /** The content that was taken in last. */
  Held newest() {
    return held.get(0);
  }

  /** Whether these rows of this content are held, and a new ingest of them would change nothing. */
  boolean covers(String hash, Optional<YearRange> asked) {
    boolean isWhole = newest().isWhole() && held.size() == 1;
    return newest().hash().equals(hash)
        && (isWhole || asked.filter(y -> newest().years().containsAll(y.years())).isPresent());
  }

  /**
   * What is held once these years of this content have been taken in.
   *
   * @param lost stands for the hash of rows whose record is lost; another one each time
   */
  FileMark with(String hash, YearRange asked, String lost) {
    TreeSet<Integer> years = new TreeSet<>(asked.years());
    List<Held> older = new ArrayList<>();
    for (Held part : held) {
      if (part.hash().equals(hash) && part.isWhole()) {
        return new FileMark(List.of(part));
      } else if (part.hash().equals(hash)) {
        years.addAll(part.years());
      } else {
        older.add(part);
      }
    }
    List<Held> out = new ArrayList<>(List.of(new Held(hash, years)));
    for (Held part : older) {
      TreeSet<Integer> left = new TreeSet<>(part.years());
      left.removeAll(years);
      if (part.isWhole() || !left.isEmpty()) {
        out.add(new Held(part.hash().isEmpty() ? lost : part.hash(), left));
      }
    }
    return new FileMark(out);
  }

  String text() {
    return held.stream().map(Held::text).collect(Collectors.joining(AND));
  }

  /** Years as ranges, as {@code 2018..2019,2021..2021}. */
  static String text(SortedSet<Integer> years) {
    List<String> out = new ArrayList<>();
    int first = years.first();
    int last = first;
    for (int year : years) {
      if (year > last + 1) {
        out.add(new YearRange(first, last).toString());
        first = year;
      }
      last = year;
    }
    out.add(new YearRange(first, last).toString());
    return String.join(YEARS, out);
  }
}
