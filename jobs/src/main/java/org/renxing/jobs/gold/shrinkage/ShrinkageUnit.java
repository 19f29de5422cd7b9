package org.renxing.jobs.gold.shrinkage;

import static org.renxing.measure.Cells.flag;
import static org.renxing.measure.Cells.number;
import static org.renxing.measure.Cells.text;

import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.renxing.jobs.gold.table.ComparedPrices;
import org.renxing.jobs.gold.table.GoldTable;
import org.renxing.jobs.gold.units.Units;
import org.renxing.lake.TableRows;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.Scenario;
import org.renxing.model.Statistic;
import org.renxing.model.TableName;
import org.renxing.model.TableSpec;
import org.renxing.model.UnitRules;
import org.renxing.run.Given;
import org.renxing.shrinkage.UnitSpan;
import org.renxing.territory.UnitDirectory;

/** gold.shrinkage_unit: change of population of units between two years. */
public final class ShrinkageUnit extends SpanTable {
  /** The table. */
  public static final TableName TABLE = TableName.gold("shrinkage_unit");

  private static final String PERSONS = "10^4 persons";

  public ShrinkageUnit(UnitRules rules) {
    super(rules);
  }

  @Override
  public TableSpec spec() {
    TableSpec.Builder shape =
        spanOfUnit(TABLE.name(), "One row a unit and pair of years")
            .optional("population_from", Type.DOUBLE, PERSONS, "Resident population, first year")
            .optional("population_to", Type.DOUBLE, PERSONS, "Resident population, last year")
            .optional(
                "change_pct",
                Type.DOUBLE,
                "%",
                "Its change, over breaks of boundaries too: see boundary_flag")
            .optional(
                "comparable_change_pct", Type.DOUBLE, "%", "The same; null where boundaries break")
            .optional(
                "natural_change",
                Type.DOUBLE,
                PERSONS,
                "Births less deaths, from the yearly natural growth rates")
            .optional(
                "net_migration", Type.DOUBLE, PERSONS, "Change of population less natural change")
            .optional(
                "registered_population_from",
                Type.DOUBLE,
                PERSONS,
                "Registered population, first year")
            .optional(
                "registered_population_to",
                Type.DOUBLE,
                PERSONS,
                "Registered population, last year")
            .optional("registered_population_change_pct", Type.DOUBLE, "%", "Its change")
            .optional(
                "gdp_change_pct", Type.DOUBLE, "%", "Change of GDP, at the prices of price_basis");
    verdicts(shape);
    ComparedPrices.optional(shape, "gdp_change_pct and is_double_decline");
    return GoldTable.end(
        shape
            .required(
                "boundary_flag",
                Type.STRING,
                "",
                "none; adjusted = all figures are about one territory; merged = whole units were"
                    + " added; break = not comparable")
            .optional(
                "boundary_event",
                Type.STRING,
                "",
                "What moved, as kind:from>to; see silver.unit_lineage")
            .optional(
                "reason",
                Type.STRING,
                "",
                "Why a verdict or migration is null, several separated by commas")
            .check("years are in order", "year_from < year_to")
            .check("severe shrinkage is shrinkage", "NOT is_severe OR is_shrinking")
            .check(
                "natural change and migration make the change",
                "abs(natural_change + net_migration - (population_to - population_from)) <= 1e-9 *"
                    + " population_from"));
  }

  private static void verdicts(TableSpec.Builder shape) {
    shape
        .optional(
            "is_shrinking",
            Type.BOOLEAN,
            "",
            "Whether population falls; null = not known, see reason")
        .optional(
            "is_severe",
            Type.BOOLEAN,
            "",
            "Whether it falls by the severe share or more; null = not known")
        .optional(
            "is_double_decline",
            Type.BOOLEAN,
            "",
            "Whether population and GDP fall; false where one is known not to, null = not known")
        .optional(
            "size_class_from",
            Type.STRING,
            "",
            "Class by urban population, first year (Guo Fa [2014] 51); null = not known")
        .optional("size_class_to", Type.STRING, "", "The same, last year");
  }

  /** Starts the shape of a table whose rows are about units between two years. */
  static TableSpec.Builder spanOfUnit(String name, String grain) {
    return GoldTable.shape(name, grain)
        .with(GoldTable::unit)
        .key("year_from", Type.INT, "First year")
        .key("year_to", Type.INT, "Last year");
  }

  @Override
  public List<Statistic> comparedMoney(Scenario scenario) {
    return ComparedPrices.output(scenario);
  }

  @Override
  public TableRows rows(Scenario scenario, Given given) {
    UnitDirectory units = given.get(Units.DIRECTORY);
    String prices = ComparedPrices.text(scenario, this);
    return rows(
        spans().of(given, spans().reported(scenario)),
        unit -> List.of(row(unit, prices, units)).iterator());
  }

  private static Row row(UnitSpan unit, String prices, UnitDirectory units) {
    return RowFactory.create(
        unit.unitId(),
        units.name(unit.unitId()),
        unit.span().from(),
        unit.span().to(),
        number(unit.population().from()),
        number(unit.population().to()),
        number(unit.population().change()),
        number(unit.change()),
        number(unit.naturalChange()),
        number(unit.netMigration()),
        number(unit.registered().from()),
        number(unit.registered().to()),
        number(unit.registered().change()),
        number(unit.gdp().change()),
        flag(unit.isShrinking()),
        flag(unit.isSevere()),
        flag(unit.isDoubleDecline()),
        text(unit.sizeFrom()),
        text(unit.sizeTo()),
        text(prices),
        unit.territory().flag(),
        text(unit.territory().event()),
        text(unit.reason()));
  }
}
