package org.renxing.jobs.silver.remote;

import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.renxing.jobs.bronze.BronzeTables;
import org.renxing.jobs.silver.FileCounts;
import org.renxing.jobs.silver.Reconciliation;
import org.renxing.jobs.silver.RowReasons;
import org.renxing.lake.TableRows;
import org.renxing.lake.TableState;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.RemoteFamily.Group;
import org.renxing.model.RemoteSource;
import org.renxing.model.TableName;
import org.renxing.model.TableSpec;
import org.renxing.records.Fields;
import org.renxing.records.LocalRecords;
import org.renxing.records.Records;
import org.renxing.records.TableRecords;
import org.renxing.run.Inputs;
import org.renxing.run.SharedKey;
import org.renxing.run.Warning;

/**
 * The account of each source of fine-grained observations: what came in equals what is used plus
 * what was set aside, counted from the stored tables; and areas are as large in pieces as whole.
 */
public final class RemoteReconciliation extends RemoteTask {
  /** The table. */
  public static final TableName TABLE = TableName.silver("remote_account");

  private static final SharedKey<List<Row>> ACCOUNT =
      new SharedKey<>("account of remote sources", "");
  private static final String SOURCE = "source_id";
  private static final String SAME_AREA =
      "abs(area_in_km2 - area_placed_km2 - area_outside_km2) <= 1e-9 * area_in_km2";

  public RemoteReconciliation(RemoteIntake intake) {
    super(intake, Arrays.asList(Group.values()));
  }

  @Override
  public TableSpec spec() {
    return TableSpec.of(
            TABLE, "One row a remote source of rows: what came in, what is used, what not")
        .key("source_id", Type.STRING, "Source")
        .required("family", Type.STRING, "", "What the source observes")
        .required("rows_in", Type.LONG, "rows", "Rows that the files of the source hold")
        .required("rows_valid", Type.LONG, "rows", "Rows in silver tables")
        .required("rows_quarantined", Type.LONG, "rows", "Rows in silver.remote_quarantine")
        .required("rows_noted", Type.LONG, "rows", "Notes below tables: kept, and no data")
        .optional("area_in_km2", Type.DOUBLE, "km2", "Area of valid patches; null for others")
        .optional("area_placed_km2", Type.DOUBLE, "km2", "Area of their pieces within units")
        .optional("area_outside_km2", Type.DOUBLE, "km2", "Area of their parts outside all units")
        .required("max_quarantine_share", Type.DOUBLE, "0-1", "Largest share that may be set aside")
        .required("is_simulated", Type.BOOLEAN, "", "Whether the observations are made up")
        .required("run_id", Type.STRING, "", "Run that wrote the row")
        .with(Reconciliation::balance)
        .check("area in = area placed + area outside", SAME_AREA)
        .with(Reconciliation.limit("rows"))
        .with(Reconciliation::files)
        .build();
  }

  @Override
  public List<TableName> inputs() {
    List<TableName> out = new ArrayList<>(super.inputs());
    out.add(RemoteQuarantine.TABLE);
    if (intake().has(Group.OCCUPANCY)) {
      out.add(OccupancyArea.TABLE);
    }
    if (intake().has(Group.STREET)) {
      out.add(StreetViewPoint.TABLE);
    }
    if (intake().has(Group.LAND)) {
      out.add(LandPatch.TABLE);
    }
    return out;
  }

  @Override
  public TableRows rows(String part, Inputs inputs) {
    return new TableRows.Held(shape(), account(inputs));
  }

  private List<Row> account(Inputs inputs) {
    return inputs.shared(ACCOUNT, () -> counted(inputs));
  }

  private List<Row> counted(Inputs inputs) {
    Map<List<String>, Long> received = received(inputs);
    Map<List<String>, Long> aside =
        counts(
            inputs.records(
                TableRecords.of(
                    RemoteQuarantine.TABLE,
                    List.of("source_id", "source_file", "reason_code"),
                    RemoteReconciliation::aside)));
    Map<String, PatchAreas.Sum> areas = areas(inputs);
    Map<List<String>, Long> valid = valid(inputs);
    List<Row> out = new ArrayList<>();
    for (RemoteSource source : intake().sources()) {
      if (source.family().group() != Group.GRID) {
        SourceRows rows =
            new SourceRows(
                source.id(),
                BronzeTables.rowsNow(source.files(), inputs),
                valid.getOrDefault(List.of(source.id()), 0L),
                files(source, received),
                aside);
        out.add(row(source, rows, Optional.ofNullable(areas.get(source.id()))));
      }
    }
    return out;
  }

