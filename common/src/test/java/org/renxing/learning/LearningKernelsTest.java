package org.renxing.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.renxing.model.RenxingException;

/** Fit, importances and curves of models that are known. */
class LearningKernelsTest {
  /** The example of docs/methods/learning.md: a and b are the same, y and the model are a b. */
  private static CrossFit example() {
    double[][] rows = {{1, 1}, {2, 2}, {3, 3}, {4, 4}};
    double[] y = {1, 4, 9, 16};
    return new CrossFit(rows, y, new int[4], List.of(row -> row[0] * row[1]));
  }

  @Test
  void exampleOfTheDocument() {
    ResponseCurve a = ResponseCurve.of(example(), 2, 20, 1_000, 1).get(0);
    assertThat(a.at()).containsExactly(1, 2, 3, 4);
    assertThat(a.partialDependence()).containsExactly(2.5, 5, 7.5, 10);
    assertThat(a.localEffect()).containsExactly(-2.75, -1.25, 1.75, 5.75);
    assertThat(a.rows()).containsExactly(1, 1, 1, 1);
    PermutationImportance shuffled = PermutationImportance.of(example(), 2, 20_000, 1).get(0);
    assertThat(shuffled.mean()).isCloseTo(19.75, within(0.3));
    assertThat(shuffled.r2Loss()).isCloseTo(shuffled.mean() / 32.25, within(1e-12));
  }

  /** Of y = 1 + 2 a + 0 b the importance of a is on average twice 4 times its variance. */
  @Test
  void importanceOfLines() {
    double[][] rows =
        IntStream.range(0, 20).mapToObj(i -> new double[] {i % 10, i}).toArray(double[][]::new);
    double[] y = IntStream.range(0, 20).mapToDouble(i -> 1 + 2 * (i % 10)).toArray();
    int[] fold = IntStream.range(0, 20).map(i -> i / 10).toArray();
    LinearPredictor line = new LinearPredictor(1, new double[] {2, 0});
    CrossFit fit = new CrossFit(rows, y, fold, List.of(line, line));
    List<PermutationImportance> found = PermutationImportance.of(fit, 2, 2_000, 7);
    assertThat(found.get(0).mean()).isCloseTo(2 * 4 * 8.25, within(2.0));
    assertThat(found.get(1).mean()).isZero();
    assertThat(PermutationImportance.of(fit, 2, 1, 7).get(0).sd()).isNaN();
    assertThat(PermutationImportance.of(fit, 2, 2_000, 7)).isEqualTo(found);
  }

  @Test
  void fitByHand() {
    FitFigures fit = FitFigures.of(new double[] {1, 2, 3, 4}, new double[] {1, 2, 3, 6});
    assertThat(fit.r2()).isCloseTo(0.2, within(1e-15));
    assertThat(fit.rmse()).isEqualTo(1);
    assertThat(fit.mae()).isEqualTo(0.5);
    assertThat(FitFigures.of(new double[] {3, 3}, new double[] {3, 4}).r2()).isNaN();
  }

  @Test
  void foldsNeverShareAUnit() {
    int[] unit = IntStream.range(0, 60).map(i -> i / 6).toArray();
    int[] fold = UnitFolds.of(unit, 3, 5);
    for (int u = 0; u < 10; u++) {
      int own = u;
      assertThat(IntStream.range(0, 60).filter(i -> unit[i] == own).map(i -> fold[i]).distinct())
          .hasSize(1);
    }
    assertThat(IntStream.of(fold).distinct().sorted().toArray()).containsExactly(0, 1, 2);
    assertThat(UnitFolds.of(unit, 3, 5)).containsExactly(fold);
    assertThatThrownBy(() -> UnitFolds.of(unit, 11, 5))
        .isInstanceOf(RenxingException.class)
        .hasMessageContaining("10 units with complete rows for 11 folds")
        .hasMessageContaining("10 folds at most");
    assertThatThrownBy(() -> UnitFolds.of(new int[4], 2, 5))
        .hasMessageContaining("1 unit with complete rows")
        .hasMessageContaining("two units are the least");
  }

  /** Walking only the paths that a swapped column touches gives what walking all rows gives. */
  @Test
  void treesWithSwappedColumns() {
    RegressionTree.Builder builder = new RegressionTree.Builder();
    int root = builder.split(0, 1);
    builder.leaf(10);
    builder.right(root);
    int inner = builder.split(1, 0);
    builder.leaf(20);
    builder.right(inner);
    RegressionTree tree = builder.leaf(30).build();
    TreeEnsemble trees = TreeEnsemble.mean(List.of(tree, tree));
    assertThat(trees.predict(new double[] {1, 9})).isEqualTo(10);
    assertThat(trees.predict(new double[] {2, 0})).isEqualTo(20);
    assertThat(trees.predict(new double[] {2, 0.1})).isEqualTo(30);
    SplittableRandom random = new SplittableRandom(3);
    double[][] rows = new double[700][];
    double[] other = new double[700];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = new double[] {random.nextDouble(0, 2), random.nextDouble(-1, 1)};
      other[i] = random.nextDouble(-1, 2);
    }
    List<Swap> swaps = List.of(new Swap(0, other), new Swap(1, other));
    Predictor plain = row -> trees.predict(row);
    assertThat(trees.swapped(rows, swaps)).isDeepEqualTo(plain.swapped(rows, swaps));
  }

  @Test
  void optionsOutOfRange() {
    List<Runnable> wrong = new ArrayList<>();
    wrong.add(() -> new TreeOptions(0, 5, 5, 32, 100, 0.1));
    wrong.add(() -> new TreeOptions(10, 31, 5, 32, 100, 0.1));
    wrong.add(() -> new TreeOptions(10, 5, 5, 1, 100, 0.1));
    wrong.add(() -> new TreeOptions(10, 5, 5, 32, 100, 0));
    wrong.add(() -> new LearningOptions.Look(0, 1, 1));
    assertThat(wrong)
        .allSatisfy(w -> assertThatThrownBy(w::run).isInstanceOf(RenxingException.class));
  }
}
