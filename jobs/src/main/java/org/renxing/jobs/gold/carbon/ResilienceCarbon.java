package org.renxing.jobs.gold.carbon;

import static org.renxing.measure.Cells.number;

import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.renxing.carbon.CarbonBases;
import org.renxing.carbon.CarbonSummaries;
import org.renxing.jobs.gold.table.GoldTable;
import org.renxing.jobs.gold.units.UnitBoundaries;
import org.renxing.lake.TableRows;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.Scenario;
import org.renxing.model.TableSpec;
import org.renxing.run.Given;
import org.renxing.run.Need;

/** gold.resilience_carbon_year: mean resilience beside mean emissions (R Figure 5). */
public final class ResilienceCarbon implements GoldTable {
  @Override
  public TableSpec spec() {
    return GoldTable.end(
        GoldTable.shape(
                "resilience_carbon_year", "One row a group and year with units that have both")
            .key("group_type", Type.STRING, "all, or the column of dim_unit that groups")
            .key("group_value", Type.STRING, "Group")
            .key("year", Type.INT, "Year")
            .required("n", Type.LONG, "units", "Units with both a score and emissions")
            .required(
                "mean_resilience", Type.DOUBLE, "0-1", "Mean score (carbon.scheme, carbon.system)")
            .required("mean_emissions_t", Type.DOUBLE, "t CO2", "Mean emissions")
            .optional(
                "growth_resilience",
                Type.DOUBLE,
                "share",
                "Growth of the mean score over the year before, of the units that have both in both"
                    + " years and the same territory")
            .optional("growth_emissions", Type.DOUBLE, "share", "The same of mean emissions")
            .required("n_growth", Type.LONG, "units", "Units in the growth"));
  }

  @Override
  public List<Need<?>> needs() {
    return List.of(CarbonAnswers.WITH_SCORES, CarbonAnswers.GROUPINGS, UnitBoundaries.OF_SCENARIO);
  }

  @Override
  public boolean appliesTo(Scenario scenario) {
    return CarbonAnswers.are(scenario);
  }

  @Override
  public Object configuration(Scenario scenario) {
    return CarbonBases.of(scenario);
  }

  @Override
  public TableRows rows(Scenario scenario, Given given) {
    return CarbonSummaries.means(
            given.get(CarbonAnswers.WITH_SCORES),
            given.get(CarbonAnswers.GROUPINGS),
            given.get(UnitBoundaries.OF_SCENARIO),
            CarbonBases.of(scenario))
        .rowEach(columns(), means -> row(means));
  }

  private static Row row(CarbonSummaries.Means means) {
    return RowFactory.create(
        means.group().type(),
        means.group().value(),
        means.year(),
        means.n(),
        means.resilience(),
        means.emissions(),
        number(means.growthResilience()),
        number(means.growthEmissions()),
        means.nGrowth());
  }
}
