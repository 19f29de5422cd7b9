package org.renxing.jobs.bronze;

import java.io.Serializable;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.renxing.model.TableName;
import org.renxing.records.TableRecords;

/**
 * A row of a source as received, in the log of its table.
 *
 * @param cells label to text in the order of the file, null for a cell that is not there
 * @param defect what is wrong with its form; empty for nothing
 * @param isRemoved whether it says that such a row went
 * @param ingest number of the ingest that recorded it
 */
public record BronzeRow(
    String file,
    long number,
    String hash,
    Map<String, String> cells,
    String defect,
    boolean isRemoved,
    int ingest)
    implements Serializable {
  private static final Comparator<BronzeRow> NEWEST_FIRST =
      Comparator.comparingInt(BronzeRow::ingest).thenComparingLong(BronzeRow::number).reversed();

  public BronzeRow {
    cells = Collections.unmodifiableMap(cells);
  }

  /**
   * How rows of a table are read; what a table lacks that was made before the column was is empty.
   */
  static TableRecords<BronzeRow> of(TableName table) {
    return TableRecords.of(
        table,
        List.of(
            "source_file", "row_number", "row_hash", "cells", "defect", "is_removed", "ingest_seq"),
        row ->
            new BronzeRow(
                row.optionalText("source_file").orElse(""),
                row.optionalCount("row_number").orElse(0),
                row.optionalText("row_hash").orElse(""),
                row.texts("cells"),
                row.optionalText("defect").orElse(""),
                row.optionalFlag("is_removed").orElse(false),
                row.optionalWhole("ingest_seq").orElse(0)));
  }

  /** Rows of one file with the same cells are interchangeable. */
  String identity() {
    return hash + "\n" + file;
  }

  /** Of such rows those that stand: as many as came and did not go, the newest ones. */
  static Iterator<BronzeRow> standing(String identity, List<BronzeRow> log) {
    List<BronzeRow> came = log.stream().filter(r -> !r.isRemoved()).sorted(NEWEST_FIRST).toList();
    int left = Math.max(0, came.size() - (log.size() - came.size()));
    return came.subList(0, left).iterator();
  }
}
