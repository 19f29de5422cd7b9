package org.renxing.jobs.gold;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.Scenario;
import org.renxing.model.Statistic;
import org.renxing.model.TableName;
import org.renxing.model.TableSpec;
import org.renxing.model.UnitRules;
import org.renxing.run.Inputs;

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
  Dataset<Row> plan(Scenario scenario, Inputs inputs) {
    Dataset<Row> rows =
        spans()
            .of(scenario, inputs, spans().reported(scenario))
            .withColumnRenamed("population_change_pct", "change_pct");
    return ComparedPrices.on(rows, this, scenario);
  }
}
