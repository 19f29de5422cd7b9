package org.renxing.jobs.gold;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.jobs.silver.DimUnit;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.Scenario;
import org.renxing.model.TableName;
import org.renxing.model.TableSpec;
import org.renxing.run.Inputs;

/** gold.obstacle_unit_year: what keeps each unit from its ideal point. */
public final class ObstacleUnitYear implements PlannedTable {
  /** What the column pair_id holds in tables of obstacles. */
  static final String SCOPE =
      "Coupling of the scenario, or overall: the whole index, for schemes that no coupling reads";

  @Override
  public TableSpec spec() {
    return GoldTable.end(
        GoldTable.unitYear(
                "obstacle_unit_year", "One row a pair of systems or whole, unit, year, indicator")
            .key("pair_id", Type.STRING, SCOPE)
            .key("scheme", Type.STRING, "Weight scheme")
            .key("indicator_code", Type.STRING, "Indicator; see dim_indicator")
            .required("system", Type.STRING, "", "Its system")
            .optional("criterion", Type.STRING, "", "Its parent, where that is not the system")
            .optional(
                "degree_pct",
                Type.DOUBLE,
                "%",
                "Obstacle degree; sums to 100 over the indicators of the pair or whole")
            .optional(
                "system_degree_pct",
                Type.DOUBLE,
                "%",
                "The same in its system alone; null where that has no obstacle")
            .optional(
                "cumulative_pct",
                Type.DOUBLE,
                "%",
                "Degrees of this and all larger obstacles together, in the order of order_no")
            .optional(
                "rank",
                Type.INT,
                "",
                "Dense rank, 1 is the largest obstacle; equal to 12 significant digits is a tie")
            .optional(
                "order_no", Type.INT, "", "Place without ties: these in the order of the index")
            .required("n_indicators", Type.INT, "", "Indicators of the pair or whole")
            .optional(
                "reason",
                Type.STRING,
                "",
                "Why the degrees are null: MISSING_INDICATOR, IDEAL_POINT or UNDEFINED_WEIGHT")
            .check("degrees lie between 0 and 100", "degree_pct BETWEEN 0 AND 100 + 1e-9")
            .check(
                "a degree is given or has a reason", "(degree_pct IS NULL) = (reason IS NOT NULL)")
            .check(
                "the degrees of a unit and year sum to 100",
                "order_no < n_indicators OR abs(cumulative_pct - 100) <= 1e-9"));
  }

  @Override
  public List<TableName> inputs() {
    return List.of(IndicatorValue.TABLE, IndicatorWeight.TABLE, DimUnit.TABLE);
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
    return Units.named(Vectors.obstacles(scenario).of(Vectors.of(scenario, inputs)), inputs);
  }
}
