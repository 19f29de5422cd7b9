package org.renxing.jobs.gold.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;
import static org.renxing.testing.Systems.index;
import static org.renxing.testing.Systems.leaf;
import static org.renxing.testing.Systems.node;
import static org.renxing.testing.Systems.scheme;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.renxing.jobs.gold.coupling.CoupledRow;
import org.renxing.jobs.gold.coupling.CouplingSummary;
import org.renxing.jobs.gold.coupling.CouplingUnitYear;
import org.renxing.lake.TableRows;
import org.renxing.model.Coupling;
import org.renxing.model.ErrorCode;
import org.renxing.model.IndexSystem;
import org.renxing.model.RenxingException;
import org.renxing.model.Scenario.Aggregation;
import org.renxing.model.WeightScheme;
import org.renxing.panel.IndicatorOrder;
import org.renxing.panel.IndicatorVector;
import org.renxing.records.LocalRecords;
import org.renxing.records.Records;
import org.renxing.scores.SchemeScores;
import org.renxing.summary.Groupings;
import org.renxing.territory.UnitDirectory;
import org.renxing.testing.Frames;
import org.renxing.testing.SparkExtension;
import org.renxing.testing.Spread;
import org.renxing.weights.GlobalWeights;

/** From normalised values to summaries of scores: weights, scores, ranks and coupling. */
class IndexChainTest {
  private static final IndexSystem SYSTEM =
      index(
          node("s", leaf("a", "x"), leaf("b", "x"), leaf("c", "x")),
          node("e", leaf("f", "x"), leaf("g", "x"), leaf("h", "x")));
  private static final IndicatorOrder ORDER = IndicatorOrder.of(SYSTEM);
  private static final UnitDirectory UNITS = units();

