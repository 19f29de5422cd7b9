package org.renxing.jobs.gold;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.index.efficiency.DeaSummaries;
import org.renxing.jobs.silver.DimUnit;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.Scenario;
import org.renxing.model.TableName;
import org.renxing.model.TableSpec;
import org.renxing.run.Inputs;

/** gold.dea_summary_year: DEA scores by group and year. */
public final class DeaSummary implements PlannedTable {
  @Override
  public TableSpec spec() {
    return GoldTable.end(
        GoldTable.shape(
                "dea_summary_year", "One row a DEA model, system that stands alone, group and year")
            .key("model", Type.STRING, "Model of the scenario")
            .key("output_system", Type.STRING, "System that stands alone")
            .key("group_type", Type.STRING, "all, or the column of dim_unit that groups")
            .key("group_value", Type.STRING, "Group")
            .key("year", Type.INT, "Year; 0 = all years together, unit-years as rows")
            .required("n", Type.LONG, "units", "Units (unit-years for year 0) with a score")
            .required("n_unscored", Type.LONG, "units", "Units without")
            .optional("mean_theta", Type.DOUBLE, "", "Mean efficiency; null where n is 0")
            .optional(
                "sd_theta", Type.DOUBLE, "", "Sample standard deviation; null for fewer than two")
            .optional("min_theta", Type.DOUBLE, "", "Lowest efficiency")
            .optional("max_theta", Type.DOUBLE, "", "Highest efficiency")
            .required("n_efficient", Type.LONG, "units", "Units that are strongly efficient")
            .required(
                "n_weakly_efficient",
                Type.LONG,
                "units",
                "Units on the frontier, with slack or without"));
  }

  @Override
  public List<TableName> inputs() {
    return List.of(DeaScore.TABLE, DimUnit.TABLE);
  }

  @Override
  public boolean appliesTo(Scenario scenario) {
    return !scenario.deaModels().isEmpty();
  }

  @Override
  public Object configuration(Scenario scenario) {
    return scenario.groupings();
  }

  @Override
  public Dataset<Row> build(Scenario scenario, Inputs inputs) {
    return DeaSummaries.byYear(
        inputs.read(DeaScore.TABLE, scenario.id()), Units.newest(inputs), scenario.groupings());
  }
}
