package org.renxing.jobs.silver.remote;

import java.util.List;
import org.apache.spark.sql.RowFactory;
import org.renxing.lake.TableRows;
import org.renxing.land.LandUse;
import org.renxing.measure.Cells;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.RemoteFamily.Group;
import org.renxing.model.TableName;
import org.renxing.model.TableSpec;
import org.renxing.records.LocalRecords;
import org.renxing.records.TableRecords;
import org.renxing.run.Inputs;

/** The zones of each unit and the rest of it: a partition by which observations are placed. */
public final class ZonePolygon extends RemoteTask {
  /** The table. */
  public static final TableName TABLE = TableName.silver("zone_polygon");

  /** Its rows, as areas of zones. */
  static final TableRecords<LandUse.ZoneArea> AREAS =
      TableRecords.of(
          TABLE,
          List.of("unit_id", "zone", "area_km2"),
          row ->
              new LandUse.ZoneArea(row.text("unit_id"), row.text("zone"), row.number("area_km2")));

  public ZonePolygon(RemoteIntake intake) {
    super(intake, List.of(Group.PLACE));
  }

  @Override
  public TableSpec spec() {
    return TableSpec.of(TABLE, "One row a zone of a unit; the rows of a unit divide its outline")
        .key("unit_id", Type.STRING, "Unit")
        .key("zone", Type.STRING, "Zone; other = the rest of the unit")
        .required(
            "geometry",
            Type.BINARY,
            "",
            "Outline in the equal-area plane of docs/methods/spatial.md, in km, as WKB")
        .required("area_km2", Type.DOUBLE, "km2", "Area")
        .optional(
            "remark",
            Type.STRING,
            "",
            "What of a drawn zone was left out: outside the unit, or of a zone with a lower name")
        .required("run_id", Type.STRING, "", "Run that wrote the row")
        .check("the area is above 0", "area_km2 > 0")
        .build();
  }

  @Override
  public TableRows rows(String part, Inputs inputs) {
    RemoteZones zones = intake().zones(inputs);
    return LocalRecords.of(zones.map().pieces())
        .rowEach(
            shape(),
            piece ->
                RowFactory.create(
                    piece.unit(),
                    piece.zone(),
                    piece.bytes(),
                    piece.areaKm2(),
                    Cells.text(zones.remark(piece))));
  }
}
