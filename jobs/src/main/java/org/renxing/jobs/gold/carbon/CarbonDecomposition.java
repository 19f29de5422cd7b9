package org.renxing.jobs.gold.carbon;

import static org.renxing.measure.Cells.number;
import static org.renxing.measure.Cells.text;

import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.renxing.carbon.CarbonAccount;
import org.renxing.carbon.CarbonBases;
import org.renxing.carbon.KayaDecomposition;
import org.renxing.carbon.KayaEffect;
import org.renxing.jobs.gold.panel.StatisticsTable;
import org.renxing.jobs.gold.panel.UnitStatistics;
import org.renxing.jobs.gold.table.ComparedPrices;
import org.renxing.jobs.gold.table.GoldTable;
import org.renxing.jobs.gold.units.UnitBoundaries;
import org.renxing.jobs.gold.units.Units;
import org.renxing.lake.TableRows;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.Scenario;
import org.renxing.model.Statistic;
import org.renxing.model.TableSpec;
import org.renxing.records.Records;
import org.renxing.run.Given;
import org.renxing.run.Need;
import org.renxing.territory.UnitDirectory;

/** gold.carbon_decomposition: changes of emissions by the factors of the Kaya identity. */
public final class CarbonDecomposition extends StatisticsTable {
  /** The effects of all units, which their groups add up. */
  static final Need<Records<KayaEffect>> EFFECTS =
      Need.of(
          "decomposition of carbon",
          List.of(UnitStatistics.FIGURES, UnitBoundaries.OF_SCENARIO),
          scenario -> List.of(scenario.carbon(), scenario.years(), CarbonBases.of(scenario)),
          (scenario, given) -> {
            KayaDecomposition kaya =
                new KayaDecomposition(
                    new CarbonAccount(scenario.carbon(), scenario.years()),
                    given.get(UnitBoundaries.OF_SCENARIO),
                    CarbonBases.of(scenario));
            return given
                .get(UnitStatistics.FIGURES)
                .flatMap(unit -> kaya.of(unit).iterator())
                .kept();
          });

  static final String FACTORS =
      "population, gdp_per_capita, energy_intensity (energy over GDP) and carbon_intensity"
          + " (emissions over energy); without energy emission_intensity (emissions over GDP) in"
          + " place of the last two; total = the whole change";

  @Override
  public TableSpec spec() {
    TableSpec.Builder shape =
        GoldTable.shape(
                "carbon_decomposition",
                "One row a unit, span and factor: each year of the scenario to its next, and the"
                    + " first to the last")
            .with(GoldTable::unit)
            .key("period_from", Type.INT, "First year of the span")
            .key("period_to", Type.INT, "Last year of the span")
            .key("factor", Type.STRING, FACTORS)
            .required(
                "is_whole_span",
                Type.BOOLEAN,
                "",
                "Whether it is the scenario's first to last year")
            .optional(
                "effect_t", Type.DOUBLE, "t CO2", "Additive effect by LMDI I; they sum to total")
            .optional("emissions_from_t", Type.DOUBLE, "t CO2", "Emissions of the first year")
            .optional(
                "elasticity",
                Type.DOUBLE,
                "",
                "Part of the factor in Tapio's elasticity to GDP; null where GDP does not change")
            .optional(
                "reason",
                Type.STRING,
                "",
                "Why there is no effect: MISSING_EMISSIONS, MISSING_POPULATION, MISSING_GDP,"
                    + " MISSING_ENERGY, NOT_POSITIVE, BOUNDARY_BREAK")
            .check("either an effect or a reason", "(effect_t IS NULL) <> (reason IS NULL)");
    ComparedPrices.required(shape, "GDP");
    return GoldTable.end(
        UnitBoundaries.event(UnitBoundaries.flag(shape, "All figures over the span")));
  }

  @Override
  public List<Statistic> comparedMoney(Scenario scenario) {
    return ComparedPrices.output(scenario);
  }

  @Override
  public List<Need<?>> needs() {
    return List.of(EFFECTS, Units.DIRECTORY);
  }

  @Override
  public boolean appliesTo(Scenario scenario) {
    return are(scenario);
  }

  /** Whether a scenario has what the identity is made of. */
  static boolean are(Scenario scenario) {
    return CarbonAnswers.are(scenario)
        && UnitStatistics.are(scenario, Statistic.POPULATION)
        && hasOutput(scenario);
  }

  @Override
  public TableRows rows(Scenario scenario, Given given) {
    String prices = ComparedPrices.text(scenario, this);
    UnitDirectory units = given.get(Units.DIRECTORY);
    return given.get(EFFECTS).rowEach(columns(), effect -> row(effect, units, prices));
  }

  private static Row row(KayaEffect effect, UnitDirectory units, String prices) {
    return RowFactory.create(
        effect.unitId(),
        units.name(effect.unitId()),
        effect.from(),
        effect.to(),
        effect.factor(),
        effect.isWhole(),
        number(effect.effect()),
        number(effect.base()),
        number(effect.elasticity()),
        text(effect.reason()),
        prices,
        effect.flag(),
        text(effect.event()));
  }
}
