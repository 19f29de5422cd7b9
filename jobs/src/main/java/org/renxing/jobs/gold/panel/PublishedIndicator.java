package org.renxing.jobs.gold.panel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.renxing.index.Expression;
import org.renxing.jobs.gold.table.GoldTable;
import org.renxing.lake.TableRows;
import org.renxing.model.Adjustment;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.IndexNode;
import org.renxing.model.Indicator;
import org.renxing.model.Scenario;
import org.renxing.model.TableSpec;
import org.renxing.run.Given;
import org.renxing.run.Need;

/** gold.dim_indicator: what each indicator of a scenario's index system is. */
public final class PublishedIndicator implements GoldTable {
  @Override
  public TableSpec spec() {
    return GoldTable.end(
        GoldTable.shape("dim_indicator", "One row an indicator of the scenario's index system")
            .key("indicator_code", Type.STRING, "Indicator")
            .required("system", Type.STRING, "", "System to which it belongs: a child of the root")
            .optional(
                "criterion", Type.STRING, "", "Its parent, where that is not the system itself")
            .required("name_zh", Type.STRING, "", "Name in Chinese")
            .required("name_en", Type.STRING, "", "Name in English")
            .required("unit_of_measure", Type.STRING, "", "Unit of measure of its values")
            .required("direction", Type.STRING, "", "+ where more is better, - where less is")
            .required("expression", Type.STRING, "", "How it is made from base indicators")
            .optional(
                "price_basis",
                Type.STRING,
                "",
                "Prices of the money in it after adjustment: current or constant-YYYY, several"
                    + " separated by commas; null = no money, or not known")
            .optional(
                "population_basis",
                Type.STRING,
                "",
                "Population in it: resident or registered, both separated by a comma; null = none,"
                    + " or not known"));
  }

  @Override
  public List<Need<?>> needs() {
    return List.of();
  }

  @Override
  public Object configuration(Scenario scenario) {
    return List.of(scenario.indexSystem(), scenario.adjustment());
  }

  @Override
  public TableRows rows(Scenario scenario, Given given) {
    List<Row> rows = new ArrayList<>();
    for (IndexNode system : scenario.indexSystem().systems()) {
      collect(scenario, system, system, Optional.empty(), rows);
    }
    return new TableRows.Held(columns(), rows);
  }

  private static void collect(
      Scenario scenario,
      IndexNode node,
      IndexNode system,
      Optional<IndexNode> parent,
      List<Row> rows) {
    node.indicator().ifPresent(i -> rows.add(row(i, system, parent, scenario.adjustment())));
    for (IndexNode child : node.children()) {
      collect(
          scenario,
          child,
          system,
          node.equals(system) ? Optional.empty() : Optional.of(node),
          rows);
    }
  }

  private static Row row(
      Indicator i, IndexNode system, Optional<IndexNode> parent, Adjustment adjustment) {
    Set<String> inputs = Expression.parse(i.expression()).inputs();
    return RowFactory.create(
        i.code(),
        system.code(),
        parent.map(IndexNode::code).orElse(null),
        i.nameZh(),
        i.nameEn(),
        i.unitOfMeasure(),
        i.direction().sign(),
        i.expression(),
        text(adjustment.priceBases(inputs)),
        text(adjustment.populationBases(inputs)));
  }

  private static String text(List<String> bases) {
    return bases.isEmpty() ? null : String.join(",", bases);
  }
}
