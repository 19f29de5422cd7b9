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
import org.renxing.resource.Support;
import org.renxing.resource.SupportYear;
import org.renxing.run.Given;
import org.renxing.territory.UnitDirectory;

/** gold.support_unit_year: transfers, budgets, investment, and growth around policy events. */
public final class SupportUnitYear extends YearsTable {
  @Override
  public TableSpec spec() {
    TableSpec.Builder shape =
        GoldTable.unitYear("support_unit_year", "One row a unit of the scenario's levels and year")
            .optional(
                "transfers_to_revenue", Type.DOUBLE, "", "Transfers received over own revenue")
            .optional(
                "fiscal_balance_100m_cny", Type.DOUBLE, "10^8 CNY", "Revenue less expenditure")
            .optional("fiscal_balance_to_gdp_pct", Type.DOUBLE, "%", "The same over GDP")
            .optional("investment_share_pct", Type.DOUBLE, "%", "Fixed-asset investment over GDP")
            .optional("real_estate_share_pct", Type.DOUBLE, "%", "Real-estate investment over GDP")
            .optional(
                "completions_10k_m2",
                Type.DOUBLE,
                "10^4 m2",
                "Floor area of real estate completed in the year")
            .optional("completions_m2_per_person", Type.DOUBLE, "m2/person", "Over population")
            .optional(
                "event", Type.STRING, "", "Policy events of the unit in the year (resource.events)")
            .optional(
                "growth_before_pct",
                Type.DOUBLE,
                "% a year",
                "Mean growth of GDP over the years up to an event (resource.event-span)")
            .optional("growth_after_pct", Type.DOUBLE, "% a year", "The same after it")
            .optional("reason", Type.STRING, "", "Why a growth around an event is null")
            .optional(
                "boundary_flag",
                Type.STRING,
                "",
                "GDP over the years before and after an event together, as in gold.shrinkage_unit;"
                    + " null where there is no event");
    return GoldTable.end(
        ComparedPrices.optional(
            UnitBoundaries.event(shape), "growth_before_pct and growth_after_pct"));
  }

  @Override
  public boolean appliesTo(Scenario scenario) {
    return hasAny(
        scenario,
        Statistic.BUDGET_REVENUE,
        Statistic.TRANSFERS_RECEIVED,
        Statistic.REAL_ESTATE_INVESTMENT,
        Statistic.REAL_ESTATE_COMPLETIONS);
  }

  @Override
  public List<Statistic> comparedMoney(Scenario scenario) {
    return ComparedPrices.output(scenario);
  }

  @Override
  public Object configuration(Scenario scenario) {
    return scenario.resource();
  }

  @Override
  public TableRows rows(Scenario scenario, Given given) {
    Support support = new Support(scenario.resource(), given.get(UnitBoundaries.OF_SCENARIO));
    UnitDirectory units = given.get(Units.DIRECTORY);
    String prices = ComparedPrices.text(scenario, this);
    return rows(
        given, unit -> support.of(unit).stream().map(y -> row(y, prices, units)).iterator());
  }

  private static Row row(SupportYear year, String prices, UnitDirectory units) {
    return RowFactory.create(
        year.unitId(),
        units.name(year.unitId()),
        year.year(),
        number(year.transfersToRevenue()),
        number(year.balance()),
        number(year.balanceToGdp()),
        number(year.investmentShare()),
        number(year.realEstateShare()),
        number(year.completions()),
        number(year.completionsPerPerson()),
        text(year.event()),
        number(year.growthBefore()),
        number(year.growthAfter()),
        text(year.reason()),
        text(year.flag()),
        text(year.moved()),
        text(prices));
  }
}
