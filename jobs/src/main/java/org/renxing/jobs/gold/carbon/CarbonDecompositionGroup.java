package org.renxing.jobs.gold.carbon;

import static org.renxing.measure.Cells.number;

import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.renxing.carbon.KayaDecomposition;
import org.renxing.carbon.KayaDecomposition.GroupEffect;
import org.renxing.jobs.gold.table.ComparedPrices;
import org.renxing.jobs.gold.table.GoldTable;
import org.renxing.lake.TableRows;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.Scenario;
import org.renxing.model.Statistic;
import org.renxing.model.TableSpec;
import org.renxing.numerics.Finite;
import org.renxing.run.Given;
import org.renxing.run.Need;

/** gold.carbon_decomposition_group: the effects of gold.carbon_decomposition by group. */
public final class CarbonDecompositionGroup implements GoldTable {
  @Override
  public TableSpec spec() {
    TableSpec.Builder shape =
        GoldTable.shape(
                "carbon_decomposition_group",
                "One row a group, span and factor with effects of units")
            .key("group_type", Type.STRING, "all, or the column of dim_unit that groups")
            .key("group_value", Type.STRING, "Group")
            .key("period_from", Type.INT, "First year of the span")
            .key("period_to", Type.INT, "Last year of the span")
            .key("factor", Type.STRING, CarbonDecomposition.FACTORS)
            .required("n", Type.LONG, "units", "Units with effects over the span")
            .required("effect_t", Type.DOUBLE, "t CO2", "Their effects together")
            .required("emissions_from_t", Type.DOUBLE, "t CO2", "Their emissions of the first year")
            .optional("effect_share", Type.DOUBLE, "share", "effect_t over emissions_from_t");
    return GoldTable.end(ComparedPrices.required(shape, "GDP"));
  }

  @Override
  public List<Statistic> comparedMoney(Scenario scenario) {
    return ComparedPrices.output(scenario);
  }

  @Override
  public List<Need<?>> needs() {
    return List.of(CarbonDecomposition.EFFECTS, CarbonAnswers.GROUPINGS);
  }

  @Override
  public boolean appliesTo(Scenario scenario) {
    return CarbonDecomposition.are(scenario);
  }

  @Override
  public TableRows rows(Scenario scenario, Given given) {
    String prices = ComparedPrices.text(scenario, this);
    return KayaDecomposition.byGroup(
            given.get(CarbonDecomposition.EFFECTS), given.get(CarbonAnswers.GROUPINGS))
        .rowEach(columns(), effect -> row(effect, prices));
  }

  private static Row row(GroupEffect effect, String prices) {
    return RowFactory.create(
        effect.group().type(),
        effect.group().value(),
        effect.from(),
        effect.to(),
        effect.factor(),
        effect.n(),
        effect.effect(),
        effect.base(),
        number(Finite.quotient(effect.effect(), effect.base())),
        prices);
  }
}
