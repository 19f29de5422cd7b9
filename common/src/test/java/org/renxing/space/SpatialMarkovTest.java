package org.renxing.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.renxing.dynamics.Homogeneity;
import org.renxing.dynamics.MarkovChain;

class SpatialMarkovTest {
  private static double[][] incomes(SpatialCase states) {
    return IntStream.rangeClosed(1929, 2009)
        .mapToObj(year -> states.column(Integer.toString(year)))
        .toArray(double[][]::new);
  }

  private static SpatialMarkov of(double[][] x, WeightMatrix w, int k, boolean isPooled) {
    boolean[] isNext = new boolean[x.length - 1];
    Arrays.fill(isNext, true);
    SpatialMarkov.Breaks breaks =
        isPooled ? SpatialMarkov.Breaks.POOLED : SpatialMarkov.Breaks.YEARLY;
    return SpatialMarkov.of(x, isNext, w, new SpatialMarkov.Options(k, breaks, isPooled));
  }

  /** Income of 48 states of the USA (Rey 2001), as giddy prints it. */
  @Test
  void incomeOfStates() throws IOException {
    SpatialCase states = new SpatialCase("spatial_markov_us_income");
    SpatialMarkov found = of(incomes(states), states.weights(), 5, true);
    states.check("cutoff", 8, key -> found.classes().get(0).upper(place(key.split(":", -1)[1])));
    states.check(
        "lag_cutoff", 8, key -> found.lagClasses().get(0).upper(place(key.split(":", -1)[1])));
    Homogeneity test = found.homogeneity();
    states.check("homogeneity_Q", 2, key -> test.chiSquare());
    states.check("homogeneity_LR", 2, key -> test.likelihoodRatio());
    states.check("homogeneity_df", 2, key -> (double) test.degrees());
    states.check("homogeneity_Q_p", 1, key -> test.chiSquareP());
    states.check("homogeneity_LR_p", 1, key -> test.likelihoodRatioP());
    assertThat(found.withoutLag()).isZero();
    SpatialMarkov yearly = of(incomes(states), states.weights(), 5, false);
    states.check("transition_count", 150, key -> chain(found, yearly, key, Figure.COUNT));
    states.check("transition_probability", 150, key -> chain(found, yearly, key, Figure.SHARE));
    states.check("first_mean_passage", 50, key -> chain(found, yearly, key, Figure.PASSAGE));
    states.check("steady_state", 30, key -> chain(found, yearly, key, Figure.STEADY));
    states.check("sojourn_time", 5, key -> chain(found, yearly, key, Figure.SOJOURN));
    states.check(
        "prais_mobility", 5, key -> yearly.pooled().mobility(place(key.split(":", -1)[1])));
  }

  private enum Figure {
    COUNT,
    SHARE,
    PASSAGE,
    STEADY,
    SOJOURN
  }

  private static int place(String number) {
    return Integer.parseInt(number) - 1;
  }

  /** Keys are such as {@code pooled quintiles:lag1:1-2}. */
  private static double chain(
      SpatialMarkov pooled, SpatialMarkov yearly, String key, Figure figure) {
    String[] parts = key.split(":", -1);
    SpatialMarkov markov = parts[0].equals("pooled quintiles") ? pooled : yearly;
    MarkovChain chain =
        parts[1].equals("all")
            ? markov.pooled()
            : markov.chains().get(place(parts[1].substring(3)));
    String[] states = parts[2].split("-", -1);
    int from = place(states[0]);
    int to = states.length > 1 ? place(states[1]) : from;
    return switch (figure) {
      case COUNT -> chain.count(from, to);
      case SHARE -> chain.probability(from, to);
      case PASSAGE -> chain.firstPassage()[from][to];
      case STEADY -> chain.steadyState().shares().get(from);
      case SOJOURN -> chain.sojourn(from);
    };
  }

  /** Kemeny and Snell's Land of Oz: no two nice days in a row. */
  @Test
  void landOfOz() {
    MarkovChain oz = new MarkovChain(new long[][] {{2, 1, 1}, {2, 0, 2}, {1, 1, 2}});
    assertThat(oz.steadyState().shares().get(1)).isCloseTo(0.2, within(1e-12));
    assertThat(oz.firstPassage()[0][1]).isCloseTo(4, within(1e-12));
    assertThat(oz.firstPassage()[1][0]).isCloseTo(8 / 3.0, within(1e-12));
    assertThat(oz.firstPassage()[1][1]).isCloseTo(5, within(1e-12));
    assertThat(oz.sojourn(0)).isEqualTo(2);
    assertThat(oz.mobility(1)).isEqualTo(1);
    MarkovChain absorbed = new MarkovChain(new long[][] {{1, 1}, {0, 3}});
    assertThat(absorbed.steadyState().reason()).isEqualTo("ABSORBING");
    assertThat(absorbed.firstPassage()[0]).containsOnly(Double.NaN);
    assertThat(absorbed.sojourn(1)).isInfinite();
    assertThat(new MarkovChain(new long[2][2]).probability(0, 0)).isNaN();
  }

