package org.renxing.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class DistributionTest {
  @Test
  void missingValuesDoNotCount() {
    Distribution some = Distribution.of(3, Double.NaN, 1, 2);
    assertThat(some.n()).isEqualTo(3);
    assertThat(some.sum()).isEqualTo(6);
    assertThat(some.mean()).isEqualTo(2);
    assertThat(some.sd()).isEqualTo(1);
    assertThat(some.least()).isEqualTo(1);
    assertThat(some.largest()).isEqualTo(3);
    assertThat(some.aboveMean()).isEqualTo(1);
    assertThat(some.sorted()).containsExactly(1, 2, 3);
  }

  @Test
  void ofNoneThereIsNoFigure() {
    Distribution none = Distribution.of(Double.NaN);
    assertThat(none.n()).isZero();
    assertThat(none.aboveMean()).isZero();
    assertThat(new double[] {none.sum(), none.mean(), none.sd(), none.least(), none.largest()})
        .containsOnly(Double.NaN);
    assertThat(Distribution.of(4).sd()).isNaN();
    assertThat(Distribution.of(4).mean()).isEqualTo(4);
  }

  /** Three times 0.6 / 3 is above 0.6 / 3 by rounding alone. */
  @Test
  void roundingIsNotAboveTheMean() {
    assertThat(Distribution.of(0.6, 0.6, 0.6, Math.nextUp(0.6)).aboveMean()).isZero();
    assertThat(Distribution.isAbove(-1, -1 - 1e-13)).isFalse();
    assertThat(Distribution.isAbove(-1, -1 - 1e-11)).isTrue();
  }

  @Property(tries = 100)
  void orderAndPartsChangeNoBit(@ForAll @LongRange(max = 10_000) long seed) {
    Random random = new Random(seed);
    List<Double> values = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      values.add(random.nextGaussian() * Math.pow(10, random.nextInt(12) - 6));
    }
    Distribution one = Distribution.of(values, x -> x);
    Collections.shuffle(values, random);
    int cut = random.nextInt(values.size());
    Distribution other =
        Distribution.together(
            List.of(
                Distribution.of(values.subList(0, cut), x -> x),
                Distribution.of(values.subList(cut, values.size()), x -> x)));
    assertThat(other.sum()).isEqualTo(one.sum());
    assertThat(other.sd()).isEqualTo(one.sd());
    double direct = values.stream().mapToDouble(x -> x).sum();
    assertThat(one.sum()).isCloseTo(direct, offset(1e-9 * Math.max(1, Math.abs(direct))));
  }
}
