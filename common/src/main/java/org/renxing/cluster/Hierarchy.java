package org.renxing.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;

/**
 * Clusters that are merged two by two, always the two nearest (Lance and Williams 1967), from
 * Euclidean distances. Of equally near pairs the first merges, in the order of the rows' values.
 */
public final class Hierarchy {
  /** Most rows, since all distances are held. */
  public static final int MOST = 5000;

  private final double[][] rows;
  private final Points points;
  private final List<Merge> merges = new ArrayList<>();

  /** What the distance of two clusters is. */
  public enum Linkage {
    /** The increase of the sum of squares; heights are √ of twice it (R's ward.D2). */
    WARD,
    /** The mean of all pairs. */
    AVERAGE,
    /** The farthest pair. */
    COMPLETE,
    /** The nearest pair. */
    SINGLE
  }

  /**
   * A step.
   *
   * @param first a row of one cluster, the first of it, in the order of values
   * @param second likewise of the other
   */
  record Merge(int first, int second, double height) {}

  /**
   * The hierarchy.
   *
   * @param rows one or more, none missing
   * @throws RenxingException DATA_CHECK for more than {@link #MOST} rows
   */
  public Hierarchy(double[][] rows, Linkage linkage) {
    if (rows.length > MOST) {
      throw new RenxingException(
          ErrorCode.DATA_CHECK, rows.length + " rows: a hierarchy takes up to " + MOST);
    }
    this.rows = rows.clone();
    this.points = new Points(rows);
    merge(linkage);
  }

  private void merge(Linkage linkage) {
    int n = points.size();
    double[][] d = distances();
    for (int i = 0; i < n && linkage == Linkage.WARD; i++) {
      for (int j = 0; j < n; j++) {
        d[i][j] *= d[i][j];
      }
    }
    int[] sizes = new int[n];
    Arrays.fill(sizes, 1);
    int[] nearest = new int[n];
    for (int i = 0; i < n; i++) {
      nearest[i] = nearest(d, sizes, i);
    }
    for (int step = 1; step < n; step++) {
      int a = first(d, sizes, nearest);
      int b = nearest[a];
      double height = linkage == Linkage.WARD ? Math.sqrt(d[a][b]) : d[a][b];
      merges.add(new Merge(a, b, height));
      for (int c = 0; c < n; c++) {
        if (sizes[c] > 0 && c != a && c != b) {
          d[a][c] = merged(linkage, d, sizes, new int[] {a, b, c});
          d[c][a] = d[a][c];
        }
      }
      sizes[a] += sizes[b];
      sizes[b] = 0;
      renew(d, sizes, nearest, a, b);
    }
  }

  /** The first cluster of the nearest pair. */
  private static int first(double[][] d, int[] sizes, int[] nearest) {
    int best = -1;
    for (int i = 0; i < sizes.length; i++) {
      boolean isOne = sizes[i] > 0 && nearest[i] >= 0;
      if (isOne && (best < 0 || d[i][nearest[i]] < d[best][nearest[best]])) {
        best = i;
      }
    }
    return best;
  }

  /** Who is nearest after b has gone into a. */
  private static void renew(double[][] d, int[] sizes, int[] nearest, int a, int b) {
    for (int c = 0; c <= b; c++) {
      if (sizes[c] == 0) {
        continue;
      }
      if (c == a || nearest[c] == a || nearest[c] == b) {
        nearest[c] = nearest(d, sizes, c);
      } else if (c < a && d[c][a] < d[c][nearest[c]]) {
        nearest[c] = a;
      }
    }
  }

  /** The nearest of the clusters after one; −1 for none. */
  private static int nearest(double[][] d, int[] sizes, int i) {
    int best = -1;
    for (int j = i + 1; j < sizes.length; j++) {
      if (sizes[j] > 0 && (best < 0 || d[i][j] < d[i][best])) {
        best = j;
      }
    }
    return best;
  }

  /** The distance of a and b together from c. */
  private static double merged(Linkage linkage, double[][] d, int[] sizes, int[] abc) {
    double a = d[abc[0]][abc[2]];
    double b = d[abc[1]][abc[2]];
    double na = sizes[abc[0]];
    double nb = sizes[abc[1]];
    double nc = sizes[abc[2]];
    return switch (linkage) {
      case SINGLE -> Math.min(a, b);
      case COMPLETE -> Math.max(a, b);
      case AVERAGE -> (na * a + nb * b) / (na + nb);
      case WARD -> ((na + nc) * a + (nb + nc) * b - nc * d[abc[0]][abc[1]]) / (na + nb + nc);
    };
  }

  private double[][] distances() {
    int n = points.size();
    double[][] out = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        out[i][j] = Math.sqrt(Points.squared(points.row(i), points.row(j)));
        out[j][i] = out[i][j];
      }
    }
    return out;
  }

  /** The heights of the merges, upwards: one fewer than rows. */
  public double[] heights() {
    return merges.stream().mapToDouble(Merge::height).sorted().toArray();
  }

  /**
   * The partition into k clusters.
   *
   * @throws RenxingException DATA_CHECK for k below 1 or above the number of different rows
   */
  public Partition cut(int k) {
    points.require(k);
    int[] labels = new int[points.size()];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = i;
    }
    for (Merge merge : merges.subList(0, labels.length - k)) {
      for (int i = 0; i < labels.length; i++) {
        labels[i] = labels[i] == merge.second ? merge.first : labels[i];
      }
    }
    int[] numbers = Arrays.stream(labels).distinct().sorted().toArray();
    int[] dense = Arrays.stream(labels).map(l -> Arrays.binarySearch(numbers, l)).toArray();
    return Partition.of(rows, points.asGiven(dense), k);
  }

  /** The correlation of all distances with the heights at which pairs come together. */
  public double copheneticCorrelation() {
    int n = points.size();
    double[][] d = distances();
    List<List<Integer>> members = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      members.add(new ArrayList<>(List.of(i)));
    }
    double count = n * (n - 1.0) / 2;
    double mean = 0;
    double meanHeight = 0;
    for (Merge merge : merges) {
      double pairs = (double) members.get(merge.first).size() * members.get(merge.second).size();
      meanHeight += merge.height * pairs / count;
      members.get(merge.first).addAll(members.get(merge.second));
    }
    for (int i = 0; i < n; i++) {
      members.set(i, new ArrayList<>(List.of(i)));
      for (int j = 0; j < i; j++) {
        mean += d[i][j] / count;
      }
    }
    double cross = 0;
    double squares = 0;
    double heights = 0;
    for (Merge merge : merges) {
      double away = merge.height - meanHeight;
      for (int i : members.get(merge.first)) {
        for (int j : members.get(merge.second)) {
          cross += (d[i][j] - mean) * away;
          squares += (d[i][j] - mean) * (d[i][j] - mean);
          heights += away * away;
        }
      }
      members.get(merge.first).addAll(members.get(merge.second));
    }
    return cross / Math.sqrt(squares * heights);
  }

  /**
   * The mean over rows of 1 − (height of its first merge)/(height of the last): near 1 where
   * clusters are clear (Kaufman and Rousseeuw 1990).
   */
  public double agglomerativeCoefficient() {
    int n = points.size();
    double[] first = new double[n];
    Arrays.fill(first, -1);
    double last = 0;
    for (Merge merge : merges) {
      first[merge.first] = first[merge.first] < 0 ? merge.height : first[merge.first];
      first[merge.second] = first[merge.second] < 0 ? merge.height : first[merge.second];
      last = Math.max(last, merge.height);
    }
    double sum = 0;
    for (double height : first) {
      sum += 1 - height / last;
    }
    return sum / n;
  }
}
