package org.renxing.jobs.bronze;

import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import org.renxing.model.TableName;
import org.renxing.records.Fields;
import org.renxing.records.Records;
import org.renxing.records.TableRecords;

/**
 * An entry of the log of a source: a row came or went.
 *
 * @param isRemoved whether it went
 * @param ingest number of the ingest that recorded it
 */
record BronzeEntry(BronzeRow row, boolean isRemoved, int ingest) implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final Comparator<BronzeEntry> NEWEST_FIRST =
      Comparator.comparing(BronzeEntry::ingest)
          .thenComparing(entry -> entry.row().number())
          .reversed();

  /** The entries of a table. */
  static TableRecords<BronzeEntry> of(TableName table) {
    return TableRecords.of(
        table,
        List.of(
            "source_file", "row_number", "row_hash", "cells", "defect", "is_removed", "ingest_seq"),
        BronzeEntry::of);
  }

  private static BronzeEntry of(Fields row) {
    return new BronzeEntry(
        new BronzeRow(
            row.text("source_file"),
            row.count("row_number"),
            row.text("row_hash"),
            row.texts("cells"),
            row.optionalText("defect").orElse("")),
        row.optionalFlag("is_removed").orElse(false),
        row.whole("ingest_seq"));
  }

  /**
   * The rows that stand: of those of one file with the same cells as many as came more often than
   * they went, the newest.
   */
  static Records<BronzeRow> standing(Records<BronzeEntry> log) {
    return log.groupedBy(
        entry -> entry.row().file() + "\n" + entry.row().hash(),
        (identity, entries) -> {
          List<BronzeEntry> came = entries.stream().filter(e -> !e.isRemoved()).toList();
          int standing = Math.max(0, 2 * came.size() - entries.size());
          return came.stream()
              .sorted(NEWEST_FIRST)
              .limit(standing)
              .map(BronzeEntry::row)
              .iterator();
        });
  }
}
