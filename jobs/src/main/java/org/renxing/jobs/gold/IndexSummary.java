package org.renxing.jobs.gold;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.index.score.ScoreSummary;
import org.renxing.jobs.silver.DimUnit;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.Scenario;
import org.renxing.model.TableName;
import org.renxing.model.TableSpec;
import org.renxing.run.Inputs;

/** gold.index_summary_year: scores by group and year. */
public final class IndexSummary implements PlannedTable {
  /** The table. */
  public static final TableName TABLE = TableName.gold("index_summary_year");

  @Override
  public TableSpec spec() {
    return GoldTable.end(
        GoldTable.shape(TABLE.name(), "One row a weight scheme, node of the index, group and year")
            .key("scheme", Type.STRING, "Weight scheme of the scenario")
            .key("system", Type.STRING, "Node of the index")
            .key("group_type", Type.STRING, "all, or the column of dim_unit that groups")
            .key("group_value", Type.STRING, "Group")
            .key("year", Type.INT, "Year; 0 = all years together, unit-years as rows")
            .required("n", Type.LONG, "units", "Units (unit-years for year 0) with a score")
            .required("mean", Type.DOUBLE, "0-1", "Mean score")
            .optional("sd", Type.DOUBLE, "0-1", "Sample standard deviation; null for one unit")
            .required("min", Type.DOUBLE, "0-1", "Lowest score")
            .required("max", Type.DOUBLE, "0-1", "Highest score")
            .optional("cv", Type.DOUBLE, "", "Coefficient of variation: sd over mean")
            .required("above_mean", Type.LONG, "units", "Units above the mean")
            .optional(
                "growth", Type.DOUBLE, "share", "Mean over the mean of the year before, minus 1")
            .optional(
                "growth_since_first",
                Type.DOUBLE,
                "share",
                "Mean over the mean of the first year, minus 1; in year 0 that of the last year")
            .optional(
                "cv_since_first",
                Type.DOUBLE,
                "",
                "cv less the cv of the first year: above 0 where units drift apart; in year 0 that"
                    + " of the last year")
            .optional(
                "mean_contribution", Type.DOUBLE, "0-1", "Mean of what the node adds to the whole")
            .optional("sd_contribution", Type.DOUBLE, "0-1", "Its sample standard deviation")
            .optional("min_contribution", Type.DOUBLE, "0-1", "Its lowest value")
            .optional("max_contribution", Type.DOUBLE, "0-1", "Its highest value"));
  }

  @Override
  public List<TableName> inputs() {
    return List.of(IndexScore.TABLE, DimUnit.TABLE);
  }

  @Override
  public Object configuration(Scenario scenario) {
    return scenario.groupings();
  }

  @Override
  public Dataset<Row> build(Scenario scenario, Inputs inputs) {
    return ScoreSummary.of(
        inputs.read(IndexScore.TABLE, scenario.id()), Units.newest(inputs), scenario.groupings());
  }
}
