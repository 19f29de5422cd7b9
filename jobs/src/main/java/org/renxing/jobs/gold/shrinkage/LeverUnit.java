package org.renxing.jobs.gold.shrinkage;

import static org.renxing.measure.Cells.number;
import static org.renxing.measure.Cells.text;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.renxing.jobs.gold.panel.StatisticsTable;
import org.renxing.jobs.gold.panel.UnitStatistics;
import org.renxing.jobs.gold.table.GoldTable;
import org.renxing.jobs.gold.units.Units;
import org.renxing.lake.TableRows;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.Lever;
import org.renxing.model.Scenario;
import org.renxing.model.TableSpec;
import org.renxing.path.LeverYield;
import org.renxing.run.Given;
import org.renxing.territory.UnitDirectory;

/** gold.lever_unit: what levers may yield in the last year of a scenario, low and high. */
public final class LeverUnit extends StatisticsTable {
  private final List<Lever> levers;

  public LeverUnit(List<Lever> levers) {
    this.levers = List.copyOf(levers);
  }

  @Override
  public TableSpec spec() {
    return GoldTable.end(
        GoldTable.unitYear("lever_unit", "One row a unit and lever, in the last year")
            .key("lever", Type.STRING, "Lever: conf/rules/levers.conf")
            .required("input", Type.STRING, "", "Statistic on which it works")
            .optional("input_value", Type.DOUBLE, "", "Its value")
            .required("input_unit", Type.STRING, "", "Unit of measure of the input")
            .optional("low", Type.DOUBLE, "", "Least yield, in the unit beside")
            .optional("high", Type.DOUBLE, "", "Largest yield")
            .required("unit", Type.STRING, "", "Unit of measure of the yield")
            .required("source", Type.STRING, "", "Who says so")
            .required("caution", Type.STRING, "", "What the source leaves open")
            .optional("reason", Type.STRING, "", "Why there is no yield")
            .check("low is not above high", "low <= high"));
  }

  @Override
  public boolean appliesTo(Scenario scenario) {
    return levers.stream().anyMatch(lever -> UnitStatistics.are(scenario, lever.input()));
  }

  @Override
  public Object configuration(Scenario scenario) {
    return levers;
  }

  @Override
  public TableRows rows(Scenario scenario, Given given) {
    int last = scenario.years().last();
    List<Lever> all = levers;
    UnitDirectory units = given.get(Units.DIRECTORY);
    return rows(
        given,
        unit ->
            IntStream.range(0, unit.size())
                .filter(i -> unit.year(i) == last)
                .boxed()
                .flatMap(i -> all.stream().map(lever -> LeverYield.of(unit, i, lever)))
                .map(lever -> row(lever, units))
                .iterator());
  }

  private static Row row(LeverYield one, UnitDirectory units) {
    return RowFactory.create(
        one.unitId(),
        units.name(one.unitId()),
        one.year(),
        one.lever().id(),
        one.lever().input().column(),
        number(one.input()),
        one.lever().input().unit(),
        number(one.low()),
        number(one.high()),
        one.lever().unit(),
        one.lever().source(),
        one.lever().caution(),
        text(one.reason()));
  }
}
