package org.renxing.jobs.gold;

import static org.apache.spark.sql.functions.col;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.Scenario;
import org.renxing.model.TableName;
import org.renxing.model.TableSpec;
import org.renxing.run.Inputs;

/** gold.obstacle_summary: mean obstacles by coordination class and year. */
public final class ObstacleSummary implements PlannedTable {
  private static final StructType NO_CLASSES =
      StructType.fromDDL("pair_id string, unit_id string, year int, class string");

  @Override
  public TableSpec spec() {
    return GoldTable.end(
        GoldTable.shape(
                "obstacle_summary",
                "One row a pair of systems or whole, level, node, coordination class and year")
            .key("pair_id", Type.STRING, ObstacleUnitYear.SCOPE)
            .key("scheme", Type.STRING, "Weight scheme")
            .key("level", Type.STRING, "What the code is: indicator, criterion or system")
            .key("code", Type.STRING, "Indicator, criterion or system")
            .key(
                "class",
                Type.STRING,
                "all, or the coordination level of the pair in the year (coupling_unit_year)")
            .key("year", Type.INT, "Year; 0 = all years together, unit-years as rows")
            .required("n", Type.LONG, "units", "Units (unit-years for year 0) with degrees")
            .required(
                "mean_degree_pct",
                Type.DOUBLE,
                "%",
                "Mean obstacle degree; sums to 100 over the codes of a level, where all have one")
            .required(
                "rank",
                Type.INT,
                "",
                "Dense rank in pair, level, class and year; equal to 12 significant digits is a"
                    + " tie")
            .check("means lie between 0 and 100", "mean_degree_pct BETWEEN 0 AND 100 + 1e-9"));
  }

  @Override
  public List<TableName> inputs() {
    return List.of(IndicatorValue.TABLE, IndicatorWeight.TABLE, CouplingUnitYear.TABLE);
  }

  @Override
  public boolean appliesTo(Scenario scenario) {
    return Vectors.hasObstacles(scenario);
  }

  @Override
  public Object configuration(Scenario scenario) {
    return Vectors.configuration(scenario);
  }

  @Override
  public Dataset<Row> build(Scenario scenario, Inputs inputs) {
    Dataset<Row> classes =
        scenario.couplings().isEmpty()
            ? inputs.spark().createDataFrame(List.of(), NO_CLASSES)
            : inputs
                .read(CouplingUnitYear.TABLE, scenario.id())
                .withColumn("class", col("coordination_level"));
    return Vectors.obstacles(scenario).means(Vectors.of(scenario, inputs), classes);
  }
}
