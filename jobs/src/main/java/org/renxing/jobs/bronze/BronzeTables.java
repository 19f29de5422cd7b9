package org.renxing.jobs.bronze;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.renxing.lake.TableState;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.SourceSpec;
import org.renxing.model.TableName;
import org.renxing.model.TableSpec;
import org.renxing.records.Accumulator;
import org.renxing.records.Records;
import org.renxing.records.TableRecords;
import org.renxing.run.Inputs;

/** The tables in which sources are kept as received: a log of rows that came and rows that went. */
public final class BronzeTables {
  /** Sources with more cells than this are left to Spark, whatever the number of their rows. */
  public static final long MOST_CELLS = 2_000_000;

  private BronzeTables() {}

  /** The table of a source. */
  public static TableName name(SourceSpec source) {
    return new TableName(
        "bronze", source.id().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "_"));
  }

  /** Columns that say what was received. */
  static final List<String> RECEIVED =
      List.of("source_file", "row_number", "row_hash", "cells", "defect", "is_removed");

  /**
   * The rows of a source as its files hold them now.
   *
   * @param isFew whether they may be held here, where the table has few rows
   */
  public static Records<BronzeRow> rows(SourceSpec source, Inputs inputs, boolean isFew) {
    TableSpec spec = spec(source);
    TableRecords<BronzeRow> reading = BronzeRow.of(spec.name());
    Records<BronzeRow> log =
        isFew ? inputs.recordsOnce(reading, spec) : reading.of(inputs.read(spec));
    return Ingest.hasChanges(inputs.lake().state(spec.name()))
        ? log.groupedBy(BronzeRow::identity, BronzeRow::standing)
        : log;
  }

  /** How many cells the table of a source is likely to hold; very many where that is not known. */
  public static long likelyCells(SourceSpec source, Inputs inputs) {
    long columns =
        source.mappings().values().stream().map(SourceSpec.Mapping::indicator).distinct().count();
    long cells = 2 + (source.longColumns().isPresent() ? 2 : columns + source.ignored().size());
    return inputs
        .lake()
        .state(name(source))
        .map(state -> cells * state.rows())
        .orElse((long) Integer.MAX_VALUE);
  }

  /** The name of the file in a source_file, which in a workbook names the sheet too. */
  public static String fileName(String sourceFile) {
    return ReceivedRows.fileName(sourceFile);
  }

  /** How many rows the files of a source hold now, as bronze counted them. */
  public static long rowsNow(SourceSpec source, Inputs inputs) {
    return inputs
        .lake()
        .state(name(source))
        .filter(state -> !Ingest.hasChanges(Optional.of(state)))
        .map(TableState::rows)
        .orElseGet(
            () ->
                rows(source, inputs, likelyCells(source, inputs) <= MOST_CELLS)
                    .reduce(Count::new)
                    .rows);
  }

  private static final class Count implements Accumulator<BronzeRow, Count> {
    private static final long serialVersionUID = 1L;
    private long rows;

    @Override
    public void add(BronzeRow row) {
      rows++;
    }

    @Override
    public void merge(Count other) {
      rows += other.rows;
    }
  }

  /** Its shape, the same for all sources. */
  public static TableSpec spec(SourceSpec source) {
    return TableSpec.of(
            name(source), "One row a row of a source file, as received: " + source.title())
        .required(
            "source_file",
            Type.STRING,
            "",
            "File, relative to the folder of the source; in a workbook FILE!SHEET")
        .required(
            "row_number",
            Type.LONG,
            "",
            "Line of the file, or row of the sheet, at which it begins, from 1")
        .required(
            "row_hash",
            Type.STRING,
            "",
            "Hash of the row's cells, and of what is wrong with its form")
        .required(
            "cells",
            Type.STRING_MAP,
            "",
            "Label to text, as received; the mark of a footnote stands apart, as LABEL@mark, and a"
                + " note below the table as @note")
        .optional("defect", Type.STRING, "", "What is wrong with the row's form; null if nothing")
        .required(
            "is_removed",
            Type.BOOLEAN,
            "",
            "True for a row that a later version of the file no longer has")
        .required("ingest_seq", Type.INT, "", "Number of the ingest that recorded it, from 1")
        .required("ingested_at", Type.TIMESTAMP, "", "When it was recorded, UTC")
        .required("run_id", Type.STRING, "", "Run that recorded it")
        .build();
  }
}
