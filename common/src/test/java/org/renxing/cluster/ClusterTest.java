package org.renxing.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClusterTest {
  private static final ClusterCase FAITHFUL = new ClusterCase("gmm_faithful");
  private static final ClusterCase FARMS = new ClusterCase("hclust_agriculture");

  /** Agriculture in twelve countries (agnes of R's cluster). */
  @ParameterizedTest
  @CsvSource({
    "WARD, ward.D2, ward",
    "AVERAGE, average, average",
    "COMPLETE, complete, complete",
    "SINGLE, single, single"
  })
  void hierarchyOfAgriculture(Hierarchy.Linkage linkage, String name, String agnes)
      throws IOException {
    Hierarchy found = new Hierarchy(FARMS.columns("x", "y"), linkage);
    double[] heights = found.heights();
    for (int m = 0; m < heights.length; m++) {
      FARMS.check("merge_height", name + ":" + (m + 1), heights[m]);
    }
    FARMS.check("cophenetic_correlation", name, found.copheneticCorrelation());
    FARMS.check("agglomerative_coefficient", agnes, found.agglomerativeCoefficient());
    for (int k = 2; k <= 5; k++) {
      FARMS.checkSizes(name + ":cut " + k, found.cut(k));
    }
  }

  /** The same restated: agnes prints 0.781893 for average linkage. */
  @Test
  void agricultureRestated() {
    double[][] rows = {
      {16.8, 2.7}, {21.3, 5.7}, {18.7, 3.5}, {5.9, 22.2}, {11.4, 10.9}, {17.8, 6},
      {10.9, 14}, {16.6, 8.5}, {21, 3.5}, {16.4, 4.3}, {7.8, 17.4}, {14, 2.3}
    };
    Hierarchy average = new Hierarchy(rows, Hierarchy.Linkage.AVERAGE);
    assertThat(average.agglomerativeCoefficient()).isCloseTo(0.781893, within(6e-7));
    double[] ward = new Hierarchy(rows, Hierarchy.Linkage.WARD).heights();
    assertThat(ward[0]).isCloseTo(1.64924225024706, within(1e-12));
    assertThat(ward[1]).isCloseTo(2.22036033111745, within(1e-12));
    // Greece, Portugal, Ireland and Spain, and the others
    assertThat(average.cut(2).labels()).containsExactly(2, 2, 2, 1, 1, 2, 1, 2, 2, 2, 1, 2);
  }

  /** Eruptions of Old Faithful (Azzalini and Bowman 1990): R's mclust and sklearn. */
  @Test
  void oldFaithful() throws IOException {
    double[][] rows = FAITHFUL.columns("eruptions", "waiting");
    GaussianMixture found = GaussianMixture.of(rows, 2, GaussianMixture.Shape.FULL, 10, 1);
    String best = "VVV:2:best of 50 starts";
    FAITHFUL.check("log_likelihood", best, found.logLikelihood());
    FAITHFUL.check("bic", best, found.bic());
    FAITHFUL.check("aic", best, found.aic());
    FAITHFUL.check("df", "VVV:2", found.parameters());
    FAITHFUL.check("log_likelihood", "VVV:2:mclust", found.logLikelihood());
    for (int c = 1; c <= 2; c++) {
      String key = "VVV:2:" + c;
      FAITHFUL.check("proportion", key, found.share(c));
      FAITHFUL.check("mean_eruptions", key, found.mean(c, 0));
      FAITHFUL.check("mean_waiting", key, found.mean(c, 1));
      FAITHFUL.check("var_eruptions", key, found.covariance(c, 0, 0));
      FAITHFUL.check("var_waiting", key, found.covariance(c, 1, 1));
      FAITHFUL.check("cov", key, found.covariance(c, 0, 1));
    }
    FAITHFUL.checkSizes("VVV:2", Partition.of(rows, minusOne(found.labels()), 2));
  }

  /** The other shapes come as high as the best of 50 starts elsewhere, or higher. */
  @ParameterizedTest
  @CsvSource({
    "TIED, 2, EEE:2",
    "TIED, 3, EEE:3",
    "DIAGONAL, 3, VVI:3",
    "SPHERICAL, 3, VII:3",
    "FULL, 3, VVV:3"
  })
  void shapes(GaussianMixture.Shape shape, int k, String key) throws IOException {
    double[][] rows = FAITHFUL.columns("eruptions", "waiting");
    GaussianMixture found = GaussianMixture.of(rows, k, shape, 20, 1);
    FAITHFUL.check("df", key, found.parameters());
    double[] known = FAITHFUL.sorted("log_likelihood", key);
    // lower bounds: others find these, the highest from 50 starts
    assertThat(found.logLikelihood()).isGreaterThan(known[known.length - 1] - 0.001);
  }

  private static int[] minusOne(int[] labels) {
    return Arrays.stream(labels).map(l -> l - 1).toArray();
  }

  /** Two clear groups, by hand: silhouettes of 1 − 1/10, 1 − 1/10 … */
  @Test
  void byHand() {
    double[][] rows = {{0}, {1}, {10}, {11}, {30}};
    Partition three = KMeans.of(rows, 3, 10, 1);
    assertThat(three.labels()).containsExactly(1, 1, 2, 2, 3);
    assertThat(three.within()).isCloseTo(1, within(1e-12));
    Silhouette exact = Silhouette.of(rows, three);
    assertThat(exact.isExact()).isTrue();
    assertThat(exact.value(0)).isCloseTo(1 - 1 / 10.5, within(1e-12));
    assertThat(exact.value(1)).isCloseTo(1 - 1 / 9.5, within(1e-12));
    assertThat(exact.value(4)).isZero();
    Silhouette simple = Silhouette.simplified(rows, three);
    assertThat(simple.isExact()).isFalse();
    assertThat(simple.value(0)).isCloseTo(1 - 0.5 / 10.5, within(1e-12));
    assertThat(Silhouette.of(rows, KMeans.of(rows, 1, 1, 1)).mean()).isNaN();
    Partition split = BisectingKMeans.of(rows, 3, 5, 1);
    assertThat(AdjustedRand.of(split.labels(), three.labels())).isEqualTo(1);
    double[] score = {5, 5, 9, 9, 1};
    assertThat(three.orderedBy(rows, score).labels()).containsExactly(2, 2, 3, 3, 1);
    assertThat(three.size(1)).isEqualTo(2);
  }

  /** Hubert and Arabie 1985 by hand: cells 2, 1; 0, 3 give (4 − 15·…)/…. */
  @Test
  void adjustedRand() {
    int[] a = {1, 1, 1, 2, 2, 2};
    int[] b = {7, 7, 8, 8, 8, 8};
    // pairs together 1 + 3 = 4, of a 6, of b 7, expected 42/15
    assertThat(AdjustedRand.of(a, b)).isCloseTo((4 - 2.8) / (6.5 - 2.8), within(1e-12));
    assertThat(AdjustedRand.of(a, new int[] {4, 4, 4, 1, 1, 1})).isEqualTo(1);
    assertThat(AdjustedRand.of(new int[3], new int[3])).isEqualTo(1);
    assertThatThrownBy(() -> AdjustedRand.of(a, new int[2])).hasMessageContaining("6 and 2");
  }

  @Test
  void moreClustersThanRowsThatDiffer() {
    double[][] rows = {{1, 2}, {1, 2}, {3, 4}, {3, 4}, {5, 5}};
    assertThat(KMeans.of(rows, 3, 5, 1).within()).isZero();
    assertThatThrownBy(() -> KMeans.of(rows, 4, 5, 1))
        .hasMessageContaining("4 clusters of 3 different rows");
    assertThatThrownBy(() -> BisectingKMeans.of(rows, 4, 5, 1)).hasMessageContaining("3 different");
    assertThatThrownBy(() -> new Hierarchy(rows, Hierarchy.Linkage.WARD).cut(4))
        .hasMessageContaining("3 different");
    assertThat(new Hierarchy(rows, Hierarchy.Linkage.WARD).cut(3).within()).isZero();
    assertThat(BisectingKMeans.of(rows, 3, 5, 1).within()).isZero();
    assertThatThrownBy(() -> GaussianMixture.of(rows, 3, GaussianMixture.Shape.FULL, 3, 1))
        .hasMessageContaining("shrinks");
    assertThatThrownBy(() -> KMeans.of(rows, 0, 5, 1)).hasMessageContaining("0 clusters");
  }

  @Test
  void standardised() {
    double[][] found = Points.standardised(new double[][] {{1, 7}, {2, 7}, {3, 7}});
    assertThat(found[0]).containsExactly(-1, 0);
    assertThat(found[2]).containsExactly(1, 0);
  }

  /** No answer depends on the order of rows; k-means is never worse than Ward's cut. */
  @Property(tries = 25)
  void orderOfRows(@ForAll int seed, @ForAll @IntRange(min = 2, max = 4) int k) {
    Random random = new Random(seed);
    double[][] rows =
        IntStream.range(0, 30)
            .mapToObj(i -> random.doubles(2, 0, 10).map(Math::rint).toArray())
            .toArray(double[][]::new);
    int[] turned = IntStream.range(0, 30).map(i -> 29 - i).toArray();
    double[][] back = Arrays.stream(turned).mapToObj(i -> rows[i]).toArray(double[][]::new);
    Partition a = KMeans.of(rows, k, 30, 1);
    int[] b = KMeans.of(back, k, 30, 1).labels();
    assertThat(Arrays.stream(turned).map(i -> b[i]).toArray()).isEqualTo(a.labels());
    Partition ward = new Hierarchy(rows, Hierarchy.Linkage.WARD).cut(k);
    assertThat(a.within()).isLessThanOrEqualTo(ward.within() * (1 + 1e-9));
    int[] c = new Hierarchy(back, Hierarchy.Linkage.WARD).cut(k).labels();
    assertThat(Arrays.stream(turned).map(i -> c[i]).toArray()).isEqualTo(ward.labels());
    List<double[]> scaled =
        Arrays.stream(rows).map(r -> new double[] {8 * r[0], 8 * r[1]}).toList();
    assertThat(KMeans.of(scaled.toArray(double[][]::new), k, 30, 1).within())
        .isCloseTo(64 * a.within(), within(1e-6));
    double mean = Silhouette.of(rows, a).mean();
    assertThat(mean).isBetween(-1.0, 1.0);
  }

  @Test
  void zeroHasNoSign() {
    double[][] rows = {{0.0, 1}, {-0.0, 1}};
    assertThatThrownBy(() -> KMeans.of(rows, 2, 3, 1))
        .hasMessageStartingWith("2 clusters of 1 different rows");
  }
}
