package org.renxing.jobs.gold.space;

import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.renxing.jobs.gold.measure.Measures;
import org.renxing.jobs.gold.table.GoldTable;
import org.renxing.lake.LakeFiles;
import org.renxing.measure.Cells;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.TableSpec;
import org.renxing.space.Autocorrelation;
import org.renxing.space.GlobalMoran;

/** gold.spatial_autocorrelation_year: whether neighbours are alike, by Moran's I. */
public final class SpatialAutocorrelation extends SpaceTable {
  public SpatialAutocorrelation(LakeFiles files) {
    super(files, SpatialAutocorrelation::of);
  }

  @Override
  public TableSpec spec() {
    return GoldTable.end(
        GoldTable.shape("spatial_autocorrelation_year", "One row a measure, weights and year")
            .key("measure", Type.STRING, Measures.COMMENT)
            .key(
                "weights",
                Type.STRING,
                "Neighbours: knn:K, band:Nkm or adjacency; weights 1/neighbours")
            .key("year", Type.INT, "Year")
            .required("n", Type.LONG, "units", "Units with a value and a neighbour")
            .required(
                "n_left_out", Type.LONG, "units", "Units with a value, without place or neighbour")
            .optional("mean_neighbours", Type.DOUBLE, "", "Mean number of neighbours")
            .optional(
                "morans_i", Type.DOUBLE, "", "Moran's I; above expected where neighbours are alike")
            .optional("expected", Type.DOUBLE, "", "-1 / (n - 1): no autocorrelation")
            .optional(
                "sd",
                Type.DOUBLE,
                "",
                "Standard deviation of I under randomisation (Cliff and Ord)")
            .optional("z", Type.DOUBLE, "", "(morans_i - expected) / sd; null where sd is 0")
            .optional(
                "p_normal", Type.DOUBLE, "0-1", "Two-sided, of z under the normal distribution")
            .optional(
                "p_value",
                Type.DOUBLE,
                "0-1",
                "One-sided, by permutation: (smaller tail + 1) / (permutations + 1)")
            .optional("p_value_two_sided", Type.DOUBLE, "0-1", "Twice p_value, and at most 1")
            .required("permutations", Type.INT, "", "Random arrangements drawn")
            .optional("reason", Type.STRING, "", "Why there is no I: FEWER_THAN_4_UNITS, CONSTANT")
            .check("what has no I has a reason", "(morans_i IS NULL) = (reason IS NOT NULL)")
            .check(
                "p-values are shares",
                "p_value BETWEEN 0 AND 1 AND p_value_two_sided BETWEEN p_value AND 1 AND p_normal"
                    + " BETWEEN 0 AND 1"));
  }

  private static Iterator<Row> of(Autocorrelation.Year year) {
    GlobalMoran global = year.global();
    Row row =
        RowFactory.create(
            year.measure(),
            year.weights(),
            year.year(),
            (long) year.units(),
            (long) year.leftOut(),
            Cells.number(year.meanNeighbours()),
            Cells.number(global.value()),
            Cells.number(global.expected()),
            Cells.number(global.sd()),
            Cells.number(global.z()),
            Cells.number(global.pNormal()),
            Cells.number(global.pValue()),
            Cells.number(global.pValueTwoSided()),
            year.permutations(),
            Cells.text(year.reason()));
    return List.of(row).iterator();
  }
}
