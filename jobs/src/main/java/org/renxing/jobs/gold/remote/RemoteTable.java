package org.renxing.jobs.gold.remote;

import java.util.List;
import java.util.function.Function;
import org.renxing.jobs.gold.table.GoldTable;
import org.renxing.jobs.gold.units.Units;
import org.renxing.jobs.silver.remote.RemoteAggregates;
import org.renxing.lake.TableRows;
import org.renxing.model.Analysis;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.Scenario;
import org.renxing.model.TableName;
import org.renxing.model.TableSpec;
import org.renxing.run.Given;
import org.renxing.run.Inputs;
import org.renxing.run.Need;

/**
 * A table of vacancy or land: of what holds for all, the units of a scenario and every year from
 * its first to its last, whatever its step.
 */
abstract class RemoteTable<F> implements GoldTable {
  private final Need<List<F>> figures;

  /**
   * A table of some figures.
   *
   * @param name of the figures
   * @param observations the silver tables on which they rest; none where the run has no such source
   * @param reading gives the figures of all units and years
   */
  RemoteTable(
      RemoteAggregates aggregates,
      String name,
      List<TableName> observations,
      Function<Inputs, List<F>> reading) {
    figures = Need.read(name, observations, aggregates.rules(), reading);
  }

  /** Adds the row of a figure, if it has any; those of the scenario are taken. */
  abstract void add(UnitRows rows, F figure);

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
  public List<Need<?>> needs() {
    return List.of(figures, Units.IDS, Units.DIRECTORY);
  }

  @Override
  public boolean appliesTo(Scenario scenario) {
    return scenario.has(Analysis.REMOTE) && !figures.tables().isEmpty();
  }

  @Override
  public Object configuration(Scenario scenario) {
    return scenario.years();
  }

  @Override
  public TableRows rows(Scenario scenario, Given given) {
    UnitRows rows = new UnitRows(scenario, given);
    given.get(figures).forEach(figure -> add(rows, figure));
    return rows.of(spec());
  }
}
