package org.renxing.jobs.silver.remote;

import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.renxing.jobs.bronze.BronzeTables;
import org.renxing.jobs.silver.Reconciliation;
import org.renxing.jobs.silver.SourceCounts;
import org.renxing.jobs.silver.Tally;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.RemoteFamily.Group;
import org.renxing.model.RemoteSource;
import org.renxing.model.TableName;
import org.renxing.model.TableSpec;
import org.renxing.records.TableRecords;
import org.renxing.run.Inputs;

/**
 * The account of rows of each source of fine-grained observations; areas are as large in pieces as
 * whole.
 */
public final class RemoteReconciliation extends Reconciliation {
  /** The table. */
  public static final TableName TABLE = TableName.silver("remote_account");

  private static final String SAME_AREA =
      "abs(area_in_km2 - area_placed_km2 - area_outside_km2) <= 1e-9 * area_in_km2";

  private final RemoteIntake intake;

  public RemoteReconciliation(RemoteIntake intake) {
    super(RemoteQuarantine.TABLE, RemoteIntake.files(intake.sources()), tables(intake));
    this.intake = intake;
  }

  private static List<TableName> tables(RemoteIntake intake) {
    List<TableName> out = new ArrayList<>(List.of(RemoteQuarantine.TABLE));
    out.addAll(intake.tables(Group.OCCUPANCY, Group.STREET, Group.LAND));
    return out;
  }

  @Override
  public String configuration(String part) {
    return intake.sources().stream().map(RemoteSource::contract).toList().toString();
  }

  @Override
  public TableSpec spec() {
    TableSpec.Builder out =
        TableSpec.of(TABLE, "One row a remote source of rows: what came in, what is used, what not")
            .key("source_id", Type.STRING, "Source")
            .required("family", Type.STRING, "", "What the source observes");
    return rowsOf(out, "Rows in silver tables", "Rows in silver.remote_quarantine")
        .optional("area_in_km2", Type.DOUBLE, "km2", "Area of valid patches; null for others")
        .optional("area_placed_km2", Type.DOUBLE, "km2", "Area of their pieces within units")
        .optional("area_outside_km2", Type.DOUBLE, "km2", "Area of their parts outside all units")
        .with(Reconciliation::balance)
        .check("area in = area placed + area outside", SAME_AREA)
        .with(Reconciliation.limit("rows"))
        .with(Reconciliation::files)
        .build();
  }

  @Override
  protected List<Row> counted(Inputs inputs) {
    Map<String, SourceCounts> counts = new HashMap<>();
    SourceCounts.add(counts, inputs.records(aside(RemoteQuarantine.TABLE, "")), Tally::itself);
    for (TableName table : intake.tables(Group.OCCUPANCY, Group.STREET)) {
      SourceCounts.add(counts, inputs.records(used(table)), Tally::itself);
    }
    for (Group group : List.of(Group.PLACE, Group.LAND)) {
      if (intake.has(group)) {
        SourceCounts.add(
            counts,
            intake.sound(group, inputs),
            row -> used(row.source(), row.origin().file()).itself());
      }
    }
    Map<String, PatchAreas.Sum> areas = areas(inputs);
    return intake.sources().stream()
        .filter(source -> source.family().group() != Group.GRID)
        .map(
            source ->
                row(
                    source,
                    BronzeTables.rowsNow(source.files(), inputs),
                    counts.getOrDefault(source.id(), new SourceCounts()),
                    Optional.ofNullable(areas.get(source.id()))))
        .toList();
  }

  /** The rows of a table of observations, each of which is used. */
  private static TableRecords<Tally> used(TableName table) {
    return TableRecords.of(
        table,
        List.of("source_id", "source_file"),
        row -> used(row.text("source_id"), row.text("source_file")));
  }

  private static Tally used(String source, String file) {
    return new Tally(new Tally.Place(source, file, ""), Tally.Kind.ROW_VALID);
  }

  /** Patches are counted where they are stored, by their pieces. */
  private Row row(
      RemoteSource source, long rowsIn, SourceCounts counts, Optional<PatchAreas.Sum> area) {
    Tally.Counts all = counts.all();
    boolean isLand = source.family().group() == Group.LAND;
    long valid = isLand ? area.map(PatchAreas.Sum::patches).orElse(0L) : all.rowsUsed();
    List<Object> first = new ArrayList<>(List.of(source.id(), source.family().text(), rowsIn));
    first.addAll(List.of(valid, all.rowsLost(), all.rowsNoted()));
    first.add(area.map(PatchAreas.Sum::whole).orElse(null));
    first.add(area.map(PatchAreas.Sum::placed).orElse(null));
    first.add(area.map(PatchAreas.Sum::outside).orElse(null));
    return row(source.files(), counts, first, List.of());
  }

  /** The areas of patches by source; those outside units are no rows of the table. */
  private Map<String, PatchAreas.Sum> areas(Inputs inputs) {
    return intake.has(Group.LAND)
        ? inputs
            .records(PatchAreas.PIECES)
            .groupedBy(PatchAreas.Piece::patch, (patch, all) -> PatchAreas.whole(all))
            .and(
                intake
                    .parts(inputs)
                    .where(p -> p.piece().isOutside())
                    .map(p -> PatchAreas.outside(p.patch().row().source(), p.piece().areaKm2())))
            .reduce(PatchAreas::new)
            .sums()
        : Map.of();
  }

  @Override
  public String explain(Inputs inputs) {
    return explained(inputs, lit(""), "source_id", "source_file", "row_number");
  }
}
