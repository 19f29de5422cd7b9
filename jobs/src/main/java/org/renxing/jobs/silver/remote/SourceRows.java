package org.renxing.jobs.silver.remote;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.renxing.jobs.bronze.BronzeTables;
import org.renxing.jobs.silver.FileCounts.Loss;

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

  /** How many rows were set aside in one of these ways. */
  long count(String how) {
    return aside.entrySet().stream()
        .filter(e -> e.getKey().get(0).equals(source) && e.getKey().get(2).equals(how))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  /** The file that lost the largest share of its rows, of several the first by name. */
  Optional<Loss> worst() {
    return Loss.worst(
        files.entrySet().stream()
            .map(
                e -> {
                  long lost = aside.getOrDefault(List.of(source, e.getKey(), LOST), 0L);
                  long noted = aside.getOrDefault(List.of(source, e.getKey(), NOTED), 0L);
                  String file = BronzeTables.fileName(e.getKey());
                  return new Loss(file, lost, e.getValue() - lost - noted);
                }));
  }
}
