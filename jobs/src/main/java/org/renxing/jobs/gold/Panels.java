package org.renxing.jobs.gold;

import java.util.ArrayList;
import java.util.List;
import org.renxing.jobs.silver.DimUnit;
import org.renxing.measure.MeasurePanel;
import org.renxing.measure.MeasureValue;
import org.renxing.model.Scenario;
import org.renxing.model.TableName;
import org.renxing.records.Records;
import org.renxing.run.Inputs;
import org.renxing.run.SharedKey;
import org.renxing.territory.UnitDirectory;

/** Measures of a scenario as panels, put together once for the analyses that read them. */
final class Panels {
  static final List<TableName> INPUTS = inputTables();

  private Panels() {}

  /**
   * One panel a measure, with the groupings of the scenario; kept while the run lasts.
   *
   * @throws org.renxing.model.RenxingException CONFIGURATION where units lack a grouping
   */
  static Records<MeasurePanel> of(Scenario scenario, Inputs inputs) {
    return inputs.shared(
        new SharedKey<Records<MeasurePanel>>("panels", scenario.id()),
        () ->
            of(Measures.of(scenario, inputs), Units.directory(inputs), scenario.groupings())
                .kept());
  }

  static Records<MeasurePanel> of(
      Records<MeasureValue> measures, UnitDirectory units, List<String> groupings) {
    groupings.forEach(grouping -> units.requireColumn(grouping, "groupings"));
    return measures.groupedBy(
        MeasureValue::measure,
        (measure, values) ->
            List.of(MeasurePanel.of(measure, values, units, groupings)).iterator());
  }

  private static List<TableName> inputTables() {
    List<TableName> out = new ArrayList<>(Measures.INPUTS);
    out.add(DimUnit.TABLE);
    return List.copyOf(out);
  }
}
