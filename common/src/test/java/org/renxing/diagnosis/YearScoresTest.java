package org.renxing.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.renxing.testing.Systems.index;
import static org.renxing.testing.Systems.leaf;
import static org.renxing.testing.Systems.node;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.renxing.panel.IndicatorOrder;

class YearScoresTest {
  private static final IndicatorOrder ORDER =
      IndicatorOrder.of(
          index(
              node("s", leaf("a", "x"), leaf("b", "x"), leaf("c", "x")),
              node("e", leaf("f", "x"))));

  /** Units of a year, and their weights. */
  private static final class Units {
    private final double[] w;
    private final double[][] y;

    Units(double[] w, double[][] y) {
      this.w = w;
      this.y = y;
    }
  }

  private static Units units(double[] w, double[]... y) {
    return new Units(w, y);
  }

  private static YearScores scores(Units units, boolean isBySystem, boolean isGeometric) {
    InfluenceTarget target =
        new InfluenceTarget("x", 0, isBySystem, "overall", List.of(0, 1, 2, 3));
    return YearScores.of(List.of(units.y), units.w, target, ORDER, isGeometric);
  }

  private static Influence influence(Units units, int member, boolean isGeometric) {
    YearScores scores = scores(units, false, isGeometric);
    double[] values = Arrays.stream(units.y).mapToDouble(y -> y[member]).toArray();
    return Influence.of(scores, member, values, scores.rankChange(member));
  }

  @Property(tries = 200)
  void influencesSumToOne(@ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
    Random random = new Random(seed);
    double[][] y = new double[12][];
    for (int i = 0; i < y.length; i++) {
      y[i] = random.doubles(4).toArray();
    }
    Units units = units(random.doubles(4, 0.01, 1).toArray(), y);
    for (boolean isGeometric : List.of(false, true)) {
      double sum =
          IntStream.range(0, 4)
              .mapToDouble(j -> influence(units, j, isGeometric).effective())
              .sum();
      assertThat(sum).isCloseTo(1, offset(1e-9));
    }
    double weights =
        IntStream.range(0, 4).mapToDouble(j -> influence(units, j, false).nominalWeight()).sum();
    assertThat(weights).isCloseTo(1, offset(1e-12));
  }

  /** Independent indicators of equal variance: influence goes by the squares of weights. */
  @Test
  void influenceByHand() {
    double[][] y = {{0, 0, 0, 0}, {1, 0, 0, 0}, {0, 1, 0, 0}, {1, 1, 0, 0}};
    Units units = units(new double[] {0.6, 0.2, 0.1, 0.1}, y);
    assertThat(influence(units, 0, false).effective()).isCloseTo(0.9, offset(1e-12));
    assertThat(influence(units, 1, false).effective()).isCloseTo(0.1, offset(1e-12));
    assertThat(influence(units, 2, false).effective()).isCloseTo(0, offset(1e-15));
    assertThat(influence(units, 2, false).correlation()).isNaN();
    assertThat(influence(units, 0, false).correlation()).isCloseTo(Math.sqrt(0.9), offset(1e-12));
    // without a ranks 4 2 3 1 become 2 2 1 1
    assertThat(influence(units, 0, false).meanRankChange()).isCloseTo(1, offset(1e-12));
    assertThat(influence(units, 2, false).meanRankChange()).isZero();
  }

  @Test
  void aWeightThatFallsAwayStaysInTheSystemWhereSystemsWeigh() {
    double[] w = {0.25, 0.25, 0, 0.5};
    double[][] y = {{0.9, 0.9, 0, 0.0}, {0.9, 0.0, 0, 0.7}, {0.0, 0.6, 0, 0.2}};
    // scores .45 .575 .25; without a: by system 0.5 b + 0.5 f = .45 .35 .4, overall b/3 + 2f/3
    assertThat(scores(units(w, y), true, false).rankChange(0)).containsExactly(1 + 2 + 1, 3);
    // .3 .467 .333
    assertThat(scores(units(w, y), false, false).rankChange(0)).containsExactly(1 + 0 + 1, 3);
    // e has f alone: its weight goes to the others
    assertThat(scores(units(w, y), true, false).rankChange(3)[1]).isEqualTo(3);
  }

  @Test
  void missingOnesAndZerosOfAGeometricIndex() {
    double none = Double.NaN;
    double[] w = {0.5, 0.5, 0, 0};
    double[][] y = {{0.25, 1, none, 0}, {0, 0.5, 0, 0}, {none, 1, 0, 0}, {1, 1, 0, 0}};
    YearScores geometric = scores(units(w, y), false, true);
    assertThat(geometric.scores()).containsExactly(new double[] {0.5, 0, none, 1}, offset(1e-15));
    assertThat(geometric.sums()[1]).isNaN();
    // without a: 1, 0.5, -, 1 and ranks 1 2 - 1 for 2 3 - 1
    assertThat(geometric.rankChange(0)).containsExactly(2, 3);
    Units alone = units(new double[] {1, 0, 0, 0}, y);
    Influence nothingLeft = influence(alone, 0, false);
    assertThat(nothingLeft.meanRankChange()).isNaN();
    assertThat(nothingLeft.n()).isEqualTo(3);
    Units undefined = units(new double[] {none, 0.5, 0.2, 0.3}, y);
    assertThat(influence(undefined, 1, false).nominalWeight()).isNaN();
    assertThat(influence(undefined, 1, false).n()).isZero();
  }

  @Test
  void yearsAddUp() {
    double[][] y = {{0, 0, 0, 0}, {1, 0, 0, 0}, {0, 1, 0, 0}, {1, 1, 0, 0}};
    Influence once = influence(units(new double[] {0.6, 0.2, 0.1, 0.1}, y), 0, false);
    Influence twice = Influence.sum(List.of(once, once));
    assertThat(twice.n()).isEqualTo(8);
    assertThat(twice.nominalWeight()).isCloseTo(0.6, offset(1e-15));
    assertThat(twice.effective()).isCloseTo(0.9, offset(1e-12));
    assertThat(twice.meanRankChange()).isCloseTo(1, offset(1e-12));
  }
}
