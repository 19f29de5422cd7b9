package org.renxing.jobs.gold;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.Scenario;
import org.renxing.model.Statistic;
import org.renxing.model.TableSpec;
import org.renxing.resource.Employment;

/** gold.employment_unit_year: the elasticity of employment to output. */
public final class EmploymentUnitYear extends StatisticsTable {
  @Override
  public TableSpec spec() {
    return GoldTable.end(
        GoldTable.unitYear(
                "employment_unit_year", "One row a unit of the scenario's levels and year")
            .optional("growth_employment_pct", Type.DOUBLE, "%", "From the year before")
            .optional(
                "growth_output_pct",
                Type.DOUBLE,
                "%",
                "Of GDP, at constant prices where the statistic gdp-real is named")
            .optional("elasticity", Type.DOUBLE, "", "The first over the second")
            .optional(
                "elasticity_since_first",
                Type.DOUBLE,
                "",
                "The same from the scenario's first year to this one")
            .optional(
                "reason",
                Type.STRING,
                "",
                "Why elasticity is null: FIRST_YEAR, MISSING_EMPLOYMENT, MISSING_OUTPUT or OUTPUT_UNCHANGED"));
  }

  @Override
  public boolean appliesTo(Scenario scenario) {
    return UnitStatistics.are(scenario, Statistic.EMPLOYMENT) && hasOutput(scenario);
  }

  @Override
  Dataset<Row> rows(Scenario scenario, Dataset<Row> statistics) {
    return Employment.elasticity(statistics);
  }
}
