package org.renxing.inequality;

import java.util.OptionalDouble;

/**
 * The Gini index and its parts (Dagum 1997).
 *
 * @param gini G = Σ_i Σ_r |y_i − y_r| / (2 n² μ), from 0 to 1 − 1/n, computed from all values at
 *     once
 * @param within G_w = Σ_j G_jj P_j S_j
 * @param between G_nb, the net part between groups: Σ_{j&gt;h} G_jh (P_j S_h + P_h S_j) D_jh, which
 *     is the Gini index of the groups' means, Σ_{j&gt;h} P_j P_h |μ_j − μ_h| / μ
 * @param transvariation G_t, the same with 1 − D_jh: how far groups overlap
 */
public record GiniParts(double gini, double within, double between, double transvariation) {
  /** G_w / G; empty where G is 0. */
  public OptionalDouble withinShare() {
    return share(within);
  }

  /** G_nb / G; empty where G is 0. */
  public OptionalDouble betweenShare() {
    return share(between);
  }

  /** G_t / G; empty where G is 0. */
  public OptionalDouble transvariationShare() {
    return share(transvariation);
  }

  private OptionalDouble share(double part) {
    return gini == 0 ? OptionalDouble.empty() : OptionalDouble.of(part / gini);
  }
}
