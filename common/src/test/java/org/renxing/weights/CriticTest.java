package org.renxing.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.renxing.weights.Matrices.get;
import static org.renxing.weights.Matrices.options;
import static org.renxing.weights.Matrices.plain;
import static org.renxing.weights.Matrices.scaled;
import static org.renxing.weights.Matrices.scheme;
import static org.renxing.weights.Matrices.weights;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.renxing.model.IndexSystem;
import org.renxing.model.WeightOptions.Basis;
import org.renxing.model.WeightOptions.Sigma;
import org.renxing.model.WeightScheme.Scope;
import org.renxing.model.WeightScheme.Within;
import org.renxing.normalisation.Normalised;
import org.renxing.panel.PackedPanel;
import org.renxing.testing.SharedCases;
import org.renxing.testing.Systems;

class CriticTest {
  /** Diakoulaki, Mavrotas and Papayannakis (1995): eight firms, three criteria. */
  private static final double[][] FIRMS = {
    {61.0, 1.08, 4.33},
    {20.7, 0.26, 4.34},
    {16.3, 1.98, 2.53},
    {9.0, 3.29, 1.65},
    {5.4, 2.77, 2.33},
    {4.0, 4.12, 1.21},
    {-6.1, 3.52, 2.1},
    {-34.6, 3.31, 0.98}
  };

  private static double[][] random(long seed, int rows, int columns) {
    Random random = new Random(seed);
    double[][] out = new double[rows][columns];
    for (double[] row : out) {
      double common = random.nextGaussian();
      for (int j = 0; j < columns; j++) {
        row[j] = 10 + 0.2 * j * common + random.nextGaussian();
      }
    }
    return out;
  }

  private static void expect(Map<String, Weight> rows, double tolerance, double... weights) {
    for (int j = 0; j < weights.length; j++) {
      assertThat(get(rows, "C" + (j + 1), "weight")).isCloseTo(weights[j], offset(tolerance));
    }
  }

  /** As the tests of scikit-criteria print them, scaled by min-max and not. */
  @Test
  void diakoulaki1995() {
    expect(weights(scaled(FIRMS), 3, "critic"), 1e-8, 0.20222554, 0.48090173, 0.31687273);
    expect(weights(plain(FIRMS), 3, "critic"), 1e-8, 0.86874234, 0.08341434, 0.04784331);
    var raw = scheme("critic", options(Basis.RAW, Sigma.SAMPLE));
    expect(weights(scaled(FIRMS), 3, raw), 1e-8, 0.86874234, 0.08341434, 0.04784331);
  }

  /** Computed with base R on the same data. */
  @Test
  void improved() {
    double[] expected = {0.412446207819009, 0.302199682415551, 0.28535410976544};
    Map<String, Weight> rows = weights(scaled(FIRMS), 3, "critic-improved");
    expect(rows, 1e-12, expected);
    var sample = scheme("critic-improved", options(Basis.NORMALISED, Sigma.SAMPLE));
    expect(weights(scaled(FIRMS), 3, sample), 1e-12, expected);
    double variation = get(rows, "C1", "variation");
    assertThat(variation).isCloseTo(get(rows, "C1", "sd") / get(rows, "C1", "mean"), offset(1e-15));
    assertThat(get(rows, "C1", "conflict")).isBetween(0.0, 2.0);
    assertThat(rows.get("C1").evidence().n()).hasValue(8);
  }

  @Test
  void sharedCases() throws java.io.IOException {
    Path data = SharedCases.file("cases/indices/critic_improved_on_diakoulaki/expected.csv");
    Map<String, Weight> rows = weights(scaled(FIRMS), 3, "critic-improved");
    List<Map<String, String>> printed =
        SharedCases.rows(data).stream().filter(e -> e.get("quantity").equals("cv_absr")).toList();
    assertThat(printed).hasSize(3);
    printed.forEach(
        e ->
            assertThat(get(rows, e.get("key"), "weight"))
                .isCloseTo(
                    Double.parseDouble(e.get("value")),
                    offset(Double.parseDouble(e.get("abs_tol")))));
  }

