package org.renxing.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Arrests in 50 states of the USA (McNeil 1977), as R and scipy part them. */
class UsArrestsTest {
  private static final ClusterCase ARRESTS = new ClusterCase("clustering_usarrests");

  private static double[][] rows() throws IOException {
    return Points.standardised(ARRESTS.columns("Murder", "Assault", "UrbanPop", "Rape"));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 5, 6})
  void kMeans(int k) throws IOException {
    double[][] rows = rows();
    Partition found = KMeans.of(rows, k, 100, 1);
    String key = "k=" + k;
    ARRESTS.check("total_within_ss", key, found.within());
    ARRESTS.check("silhouette_mean", key, Silhouette.of(rows, found).mean());
    ARRESTS.checkSizes(key, found);
    double[] within = IntStream.rangeClosed(1, k).mapToDouble(found::within).sorted().toArray();
    for (int c = 0; c < k; c++) {
      ARRESTS.check("within_ss_sorted", key + ":" + (c + 1), within[c]);
    }
    double between = 196 - found.within();
    ARRESTS.check("between_ss", key, between);
    ARRESTS.check("calinski_harabasz", key, between / (k - 1) / (found.within() / (50 - k)));
    for (int c = 2; c <= k; c++) {
      assertThat(found.mean(c, 0)).isGreaterThan(found.mean(c - 1, 0));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "WARD, ward.D2, ward",
    "AVERAGE, average, average",
    "COMPLETE, complete, complete",
    "SINGLE, single, single"
  })
  void hierarchy(Hierarchy.Linkage linkage, String name, String agnes) throws IOException {
    Hierarchy found = new Hierarchy(rows(), linkage);
    double[] heights = found.heights();
    for (int m = 0; m < heights.length; m++) {
      ARRESTS.check("merge_height", name + ":" + (m + 1), heights[m]);
    }
    ARRESTS.check("cophenetic_correlation", name, found.copheneticCorrelation());
    ARRESTS.check("agglomerative_coefficient", agnes, found.agglomerativeCoefficient());
    for (int k = 2; k <= 5; k++) {
      ARRESTS.checkSizes(name + ":cut " + k, found.cut(k));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void gap(boolean isSquared) throws IOException {
    List<GapStatistic> found =
        GapStatistic.of(rows(), 6, new GapStatistic.Options(100, isSquared, 10, 1));
    String name = isSquared ? "power2" : "power1";
    for (GapStatistic of : found) {
      // clusGap counts each pair once, the source twice; the gap is the same
      ARRESTS.check("gap_log_W", name + ":k=" + of.k(), of.logWithin() - Math.log(2));
    }
    // of 500 references to 0.02; 100 of them are as near for most k
    for (int k = 1; k <= 4; k++) {
      String key = String.format(Locale.ROOT, "%s:k=%d", name, k);
      ARRESTS.check("gap", key, found.get(k - 1).gap());
    }
    ARRESTS.check("gap_best_k", name + ":Tibs2001SEmax", GapStatistic.best(found));
  }

  /** Figures of the R documentation's guides, restated: 2 and 4 clusters of the raw table. */
  @Test
  void restated() {
    double[][] rows =
        Points.standardised(
            new double[][] {
              {13.2, 236}, {10, 263}, {8.1, 294}, {8.8, 190}, {9, 276}, {7.9, 204}, {3.3, 110}
            });
    Partition two = KMeans.of(rows, 2, 20, 1);
    // the best of all 63 ways to part seven states in two
    double least = Double.POSITIVE_INFINITY;
    for (int mask = 1; mask < 64; mask++) {
      int of = mask;
      int[] labels = IntStream.range(0, 7).map(i -> of >> i & 1).toArray();
      least = Math.min(least, Partition.of(rows, labels, 2).within());
    }
    assertThat(two.within()).isCloseTo(least, within(1e-12));
    assertThat(Arrays.stream(two.labels()).filter(l -> l == 1).count()).isEqualTo(1);
  }
}
