package org.renxing.jobs.silver.remote;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.RemoteFamily;
import org.renxing.model.RemoteFamily.Group;
import org.renxing.model.RemoteField;
import org.renxing.model.TableName;
import org.renxing.model.TableSpec;
import org.renxing.run.Inputs;

/** Areas with dwellings or premises, and what signals say of how many are occupied. */
public final class OccupancyArea extends RemoteTask {
  /** The table. */
  public static final TableName TABLE = TableName.silver("occupancy_area");

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
  public Dataset<Row> build(String part, Inputs inputs) {
    Column use =
        when(col("family").equalTo(RemoteFamily.HOUSING.text()), "housing").otherwise("commercial");
    return intake()
        .sound(Group.OCCUPANCY, inputs)
        .withColumn("use", use)
        .withColumn("area_id", col("observation_id"))
        .withColumn("units_total", col("units_total").cast("long"))
        .withColumn("audit_units", col("audit_units").cast("long"))
        .withColumn("audit_occupied", col("audit_occupied").cast("long"));
  }
}
