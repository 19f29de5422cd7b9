package org.renxing.jobs.gold.resource;

import static org.renxing.measure.Cells.number;
import static org.renxing.measure.Cells.text;

import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.renxing.jobs.gold.carbon.CarbonAnswers;
import org.renxing.jobs.gold.panel.UnitStatistics;
import org.renxing.jobs.gold.table.ComparedPrices;
import org.renxing.jobs.gold.table.GoldTable;
import org.renxing.jobs.gold.units.UnitBoundaries;
import org.renxing.lake.TableRows;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.Scenario;
import org.renxing.model.Statistic;
import org.renxing.model.TableSpec;
import org.renxing.resource.Dependence;
import org.renxing.resource.DependenceSummary;
import org.renxing.run.Given;
import org.renxing.run.Need;

/** gold.resource_dependence_summary_year: what of a group's industry and jobs is extraction. */
public final class ResourceDependenceSummary implements GoldTable {
  private static final double SCALE = 1e4;

  @Override
  public TableSpec spec() {
    TableSpec.Builder shape =
        GoldTable.shape("resource_dependence_summary_year", "One row a group and year")
            .key("group_type", Type.STRING, "all, or the column of dim_unit that groups")
            .key("group_value", Type.STRING, "Group")
            .key("year", Type.INT, "Year")
            .required("n", Type.LONG, "units", "Units of the scenario's levels in the group")
            .required("n_output", Type.LONG, "units", "Units with a share of output")
            .optional(
                "extractive_share_pct",
                Type.DOUBLE,
                "%",
                "Extractive over industrial output, totals of the units that have both")
            .optional(
                "mean_extractive_share_pct", Type.DOUBLE, "%", "Mean of the units' own shares")
            .optional(
                "extraction_processing_share_pct",
                Type.DOUBLE,
                "%",
                "With processing, totals of the units that have all")
            .required(
                "n_over_20", Type.LONG, "units", "Units whose share with processing is over 20 %")
            .required(
                "n_over_30", Type.LONG, "units", "Units whose share with processing is over 30 %")
            .required("n_employment", Type.LONG, "units", "Units with a share of employment")
            .optional(
                "extractive_employment_share_pct",
                Type.DOUBLE,
                "%",
                "Extractive over all employment, totals of the units that have both")
            .optional(
                "mean_extractive_employment_share_pct",
                Type.DOUBLE,
                "%",
                "Mean of the units' own shares")
            .optional(
                "gdp_per_capita_cny",
                Type.DOUBLE,
                "CNY/person",
                "GDP of the group over its population")
            .optional(
                "gdp_growth_pct",
                Type.DOUBLE,
                "%",
                "Growth of the GDP of the units that have the calendar year before, on one"
                    + " territory");
    return GoldTable.end(ComparedPrices.optional(shape, "gdp_growth_pct"));
  }

  @Override
  public List<Need<?>> needs() {
    return List.of(UnitStatistics.FIGURES, UnitBoundaries.OF_SCENARIO, CarbonAnswers.GROUPINGS);
  }

  @Override
  public boolean appliesTo(Scenario scenario) {
    return new ResourceDependence().appliesTo(scenario);
  }

  @Override
  public List<Statistic> comparedMoney(Scenario scenario) {
    return ComparedPrices.output(scenario);
  }

  @Override
  public TableRows rows(Scenario scenario, Given given) {
    Dependence dependence = new Dependence(given.get(UnitBoundaries.OF_SCENARIO));
    String prices = ComparedPrices.text(scenario, this);
    return DependenceSummary.of(
            given.get(UnitStatistics.FIGURES).flatMap(unit -> dependence.of(unit).iterator()),
            given.get(CarbonAnswers.GROUPINGS))
        .rowEach(columns(), one -> row(one, prices));
  }

  private static Row row(DependenceSummary one, String prices) {
    return RowFactory.create(
        one.group().type(),
        one.group().value(),
        one.year(),
        one.n(),
        one.outputN(),
        number(one.share()),
        number(one.meanShare()),
        number(one.processingShare()),
        one.over20(),
        one.over30(),
        one.jobsN(),
        number(one.jobsShare()),
        number(one.meanJobsShare()),
        number(one.total().perCapita() * SCALE),
        number(one.total().growth()),
        text(prices));
  }
}
