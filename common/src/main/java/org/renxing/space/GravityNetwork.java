package org.renxing.space;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Links between cities by the gravity model, R_ij = k_ij S_i S_j / d_ij^b (Reilly 1931; Zipf 1946).
 * Undirected, k_ij = 1; directed, k_ij = S_i/(S_i + S_j), the share of i in the pair, so that
 * larger cities send more than they receive. A link stands where R_ij is at least the mean of its
 * row, the usual cut of network studies; strengths are sums of all R.
 */
public final class GravityNetwork {
  private final double[][] flows;
  private final boolean[][] isLink;

  private GravityNetwork(double[][] flows, boolean[][] isLink) {
    this.flows = flows;
    this.isLink = isLink;
  }

  /**
   * A city in the network.
   *
   * @param outDegree links that it sends
   * @param inDegree links that it receives
   * @param outStrength Σ_j R_ij
   * @param inStrength Σ_j R_ji
   * @param reason why it has none: {@code MISSING}: no size above 0, no place, or no other city
   */
  public record Node(
      int outDegree, int inDegree, double outStrength, double inStrength, String reason) {}

  /**
   * The network. A city without size or place has no link; two cities in the same place have none
   * between them, since their distance is 0.
   *
   * @param sizes S, above 0
   * @param power b, 2 in the classic model
   */
  public static GravityNetwork of(Places places, double[] sizes, double power, boolean isDirected) {
    int n = sizes.length;
    double[][] flows = new double[n][n];
    boolean[][] isLink = new boolean[n][n];
    for (int i = 0; i < n; i++) {
      double sum = 0;
      int count = 0;
      for (int j = 0; j < n; j++) {
        double flow = i == j ? Double.NaN : flow(places, sizes, i, j, power);
        flows[i][j] = isDirected ? flow * sizes[i] / (sizes[i] + sizes[j]) : flow;
        if (!Double.isNaN(flows[i][j])) {
          sum += flows[i][j];
          count++;
        }
      }
      for (int j = 0; j < n; j++) {
        isLink[i][j] = flows[i][j] > 0 && flows[i][j] >= sum / count * (1 - 1e-12);
      }
    }
    return new GravityNetwork(flows, isLink);
  }

  private static double flow(Places places, double[] sizes, int i, int j, double power) {
    double d = places.between(i, j);
    return d > 0 && sizes[i] > 0 && sizes[j] > 0
        ? sizes[i] * sizes[j] / Math.pow(d, power)
        : Double.NaN;
  }

  /** R_ij; NaN where there is none. */
  public double flow(int i, int j) {
    return flows[i][j];
  }

  /** Whether a link leads from i to j. */
  public boolean hasLink(int i, int j) {
    return isLink[i][j];
  }

  /** The cities in their order. */
  public List<Node> nodes() {
    List<Node> out = new ArrayList<>();
    for (int i = 0; i < flows.length; i++) {
      int sent = 0;
      int received = 0;
      double outward = 0;
      double inward = 0;
      int known = 0;
      for (int j = 0; j < flows.length; j++) {
        sent += isLink[i][j] ? 1 : 0;
        received += isLink[j][i] ? 1 : 0;
        known += Double.isNaN(flows[i][j]) ? 0 : 1;
        outward += Double.isNaN(flows[i][j]) ? 0 : flows[i][j];
        inward += Double.isNaN(flows[j][i]) ? 0 : flows[j][i];
      }
      out.add(
          known > 0
              ? new Node(sent, received, outward, inward, "")
              : new Node(0, 0, Double.NaN, Double.NaN, "MISSING"));
    }
    return Collections.unmodifiableList(out);
  }

  /** Links over the links that could be, n(n − 1) for n cities of the network. */
  public double density() {
    long links = 0;
    for (boolean[] row : isLink) {
      for (boolean is : row) {
        links += is ? 1 : 0;
      }
    }
    long n = nodes().stream().filter(node -> node.reason().isEmpty()).count();
    return links / (double) (n * (n - 1));
  }
}
