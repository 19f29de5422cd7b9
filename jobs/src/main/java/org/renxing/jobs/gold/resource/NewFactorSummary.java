package org.renxing.jobs.gold.resource;

import static org.renxing.measure.Cells.number;

import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.renxing.jobs.gold.carbon.CarbonAnswers;
import org.renxing.jobs.gold.table.GoldTable;
import org.renxing.lake.TableRows;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.Scenario;
import org.renxing.model.TableSpec;
import org.renxing.resource.NewFactors;
import org.renxing.run.Given;
import org.renxing.run.Need;
import org.renxing.summary.Groupings;

/** gold.new_factor_summary_year: how many units of a group are below the national mean. */
public final class NewFactorSummary implements GoldTable {
  @Override
  public TableSpec spec() {
    return GoldTable.end(
        GoldTable.shape("new_factor_summary_year", "One row a factor, group and year")
            .key("factor", Type.STRING, "Factor, as in new_factor_unit_year")
            .key("group_type", Type.STRING, "all, or the column of dim_unit that groups")
            .key("group_value", Type.STRING, "Group")
            .key("year", Type.INT, "Year")
            .required("n", Type.LONG, "units", "Units with a value")
            .optional("value", Type.DOUBLE, "", "Total over population of the group")
            .optional("mean_value", Type.DOUBLE, "", "Mean of the units' own values, units alike")
            .optional(
                "national_mean", Type.DOUBLE, "", "Total over population of all units, as value")
            .optional("ratio_to_national", Type.DOUBLE, "", "value over national_mean")
            .required("n_below", Type.LONG, "units", "Units below national_mean")
            .optional("share_below", Type.DOUBLE, "0-1", "n_below over n")
            .optional(
                "mean_amount",
                Type.DOUBLE,
                "10^4 CNY, 10^4 USD or patents",
                "Mean of the units' amounts (not per head), units alike")
            .optional(
                "mean_amount_ratio_to_national",
                Type.DOUBLE,
                "",
                "mean_amount over that of all units: per city, where ratio_to_national is per"
                    + " head"));
  }

  @Override
  public List<Need<?>> needs() {
    return List.of(NewFactor.ROWS, CarbonAnswers.GROUPINGS);
  }

  @Override
  public boolean appliesTo(Scenario scenario) {
    return new NewFactor().appliesTo(scenario);
  }

  @Override
  public TableRows rows(Scenario scenario, Given given) {
    Groupings groupings = given.get(CarbonAnswers.GROUPINGS);
    return NewFactors.summaries(given.get(NewFactor.ROWS), groupings)
        .rowEach(columns(), summary -> row(summary));
  }

  private static Row row(NewFactors.Summary summary) {
    return RowFactory.create(
        summary.factor(),
        summary.group().type(),
        summary.group().value(),
        summary.year(),
        summary.n(),
        number(summary.value()),
        number(summary.meanValue()),
        number(summary.mean()),
        number(summary.ratio()),
        summary.below(),
        number(summary.shareBelow()),
        number(summary.meanAmount()),
        number(summary.amountRatio()));
  }
}
