package org.renxing.jobs.gold;

import static org.apache.spark.sql.functions.col;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.Scenario;
import org.renxing.model.Statistic;
import org.renxing.model.TableSpec;
import org.renxing.model.UnitRules;
import org.renxing.panel.StatisticsKernel;
import org.renxing.run.Inputs;
import org.renxing.shrinkage.PartLoss;

/**
 * gold.sub_unit_loss_unit: losses of residents and labour in the townships or counties of units.
 */
public final class SubUnitLoss extends StatisticsTable {
  private final UnitRules rules;

  public SubUnitLoss(UnitRules rules) {
    this.rules = rules;
  }

  @Override
  public TableSpec spec() {
    TableSpec.Builder shape =
        ShrinkageUnit.spanOfUnit(
                "sub_unit_loss_unit",
                "One row a unit with parts, pair of years and level of the parts")
            .key(
                "part_level",
                Type.STRING,
                "all, or the level of the parts in dim_unit: mining_town, rural_town, county, …")
            .required(
                "n_parts", Type.LONG, "units", "Townships or counties that belong to the unit");
    counts(shape, "", "residents");
    counts(shape, "labour_", "persons of working age");
    return GoldTable.end(shape);
  }

  private static void counts(TableSpec.Builder shape, String prefix, String who) {
    shape
        .required(
            prefix + "n_observed",
            Type.LONG,
            "units",
            "Parts whose " + who + " are known in both years")
        .required(
            prefix + "n_loss",
            Type.LONG,
            "units",
            "Parts that lost the heavy share of their " + who + " or more")
        .required(prefix + "n_near", Type.LONG, "units", "Parts near it")
        .optional(
            prefix + "share_over_or_near",
            Type.DOUBLE,
            "0-1",
            "Share of both in those observed; null where none is")
        .optional(
            prefix + "largest_loss_pct",
            Type.DOUBLE,
            "%",
            "Lowest change of a part's " + who + "; null where none fell");
  }

  @Override
  public boolean appliesTo(Scenario scenario) {
    return UnitStatistics.are(scenario, Statistic.SUB_UNIT_POPULATION)
        && new SpansOfUnits(rules).applyTo(scenario);
  }

  @Override
  public Object configuration(Scenario scenario) {
    return List.of(UnitStatistics.configuration(scenario), rules.shrinkage());
  }

  @Override
  Dataset<Row> plan(Scenario scenario, Inputs inputs) {
    Dataset<Row> units = Units.of(scenario, inputs).select(col("unit_id").as("parent_id"));
    Dataset<Row> parts =
        Units.newest(inputs)
            .where("valid_to IS NULL OR valid_to >= " + scenario.years().last())
            .join(units, "parent_id");
    StatisticsKernel kernel = StatisticsKernel.of(scenario, PartLoss.WANTED);
    Dataset<Row> figures =
        UnitStatistics.plan(
            kernel, UnitStatistics.figuresOfParts(scenario, inputs, PartLoss.WANTED), inputs);
    return PartLoss.of(
        figures,
        parts.select("unit_id", "parent_id", "level"),
        new SpansOfUnits(rules).reported(scenario),
        rules.shrinkage());
  }
}