  /** Raw C1 has values of both signs about a mean near 0: no σ/mean. */
  @Test
  void rawMeanNearZeroIsNoWeight() {
    var raw = scheme("critic-improved", options(Basis.RAW, Sigma.POPULATION));
    Map<String, Weight> rows = weights(scaled(FIRMS), 3, raw);
    assertThat(rows.get("C1").reason()).isEqualTo("NEAR_ZERO_MEAN");
    assertThat(rows.get("C2").reason()).isEqualTo("GROUP_UNDEFINED");
    assertThat(rows.values()).allSatisfy(r -> assertThat(r.weight()).isNaN());
    assertThat(get(rows, "C1", "mean")).isCloseTo(9.4625, offset(1e-12));
  }

  @Property(tries = 100)
  void sumsToOneWhateverTheOrderOfColumns(@ForAll @LongRange(max = 1000) long seed) {
    double[][] rows = random(seed, 20, 4);
    double[][] turned = new double[rows.length][];
    for (int i = 0; i < rows.length; i++) {
      turned[i] = new double[] {rows[i][3], rows[i][1], rows[i][0], rows[i][2]};
    }
    Map<String, Weight> here = weights(scaled(rows), 4, "critic-improved");
    Map<String, Weight> there = weights(scaled(turned), 4, "critic-improved");
    assertThat(here.values().stream().mapToDouble(r -> r.weight()).sum())
        .isCloseTo(1, offset(1e-12));
    List<String> places = List.of("C3", "C2", "C4", "C1");
    for (int j = 0; j < 4; j++) {
      assertThat(get(there, places.get(j), "weight"))
          .isCloseTo(get(here, "C" + (j + 1), "weight"), offset(1e-12));
    }
  }

  @Property(tries = 50)
  void unitsOfMeasureDoNotMatter(
      @ForAll @LongRange(max = 1000) long seed,
      @ForAll @DoubleRange(min = 0.001, max = 1000) @Scale(3) double factor) {
    double[][] rows = random(seed, 20, 3);
    double[][] other = new double[rows.length][];
    for (int i = 0; i < rows.length; i++) {
      other[i] = new double[] {rows[i][0] * factor, rows[i][1], rows[i][2] * 1e6};
    }
    for (String method : List.of("critic", "critic-improved")) {
      Map<String, Weight> here = weights(scaled(rows), 3, method);
      Map<String, Weight> there = weights(scaled(other), 3, method);
      here.forEach(
          (code, row) ->
              assertThat(get(there, code, "weight"))
                  .as(method)
                  .isCloseTo(row.weight(), offset(1e-11)));
    }
    var raw = scheme("critic-improved", options(Basis.RAW, Sigma.POPULATION));
    assertThat(get(weights(scaled(other), 3, raw), "C1", "weight"))
        .isCloseTo(get(weights(scaled(rows), 3, raw), "C1", "weight"), offset(1e-11));
  }

  @Test
  void aConstantGetsNothingAndChangesNothing() {
    double[][] rows = random(5, 15, 3);
    double[][] more = new double[rows.length][];
    for (int i = 0; i < rows.length; i++) {
      more[i] = new double[] {rows[i][0], rows[i][1], rows[i][2], 7};
    }
    Map<String, Weight> here = weights(scaled(rows), 3, "critic-improved");
    Map<String, Weight> there = weights(scaled(more), 4, "critic-improved");
    here.forEach(
        (code, row) ->
            assertThat(get(there, code, "weight")).isCloseTo(row.weight(), offset(1e-14)));
    assertThat(get(there, "C4", "weight")).isZero();
    assertThat(there.get("C4").reason()).isEqualTo("CONSTANT");
  }

