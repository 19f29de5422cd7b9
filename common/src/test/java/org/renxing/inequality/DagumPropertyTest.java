package org.renxing.inequality;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Dagum's parts against brute force in decimals, with ties, zeros, 1e-300 and 1e307. */
class DagumPropertyTest {
  private static final double RELATIVE = 1e-12;

  /** A value and the number of its group. */
  record Entry(int group, double value) {}

  @Provide
  Arbitrary<List<Entry>> samples() {
    Arbitrary<Double> small = Arbitraries.integers().between(0, 6).map(i -> i * 1.0);
    Arbitrary<Double> plain = Arbitraries.doubles().between(0, 1);
    Arbitrary<Double> near = Arbitraries.integers().between(0, 9).map(i -> 1 + i * 1e-13);
    Arbitrary<Double> tiny = Arbitraries.integers().between(0, 9).map(i -> i * 1e-300);
    Arbitrary<Double> huge = Arbitraries.integers().between(0, 9).map(i -> i * 1e307);
    Arbitrary<Double> any = Arbitraries.oneOf(small, plain, tiny, huge);
    return Arbitraries.oneOf(
        list(small), list(plain), list(near), list(tiny), list(huge), list(any));
  }

  private static Arbitrary<List<Entry>> list(Arbitrary<Double> values) {
    return Arbitraries.integers()
        .between(0, 4)
        .flatMap(g -> values.map(v -> new Entry(g, v)))
        .list()
        .ofMinSize(1)
        .ofMaxSize(24);
  }

  @Property(tries = 300)
  void bruteForceAgrees(@ForAll("samples") List<Entry> entries) {
    Assume.that(entries.stream().anyMatch(e -> e.value() > 0));
    GiniParts ours = parts(entries);
    BruteForce exact = new BruteForce(groups(entries));
    double gini = exact.gini.doubleValue();
    assertNear(ours.gini(), exact.gini, gini);
    assertNear(ours.within(), exact.within, gini);
    assertNear(ours.between(), exact.between, gini);
    assertNear(ours.transvariation(), exact.transvariation, gini);
    assertNear(ours.between(), exact.ofMeans, gini);
    assertThat(Math.abs(ours.within() + ours.between() + ours.transvariation() - ours.gini()))
        .isLessThanOrEqualTo(RELATIVE * ours.gini());
    assertThat(ours.gini()).isBetween(0.0, 1.0);
  }

  @Property(tries = 200)
  void anyOrderGivesTheSameBits(@ForAll("samples") List<Entry> entries, @ForAll long seed) {
    List<Entry> shuffled = new ArrayList<>(entries);
    Collections.shuffle(shuffled, new Random(seed));
    assertThat(all(shuffled, 1)).isEqualTo(all(entries, 1));
  }

  /** A power of two rounds nothing, so that even the bits stay; other factors round the values. */
  @Property(tries = 200)
  void scaleDoesNotCount(
      @ForAll("samples") List<Entry> entries, @ForAll @IntRange(min = -8, max = 3) int power) {
    Assume.that(entries.stream().allMatch(e -> e.value() < 1e300 || power <= 0));
    Assume.that(entries.stream().allMatch(e -> e.value() == 0 || e.value() > 1e-200));
    Inequality plain = all(entries, 1);
    Inequality scaled = all(entries, Math.scalb(1.0, power));
    assertThat(scaled.gini()).isEqualTo(plain.gini());
    assertThat(scaled.theilT()).isEqualTo(plain.theilT());
    assertThat(scaled.theilL().isPresent()).isEqualTo(plain.theilL().isPresent());
    assertThat(scaled.reason()).isEqualTo(plain.reason());
  }

  private static void assertNear(double ours, BigDecimal exact, double gini) {
    double error = new BigDecimal(ours).subtract(exact).abs().doubleValue();
    assertThat(error).isLessThanOrEqualTo(RELATIVE * gini);
  }

  private static GiniParts parts(List<Entry> entries) {
    return all(entries, 1).gini().orElseThrow();
  }

  private static Inequality all(List<Entry> entries, double factor) {
    Sample.Builder sample = new Sample.Builder();
    entries.forEach(e -> sample.add("g" + e.group(), e.value() * factor));
    return Inequality.of(sample.build(), Inequality.EPSILONS);
  }

  private static Map<String, List<Double>> groups(List<Entry> entries) {
    Map<String, List<Double>> out = new TreeMap<>();
    entries.forEach(
        e -> out.computeIfAbsent("g" + e.group(), g -> new ArrayList<>()).add(e.value()));
    return out;
  }
}
