package org.renxing.jobs.gold.resource;

import static org.renxing.measure.Cells.flag;
import static org.renxing.measure.Cells.number;
import static org.renxing.measure.Cells.text;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
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
import org.renxing.resource.Dependence;
import org.renxing.resource.DependenceYear;
import org.renxing.run.Given;
import org.renxing.territory.UnitDirectory;

/** gold.resource_dependence_unit_year: what of a city's industry comes from the ground. */
public final class ResourceDependence extends YearsTable {
  private static final String VOLATILITY = "volatility_price_basis";

  @Override
  public TableSpec spec() {
    TableSpec.Builder shape =
        shares()
            .optional(
                "output_share_of_all_pct",
                Type.DOUBLE,
                "%",
                "Extractive output over that of all units of the scenario's levels")
            .optional("gdp_per_capita_cny", Type.DOUBLE, "CNY/person", "GDP over population")
            .optional(
                "gdp_per_capita_to_all",
                Type.DOUBLE,
                "",
                "Over that of all units together, of the scenario's levels")
            .optional(
                "gdp_growth_pct", Type.DOUBLE, "%", "Growth of GDP from the calendar year before")
            .optional(
                "gdp_growth_all_pct",
                Type.DOUBLE,
                "%",
                "The same of all units together that have it")
            .optional("reason", Type.STRING, "", "Why a share of output is null")
            .optional(
                "growth_reason",
                Type.STRING,
                "",
                "Why gdp_growth_pct is null: FIRST_YEAR, GAP (the scenario lacks the year before),"
                    + " OUTPUT_MISSING or BOUNDARY_BREAK");
    ComparedPrices.optional(shape, "gdp_growth_pct and gdp_growth_all_pct");
    shape.optional(
        VOLATILITY,
        Type.STRING,
        "",
        "The same of volatility, which is of extractive output; null = the scenario names none");
    return GoldTable.end(
        UnitBoundaries.flag(shape, "GDP and extractive output against the year before"));
  }

  private static TableSpec.Builder shares() {
    return GoldTable.unitYear(
            "resource_dependence_unit_year", "One row a unit of the scenario's levels and year")
        .optional(
            "extractive_share_pct", Type.DOUBLE, "%", "Extractive output over industrial output")
        .optional(
            "extraction_processing_share_pct",
            Type.DOUBLE,
            "%",
            "Extractive output and that of processing over industrial output")
        .optional(
            "extractive_employment_share_pct",
            Type.DOUBLE,
            "%",
            "Extractive employment over all employment")
        .optional("is_over_20", Type.BOOLEAN, "", "Whether the second share is over 20 %")
        .optional("is_over_30", Type.BOOLEAN, "", "Whether the second share is over 30 %")
        .optional(
            "volatility",
            Type.DOUBLE,
            "%",
            "Sample standard deviation of the yearly growth rates of extractive output in the"
                + " last five years; null for fewer than three")
        .required(
            "volatility_n",
            Type.LONG,
            "years",
            "Growth rates in it: of years with both figures, on one territory");
  }

  @Override
  public boolean appliesTo(Scenario scenario) {
    return UnitStatistics.are(scenario, Statistic.OUTPUT_INDUSTRY, Statistic.OUTPUT_EXTRACTIVE)
        || UnitStatistics.are(scenario, Statistic.EMPLOYMENT, Statistic.EMPLOYMENT_EXTRACTIVE);
  }

  @Override
  public List<Statistic> comparedMoney(Scenario scenario) {
    List<Statistic> out = new ArrayList<>(ComparedPrices.output(scenario));
    out.add(Statistic.OUTPUT_EXTRACTIVE);
    return out;
  }

  /** A unit and year, and all units of that year. */
  private record Against(DependenceYear unit, DependenceYear.Total all) implements Serializable {}

  @Override
  public TableRows rows(Scenario scenario, Given given) {
    Dependence dependence = new Dependence(given.get(UnitBoundaries.OF_SCENARIO));
    UnitDirectory units = given.get(Units.DIRECTORY);
    String output = ComparedPrices.text(scenario, ComparedPrices.output(scenario));
    String extractive = ComparedPrices.text(scenario, List.of(Statistic.OUTPUT_EXTRACTIVE));
    return rows(
        given
            .get(UnitStatistics.FIGURES)
            .flatMap(unit -> dependence.of(unit).iterator())
            .groupedBy(unit -> String.valueOf(unit.year()), (year, all) -> against(all)),
        one -> List.of(row(one.unit(), one.all(), units, output, extractive)).iterator());
  }

  private static Iterator<Against> against(List<DependenceYear> units) {
    DependenceYear.Total all = DependenceYear.Total.of(units);
    return units.stream().map(unit -> new Against(unit, all)).iterator();
  }

  private static Row row(
      DependenceYear unit,
      DependenceYear.Total all,
      UnitDirectory units,
      String output,
      String extractive) {
    return RowFactory.create(
        unit.unitId(),
        units.name(unit.unitId()),
        unit.year(),
        number(unit.extractiveShare()),
        number(unit.processingShare()),
        number(unit.jobsShare()),
        flag(unit.isOver(20)),
        flag(unit.isOver(30)),
        number(unit.volatility()),
        unit.volatilityN(),
        number(all.share(unit)),
        number(unit.gdpPerCapita()),
        number(all.perCapitaRatio(unit)),
        number(unit.growth()),
        number(all.growth()),
        text(unit.reason()),
        text(unit.growthReason()),
        text(output),
        text(extractive),
        unit.flag());
  }
}
