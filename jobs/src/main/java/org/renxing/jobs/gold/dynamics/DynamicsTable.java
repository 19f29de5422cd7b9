package org.renxing.jobs.gold.dynamics;

import java.util.List;
import org.apache.spark.sql.Row;
import org.renxing.dynamics.Dynamics;
import org.renxing.jobs.gold.measure.Measures;
import org.renxing.jobs.gold.table.GoldTable;
import org.renxing.lake.TableRows;
import org.renxing.measure.MeasurePanel;
import org.renxing.model.Analysis;
import org.renxing.model.Scenario;
import org.renxing.records.Records;
import org.renxing.run.Given;
import org.renxing.run.Need;

/** A table of the dynamics of each measure of a scenario. */
public abstract class DynamicsTable implements GoldTable {
  private final Records.Each<Dynamics, Row> each;

  /**
   * A table.
   *
   * @param each the rows of a measure
   */
  DynamicsTable(Records.Each<Dynamics, Row> each) {
    this.each = each;
  }

  @Override
  public List<Need<?>> needs() {
    return List.of(Measures.PANELS);
  }

  @Override
  public boolean appliesTo(Scenario scenario) {
    return scenario.has(Analysis.DYNAMICS);
  }

  @Override
  public Object configuration(Scenario scenario) {
    return List.of(scenario.groupings(), scenario.years().step());
  }

  @Override
  public TableRows rows(Scenario scenario, Given given) {
    return rows(given.get(Measures.PANELS), scenario.groupings(), scenario.years().step());
  }

  public TableRows rows(Records<MeasurePanel> panels, List<String> groupings, int step) {
    Records.Each<Dynamics, Row> rows = each;
    return panels.rows(columns(), panel -> rows.of(new Dynamics(panel, groupings, step)));
  }
}
