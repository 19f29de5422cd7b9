package org.renxing.jobs.gold.ranking;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.renxing.jobs.gold.index.Vectors;
import org.renxing.jobs.gold.table.GoldTable;
import org.renxing.jobs.gold.units.Units;
import org.renxing.lake.TableRows;
import org.renxing.measure.Cells;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.Ranking;
import org.renxing.model.Scenario;
import org.renxing.model.TableName;
import org.renxing.model.TableSpec;
import org.renxing.model.WeightScheme;
import org.renxing.multicriteria.UnitRanking;
import org.renxing.panel.IndicatorVector;
import org.renxing.records.Records;
import org.renxing.run.Given;
import org.renxing.run.Need;
import org.renxing.territory.UnitDirectory;
import org.renxing.weights.GlobalWeights;

/** gold.ranking_unit_year: units by rankings of several criteria. */
public final class RankingUnitYear implements GoldTable {
  /** The table. */
  static final TableName TABLE = TableName.gold("ranking_unit_year");

  /** A ranking under a weight scheme. */
  record OfScheme(String scheme, UnitRanking ranking) implements Serializable {}

  @Override
  public TableSpec spec() {
    return GoldTable.end(
        GoldTable.unitYear(TABLE.name(), "One row a weight scheme, ranking, unit and year")
            .key("scheme", Type.STRING, "Weight scheme of the scenario")
            .key("method", Type.STRING, "topsis, grey-relational, rank-sum-ratio or vikor")
            .optional(
                "score",
                Type.DOUBLE,
                "0-1",
                "Closeness, degree, rank-sum ratio, or Q of VIKOR, of which less is better; null"
                    + " where reason says why")
            .optional(
                "rank",
                Type.INT,
                "",
                "Dense rank in the year, 1 is best; equal to 12 significant digits is a tie")
            .optional(
                "reason",
                Type.STRING,
                "",
                "Why there is no score: MISSING_INDICATOR, NO_WEIGHT, SINGLE_UNIT, NO_VARIATION")
            .check("scores lie between 0 and 1", "score BETWEEN 0 AND 1 + 1e-12"));
  }

  @Override
  public List<Need<?>> needs() {
    return List.of(Vectors.ALL, Vectors.WEIGHTS, Units.DIRECTORY);
  }

  @Override
  public boolean appliesTo(Scenario scenario) {
    return !scenario.rankings().isEmpty();
  }

  @Override
  public Object configuration(Scenario scenario) {
    return List.of(scenario.indexSystem(), scenario.schemes(), scenario.rankings());
  }

  @Override
  public TableRows rows(Scenario scenario, Given given) {
    UnitDirectory units = given.get(Units.DIRECTORY);
    return ranked(
            given.get(Vectors.ALL),
            scenario.schemes(),
            given.get(Vectors.WEIGHTS),
            scenario.rankings())
        .rowEach(columns(), ranked -> row(ranked, units));
  }

  /** Units under each scheme: all years compared, or each for itself where the scheme is yearly. */
  static Records<OfScheme> ranked(
      Records<IndicatorVector> vectors,
      List<WeightScheme> schemes,
      GlobalWeights weights,
      Set<Ranking> rankings) {
    List<Ranking> all = new ArrayList<>(rankings);
    return schemes.stream()
        .map(
            scheme -> {
              String id = scheme.id();
              boolean isYearly = isYearly(scheme, weights);
              return vectors.groupedBy(
                  unit -> isYearly ? String.valueOf(unit.year()) : "",
                  (key, units) ->
                      UnitRanking.of(all, units, weights(weights, id, units)).stream()
                          .map(ranking -> new OfScheme(id, ranking))
                          .iterator());
            })
        .reduce(Records::and)
        .orElseThrow();
  }

  /** Frozen weights may be those of years, too. */
  private static boolean isYearly(WeightScheme scheme, GlobalWeights weights) {
    return scheme.scope() == WeightScheme.Scope.YEARLY
        || (weights.schemes().contains(scheme.id())
            && weights.scopes(scheme.id()).stream().anyMatch(year -> year != 0));
  }

  /** NaN where a scheme weighs no indicator of the year. */
  private static double[] weights(GlobalWeights all, String scheme, List<IndicatorVector> units) {
    return all.sideBySide(List.of(scheme), units.get(0).year());
  }

  private static Row row(OfScheme ranked, UnitDirectory units) {
    UnitRanking found = ranked.ranking();
    return RowFactory.create(
        found.unitId(),
        units.name(found.unitId()),
        found.year(),
        ranked.scheme(),
        found.ranking().id(),
        Cells.number(found.score()),
        found.rank() == 0 ? null : found.rank(),
        found.reason().isEmpty() ? null : found.reason());
  }
}
