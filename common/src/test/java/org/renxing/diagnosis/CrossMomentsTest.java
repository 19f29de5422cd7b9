package org.renxing.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.junit.jupiter.api.Test;

class CrossMomentsTest {
  private static final double NONE = Double.NaN;

  private static double[][] columns(Random random, int size, int rows) {
    double[][] out = new double[size][rows];
    for (int i = 0; i < rows; i++) {
      double common = random.nextGaussian();
      for (int j = 0; j < size; j++) {
        out[j][i] = 5 + common * j + random.nextGaussian();
      }
    }
    return out;
  }

  private static double[][] part(double[][] columns, int from, int to) {
    double[][] out = new double[columns.length][];
    for (int j = 0; j < out.length; j++) {
      out[j] = java.util.Arrays.copyOfRange(columns[j], from, to);
    }
    return out;
  }

  @Property(tries = 200)
  void partsMakeTheWhole(
      @ForAll @LongRange(min = 0, max = 1_000_000) long seed,
      @ForAll @IntRange(min = 0, max = 30) int cut) {
    double[][] columns = columns(new Random(seed), 4, 30);
    CrossMoments whole = CrossMoments.of(columns);
    CrossMoments sum =
        CrossMoments.sum(
            4,
            List.of(
                CrossMoments.of(part(columns, 0, cut)), CrossMoments.of(part(columns, cut, 30))));
    double expected = new PearsonsCorrelation().correlation(columns[1], columns[3]);
    assertThat(whole.pair(3, 1).correlation()).isCloseTo(expected, offset(1e-12));
    assertThat(sum.pair(1, 3).correlation()).isCloseTo(expected, offset(1e-12));
    assertThat(sum.pair(2, 2).covariance()).isCloseTo(whole.pair(2, 2).covariance(), offset(1e-11));
    assertThat(sum.pair(0, 2).n()).isEqualTo(30);
  }

  @Property(tries = 200)
  void sharesSumToOneAndAlphaIsAtMostOne(
      @ForAll @LongRange(min = 0, max = 1_000_000) long seed,
      @ForAll @IntRange(min = 2, max = 8) int size) {
    Reliability found =
        Reliability.of(
            CrossMoments.of(columns(new Random(seed), size, 25)),
            java.util.stream.IntStream.range(0, size).boxed().toList());
    double[] shares = found.componentShares();
    assertThat(java.util.Arrays.stream(shares).sum()).isCloseTo(1, offset(1e-9));
    assertThat(shares).isSortedAccordingTo(java.util.Comparator.reverseOrder());
    assertThat(Double.isNaN(found.alpha()) || found.alpha() <= 1 + 1e-12).isTrue();
    assertThat(Reliability.needed(shares)).isBetween(1, size);
  }

  @Test
  void constantsAndMissingValues() {
    double[][] columns = {{0.1, 0.1, 0.1, NONE}, {1, 2, NONE, 4}, {2, 4, 6, 8}, {9, 9, 9, NONE}};
    CrossMoments moments = CrossMoments.of(columns);
    assertThat(moments.pair(0, 0).isVarying()).isFalse();
    assertThat(moments.pair(0, 1).correlation()).isNaN();
    assertThat(moments.pair(1, 2).n()).isEqualTo(3);
    assertThat(moments.pair(1, 2).correlation()).isEqualTo(1.0);
    Reliability found = Reliability.of(moments, List.of(0, 1, 2, 3));
    assertThat(found.varying()).containsExactly(1, 2);
    assertThat(found.componentShares()).containsExactly(new double[] {1, 0}, offset(1e-12));
    Reliability alone = Reliability.of(moments, List.of(0, 1));
    assertThat(alone.alpha()).isNaN();
    assertThat(alone.componentShares()).containsExactly(1.0);
    assertThat(Reliability.of(moments, List.of(0, 3)).componentShares()).isEmpty();
  }

  /** Two parallel halves: k/(k − 1)(1 − Σ var/var of the sum), by hand. */
  @Test
  void alphaByHand() {
    CrossMoments moments = CrossMoments.of(new double[][] {{1, 2, 3}, {2, 2, 5}});
    // variances 1 and 3, covariance 1.5: 2 · (1 − 4/7)
    assertThat(Reliability.of(moments, List.of(0, 1)).alpha()).isCloseTo(6.0 / 7, offset(1e-14));
  }
}
