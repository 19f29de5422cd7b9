package org.renxing.jobs.silver.remote;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.renxing.lake.TableRows;
import org.renxing.land.StreetPoint;
import org.renxing.measure.Cells;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.RemoteFamily;
import org.renxing.model.RemoteFamily.Group;
import org.renxing.model.RemoteField;
import org.renxing.model.TableName;
import org.renxing.model.TableSpec;
import org.renxing.records.TableRecords;
import org.renxing.run.Inputs;

/** Points on streets, scored on disorder. */
public final class StreetViewPoint extends RemoteTask {
  /** The table. */
  public static final TableName TABLE = TableName.silver("street_view_point");

  /** Its rows as points. */
  static final TableRecords<StreetPoint> POINTS =
      TableRecords.of(TABLE, StreetPoint.COLUMNS, StreetPoint::of);

  public StreetViewPoint(RemoteIntake intake) {
    super(intake, List.of(Group.STREET));
  }

  @Override
  public TableSpec spec() {
    TableSpec.Builder out =
        observations(TABLE, "One row a point and year, scored on five dimensions of disorder")
            .key("point_id", Type.STRING, "Point, as its source names it");
    OccupancyArea.placedByYear(out)
        .optional("lon", Type.DOUBLE, "degrees", "Longitude")
        .optional("lat", Type.DOUBLE, "degrees", "Latitude");
    for (RemoteField field : RemoteFamily.STREET_VIEW.fields()) {
      String what = field.column().replace('_', ' ');
      out.optional(field.column(), Type.DOUBLE, "0-1", "Disorder of " + what + ", 1 = most");
    }
    return end(out);
  }

  @Override
  public TableRows rows(String part, Inputs inputs) {
    return intake().sound(Group.STREET, inputs).rowEach(shape(), StreetViewPoint::row);
  }

  private static Row row(RemoteObservation point) {
    List<Object> out = new ArrayList<>();
    out.add(point.source());
    out.add(point.id());
    OccupancyArea.addPlace(out, point);
    OccupancyArea.addPoint(out, point);
    RemoteFamily.STREET_VIEW.fields().forEach(f -> out.add(Cells.number(point.figure(f))));
    OccupancyArea.addOrigin(out, point);
    return RowFactory.create(out.toArray());
  }
}
