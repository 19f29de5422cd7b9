package org.renxing.index.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.renxing.testing.Frames.row;
import static org.renxing.testing.Systems.index;
import static org.renxing.testing.Systems.leaf;
import static org.renxing.testing.Systems.node;
import static org.renxing.testing.Systems.scheme;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.renxing.index.weigh.Weights;
import org.renxing.model.IndexSystem;
import org.renxing.model.Scenario.Aggregation;
import org.renxing.testing.Frames;

class ScoresTest {
  private static final String LONG =
      "unit_id string, year int, indicator_code string, value double, normalised double";
  private static final IndexSystem TREE =
      index(
          node("s", 3, leaf("a", "a"), node("c", leaf("b", "b"), leaf("d", "d"))),
          node("e", 1, leaf("f", "f")));

  private static Dataset<Row> values() {
    return Frames.of(
        LONG,
        row("u", 1, "a", 1.0, 0.4),
        row("u", 1, "b", 1.0, 0.8),
        row("u", 1, "d", 1.0, 0.0),
        row("u", 1, "f", 1.0, 0.5),
        row("v", 1, "a", 1.0, 1.0),
        row("v", 1, "b", 1.0, 0.5),
        row("v", 1, "d", 1.0, 0.25),
        row("v", 1, "f", 1.0, 0.5),
        row("w", 1, "a", 1.0, 0.3),
        row("w", 1, "b", 1.0, null),
        row("w", 1, "f", 1.0, 0.1));
  }

  private static Map<String, Row> scores(Aggregation aggregation, String method) {
    Dataset<Row> weights = new Weights(TREE).of(values(), List.of(scheme(method)), Map.of());
    return Frames.by(new Scores(TREE, aggregation).of(values(), weights), "system", "unit_id");
  }

  private static double get(Map<String, Row> rows, String key, String column) {
    return rows.get(key).<Double>getAs(column);
  }

  @Test
  void arithmeticScoresAreNestedMeans() {
    Map<String, Row> rows = scores(Aggregation.ARITHMETIC, "fixed");
    assertThat(rows).hasSize(12);
    assertThat(get(rows, "c/u", "score")).isCloseTo(0.4, offset(1e-15));
    assertThat(get(rows, "s/u", "score")).isCloseTo(0.4, offset(1e-15));
    assertThat(get(rows, "overall/u", "score")).isCloseTo(0.75 * 0.4 + 0.25 * 0.5, offset(1e-15));
    assertThat(get(rows, "s/u", "contribution")).isCloseTo(0.3, offset(1e-15));
    assertThat(get(rows, "s/u", "system_weight")).isCloseTo(0.75, offset(1e-15));
    assertThat(get(rows, "overall/v", "contribution"))
        .isCloseTo(
            get(rows, "s/v", "contribution") + get(rows, "e/v", "contribution"), offset(1e-15));
    assertThat(rows.get("c/u").<Integer>getAs("depth")).isEqualTo(2);
  }

  @Test
  void missingLeavesMakeTheirNodesMissing() {
    Row row = scores(Aggregation.ARITHMETIC, "equal").get("s/w");
    assertThat(row.<Double>getAs("score")).isNull();
    assertThat(row.<Double>getAs("contribution")).isNull();
    assertThat(row.<Integer>getAs("n_missing")).isEqualTo(2);
    assertThat(row.<Integer>getAs("rank")).isNull();
    Row other = scores(Aggregation.ARITHMETIC, "equal").get("e/w");
    assertThat(other.<Double>getAs("score")).isCloseTo(0.1, offset(1e-15));
  }

  @Test
  void geometricScoresAreZeroWhereAnythingIs() {
    Map<String, Row> rows = scores(Aggregation.GEOMETRIC, "fixed");
    assertThat(get(rows, "c/u", "score")).isEqualTo(0.0);
    double c = Math.sqrt(0.5 * 0.25);
    assertThat(get(rows, "c/v", "score")).isCloseTo(c, offset(1e-15));
    assertThat(get(rows, "s/v", "score")).isCloseTo(Math.sqrt(c), offset(1e-15));
    assertThat(get(rows, "s/v", "contribution")).isCloseTo(0.75 * Math.sqrt(c), offset(1e-15));
  }