  private static UnitDirectory units() {
    List<UnitDirectory.Unit> out = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      out.add(new UnitDirectory.Unit("u" + i, "U" + i, Map.of("region", "r" + i % 3)));
    }
    return new UnitDirectory(List.of("region"), out);
  }

  private static List<IndicatorVector.Cell> cells() {
    Random random = new Random(11);
    List<IndicatorVector.Cell> out = new ArrayList<>();
    for (int unit = 0; unit < 30; unit++) {
      for (int year = 2019; year <= 2021; year++) {
        for (String code : ORDER.codes()) {
          boolean isMissing = random.nextInt(500) == 0;
          double y = isMissing ? Double.NaN : random.nextDouble();
          out.add(new IndicatorVector.Cell("u" + unit, year, code, 1e6 * y, y));
        }
      }
    }
    return out;
  }

  /** The rows of every table as text, doubles to their last bit. */
  private static Set<String> chain(Records<IndicatorVector.Cell> cells) {
    Records<IndicatorVector> vectors = Vectors.assembled(cells, ORDER).kept();
    List<WeightScheme> schemes =
        List.of(scheme("entropy"), scheme("equal"), scheme("critic-improved"));
    TableRows weights = new IndicatorWeight().rows(SYSTEM, schemes, vectors, Map.of());
    Set<String> out = texts("weights", weights);
    TableRows scores = new IndexScore().rows(vectors, formulas(weights), UNITS);
    out.addAll(texts("scores", scores));
    Records<ScoreRow> scored = ScoreRow.ROWS.reading().of(scores.plan(SparkExtension.session()));
    Groupings groupings = new Groupings(UNITS, List.of("region"));
    out.addAll(texts("summary", new IndexSummary().rows(scored, groupings)));
    Coupling coupling =
        new Coupling(
            "p", "entropy", List.of("s", "e"), List.of(0.4, 0.6), Coupling.Variant.STANDARD);
    TableRows pairs = new CouplingUnitYear().rows(scored, List.of(coupling), 1, UNITS);
    out.addAll(texts("coupling", pairs));
    Records<CoupledRow> coupled =
        CoupledRow.ROWS.reading().of(pairs.plan(SparkExtension.session()));
    out.addAll(texts("coupling summary", new CouplingSummary().rows(coupled, groupings)));
    vectors.release();
    return out;
  }

  private static SchemeScores formulas(TableRows weights) {
    List<GlobalWeights.Entry> entries = new ArrayList<>();
    for (Row row : weights.plan(SparkExtension.session()).collectAsList()) {
      entries.add(
          new GlobalWeights.Entry(
              row.getAs("scheme"),
              row.<Integer>getAs("year"),
              row.getAs("indicator_code"),
              row.<Double>getAs("global_weight")));
    }
    return new SchemeScores(
        ORDER, new GlobalWeights(ORDER.codes(), entries), Aggregation.ARITHMETIC);
  }

  private static Set<String> texts(String table, TableRows rows) {
    Dataset<Row> plan = rows.plan(SparkExtension.session());
    Set<String> out = new TreeSet<>();
    plan.collectAsList().forEach(row -> out.add(table + row));
    assertThat(out).as(table).isNotEmpty();
    return out;
  }

  @Test
  void sameBitsInAnyOrderHereAndDistributed() {
    List<IndicatorVector.Cell> cells = cells();
    Set<String> one = chain(LocalRecords.of(cells));
    Collections.shuffle(cells, new Random(7));
    assertThat(chain(Spread.over(7, cells))).isEqualTo(one);
  }

  @Test
  void ranksAreDenseWithATotalOrderBeside() {
    IndicatorOrder order = IndicatorOrder.of(index(node("e", leaf("f", "f"))));
    List<IndicatorVector> vectors = new ArrayList<>();
    for (Map.Entry<String, Double> unit :
        Map.of("u", 0.5, "v", 0.5 * (1 + 1e-15), "w", 0.1, "none", Double.NaN).entrySet()) {
      double[] y = {unit.getValue()};
      vectors.add(IndicatorVector.of(unit.getKey(), 1, y, y));
    }
    SchemeScores formulas =
        new SchemeScores(
            order,
            new GlobalWeights(order.codes(), List.of(new GlobalWeights.Entry("x", 0, "f", 1))),
            Aggregation.ARITHMETIC);
    Spread.ways(vectors)
        .forEach(
            way -> {
              Map<String, Row> rows =
                  Frames.by(
                      new IndexScore().rows(way, formulas, UNITS).plan(SparkExtension.session()),
                      "system",
                      "unit_id");
              assertThat(rows.get("e/u").<Integer>getAs("rank")).isEqualTo(1);
              assertThat(rows.get("e/v").<Integer>getAs("rank")).isEqualTo(1);
              assertThat(rows.get("e/w").<Integer>getAs("rank")).isEqualTo(2);
              assertThat(rows.get("e/u").<Integer>getAs("order_no")).isEqualTo(1);
              assertThat(rows.get("e/v").<Integer>getAs("order_no")).isEqualTo(2);
              assertThat(rows.get("e/w").<Integer>getAs("order_no")).isEqualTo(3);
              assertThat(rows.get("e/v").<Double>getAs("percentile")).isEqualTo(1.0);
              assertThat(rows.get("e/w").<Double>getAs("percentile")).isEqualTo(0.0);
              assertThat(rows.get("e/none").<Integer>getAs("rank")).isNull();
              assertThat(rows.get("e/none").<Double>getAs("percentile")).isNull();
            });
  }

  @Test
  void frozenWeightsComeFromTheCaller() {
    WeightScheme frozen =
        scheme("equal", WeightScheme.Within.SYSTEM, WeightScheme.Scope.FROZEN, Map.of());
    Records<IndicatorVector> vectors = Vectors.assembled(LocalRecords.of(cells()), ORDER);
    List<Row> earlier =
        Frames.of(
                "system string, indicator_code string, weight double, global_weight double",
                Frames.row("s", "a", 0.75, 0.375),
                Frames.row("s", "b", 0.25, 0.125))
            .collectAsList();
    Map<String, Row> rows =
        Frames.by(
            new IndicatorWeight()
                .rows(SYSTEM, List.of(frozen, scheme("entropy")), vectors, Map.of("equal", earlier))
                .plan(SparkExtension.session()),
            "scheme",
            "indicator_code");
    assertThat(rows).hasSize(2 + 6);
    Row a = rows.get("equal/a");
    assertThat(a.<Double>getAs("global_weight")).isCloseTo(0.375, offset(1e-15));
    assertThat(a.<String>getAs("weight_scope")).isEqualTo("frozen");
    assertThat(a.<Integer>getAs("year")).isZero();
    assertThat(a.<Double>getAs("entropy")).isNull();
    assertThatThrownBy(() -> new IndicatorWeight().rows(SYSTEM, List.of(frozen), vectors, Map.of()))
        .isInstanceOfSatisfying(
            RenxingException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CONFIGURATION))
        .hasMessageContaining("weights equal: no weights of release r");
  }
}
