package org.renxing.dynamics;

import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;

/** A Markov chain of counted moves between states: maximum likelihood, each row by its sum. */
public final class MarkovChain {
  private final long[][] counts;
  private final SteadyState steadyState;

  /** The chain of counts, from state by to state. */
  public MarkovChain(long[][] counts) {
    this.counts = Arrays.stream(counts).map(long[]::clone).toArray(long[][]::new);
    double[][] p = new double[counts.length][counts.length];
    for (int i = 0; i < p.length; i++) {
      for (int j = 0; j < p.length; j++) {
        p[i][j] = probability(i, j);
      }
    }
    this.steadyState = SteadyState.of(p);
  }

  /** How many states. */
  public int states() {
    return counts.length;
  }

  /** Moves from a state to another, or stays in it. */
  public long count(int from, int to) {
    return counts[from][to];
  }

  /** Moves from a state, with stays. */
  public long count(int from) {
    return Arrays.stream(counts[from]).sum();
  }

  /** The share of the moves from a state that lead to another; NaN where none leads from it. */
  public double probability(int from, int to) {
    long all = count(from);
    return all == 0 ? Double.NaN : counts[from][to] / (double) all;
  }

  /** The steady state, or why there is none. */
  public SteadyState steadyState() {
    return steadyState;
  }

  /** The mean years of a stay, 1/(1 − p_ii); infinite for a state that is never left. */
  public double sojourn(int state) {
    return 1 / mobility(state);
  }

  /** The share of the moves that leave a state, 1 − p_ii (Prais 1955). */
  public double mobility(int state) {
    return 1 - probability(state, state);
  }

  /**
   * Mean steps to reach a state for the first time, on the diagonal to return to it: with Z = (I −
   * P + 1π′)^−1, m_ij = (δ_ij − z_ij + z_jj)/π_j (Kemeny and Snell 1960). NaN throughout where
   * there is no steady state.
   */
  public double[][] firstPassage() {
    int n = counts.length;
    double[][] out = new double[n][n];
    if (!steadyState.reason().isEmpty()) {
      Arrays.stream(out).forEach(row -> Arrays.fill(row, Double.NaN));
      return out;
    }
    RealMatrix left = new Array2DRowRealMatrix(n, n);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        left.setEntry(i, j, (i == j ? 1 : 0) - probability(i, j) + steadyState.shares().get(j));
      }
    }
    RealMatrix z =
        new LUDecomposition(left, 0).getSolver().solve(MatrixUtils.createRealIdentityMatrix(n));
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        out[i][j] =
            ((i == j ? 1 : 0) - z.getEntry(i, j) + z.getEntry(j, j)) / steadyState.shares().get(j);
      }
    }
    return out;
  }
}
