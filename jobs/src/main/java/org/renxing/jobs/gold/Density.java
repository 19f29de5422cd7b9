package org.renxing.jobs.gold;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.Scenario;
import org.renxing.model.TableName;
import org.renxing.model.TableSpec;
import org.renxing.run.Inputs;

/** gold.density_year: how a score is distributed in each year. */
public final class Density implements GoldTable {
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

  @Override
  public List<TableName> inputs() {
    return DynamicsRows.INPUTS;
  }

  @Override
  public boolean appliesTo(Scenario scenario) {
    return DynamicsRows.appliesTo(scenario);
  }

  @Override
  public Object configuration(Scenario scenario) {
    return DynamicsRows.configuration(scenario);
  }

  @Override
  public Dataset<Row> build(Scenario scenario, Inputs inputs) {
    return DynamicsRows.of("densities", scenario, inputs);
  }
}
