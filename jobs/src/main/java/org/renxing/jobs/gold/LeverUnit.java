package org.renxing.jobs.gold;

import static org.apache.spark.sql.functions.col;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.Lever;
import org.renxing.model.Scenario;
import org.renxing.model.TableSpec;
import org.renxing.path.Levers;
import org.renxing.run.Inputs;

/** gold.lever_unit: what levers may yield in the last year of a scenario, low and high. */
public final class LeverUnit extends StatisticsTable {
  private final List<Lever> levers;

  public LeverUnit(List<Lever> levers) {
    this.levers = List.copyOf(levers);
  }

  @Override
  public TableSpec spec() {
    return GoldTable.end(
        GoldTable.unitYear("lever_unit", "One row a unit and lever, in the last year")
            .key("lever", Type.STRING, "Lever: conf/rules/levers.conf")
            .required("input", Type.STRING, "", "Statistic on which it works")
            .optional("input_value", Type.DOUBLE, "", "Its value")
            .required("input_unit", Type.STRING, "", "Unit of measure of the input")
            .optional("low", Type.DOUBLE, "", "Least yield, in the unit beside")
            .optional("high", Type.DOUBLE, "", "Largest yield")
            .required("unit", Type.STRING, "", "Unit of measure of the yield")
            .required("source", Type.STRING, "", "Who says so")
            .required("caution", Type.STRING, "", "What the source leaves open")
            .optional("reason", Type.STRING, "", "Why there is no yield")
            .check("low is not above high", "low <= high"));
  }

  @Override
  public boolean appliesTo(Scenario scenario) {
    return levers.stream().anyMatch(lever -> UnitStatistics.are(scenario, lever.input()));
  }

  @Override
  public Object configuration(Scenario scenario) {
    return List.of(UnitStatistics.configuration(scenario), levers);
  }

  @Override
  Dataset<Row> plan(Scenario scenario, Inputs inputs) {
    Dataset<Row> last =
        UnitStatistics.of(scenario, inputs).where(col("year").equalTo(scenario.years().last()));
    return Levers.of(last, levers);
  }
}
