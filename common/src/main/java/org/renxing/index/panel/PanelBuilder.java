package org.renxing.index.panel;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.udaf;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.renxing.model.Scenario;
import org.renxing.panel.GroupMedians;
import org.renxing.panel.PanelGrid;
import org.renxing.panel.PanelKernel;
import org.renxing.panel.UnitPanel;
import scala.Tuple2;

/**
 * Builds the panel of a scenario from tidy frames by {@link PanelKernel}: one shuffle by unit, and
 * one of values by group where missing values are taken from the medians of groups.
 */
public final class PanelBuilder {
  private static final Encoder<UnitPanel> PANEL = Encoders.javaSerialization(UnitPanel.class);
  private static final Encoder<GroupMedians> MEDIANS =
      Encoders.javaSerialization(GroupMedians.class);

  private final Scenario scenario;
  private final PanelKernel kernel;

  /**
   * Reads the expressions of the scenario.
   *
   * @throws org.renxing.model.RenxingException CONFIGURATION where an expression is not allowed
   */
  public PanelBuilder(Scenario scenario) {
    this.scenario = scenario;
    this.kernel = PanelKernel.of(scenario);
  }

  /** Codes of the base indicators that the panel needs, the filter's and the deflator included. */
  public Set<String> inputs() {
    Set<String> out = new LinkedHashSet<>(kernel.base().codes());
    scenario.adjustment().prices().ifPresent(prices -> out.add(prices.deflator()));
    return out;
  }

  /**
   * The panel, lazily.
   *
   * @param observations unit_id string, year int, indicator_code string (base), value double; one
   *     row a cell; other units, years and indicators are ignored; null, NaN and infinite are
   *     missing; adjusted already ({@link BaseValues}), and then with {@code cause}
   * @param units unit_id, unique, the fallback group's column, and {@code level} where the scenario
   *     names levels; units outside the scenario's levels and ids are left out here
   */
  public Panel build(Dataset<Row> observations, Dataset<Row> units) {
    return Panel.of(
        cells(kernel, observations, units), scenario.years().length(), scenario.imputation().cap());
  }

  /**
   * The imputed base indicators of a scenario that imputes these, in the columns of {@link
   * Panel#cells}: what {@link #build} derives from, for those who want to see it.
   */
  public Dataset<Row> imputedBase(Dataset<Row> observations, Dataset<Row> units) {
    return cells(PanelKernel.ofBase(scenario), observations, units);
  }

  private Dataset<Row> cells(PanelKernel made, Dataset<Row> observations, Dataset<Row> units) {
    PanelGrid base = made.base();
    PanelGrid grid = made.grid();
    Dataset<UnitPanel> first =
        UnitCells.of(scenario, base, observations, population(units))
            .flatMapGroups(
                (FlatMapGroupsFunction<String, Row, UnitPanel>)
                    (unit, rows) ->
                        UnitCells.packed(base, unit, rows).flatMap(made::first).stream().iterator(),
                PANEL);
    if (made.usesMedians()) {
      return withMedians(made, first);
    }
    return first.flatMap(
        (FlatMapFunction<UnitPanel, Row>)
            panel -> PanelRows.of(grid, made.second(panel, Optional.empty())),
        PanelRows.ENCODER);
  }

  private static Dataset<Row> withMedians(PanelKernel made, Dataset<UnitPanel> first) {
    PanelGrid grid = made.grid();
    Dataset<Tuple2<String, UnitPanel>> grouped =
        first.map(
            (MapFunction<UnitPanel, Tuple2<String, UnitPanel>>)
                panel -> new Tuple2<>(panel.group(), panel),
            Encoders.tuple(Encoders.STRING(), PANEL));
    Dataset<Tuple2<String, GroupMedians>> medians =
        grouped
            .where(col("_1").notEqual(""))
            .groupBy(col("_1").as("of_group"))
            .agg(udaf(new GroupAggregator(), PANEL).apply(col("_2")).as("medians"))
            .as(Encoders.tuple(Encoders.STRING(), MEDIANS));
    return grouped
        .joinWith(broadcast(medians), col("_1").equalTo(col("of_group")), "left")
        .flatMap(
            (FlatMapFunction<Tuple2<Tuple2<String, UnitPanel>, Tuple2<String, GroupMedians>>, Row>)
                pair ->
                    PanelRows.of(
                        grid,
                        made.second(
                            pair._1()._2(), Optional.ofNullable(pair._2()).map(Tuple2::_2))),
            PanelRows.ENCODER);
  }

  private Dataset<Row> population(Dataset<Row> units) {
    Dataset<Row> out = units;
    if (!scenario.population().levels().isEmpty() && Set.of(units.columns()).contains("level")) {
      out = out.where(col("level").isin(scenario.population().levels().toArray()));
    }
    if (!scenario.population().unitIds().isEmpty()) {
      out = out.where(col("unit_id").isin(scenario.population().unitIds().toArray()));
    }
    return out;
  }
}