  private Row row(RemoteSource source, SourceRows rows, Optional<PatchAreas.Sum> area) {
    Optional<FileCounts.Loss> worst = rows.worst();
    Object[] values = {
      source.id(),
      source.family().text(),
      rows.received(),
      rows.valid() + area.map(PatchAreas.Sum::patches).orElse(0L),
      rows.count(SourceRows.LOST),
      rows.count(SourceRows.NOTED),
      area.map(PatchAreas.Sum::whole).orElse(null),
      area.map(PatchAreas.Sum::placed).orElse(null),
      area.map(PatchAreas.Sum::outside).orElse(null),
      source.files().maxQuarantineShare(),
      source.files().isSimulated(),
      worst.map(FileCounts.Loss::file).orElse(null),
      worst.map(FileCounts.Loss::share).orElse(null)
    };
    return new GenericRowWithSchema(values, shape());
  }

  /** Source, file and what became of a row. */
  private static Key aside(Fields row) {
    boolean isNote = row.text("reason_code").equals(RowReasons.FOOTNOTE);
    return Key.of(
        row.text("source_id"),
        row.text("source_file"),
        isNote ? SourceRows.NOTED : SourceRows.LOST);
  }

  /** How many rows came, by source and file or sheet: each was judged. */
  private Map<List<String>, Long> received(Inputs inputs) {
    Records<Key> out = LocalRecords.none();
    for (Group group : Group.values()) {
      if (intake().has(group) && group != Group.GRID) {
        out =
            out.and(
                intake()
                    .judged(group, inputs)
                    .map(row -> Key.of(row.source(), row.origin().file())));
      }
    }
    return counts(out);
  }

  private static Map<String, Long> files(RemoteSource source, Map<List<String>, Long> received) {
    Map<String, Long> out = new TreeMap<>();
    received.forEach(
        (key, rows) -> {
          if (key.get(0).equals(source.id())) {
            out.put(key.get(1), rows);
          }
        });
    return out;
  }

  /** Used rows by source, but for patches of land. */
  private Map<List<String>, Long> valid(Inputs inputs) {
    Records<Key> out = LocalRecords.none();
    for (TableName table : List.of(OccupancyArea.TABLE, StreetViewPoint.TABLE)) {
      if (inputs().contains(table)) {
        out =
            out.and(
                inputs.records(TableRecords.of(table, List.of(SOURCE), RemoteReconciliation::key)));
      }
    }
    if (intake().has(Group.PLACE)) {
      out = out.and(intake().sound(Group.PLACE, inputs).map(row -> Key.of(row.source())));
    }
    return counts(out);
  }

  private static Key key(Fields row) {
    return Key.of(row.text(SOURCE));
  }

  private static Map<List<String>, Long> counts(Records<Key> keys) {
    return keys.reduce(KeyCounts::new).counts();
  }

  /** The areas of patches by source; those outside units are no rows of the table. */
  private Map<String, PatchAreas.Sum> areas(Inputs inputs) {
    return intake().has(Group.LAND)
        ? inputs
            .records(PatchAreas.PIECES)
            .groupedBy(PatchAreas.Piece::patch, (patch, all) -> PatchAreas.whole(all))
            .and(
                intake()
                    .parts(inputs)
                    .where(p -> p.piece().isOutside())
                    .map(p -> PatchAreas.outside(p.patch().row().source(), p.piece().areaKm2())))
            .reduce(PatchAreas::new)
            .sums()
        : Map.of();
  }

  @Override
  public Map<String, String> notes(Inputs inputs) {
    return Reconciliation.notes(account(inputs), RemoteQuarantine.TABLE);
  }

  @Override
  public List<Warning> warnings(Optional<TableState> now) {
    return Reconciliation.warnings(now);
  }

  @Override
  public String explain(Inputs inputs) {
    Dataset<Row> aside =
        inputs.read(RemoteQuarantine.TABLE).orderBy("source_id", "source_file", "row_number");
    return Reconciliation.lostFiles(inputs.lake().read(TABLE))
        + Reconciliation.examples(RemoteQuarantine.TABLE, aside, lit(""))
        + super.explain(inputs);
  }
}
