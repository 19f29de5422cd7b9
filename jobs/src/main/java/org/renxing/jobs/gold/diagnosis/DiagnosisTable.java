package org.renxing.jobs.gold.diagnosis;

import java.util.List;
import org.apache.spark.sql.Row;
import org.renxing.diagnosis.Diagnosis;
import org.renxing.diagnosis.Period;
import org.renxing.jobs.gold.index.Vectors;
import org.renxing.jobs.gold.table.GoldTable;
import org.renxing.lake.TableRows;
import org.renxing.model.Analysis;
import org.renxing.model.Scenario;
import org.renxing.model.WeightScheme;
import org.renxing.panel.IndicatorVector;
import org.renxing.records.Records;
import org.renxing.run.Given;
import org.renxing.run.Need;
import org.renxing.weights.GlobalWeights;

/** A table on how well an index is made; what all of these rest on is computed once. */
abstract class DiagnosisTable implements GoldTable {
  private static final Need<List<Period>> PERIODS =
      Need.of(
          "diagnosis",
          List.of(Vectors.ALL, Vectors.WEIGHTS),
          scenario -> List.of(scenario.indexSystem(), scenario.schemes(), scenario.aggregation()),
          (scenario, given) ->
              periods(
                  diagnosis(scenario),
                  given.get(Vectors.ALL),
                  scenario.schemes().stream().map(WeightScheme::id).toList(),
                  given.get(Vectors.WEIGHTS)));

  /** The rows of a year, or of all years together. */
  abstract List<Row> rows(Diagnosis diagnosis, Period period);

  @Override
  public List<Need<?>> needs() {
    return List.of(PERIODS);
  }

  @Override
  public boolean appliesTo(Scenario scenario) {
    return scenario.has(Analysis.DIAGNOSIS);
  }

  @Override
  public TableRows rows(Scenario scenario, Given given) {
    Diagnosis diagnosis = diagnosis(scenario);
    return new TableRows.Held(
        columns(),
        given.get(PERIODS).stream().flatMap(period -> rows(diagnosis, period).stream()).toList());
  }

  private static Diagnosis diagnosis(Scenario scenario) {
    return Diagnosis.of(scenario.indexSystem(), scenario.schemes(), scenario.aggregation());
  }

  /** All years together, and each. */
  static List<Period> periods(
      Diagnosis diagnosis,
      Records<IndicatorVector> vectors,
      List<String> schemes,
      GlobalWeights weights) {
    return diagnosis.periods(
        vectors
            .groupedBy(
                unit -> String.valueOf(unit.year()),
                (key, units) -> {
                  int year = units.get(0).year();
                  double[] own = weights.sideBySide(schemes, year);
                  return List.of(diagnosis.year(year, units, own)).iterator();
                })
            .list());
  }
}
