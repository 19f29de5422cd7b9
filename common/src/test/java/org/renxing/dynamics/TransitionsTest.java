package org.renxing.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.renxing.measure.MeasurePanel;
import org.renxing.measure.Panels;

class TransitionsTest {
  private static final double NONE = Double.NaN;
  private static final Classes HALVES = new Classes(List.of("low", "high"), List.of(0.5));

  private static double[][] random(long seed, int units, int years) {
    Random random = new Random(seed);
    double[][] out = new double[units][years];
    for (double[] series : out) {
      for (int t = 0; t < years; t++) {
        series[t] = t > 0 && random.nextInt(8) == 0 ? NONE : Math.rint(20 * random.nextDouble());
      }
    }
    return out;
  }

  private static double[] known(double[][] values) {
    return Arrays.stream(values)
        .flatMapToDouble(Arrays::stream)
        .filter(v -> !Double.isNaN(v))
        .toArray();
  }

  @Test
  void aMissingYearMakesNoMove() {
    MeasurePanel panel =
        Panels.of(
            new double[] {0.1, 0.5, 0.6}, // low, low (closed above), high
            new double[] {0.9, NONE, 0.1}, // no move
            new double[] {0.9, 0.9, 0.2}); // high, high, low
    Transitions moves = new Transitions(panel, HALVES, 1);
    assertThat(moves.moves(0, 0)).isEqualTo(1);
    assertThat(moves.moves(0, 1)).isEqualTo(1);
    assertThat(moves.moves(1, 0)).isEqualTo(1);
    assertThat(moves.moves(1, 1)).isEqualTo(1);
    assertThat(moves.probability(1, 0)).isEqualTo(0.5);
    assertThat(moves.values(0)).isEqualTo(4);
    assertThat(moves.shareAtFirst(0)).isCloseTo(1 / 3.0, within(1e-15));
    assertThat(moves.shareAtLast(0)).isCloseTo(2 / 3.0, within(1e-15));
    assertThat(moves.steadyState().shares()).containsExactly(0.5, 0.5);
    assertThat(new Transitions(panel, HALVES, 10).moves(0, 0)).isZero();
  }

  @Property(tries = 200)
  void rowsSumToOneAndScaleDoesNotMatter(
      @ForAll @LongRange(min = 0, max = 1_000_000) long seed,
      @ForAll @DoubleRange(min = 0.01, max = 1000) double scale) {
    double[][] values = random(seed, 12, 5);
    double[][] scaled =
        Arrays.stream(values)
            .map(series -> Arrays.stream(series).map(v -> v * scale).toArray())
            .toArray(double[][]::new);
    Transitions moves = new Transitions(Panels.of(values), Classes.quarters(known(values)), 1);
    Transitions same = new Transitions(Panels.of(scaled), Classes.quarters(known(scaled)), 1);
    assertThat(same.seen()).isEqualTo(moves.seen());
    for (int from : moves.seen()) {
      double sum = 0;
      for (int to : moves.seen()) {
        assertThat(same.moves(from, to)).isEqualTo(moves.moves(from, to));
        sum += moves.probability(from, to);
      }
      long left = moves.seen().stream().mapToLong(to -> moves.moves(from, to)).sum();
      if (left == 0) {
        assertThat(sum).isNaN();
      } else {
        assertThat(sum).isCloseTo(1, within(1e-12));
      }
    }
    SteadyState steady = moves.steadyState();
    if (!steady.reason().isEmpty()) {
      assertThat(steady.shares()).allMatch(share -> share.isNaN());
    } else {
      for (int j = 0; j < moves.seen().size(); j++) {
        double after = 0;
        for (int i = 0; i < moves.seen().size(); i++) {
          int from = moves.seen().get(i);
          after += steady.shares().get(i) * moves.probability(from, moves.seen().get(j));
        }
        assertThat(after).isCloseTo(steady.shares().get(j), within(1e-12));
      }
    }
  }

  @Test
  void equalValuesAreInOneClass() {
    Classes classes = Classes.quarters(new double[] {1, 1, 1, 1, 1, 2, 3});
    assertThat(classes.uppers()).containsExactly(1.0, 1.0, 1.5);
    assertThat(classes.of(1)).isZero();
    assertThat(classes.of(1 + 1e-13)).isZero();
    assertThat(classes.of(1.5)).isEqualTo(2);
    assertThat(classes.of(2)).isEqualTo(3);
    assertThatThrownBy(() -> new Classes(List.of("a"), List.of(1.0)))
        .hasMessageContaining("between two classes");
  }

  /** The weather of textbooks: π = (5/6, 1/6). */
  @Test
  void steadyStateOfTwoStates() {
    SteadyState weather = SteadyState.of(new double[][] {{0.9, 0.1}, {0.5, 0.5}});
    assertThat(weather.shares().get(0)).isCloseTo(5 / 6.0, within(1e-15));
    assertThat(weather.shares().get(1)).isCloseTo(1 / 6.0, within(1e-15));
    SteadyState swap = SteadyState.of(new double[][] {{0, 1}, {1, 0}});
    assertThat(swap.shares()).containsExactly(0.5, 0.5);
    assertThat(SteadyState.of(new double[][] {{1}}).shares()).containsExactly(1.0);
  }

  /**
   * Income per head of 48 states of the USA from 1929 to 2009 by the quintiles of each year: counts
   * of moves and the steady state as the documentation and tests of pysal's giddy print them.
   */
  @Test
  void steadyStateOfIncomesInTheUnitedStates() {
    double[][] moves = {
      {729, 71, 1, 0, 0},
      {72, 567, 80, 3, 0},
      {0, 81, 631, 86, 2},
      {0, 3, 86, 573, 56},
      {0, 0, 1, 57, 741}
    };
    double[][] shares =
        Arrays.stream(moves)
            .map(row -> Arrays.stream(row).map(n -> n / Arrays.stream(row).sum()).toArray())
            .toArray(double[][]::new);
    double[] printed = {0.20774716, 0.18725774, 0.20740537, 0.18821787, 0.20937187};
    List<Double> steady = SteadyState.of(shares).shares();
    assertThat(steady).hasSize(5);
    for (int i = 0; i < printed.length; i++) {
      assertThat(steady.get(i)).isCloseTo(printed[i], within(6e-9));
    }
  }

  @Test
  void chainsWithoutOneSteadyStateSayWhy() {
    assertThat(SteadyState.of(new double[][] {{0.5, 0.5}, {0, 1}}).reason()).isEqualTo("ABSORBING");
    double[][] pair = {{0.5, 0.5, 0}, {0, 0.5, 0.5}, {0, 0.5, 0.5}};
    assertThat(SteadyState.of(pair).reason()).isEqualTo("REDUCIBLE");
    assertThat(SteadyState.of(new double[][] {{0.5, 0.5}, {NONE, NONE}}).reason())
        .isEqualTo("NO_MOVES");
    assertThat(SteadyState.of(pair).shares()).hasSize(3).allMatch(v -> v.isNaN());
  }
}
