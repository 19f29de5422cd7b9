package org.renxing.jobs.gold.shrinkage;

import static org.renxing.measure.Cells.flag;
import static org.renxing.measure.Cells.number;
import static org.renxing.measure.Cells.text;

import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.renxing.jobs.gold.panel.UnitStatistics;
import org.renxing.jobs.gold.table.GoldTable;
import org.renxing.jobs.gold.units.Units;
import org.renxing.lake.TableRows;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.Scenario;
import org.renxing.model.Statistic;
import org.renxing.model.TableSpec;
import org.renxing.model.UnitRules;
import org.renxing.run.Given;
import org.renxing.shrinkage.UnitSpan;
import org.renxing.territory.UnitDirectory;

/** gold.land_population_unit: built-up land against population between two years. */
public final class LandPopulationUnit extends SpanTable {
  public LandPopulationUnit(UnitRules rules) {
    super(rules);
  }

  @Override
  public TableSpec spec() {
    return GoldTable.end(
        ShrinkageUnit.spanOfUnit("land_population_unit", "One row a unit and pair of years")
            .optional(
                "population_change_pct",
                Type.DOUBLE,
                "%",
                "Change of resident population; null where boundaries break")
            .optional(
                "built_up_change_pct",
                Type.DOUBLE,
                "%",
                "Change of built-up area; null where boundaries break")
            .optional(
                "density_from",
                Type.DOUBLE,
                "persons/km2",
                "Residents to built-up area, first year")
            .optional("density_to", Type.DOUBLE, "persons/km2", "The same, last year")
            .optional(
                "density_change_pct",
                Type.DOUBLE,
                "%",
                "Change of the density; null where boundaries break")
            .optional(
                "elasticity",
                Type.DOUBLE,
                "",
                "Change of built-up area to that of population; null where population stays")
            .optional(
                "is_paradox",
                Type.BOOLEAN,
                "",
                "Whether population falls while built-up area grows; null = not known")
            .required("boundary_flag", Type.STRING, "", "As in gold.shrinkage_unit")
            .optional("reason", Type.STRING, "", "Why a verdict or elasticity is null")
            .check(
                "the paradox is what it says",
                "NOT is_paradox OR (population_change_pct < 0 AND built_up_change_pct > 0)"));
  }

  @Override
  public boolean appliesTo(Scenario scenario) {
    return super.appliesTo(scenario) && UnitStatistics.are(scenario, Statistic.BUILT_UP_AREA);
  }

  @Override
  public TableRows rows(Scenario scenario, Given given) {
    UnitDirectory units = given.get(Units.DIRECTORY);
    return rows(
        spans().of(given, spans().reported(scenario)),
        unit -> List.of(row(unit, units)).iterator());
  }

  private static Row row(UnitSpan unit, UnitDirectory units) {
    return RowFactory.create(
        unit.unitId(),
        units.name(unit.unitId()),
        unit.span().from(),
        unit.span().to(),
        number(unit.change()),
        number(unit.builtUpChange()),
        number(unit.density().from()),
        number(unit.density().to()),
        number(unit.densityChange()),
        number(unit.elasticity()),
        flag(unit.isParadox()),
        unit.territory().flag(),
        text(unit.landReason()));
  }
}
