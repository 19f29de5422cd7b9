package org.renxing.index.weigh;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.renxing.testing.Frames.row;
import static org.renxing.testing.Systems.index;
import static org.renxing.testing.Systems.leaf;
import static org.renxing.testing.Systems.node;
import static org.renxing.testing.Systems.scheme;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.renxing.model.IndexNode;
import org.renxing.model.IndexSystem;
import org.renxing.model.WeightScheme;
import org.renxing.testing.Frames;

class EntropyTest {
  private static final String LONG =
      "unit_id string, year int, indicator_code string, value double, normalised double";

  /** A matrix with units down and indicators C1, C2, … across, as a long frame of one year. */
  private static Dataset<Row> matrix(double[]... rows) {
    List<Row> out = new ArrayList<>();
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < rows[i].length; j++) {
        out.add(row("A" + (i + 1), 2020, "C" + (j + 1), rows[i][j], rows[i][j]));
      }
    }
    return Frames.of(LONG, out);
  }

  private static IndexSystem columns(int n) {
    IndexNode[] leaves = new IndexNode[n];
    for (int j = 0; j < n; j++) {
      leaves[j] = leaf("C" + (j + 1), "x");
    }
    return index(node("s", leaves));
  }

  private static Map<String, Row> weights(Dataset<Row> values, int columns) {
    Dataset<Row> out =
        new Weights(columns(columns)).of(values, List.of(scheme("entropy")), Map.of());
    return Frames.by(out, "indicator_code");
  }

  private static double get(Map<String, Row> rows, String code, String column) {
    return rows.get(code).<Double>getAs(column);
  }

  private static void expect(Map<String, Row> rows, double tolerance, double... weights) {
    for (int j = 0; j < weights.length; j++) {
      assertThat(get(rows, "C" + (j + 1), "weight")).isCloseTo(weights[j], offset(tolerance));
    }
  }

  /** scikit-criteria, test_EntropyWeighter_simple_matrix. */
  @Test
  void smallestCase() {
    expect(weights(matrix(new double[] {1, 2}, new double[] {4, 16}), 2), 1e-5, 0.358889, 0.641111);
  }

  /** A share below 1e-16 of the mean adds nothing to H, but its row counts like any other. */
  @Test
  void valueThatIsLostAgainstTheMean() {
    Map<String, Row> rows =
        weights(matrix(new double[] {0, 0}, new double[] {1e-20, 0}, new double[] {1, 1}), 2);
    assertThat(get(rows, "C1", "entropy")).isCloseTo(0, offset(1e-15));
    expect(rows, 1e-15, 0.5, 0.5);
  }

  /** Xu (2004), EJOR 156(2) 530–532: C4 is almost constant. */
  @Test
  void xu2004() {
    expect(
        weights(
            matrix(
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
            matrix(
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

  @Property(tries = 6)
  void entropyIsAShareAndIgnoresScale(
      @ForAll @Size(min = 3, max = 12) List<@DoubleRange(max = 1) @Scale(9) Double> first,
      @ForAll @DoubleRange(min = 0.001, max = 1000) @Scale(3) double factor) {
    double[][] plain = new double[first.size()][];
    for (int i = 0; i < plain.length; i++) {
      plain[i] = new double[] {first.get(i), first.get(i) * factor, i};
    }
    Map<String, Row> rows = weights(matrix(plain), 3);
    double h = get(rows, "C1", "entropy");
    assertThat(h).isBetween(0.0, 1.0);
    assertThat(get(rows, "C2", "entropy")).isCloseTo(h, offset(1e-12));
    double sum = rows.values().stream().mapToDouble(r -> r.<Double>getAs("weight")).sum();
    assertThat(sum).isCloseTo(1.0, offset(1e-12));
  }

  @Test
  void agreesUnderAnyPartitioningEvenForNearConstantColumns() {
    Random random = new Random(3);
    double[][] rows = new double[400][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] =
          new double[] {
            random.nextDouble(), 1 + 1e-6 * random.nextDouble(), 1 + 1e-3 * random.nextGaussian()
          };
    }
    Map<String, Row> one = weights(matrix(rows).coalesce(1), 3);
    Map<String, Row> many = weights(matrix(rows).repartition(7, col("unit_id")), 3);
    for (String code : one.keySet()) {
      double a = 1 - get(one, code, "entropy");
      assertThat(get(many, code, "weight") / get(one, code, "weight"))
          .as(code)
          .isCloseTo(1.0, offset(1e-12));
      assertThat(a).isPositive();
    }
    // near a constant, 1 − H = sd²/(2 mean² ln N)
    double cv = get(one, "C2", "sd") / get(one, "C2", "mean");
    double ratio = get(one, "C2", "weight") / get(one, "C3", "weight");
    double cv3 = get(one, "C3", "sd") / get(one, "C3", "mean");
    assertThat(ratio).isCloseTo(cv * cv / (cv3 * cv3), offset(1e-3 * ratio));
  }

  @Test
  void constantsAndZerosGetNothing() {
    Map<String, Row> rows =
        weights(
            matrix(new double[] {1, 0, 0.3}, new double[] {1, 0, 0.0}, new double[] {1, 0, 0.9}),
            3);
    expect(rows, 0, 0.0, 0.0, 1.0);
    assertThat(rows.get("C1").<String>getAs("reason")).isEqualTo("CONSTANT");
    assertThat(rows.get("C2").<String>getAs("reason")).isEqualTo("CONSTANT");
    assertThat(get(rows, "C2", "entropy")).isEqualTo(1.0);
    assertThat(rows.get("C3").<String>getAs("reason")).isNull();
  }

  @Test
  void oneLiveRowAmongZerosHasNoEntropy() {
    Map<String, Row> rows =
        weights(matrix(new double[] {1}, new double[] {0}, new double[] {0}), 1);
    assertThat(get(rows, "C1", "entropy")).isCloseTo(0.0, offset(1e-15));
  }

  @Test
  void undefinedCasesAreNullWithAReason() {
    Map<String, Row> single = weights(matrix(new double[] {1, 2}), 2);
    assertThat(single.get("C1").<String>getAs("reason")).isEqualTo("SINGLE_ROW");
    assertThat(single.get("C1").<Double>getAs("weight")).isNull();
    Map<String, Row> negative = weights(matrix(new double[] {1, 2}, new double[] {-1, 3}), 2);
    assertThat(negative.get("C1").<String>getAs("reason")).isEqualTo("NEGATIVE_VALUE");
    assertThat(negative.get("C1").<Long>getAs("n_negative")).isEqualTo(1L);
    assertThat(negative.get("C2").<String>getAs("reason")).isEqualTo("GROUP_UNDEFINED");
    assertThat(negative.get("C2").<Double>getAs("weight")).isNull();
    Map<String, Row> flat = weights(matrix(new double[] {1, 2}, new double[] {1, 2}), 2);
    assertThat(flat.get("C1").<Double>getAs("global_weight")).isNull();
    assertThat(flat.get("C1").<String>getAs("reason")).isEqualTo("CONSTANT");
    Map<String, Row> lacking =
        weights(
            Frames.of(
                LONG,
                row("u", 1, "C1", null, null),
                row("v", 1, "C1", null, null),
                row("u", 1, "C2", 0.2, 0.2),
                row("v", 1, "C2", 0.4, 0.4)),
            2);
    assertThat(lacking.get("C1").<String>getAs("reason")).isEqualTo("NO_VALUES");
    assertThat(lacking.get("C2").<Double>getAs("weight")).isNull();
    assertThat(weights(Frames.of(LONG), 2)).isEmpty();
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
    Dataset<Row> values = matrix(new double[] {0, 0}, new double[] {3, 1});
    Map<String, Row> rows =
        Frames.by(new Weights(columns(2)).of(values, List.of(shifted), Map.of()), "indicator_code");
    double h = -(0.2 * Math.log(0.2) + 0.8 * Math.log(0.8)) / Math.log(2);
    assertThat(get(rows, "C1", "entropy")).isCloseTo(h, offset(1e-14));
    assertThat(get(rows, "C1", "mean")).isEqualTo(1.5);
  }
}
