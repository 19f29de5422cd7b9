package org.renxing.jobs.gold;

import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.bool_or;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.flatten;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.nullif;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.split;
import static org.apache.spark.sql.functions.when;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.renxing.index.Expression;
import org.renxing.index.panel.BaseValues;
import org.renxing.index.panel.Panel;
import org.renxing.index.panel.PanelBuilder;
import org.renxing.index.panel.StatisticsPanel;
import org.renxing.jobs.silver.DimUnit;
import org.renxing.jobs.silver.Observation;
import org.renxing.jobs.silver.UnitLineage;
import org.renxing.lake.TableState;
import org.renxing.model.Adjustment;
import org.renxing.model.Indicator;
import org.renxing.model.Scenario;
import org.renxing.model.TableName;
import org.renxing.run.Inputs;

/** The panel of a scenario, computed once for the tables that show it. */
final class ScenarioPanel {
  static final List<TableName> INPUTS =
      List.of(Observation.TABLE, DimUnit.TABLE, UnitLineage.TABLE, SuspectValue.TABLE);

  private static final StructType USE =
      new StructType()
          .add("indicator_code", DataTypes.StringType)
          .add("base", DataTypes.StringType);

  private ScenarioPanel() {}

  /** What of a scenario the panel depends on. */
  static Object configuration(Scenario scenario) {
    return List.of(
        scenario.indexSystem(),
        scenario.population(),
        scenario.years(),
        scenario.imputation(),
        scenario.adjustment(),
        scenario.asOf());
  }

  /**
   * Of observations and suspects only those of the base indicators that the scenario needs, and of
   * the lineage nothing unless boundaries are merged.
   */
  static String contentOf(TableName input, TableState state, Scenario scenario) {
    return contentOf(input, state, scenario, new PanelBuilder(scenario).inputs());
  }

  /** The same for the base indicators named, and the deflator. */
  static String contentOf(TableName input, TableState state, Scenario scenario, Set<String> codes) {
    if (input.equals(UnitLineage.TABLE) && !isMerged(scenario)) {
      return "not used";
    }
    if (input.equals(SuspectValue.TABLE)) {
      return SuspectValue.contentOf(state, codes);
    }
    return input.equals(Observation.TABLE)
        ? Observation.contentOf(state, codes, scenario.asOf().isPresent())
        : state.contentOf(scenario.id());
  }

  static Panel of(Scenario scenario, Inputs inputs) {
    PanelBuilder builder = new PanelBuilder(scenario);
    Dataset<Row> cells =
        inputs.shared(
            "panel " + scenario.id(),
            () -> builder.build(values(scenario, inputs), Units.of(scenario, inputs)).cells());
    return Panel.of(cells, scenario.years().length(), scenario.imputation().cap());
  }

  /**
   * Where the values of each cell come from: unit_id, year, indicator_code, source_id,
   * is_corrected, is_suspect, adjustment.
   */
  static Dataset<Row> origins(Scenario scenario, Inputs inputs) {
    List<Row> uses = new ArrayList<>();
    for (Indicator indicator : scenario.indexSystem().indicators()) {
      for (String base : Expression.parse(indicator.expression()).inputs()) {
        uses.add(RowFactory.create(indicator.code(), base));
      }
    }
    Dataset<Row> base = values(scenario, inputs).withColumnRenamed("indicator_code", "base");
    Column sources = flatten(collect_list(split(col("source_id"), ",")));
    return base.join(broadcast(inputs.spark().createDataFrame(uses, USE)), "base")
        .groupBy("unit_id", "year", "indicator_code")
        .agg(
            concat_ws(",", array_sort(array_distinct(sources))).as("source_id"),
            bool_or(col("is_corrected")).as("is_corrected"),
            bool_or(col("is_doubtful")).as("is_suspect"),
            adjustment(scenario).as("adjustment"));
  }

  /** What was done to any of the base values of a cell; null for nothing. */
  private static Column adjustment(Scenario scenario) {
    if (scenario.adjustment().isNone()) {
      return max(lit(null).cast("string"));
    }
    Column merged = when(bool_or(col("is_merged")), "merged");
    Column deflated = when(bool_or(col("is_deflated")), "deflated");
    return nullif(concat_ws(",", merged, deflated), lit(""));
  }

  /** The base values that the panel and the statistics need, adjusted as the scenario says. */
  static Dataset<Row> values(Scenario scenario, Inputs inputs) {
    return scenario.adjustment().isNone()
        ? adjusted(scenario, inputs)
        : inputs.shared("base values " + scenario.id(), () -> adjusted(scenario, inputs));
  }

  /** The same, computed wherever it is read: for those who want a few rows. */
  static Dataset<Row> adjusted(Scenario scenario, Inputs inputs) {
    Set<String> codes = new TreeSet<>(new PanelBuilder(scenario).inputs());
    codes.addAll(new StatisticsPanel(scenario).inputs());
    Dataset<Row> preferred = preferred(scenario, inputs, codes);
    return scenario.adjustment().isNone()
        ? preferred
        : BaseValues.of(scenario, preferred, Units.newest(inputs), inputs.read(UnitLineage.TABLE));
  }

  private static boolean isMerged(Scenario scenario) {
    return scenario.adjustment().boundaries() == Adjustment.Boundaries.MERGED;
  }

  /**
   * The observations that count, of these base indicators, but those that a check of quality sets
   * aside.
   */
  private static Dataset<Row> preferred(Scenario scenario, Inputs inputs, Set<String> codes) {
    Column isNeeded = col("indicator_code").isin(codes.toArray());
    Dataset<Row> known = inputs.read(Observation.TABLE).where(isNeeded);
    return scenario
        .asOf()
        .map(day -> asOf(known, day))
        .orElseGet(() -> known.where(col("is_preferred")))
        .join(
            SuspectValue.cells(inputs).where(isNeeded),
            Columns.named("unit_id", "year", "indicator_code"),
            "left")
        .withColumn("is_doubtful", coalesce(col("is_doubtful"), lit(false)))
        .where(not(coalesce(col("is_set_aside"), lit(false))))
        .select(
            "unit_id",
            "year",
            "indicator_code",
            "value",
            "source_id",
            "is_corrected",
            "is_doubtful");
  }

  /** What counted on an earlier day: sources without vintages are taken as they are. */
  private static Dataset<Row> asOf(Dataset<Row> observations, LocalDate day) {
    WindowSpec best =
        Window.partitionBy("unit_id", "year", "indicator_code")
            .orderBy(col("precedence"), col("source_id"), col("vintage").desc());
    return observations
        .where(col("vintage").leq(day.toString()))
        .withColumn("place", row_number().over(best))
        .where(col("place").equalTo(1));
  }
}
