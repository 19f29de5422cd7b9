package org.renxing.index.panel;

import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.renxing.model.Scenario;
import org.renxing.model.Statistic;
import org.renxing.panel.PanelGrid;
import org.renxing.panel.StatisticsKernel;
import org.renxing.panel.UnitPanel;

/** The statistics that a scenario names, by unit and year, by {@link StatisticsKernel}. */
public final class StatisticsPanel {
  private final Scenario scenario;
  private final StatisticsKernel kernel;

  /**
   * Reads some of the scenario's expressions, those of statistics alone.
   *
   * @param wanted what is wanted; what the scenario does not name is left out
   * @throws org.renxing.model.RenxingException CONFIGURATION where an expression is not allowed
   */
  public StatisticsPanel(Scenario scenario, Collection<Statistic> wanted) {
    this.scenario = scenario;
    this.kernel = StatisticsKernel.of(scenario, wanted);
  }

  /**
   * Reads the expressions of the scenario, also those of its carbon inventory.
   *
   * @throws org.renxing.model.RenxingException CONFIGURATION where an expression is not allowed
   */
  public StatisticsPanel(Scenario scenario) {
    this.scenario = scenario;
    this.kernel = StatisticsKernel.of(scenario);
  }

  /** Codes of the base indicators that the statistics need. */
  public Set<String> inputs() {
    return new LinkedHashSet<>(kernel.base().codes());
  }

  /**
   * The grid of units and the scenario's years: unit_id, year, and a column for each statistic that
   * the scenario names ({@link org.renxing.model.Statistic#column}), and one for the use of each
   * item of its carbon inventory ({@link org.renxing.model.CarbonRules.Item#column}); null where an
   * input is missing.
   *
   * @param observations as for {@link PanelBuilder#build}
   * @param units unit_id, unique, and the fallback group's column
   */
  public Dataset<Row> of(Dataset<Row> observations, Dataset<Row> units) {
    StatisticsKernel made = kernel;
    StructType schema =
        new StructType().add("unit_id", DataTypes.StringType).add("year", DataTypes.IntegerType);
    for (String name : made.grid().codes()) {
      schema = schema.add(name, DataTypes.DoubleType);
    }
    return UnitCells.of(scenario, made.base(), observations, units)
        .flatMapGroups(
            (FlatMapGroupsFunction<String, Row, Row>)
                (unit, cells) ->
                    UnitCells.packed(made.base(), unit, cells)
                        .map(base -> rows(made.grid(), made.of(base)))
                        .orElseGet(Collections::emptyIterator),
            Encoders.row(schema));
  }

  private static Iterator<Row> rows(PanelGrid grid, UnitPanel panel) {
    return IntStream.range(0, grid.years().size())
        .mapToObj(year -> row(grid, panel, year))
        .iterator();
  }

  private static Row row(PanelGrid grid, UnitPanel panel, int year) {
    Object[] out = new Object[2 + grid.codes().size()];
    out[0] = panel.unitId();
    out[1] = grid.years().get(year);
    for (int code = 0; code < grid.codes().size(); code++) {
      out[2 + code] = PanelRows.number(panel.value(grid.at(year, code)));
    }
    return RowFactory.create(out);
  }
}
