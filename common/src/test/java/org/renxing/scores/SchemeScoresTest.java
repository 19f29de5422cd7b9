package org.renxing.scores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.renxing.testing.Systems.index;
import static org.renxing.testing.Systems.leaf;
import static org.renxing.testing.Systems.node;
import static org.renxing.testing.Systems.scheme;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.renxing.model.IndexSystem;
import org.renxing.model.Scenario.Aggregation;
import org.renxing.panel.IndicatorOrder;
import org.renxing.panel.IndicatorVector;
import org.renxing.weights.GlobalWeights;
import org.renxing.weights.GlobalWeights.Entry;
import org.renxing.weights.WeightingPlan;
import org.renxing.weights.Weights;

class SchemeScoresTest {
  private static final double NONE = Double.NaN;
  private static final IndexSystem TREE =
      index(
          node("s", 3, leaf("a", "a"), node("c", leaf("b", "b"), leaf("d", "d"))),
          node("e", 1, leaf("f", "f")));
  private static final List<IndicatorVector> UNITS =
      List.of(
          vector("u", 1, 0.4, 0.8, 0.0, 0.5),
          vector("v", 1, 1.0, 0.5, 0.25, 0.5),
          vector("w", 1, 0.3, NONE, NONE, 0.1));

  private static IndicatorVector vector(String unit, int year, double... normalised) {
    return IndicatorVector.of(unit, year, normalised, normalised);
  }

  /** By scheme, system, unit and year. */
  private static Map<String, SchemeScores.AtNode> scores(
      IndexSystem tree, List<Entry> weights, Aggregation aggregation, List<IndicatorVector> units) {
    IndicatorOrder order = IndicatorOrder.of(tree);
    SchemeScores formulas =
        new SchemeScores(order, new GlobalWeights(order.codes(), weights), aggregation);
    Map<String, SchemeScores.AtNode> out = new LinkedHashMap<>();
    for (IndicatorVector unit : units) {
      for (SchemeScores.AtNode at : formulas.of(unit)) {
        out.put(String.join("/", at.scheme(), at.system(), at.unitId()) + "/" + at.year(), at);
      }
    }
    return out;
  }

  private static Map<String, SchemeScores.AtNode> scores(Aggregation aggregation, String method) {
    List<Entry> weights =
        Weights.stated(WeightingPlan.of(TREE, scheme(method))).stream()
            .map(w -> new Entry("x", w.year(), w.indicator(), w.globalWeight()))
            .toList();
    return scores(TREE, weights, aggregation, UNITS);
  }

  private static double score(Map<String, SchemeScores.AtNode> rows, String key) {
    return rows.get(key).score().score();
  }

  @Test
  void arithmeticScoresAreNestedMeans() {
    var rows = scores(Aggregation.ARITHMETIC, "fixed");
    assertThat(rows).hasSize(12);
    assertThat(score(rows, "x/c/u/1")).isCloseTo(0.4, offset(1e-15));
    assertThat(score(rows, "x/s/u/1")).isCloseTo(0.4, offset(1e-15));
    assertThat(score(rows, "x/overall/u/1")).isCloseTo(0.75 * 0.4 + 0.25 * 0.5, offset(1e-15));
    assertThat(rows.get("x/s/u/1").score().contribution()).isCloseTo(0.3, offset(1e-15));
    assertThat(rows.get("x/s/u/1").score().systemWeight()).isCloseTo(0.75, offset(1e-15));
    assertThat(rows.get("x/overall/v/1").score().contribution())
        .isCloseTo(
            rows.get("x/s/v/1").score().contribution() + rows.get("x/e/v/1").score().contribution(),
            offset(1e-15));
    assertThat(rows.get("x/c/u/1").depth()).isEqualTo(2);
  }

  @Test
  void missingLeavesMakeTheirNodesMissing() {
    var rows = scores(Aggregation.ARITHMETIC, "equal");
    assertThat(score(rows, "x/s/w/1")).isNaN();
    assertThat(rows.get("x/s/w/1").score().contribution()).isNaN();
    assertThat(rows.get("x/s/w/1").score().nMissing()).isEqualTo(2);
    assertThat(score(rows, "x/e/w/1")).isCloseTo(0.1, offset(1e-15));
  }

  @Test
  void geometricScoresAreZeroWhereAnythingIs() {
    var rows = scores(Aggregation.GEOMETRIC, "fixed");
    assertThat(score(rows, "x/c/u/1")).isEqualTo(0.0);
    double c = Math.sqrt(0.5 * 0.25);
    assertThat(score(rows, "x/c/v/1")).isCloseTo(c, offset(1e-15));
    assertThat(score(rows, "x/s/v/1")).isCloseTo(Math.sqrt(c), offset(1e-15));
    assertThat(rows.get("x/s/v/1").score().contribution())
        .isCloseTo(0.75 * Math.sqrt(c), offset(1e-15));
  }

  @Test
  void yearlyWeightsMeetTheirOwnYear() {
    List<Entry> weights =
        List.of(
            new Entry("x", 1, "a", 1.0),
            new Entry("x", 1, "f", 0.0),
            new Entry("x", 2, "a", 0.0),
            new Entry("x", 2, "f", 1.0),
            new Entry("null", 0, "a", NONE),
            new Entry("null", 0, "f", NONE));
    var rows =
        scores(
            index(node("s", leaf("a", "a")), node("e", leaf("f", "f"))),
            weights,
            Aggregation.ARITHMETIC,
            List.of(vector("u", 1, 0.3, NONE), vector("u", 2, NONE, 0.7), vector("u", 3, 1, 1)));
    assertThat(score(rows, "x/overall/u/1")).isEqualTo(0.3);
    assertThat(score(rows, "x/overall/u/2")).isEqualTo(0.7);
    assertThat(score(rows, "x/e/u/1")).isNaN();
    assertThat(score(rows, "null/overall/u/1")).isNaN();
    assertThat(rows).doesNotContainKey("x/overall/u/3").containsKey("null/overall/u/3");
  }

  @Test
  void absentWeightsMakeNodesMissing() {
    List<Entry> weights = List.of(new Entry("x", 0, "a", 0.5), new Entry("x", 0, "f", 0.5));
    var rows = scores(TREE, weights, Aggregation.ARITHMETIC, UNITS);
    assertThat(score(rows, "x/overall/v/1")).isNaN();
    assertThat(score(rows, "x/e/v/1")).isEqualTo(0.5);
  }

  /** R eq. 7 with the system weights that R prints: Σ A_s · score_s, not scaled to sum to 1. */
  @Test
  void overallIsTheSumOfContributionsAlsoForPrintedWeights() {
    List<Entry> weights =
        List.of(
            new Entry("x", 0, "a", 0.3),
            new Entry("x", 0, "b", 0.2),
            new Entry("x", 0, "d", 0.1),
            new Entry("x", 0, "f", 0.38));
    var rows = scores(TREE, weights, Aggregation.ARITHMETIC, UNITS);
    double whole = 0.3 * 0.4 + 0.2 * 0.8 + 0.38 * 0.5;
    assertThat(score(rows, "x/overall/u/1")).isCloseTo(whole, offset(1e-15));
    assertThat(rows.get("x/overall/u/1").score().contribution()).isCloseTo(whole, offset(1e-15));
    assertThat(score(rows, "x/s/u/1")).isCloseTo(0.28 / 0.6, offset(1e-15));
  }
}
