package org.renxing.jobs.gold;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.coupling.Bands;
import org.renxing.index.couple.CouplingSummaries;
import org.renxing.jobs.silver.DimUnit;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.Scenario;
import org.renxing.model.TableName;
import org.renxing.model.TableSpec;
import org.renxing.run.Inputs;

/** gold.coupling_summary_year: means of coupling by group and year, and counts by level. */
public final class CouplingSummary implements PlannedTable {
  @Override
  public TableSpec spec() {
    TableSpec.Builder shape =
        GoldTable.shape("coupling_summary_year", "One row a pair of systems, group and year")
            .key("pair_id", Type.STRING, "Coupling of the scenario")
            .key("group_type", Type.STRING, "all, or the column of dim_unit that groups")
            .key("group_value", Type.STRING, "Group")
            .key("year", Type.INT, "Year")
            .required("n", Type.LONG, "units", "Units with a coordination degree")
            .optional("mean_s", Type.DOUBLE, "0-1", "Mean score of the first system")
            .optional("mean_e", Type.DOUBLE, "0-1", "Mean score of the second system")
            .required("mean_c", Type.DOUBLE, "0-1", "Mean coupling degree")
            .required("mean_t", Type.DOUBLE, "0-1", "Mean comprehensive degree")
            .required("mean_d", Type.DOUBLE, "0-1", "Mean coordination degree");
    for (Bands.Band band : Bands.COORDINATION) {
      shape.required(band.countColumn(), Type.LONG, "units", "Units " + band.nameEn() + " (D)");
    }
    for (Bands.Band band : Bands.COUPLING) {
      shape.required(band.countColumn(), Type.LONG, "units", "Units " + band.nameEn() + " (C)");
    }
    return GoldTable.end(shape);
  }

  @Override
  public List<TableName> inputs() {
    return List.of(CouplingUnitYear.TABLE, DimUnit.TABLE);
  }

  @Override
  public boolean appliesTo(Scenario scenario) {
    return !scenario.couplings().isEmpty();
  }

  @Override
  public Object configuration(Scenario scenario) {
    return scenario.groupings();
  }

  @Override
  public Dataset<Row> build(Scenario scenario, Inputs inputs) {
    return CouplingSummaries.byYear(
        inputs.read(CouplingUnitYear.TABLE, scenario.id()),
        Units.newest(inputs),
        scenario.groupings());
  }
}
