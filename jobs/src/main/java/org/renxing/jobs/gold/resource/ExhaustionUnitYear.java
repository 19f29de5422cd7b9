package org.renxing.jobs.gold.resource;

import static org.renxing.measure.Cells.number;
import static org.renxing.measure.Cells.text;

import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
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
import org.renxing.resource.Exhaustion;
import org.renxing.resource.ExhaustionYear;
import org.renxing.run.Given;
import org.renxing.territory.UnitDirectory;

/** gold.exhaustion_unit_year: three rules of exhaustion, with their evidence. */
public final class ExhaustionUnitYear extends YearsTable {
  @Override
  public TableSpec spec() {
    TableSpec.Builder shape =
        GoldTable.unitYear(
                "exhaustion_unit_year", "One row a unit of the scenario's levels and year")
            .required(
                "rule_a",
                Type.STRING,
                "",
                "At least three of four figures of industry and extraction fell since base_year:"
                    + " true, false or unknown")
            .required("rule_b", Type.STRING, "", "Registered unemployment over 10 %")
            .required("rule_c", Type.STRING, "", "Exploitation for over 40 years")
            .required(
                "verdict",
                Type.STRING,
                "",
                "Exhausted by any of the rules, or all (resource.exhaustion): true, false or"
                    + " unknown")
            .required("evidence", Type.STRING, "", "The figures behind the rules")
            .required("base_year", Type.INT, "", "Year with which rule a compares")
            .required(
                "n_compared",
                Type.INT,
                "figures",
                "Of the four those known in both years, on one territory")
            .required("n_falling", Type.INT, "figures", "Of these, lower than in the base year")
            .optional("unemployment_rate_pct", Type.DOUBLE, "%", "Registered unemployment")
            .optional("exploitation_years", Type.DOUBLE, "years", "Years of exploitation")
            .optional(
                "rule_a_reason",
                Type.STRING,
                "",
                "Why rule_a is unknown: NO_LATER_YEAR (than base_year), BOUNDARY_BREAK (territory"
                    + " came or went since) or FIGURES_MISSING");
    ComparedPrices.optional(shape, "the outputs in rule_a");
    return GoldTable.end(
        UnitBoundaries.event(UnitBoundaries.flag(shape, "The four figures since base_year"))
            .check(
                "rule_a is unknown for a reason",
                "(rule_a = 'unknown') = (rule_a_reason IS NOT NULL)"));
  }

  @Override
  public boolean appliesTo(Scenario scenario) {
    return hasAny(
        scenario,
        Statistic.EMPLOYMENT_INDUSTRY,
        Statistic.OUTPUT_EXTRACTIVE,
        Statistic.EMPLOYMENT_EXTRACTIVE,
        Statistic.EXPLOITATION_YEARS,
        Statistic.EXPLOITATION_SINCE);
  }

  @Override
  public List<Statistic> comparedMoney(Scenario scenario) {
    return List.of(Statistic.OUTPUT_INDUSTRY, Statistic.OUTPUT_EXTRACTIVE);
  }

  @Override
  public Object configuration(Scenario scenario) {
    return scenario.resource();
  }

  @Override
  public TableRows rows(Scenario scenario, Given given) {
    Exhaustion exhaustion =
        new Exhaustion(scenario.resource(), given.get(UnitBoundaries.OF_SCENARIO));
    UnitDirectory units = given.get(Units.DIRECTORY);
    int baseYear = scenario.resource().baseYear();
    String prices = ComparedPrices.text(scenario, this);
    return rows(
        given,
        unit -> exhaustion.of(unit).stream().map(y -> row(y, baseYear, prices, units)).iterator());
  }

  private static Row row(ExhaustionYear year, int baseYear, String prices, UnitDirectory units) {
    return RowFactory.create(
        year.unitId(),
        units.name(year.unitId()),
        year.year(),
        year.ruleA().toString(),
        year.ruleB().toString(),
        year.ruleC().toString(),
        year.verdict().toString(),
        year.evidence(),
        baseYear,
        year.compared(),
        year.falling(),
        number(year.unemployment()),
        number(year.exploitation()),
        text(year.ruleReason()),
        text(prices),
        year.flag(),
        text(year.event()));
  }
}
