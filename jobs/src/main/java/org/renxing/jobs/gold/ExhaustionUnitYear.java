package org.renxing.jobs.gold;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.Scenario;
import org.renxing.model.Statistic;
import org.renxing.model.TableSpec;
import org.renxing.resource.Exhaustion;
import org.renxing.territory.Boundaries;

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
  Dataset<Row> rows(Scenario scenario, Dataset<Row> statistics, Boundaries boundaries) {
    return ComparedPrices.on(
        Exhaustion.of(statistics, scenario.resource(), boundaries), this, scenario);
  }
}
