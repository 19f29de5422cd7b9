package org.renxing.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class ExactSumsTest {
  @Property(tries = 200)
  void sameBitsInAnyOrderAndSplitAndNearTheTrueSum(
      @ForAll @LongRange(max = 100_000) long seed, @ForAll @IntRange(min = 1, max = 8) int parts) {
    Random random = new Random(seed);
    List<Double> terms = new ArrayList<>();
    BigDecimal truth = BigDecimal.ZERO;
    double size = 0;
    for (int i = 0; i < 200; i++) {
      double x = random.nextGaussian() * Math.pow(10, random.nextInt(24) - 10);
      truth = truth.add(new BigDecimal(x));
      terms.add(x);
      size += Math.abs(x);
    }
    ExactSums one = ExactSums.wide(2);
    terms.forEach(x -> one.add(1, x));
    Collections.shuffle(terms, random);
    ExactSums all = ExactSums.wide(2);
    for (int p = 0; p < parts; p++) {
      ExactSums part = ExactSums.wide(2);
      for (int i = p; i < terms.size(); i += parts) {
        part.add(1, terms.get(i));
      }
      all.merge(part);
    }
    assertThat(all.total(1)).isEqualTo(one.total(1));
    assertThat(all.total(0)).isZero();
    double exact = truth.doubleValue();
    assertThat(Math.abs(one.total(1) - exact)).isLessThanOrEqualTo(4e-16 * size);
  }

  @Test
  void narrowSumsAndOtherKinds() {
    assertThat(ExactSums.of(0.1, 0.2, -0.3)).isEqualTo(0x1p-55);
    assertThat(ExactSums.of()).isZero();
    ExactSums unit = ExactSums.unit(1);
    assertThatThrownBy(() -> unit.merge(ExactSums.wide(1)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
