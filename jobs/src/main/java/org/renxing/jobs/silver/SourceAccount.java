package org.renxing.jobs.silver;

import static java.util.Comparator.naturalOrder;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.StructType;
import org.renxing.cell.DecimalMark;
import org.renxing.jobs.bronze.BronzeTables;
import org.renxing.lake.TableRows;
import org.renxing.lake.TableShape;
import org.renxing.lake.TableState;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.Settings;
import org.renxing.model.SourceSpec;
import org.renxing.model.TableName;
import org.renxing.model.TableSpec;
import org.renxing.records.Fields;
import org.renxing.records.Records;
import org.renxing.records.TableRecords;
import org.renxing.run.Inputs;
import org.renxing.run.SharedKey;
import org.renxing.run.Warning;

/**
 * The account of each source: what came in equals what is used plus what was set aside, counted
 * from the stored tables; and not too much was set aside.
 */
public final class SourceAccount extends ConformedCellsTask {
  /** The table. */
  public static final TableName TABLE = TableName.silver("source_account");

  private static final SharedKey<List<Row>> ACCOUNT = new SharedKey<>("account of sources", "");

  /** What is stored as set aside. */
  private static final TableRecords<Tally> ASIDE =
      TableRecords.of(
          Quarantine.TABLE,
          List.of("source_id", "source_file", "column_label", "reason_code"),
          row -> new Tally(place(row), aside(row.text("column_label"), row.text("reason_code"))));

  public SourceAccount(List<SourceSpec> sources, Settings settings, Corrections corrections) {
    super(sources, settings, corrections, Observation.TABLE, Quarantine.TABLE);
  }

