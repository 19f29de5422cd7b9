package org.renxing.jobs.silver.remote;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.renxing.jobs.bronze.HeldFile;
import org.renxing.jobs.bronze.SourceFiles;
import org.renxing.jobs.bronze.SourceFiles.SourceFile;
import org.renxing.lake.TableState;
import org.renxing.model.ErrorCode;
import org.renxing.model.RemoteSource;
import org.renxing.model.RenxingException;
import org.renxing.model.YearRange;
import org.renxing.run.Warning;

/**
 * What a run does with the files of one source of grids. Grids are not copied to bronze, yet a file
 * counts as a row of bronze does: once taken in it counts until it changes, {@code --years} limits
 * what is taken in, and a file that is no longer there still counts, by the sums that are stored.
 * Sums are stored by year, so a year is either summed anew from its files or kept whole.
 *
 * @param read files to be summed, by name
 * @param kept years whose stored sums stay
 * @param taken all files that count after the run, as they were when they were summed
 * @param gone files that count and are no longer there
 * @param renamed files that counted before under a name that is no longer there, to their new names
 */
record RasterFiles(
    SortedMap<String, Raster> read,
    SortedSet<Integer> kept,
    SortedMap<String, Raster> taken,
    List<String> gone,
    SortedMap<String, String> renamed) {
  /** The note that tells later runs of the files that count. */
  static final String NOTE = "files";

  private static final int FIELDS = 4;

  RasterFiles {
    read = new TreeMap<>(read);
    kept = new TreeSet<>(kept);
    taken = new TreeMap<>(taken);
    gone = List.copyOf(gone);
    renamed = new TreeMap<>(renamed);
  }

  /** A file; the path is empty where it is known from an earlier run only. */
  record Raster(String path, String hash, int year) {
    private boolean isSame(Raster other) {
      return hash.equals(other.hash);
    }
  }

  /**
   * The files of a source.
   *
   * @param now what is known of the table of sums before the run; where it is there and has no
   *     notes, years limit nothing: all files that are there are taken in, and no others are known
   * @param years limits what is taken in; empty for all
   * @throws RenxingException SOURCE_CONTRACT where the name of a file gives no year, or a file that
   *     is gone shares its year with one that is new or changed: their sum cannot be made
   */
  static RasterFiles of(
      RemoteSource source, SourceFiles files, Optional<TableState> now, Optional<YearRange> years) {
    SortedMap<String, Raster> noted = known(source, now);
    SortedMap<String, String> moved = moved(noted, source, files);
    SortedMap<String, Raster> known = moved(noted, moved);
    if (isBroken(now)) {
      forgetSurplus(known, source, files);
    }
    boolean isLimited = now.isEmpty() || now.get().notes().containsKey(NOTE);
    SortedMap<String, Raster> wanted = new TreeMap<>();
    SortedSet<Integer> kept = new TreeSet<>();
    files
        .byName()
        .forEach(
            (name, file) -> {
              Raster here = new Raster(file.path(), file.hash(), year(source, name));
              boolean isAsked = !isLimited || years.isEmpty() || years.get().contains(here.year());
              Optional<Raster> before = Optional.ofNullable(known.get(name));
              if (isAsked || before.filter(here::isSame).isPresent()) {
                wanted.put(name, here);
              } else if (before.isPresent()) {
                kept.add(here.year());
              }
            });
    List<String> gone =
        known.keySet().stream().filter(name -> !files.byName().containsKey(name)).toList();
    gone.forEach(name -> kept.add(known.get(name).year()));
    for (String name : gone) {
      requireAlone(source, name, known, wanted);
    }
    SortedMap<String, Raster> read = new TreeMap<>(wanted);
    read.values().removeIf(file -> kept.contains(file.year()));
    SortedMap<String, Raster> taken = new TreeMap<>(known);
    taken.values().removeIf(file -> !kept.contains(file.year()));
    taken.putAll(read);
    moved.keySet().removeAll(files.byName().keySet());
    return new RasterFiles(read, kept, taken, gone, moved);
  }

  /**
   * Known files whose content lies there under another name: old names to new ones. A grid is the
   * same one only under a name of its year, since another year's may be alike to the last byte; and
   * one file stands for one only.
   */
  private static SortedMap<String, String> moved(
      SortedMap<String, Raster> known, RemoteSource source, SourceFiles files) {
    SortedMap<String, String> out = new TreeMap<>();
    known.forEach(
        (old, before) -> {
          if (!before.hash().equals(hash(files, old))) {
            files.byName().entrySet().stream()
                .filter(e -> e.getValue().hash().equals(before.hash()))
                .map(Map.Entry::getKey)
                .filter(name -> year(source, name) == before.year())
                .filter(name -> !holds(known, name, before) && !out.containsValue(name))
                .findFirst()
                .ifPresent(name -> out.put(old, name));
          }
        });
    return out;
  }

  private static SortedMap<String, Raster> moved(
      SortedMap<String, Raster> known, SortedMap<String, String> moved) {
    SortedMap<String, Raster> out = new TreeMap<>(known);
    out.keySet().removeAll(moved.keySet());
    moved.forEach((old, name) -> out.put(name, known.get(old)));
    return out;
  }

  /** The hash of the file of a name; empty where there is none. */
  private static String hash(SourceFiles files, String name) {
    return Optional.ofNullable(files.byName().get(name)).map(SourceFile::hash).orElse("");
  }

  private static boolean holds(SortedMap<String, Raster> known, String name, Raster content) {
    return known.containsKey(name) && known.get(name).isSame(content);
  }

  /** The same record of files without one of them. */
  static String without(String text, String source, String name) {
    return text.lines()
        .filter(line -> !isOf(line.split("\t", FIELDS), source, name))
        .map(line -> line + "\n")
        .collect(Collectors.joining());
  }

  private static boolean isOf(String[] fields, String source, String name) {
    return fields.length == FIELDS && fields[0].equals(source) && fields[FIELDS - 1].equals(name);
  }

  /** Whether the stored sums broke a check: a place was covered twice. */
  private static boolean isBroken(Optional<TableState> now) {
    return now.stream()
        .flatMap(state -> state.parts().values().stream())
        .anyMatch(part -> !part.violations().isEmpty());
  }

  /** A file too many was taken away: its year is summed anew from those that are left. */
  private static void forgetSurplus(
      SortedMap<String, Raster> known, RemoteSource source, SourceFiles files) {
    SortedSet<Integer> left = new TreeSet<>();
    files.byName().keySet().forEach(name -> left.add(year(source, name)));
    known
        .entrySet()
        .removeIf(
            e -> !files.byName().containsKey(e.getKey()) && left.contains(e.getValue().year()));
  }

  /** What the run says that finds files under new names. */
  List<Warning> renamedWarnings(RemoteSource source) {
    return renamed.entrySet().stream()
        .map(
            e ->
                new Warning(
                    Warning.Kind.RENAMED_FILE,
                    "source %s: file %s is no longer there, and %s has its content and its year; it now counts under that name only"
                        .formatted(source.id(), e.getKey(), e.getValue())))
        .toList();
  }

  /** What a run says of a file that counts and is no longer there. */
  static HeldFile held(RemoteSource source, String name) {
    return new HeldFile(source.id(), name, "sums");
  }

  private static void requireAlone(
      RemoteSource source,
      String gone,
      SortedMap<String, Raster> known,
      SortedMap<String, Raster> wanted) {
    int year = known.get(gone).year();
    wanted.forEach(
        (name, file) -> {
          if (file.year() == year && !(known.containsKey(name) && file.isSame(known.get(name)))) {
            throw new RenxingException(
                ErrorCode.SOURCE_CONTRACT,
                String.format(
                    Locale.ROOT,
                    "source %s: file %s is no longer there, so that the sums of %d cannot be made"
                        + " again with %s, which is new or has changed; put it back, or drop its"
                        + " sums by %s",
                    source.id(),
                    gone,
                    year,
                    name,
                    held(source, gone).remedy()));
          }
        });
  }

  /** Files that are there and do not count as they are now, since they are outside the years. */
  List<String> outside(SourceFiles here) {
    return here.byName().entrySet().stream()
        .filter(e -> !holds(taken, e.getKey(), new Raster("", e.getValue().hash(), 0)))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** The year in the name of a file. */
  private static int year(RemoteSource source, String name) {
    Pattern pattern = Pattern.compile(source.layer().orElseThrow().yearFrom());
    Matcher matcher = pattern.matcher(name);
    String text =
        matcher.find()
            ? Objects.requireNonNullElse(
                matcher.groupCount() > 0 ? matcher.group(1) : matcher.group(), "")
            : "";
    if (!text.matches("(19|20|21)\\d\\d")) {
      throw new RenxingException(
          ErrorCode.SOURCE_CONTRACT,
          "source %s, file %s: year-from '%s' finds no year in its name; rename it or correct remote.%s.year-from"
              .formatted(source.id(), name, pattern.pattern(), source.id()));
    }
    return Integer.parseInt(text);
  }

  /** The files of a source that count, by what is known of the table. */
  static SortedMap<String, Raster> known(RemoteSource source, Optional<TableState> now) {
    SortedMap<String, Raster> out = new TreeMap<>();
    now.map(state -> state.notes().getOrDefault(NOTE, ""))
        .orElse("")
        .lines()
        .map(line -> line.split("\t", FIELDS))
        .filter(fields -> fields.length == FIELDS && fields[0].equals(source.id()))
        .forEach(f -> out.put(f[FIELDS - 1], new Raster("", f[2], Integer.parseInt(f[1]))));
    return out;
  }

  /** The files of all sources that count, with their hashes, as stable text. */
  static String text(Map<RemoteSource, RasterFiles> all) {
    List<String> lines = new ArrayList<>();
    all.forEach(
        (source, files) ->
            files
                .taken()
                .forEach(
                    (name, file) ->
                        lines.add(
                            String.join(
                                "\t",
                                source.id(),
                                Integer.toString(file.year()),
                                file.hash(),
                                name))));
    return lines.stream().sorted().reduce("", (a, b) -> a + b + "\n");
  }
}
