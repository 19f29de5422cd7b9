package org.renxing.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.renxing.model.RenxingException;

/** What must hold of regressions whatever the data. */
class RegressionPropertyTest {
  /** An unbalanced panel: about a third of the rows are not there. */
  private record Sample(DesignMatrix design, PanelRows panel) {
    static Sample random(long seed, int units, int times) {
      Random random = new Random(seed);
      List<String> unit = new ArrayList<>();
      List<Integer> time = new ArrayList<>();
      for (int u = 0; u < units; u++) {
        for (int t = 0; t < times; t++) {
          if (t < 2 || u < 2 || random.nextInt(3) > 0) {
            unit.add("u" + u);
            time.add(2000 + t);
          }
        }
      }
      int n = unit.size();
      double[][] x = {random.doubles(n, 0, 5).toArray(), random.doubles(n, -2, 2).toArray()};
      double[] y = new double[n];
      for (int i = 0; i < n; i++) {
        y[i] = 3 + x[0][i] - 2 * x[1][i] + time.get(i) % 7 + random.nextGaussian();
      }
      int[] rows = IntStream.range(0, n).toArray();
      DesignMatrix design = new DesignMatrix("y", y, List.of("a", "b"), x, true, rows, 0, Map.of());
      return new Sample(
          design, PanelRows.of(unit, time.stream().mapToInt(Integer::intValue).toArray()));
    }

    Sample shuffled(long seed) {
      List<Integer> order = new ArrayList<>(IntStream.range(0, panel.size()).boxed().toList());
      Collections.shuffle(order, new Random(seed));
      int[] rows = order.stream().mapToInt(Integer::intValue).toArray();
      return new Sample(design.select(rows), panel.select(rows));
    }

    /** The same with a dummy for each unit and time. */
    RegressionFit withDummies() {
      List<String> terms = new ArrayList<>(design.terms());
      List<double[]> columns = new ArrayList<>(List.of(design.x()));
      int[] periods = panel.periods();
      dummies(panel.unit(), "unit", terms, columns);
      dummies(periods, "time", terms, columns);
      return LeastSquares.pooled(
          new DesignMatrix(
              "y",
              design.y(),
              terms,
              columns.toArray(new double[0][]),
              false,
              design.rows(),
              0,
              Map.of()));
    }

    private static void dummies(
        int[] codes, String name, List<String> terms, List<double[]> columns) {
      for (int c = 0; c <= Arrays.stream(codes).max().orElse(-1); c++) {
        int at = c;
        terms.add(name + c);
        columns.add(Arrays.stream(codes).mapToDouble(code -> code == at ? 1 : 0).toArray());
      }
    }
  }

  @Property(tries = 40)
  void effectsAreDummies(@ForAll @IntRange(min = 4, max = 9) int units, @ForAll long seed) {
    Sample sample = Sample.random(seed, units, 6);
    RegressionFit within = LeastSquares.panel(sample.design, sample.panel, Effects.TWOWAY);
    RegressionFit dummies = sample.withDummies();
    assertThat(within.degreesOfFreedom()).isEqualTo(dummies.degreesOfFreedom());
    for (SmallSample kind : List.of(SmallSample.DUMMIES, SmallSample.NONE)) {
      for (int j = 0; j < 2; j++) {
        assertThat(within.coefficients()[j]).isCloseTo(dummies.coefficients()[j], within(1e-10));
        double classic = Covariances.classic(dummies).standardError(j);
        assertThat(Covariances.classic(within).standardError(j)).isCloseTo(classic, within(1e-10));
        double hc1 = Covariances.hc1(dummies, kind).standardError(j);
        assertThat(Covariances.hc1(within, kind).standardError(j)).isCloseTo(hc1, within(1e-9));
      }
    }
    for (int j = 0; j < 2; j++) {
      double hc3 = Covariances.hc3(dummies, SmallSample.TERMS).standardError(j);
      assertThat(Covariances.hc3(within, SmallSample.DUMMIES).standardError(j))
          .isCloseTo(hc3, within(1e-8));
    }
  }

