package org.renxing.jobs.gold.dynamics;

import java.util.Iterator;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.renxing.dynamics.Dynamics;
import org.renxing.jobs.gold.measure.Measures;
import org.renxing.jobs.gold.table.GoldTable;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.TableSpec;

/** gold.density_year: how a score is distributed in each year. */
public final class Density extends DynamicsTable {
  public Density() {
    super(Density::of);
  }

  @Override
  public TableSpec spec() {
    return GoldTable.end(
        GoldTable.shape(
                "density_year",
                "One row a measure, year and point; none where fewer than two values differ")
            .key("measure", Type.STRING, Measures.COMMENT)
            .key("year", Type.INT, "Year")
            .key("x", Type.DOUBLE, "One of 101 points, the same in all years of a measure")
            .required(
                "density",
                Type.DOUBLE,
                "",
                "Density there: Gaussian kernel; over all points it integrates to about 1")
            .required("bandwidth", Type.DOUBLE, "", "Of the year, by Silverman's rule")
            .required("n", Type.LONG, "units", "Units with a value in the year")
            .check("densities are 0 or more", "density >= 0"));
  }

  private static Iterator<Row> of(Dynamics dynamics) {
    String measure = dynamics.panel().measure();
    return dynamics.densities().stream()
        .map(
            p ->
                RowFactory.create(
                    measure, p.year(), p.x(), p.density(), p.bandwidth(), (long) p.count()))
        .iterator();
  }
}
