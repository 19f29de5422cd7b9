package org.renxing.jobs.gold.space;

import java.util.Iterator;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.renxing.jobs.gold.measure.Measures;
import org.renxing.jobs.gold.table.GoldTable;
import org.renxing.lake.LakeFiles;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.TableSpec;
import org.renxing.space.Autocorrelation;

/** gold.local_moran_unit_year: units among their like, and among others. */
public final class LocalMoran extends SpaceTable {
  public LocalMoran(LakeFiles files) {
    super(files, LocalMoran::of);
  }

  @Override
  public TableSpec spec() {
    return GoldTable.end(
        GoldTable.unitYear(
                "local_moran_unit_year",
                "One row a measure, weights, unit and year; units without a neighbour have none")
            .key("measure", Type.STRING, Measures.COMMENT)
            .key("weights", Type.STRING, "Neighbours, see spatial_autocorrelation_year")
            .required("value", Type.DOUBLE, "", "The measure")
            .required("standardised", Type.DOUBLE, "sd", "(value - mean) / sd of the year's units")
            .required("lag", Type.DOUBLE, "sd", "Mean of the neighbours' standardised values")
            .required("local_i", Type.DOUBLE, "", "standardised times lag; their mean is Moran's I")
            .required(
                "quadrant",
                Type.STRING,
                "",
                "The unit, then its neighbours: H above the mean, L not; HH, LL, HL, LH")
            .required(
                "p_value",
                Type.DOUBLE,
                "0-1",
                "One-sided, by conditional permutation: (smaller tail + 1) / (permutations + 1), as"
                    + " GeoDa and esda report")
            .required("p_value_two_sided", Type.DOUBLE, "0-1", "Twice p_value, and at most 1")
            .required("is_significant", Type.BOOLEAN, "", "p_value, the one-sided, is at most 0.05")
            .required(
                "is_significant_fdr",
                Type.BOOLEAN,
                "",
                "The same with a rate of false findings of 0.05 among the year's units (Benjamini"
                    + " and Hochberg), on p_value")
            .required("n_neighbours", Type.INT, "", "Neighbours")
            .check("p-values are shares", "p_value BETWEEN 0 AND 1")
            .check("two sides are no less than one", "p_value_two_sided BETWEEN p_value AND 1"));
  }

  private static Iterator<Row> of(Autocorrelation.Year year) {
    return year.local().stream()
        .map(
            unit ->
                RowFactory.create(
                    unit.unitId(),
                    unit.unitName(),
                    year.year(),
                    year.measure(),
                    year.weights(),
                    unit.value(),
                    unit.standardised(),
                    unit.lag(),
                    unit.localI(),
                    unit.quadrant(),
                    unit.pValue(),
                    unit.pValueTwoSided(),
                    unit.isSignificant(),
                    unit.isSignificantFdr(),
                    unit.neighbours()))
        .iterator();
  }
}
