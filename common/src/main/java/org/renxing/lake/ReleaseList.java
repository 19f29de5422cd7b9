package org.renxing.lake;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.renxing.model.TableName;

/** What the releases of a lake hold, the newest first. */
public final class ReleaseList {
  private ReleaseList() {}

  /**
   * A release.
   *
   * @param publishedAt in UTC, to the second
   * @param bytes of the files of rows that it names
   * @param ownBytes of those that no other release of the list names
   * @param rollbackOf the release that it goes back to; empty where it is none
   * @param isCurrent whether readers see it
   */
  public record Line(
      String id,
      List<String> names,
      String publishedAt,
      List<String> scenarios,
      int tables,
      long rows,
      long bytes,
      long ownBytes,
      String rollbackOf,
      boolean isCurrent) {
    public Line {
      names = List.copyOf(names);
      scenarios = List.copyOf(scenarios);
    }
  }

  /** A version of a table. */
  private record Version(TableName table, long number) {}

  /** All releases that can be read. */
  public static List<Line> of(Lake lake) {
    SortedMap<String, Releases.Release> all = new Releases(lake).all();
    ReleaseMarks marks = ReleaseMarks.of(lake);
    Map<String, Long> bytes = new ConcurrentHashMap<>();
    Map<Version, Collection<String>> files = files(lake, all.values(), bytes);
    Map<String, Integer> owners = new HashMap<>();
    Map<String, Collection<String>> ofRelease = new TreeMap<>();
    all.forEach(
        (id, release) -> {
          Collection<String> named =
              versions(release).stream().flatMap(v -> files.get(v).stream()).distinct().toList();
          named.forEach(file -> owners.merge(file, 1, Integer::sum));
          ofRelease.put(id, named);
        });
    List<Line> out = new ArrayList<>();
    all.forEach(
        (id, release) -> {
          Collection<String> named = ofRelease.get(id);
          out.add(
              new Line(
                  id,
                  marks.names(id),
                  release.publishedAt().truncatedTo(ChronoUnit.SECONDS).toString(),
                  scenarios(release),
                  release.tables().size(),
                  release.entries().stream().mapToLong(Releases.Entry::rows).sum(),
                  named.stream().mapToLong(bytes::get).sum(),
                  named.stream().filter(f -> owners.get(f) == 1).mapToLong(bytes::get).sum(),
                  marks.rollbackOf(id).orElse(""),
                  id.equals(all.lastKey())));
        });
    Collections.reverse(out);
    return out;
  }

  private static Map<Version, Collection<String>> files(
      Lake lake, Collection<Releases.Release> releases, Map<String, Long> bytes) {
    VersionFiles files = new VersionFiles(lake);
    return releases.stream()
        .flatMap(release -> versions(release).stream())
        .distinct()
        .toList()
        .parallelStream()
        .collect(
            Collectors.toConcurrentMap(
                version -> version,
                version -> {
                  List<String> out = new ArrayList<>();
                  files
                      .of(version.table(), version.number())
                      .forEach(
                          (path, size) -> {
                            bytes.put(version.table() + "/" + path, size);
                            out.add(version.table() + "/" + path);
                          });
                  return out;
                }));
  }

  private static List<Version> versions(Releases.Release release) {
    return release.entries().stream()
        .map(e -> new Version(e.table(), e.version()))
        .distinct()
        .toList();
  }

  private static List<String> scenarios(Releases.Release release) {
    return release.entries().stream()
        .map(Releases.Entry::scenario)
        .filter(id -> !id.equals(TableState.WHOLE))
        .distinct()
        .sorted()
        .toList();
  }
}
