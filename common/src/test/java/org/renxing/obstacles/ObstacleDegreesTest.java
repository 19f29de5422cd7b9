package org.renxing.obstacles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.renxing.testing.SharedCases;

class ObstacleDegreesTest {
  private static final double NONE = Double.NaN;

  /** y and w of an index of some size. */
  @Provide
  Arbitrary<double[][]> examples() {
    return Arbitraries.integers()
        .between(1, 40)
        .flatMap(
            k -> Combinators.combine(numbers(k), numbers(k)).as((y, w) -> new double[][] {y, w}));
  }

  private static Arbitrary<double[]> numbers(int k) {
    Arbitrary<Double> shares = Arbitraries.doubles().between(0, 1);
    return Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(6, shares),
            net.jqwik.api.Tuple.of(1, Arbitraries.of(0.0, 1.0, 1e-300, 1 - 0x1p-53)))
        .array(double[].class)
        .ofSize(k);
  }

  @Property(tries = 400)
  void sumTo100(@ForAll("examples") double[][] example) {
    ObstacleDegrees found = ObstacleDegrees.of(example[0], example[1], 1);
    if (!found.isKnown()) {
      assertThat(found.reason()).isEqualTo(ObstacleDegrees.IDEAL_POINT);
      return;
    }
    assertThat(Arrays.stream(found.percent()).boxed())
        .allSatisfy(m -> assertThat(m).isBetween(0.0, 100 + 1e-9));
    assertThat(Arrays.stream(found.percent()).sum()).isCloseTo(100, offset(1e-9));
  }

  @Property(tries = 200)
  void neitherScaleOfWeightsNorOfValuesMatters(
      @ForAll("examples") double[][] example,
      @ForAll @DoubleRange(min = 0.1, max = 100) double by) {
    double[] w = Arrays.stream(example[1]).map(x -> x * by).toArray();
    double[] y = Arrays.stream(example[0]).map(x -> x * 64).toArray();
    double[] one = ObstacleDegrees.of(example[0], example[1], 1).percent();
    assertThat(ObstacleDegrees.of(y, example[1], 64).percent()).containsExactly(one);
    assertThat(ObstacleDegrees.of(example[0], w, 1).percent()).containsExactly(one, offset(1e-9));
  }

  @Test
  void reasons() {
    double[] w = {0.5, 0.5};
    assertThat(ObstacleDegrees.of(new double[] {1, 1}, w, 1).reason()).isEqualTo("IDEAL_POINT");
    assertThat(ObstacleDegrees.of(new double[] {1, NONE}, w, 1).reason())
        .isEqualTo("MISSING_INDICATOR");
    assertThat(ObstacleDegrees.of(new double[] {0, 1}, new double[] {1, NONE}, 1).reason())
        .isEqualTo("UNDEFINED_WEIGHT");
    assertThat(ObstacleDegrees.of(new double[] {0, 0}, new double[] {0, 0}, 1).reason())
        .isEqualTo("IDEAL_POINT");
  }

  @Test
  void oddValues() {
    // weight 0 may be missing; beyond the ideal is no obstacle; below the worst is more than all
    assertThat(ObstacleDegrees.of(new double[] {NONE, 0.5}, new double[] {0, 1}, 1).percent())
        .containsExactly(0, 100);
    assertThat(ObstacleDegrees.of(new double[] {1.2, -1, 0}, new double[] {1, 1, 1}, 1).percent())
        .containsExactly(new double[] {0, 200 / 3.0, 100 / 3.0}, offset(1e-12));
  }

  /** Unit A of the case below, restated: 0.39352, 0.2184, 0.22035 of 0.83227. */
  @Test
  void excerpt() {
    double[] percent =
        ObstacleDegrees.of(new double[] {0.0162, 0.272, 0.2655}, new double[] {0.4, 0.3, 0.3}, 1)
            .percent();
    assertThat(percent).containsExactly(new double[] {47.28273, 26.24148, 26.47578}, offset(1e-5));
  }

  /** The tables that mathmodels prints are w (1 − y), not yet divided by their sum. */
  @ParameterizedTest
  @CsvSource({"equal, 0.333333333333, 0.333333333333", "w433, 0.4, 0.3"})
  void mathmodels(String weights, double first, double others) throws IOException {
    Path data = SharedCases.file("cases/indices/ccd_obstacle_mathmodels/data.csv");
    double[] w = {first, others, others};
    List<String> columns = List.of("s1", "s2", "s3");
    int compared = 0;
    for (Map<String, String> unit : SharedCases.rows(data)) {
      double[] y = columns.stream().mapToDouble(c -> Double.parseDouble(unit.get(c))).toArray();
      double total = 0;
      for (int j = 0; j < w.length; j++) {
        total += w[j] * (1 - y[j]);
      }
      double[] percent = ObstacleDegrees.of(y, w, 1).percent();
      for (Map<String, String> e : SharedCases.rows(data.resolveSibling("expected.csv"))) {
        String[] key = e.get("key").split("/", -1);
        if (e.get("quantity").equals("obstacle_unscaled_" + weights)
            && key[0].equals(unit.get("unit"))) {
          assertThat(percent[columns.indexOf(key[1])] / 100 * total)
              .as(e.toString())
              .isCloseTo(
                  Double.parseDouble(e.get("value")), offset(Double.parseDouble(e.get("abs_tol"))));
          compared++;
        }
      }
    }
    assertThat(compared).isEqualTo(18);
  }
}
