package org.renxing.jobs.gold;

import static org.apache.spark.sql.functions.col;

import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.jobs.silver.DimUnit;
import org.renxing.model.Scenario;
import org.renxing.records.TableRecords;
import org.renxing.run.Inputs;
import org.renxing.run.SharedKey;
import org.renxing.territory.UnitDirectory;

/** Units as gold tables see them: each once, in its newest state. */
final class Units {
  private static final SharedKey<UnitDirectory> DIRECTORY = new SharedKey<>("units", "");

  private static final TableRecords<DimUnit.Newest> NEWEST = DimUnit.newestRecords();

  private Units() {}

  /** Every unit in its newest state. */
  static UnitDirectory directory(Inputs inputs) {
    return inputs.shared(
        DIRECTORY,
        () ->
            new UnitDirectory(
                DimUnit.columns(),
                inputs.records(NEWEST).list().stream()
                    .filter(DimUnit.Newest::isNewest)
                    .map(DimUnit.Newest::unit)
                    .toList()));
  }

  /** The newest state of every unit. */
  static Dataset<Row> newest(Inputs inputs) {
    return inputs.local(
        "newest units", () -> inputs.read(DimUnit.TABLE).where(col("is_newest")).drop("run_id"));
  }

  /**
   * The ids of the units that a scenario may hold: of its levels and ids, and in force in its last
   * year. One that came into being later than the first year lacks the years before.
   */
  static Set<String> idsOf(Scenario scenario, Inputs inputs) {
    Scenario.Population population = scenario.population();
    int last = scenario.years().last();
    Set<String> out = new TreeSet<>();
    for (UnitDirectory.Unit unit : directory(inputs).all()) {
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
