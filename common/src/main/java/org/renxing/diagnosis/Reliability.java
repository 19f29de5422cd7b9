package org.renxing.diagnosis;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;

/**
 * How well the indicators of a node go together. Indicators that do not vary are left out.
 *
 * @param varying places of the indicators that vary
 */
public record Reliability(CrossMoments moments, List<Integer> varying) {
  private static final double SHARE = 0.85;

  /** An eigenvalue over 1 by less is 1, a share short by less is reached. */
  private static final double NOISE = 1e-12;

  public Reliability {
    varying = List.copyOf(varying);
  }

  /** Of the indicators of a node. */
  public static Reliability of(CrossMoments moments, List<Integer> members) {
    return new Reliability(
        moments, members.stream().filter(j -> moments.pair(j, j).isVarying()).toList());
  }

  /**
   * Cronbach's alpha k/(k − 1)·(1 − Σ var_j/Σ cov_jk) (Cronbach 1951), with covariances over the
   * rows that both indicators have; NaN for fewer than two indicators, a pair without two common
   * rows, or covariances that do not sum above 0.
   */
  public double alpha() {
    double own = 0;
    double all = 0;
    for (int j : varying) {
      own += moments.pair(j, j).covariance();
      for (int k : varying) {
        all += moments.pair(j, k).covariance();
      }
    }
    int k = varying.size();
    return k < 2 || !(all > 0) ? Double.NaN : k / (k - 1.0) * (1 - own / all);
  }

  /** The mean of the correlations between two of them that are defined; NaN where none is. */
  public double meanCorrelation() {
    double sum = 0;
    int n = 0;
    for (int j : varying) {
      for (int k : varying) {
        double r = moments.pair(j, k).correlation();
        if (j < k && !Double.isNaN(r)) {
          sum += r;
          n++;
        }
      }
    }
    return n == 0 ? Double.NaN : sum / n;
  }

  /**
   * Shares of the variance of the standardised indicators that principal components hold, from the
   * largest down: eigenvalues of the correlation matrix over its size. They sum to 1; an undefined
   * correlation counts as 0, and pairwise ones can give a share below 0.
   */
  public double[] componentShares() {
    int size = varying.size();
    if (size == 0) {
      return new double[0];
    }
    double[][] matrix = new double[size][size];
    for (int a = 0; a < size; a++) {
      for (int b = 0; b < size; b++) {
        double r = a == b ? 1 : moments.pair(varying.get(a), varying.get(b)).correlation();
        matrix[a][b] = Double.isNaN(r) ? 0 : r;
      }
    }
    double[] values =
        new EigenDecomposition(new Array2DRowRealMatrix(matrix, false)).getRealEigenvalues();
    return Arrays.stream(values).map(x -> -x).sorted().map(x -> -x / size).toArray();
  }

  /** Components with an eigenvalue over 1 (Kaiser 1960). */
  public static int kaiser(double[] shares) {
    return (int) Arrays.stream(shares).filter(s -> s * shares.length > 1 + NOISE).count();
  }

  /** The first components that together hold 85 % of the variance. */
  public static int needed(double[] shares) {
    double held = 0;
    int n = 0;
    while (n < shares.length && held < SHARE - NOISE) {
      held += shares[n++];
    }
    return n;
  }
}
