package org.renxing.jobs.silver;

import java.io.Serializable;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.renxing.jobs.bronze.BronzeTables;
import org.renxing.records.Records;

/** What became of the rows and cells of one source, by file or sheet. */
public final class SourceCounts {
  private final SortedMap<String, FileCounts> files = new TreeMap<>();

  /** Adds what tallies of records say, by source. */
  public static <T extends Serializable> void add(
      Map<String, SourceCounts> sources, Records<T> records, Records.Each<T, Tally> tallies) {
    Tally.Sum<T> sum = records.reduce(() -> new Tally.Sum<>(tallies));
    add(sources, sum);
  }

  /** The same of tallies that were added up. */
  static void add(Map<String, SourceCounts> sources, Tally.Sum<?> sum) {
    sum.byPlace()
        .forEach(
            (place, counts) ->
                sources
                    .computeIfAbsent(place.sourceId(), id -> new SourceCounts())
                    .files
                    .computeIfAbsent(place.file(), FileCounts::new)
                    .add(place.label(), counts));
  }

  /** All files together. */
  public Tally.Counts all() {
    Tally.Counts out = new Tally.Counts();
    files.values().forEach(file -> out.add(file.all()));
    return out;
  }

  /** The file that lost the largest share, of several the first by name. */
  Optional<FileCounts.Loss> worst() {
    return FileCounts.Loss.worst(
        files.entrySet().stream().map(e -> e.getValue().loss(BronzeTables.fileName(e.getKey()))));
  }

  /** The first column, by the message, whose commas and points can be read in two ways. */
  Optional<String> mixed() {
    return files.values().stream().flatMap(f -> f.mixed().stream()).min(Comparator.naturalOrder());
  }
}
