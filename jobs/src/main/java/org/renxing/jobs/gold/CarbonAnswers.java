package org.renxing.jobs.gold;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.carbon.CarbonAccount;
import org.renxing.carbon.CarbonBases;
import org.renxing.lake.TableState;
import org.renxing.model.Scenario;
import org.renxing.model.Statistic;
import org.renxing.model.TableName;
import org.renxing.run.Inputs;

/** Emissions of a scenario's units, computed once for the tables that show them. */
final class CarbonAnswers {
  /** What tables read that set emissions against scores. */
  static final List<TableName> INPUTS_WITH_SCORES =
      Stream.concat(UnitStatistics.INPUTS.stream(), Stream.of(IndexScore.TABLE)).toList();

  private CarbonAnswers() {}

  /** Whether a scenario has emissions. */
  static boolean are(Scenario scenario) {
    return !scenario.carbon().items().isEmpty() || UnitStatistics.are(scenario, Statistic.CO2);
  }

  /** What of a scenario they depend on. */
  static Object configuration(Scenario scenario) {
    return List.of(UnitStatistics.configuration(scenario), scenario.carbon());
  }

  /** The same with what tells whether years can be compared. */
  static Object yearsConfiguration(Scenario scenario) {
    return List.of(configuration(scenario), CarbonBases.of(scenario));
  }

  /** The same with the groupings of summaries. */
  static Object summaryConfiguration(Scenario scenario) {
    return List.of(configuration(scenario), groupings(scenario));
  }

  /** The scenario's groupings, and always those by resource. */
  static List<String> groupings(Scenario scenario) {
    List<String> out = new ArrayList<>(scenario.groupings());
    Stream.of("is_resource_based", "life_cycle").filter(g -> !out.contains(g)).forEach(out::add);
    return out;
  }

  /** As {@link UnitStatistics#contentOf}, and all of other tables. */
  static String contentOf(TableName input, TableState state, Scenario scenario) {
    return input.equals(IndexScore.TABLE)
        ? state.contentOf(scenario.id())
        : UnitStatistics.contentOf(input, state, scenario);
  }

  /** The same for tables that compare years: the lineage counts. */
  static String yearsContentOf(TableName input, TableState state, Scenario scenario) {
    return input.equals(IndexScore.TABLE)
        ? contentOf(input, state, scenario)
        : UnitBoundaries.contentOf(input, state, scenario);
  }

  /** See {@link CarbonAccount#of}; kept while the run lasts. */
  static Dataset<Row> of(Scenario scenario, Inputs inputs) {
    return inputs.shared(
        "carbon " + scenario.id(),
        () ->
            new CarbonAccount(scenario.carbon(), scenario.years())
                .of(UnitStatistics.of(scenario, inputs)));
  }

  /** Emissions beside the score that the scenario sets against them: adds score. */
  static Dataset<Row> withScores(Scenario scenario, Inputs inputs) {
    Dataset<Row> scores =
        inputs
            .read(IndexScore.TABLE, scenario.id())
            .where(col("scheme").equalTo(scenario.carbon().scheme()))
            .where(col("system").equalTo(scenario.carbon().system()))
            .select("unit_id", "year", "score");
    return of(scenario, inputs).join(scores, Columns.named("unit_id", "year"), "left");
  }

  /** One row a driver, unit and year: driver, unit_id, year, emissions_t, value. */
  static Dataset<Row> drivers(Scenario scenario, Inputs inputs) {
    return withScores(scenario, inputs)
        .select(
            col("unit_id"),
            col("year"),
            col("emissions_t"),
            inline(
                array(
                    struct(lit(CarbonBases.GDP).as("driver"), col("output").as("value")),
                    struct(lit(CarbonBases.RESILIENCE).as("driver"), col("score").as("value")))));
  }
}
