package org.renxing.decomposition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.renxing.model.RenxingException;

/** LMDI I by hand: zeros, undefined factors, exactness, and what is refused. */
class LmdiTest {
  private static SectorLevels levels(double[]... factors) {
    double[] totals = new double[factors.length];
    for (int i = 0; i < totals.length; i++) {
      totals[i] = 1;
      for (double x : factors[i]) {
        totals[i] *= x;
      }
    }
    return new SectorLevels(totals, factors);
  }

  /** Effects of two sectors and three factors sum to the change; ratios multiply to the ratio. */
  @Property
  void noResidual(@ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int sectors) {
    Random random = new Random(seed);
    double[][] before = new double[sectors][4];
    double[][] after = new double[sectors][4];
    for (int i = 0; i < sectors; i++) {
      for (int k = 0; k < 4; k++) {
        before[i][k] = Math.exp(6 * random.nextGaussian());
        boolean isNear = random.nextBoolean();
        after[i][k] = before[i][k] * (isNear ? 1 + 1e-9 * random.nextGaussian() : 2);
      }
    }
    LmdiEffects effects = Lmdi.of(levels(before), levels(after));
    double sum = 0;
    double product = 1;
    for (int k = 0; k < 4; k++) {
      sum += effects.additive(k);
      product *= effects.multiplicative(k);
    }
    double size = Math.max(effects.from(), effects.from() + effects.change());
    assertThat(sum).isCloseTo(effects.change(), within(1e-12 * size));
    assertThat(product / effects.ratio()).isCloseTo(1, within(1e-12));
  }

  /** Sectors in another order give the same bits. */
  @Property
  void orderOfSectors(@ForAll long seed) {
    Random random = new Random(seed);
    double[][] before = new double[3][];
    double[][] after = new double[3][];
    for (int i = 0; i < 3; i++) {
      before[i] = new double[] {random.nextDouble(), random.nextDouble()};
      after[i] = new double[] {random.nextDouble(), random.nextDouble()};
    }
    LmdiEffects one = Lmdi.of(levels(before), levels(after));
    LmdiEffects other =
        Lmdi.of(levels(before[2], before[0], before[1]), levels(after[2], after[0], after[1]));
    for (int k = 0; k < 2; k++) {
      assertThat(other.additive(k)).isEqualTo(one.additive(k));
    }
  }

  /** What appears belongs to the factors that were 0, in equal parts; nothing to others. */
  @Test
  void zeros() {
    LmdiEffects appears = Lmdi.of(levels(new double[] {0, 5, 2}), levels(new double[] {3, 4, 2}));
    assertThat(appears.additive(0)).isEqualTo(24);
    assertThat(appears.additive(1)).isZero();
    assertThat(appears.multiplicative(0)).isNaN();
    assertThat(appears.ratio()).isNaN();
    LmdiEffects both = Lmdi.of(levels(new double[] {0, 0, 2}), levels(new double[] {3, 4, 2}));
    assertThat(both.additive(0)).isEqualTo(12);
    assertThat(both.additive(1)).isEqualTo(12);
    LmdiEffects vanishes = Lmdi.of(levels(new double[] {3, 4}), levels(new double[] {3, 0}));
    assertThat(vanishes.additive(1)).isEqualTo(-12);
    LmdiEffects none = Lmdi.of(levels(new double[] {0, 4}), levels(new double[] {3, 0}));
    assertThat(none.additive(0)).isZero();
    assertThat(none.change()).isZero();
    LmdiEffects same = Lmdi.of(levels(new double[] {3, 4}), levels(new double[] {3, 4}));
    assertThat(same.additive(0)).isZero();
    assertThat(same.multiplicative(0)).isEqualTo(1);
  }

