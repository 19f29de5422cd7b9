package org.renxing.jobs.silver.remote;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.renxing.jobs.bronze.BronzeTables;
import org.renxing.numerics.CodePointOrder;

/**
 * What became of the rows of a source.
 *
 * @param received rows that its files hold
 * @param valid rows that are used
 * @param files rows that came, by file or sheet
 * @param aside rows that were set aside, by source, file or sheet, and {@link #LOST} or {@link
 *     #NOTED}
 */
record SourceRows(
    String source,
    long received,
    long valid,
    Map<String, Long> files,
    Map<List<String>, Long> aside) {
  /** Of a row with a defect. */
  static final String LOST = "lost";

  /** Of a note below a table, which is no data. */
  static final String NOTED = "noted";

  SourceRows {
    files = Map.copyOf(files);
    aside = Map.copyOf(aside);
  }

  /** A file and the share of its rows that it lost. */
  record FileShare(String file, double share) {}

  /** How many rows were set aside in one of these ways. */
  long count(String how) {
    return aside.entrySet().stream()
        .filter(e -> e.getKey().get(0).equals(source) && e.getKey().get(2).equals(how))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  /** The file that lost the largest share of its rows, of several the first by name. */
  Optional<FileShare> worst() {
    Map<String, Long> lost = new TreeMap<>();
    Map<String, Long> used = new TreeMap<>();
    files.forEach(
        (file, rows) -> {
          long gone = aside.getOrDefault(List.of(source, file, LOST), 0L);
          long noted = aside.getOrDefault(List.of(source, file, NOTED), 0L);
          lost.merge(BronzeTables.fileName(file), gone, Long::sum);
          used.merge(BronzeTables.fileName(file), rows - gone - noted, Long::sum);
        });
    return lost.keySet().stream()
        .filter(file -> lost.get(file) + used.get(file) > 0)
        .map(file -> new FileShare(file, share(lost.get(file), used.get(file))))
        .min(
            Comparator.comparing(FileShare::share, Comparator.reverseOrder())
                .thenComparing(FileShare::file, CodePointOrder.ASCENDING));
  }

  private static double share(long lost, long used) {
    return lost / (double) (lost + used);
  }
}