  @Property(tries = 40)
  void orderOfRowsDoesNotMatter(@ForAll @IntRange(min = 4, max = 9) int units, @ForAll long seed) {
    Sample sample = Sample.random(seed, units, 6);
    Sample other = sample.shuffled(seed);
    for (Effects effects : Effects.values()) {
      RegressionFit a = LeastSquares.panel(sample.design, sample.panel, effects);
      RegressionFit b = LeastSquares.panel(other.design, other.panel, effects);
      Covariance va = Covariances.clusteredByUnit(a, SmallSample.CONSTANT);
      Covariance vb = Covariances.clusteredByUnit(b, SmallSample.CONSTANT);
      for (int j = 0; j < a.terms().size(); j++) {
        assertThat(b.coefficients()[j]).isCloseTo(a.coefficients()[j], within(1e-11));
        assertThat(vb.standardError(j)).isCloseTo(va.standardError(j), within(1e-11));
      }
    }
  }

  @Property(tries = 40)
  void scaleAndShiftOfATerm(@ForAll @IntRange(min = -6, max = 6) int power, @ForAll long seed) {
    Sample sample = Sample.random(seed, 6, 6);
    double scale = Math.pow(10, power);
    double[][] x = sample.design.x().clone();
    x[0] = Arrays.stream(x[0]).map(v -> (v + 3) * scale).toArray();
    DesignMatrix scaled =
        new DesignMatrix(
            "y", sample.design.y(), List.of("a", "b"), x, true, sample.design.rows(), 0, Map.of());
    RegressionFit one = LeastSquares.pooled(sample.design);
    RegressionFit other = LeastSquares.pooled(scaled);
    assertThat(other.coefficient("a") * scale).isCloseTo(one.coefficient("a"), within(1e-10));
    assertThat(other.coefficient("b")).isCloseTo(one.coefficient("b"), within(1e-10));
    assertThat(other.r2()).isCloseTo(one.r2(), within(1e-12));
    assertThat(other.inflation()[1]).isCloseTo(one.inflation()[1], within(1e-9));
  }

  /** All rows twice: the same estimates; clustered errors without a factor stay as they are. */
  @Property(tries = 20)
  void duplicates(@ForAll long seed) {
    Sample sample = Sample.random(seed, 6, 6);
    int n = sample.panel.size();
    int[] twice = IntStream.range(0, 2 * n).map(i -> i % n).toArray();
    PanelRows panel = sample.panel.select(twice);
    RegressionFit one = LeastSquares.panel(sample.design, sample.panel, Effects.UNIT);
    RegressionFit two = LeastSquares.panel(sample.design.select(twice), panel, Effects.UNIT);
    Covariance a = Covariances.clusteredByUnit(one, SmallSample.NONE);
    Covariance b = Covariances.clusteredByUnit(two, SmallSample.NONE);
    assertThat(two.coefficients()[0]).isCloseTo(one.coefficients()[0], within(1e-11));
    assertThat(b.standardError(0)).isCloseTo(a.standardError(0), within(1e-11));
  }

  private static DesignMatrix design(String formula, Map<String, double[]> columns) {
    return Formula.parse(formula).design(Frame.of(new TreeMap<>(columns)));
  }

  @Test
  void collinearAndConstantTermsAreNamed() {
    double[] a = {1, 2, 4, 8, 16, 32};
    double[] b = {1, 0, 2, 5, 1, 7};
    double[] c = IntStream.range(0, 6).mapToDouble(i -> 2 * a[i] - b[i] + 1e6).toArray();
    double[] k = {7e8, 7e8, 7e8, 7e8, 7e8, 7e8};
    RegressionFit fit =
        LeastSquares.pooled(
            design(
                "y ~ a + k + b + c",
                Map.of("y", new double[] {1, 2, 1, 4, 3, 9}, "a", a, "b", b, "c", c, "k", k)));
    assertThat(fit.terms()).containsExactly("(Intercept)", "a", "b");
    assertThat(fit.absent())
        .containsEntry("k", "CONSTANT")
        .containsEntry("c", "COLLINEAR_WITH:a + b");
    List<Coefficient> table = fit.table(Covariances.classic(fit));
    assertThat(table)
        .extracting(Coefficient::term)
        .containsExactly("(Intercept)", "a", "k", "b", "c");
    assertThat(table.get(4).estimate()).isNaN();
    assertThat(table.get(4).reason()).isEqualTo("COLLINEAR_WITH:a + b");
  }

