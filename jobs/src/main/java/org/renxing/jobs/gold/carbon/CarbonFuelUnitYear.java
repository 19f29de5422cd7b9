package org.renxing.jobs.gold.carbon;

import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.renxing.carbon.CarbonAccount;
import org.renxing.carbon.ItemUse;
import org.renxing.jobs.gold.panel.StatisticsTable;
import org.renxing.jobs.gold.table.GoldTable;
import org.renxing.jobs.gold.units.Units;
import org.renxing.lake.TableRows;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.Scenario;
import org.renxing.model.TableSpec;
import org.renxing.run.Given;
import org.renxing.territory.UnitDirectory;

/** gold.carbon_fuel_unit_year: what each item of an inventory emits. */
public final class CarbonFuelUnitYear extends StatisticsTable {
  @Override
  public TableSpec spec() {
    return GoldTable.end(
        GoldTable.unitYear(
                "carbon_fuel_unit_year",
                "One row a fuel, purchased energy or process with a figure, unit and year")
            .key("fuel", Type.STRING, "Item of the scenario's inventory")
            .required("scope", Type.INT, "", "1: burnt or processed there; 2: purchased")
            .required("consumption", Type.DOUBLE, "", "Use, in the unit of measure beside it")
            .required("unit", Type.STRING, "", "Unit of measure of the use")
            .required("factor_t_per_unit", Type.DOUBLE, "t CO2", "Emissions of one such unit")
            .required("emissions_t", Type.DOUBLE, "t CO2", "consumption times factor")
            .required("factor_source", Type.STRING, "", "Who says what one unit emits"));
  }

  @Override
  public boolean appliesTo(Scenario scenario) {
    return !scenario.carbon().items().isEmpty();
  }

  @Override
  public Object configuration(Scenario scenario) {
    return List.of(scenario.carbon(), scenario.years());
  }

  @Override
  public TableRows rows(Scenario scenario, Given given) {
    CarbonAccount account = new CarbonAccount(scenario.carbon(), scenario.years());
    UnitDirectory units = given.get(Units.DIRECTORY);
    return rows(
        given, unit -> account.byItem(unit).stream().map(use -> row(use, units)).iterator());
  }

  private static Row row(ItemUse use, UnitDirectory units) {
    return RowFactory.create(
        use.unitId(),
        units.name(use.unitId()),
        use.year(),
        use.item().id(),
        use.item().scope(),
        use.consumption(),
        use.item().factor().per(),
        use.factor(),
        use.emissions(),
        use.item().factor().source());
  }
}
