package org.renxing.jobs.gold;

import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.jobs.silver.DimUnit;
import org.renxing.jobs.silver.remote.RemoteAggregates;
import org.renxing.lake.TableState;
import org.renxing.model.Analysis;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.Scenario;
import org.renxing.model.TableName;
import org.renxing.model.TableSpec;
import org.renxing.run.Inputs;

/**
 * A table of vacancy or land: of what holds for all, the units of a scenario and every year from
 * its first to its last, whatever its step.
 */
abstract class RemoteTable implements PlannedTable {
  private final RemoteAggregates aggregates;

  RemoteTable(RemoteAggregates aggregates) {
    this.aggregates = aggregates;
  }

  RemoteAggregates aggregates() {
    return aggregates;
  }

  /** The silver tables of observations that it rests on; none where the run has no such source. */
  abstract List<TableName> observations();

  /** The rows of all units and years. */
  abstract Dataset<Row> rows(Inputs inputs);

  /** Starts the shape of a table by zone, unit and year. */
  static TableSpec.Builder zoneYear(String name, String grain) {
    return GoldTable.shape(name, grain).with(RemoteTable::zoneYear);
  }

  /** Adds the columns that say which zone, unit and year a row is about. */
  static TableSpec.Builder zoneYear(TableSpec.Builder shape) {
    return GoldTable.unitYear(
        shape.key("zone", Type.STRING, "Zone of the unit, other = the rest; all = the whole unit"));
  }

  @Override
  public List<TableName> inputs() {
    List<TableName> out = new ArrayList<>(observations());
    out.add(DimUnit.TABLE);
    return out;
  }

  @Override
  public boolean appliesTo(Scenario scenario) {
    return scenario.has(Analysis.REMOTE) && !observations().isEmpty();
  }

  @Override
  public Object configuration(Scenario scenario) {
    return List.of(scenario.population(), scenario.years(), aggregates.rules());
  }

  @Override
  public String contentOf(TableName input, TableState state, Scenario scenario) {
    return state.contentOf(TableState.WHOLE);
  }

  @Override
  public Dataset<Row> build(Scenario scenario, Inputs inputs) {
    Dataset<Row> units = Units.of(scenario, inputs).select("unit_id");
    Dataset<Row> rows =
        rows(inputs)
            .where(col("year").between(scenario.years().first(), scenario.years().last()))
            .join(units, "unit_id");
    return Units.named(rows, inputs);
  }
}