  /** The limit of ever smaller figures in place of 0. */
  @Test
  void limit() {
    LmdiEffects exact =
        Lmdi.of(
            levels(new double[] {0, 5}, new double[] {2, 2}),
            levels(new double[] {3, 4}, new double[] {2, 3}));
    LmdiEffects near =
        Lmdi.of(
            levels(new double[] {1e-300, 5}, new double[] {2, 2}),
            levels(new double[] {3, 4}, new double[] {2, 3}));
    assertThat(near.additive(0)).isCloseTo(exact.additive(0), within(0.02));
    assertThat(near.additive(1)).isCloseTo(exact.additive(1), within(0.02));
  }

  /** Energy over output is 0/0 where there was no output: it counts as unchanged. */
  @Test
  void undefinedFactors() {
    SectorLevels before = new SectorLevels(new double[] {0}, new double[][] {{0, Double.NaN}});
    SectorLevels after = levels(new double[] {3, 4});
    assertThat(before.fault(0, List.of("output", "intensity"))).isEmpty();
    LmdiEffects effects = Lmdi.of(before, after);
    assertThat(effects.additive(0)).isEqualTo(12);
    assertThat(effects.additive(1)).isZero();
  }

  @Test
  void faults() {
    List<String> names = List.of("a", "b");
    assertThat(new SectorLevels(new double[] {7}, new double[][] {{2, 3}}).fault(0, names).get())
        .isEqualTo("the product of the factors a, b is 6.0, and the total is 7.0");
    assertThat(new SectorLevels(new double[] {-6}, new double[][] {{-2, 3}}).fault(0, names).get())
        .startsWith("the total is -6.0");
    assertThat(new SectorLevels(new double[] {6}, new double[][] {{-2, -3}}).fault(0, names).get())
        .startsWith("factor a is -2.0 where the total is 6.0");
    assertThat(
            new SectorLevels(new double[] {6}, new double[][] {{6, Double.NaN}})
                .fault(0, names)
                .get())
        .startsWith("factor b is undefined where the total is 6.0");
  }

  @Test
  void expressions() {
    List<Factor> factors =
        Factor.list(
            "activity = SUM (`output`), share=output/sum(output),energy/greatest(output,1)");
    assertThat(factors.stream().map(Factor::name))
        .containsExactly("activity", "share", "energy/greatest(output,1)");
    assertThat(factors.get(0).expression().inputs()).containsExactly("output");
    List<Map<String, Double>> sectors =
        List.of(Map.of("output", 30.0, "energy", 3.0), Map.of("output", 10.0, "energy", 8.0));
    assertThat(values(factors.get(0), sectors)).containsExactly(40.0, 40.0);
    assertThat(values(factors.get(1), sectors)).containsExactly(0.75, 0.25);
    assertThat(values(factors.get(2), sectors)).containsExactly(0.1, 0.8);
    SectorExpression.Value gone =
        factors.get(1).expression().values(List.of(Map.of("output", 1.0), Map.of())).get(0);
    assertThat(gone.reason()).isEqualTo("MISSING_INPUT:output");
    assertThat(gone.isMissing()).isTrue();
    SectorExpression.Value none =
        factors.get(1).expression().values(List.of(Map.of("output", 0.0))).get(0);
    assertThat(none.reason()).isEqualTo("ZERO_DENOMINATOR");
    assertThat(none.isMissing()).isFalse();
    assertThat(SectorExpression.parse("`sum(a)` + summit").inputs())
        .containsExactly("sum(a)", "summit");
  }

  private static double[] values(Factor factor, List<Map<String, Double>> sectors) {
    return factor.expression().values(sectors).stream()
        .mapToDouble(SectorExpression.Value::number)
        .toArray();
  }

  @Test
  void expressionsThatCannotBeRead() {
    for (String text : List.of("sum(sum(a))", "sum(a", "a=b,a=c", "total=a", "a=", "a,,b")) {
      assertThatThrownBy(() -> Factor.list(text))
          .as(text)
          .isInstanceOf(RenxingException.class)
          .hasMessageContaining("'");
    }
  }
}
