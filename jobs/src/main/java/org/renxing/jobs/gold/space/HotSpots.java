package org.renxing.jobs.gold.space;

import java.util.Iterator;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.renxing.jobs.gold.table.GoldTable;
import org.renxing.lake.LakeFiles;
import org.renxing.measure.Cells;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.TableSpec;
import org.renxing.space.MeasurePatterns;

/** gold.hotspot_unit_year: where high and low values gather, by Getis and Ord's G*. */
public final class HotSpots extends PatternTable {
  public HotSpots(LakeFiles files) {
    super(files, HotSpots::of);
  }

  @Override
  public TableSpec spec() {
    return GoldTable.end(
        GoldTable.unitYear("hotspot_unit_year", "One row a measure, weights, unit and year")
            .with(PatternTable::measure)
            .required("value", Type.DOUBLE, "", "The measure")
            .optional(
                "z",
                Type.DOUBLE,
                "sd",
                "G* in standard form (Ord and Getis 1995), each neighbour and the unit itself"
                    + " weighing 1; null where there is a reason")
            .optional(
                "p_value", Type.DOUBLE, "0-1", "Two-sided, of z under the normal distribution")
            .optional(
                "kind",
                Type.STRING,
                "",
                "HOT among high values, COLD among low ones, at a rate of false findings of 0.05"
                    + " among the year's units; null for neither")
            .required("n_neighbours", Type.INT, "", "Neighbours")
            .optional(
                "reason",
                Type.STRING,
                "",
                "Why there is no z: NO_NEIGHBOURS, CONSTANT, FEWER_THAN_4_UNITS, ALL_ARE_NEIGHBOURS")
            .check("what has no z has a reason", "(z IS NULL) = (reason IS NOT NULL)")
            .check("p-values are shares", "p_value BETWEEN 0 AND 1"));
  }

  private static Iterator<Row> of(MeasurePatterns patterns, int step) {
    return patterns.hotSpots().stream()
        .map(
            spot ->
                RowFactory.create(
                    spot.unit().id(),
                    spot.unit().name(),
                    spot.year(),
                    patterns.measure(),
                    patterns.weights(),
                    spot.value(),
                    Cells.number(spot.star().z()),
                    Cells.number(spot.star().pValue()),
                    Cells.text(spot.kind()),
                    spot.neighbours(),
                    Cells.text(spot.star().reason())))
        .iterator();
  }
}
