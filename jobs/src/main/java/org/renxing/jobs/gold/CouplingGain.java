package org.renxing.jobs.gold;

import static org.apache.spark.sql.functions.col;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.index.couple.CouplingSummaries;
import org.renxing.jobs.silver.DimUnit;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.Scenario;
import org.renxing.model.TableName;
import org.renxing.model.TableSpec;
import org.renxing.run.Inputs;

/** gold.coupling_gain_unit: how far each unit came between its first and last year. */
public final class CouplingGain implements PlannedTable {
  private static final double LARGE = 0.2;

  @Override
  public TableSpec spec() {
    return GoldTable.end(
        GoldTable.shape("coupling_gain_unit", "One row a pair of systems and unit")
            .key("pair_id", Type.STRING, "Coupling of the scenario")
            .with(GoldTable::unit)
            .required("d_first", Type.DOUBLE, "0-1", "Coordination degree of the first year")
            .required("d_last", Type.DOUBLE, "0-1", "Coordination degree of the last year")
            .required("gain", Type.DOUBLE, "", "d_last - d_first")
            .required("year_first", Type.INT, "", "First year with a value")
            .required("year_last", Type.INT, "", "Last year with a value")
            .required("is_over_0_2", Type.BOOLEAN, "", "Whether the gain is over 0.2"));
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
    return LARGE;
  }

  @Override
  public Dataset<Row> build(Scenario scenario, Inputs inputs) {
    Dataset<Row> gains =
        CouplingSummaries.gain(inputs.read(CouplingUnitYear.TABLE, scenario.id()))
            .withColumn("is_over_0_2", col("gain").gt(LARGE));
    return Units.named(gains, inputs);
  }
}
