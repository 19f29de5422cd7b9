package org.renxing.typology;

import java.util.Arrays;
import java.util.Optional;
import org.renxing.cluster.BisectingKMeans;
import org.renxing.cluster.GaussianMixture;
import org.renxing.cluster.KMeans;
import org.renxing.cluster.Partition;
import org.renxing.cluster.Points;
import org.renxing.model.Typology;

/**
 * Rows in clusters.
 *
 * @param mixture where they are the components of one
 */
record Clusters(Partition partition, Optional<GaussianMixture> mixture) {

  /** The clusters of rows; empty where there are no such ones, as {@link #reason} says. */
  static Optional<Clusters> of(Typology typology, double[][] rows, int k) {
    if (rows.length == 0 || k > new Points(rows).distinct()) {
      return Optional.empty();
    }
    int starts = typology.starts();
    long seed = typology.seed();
    return switch (typology.method()) {
      case KMEANS -> Optional.of(of(KMeans.of(rows, k, starts, seed)));
      case BISECTING -> Optional.of(of(BisectingKMeans.of(rows, k, starts, seed)));
      case GAUSSIAN_MIXTURE -> {
        GaussianMixture.Shape shape = GaussianMixture.Shape.valueOf(typology.shape().name());
        yield GaussianMixture.find(rows, k, shape, starts, seed)
            .map(found -> new Clusters(partition(rows, found), Optional.of(found)));
      }
      case QUADRANT, LAG -> throw new IllegalArgumentException(typology.id() + " is a rule");
    };
  }

  private static Clusters of(Partition partition) {
    return new Clusters(partition, Optional.empty());
  }

  private static Partition partition(double[][] rows, GaussianMixture mixture) {
    return Partition.ofLabels(rows, mixture.labels());
  }

  /** Why there are no clusters. */
  static String reason(double[][] rows, int k) {
    if (rows.length == 0) {
      return "NO_COMPLETE_ROW";
    }
    return k > new Points(rows).distinct() ? "FEWER_DIFFERENT_ROWS" : "SHRUNK";
  }

  /** The same, numbered by the mean of a figure upwards. */
  Clusters orderedBy(double[][] rows, double[] figure) {
    return new Clusters(partition.orderedBy(rows, figure), mixture);
  }

  /** The clusters of any rows: the nearest means, or the most likely components. */
  int[] assign(double[][] rows) {
    return Arrays.stream(rows)
        .mapToInt(row -> mixture.map(m -> m.component(row)).orElseGet(() -> partition.nearest(row)))
        .toArray();
  }

  /** How likely each row is of its component; NaN where there are none. */
  double[] probabilities(int rows) {
    double[] none = new double[rows];
    Arrays.fill(none, Double.NaN);
    return mixture.map(GaussianMixture::probabilities).orElse(none);
  }

  double bic() {
    return mixture.map(GaussianMixture::bic).orElse(Double.NaN);
  }
}
