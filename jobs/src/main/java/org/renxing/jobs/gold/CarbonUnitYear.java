package org.renxing.jobs.gold;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.index.Ranking;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.Scenario;
import org.renxing.model.TableSpec;
import org.renxing.run.Inputs;

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
  public Object configuration(Scenario scenario) {
    return CarbonAnswers.configuration(scenario);
  }

  @Override
  Dataset<Row> plan(Scenario scenario, Inputs inputs) {
    Dataset<Row> rows =
        Ranking.add(CarbonAnswers.of(scenario, inputs), "emissions_t", List.of("year"));
    return rows.drop("percentile", "output");
  }
}
