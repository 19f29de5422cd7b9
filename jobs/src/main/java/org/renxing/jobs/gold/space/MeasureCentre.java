package org.renxing.jobs.gold.space;

import java.util.Iterator;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.renxing.jobs.gold.measure.Measures;
import org.renxing.jobs.gold.table.GoldTable;
import org.renxing.lake.LakeFiles;
import org.renxing.measure.Cells;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.TableSpec;
import org.renxing.space.Centrography;
import org.renxing.space.MeasurePatterns;

/** gold.measure_centre_year: the mean centre of a measure, its shift, and its ellipse. */
public final class MeasureCentre extends PatternTable {
  public MeasureCentre(LakeFiles files) {
    super(files, MeasureCentre::of);
  }

  @Override
  public TableSpec spec() {
    return GoldTable.end(
        GoldTable.shape("measure_centre_year", "One row a measure and year")
            .key("measure", Type.STRING, Measures.COMMENT)
            .key("year", Type.INT, "Year")
            .required("n", Type.INT, "units", "Units with a place and a value above 0")
            .required("n_left_out", Type.INT, "units", "Other units with a value")
            .optional("lon", Type.DOUBLE, "degrees", "Mean longitude, weighted by the measure")
            .optional("lat", Type.DOUBLE, "degrees", "Mean latitude, weighted by the measure")
            .optional(
                "shift_km", Type.DOUBLE, "km", "How far the centre is from that of the year before")
            .optional(
                "standard_distance_km",
                Type.DOUBLE,
                "km",
                "Root of the weighted mean square distance from the centre")
            .optional(
                "major_km",
                Type.DOUBLE,
                "km",
                "Standard deviation along the longer axis of the ellipse (Lefever 1926, Yuill 1971)")
            .optional("minor_km", Type.DOUBLE, "km", "Standard deviation along the shorter axis")
            .optional(
                "angle_deg",
                Type.DOUBLE,
                "degrees",
                "The longer axis, clockwise from north; null where the axes are equal")
            .optional("area_km2", Type.DOUBLE, "km2", "Area of the ellipse")
            .optional(
                "reason", Type.STRING, "", "Why there is no ellipse: NO_POINTS, TOO_FEW_POINTS")
            .check("what has no ellipse has a reason", "(major_km IS NULL) = (reason IS NOT NULL)")
            .check("the longer axis is the longer", "major_km >= minor_km"));
  }

  private static Iterator<Row> of(MeasurePatterns patterns, int step) {
    return patterns.centres(step).stream().map(centre -> row(patterns, centre)).iterator();
  }

  private static Row row(MeasurePatterns patterns, MeasurePatterns.Centre centre) {
    Centrography spread = centre.spread();
    return RowFactory.create(
        patterns.measure(),
        centre.year(),
        spread.n(),
        centre.leftOut(),
        Cells.number(spread.x()),
        Cells.number(spread.y()),
        Cells.number(centre.shiftKm()),
        Cells.number(spread.standardDistance()),
        Cells.number(spread.major()),
        Cells.number(spread.minor()),
        Cells.number(spread.angle()),
        Cells.number(spread.area()),
        Cells.text(spread.reason()));
  }
}
