package org.renxing.jobs.gold.remote;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.renxing.jobs.gold.table.GoldTable;
import org.renxing.jobs.gold.units.Units;
import org.renxing.lake.TableRows;
import org.renxing.model.Scenario;
import org.renxing.model.TableSpec;
import org.renxing.run.Given;
import org.renxing.territory.UnitDirectory;

/** Rows of the units of a scenario, in every year from its first to its last. */
final class UnitRows {
  private final Scenario scenario;
  private final Set<String> units;
  private final UnitDirectory names;
  private final List<Row> rows = new ArrayList<>();

  UnitRows(Scenario scenario, Given given) {
    this.scenario = scenario;
    this.units = given.get(Units.IDS);
    this.names = given.get(Units.DIRECTORY);
  }

  /**
   * Adds a row, where it is about a unit and year of the scenario.
   *
   * @param before columns before those of the unit
   * @param after columns after the year; null where there is no value
   */
  void add(List<String> before, String unit, int year, Object... after) {
    if (units.contains(unit)
        && year >= scenario.years().first()
        && year <= scenario.years().last()) {
      List<Object> cells = new ArrayList<>(before);
      cells.add(unit);
      cells.add(names.name(unit));
      cells.add(year);
      cells.addAll(Arrays.asList(after));
      rows.add(RowFactory.create(cells.toArray()));
    }
  }

  /** The rows in the columns of a table. */
  TableRows of(TableSpec spec) {
    return new TableRows.Held(GoldTable.columns(spec), rows);
  }
}
