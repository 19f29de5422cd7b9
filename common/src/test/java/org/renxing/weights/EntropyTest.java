package org.renxing.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.renxing.weights.Matrices.get;
import static org.renxing.weights.Matrices.plain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.renxing.model.WeightScheme;
import org.renxing.normalisation.Normalised;

class EntropyTest {
  private static Map<String, Weight> weights(Normalised panel, int columns) {
    return Matrices.weights(panel, columns, "entropy");
  }

  private static void expect(Map<String, Weight> rows, double tolerance, double... weights) {
    for (int j = 0; j < weights.length; j++) {
      assertThat(get(rows, "C" + (j + 1), "weight")).isCloseTo(weights[j], offset(tolerance));
    }
  }

  /** scikit-criteria, test_EntropyWeighter_simple_matrix. */
  @Test
  void smallestCase() {
    expect(weights(plain(new double[] {1, 2}, new double[] {4, 16}), 2), 1e-5, 0.358889, 0.641111);
  }

  /** A share below 1e-16 of the mean adds nothing to H, but its row counts like any other. */
  @Test
  void valueThatIsLostAgainstTheMean() {
    Map<String, Weight> rows =
        weights(plain(new double[] {0, 0}, new double[] {1e-20, 0}, new double[] {1, 1}), 2);
    assertThat(get(rows, "C1", "entropy")).isCloseTo(0, offset(1e-15));
    expect(rows, 1e-15, 0.5, 0.5);
  }

  /** Xu (2004), EJOR 156(2) 530–532: C4 is almost constant. */
  @Test
  void xu2004() {
    expect(
        weights(
            plain(
                new double[] {30, 30, 38, 29.0},
                new double[] {19, 54, 86, 29.0},
                new double[] {19, 15, 85, 28.9},
                new double[] {68, 70, 60, 29.0}),
            4),
        5.0005e-5,
        0.463,
        0.3992,
        0.1378,
        0.0);
  }

  /** Zavadskas & Podvezko (2016), Int. J. Inf. Tech. Dec. Mak. 15(2) 267–283. */
  @Test
  void zavadskas2016() {
    expect(
        weights(
            plain(
                new double[] {3.0, 100, 10, 7},
                new double[] {2.5, 80, 8, 5},
                new double[] {1.8, 50, 20, 11},
                new double[] {2.2, 70, 12, 9}),
            4),
        5.0005e-5,
        0.1146,
        0.1981,
        0.4185,
        0.2689);
  }

  @Property(tries = 200)
  void entropyIsAShareAndIgnoresScale(
      @ForAll @Size(min = 3, max = 12) List<@DoubleRange(max = 1) @Scale(9) Double> first,
      @ForAll @DoubleRange(min = 0.001, max = 1000) @Scale(3) double factor) {
    double[][] plain = new double[first.size()][];
    for (int i = 0; i < plain.length; i++) {
      plain[i] = new double[] {first.get(i), first.get(i) * factor, i};
    }
    Map<String, Weight> rows = weights(plain(plain), 3);
    double h = get(rows, "C1", "entropy");
    assertThat(h).isBetween(0.0, 1.0);
    assertThat(get(rows, "C2", "entropy")).isCloseTo(h, offset(1e-12));
    double sum = rows.values().stream().mapToDouble(r -> r.weight()).sum();
    assertThat(sum).isCloseTo(1.0, offset(1e-12));
  }

  @Test
  void nearConstantColumnsKeepTheirDigits() {
    Random random = new Random(3);
    double[][] rows = new double[400][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] =
          new double[] {
            random.nextDouble(), 1 + 1e-6 * random.nextDouble(), 1 + 1e-3 * random.nextGaussian()
          };
    }
    Map<String, Weight> one = weights(plain(rows), 3);
    // near a constant, 1 − H = sd²/(2 mean² ln N)
    double cv = get(one, "C2", "sd") / get(one, "C2", "mean");
    double ratio = get(one, "C2", "weight") / get(one, "C3", "weight");
    double cv3 = get(one, "C3", "sd") / get(one, "C3", "mean");
    assertThat(ratio).isCloseTo(cv * cv / (cv3 * cv3), offset(1e-3 * ratio));
  }

  @Test
  void constantsAndZerosGetNothing() {
    Map<String, Weight> rows =
        weights(
            plain(new double[] {1, 0, 0.3}, new double[] {1, 0, 0.0}, new double[] {1, 0, 0.9}), 3);
    expect(rows, 0, 0.0, 0.0, 1.0);
    assertThat(rows.get("C1").reason()).isEqualTo("CONSTANT");
    assertThat(rows.get("C2").reason()).isEqualTo("CONSTANT");
    assertThat(get(rows, "C2", "entropy")).isEqualTo(1.0);
    assertThat(rows.get("C3").reason()).isEmpty();
  }

  @Test
  void oneLiveRowAmongZerosHasNoEntropy() {
    Map<String, Weight> rows =
        weights(plain(new double[] {1}, new double[] {0}, new double[] {0}), 1);
    assertThat(get(rows, "C1", "entropy")).isCloseTo(0.0, offset(1e-15));
  }

  @Test
  void undefinedCasesAreNullWithAReason() {
    Map<String, Weight> single = weights(plain(new double[] {1, 2}), 2);
    assertThat(single.get("C1").reason()).isEqualTo("SINGLE_ROW");
    assertThat(single.get("C1").weight()).isNaN();
    Map<String, Weight> negative = weights(plain(new double[] {1, 2}, new double[] {-1, 3}), 2);
    assertThat(negative.get("C1").reason()).isEqualTo("NEGATIVE_VALUE");
    assertThat(negative.get("C1").evidence().nNegative()).hasValue(1);
    assertThat(negative.get("C2").reason()).isEqualTo("GROUP_UNDEFINED");
    assertThat(negative.get("C2").weight()).isNaN();
    Map<String, Weight> flat = weights(plain(new double[] {1, 2}, new double[] {1, 2}), 2);
    assertThat(flat.get("C1").globalWeight()).isNaN();
    assertThat(flat.get("C1").reason()).isEqualTo("CONSTANT");
    Map<String, Weight> lacking =
        weights(plain(new double[] {Double.NaN, 0.2}, new double[] {Double.NaN, 0.4}), 2);
    assertThat(lacking.get("C1").reason()).isEqualTo("NO_VALUES");
    assertThat(lacking.get("C2").weight()).isNaN();
  }

  @Test
  void shiftIsAddedBeforeTheMethod() {
    WeightScheme shifted =
        new WeightScheme(
            "e",
            "entropy",
            WeightScheme.Within.SYSTEM,
            WeightScheme.Scope.POOLED,
            Optional.empty(),
            1,
            Map.of());
    Normalised values = plain(new double[] {0, 0}, new double[] {3, 1});
    Map<String, Weight> rows = Matrices.weights(values, 2, shifted);
    double h = -(0.2 * Math.log(0.2) + 0.8 * Math.log(0.8)) / Math.log(2);
    assertThat(get(rows, "C1", "entropy")).isCloseTo(h, offset(1e-14));
    assertThat(get(rows, "C1", "mean")).isEqualTo(1.5);
  }
}