  @Test
  void degenerateGroups() {
    double[][] alone = {{1, 3}, {2, 3}, {5, 3}};
    expect(weights(scaled(alone), 2, "critic-improved"), 0, 1.0, 0.0);
    double[][] collinear = {{1, 2}, {2, 4}, {5, 10}};
    Map<String, Weight> rows = weights(scaled(collinear), 2, "critic-improved");
    assertThat(rows.get("C1").reason()).isEqualTo("NO_CONFLICT");
    assertThat(rows.get("C1").weight()).isNaN();
    Map<String, Weight> single = weights(plain(new double[] {1, 2}), 2, "critic");
    assertThat(single.get("C1").reason()).isEqualTo("SINGLE_ROW");
    double[][] opposite = {{1, 5}, {2, 4}, {5, 1}};
    expect(weights(scaled(opposite), 2, "critic"), 1e-14, 0.5, 0.5);
  }

  /** Means and σ of what a column has, r over the rows that both have. */
  @Test
  void missingValuesCountNowhere() {
    double[][] rows = {{0, 0}, {1, 2}, {4, 1}, {2, Double.NaN}};
    Map<String, Weight> weights = weights(plain(rows), 2, "critic");
    double r = (4 + 2 - 5.0) / Math.sqrt((17 - 25 / 3.0) * 2);
    assertThat(get(weights, "C1", "conflict")).isCloseTo(1 - r, offset(1e-14));
    assertThat(get(weights, "C1", "mean")).isEqualTo(1.75);
    assertThat(get(weights, "C2", "sd")).isCloseTo(Math.sqrt(2 / 3.0), offset(1e-15));
  }

  @Test
  void sameBitsInAnyOrderForNearConstantColumns() {
    Random random = new Random(4);
    List<double[]> rows = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      double common = random.nextGaussian();
      rows.add(
          new double[] {
            1e9 + common + random.nextGaussian(), 1 + 1e-9 * random.nextGaussian(), common
          });
    }
    Map<String, Weight> one = weights(plain(rows.toArray(double[][]::new)), 3, "critic-improved");
    Collections.shuffle(rows, random);
    assertThat(weights(plain(rows.toArray(double[][]::new)), 3, "critic-improved")).isEqualTo(one);
    assertThat(get(one, "C2", "sd")).isCloseTo(1e-9, offset(2e-10));
  }

  /** Within systems the others are those of the system; yearly, the rows those of the year. */
  @Test
  void groupsAndYears() {
    IndexSystem two =
        Systems.index(
            Systems.node("s", Systems.leaf("a", "a"), Systems.leaf("b", "b")),
            Systems.node("e", Systems.leaf("f", "f"), Systems.leaf("g", "g")));
    Random random = new Random(8);
    List<String> units = new ArrayList<>();
    int[] years = new int[18];
    double[] values = random.doubles(4L * years.length).toArray();
    for (int row = 0; row < years.length; row++) {
      units.add("u" + row / 2);
      years[row] = 1 + row % 2;
    }
    PackedPanel panel = new PackedPanel(units, years, List.of("a", "b", "f", "g"), values);
    var yearly = Systems.scheme("critic", Within.SYSTEM, Scope.YEARLY, Map.of());
    List<Weight> weights = Weights.of(new Normalised(panel, panel), two, yearly);
    assertThat(weights).hasSize(8);
    assertThat(weights.get(0).weight() + weights.get(1).weight()).isCloseTo(1, offset(1e-12));
    // of two indicators both have the same conflict, so that sd decides
    Weight a = weights.get(4);
    Weight b = weights.get(5);
    assertThat(a.year()).isEqualTo(2);
    assertThat(a.evidence().conflict()).isEqualTo(b.evidence().conflict());
    assertThat(a.weight())
        .isCloseTo(a.evidence().sd() / (a.evidence().sd() + b.evidence().sd()), offset(1e-12));
    assertThat(a.evidence().n()).hasValue(9);
  }
}
