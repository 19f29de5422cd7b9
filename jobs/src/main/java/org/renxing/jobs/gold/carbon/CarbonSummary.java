package org.renxing.jobs.gold.carbon;

import static org.renxing.measure.Cells.number;

import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.renxing.carbon.CarbonGroup;
import org.renxing.carbon.CarbonSummaries;
import org.renxing.jobs.gold.table.GoldTable;
import org.renxing.lake.TableRows;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.Scenario;
import org.renxing.model.TableSpec;
import org.renxing.run.Given;
import org.renxing.run.Need;
import org.renxing.summary.Groupings;

/** gold.carbon_summary_year: emissions of groups, their shares, and ratios to all others. */
public final class CarbonSummary implements GoldTable {
  @Override
  public TableSpec spec() {
    return GoldTable.end(
        GoldTable.shape("carbon_summary_year", "One row a group and year with emissions")
            .key("group_type", Type.STRING, "all, or the column of dim_unit that groups")
            .key("group_value", Type.STRING, "Group")
            .key("year", Type.INT, "Year")
            .required("n", Type.LONG, "units", "Units with emissions")
            .required("emissions_t", Type.DOUBLE, "t CO2", "Emissions of these units")
            .optional("share_emissions", Type.DOUBLE, "0-1", "Of all units of the year")
            .optional("share_population", Type.DOUBLE, "0-1", "Of all units of the year")
            .optional("share_gdp", Type.DOUBLE, "0-1", "Of all units of the year")
            .optional(
                "per_capita_t", Type.DOUBLE, "t CO2/person", "Emissions over population, as totals")
            .optional(
                "per_gdp_t_per_10k_cny",
                Type.DOUBLE,
                "t CO2/10^4 CNY",
                "Emissions over GDP, as totals")
            .optional(
                "ratio_to_others",
                Type.DOUBLE,
                "",
                "per_capita_t over that of all units outside the group; null where there are none")
            .optional(
                "per_gdp_ratio_to_others",
                Type.DOUBLE,
                "",
                "per_gdp_t_per_10k_cny over that of all units outside the group")
            .optional(
                "gdp_per_capita_cny",
                Type.DOUBLE,
                "CNY/person",
                "GDP over population, as totals of the units that have both")
            .optional(
                "mean_gdp_per_capita_cny",
                Type.DOUBLE,
                "CNY/person",
                "Mean of these units' own GDP per head, units alike")
            .optional(
                "top5_share",
                Type.DOUBLE,
                "0-1",
                "Share of the five largest emitters in the group"));
  }

  @Override
  public List<Need<?>> needs() {
    return List.of(CarbonAnswers.YEARS, CarbonAnswers.GROUPINGS);
  }

  @Override
  public boolean appliesTo(Scenario scenario) {
    return CarbonAnswers.are(scenario);
  }

  @Override
  public TableRows rows(Scenario scenario, Given given) {
    Groupings groupings = given.get(CarbonAnswers.GROUPINGS);
    return CarbonSummaries.byYear(given.get(CarbonAnswers.YEARS), groupings)
        .rowEach(columns(), group -> row(group));
  }

  private static Row row(CarbonGroup group) {
    return RowFactory.create(
        group.group().type(),
        group.group().value(),
        group.year(),
        group.n(),
        group.emissions(),
        number(group.shareEmissions()),
        number(group.sharePopulation()),
        number(group.shareGdp()),
        number(group.perCapita()),
        number(group.perGdp()),
        number(group.ratioToOthers()),
        number(group.perGdpRatioToOthers()),
        number(group.gdpPerCapita()),
        number(group.meanGdpPerCapita()),
        number(group.top5Share()));
  }
}
