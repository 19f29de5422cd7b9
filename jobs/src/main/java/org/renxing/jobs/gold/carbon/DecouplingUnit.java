package org.renxing.jobs.gold.carbon;

import static org.renxing.measure.Cells.flag;
import static org.renxing.measure.Cells.number;
import static org.renxing.measure.Cells.text;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.renxing.carbon.CarbonBases;
import org.renxing.carbon.Decoupling;
import org.renxing.carbon.DecouplingSpan;
import org.renxing.carbon.UnitEmissions;
import org.renxing.jobs.gold.table.ComparedPrices;
import org.renxing.jobs.gold.table.GoldTable;
import org.renxing.jobs.gold.units.UnitBoundaries;
import org.renxing.jobs.gold.units.Units;
import org.renxing.lake.TableRows;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.Scenario;
import org.renxing.model.Statistic;
import org.renxing.model.TableSpec;
import org.renxing.run.Given;
import org.renxing.run.Need;
import org.renxing.territory.UnitDirectory;

/** gold.decoupling_unit: emissions against GDP and resilience by Tapio's states; peaks. */
public final class DecouplingUnit implements GoldTable {
  @Override
  public TableSpec spec() {
    TableSpec.Builder shape =
        GoldTable.shape(
                "decoupling_unit",
                "One row a driver, unit and span: each year of the scenario to its next, and the"
                    + " first to the last")
            .key("driver", Type.STRING, "gdp (at the prices of price_basis), or resilience")
            .with(GoldTable::unit)
            .key("year_from", Type.INT, "First year of the span")
            .key("year_to", Type.INT, "Last year of the span")
            .required(
                "is_whole_span",
                Type.BOOLEAN,
                "",
                "Whether it is the scenario's first to last year")
            .optional("emissions_from_t", Type.DOUBLE, "t CO2", "Emissions of the first year")
            .optional("emissions_to_t", Type.DOUBLE, "t CO2", "Emissions of the last year")
            .optional("driver_from", Type.DOUBLE, "", "Driver in the first year")
            .optional("driver_to", Type.DOUBLE, "", "Driver in the last year")
            .optional(
                "change_emission",
                Type.DOUBLE,
                "share",
                "Change over the first figure; null where boundaries break")
            .optional("change_driver", Type.DOUBLE, "share", "Change over the first figure")
            .optional("elasticity", Type.DOUBLE, "", "change_emission over change_driver")
            .optional("state", Type.STRING, "", "One of the eight states of Tapio (2005)")
            .optional(
                "reason",
                Type.STRING,
                "",
                "Why there is no state: MISSING_EMISSIONS, MISSING_DRIVER, BASE_NOT_POSITIVE,"
                    + " BOUNDARY_BREAK, DRIVER_UNCHANGED")
            .optional(
                "peak_year",
                Type.INT,
                "",
                "Whole span only: last year of the largest emissions; null where a calendar year is"
                    + " missing or boundaries break")
            .optional(
                "has_peaked",
                Type.BOOLEAN,
                "",
                "Whole span only: whether that is before the last years (carbon.peak-years); null ="
                    + " unknown")
            .check("either a state or a reason", "(state IS NULL) <> (reason IS NULL)");
    ComparedPrices.optional(shape, "driver gdp; null for resilience");
    return GoldTable.end(
        UnitBoundaries.event(UnitBoundaries.flag(shape, "Emissions and driver over the span")));
  }

  @Override
  public List<Statistic> comparedMoney(Scenario scenario) {
    return ComparedPrices.output(scenario);
  }

  @Override
  public List<Need<?>> needs() {
    return List.of(CarbonAnswers.WITH_SCORES, UnitBoundaries.OF_SCENARIO, Units.DIRECTORY);
  }

  @Override
  public boolean appliesTo(Scenario scenario) {
    return CarbonAnswers.are(scenario);
  }

  @Override
  public Object configuration(Scenario scenario) {
    return List.of(scenario.carbon().peakYears(), CarbonBases.of(scenario));
  }

  @Override
  public TableRows rows(Scenario scenario, Given given) {
    Decoupling decoupling =
        new Decoupling(
            scenario.carbon().peakYears(),
            given.get(UnitBoundaries.OF_SCENARIO),
            CarbonBases.of(scenario));
    String prices = ComparedPrices.text(scenario, this);
    UnitDirectory units = given.get(Units.DIRECTORY);
    return given
        .get(CarbonAnswers.WITH_SCORES)
        .rows(
            columns(),
            unit -> spans(decoupling, unit).map(span -> row(span, units, prices)).iterator());
  }

  private static Stream<DecouplingSpan> spans(Decoupling decoupling, UnitEmissions unit) {
    String id = unit.unitId();
    return Stream.concat(
        decoupling.of(CarbonBases.GDP, id, unit.beside(UnitEmissions.Year::output)).stream(),
        decoupling.of(CarbonBases.RESILIENCE, id, unit.beside(UnitEmissions.Year::score)).stream());
  }

  private static Row row(DecouplingSpan span, UnitDirectory units, String prices) {
    return RowFactory.create(
        span.driver(),
        span.unitId(),
        units.name(span.unitId()),
        span.from().year(),
        span.to().year(),
        span.isWhole(),
        number(span.from().emissions()),
        number(span.to().emissions()),
        number(span.from().value()),
        number(span.to().value()),
        number(span.changeEmission()),
        number(span.changeDriver()),
        number(span.elasticity()),
        text(span.state()),
        text(span.reason()),
        span.peakYear() == 0 ? null : span.peakYear(),
        flag(span.hasPeaked()),
        span.driver().equals(CarbonBases.GDP) ? text(prices) : null,
        span.flag(),
        text(span.event()));
  }
}
