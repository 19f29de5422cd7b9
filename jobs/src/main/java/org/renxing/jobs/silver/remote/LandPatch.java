package org.renxing.jobs.silver.remote;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.renxing.geo.PatchPiece;
import org.renxing.lake.TableRows;
import org.renxing.land.LandPiece;
import org.renxing.measure.Cells;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.RemoteFamily.Group;
import org.renxing.model.RemoteField;
import org.renxing.model.TableName;
import org.renxing.model.TableSpec;
import org.renxing.records.TableRecords;
import org.renxing.run.Inputs;

/** Patches of land, divided at the borders of units and zones. */
public final class LandPatch extends RemoteTask {
  /** The table. */
  public static final TableName TABLE = TableName.silver("land_patch");

  /** Its rows as pieces. */
  static final TableRecords<LandPiece> PIECES =
      TableRecords.of(TABLE, LandPiece.COLUMNS, LandPiece::of);

  private static final List<RemoteField> FIELDS =
      List.of(
          RemoteField.CONFIDENCE,
          RemoteField.FLOOR_AREA_RATIO,
          RemoteField.BUILDING_DENSITY,
          RemoteField.VISUAL_AGE,
          RemoteField.VISUAL_DISORDER,
          RemoteField.RATE_MM_PER_YEAR,
          RemoteField.DEPTH_M);

  public LandPatch(RemoteIntake intake) {
    super(intake, List.of(Group.LAND));
  }

  @Override
  public TableSpec spec() {
    return end(
        observations(TABLE, "One row a piece of a patch of land that lies in one unit and zone")
            .key("family", Type.STRING, "vacant_parcel, low_use_land or subsidence")
            .key("patch_id", Type.STRING, "Patch, as its source names it")
            .key("year", Type.INT, "Year")
            .key("unit_id", Type.STRING, "Unit")
            .key("zone", Type.STRING, "Zone of the unit; other = none of its zones")
            .required(
                "area_km2", Type.DOUBLE, "km2", "Area of the piece, in an equal-area projection")
            .required("patch_area_km2", Type.DOUBLE, "km2", "Area of the whole patch")
            .required(
                "is_main_piece",
                Type.BOOLEAN,
                "",
                "Whether it is the largest piece of the patch within the unit")
            .optional("patch_class", Type.STRING, "", "Class that the source gives")
            .optional("confidence", Type.DOUBLE, "0-1", "How sure the classification is")
            .optional("floor_area_ratio", Type.DOUBLE, "", "Floor area over area of the plot")
            .optional("building_density", Type.DOUBLE, "0-1", "Share of the plot built on")
            .optional("visual_age", Type.DOUBLE, "0-1", "How old it looks, 1 = oldest")
            .optional("visual_disorder", Type.DOUBLE, "0-1", "How disordered it looks, 1 = most")
            .optional(
                "rate_mm_per_year", Type.DOUBLE, "mm/year", "Rate of sinking; rising is negative")
            .optional("depth_m", Type.DOUBLE, "m", "Depth of a pit")
            .check("a piece is no larger than its patch", "area_km2 <= patch_area_km2 * 1.000001"));
  }

  @Override
  public TableRows rows(String part, Inputs inputs) {
    return intake()
        .parts(inputs)
        .where(p -> !p.piece().isOutside())
        .rowEach(shape(), p -> row(p.patch(), p.piece()));
  }

  private static Row row(Patch patch, PatchPiece piece) {
    RemoteObservation row = patch.row();
    List<Object> out = new ArrayList<>();
    out.addAll(List.of(row.source(), row.family().text(), row.id(), row.year()));
    out.addAll(List.of(piece.unit(), piece.zone(), piece.areaKm2()));
    out.addAll(List.of(patch.areaKm2(), piece.isMain()));
    out.add(Cells.text(row.kind()));
    FIELDS.forEach(field -> out.add(Cells.number(row.figure(field))));
    OccupancyArea.addOrigin(out, row);
    return RowFactory.create(out.toArray());
  }
}
