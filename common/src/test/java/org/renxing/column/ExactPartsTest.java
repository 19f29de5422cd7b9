package org.renxing.column;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ExactPartsTest {
  private static double[] parts(List<Double> terms) {
    double[] parts = new double[ExactParts.COUNT];
    terms.forEach(x -> ExactParts.add(parts, 0, x));
    return parts;
  }

  private static BigDecimal sum(List<Double> terms) {
    return terms.stream().map(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  @Test
  void partsHoldTheTrueSumInAnyOrder() {
    Random random = new Random(6);
    List<Double> terms = new ArrayList<>(List.of(1.0, -1.0, 0.0, 1e-30, 3e8));
    for (int i = 0; i < 5000; i++) {
      terms.add((2 * random.nextDouble() - 1) * Math.pow(10, -random.nextInt(12)));
    }
    double[] one = parts(terms);
    BigDecimal held = BigDecimal.ZERO;
    for (double part : one) {
      held = held.add(new BigDecimal(part));
    }
    assertThat(held.subtract(sum(terms)).abs().doubleValue()).isLessThan(1e-30);
    Collections.shuffle(terms, random);
    double[] other = parts(terms);
    for (int i = 0; i < ExactParts.COUNT - 1; i++) {
      assertThat(other[i]).isEqualTo(one[i]);
    }
    assertThat(other[ExactParts.COUNT - 1] - one[ExactParts.COUNT - 1]).isBetween(-1e-30, 1e-30);
  }
}