  @Test
  void whatEffectsAbsorbIsNamed() {
    Sample sample = Sample.random(3, 5, 6);
    double[] own = Arrays.stream(sample.panel.unit()).mapToDouble(u -> u * 1e5 + 0.1).toArray();
    double[] both =
        IntStream.range(0, own.length).mapToDouble(i -> own[i] + sample.panel.time()[i]).toArray();
    DesignMatrix design =
        new DesignMatrix(
            "y",
            sample.design.y(),
            List.of("own", "both", "a"),
            new double[][] {own, both, sample.design.x()[0]},
            true,
            sample.design.rows(),
            0,
            Map.of());
    RegressionFit fit = LeastSquares.panel(design, sample.panel, Effects.TWOWAY);
    assertThat(fit.terms()).containsExactly("a");
    assertThat(fit.absent())
        .containsEntry("own", "ABSORBED_BY_EFFECTS")
        .containsEntry("both", "ABSORBED_BY_EFFECTS");
  }

  @Test
  void singletonsDoNotCount() {
    double[] y = {1, 3, 2, 5, 9};
    double[] x = {1, 2, 3, 5, 100};
    DesignMatrix design = design("y ~ x", Map.of("y", y, "x", x));
    PanelRows panel = PanelRows.of(List.of("a", "a", "b", "b", "c"), new int[] {1, 2, 1, 2, 3});
    RegressionFit fit = LeastSquares.panel(design, panel, Effects.UNIT);
    assertThat(fit.size()).isEqualTo(4);
    assertThat(fit.rows()).containsExactly(0, 1, 2, 3);
    // (1·2 + 2·3) / (1 + 4) of the differences
    assertThat(fit.coefficient("x")).isCloseTo(8.0 / 5, within(1e-14));
    assertThat(fit.degreesOfFreedom()).isEqualTo(1);
  }

  @Test
  void panelsOfTwoParts() {
    PanelRows panel =
        PanelRows.of(
            List.of("a", "a", "b", "b", "c", "c", "d", "d"), new int[] {1, 2, 1, 2, 3, 4, 3, 4});
    assertThat(Within.of(panel, Effects.TWOWAY).rank()).isEqualTo(4 + 4 - 2);
    double[] effects = {1, 5, 2, 6, 7, 9, 8, 10};
    assertThat(Columns.norm(Within.of(panel, Effects.TWOWAY).residual(effects)))
        .isCloseTo(0, within(1e-13));
  }

  @Test
  void tooFewRows() {
    assertThatThrownBy(
            () ->
                LeastSquares.pooled(
                    design("y ~ x", Map.of("y", new double[2], "x", new double[] {1, 2}))))
        .isInstanceOf(RenxingException.class)
        .hasMessageContaining("2 rows for 2 coefficients");
    assertThatThrownBy(
            () ->
                LeastSquares.pooled(
                    design("y ~ x", Map.of("y", new double[0], "x", new double[0]))))
        .hasMessageContaining("0 rows");
    DesignMatrix one =
        design("y ~ x", Map.of("y", new double[] {1, 2, 4}, "x", new double[] {1, 2, 2}));
    PanelRows unit = PanelRows.of(List.of("a", "a", "a"), new int[] {1, 2, 3});
    assertThat(LeastSquares.panel(one, unit, Effects.UNIT).coefficient("x"))
        .isCloseTo(2, within(1e-14));
    assertThatThrownBy(() -> RandomEffects.of(one, unit)).hasMessageContaining("1 rows for 1");
    assertThatThrownBy(() -> LeastSquares.panel(one, unit, Effects.TWOWAY))
        .hasMessageContaining("0 rows");
  }

  /** The size that the product promises: 57,000 rows, 20 regressors, two ways, clusters. */
  @Test
  void isFast() {
    int units = 2850;
    int times = 20;
    int n = units * times;
    Random random = new Random(1);
    double[][] x = new double[20][];
    List<String> terms = new ArrayList<>();
    for (int j = 0; j < 20; j++) {
      x[j] = random.doubles(n).toArray();
      terms.add("x" + j);
    }
    double[] y = random.doubles(n).toArray();
    int[] unit = IntStream.range(0, n).map(i -> i / times).toArray();
    int[] time = IntStream.range(0, n).map(i -> i % times).toArray();
    DesignMatrix design =
        new DesignMatrix("y", y, terms, x, true, IntStream.range(0, n).toArray(), 0, Map.of());
    PanelRows panel = new PanelRows(unit, time);
    long best = Long.MAX_VALUE;
    for (int i = 0; i < 3; i++) {
      long start = System.nanoTime();
      RegressionFit fit = LeastSquares.panel(design, panel, Effects.TWOWAY);
      Covariances.clustered(fit, unit, SmallSample.CONSTANT);
      best = Math.min(best, System.nanoTime() - start);
    }
    assertThat(best).as("ns").isLessThan(3_000_000_000L); // TIME
  }
}
