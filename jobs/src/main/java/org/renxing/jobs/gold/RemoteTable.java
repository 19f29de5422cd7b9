package org.renxing.jobs.gold;

import java.util.ArrayList;
import java.util.List;
import org.renxing.jobs.silver.DimUnit;
import org.renxing.jobs.silver.remote.RemoteAggregates;
import org.renxing.lake.TableRows;
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
abstract class RemoteTable implements GoldTable {
  private final RemoteAggregates aggregates;

  RemoteTable(RemoteAggregates aggregates) {
    this.aggregates = aggregates;
  }

  RemoteAggregates aggregates() {
    return aggregates;
  }

  /** The silver tables of observations that it rests on; none where the run has no such source. */
  abstract List<TableName> observations();

  /** Adds the rows of all units and years; those of the scenario are taken. */
  abstract void add(UnitRows rows, Inputs inputs);

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
  public TableRows rows(Scenario scenario, Inputs inputs) {
    UnitRows rows = new UnitRows(scenario, inputs);
    add(rows, inputs);
    return rows.of(spec());
  }
}
