package org.renxing.jobs.gold.panel;

import static org.renxing.measure.Cells.number;

import java.util.Iterator;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.renxing.jobs.gold.units.Units;
import org.renxing.model.Scenario;
import org.renxing.panel.ImputationMethod;
import org.renxing.panel.PanelGrid;
import org.renxing.panel.PanelKernel;
import org.renxing.panel.UnitPanel;
import org.renxing.run.Inputs;

/** Base values after imputation, which no table keeps: for tracing a figure that rests on them. */
public final class ImputedBase {
  private static final StructType VALUES =
      StructType.fromDDL(
          "unit_id string, year int, indicator_code string, raw_value double, value double,"
              + " imputation_method string");

  private ImputedBase() {}

  /**
   * The imputed base indicators of a scenario that imputes these ({@code basis = base}), of the
   * units that stay: unit_id, year, indicator_code, raw_value, value, imputation_method. They are
   * adjusted first, where the scenario adjusts.
   *
   * @param inputs silver as the panel was made from it; the reader releases it
   */
  public static Dataset<Row> of(Scenario scenario, Inputs inputs) {
    PanelKernel kernel = PanelKernel.ofBase(scenario);
    PanelGrid grid = kernel.grid();
    BaseUnits base = BaseUnits.OF_SCENARIO.from(inputs, scenario);
    return ScenarioPanel.of(kernel, base, Units.IDS.from(inputs, scenario))
        .where(panel -> panel.exclusion().isEmpty())
        .rows(VALUES, panel -> rows(panel, grid))
        .plan(inputs.spark());
  }

  private static Iterator<Row> rows(UnitPanel panel, PanelGrid grid) {
    return IntStream.range(0, grid.size())
        .mapToObj(
            cell ->
                RowFactory.create(
                    panel.unitId(),
                    grid.year(cell),
                    grid.code(cell),
                    number(panel.rawValue(cell)),
                    number(panel.value(cell)),
                    panel.method(cell).map(ImputationMethod::text).orElse(null)))
        .iterator();
  }
}
