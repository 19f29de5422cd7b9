package org.renxing.jobs.trace;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.slice;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.jobs.gold.coupling.CouplingUnitYear;
import org.renxing.jobs.gold.index.IndexScore;
import org.renxing.jobs.gold.index.IndicatorWeight;
import org.renxing.jobs.gold.panel.IndicatorValue;
import org.renxing.lake.Lake;
import org.renxing.lake.Releases;
import org.renxing.model.Normalisation;
import org.renxing.model.Scenario;
import org.renxing.model.TableName;
import org.renxing.run.RunLog;

/** What a release says about a unit and year, read by one Spark job. */
final class GoldEvidence {
  static final TableName UNITS = TableName.gold("dim_unit");
  private static final TableName INDICATORS = TableName.gold("dim_indicator");
  private static final TableName EXCLUSIONS = TableName.gold("panel_exclusion_unit");
  private static final TableName SUSPECTS = TableName.gold("suspect_value");
  private static final int SETTERS = 3;

  private final Lake lake;
  private final Releases.Release release;
  private final Scenario scenario;

  GoldEvidence(Lake lake, Releases.Release release, Scenario scenario) {
    this.lake = lake;
    this.release = release;
    this.scenario = scenario;
  }

  /** The rows of the scenario in a table of the release; empty where the release lacks it. */
  Optional<Dataset<Row>> table(TableName table) {
    return new Releases(lake)
        .read(release, table)
        .map(
            rows ->
                isByScenario(rows) ? rows.where(col("scenario_id").equalTo(scenario.id())) : rows);
  }

  /**
   * Rows under the names indicator, value (the unit's, of all years), bound, weight, score, ranked,
   * coupling, exclusion, suspect and step.
   */
  CollectedRows read(String unit, int year) {
    Column isUnit = col("unit_id").equalTo(unit);
    Column isYear = col("year").equalTo(year);
    CollectedRows out = new CollectedRows();
    table(INDICATORS).ifPresent(t -> out.add("indicator", t));
    table(IndicatorValue.TABLE)
        .ifPresent(t -> out.add("value", t.where(isUnit)).add("bound", bounds(t, year)));
    table(IndicatorWeight.TABLE)
        .ifPresent(t -> out.add("weight", t.where(col("year").isin(0, year))));
    table(IndexScore.TABLE)
        .ifPresent(
            t ->
                out.add("score", t.where(isUnit.and(isYear)))
                    .add(
                        "ranked",
                        t.where(isYear)
                            .groupBy("scheme", "system")
                            .agg(count(col("score")).as("n"))));
    table(CouplingUnitYear.TABLE).ifPresent(t -> out.add("coupling", t.where(isUnit.and(isYear))));
    table(EXCLUSIONS).ifPresent(t -> out.add("exclusion", t.where(isUnit)));
    table(SUSPECTS)
        .filter(t -> Set.of(t.columns()).containsAll(Set.of("unit_id", "year")))
        .ifPresent(t -> out.add("suspect", t.where(isUnit.and(isYear))));
    steps().ifPresent(t -> out.add("step", t));
    return out.read();
  }

  /**
   * What the run read that made the released indicator values: the last that made them up to their
   * version. Rows of theirs that did not change bear the id of an earlier run.
   */
  private Optional<Dataset<Row>> steps() {
    Optional<Long> released = release.version(IndicatorValue.TABLE);
    if (released.isEmpty() || !lake.isThere(RunLog.STEP.name())) {
      return Optional.empty();
    }
    return Optional.of(
        lake.read(RunLog.STEP)
            .where(col("step").equalTo(IndicatorValue.TABLE.toString()))
            .where(col("status").equalTo("done"))
            .where(col("output_version").leq(released.get()))
            .where(array_contains(col("parts"), scenario.id()))
            .orderBy(col("output_version").desc(), col("run_id").desc())
            .limit(1)
            .select("inputs"));
  }

  /** For each indicator and side the units and years whose values are the bound. */
  private Dataset<Row> bounds(Dataset<Row> values, int year) {
    Column side =
        explode(
            array(
                when(col("value").equalTo(col("bound_lower")), "lower"),
                when(col("value").equalTo(col("bound_upper")), "upper")));
    Column setter = struct(col("year"), col("unit_id"), col("unit_name"));
    return values
        .where(inScope(year))
        .select(col("indicator_code"), side.as("side"), setter.as("setter"))
        .where(col("side").isNotNull())
        .groupBy("indicator_code", "side")
        .agg(
            count(lit(1)).as("n"),
            slice(sort_array(collect_list(col("setter"))), 1, SETTERS).as("first"));
  }

  /** The rows from which the bounds were taken; none where they come from elsewhere. */
  private Column inScope(int year) {
    Normalisation n = scenario.normalisation();
    boolean isFromValues =
        n.method().equals("min-max") || n.method().equals("distance-to-frontier");
    if (!isFromValues) {
      return lit(false);
    }
    return switch (n.scope()) {
      case POOLED -> lit(true);
      case YEARLY -> col("year").equalTo(year);
      case BASE_YEAR -> col("year").equalTo(n.baseYear().orElseThrow());
      case FROZEN -> lit(false);
    };
  }

  private static boolean isByScenario(Dataset<Row> rows) {
    return Set.of(rows.columns()).contains("scenario_id");
  }
}
