package org.renxing.jobs.gold.carbon;

import static org.renxing.measure.Cells.number;
import static org.renxing.measure.Cells.text;

import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.renxing.carbon.CarbonYear;
import org.renxing.jobs.gold.panel.StatisticsTable;
import org.renxing.jobs.gold.table.GoldTable;
import org.renxing.jobs.gold.units.Units;
import org.renxing.lake.TableRows;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.Scenario;
import org.renxing.model.TableSpec;
import org.renxing.run.Given;
import org.renxing.run.Need;
import org.renxing.summary.Ranked;
import org.renxing.territory.UnitDirectory;

/** gold.carbon_unit_year: emissions of CO2 of every unit of the scenario's levels (methods). */
public final class CarbonUnitYear extends StatisticsTable {
  @Override
  public TableSpec spec() {
    return GoldTable.end(
        GoldTable.unitYear(
                "carbon_unit_year",
                "One row a unit of the scenario's levels and year, whether or not the index keeps"
                    + " it")
            .optional("emissions_t", Type.DOUBLE, "t CO2", "Emissions; null where not all is known")
            .optional("per_capita_t", Type.DOUBLE, "t CO2/person", "Over the statistic population")
            .optional(
                "per_gdp_t_per_10k_cny",
                Type.DOUBLE,
                "t CO2/10^4 CNY",
                "Over the statistic gdp, at the prices in which it stands")
            .optional(
                "cumulative_t",
                Type.DOUBLE,
                "t CO2",
                "Sum since the scenario's first year; null after a gap")
            .optional(
                "scope_1_t",
                Type.DOUBLE,
                "t CO2",
                "Of fuels and processes; null where an inventory is given whole")
            .optional("scope_2_t", Type.DOUBLE, "t CO2", "Of purchased electricity and heat")
            .required("n_missing", Type.LONG, "items", "Items of the inventory without a figure")
            .optional("population", Type.DOUBLE, "10^4 persons", "The statistic population")
            .optional("gdp", Type.DOUBLE, "10^8 CNY", "The statistic gdp")
            .optional("rank", Type.INT, "", "Dense rank in the year, 1 for the largest emissions")
            .optional("order_no", Type.INT, "", "Place in the year, ties by unit_id")
            .optional("reason", Type.STRING, "", "Why a figure is null, and what was taken as 0"));
  }

  @Override
  public boolean appliesTo(Scenario scenario) {
    return CarbonAnswers.are(scenario);
  }

  @Override
  public List<Need<?>> needs() {
    return List.of(CarbonAnswers.YEARS, Units.DIRECTORY);
  }

  @Override
  public TableRows rows(Scenario scenario, Given given) {
    UnitDirectory units = given.get(Units.DIRECTORY);
    return rows(
        Ranked.within(
            given.get(CarbonAnswers.YEARS),
            c -> String.valueOf(c.year()),
            CarbonYear::unitId,
            CarbonYear::emissions),
        ranked -> List.of(row(ranked, units)).iterator());
  }

  private static Row row(Ranked<CarbonYear> ranked, UnitDirectory units) {
    CarbonYear c = ranked.record();
    return RowFactory.create(
        c.unitId(),
        units.name(c.unitId()),
        c.year(),
        number(c.emissions()),
        number(c.perCapita()),
        number(c.perGdp()),
        number(c.cumulative()),
        number(c.scope1()),
        number(c.scope2()),
        c.missing(),
        number(c.population()),
        number(c.gdp()),
        ranked.rank(),
        ranked.orderNo(),
        text(c.reason()));
  }
}
