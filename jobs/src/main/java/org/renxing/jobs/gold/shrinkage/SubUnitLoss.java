package org.renxing.jobs.gold.shrinkage;

import static org.renxing.measure.Cells.number;

import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.renxing.jobs.gold.panel.StatisticsTable;
import org.renxing.jobs.gold.panel.UnitStatistics;
import org.renxing.jobs.gold.table.GoldTable;
import org.renxing.jobs.gold.units.Units;
import org.renxing.lake.TableRows;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.Scenario;
import org.renxing.model.ShrinkagePolicy;
import org.renxing.model.Statistic;
import org.renxing.model.TableSpec;
import org.renxing.model.UnitRules;
import org.renxing.panel.UnitFigures;
import org.renxing.run.Given;
import org.renxing.run.Need;
import org.renxing.shrinkage.PartLoss;
import org.renxing.shrinkage.PartLoss.Part;
import org.renxing.shrinkage.Span;
import org.renxing.territory.UnitDirectory;

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
  public List<Need<?>> needs() {
    return List.of(UnitStatistics.FIGURES_OF_PARTS, Units.DIRECTORY);
  }

  @Override
  public Object configuration(Scenario scenario) {
    return rules.shrinkage();
  }

  @Override
  public TableRows rows(Scenario scenario, Given given) {
    UnitDirectory units = given.get(Units.DIRECTORY);
    List<Span> spans = new SpansOfUnits(rules).reported(scenario);
    ShrinkagePolicy policy = rules.shrinkage();
    return rows(
        given
            .get(UnitStatistics.FIGURES_OF_PARTS)
            .flatMap(part -> parts(part, units, spans))
            .groupedBy(
                part -> part.parentId() + " " + part.span(),
                (key, parts) -> PartLoss.of(parts, policy).iterator()),
        loss -> List.of(row(loss, units)).iterator());
  }

  private static Iterator<Part> parts(UnitFigures part, UnitDirectory units, List<Span> spans) {
    UnitDirectory.Unit unit = units.find(part.unitId()).orElseThrow();
    return Part.of(
            part,
            unit.attribute("parent_id").orElseThrow(),
            unit.attribute("level").orElseThrow(),
            spans)
        .iterator();
  }

  private static Row row(PartLoss loss, UnitDirectory units) {
    return RowFactory.create(
        loss.unitId(),
        units.name(loss.unitId()),
        loss.span().from(),
        loss.span().to(),
        loss.level(),
        loss.parts(),
        loss.residents().observed(),
        loss.residents().heavy(),
        loss.residents().near(),
        number(loss.residents().share()),
        number(loss.residents().largest()),
        loss.labour().observed(),
        loss.labour().heavy(),
        loss.labour().near(),
        number(loss.labour().share()),
        number(loss.labour().largest()));
  }
}