  /** Moves of 48 states between yearly quintiles of income, as giddy prints them. */
  @Test
  void quintilesOfIncome() {
    MarkovChain income =
        new MarkovChain(
            new long[][] {
              {729, 71, 1, 0, 0},
              {72, 567, 80, 3, 0},
              {0, 81, 631, 86, 2},
              {0, 3, 86, 573, 56},
              {0, 0, 1, 57, 741}
            });
    double[] steady = {0.20774716, 0.18725774, 0.20740537, 0.18821787, 0.20937187};
    double[] sojourn = {11.125, 4.65806452, 4.73372781, 4.95172414, 13.77586207};
    for (int i = 0; i < steady.length; i++) {
      assertThat(income.steadyState().shares().get(i)).isCloseTo(steady[i], within(6e-9));
      assertThat(income.sojourn(i)).isCloseTo(sojourn[i], within(6e-9));
    }
    assertThat(income.firstPassage()[4][2]).isCloseTo(30.66046735, within(6e-7));
    assertThat(income.firstPassage()[4][4]).isCloseTo(4.77619083, within(6e-7));
  }

  /** By hand: two chains of two states, 2·2 tables of Pearson. */
  @Test
  void homogeneity() {
    MarkovChain a = new MarkovChain(new long[][] {{30, 10}, {0, 0}});
    MarkovChain b = new MarkovChain(new long[][] {{10, 30}, {5, 5}});
    MarkovChain both = new MarkovChain(new long[][] {{40, 40}, {5, 5}});
    Homogeneity test = Homogeneity.of(List.of(a, b), both);
    assertThat(test.degrees()).isEqualTo(1);
    assertThat(test.chiSquare()).isCloseTo(20, within(1e-12));
    assertThat(test.likelihoodRatio())
        .isCloseTo(4 * (30 * Math.log(1.5) + 10 * Math.log(0.5)), within(1e-12));
    assertThat(test.chiSquareP()).isCloseTo(7.744216e-6, within(1e-11));
    assertThat(Homogeneity.of(List.of(a), a).chiSquareP()).isNaN();
  }

  @Test
  void missingValuesAndIslands() {
    double nan = Double.NaN;
    double[][] x = {{1, 2, nan, 4}, {2, 1, 3, 4}, {1, 2, 3, nan}};
    WeightMatrix w = WeightMatrix.binary(new int[][] {{1, 2}, {0}, {0}, {}});
    SpatialMarkov found = of(x, w, 2, true);
    // unit 3 has a value in two years, and no neighbour
    assertThat(found.withoutLag()).isEqualTo(1);
    long moves = found.pooled().count(0) + found.pooled().count(1);
    assertThat(moves).isEqualTo(5);
    // a gap of years is no step
    SpatialMarkov gap =
        SpatialMarkov.of(
            x,
            new boolean[] {true, false},
            w,
            new SpatialMarkov.Options(2, SpatialMarkov.Breaks.POOLED, false));
    assertThat(gap.pooled().count(0) + gap.pooled().count(1)).isEqualTo(2);
  }

  /** The order of units and the unit of measure do not matter. */
  @Property(tries = 30)
  void orderAndScale(@ForAll int seed) {
    Random random = new Random(seed);
    double[][] x =
        IntStream.range(0, 6)
            .mapToObj(t -> random.doubles(9, 1, 2).toArray())
            .toArray(double[][]::new);
    int[][] ring =
        IntStream.range(0, 9)
            .mapToObj(i -> IntStream.of((i + 1) % 9, (i + 8) % 9).sorted().toArray())
            .toArray(int[][]::new);
    int[] turned = IntStream.range(0, 9).map(i -> 8 - i).toArray();
    double[][] y =
        Arrays.stream(x)
            .map(year -> Arrays.stream(turned).mapToDouble(i -> 8 * year[i]).toArray())
            .toArray(double[][]::new);
    WeightMatrix w = WeightMatrix.binary(ring);
    SpatialMarkov a = of(x, w, 3, true);
    SpatialMarkov b = of(y, w.among(turned), 3, true);
    assertThat(b.homogeneity().chiSquare()).isCloseTo(a.homogeneity().chiSquare(), within(1e-9));
    assertThat(b.pooled().count(0, 1)).isEqualTo(a.pooled().count(0, 1));
  }
}
