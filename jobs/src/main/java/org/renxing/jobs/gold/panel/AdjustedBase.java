package org.renxing.jobs.gold.panel;

import static org.apache.spark.sql.functions.col;
import static org.renxing.measure.Cells.number;
import static org.renxing.measure.Cells.text;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.renxing.jobs.gold.quality.SuspectValue;
import org.renxing.jobs.gold.units.UnitBoundaries;
import org.renxing.jobs.gold.units.Units;
import org.renxing.jobs.silver.Observation;
import org.renxing.jobs.silver.UnitLineage;
import org.renxing.model.Scenario;
import org.renxing.model.TableName;
import org.renxing.panel.Merge;
import org.renxing.panel.PanelGrid;
import org.renxing.panel.UnitBase;
import org.renxing.run.Inputs;

/**
 * A few base values as a scenario adjusts them, which no table keeps: for tracing a figure. What is
 * read of silver is read once and kept on the driver.
 */
public final class AdjustedBase {
  private static final StructType VALUES =
      StructType.fromDDL(
          "unit_id string, year int, indicator_code string, value double, cause string");

  private final Scenario scenario;
  private final Inputs inputs;

  /**
   * Reads the lineage.
   *
   * @param inputs silver as the panel was made from it; it is narrowed to what is asked for here
   */
  public AdjustedBase(Scenario scenario, Inputs inputs) {
    this.scenario = scenario;
    this.inputs = inputs;
    keep(UnitLineage.TABLE, inputs.read(UnitLineage.TABLE));
  }

  /**
   * Every unit in its newest state, as the adjustment looks it up: unit_id, name_zh, province_code.
   */
  public Dataset<Row> units() {
    return Units.newest(inputs).select(col("unit_id"), col("name_zh"), col("province_code"));
  }

  /** The merges that the adjustment knows, the indirect ones too. */
  public List<Merge> merges() {
    return BaseUnits.merges(scenario, UnitBoundaries.MOVES.from(inputs));
  }

  /**
   * What the panel derives from, by the panel's own code, as far as it rests on some cells of
   * sources: unit_id, year, indicator_code, value and cause (why value is null where the adjustment
   * made it so). To be called once.
   *
   * @param isCell condition on unit_id, year and indicator_code: the cells wanted, and all that
   *     they are made of
   */
  public Dataset<Row> values(Column isCell) {
    for (TableName table : List.of(Observation.TABLE, SuspectValue.TABLE)) {
      keep(table, inputs.read(table).where(isCell));
    }
    BaseUnits base = BaseUnits.OF_SCENARIO.from(inputs, scenario);
    PanelGrid grid = base.grid();
    return base.all().rows(VALUES, unit -> rows(unit, grid)).plan(inputs.spark());
  }

  private static Iterator<Row> rows(UnitBase unit, PanelGrid grid) {
    return unit.cells(grid).stream()
        .map(
            cell ->
                RowFactory.create(
                    unit.unitId(),
                    cell.year(),
                    cell.code(),
                    number(cell.value()),
                    text(cell.cause())))
        .iterator();
  }

  private void keep(TableName table, Dataset<Row> rows) {
    inputs.handOn(table, Map.of("", inputs.local("rows of " + table, () -> rows)));
  }
}
