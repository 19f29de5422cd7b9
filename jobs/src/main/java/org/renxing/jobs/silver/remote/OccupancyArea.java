package org.renxing.jobs.silver.remote;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.renxing.lake.TableRows;
import org.renxing.measure.Cells;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.RemoteFamily;
import org.renxing.model.RemoteFamily.Group;
import org.renxing.model.RemoteField;
import org.renxing.model.TableName;
import org.renxing.model.TableSpec;
import org.renxing.records.TableRecords;
import org.renxing.run.Inputs;
import org.renxing.vacancy.OccupiedArea;

/** Areas with dwellings or premises, and what signals say of how many are occupied. */
public final class OccupancyArea extends RemoteTask {
  /** The table. */
  public static final TableName TABLE = TableName.silver("occupancy_area");

  /** Its rows as areas. */
  public static final TableRecords<OccupiedArea> AREAS =
      TableRecords.of(TABLE, OccupiedArea.COLUMNS, OccupiedArea::of);

  public OccupancyArea(RemoteIntake intake) {
    super(intake, List.of(Group.OCCUPANCY));
  }

  @Override
  public TableSpec spec() {
    TableSpec.Builder out =
        observations(TABLE, "One row an area, use and year: units and signals of occupancy")
            .key("use", Type.STRING, "housing, or commercial for premises of trade")
            .key("area_id", Type.STRING, "Area, as its source names it");
    placedByYear(out)
        .required("units_total", Type.LONG, "units", "Dwellings, or premises of trade")
        .optional("units_occupied", Type.DOUBLE, "units", "Those counted as occupied")
        .optional("audit_units", Type.LONG, "units", "Units that a field audit looked at")
        .optional("audit_occupied", Type.LONG, "units", "Those of them that were lived in")
        .optional("lon", Type.DOUBLE, "degrees", "Longitude by which it was placed")
        .optional("lat", Type.DOUBLE, "degrees", "Latitude by which it was placed");
    for (RemoteField signal : RemoteField.SIGNALS) {
      String by = signal.column().replace("occupied_by_", "").replace('_', ' ');
      out.optional(signal.column(), Type.DOUBLE, "units", "Occupied units as told by " + by);
    }
    return end(
        out.check("units occupied <= units", "units_occupied <= units_total")
            .check("units above 0", "units_total > 0"));
  }

  /** Adds unit and zone, and the year as a part of the key. */
  static TableSpec.Builder placedByYear(TableSpec.Builder table) {
    return table
        .key("year", Type.INT, "Year")
        .required("unit_id", Type.STRING, "", "Unit")
        .required("zone", Type.STRING, "", "Zone of the unit; other = none of its zones");
  }

  @Override
  public TableRows rows(String part, Inputs inputs) {
    return intake().sound(Group.OCCUPANCY, inputs).rowEach(shape(), OccupancyArea::row);
  }

  private static Row row(RemoteObservation area) {
    List<Object> out = new ArrayList<>();
    out.add(area.source());
    out.add(area.family() == RemoteFamily.HOUSING ? "housing" : "commercial");
    out.add(area.id());
    addPlace(out, area);
    out.add(count(area, RemoteField.UNITS_TOTAL));
    out.add(Cells.number(area.figure(RemoteField.UNITS_OCCUPIED)));
    out.add(count(area, RemoteField.AUDIT_UNITS));
    out.add(count(area, RemoteField.AUDIT_OCCUPIED));
    addPoint(out, area);
    RemoteField.SIGNALS.forEach(signal -> out.add(Cells.number(area.figure(signal))));
    addOrigin(out, area);
    return RowFactory.create(out.toArray());
  }

  private static Long count(RemoteObservation row, RemoteField field) {
    double value = row.figure(field);
    return Double.isNaN(value) ? null : (Long) (long) value;
  }

  /** Adds year, unit and zone. */
  static void addPlace(List<Object> cells, RemoteObservation row) {
    cells.addAll(List.of(row.year(), row.unit(), row.zoneOrOther()));
  }

  /** Adds longitude and latitude. */
  static void addPoint(List<Object> cells, RemoteObservation row) {
    cells.add(Cells.number(row.place().lon()));
    cells.add(Cells.number(row.place().lat()));
  }

  /** Adds where a row came from. */
  static void addOrigin(List<Object> cells, RemoteObservation row) {
    cells.addAll(List.of(row.origin().file(), row.origin().number()));
  }
}
