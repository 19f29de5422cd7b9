package org.renxing.jobs.gold;

import java.io.Serializable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import org.apache.spark.sql.Row;
import org.renxing.diagnosis.Diagnosis;
import org.renxing.diagnosis.Period;
import org.renxing.diagnosis.UnitVector;
import org.renxing.lake.TableRows;
import org.renxing.lake.TableShape;
import org.renxing.model.Analysis;
import org.renxing.model.Scenario;
import org.renxing.model.TableName;
import org.renxing.model.WeightScheme;
import org.renxing.panel.IndicatorOrder;
import org.renxing.records.Records;
import org.renxing.records.TableRecords;
import org.renxing.run.Inputs;
import org.renxing.run.SharedKey;

/** A table on how well an index is made; what all of these rest on is computed once. */
abstract class DiagnosisTable implements GoldTable {
  private static final TableRecords<Cell> VALUES =
      TableRecords.of(
          IndicatorValue.TABLE,
          List.of("unit_id", "year", "indicator_code", "normalised"),
          row ->
              new Cell(
                  row.text("unit_id"),
                  row.whole("year"),
                  row.text("indicator_code"),
                  row.number("normalised")));

  private static final TableRecords<Weight> WEIGHTS =
      TableRecords.of(
          IndicatorWeight.TABLE,
          List.of("scheme", "year", "indicator_code", "global_weight"),
          row ->
              new Weight(
                  row.text("scheme"),
                  row.whole("year"),
                  row.text("indicator_code"),
                  row.number("global_weight")));

  /** A normalised value; NaN where it is missing. */
  record Cell(String unitId, int year, String indicator, double value) implements Serializable {}

  /** A weight in the whole; of year 0 for all years. */
  record Weight(String scheme, int year, String indicator, double weight) implements Serializable {}

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
    List<Period> periods =
        inputs.shared(
            new SharedKey<List<Period>>("diagnosis", scenario.id()),
            () ->
                periods(
                    diagnosis,
                    inputs.records(VALUES, scenario.id()),
                    schemes,
                    inputs.records(WEIGHTS, scenario.id()).list()));
    return new TableRows.Held(
        TableShape.of(spec(), "scenario_id", "run_id"),
        periods.stream().flatMap(period -> rows(diagnosis, period).stream()).toList());
  }

  /** All years together, and each. */
  static List<Period> periods(
      Diagnosis diagnosis, Records<Cell> values, List<String> schemes, List<Weight> weights) {
    IndicatorOrder order = diagnosis.order();
    HashMap<Integer, double[]> byYear = new HashMap<>();
    for (Weight one : weights) {
      int scheme = schemes.indexOf(one.scheme());
      int indicator = order.codes().indexOf(one.indicator());
      if (scheme >= 0 && indicator >= 0) {
        byYear
                .computeIfAbsent(one.year(), year -> missing(schemes.size() * order.size()))[
                scheme * order.size() + indicator] =
            one.weight();
      }
    }
    byYear.computeIfAbsent(0, year -> missing(schemes.size() * order.size()));
    return diagnosis.periods(
        values
            .groupedBy(
                cell -> cell.unitId() + " " + cell.year(),
                (key, cells) -> List.of(vector(order.codes(), cells)).iterator())
            .groupedBy(
                unit -> String.valueOf(unit.year()),
                (key, units) -> {
                  int year = units.get(0).year();
                  double[] own = byYear.get(0).clone();
                  double[] special = byYear.getOrDefault(year, own);
                  Arrays.setAll(own, i -> Double.isNaN(special[i]) ? own[i] : special[i]);
                  return List.of(diagnosis.year(year, units, own)).iterator();
                })
            .list());
  }

  private static UnitVector vector(List<String> codes, List<Cell> cells) {
    double[] out = missing(codes.size());
    for (Cell cell : cells) {
      int place = codes.indexOf(cell.indicator());
      if (place >= 0) {
        out[place] = cell.value();
      }
    }
    return new UnitVector(cells.get(0).unitId(), cells.get(0).year(), out);
  }

  private static double[] missing(int size) {
    double[] out = new double[size];
    Arrays.fill(out, Double.NaN);
    return out;
  }
}
