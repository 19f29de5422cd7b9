package org.renxing.jobs.gold.measure;

import java.util.List;
import org.renxing.jobs.gold.units.Units;
import org.renxing.measure.MeasurePanel;
import org.renxing.measure.MeasureValue;
import org.renxing.model.Scenario;
import org.renxing.records.Records;
import org.renxing.run.Need;
import org.renxing.territory.UnitDirectory;

/** Measures of a scenario as panels, put together once for the analyses that read them. */
public final class Panels {
  /** One panel a measure, with the groupings of the scenario. */
  public static final Need<Records<MeasurePanel>> ALL =
      Need.of(
          "panels of measures",
          List.of(Measures.ALL, Units.DIRECTORY),
          Scenario::groupings,
          (scenario, given) ->
              of(given.get(Measures.ALL), given.get(Units.DIRECTORY), scenario.groupings()).kept());

  private Panels() {}

  /**
   * The same of any measures.
   *
   * @throws org.renxing.model.RenxingException CONFIGURATION where units lack a grouping
   */
  public static Records<MeasurePanel> of(
      Records<MeasureValue> measures, UnitDirectory units, List<String> groupings) {
    groupings.forEach(grouping -> units.requireColumn(grouping, "groupings"));
    return measures.groupedBy(
        MeasureValue::measure,
        (measure, values) ->
            List.of(MeasurePanel.of(measure, values, units, groupings)).iterator());
  }
}
