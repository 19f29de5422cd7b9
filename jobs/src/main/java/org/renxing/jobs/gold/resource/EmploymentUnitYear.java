package org.renxing.jobs.gold.resource;

import static org.renxing.measure.Cells.number;
import static org.renxing.measure.Cells.text;

import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.renxing.jobs.gold.panel.UnitStatistics;
import org.renxing.jobs.gold.panel.YearsTable;
import org.renxing.jobs.gold.table.ComparedPrices;
import org.renxing.jobs.gold.table.GoldTable;
import org.renxing.jobs.gold.units.UnitBoundaries;
import org.renxing.jobs.gold.units.Units;
import org.renxing.lake.TableRows;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.Scenario;
import org.renxing.model.Statistic;
import org.renxing.model.TableSpec;
import org.renxing.resource.Employment;
import org.renxing.resource.EmploymentYear;
import org.renxing.run.Given;
import org.renxing.territory.UnitDirectory;

/** gold.employment_unit_year: the elasticity of employment to output. */
public final class EmploymentUnitYear extends YearsTable {
  @Override
  public TableSpec spec() {
    TableSpec.Builder shape =
        GoldTable.unitYear(
                "employment_unit_year", "One row a unit of the scenario's levels and year")
            .optional(
                "growth_employment_pct",
                Type.DOUBLE,
                "%",
                "From the calendar year before; null where boundaries break")
            .optional("growth_output_pct", Type.DOUBLE, "%", "Of GDP, at the prices of price_basis")
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
                "Why elasticity is null: FIRST_YEAR, GAP (the scenario lacks the year before),"
                    + " MISSING_EMPLOYMENT, MISSING_OUTPUT, BOUNDARY_BREAK or OUTPUT_UNCHANGED")
            .optional("reason_since_first", Type.STRING, "", "The same of elasticity_since_first")
            .required(
                "boundary_flag_since_first",
                Type.STRING,
                "",
                "As boundary_flag, from the scenario's first year");
    ComparedPrices.required(shape, "growth_output_pct and the elasticities");
    return GoldTable.end(
        UnitBoundaries.flag(shape, "Employment and GDP against the year before")
            .check("either an elasticity or a reason", "(elasticity IS NULL) <> (reason IS NULL)"));
  }

  @Override
  public boolean appliesTo(Scenario scenario) {
    return UnitStatistics.are(scenario, Statistic.EMPLOYMENT) && hasOutput(scenario);
  }

  @Override
  public List<Statistic> comparedMoney(Scenario scenario) {
    return ComparedPrices.output(scenario);
  }

  @Override
  public TableRows rows(Scenario scenario, Given given) {
    Employment employment = new Employment(given.get(UnitBoundaries.OF_SCENARIO));
    UnitDirectory units = given.get(Units.DIRECTORY);
    String prices = ComparedPrices.text(scenario, this);
    return rows(
        given,
        unit -> employment.elasticity(unit).stream().map(y -> row(y, prices, units)).iterator());
  }

  private static Row row(EmploymentYear year, String prices, UnitDirectory units) {
    return RowFactory.create(
        year.unitId(),
        units.name(year.unitId()),
        year.year(),
        number(year.growthEmployment()),
        number(year.growthOutput()),
        number(year.byYear().elasticity()),
        number(year.sinceFirst().elasticity()),
        text(year.byYear().reason()),
        text(year.sinceFirst().reason()),
        year.sinceFirst().flag(),
        prices,
        year.byYear().flag());
  }
}
