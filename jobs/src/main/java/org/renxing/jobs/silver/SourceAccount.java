package org.renxing.jobs.silver;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.renxing.cell.DecimalMark;
import org.renxing.jobs.bronze.BronzeTables;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.Settings;
import org.renxing.model.SourceSpec;
import org.renxing.model.TableName;
import org.renxing.model.TableSpec;
import org.renxing.records.TableRecords;
import org.renxing.run.Inputs;

/** The account of rows and cells of each source of statistics. */
public final class SourceAccount extends Reconciliation {
  /** The table. */
  public static final TableName TABLE = TableName.silver("source_account");

  private final ConformedCells cells;

  public SourceAccount(List<SourceSpec> sources, Settings settings, Corrections corrections) {
    super(Quarantine.TABLE, sources, List.of(Observation.TABLE, Quarantine.TABLE));
    this.cells = new ConformedCells(sources, settings, corrections);
  }

  @Override
  public String configuration(String part) {
    return cells.configuration();
  }

  @Override
  public TableSpec spec() {
    TableSpec.Builder out =
        TableSpec.of(TABLE, "One row a source: what came in, what is used, what was set aside")
            .key("source_id", Type.STRING, "Source");
    return rowsOf(out, "Rows with a known unit and year", "Rows set aside whole")
        .required("cells_in", Type.LONG, "cells", "Mapped cells of valid rows that are not empty")
        .required("cells_valid", Type.LONG, "cells", "Cells in silver.observation")
        .required("cells_quarantined", Type.LONG, "cells", "Cells in silver.quarantine")
        .with(Reconciliation::balance)
        .check(
            "cells in = cells valid + cells quarantined",
            "cells_in = cells_valid + cells_quarantined")
        .with(Reconciliation.limit("rows"))
        .with(Reconciliation.limit("cells"))
        .with(Reconciliation::files)
        .optional(
            "mixed_marks",
            Type.STRING,
            "",
            "A file and column whose commas and points can be read in two ways")
        .check("no column can be read with either decimal mark", "mixed_marks IS NULL")
        .build();
  }

  /**
   * What each of the tables says of each source, file and column; rows in are what bronze counted
   * when it took the files in.
   */
  @Override
  protected List<Row> counted(Inputs inputs) {
    Map<String, SourceCounts> sources = new HashMap<>();
    SourceCounts.add(sources, cells.summary(inputs).tallies());
    SourceCounts.add(sources, inputs.records(used()), SourceAccount::received);
    SourceCounts.add(
        sources, inputs.records(aside(Quarantine.TABLE, "column_label")), SourceAccount::received);
    return received().stream()
        .filter(source -> sources.containsKey(source.id()))
        .map(source -> row(source, sources.get(source.id()), inputs))
        .toList();
  }

  /** A tally, but of a value that is computed and not received. */
  private static Iterator<Tally> received(Tally one) {
    boolean isReceived = !one.place().file().equals(Observation.COMPUTED);
    return (isReceived ? List.of(one) : List.<Tally>of()).iterator();
  }

  private Row row(SourceSpec source, SourceCounts counts, Inputs inputs) {
    Tally.Counts all = counts.all();
    List<Object> first =
        List.of(
            source.id(),
            BronzeTables.rowsNow(source, inputs),
            all.rowsUsed(),
            all.rowsLost(),
            all.rowsNoted(),
            all.of(Tally.Kind.CELL_IN),
            all.cellsUsed(),
            all.cellsLost());
    return row(source, counts, first, Collections.singletonList(counts.mixed().orElse(null)));
  }

  /** The tallies of a judged row. */
  static Iterator<Tally> judged(SourceRow row) {
    List<Tally> out = new ArrayList<>(row.cells().size() + 1);
    if (row.isPlaced()) {
      out.add(tally(row, "", Tally.Kind.ROW_VALID));
    }
    row.cells().forEach(cell -> out.add(tally(row, cell.label(), Tally.Kind.CELL_IN)));
    return out.iterator();
  }

  private static Tally tally(SourceRow row, String label, Tally.Kind kind) {
    return new Tally(new Tally.Place(row.sourceId(), row.file(), label), kind);
  }

  /** Stored observations. */
  private TableRecords<Tally> used() {
    Map<String, DecimalMark> marks = new HashMap<>();
    received().forEach(source -> marks.put(source.id(), source.form().decimal()));
    return TableRecords.of(
        Observation.TABLE,
        List.of("source_id", "source_file", "column_label", "value_text"),
        row -> {
          DecimalMark mark = marks.getOrDefault(row.text("source_id"), DecimalMark.POINT);
          return new Tally(
              new Tally.Place(
                  row.text("source_id"), row.text("source_file"), row.text("column_label")),
              Tally.Kind.of(mark.form(row.text("value_text"))));
        });
  }

  @Override
  public String explain(Inputs inputs) {
    Column cell =
        when(col("column_label").equalTo(""), "")
            .otherwise(concat(lit(", column "), col("column_label")));
    StringBuilder mixed = new StringBuilder();
    inputs
        .lake()
        .read(TABLE)
        .where(col("mixed_marks").isNotNull())
        .orderBy("source_id")
        .select("source_id", "mixed_marks")
        .collectAsList()
        .forEach(
            row ->
                mixed.append(
                    "\n  source %s, %s: commas stand between thousands (1,234) and before decimals (0,512), so that the column can be read in two ways; make them alike, or declare decimal = \",\""
                        .formatted(row.get(0), row.get(1))));
    return mixed + explained(inputs, cell, "source_file", "row_number");
  }
}