  @Test
  void ranksAreDenseWithATotalOrderBeside() {
    Map<String, Row> rows = scores(Aggregation.ARITHMETIC, "equal");
    assertThat(rows.get("e/u").<Integer>getAs("rank")).isEqualTo(1);
    assertThat(rows.get("e/v").<Integer>getAs("rank")).isEqualTo(1);
    assertThat(rows.get("e/w").<Integer>getAs("rank")).isEqualTo(2);
    assertThat(rows.get("e/u").<Integer>getAs("order_no")).isEqualTo(1);
    assertThat(rows.get("e/v").<Integer>getAs("order_no")).isEqualTo(2);
    assertThat(rows.get("e/w").<Integer>getAs("order_no")).isEqualTo(3);
    assertThat(get(rows, "e/v", "percentile")).isEqualTo(1.0);
    assertThat(get(rows, "e/w", "percentile")).isEqualTo(0.0);
  }

  @Test
  void yearlyWeightsMeetTheirOwnYear() {
    Dataset<Row> weights =
        Frames.of(
            "scheme string, indicator_code string, year int, global_weight double",
            row("x", "a", 1, 1.0),
            row("x", "f", 1, 0.0),
            row("x", "a", 2, 0.0),
            row("x", "f", 2, 1.0),
            row("null", "a", 0, null),
            row("null", "f", 0, null));
    Dataset<Row> values =
        Frames.of(
            LONG,
            row("u", 1, "a", 1.0, 0.3),
            row("u", 1, "f", 1.0, null),
            row("u", 2, "a", 1.0, null),
            row("u", 2, "f", 1.0, 0.7));
    Map<String, Row> rows =
        Frames.by(
            new Scores(
                    index(node("s", leaf("a", "a")), node("e", leaf("f", "f"))),
                    Aggregation.ARITHMETIC)
                .of(values, weights),
            "scheme",
            "system",
            "year");
    assertThat(get(rows, "x/overall/1", "score")).isEqualTo(0.3);
    assertThat(get(rows, "x/overall/2", "score")).isEqualTo(0.7);
    assertThat(rows.get("x/e/1").<Double>getAs("score")).isNull();
    assertThat(rows.get("null/overall/1").<Double>getAs("score")).isNull();
  }

  @Test
  void absentWeightsMakeNodesMissing() {
    Dataset<Row> weights =
        Frames.of(
            "scheme string, indicator_code string, year int, global_weight double",
            row("x", "a", 0, 0.5),
            row("x", "f", 0, 0.5));
    Map<String, Row> rows =
        Frames.by(
            new Scores(TREE, Aggregation.ARITHMETIC).of(values(), weights), "system", "unit_id");
    assertThat(rows.get("overall/v").<Double>getAs("score")).isNull();
    assertThat(get(rows, "e/v", "score")).isEqualTo(0.5);
  }

  /** R eq. 7 with the system weights that R prints: Σ A_s · score_s, not scaled to sum to 1. */
  @Test
  void overallIsTheSumOfContributionsAlsoForPrintedWeights() {
    Dataset<Row> weights =
        Frames.of(
            "scheme string, indicator_code string, year int, global_weight double",
            row("x", "a", 0, 0.3),
            row("x", "b", 0, 0.2),
            row("x", "d", 0, 0.1),
            row("x", "f", 0, 0.38));
    Map<String, Row> rows =
        Frames.by(
            new Scores(TREE, Aggregation.ARITHMETIC).of(values(), weights), "system", "unit_id");
    double whole = 0.3 * 0.4 + 0.2 * 0.8 + 0.38 * 0.5;
    assertThat(get(rows, "overall/u", "score")).isCloseTo(whole, offset(1e-15));
    assertThat(get(rows, "overall/u", "contribution")).isCloseTo(whole, offset(1e-15));
    assertThat(get(rows, "s/u", "score")).isCloseTo(0.28 / 0.6, offset(1e-15));
  }
}
