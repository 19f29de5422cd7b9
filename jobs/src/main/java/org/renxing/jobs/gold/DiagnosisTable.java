package org.renxing.jobs.gold;

import java.util.List;
import org.apache.spark.sql.Row;
import org.renxing.diagnosis.Diagnosis;
import org.renxing.diagnosis.Period;
import org.renxing.lake.TableRows;
import org.renxing.lake.TableShape;
import org.renxing.model.Analysis;
import org.renxing.model.Scenario;
import org.renxing.model.TableName;
import org.renxing.model.WeightScheme;
import org.renxing.panel.IndicatorVector;
import org.renxing.records.Records;
import org.renxing.run.Inputs;
import org.renxing.run.SharedKey;
import org.renxing.weights.GlobalWeights;

/** A table on how well an index is made; what all of these rest on is computed once. */
abstract class DiagnosisTable implements GoldTable {
  /** The rows of a year, or of all years together. */
  abstract List<Row> rows(Diagnosis diagnosis, Period period);

  @Override
  public List<TableName> inputs() {
    return Vectors.INPUTS;
  }

  @Override
  public boolean appliesTo(Scenario scenario) {
    return scenario.has(Analysis.DIAGNOSIS);
  }

  @Override
  public Object configuration(Scenario scenario) {
    return scenario.indexSystem();
  }

  @Override
  public TableRows rows(Scenario scenario, Inputs inputs) {
    Diagnosis diagnosis =
        Diagnosis.of(scenario.indexSystem(), scenario.schemes(), scenario.aggregation());
    List<String> schemes = scenario.schemes().stream().map(WeightScheme::id).toList();
    GlobalWeights weights = Vectors.weights(scenario, inputs);
    List<Period> periods =
        inputs.shared(
            new SharedKey<List<Period>>("diagnosis", scenario.id()),
            () -> periods(diagnosis, Vectors.records(scenario, inputs), schemes, weights));
    return new TableRows.Held(
        TableShape.of(spec(), "scenario_id", "run_id"),
        periods.stream().flatMap(period -> rows(diagnosis, period).stream()).toList());
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
