package org.renxing.jobs.gold.shrinkage;

import static org.renxing.measure.Cells.number;
import static org.renxing.measure.Cells.text;

import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.renxing.jobs.gold.panel.StatisticsTable;
import org.renxing.jobs.gold.panel.UnitStatistics;
import org.renxing.jobs.gold.table.GoldTable;
import org.renxing.jobs.gold.units.Units;
import org.renxing.lake.TableRows;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.Scenario;
import org.renxing.model.ShrinkagePolicy.Pyramid;
import org.renxing.model.Statistic;
import org.renxing.model.TableSpec;
import org.renxing.model.UnitRules;
import org.renxing.run.Given;
import org.renxing.shrinkage.AgeStructure;
import org.renxing.territory.UnitDirectory;

/** gold.age_structure_unit_year: children, working age and the old, and the type of pyramid. */
public final class AgeStructureUnitYear extends StatisticsTable {
  private final UnitRules rules;

  public AgeStructureUnitYear(UnitRules rules) {
    this.rules = rules;
  }

  @Override
  public TableSpec spec() {
    return GoldTable.end(
        GoldTable.unitYear("age_structure_unit_year", "One row a unit and year")
            .optional("child_share_pct", Type.DOUBLE, "%", "Share of the ages 0-14")
            .optional("working_age_share_pct", Type.DOUBLE, "%", "Share of the ages 15-64")
            .optional("old_share_pct", Type.DOUBLE, "%", "Share of 65 and over")
            .optional("old_dependency_pct", Type.DOUBLE, "%", "65 and over to 15-64")
            .optional("ageing_index_pct", Type.DOUBLE, "%", "65 and over to 0-14")
            .optional(
                "pyramid",
                Type.STRING,
                "",
                "growing, stable or declining; thresholds in conf/rules/shrinkage.conf")
            .optional("reason", Type.STRING, "", "Why there is no structure")
            .check(
                "shares make the whole",
                "abs(child_share_pct + working_age_share_pct + old_share_pct - 100) < 1e-9"));
  }

  @Override
  public boolean appliesTo(Scenario scenario) {
    return UnitStatistics.are(
        scenario,
        Statistic.POPULATION_0_14,
        Statistic.POPULATION_15_64,
        Statistic.POPULATION_65_PLUS);
  }

  @Override
  public Object configuration(Scenario scenario) {
    return rules.shrinkage().pyramid();
  }

  @Override
  public TableRows rows(Scenario scenario, Given given) {
    Pyramid pyramid = rules.shrinkage().pyramid();
    UnitDirectory units = given.get(Units.DIRECTORY);
    return rows(
        given, unit -> AgeStructure.of(unit).stream().map(y -> row(y, pyramid, units)).iterator());
  }

  private static Row row(AgeStructure ages, Pyramid pyramid, UnitDirectory units) {
    return RowFactory.create(
        ages.unitId(),
        units.name(ages.unitId()),
        ages.year(),
        number(ages.childShare()),
        number(ages.workingShare()),
        number(ages.oldShare()),
        number(ages.oldDependency()),
        number(ages.ageingIndex()),
        text(ages.pyramid(pyramid)),
        text(ages.reason()));
  }
}
