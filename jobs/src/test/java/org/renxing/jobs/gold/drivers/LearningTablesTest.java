package org.renxing.jobs.gold.drivers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.renxing.testing.Frames.row;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;
import org.renxing.drivers.LearningAnswer;
import org.renxing.lake.TableRows;
import org.renxing.measure.MeasureValue;
import org.renxing.model.DriverAnalysis;
import org.renxing.model.DriverLearning;
import org.renxing.model.DriverLearning.Method;
import org.renxing.model.YearRange;
import org.renxing.records.LocalRecords;
import org.renxing.records.Records;
import org.renxing.records.SparkRecords;
import org.renxing.testing.Frames;
import org.renxing.testing.SparkExtension;

/** Tables of what is learnt: the same here and distributed, with keys, checks and reasons. */
class LearningTablesTest {
  private static final YearRange YEARS = YearRange.parse("2018..2020");
  private static final List<DriverAnalysis> ANALYSES =
      List.of(
          analysis("forest", "y", List.of("a", "b", "same", "fixed"), Method.FOREST, 5),
          analysis("net", "y", List.of("a", "b"), Method.ELASTIC_NET, 3),
          analysis("few", "y", List.of("a"), Method.FOREST, 25),
          analysis("flat", "fixed", List.of("a", "b"), Method.FOREST, 5),
          analysis("still", "y", List.of("fixed"), Method.FOREST, 5),
          analysis("nowhere", "y", List.of("a", "no.such"), Method.BOOSTED, 5));

  private static DriverAnalysis analysis(
      String id, String response, List<String> candidates, Method method, int folds) {
    Optional<Integer> trees = method == Method.FOREST ? Optional.of(25) : Optional.<Integer>empty();
    DriverLearning learning = new DriverLearning(method, trees, Optional.empty(), folds, 3, 1);
    return new DriverAnalysis(
        id,
        response,
        candidates,
        YEARS,
        DriverAnalysis.Detector.standard(),
        List.of(),
        Optional.of(learning));
  }

  /** Twenty units in three years and one year too many: y is 2 a. */
  private static List<MeasureValue> values() {
    Random random = new Random(3);
    List<MeasureValue> out = new ArrayList<>();
    for (int u = 0; u < 20; u++) {
      for (int year = 2018; year <= 2021; year++) {
        String unit = String.format("%06d", u);
        double a = random.nextDouble();
        out.add(new MeasureValue("y", unit, year, 2 * a));
        out.add(new MeasureValue("a", unit, year, a));
        out.add(new MeasureValue("b", unit, year, random.nextDouble()));
        out.add(new MeasureValue("same", unit, year, a));
        out.add(new MeasureValue("fixed", unit, year, 7));
        out.add(new MeasureValue("other", unit, year, random.nextDouble()));
      }
    }
    return out;
  }

  private static Records<MeasureValue> distributed(List<MeasureValue> values) {
    List<Row> rows =
        values.stream().map(v -> row(v.measure(), v.unitId(), v.year(), v.value())).toList();
    return SparkRecords.of(
        Frames.of("measure string, unit_id string, year int, value double", rows).repartition(3),
        part -> {
          List<MeasureValue> out = new ArrayList<>();
          part.forEachRemaining(
              r ->
                  out.add(
                      new MeasureValue(
                          r.getString(0), r.getString(1), r.getInt(2), r.getDouble(3))));
          return out.iterator();
        });
  }

  private static List<Row> rows(LearningTable table, List<LearningAnswer> answers) {
    return ((TableRows.Held) table.rows(answers)).rows();
  }

  @Test
  void importancesAndCurves() {
    List<MeasureValue> values = values();
    SparkExtension.session();
    List<LearningAnswer> answers = LearningTable.answers(ANALYSES, LocalRecords.of(values));
    Collections.shuffle(values, new Random(1));
    List<LearningAnswer> again = LearningTable.answers(ANALYSES, distributed(values));
    for (LearningTable table : List.of(new DriverImportance(), new DriverResponseCurve())) {
      assertThat(rows(table, again)).isEqualTo(rows(table, answers)).isNotEmpty();
      requireKeysAndChecks(table, answers);
    }
    importances(rows(new DriverImportance(), answers));
    curves(rows(new DriverResponseCurve(), answers));
  }

  private static void importances(List<Row> rows) {
    assertThat(rows)
        .extracting(r -> r.getString(0) + " " + r.getString(1) + " " + r.get(4) + " " + r.get(16))
        .containsExactly(
            "forest a 1 null",
            "forest b 2 null",
            "forest same null DUPLICATE_OF:a",
            "forest fixed null CONSTANT",
            "net a 1 null",
            "net b 2 null",
            "few a null TOO_FEW_UNITS",
            "flat a null RESPONSE_CONSTANT",
            "flat b null RESPONSE_CONSTANT",
            "still fixed null NO_FEATURE_VARIES",
            "nowhere a null NO_ROWS",
            "nowhere no.such null NO_ROWS");
    Row first = rows.get(0);
    assertThat(first.getLong(11)).isEqualTo(60);
    assertThat(first.getLong(12)).isEqualTo(20);
    assertThat(first.getInt(13)).isEqualTo(5);
    assertThat(first.getDouble(8)).isGreaterThan(0.8);
    assertThat(rows.get(4).getDouble(8)).isGreaterThan(0.99);
  }

  /** Of y = 2 a both curves of the net rise by 2 for 1. */
  private static void curves(List<Row> rows) {
    List<Row> net =
        rows.stream()
            .filter(r -> r.getString(0).equals("net") && r.getString(1).equals("a"))
            .toList();
    Row low = net.get(0);
    Row high = net.get(net.size() - 1);
    double span = high.getDouble(3) - low.getDouble(3);
    for (int column : List.of(4, 5)) {
      assertThat((high.getDouble(column) - low.getDouble(column)) / span).isBetween(1.95, 2.05);
    }
    assertThat(net.stream().mapToLong(r -> r.getLong(6)).sum()).isEqualTo(60);
    assertThat(rows).extracting(r -> r.getString(0)).containsOnly("forest", "net");
  }

  private static void requireKeysAndChecks(LearningTable table, List<LearningAnswer> answers) {
    Column isBroken = functions.lit(false);
    for (String condition : table.spec().conditions().values()) {
      isBroken =
          isBroken.or(
              functions.not(functions.coalesce(functions.expr(condition), functions.lit(true))));
    }
    String key = String.join(",", table.spec().keys());
    Row found =
        table
            .rows(answers)
            .with("scenario_id", "s")
            .with("run_id", "r")
            .plan(SparkExtension.session())
            .agg(
                functions.count_if(isBroken),
                functions.count(functions.lit(1)),
                functions.expr("count(DISTINCT " + key + ")"))
            .first();
    assertThat(found.getLong(0)).isZero();
    assertThat(found.getLong(1)).isPositive().isEqualTo(found.getLong(2));
  }
}
