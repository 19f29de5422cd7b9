package org.renxing.jobs.gold.units;

import static org.apache.spark.sql.functions.col;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.jobs.silver.DimUnit;
import org.renxing.model.Scenario;
import org.renxing.records.Records;
import org.renxing.run.Inputs;
import org.renxing.run.Need;
import org.renxing.run.StoredRows;
import org.renxing.summary.Groupings;
import org.renxing.territory.UnitDirectory;

/** Units as gold tables see them: each once, in its newest state. */
public final class Units {
  private static final StoredRows<DimUnit.Newest> NEWEST =
      StoredRows.whole(DimUnit.newestRecords());

  /** Every unit in its newest state. */
  public static final Need<UnitDirectory> DIRECTORY =
      Need.ofRun("units", List.of(NEWEST), given -> directory(given.get(NEWEST)));

  /**
   * The ids of the units that a scenario may hold: of its levels and ids, and in force in its last
   * year. One that came into being later than the first year lacks the years before.
   */
  public static final Need<Set<String>> IDS =
      Need.of(
          "units of the scenario",
          List.of(DIRECTORY),
          scenario -> List.of(scenario.population(), scenario.years().last()),
          (scenario, given) -> ids(scenario, given.get(DIRECTORY)));

  /** The groups by which a scenario is summarised. */
  public static final Need<Groupings> GROUPINGS =
      Need.of(
          "groupings",
          List.of(DIRECTORY),
          Scenario::groupings,
          (scenario, given) -> new Groupings(given.get(DIRECTORY), scenario.groupings()));

  private Units() {}

  private static UnitDirectory directory(Records<DimUnit.Newest> units) {
    List<UnitDirectory.Unit> newest =
        units.list().stream().filter(DimUnit.Newest::isNewest).map(DimUnit.Newest::unit).toList();
    Set<String> columns = new LinkedHashSet<>(DimUnit.columns());
    newest.forEach(unit -> columns.addAll(new TreeSet<>(unit.attributes().keySet())));
    return new UnitDirectory(List.copyOf(columns), newest);
  }

  /** The newest state of every unit. */
  public static Dataset<Row> newest(Inputs inputs) {
    return inputs.local(
        "newest units", () -> inputs.read(DimUnit.TABLE).where(col("is_newest")).drop("run_id"));
  }

  private static Set<String> ids(Scenario scenario, UnitDirectory units) {
    Scenario.Population population = scenario.population();
    int last = scenario.years().last();
    Set<String> out = new TreeSet<>();
    for (UnitDirectory.Unit unit : units.all()) {
      // NaN where a unit is still in force
      boolean belongs = unit.number("valid_from") <= last && !(unit.number("valid_to") < last);
      boolean isOfLevel =
          population.levels().isEmpty()
              || unit.attribute("level").filter(population.levels()::contains).isPresent();
      boolean isNamed = population.unitIds().isEmpty() || population.unitIds().contains(unit.id());
      if (belongs && isOfLevel && isNamed) {
        out.add(unit.id());
      }
    }
    return out;
  }
}
