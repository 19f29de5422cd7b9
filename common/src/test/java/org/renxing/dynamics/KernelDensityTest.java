package org.renxing.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class KernelDensityTest {
  /** Figures of numpy and scipy 1.17 for the same rule. */
  @Test
  void fiveValues() {
    KernelDensity density = KernelDensity.of(new double[] {0.4, 0.1, 0.2, 0.9, 0.25}).orElseThrow();
    assertThat(density.bandwidth()).isCloseTo(0.09735846228506358, within(1e-15));
    assertThat(density.at(0.3)).isCloseTo(1.7848153673330232, within(1e-13));
    assertThat(density.at(0)).isCloseTo(0.6134455174919458, within(1e-13));
    assertThat(density.from()).isCloseTo(0.1 - 3 * density.bandwidth(), within(1e-15));
  }

  @Test
  void constantsAndSingleValuesHaveNone() {
    assertThat(KernelDensity.of(new double[] {0.3})).isEmpty();
    assertThat(KernelDensity.of(new double[] {0, 0, 0})).isEmpty();
    assertThat(KernelDensity.of(new double[] {0.3, 0.3, 0.1 + 0.2})).isEmpty();
    assertThat(KernelDensity.of(new double[0])).isEmpty();
  }

  /** Three of five are equal: the interquartile range is 0, and the standard deviation serves. */
  @Test
  void withoutAnInterquartileRangeTheStandardDeviationServes() {
    KernelDensity density = KernelDensity.of(new double[] {1, 1, 1, 0, 2, 1, 1, 1}).orElseThrow();
    double sd = Math.sqrt(2 / 7.0);
    assertThat(density.bandwidth()).isCloseTo(0.9 * sd * Math.pow(8, -0.2), within(1e-14));
  }

  @Property(tries = 200)
  void integratesToAboutOne(
      @ForAll @Size(min = 2, max = 40) List<@DoubleRange(min = 0, max = 1) Double> values) {
    Optional<KernelDensity> found = KernelDensity.of(values.stream().mapToDouble(v -> v).toArray());
    // too many that are left out would fail the property
    Assume.that(found.isPresent());
    KernelDensity density = found.orElseThrow();
    double step = (density.to() - density.from()) / 1000;
    Assume.that(step < density.bandwidth());
    double sum = 0;
    for (int i = 0; i <= 1000; i++) {
      double weight = i == 0 || i == 1000 ? 0.5 : 1;
      sum += weight * step * density.at(density.from() + i * step);
    }
    assertThat(sum).isBetween(0.997, 1.0005);
  }
}
