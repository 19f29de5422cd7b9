package org.renxing.jobs.gold.shrinkage;

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
import org.renxing.run.Need;
import org.renxing.run.StoredRows;
import org.renxing.shrinkage.ShrinkageGroup;
import org.renxing.shrinkage.ShrinkageSummaries;
import org.renxing.shrinkage.Span;
import org.renxing.shrinkage.SpanVerdict;
import org.renxing.summary.Groupings;

/** gold.shrinkage_summary: counts and shares of shrinking units by group. */
public final class ShrinkageSummary implements GoldTable {
  /** The table. */
  public static final TableName TABLE = TableName.gold("shrinkage_summary");

  private final UnitRules rules;

  public ShrinkageSummary(UnitRules rules) {
    this.rules = rules;
  }

  @Override
  public TableSpec spec() {
    TableSpec.Builder shape =
        GoldTable.shape(TABLE.name(), "One row a group and pair of years")
            .key(
                "group_type",
                Type.STRING,
                "all, a column of dim_unit, resource_type (life cycle, or other),"
                    + " parent_resource_type, north_south or size_class")
            .key("group_value", Type.STRING, "Group")
            .key("year_from", Type.INT, "First year")
            .key("year_to", Type.INT, "Last year")
            .required("n", Type.LONG, "units", "Units of which it is known whether they shrink")
            .required("n_unknown", Type.LONG, "units", "Units of which it is not")
            .required("n_shrinking", Type.LONG, "units", "Units that shrink")
            .optional("share_shrinking", Type.DOUBLE, "0-1", "Their share of n; null where n is 0")
            .required("n_severe", Type.LONG, "units", "Units that shrink severely")
            .optional("share_severe", Type.DOUBLE, "0-1", "Their share of n")
            .required("n_double_decline", Type.LONG, "units", "Units whose population and GDP fall")
            .required("n_double_decline_known", Type.LONG, "units", "Units of which that is known")
            .optional(
                "mean_change_pct",
                Type.DOUBLE,
                "%",
                "Mean change of population, units alike; breaks of boundaries left out")
            .required(
                "n_sized", Type.LONG, "units", "Units whose size class in the last year is known")
            .required("n_small_or_medium", Type.LONG, "units", "Small and medium cities among them")
            .optional("share_small_or_medium", Type.DOUBLE, "0-1", "Their share of n_sized");
    return GoldTable.end(ComparedPrices.optional(shape, "n_double_decline"));
  }

  @Override
  public List<Need<?>> needs() {
    return List.of(VERDICTS, Units.DIRECTORY);
  }

  @Override
  public boolean appliesTo(Scenario scenario) {
    return new SpansOfUnits(rules).applyTo(scenario);
  }

  @Override
  public Object configuration(Scenario scenario) {
    return List.of(scenario.groupings(), rules.shrinkage(), ComparedPrices.text(scenario, this));
  }

  @Override
  public List<Statistic> comparedMoney(Scenario scenario) {
    return ComparedPrices.output(scenario);
  }

  private static final StoredRows<SpanVerdict> VERDICTS =
      StoredRows.ofScenario(
          ShrinkageUnit.TABLE,
          List.of(
              "unit_id",
              "year_from",
              "year_to",
              "comparable_change_pct",
              "is_shrinking",
              "is_severe",
              "is_double_decline",
              "size_class_to"),
          row ->
              new SpanVerdict(
                  row.text("unit_id"),
                  new Span(row.whole("year_from"), row.whole("year_to")),
                  row.number("comparable_change_pct"),
                  row.truth("is_shrinking"),
                  row.truth("is_severe"),
                  row.truth("is_double_decline"),
                  row.optionalText("size_class_to").orElse("")));

  @Override
  public TableRows rows(Scenario scenario, Given given) {
    Groupings groupings =
        ShrinkageSummaries.groupings(
            given.get(Units.DIRECTORY), scenario.groupings(), rules.shrinkage());
    String prices = ComparedPrices.text(scenario, this);
    return ShrinkageSummaries.of(given.get(VERDICTS), groupings, rules.shrinkage())
        .rowEach(columns(), group -> row(group, prices));
  }

  private static Row row(ShrinkageGroup group, String prices) {
    return RowFactory.create(
        group.group().type(),
        group.group().value(),
        group.span().from(),
        group.span().to(),
        group.known(),
        group.unknown(),
        group.shrinking(),
        number(group.shareShrinking()),
        group.severe(),
        number(group.shareSevere()),
        group.doubleDecline(),
        group.doubleDeclineKnown(),
        number(group.meanChange()),
        group.sized(),
        group.smallOrMedium(),
        number(group.shareSmallOrMedium()),
        text(prices));
  }
}