  @Override
  public TableSpec spec() {
    return TableSpec.of(TABLE, "One row a source: what came in, what is used, what was set aside")
        .key("source_id", Type.STRING, "Source")
        .required("rows_in", Type.LONG, "rows", "Rows that the files of the source hold")
        .required("rows_valid", Type.LONG, "rows", "Rows with a known unit and year")
        .required("rows_quarantined", Type.LONG, "rows", "Rows set aside whole")
        .required("rows_noted", Type.LONG, "rows", "Notes below tables: kept, and no data")
        .required("cells_in", Type.LONG, "cells", "Mapped cells of valid rows that are not empty")
        .required("cells_valid", Type.LONG, "cells", "Cells in silver.observation")
        .required("cells_quarantined", Type.LONG, "cells", "Cells in silver.quarantine")
        .required("max_quarantine_share", Type.DOUBLE, "0-1", "Largest share that may be set aside")
        .required("is_simulated", Type.BOOLEAN, "", "Whether the figures are made up")
        .required("run_id", Type.STRING, "", "Run that wrote the row")
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

  @Override
  public TableRows rows(String part, Inputs inputs) {
    return new TableRows.Held(shape(), account(inputs));
  }

  private StructType shape() {
    return TableShape.of(spec(), "run_id");
  }

  private List<Row> account(Inputs inputs) {
    return inputs.shared(ACCOUNT, () -> counted(inputs));
  }

  /**
   * What each of the tables says of each source, file and column; rows in are what bronze counted
   * when it took the files in.
   */
  private List<Row> counted(Inputs inputs) {
    Map<String, Map<String, FileCounts>> bySource = new TreeMap<>();
    BiConsumer<Tally.Place, Tally.Counts> count =
        (place, counts) ->
            bySource
                .computeIfAbsent(place.sourceId(), k -> new TreeMap<>())
                .computeIfAbsent(place.file(), FileCounts::new)
                .add(place.label(), counts);
    byPlace(reception().rows(inputs), SourceAccount::judged).forEach(count);
    byPlace(inputs.records(used(sources())), SourceAccount::received).forEach(count);
    byPlace(inputs.records(ASIDE), SourceAccount::received).forEach(count);
    return sources().stream()
        .filter(source -> bySource.containsKey(source.id()))
        .map(source -> row(source, bySource.get(source.id()), inputs))
        .toList();
  }

  private static <T extends Serializable> Map<Tally.Place, Tally.Counts> byPlace(
      Records<T> records, Records.Each<T, Tally> tallies) {
    return records.reduce(() -> new Tally.Sum<>(tallies)).byPlace();
  }

  /** A tally, but of a value that is computed and not received. */
  private static Iterator<Tally> received(Tally one) {
    boolean isReceived = !one.place().file().equals(Observation.COMPUTED);
    return (isReceived ? List.of(one) : List.<Tally>of()).iterator();
  }

  private Row row(SourceSpec source, Map<String, FileCounts> files, Inputs inputs) {
    Tally.Counts all = new Tally.Counts();
    files.values().forEach(file -> all.add(file.all()));
    Optional<FileCounts.Loss> worst =
        FileCounts.Loss.worst(
            files.entrySet().stream()
                .map(e -> e.getValue().loss(BronzeTables.fileName(e.getKey()))));
    Object[] values = {
      source.id(),
      BronzeTables.rowsNow(source, inputs),
      all.rowsUsed(),
      all.rowsLost(),
      all.of(Tally.Kind.NOTE),
      all.of(Tally.Kind.CELL_IN),
      all.cellsUsed(),
      all.cellsLost(),
      source.maxQuarantineShare(),
      source.isSimulated(),
      worst.map(FileCounts.Loss::file).orElse(null),
      worst.map(FileCounts.Loss::share).orElse(null),
      files.values().stream().flatMap(f -> f.mixed().stream()).min(naturalOrder()).orElse(null)
    };
    return new GenericRowWithSchema(values, shape());
  }

  private static Iterator<Tally> judged(SourceRow row) {
    Stream<Tally> whole =
        row.isPlaced() ? Stream.of(tally(row, "", Tally.Kind.ROW_VALID)) : Stream.empty();
    return Stream.concat(
            whole, row.cells().stream().map(c -> tally(row, c.label(), Tally.Kind.CELL_IN)))
        .iterator();
  }

  private static Tally tally(SourceRow row, String label, Tally.Kind kind) {
    return new Tally(new Tally.Place(row.sourceId(), row.file(), label), kind);
  }

  /** Stored observations. */
  private static TableRecords<Tally> used(List<SourceSpec> sources) {
    Map<String, DecimalMark> marks = new HashMap<>();
    sources.forEach(source -> marks.put(source.id(), source.form().decimal()));
    return TableRecords.of(
        Observation.TABLE,
        List.of("source_id", "source_file", "column_label", "value_text"),
        row -> {
          DecimalMark mark = marks.getOrDefault(row.text("source_id"), DecimalMark.POINT);
          return new Tally(place(row), Tally.Kind.of(mark.form(row.text("value_text"))));
        });
  }

  private static Tally.Place place(Fields row) {
    return new Tally.Place(
        row.text("source_id"), row.text("source_file"), row.text("column_label"));
  }

  private static Tally.Kind aside(String label, String reason) {
    if (label.isEmpty()) {
      return reason.equals(RowReasons.FOOTNOTE) ? Tally.Kind.NOTE : Tally.Kind.ROW_ASIDE;
    }
    return reason.equals(UnitYearResolution.DECIMAL_MARK)
        ? Tally.Kind.CELL_OTHER_MARK
        : Tally.Kind.CELL_ASIDE;
  }

  @Override
  public Map<String, String> notes(Inputs inputs) {
    return Reconciliation.notes(account(inputs), Quarantine.TABLE);
  }

  @Override
  public List<Warning> warnings(Optional<TableState> now) {
    return Reconciliation.warnings(now);
  }

  @Override
  public String explain(Inputs inputs) {
    Column cell =
        when(col("column_label").equalTo(""), "")
            .otherwise(concat(lit(", column "), col("column_label")));
    Dataset<Row> aside = inputs.read(Quarantine.TABLE).orderBy("source_file", "row_number");
    Dataset<Row> account = inputs.lake().read(TABLE);
    StringBuilder mixed = new StringBuilder();
    account
        .where(col("mixed_marks").isNotNull())
        .orderBy("source_id")
        .select("source_id", "mixed_marks")
        .collectAsList()
        .forEach(
            row ->
                mixed.append(
                    "\n  source %s, %s: commas stand between thousands (1,234) and before decimals (0,512), so that the column can be read in two ways; make them alike, or declare decimal = \",\""
                        .formatted(row.get(0), row.get(1))));
    return mixed
        + Reconciliation.lostFiles(account)
        + Reconciliation.examples(Quarantine.TABLE, aside, cell)
        + super.explain(inputs);
  }
}
